"""The rules of benchmarks/scoring.yaml as people write them elsewhere: in numpy, and in engines.

Engines are optional (`pip install 'evalengine[bench]'`); `peers` gives those that are installed,
and names the others. Every way takes the same rows, with words turned into codes beforehand where
that helps it, and gives points as floats. `score_frame` starts from a table of words and numbers,
and tells the achievement, method, rule and reason of each row besides; so numpy comes a second
time, from that table to one of points, achievement and met.
"""

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from benchmarks.scoring_rows import CATEGORIES, SIGNS, WORDED, Rows, frame

Array: TypeAlias = np.ndarray[Any, Any]
Score: TypeAlias = Callable[[], Any]

SHARES = np.array([1.0, 0.7, 0.0])

NUMPY, TABLE, OPENFISCA, ZEN, JSON_LOGIC = (
    "numpy, float64, coded arrays",
    "numpy, float64, table to table",
    "OpenFisca-Core",
    "zen-engine, compiled expression",
    "json-logic",
)
GOALS = {NUMPY: 2.5, OPENFISCA: 8.0, ZEN: 40.0, JSON_LOGIC: 600.0}
"""How many times as fast as each we are to be."""

MOST_ROWS = {NUMPY: 10**9, TABLE: 10**9, OPENFISCA: 10**9, ZEN: 50_000, JSON_LOGIC: 5_000}
"""Rows that a run of each is given: the slow ones take one row at a time, so fewer will do."""

MODULES = {OPENFISCA: "openfisca_core", ZEN: "zen", JSON_LOGIC: "json_logic"}


def kept(sign: Array, target: Array, upper: Array, actual: Array) -> Array:
    """Whether promises were kept."""
    return np.select(
        [sign == 0, sign == 1, sign == 2, sign == 3],
        [actual >= target, actual > target, actual <= target, actual < target],
        (actual >= target) & (actual <= _top(sign, target, upper)),
    )


def achieved(sign: Array, target: Array, upper: Array, actual: Array) -> Array:
    """How far promises were kept."""
    top = _top(sign, target, upper)
    with np.errstate(divide="ignore", invalid="ignore"):
        over = np.where(actual > top, top / actual, 1.0)
        two_sided = np.where(actual < target, actual / target, over)
        return np.select([sign <= 1, sign <= 3], [actual / target, target / actual], two_sided)


def missing(sign: Array, target: Array, upper: Array, actual: Array) -> Array:
    """How far facts lie outside their bounds, as a share of these."""
    top = _top(sign, target, upper)
    short = ((sign < 2) | (sign > 3)) & (actual < target)
    over = (sign > 1) & (actual > top)
    return np.select([short, over], [(target - actual) / target, (actual - top) / top], 0.0)


def rounded(
    given: dict[str, Array], met: Array, ratio: Array, outside: Array, most: Array, share: Array
) -> Array:
    """The points by the rule of each category, rounded with `np.round`."""
    category, sign, part = given["category"], given["sign"], np.minimum(ratio, 1.0)
    proportional = np.where(met, most, most * part)
    over = (sign > 1) & (outside > 0) & ~((sign > 3) & (given["actual"] < given["target"]))
    line = np.where(over, np.maximum(0.0, 1 - outside), part)
    points = np.select(
        [category == code for code in range(len(CATEGORIES) - 1)],
        [
            proportional,
            np.where(~met & (part < 0.6), 0.0, proportional),
            np.where(met, most, most * line),
            np.maximum(0.0, most - np.floor(outside / 0.05)),
            most * np.select([ratio >= 1, ratio >= 0.8, ratio >= 0.6], [1.0, 0.75, 0.5], 0.0),
            np.where(met, most, 0.0),
        ],
        most * share,
    )
    return np.asarray(np.round(points, 2))


def _top(sign: Array, target: Array, upper: Array) -> Array:
    return np.where(sign == SIGNS.index("between"), upper, target)


QUANTITIES = ("sign", "target", "upper", "actual")


def spreadsheet(given: dict[str, Array]) -> Array:
    """The rules in binary floats, over whole columns."""
    return _worked(given)[0]


def from_table(items: pd.DataFrame) -> pd.DataFrame:
    """The same from the table that `score_frame` takes, to a table with what it can tell."""
    codes = {"category": "category", "sign": "comparator", "answer": "judgement"}
    given = {name: items[column].cat.codes.to_numpy() for name, column in codes.items()}
    given["share"] = SHARES[given.pop("answer")]
    for name in ("target", "upper", "actual"):
        given[name] = items[name].to_numpy()
    given["most"] = items["max_points"].to_numpy()
    points, met, ratio = _worked(given)
    return pd.DataFrame({"points": points, "achievement": ratio, "met": met}, copy=False)


def _worked(given: dict[str, Array]) -> tuple[Array, Array, Array]:
    """Points, whether promises were kept, and how far."""
    quantities = [given[name] for name in QUANTITIES]
    met, ratio, outside = (work(*quantities) for work in (kept, achieved, missing))
    met = met.astype(bool)
    return rounded(given, met, ratio, outside, given["most"], given["share"]), met, ratio


def columns(rows: Rows) -> dict[str, Array]:
    """The columns that the ways in floats are given."""
    return {
        "category": rows.category,
        "sign": rows.sign,
        "target": rows.target / 100,
        "upper": rows.upper / 100,
        "actual": rows.actual / 100,
        "most": rows.cents / 100,
        "share": SHARES[rows.answer],
    }


def peers(rows: Rows) -> Iterator[tuple[str, Score | None, int]]:
    """Each way by name, ready to run on its number of rows; None for one that is not installed."""
    makers = {
        NUMPY: _numpy,
        TABLE: _table,
        OPENFISCA: _openfisca,
        ZEN: _zen,
        JSON_LOGIC: _json_logic,
    }
    for name, make in makers.items():
        size = min(rows.size, MOST_ROWS[name])
        module = MODULES.get(name)
        if module is not None and find_spec(module) is None:
            yield name, None, size
        else:
            yield name, make(Rows(*(column[:size] for column in rows))), size


def _numpy(rows: Rows) -> Score:
    given = columns(rows)
    return lambda: spreadsheet(given)


def _table(rows: Rows) -> Score:
    items = frame(rows)
    return lambda: from_table(items)


def _openfisca(rows: Rows) -> Score:
    """A variable for every notion; a new simulation each time, as results are cached in one."""
    from openfisca_core.entities import build_entity  # noqa: PLC0415 - optional
    from openfisca_core.periods import DateUnit  # noqa: PLC0415
    from openfisca_core.simulation_builder import SimulationBuilder  # noqa: PLC0415
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem  # noqa: PLC0415
    from openfisca_core.variables import Variable  # noqa: PLC0415

    given, year = columns(rows), "2024"
    item = build_entity(key="item", plural="items", label="", is_person=True)

    def variable(name: str, kind: type, formula: Any = None) -> Any:
        body = {"entity": item, "definition_period": DateUnit.YEAR, "value_type": kind}
        return type(name, (Variable,), body | ({"formula": formula} if formula else {}))

    def of_quantities(work: Callable[..., Array]) -> Any:
        return lambda of, period: work(*(of(name, period) for name in QUANTITIES))

    def points(of: Any, period: Any) -> Array:
        names = ("category", "sign", "target", "actual")
        values = {name: of(name, period) for name in names}
        worked = (of(name, period) for name in ("met", "ratio", "outside", "most", "share"))
        return rounded(values, *worked)

    system = TaxBenefitSystem([item])
    system.add_variables(
        *(variable(name, int if name in ("category", "sign") else float) for name in given),
        variable("met", bool, of_quantities(kept)),
        variable("ratio", float, of_quantities(achieved)),
        variable("outside", float, of_quantities(missing)),
        variable("points", float, points),
    )

    def run() -> Array:
        simulation = SimulationBuilder().build_default_simulation(system, count=rows.size)
        for name, column in given.items():
            simulation.set_input(name, year, column)
        return np.asarray(simulation.calculate("points", year))

    return run


def _records(rows: Rows) -> list[dict[str, Any]]:
    """The rows as dictionaries, for engines that take one at a time."""
    given = columns(rows)
    lists = [column.tolist() for column in given.values()]
    return [dict(zip(given, values, strict=True)) for values in zip(*lists, strict=True)]


SHORT, OVER = "actual < target", "actual > top"
EXPRESSIONS = {
    "top": "sign == 5 ? upper : target",
    "met": "sign == 0 ? actual >= target : sign == 1 ? actual > target : sign == 2 ? "
    "actual <= target : sign == 3 ? actual < target : actual >= target and actual <= (top)",
    "ratio": "sign < 2 ? actual / target : sign < 4 ? target / actual : "
    "actual < target ? actual / target : actual > (top) ? (top) / actual : 1",
    "missing": "(sign < 2 or sign > 3) and actual < target ? (target - actual) / target : "
    "sign > 1 and actual > (top) ? (actual - (top)) / (top) : 0",
}


def expression(code: int) -> str:
    """The rule of a category as one expression, as engines with an expression language take it."""
    part = "((ratio) > 1 ? 1 : (ratio))"
    rules = {
        0: f"(met) ? most : most * {part}",
        1: f"(met) ? most : {part} < 0.6 ? 0 : most * {part}",
        2: f"(met) ? most : sign > 1 and actual > (top) ? "
        f"((2 * (top) - actual) > 0 ? most * (2 * (top) - actual) / (top) : 0) : most * {part}",
        3: "most - floor((missing) / 0.05) > 0 ? most - floor((missing) / 0.05) : 0",
        4: "(ratio) >= 1 ? most : (ratio) >= 0.8 ? most * 0.75 : (ratio) >= 0.6 ? most * 0.5 : 0",
        5: "(met) ? most : 0",
        WORDED: "most * share",
    }
    text = rules[code]
    for name in ("met", "ratio", "missing", "top"):
        text = text.replace(f"({name})", f"({EXPRESSIONS[name]})")
    return f"round({text}, 2)"


def _zen(rows: Rows) -> Score:
    import zen  # noqa: PLC0415 - optional

    compiled = [zen.compile_expression(expression(code)) for code in range(len(CATEGORIES))]
    records = [(compiled[record["category"]], record) for record in _records(rows)]
    return lambda: np.array([rule.evaluate(record) for rule, record in records])


def _json_logic(rows: Rows) -> Score:
    from json_logic import jsonLogic  # noqa: PLC0415 - optional, its own name

    rules = [logic(code) for code in range(len(CATEGORIES))]
    records = [(rules[record["category"]], record) for record in _records(rows)]
    return lambda: np.round([jsonLogic(rule, record) for rule, record in records], 2)


def logic(code: int) -> dict[str, Any]:
    """The rule of a category in JsonLogic."""
    target, actual, most, sign = ({"var": v} for v in ("target", "actual", "most", "sign"))
    top = {"if": [{"==": [sign, 5]}, {"var": "upper"}, target]}
    short, over = {"<": [actual, target]}, {">": [actual, top]}
    met = {
        "if": [
            *({"==": [sign, 0]}, {">=": [actual, target]}),
            *({"==": [sign, 1]}, {">": [actual, target]}),
            *({"==": [sign, 2]}, {"<=": [actual, target]}),
            *({"==": [sign, 3]}, short),
            {"and": [{">=": [actual, target]}, {"<=": [actual, top]}]},
        ]
    }
    up, down = {"/": [actual, target]}, {"/": [top, actual]}
    ratio = {"if": [{"<": [sign, 2]}, up, {"<": [sign, 4]}, down, short, up, over, down, 1]}
    part = {"min": [ratio, 1]}
    scaled = {"*": [most, part]}
    line = {"max": [0, {"/": [{"*": [most, {"-": [{"*": [2, top]}, actual]}]}, top]}]}
    lacks = {"and": [{"or": [{"<": [sign, 2]}, {">": [sign, 3]}]}, short]}
    exceeds = {"and": [{">": [sign, 1]}, over]}
    missing = {
        "if": [
            *(lacks, {"/": [{"-": [target, actual]}, target]}),
            *(exceeds, {"/": [{"-": [actual, top]}, top]}),
            0,
        ]
    }
    steps = {"/": [missing, 0.05]}
    whole = {"-": [steps, {"%": [steps, 1]}]}
    rules: dict[int, dict[str, Any]] = {
        0: {"if": [met, most, scaled]},
        1: {"if": [met, most, {"<": [part, 0.6]}, 0, scaled]},
        2: {"if": [met, most, exceeds, line, scaled]},
        3: {"max": [0, {"-": [most, whole]}]},
        4: {
            "if": [
                *({">=": [ratio, 1]}, most),
                *({">=": [ratio, 0.8]}, {"*": [most, 0.75]}),
                *({">=": [ratio, 0.6]}, {"*": [most, 0.5]}),
                0,
            ]
        },
        5: {"if": [met, most, 0]},
        WORDED: {"*": [most, {"var": "share"}]},
    }
    return rules[code]
