"""Makes long tables of any size, worded as departments word them, with the answers beside.

    python -m benchmarks.longtable OUT.parquet --rows N [--distinct N] [--seed N]

The wording comes from `phrasing.yaml`; a number is written in one of the ways people write it. Each
row keeps the points that an oracle gives, each project its total and its grade: worked out here
from the numbers, in whole numbers, without the engine. Points fall on ties (half a cent), totals on
the edges of grades, and some numbers need more than 64 bits. The same seed gives the same table.

Scored by the rule of 财预〔2020〕10号: execution 10 points, kept promises all their points, missed
ones in proportion, cents rounded half up.
"""

import argparse
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq
import yaml

from indicators.model import plain

YEAR = 2023
STANDARD = "cn-mof-2020-10"
"""The standard by which the oracle's answers are."""

Ints = npt.NDArray[np.int64]

Splits: TypeAlias = Mapping[str, tuple[tuple[int, ...], ...]]

SPLITS: Splits = {
    "output": ((1000,) * 5, (1250,) * 4, (1667, 1667, 1666), (800, 800, 800, 800, 900, 900)),
    "benefit": ((1000,) * 3, (1500, 1500), (750,) * 4),
    "satisfaction": ((1000,), (500, 500)),
}
"""How the points (in cents) of a category may be shared out over the rows of a project."""

SHARE_OF_POOL = {"output": 0.5, "benefit": 0.35, "satisfaction": 0.15}
HEADS = {"output": "产出指标", "benefit": "效益指标", "satisfaction": "满意度指标"}

EXECUTION = 1000
"""Points (in cents) of the execution rate, which the money columns give and no row."""

GRADES = ("差", "中", "良", "优")
EDGES = (6000, 8000, 9000)
"""Totals, in cents, at which the next grade begins."""

TIES = (16, 48, 80, 112, 160, 176, 240, 400, 500, 2000)
"""Promised numbers of which many parts fall on half a cent."""

BLOCK = 50_000
"""Projects made at a time: memory stays the same, whatever the length of the table."""

SCHEMA = pa.schema(
    [
        ("project_id", pa.string()),
        ("project", pa.string()),
        ("department", pa.string()),
        ("region", pa.string()),
        ("year", pa.int16()),
        ("budget", pa.decimal128(18, 2)),
        ("executed", pa.decimal128(18, 2)),
        ("level1", pa.string()),
        ("level2", pa.string()),
        ("indicator", pa.string()),
        ("target", pa.string()),
        ("actual", pa.string()),
        ("max_points", pa.decimal128(9, 2)),
        ("oracle_points", pa.decimal128(9, 2)),
        ("oracle_total", pa.decimal128(9, 2)),
        ("oracle_grade", pa.string()),
    ]
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a row says, and the share of its points that it earns."""

    level1: str
    level2: str
    indicator: str
    target: str
    actual: str
    share: Fraction


class Wording:
    """Draws phrases from the grammar of `phrasing.yaml`."""

    def __init__(self, seed: int) -> None:
        """Read the grammar; the same seed draws the same phrases."""
        rules = yaml.safe_load(Path(__file__).with_name("phrasing.yaml").read_text("utf-8"))
        self.counted: list[dict[str, Any]] = rules["counted"]
        self.wordings: dict[str, list[str]] = rules["wordings"]
        self.answers: list[str] = rules["answers"]
        self.judged: dict[str, Any] = rules["judged"]
        self.dated: dict[str, Any] = rules["dated"]
        self.random = random.Random(seed)  # noqa: S311 -- repeatable, not secret

    def phrases(self, head: str, count: int) -> list[Phrase]:
        """So many phrases of a level-1 category, with so many different pairs of texts."""
        found: dict[tuple[str, str], Phrase] = {}
        while len(found) < count:
            phrase = self._phrase(head)
            found[phrase.target, phrase.actual] = phrase
        return list(found.values())

    def _phrase(self, head: str) -> Phrase:
        chance = self.random.random()
        if head == "benefit" and chance < self.judged["share"]:
            return self._judged()
        if head == "output" and chance < self.dated["share"]:
            return self._dated()
        return self._counted(head)

    def _counted(self, head: str) -> Phrase:
        rules = [rule for rule in self.counted if rule["level1"] == HEADS[head]]
        [rule] = self.random.choices(rules, [rule.get("odds", 100) for rule in rules])
        name = "".join(map(self.random.choice, rule["names"]))
        comparator = self._comparator(rule)
        low = self._promised(rule)
        high = low + self._promised(rule) if comparator == "between" else low
        done = self._done(low, high, rule)
        written = plain if comparator == "between" else self._written
        texts = {"m": name, "u": rule["unit"], "v": written(low), "w": written(high)}
        return Phrase(
            rule["level1"],
            rule["level2"],
            name,
            self.random.choice(self.wordings[comparator]).format(**texts),
            self.random.choice(self.answers).format(v=self._written(done), u=rule["unit"]),
            share(comparator, low, high, done),
        )

    def _comparator(self, rule: dict[str, Any]) -> str:
        if rule.get("ranges") and self.random.random() < rule["ranges"]:
            return "between"
        return ">=" if rule["good"] == "higher" else "<="

    def _promised(self, rule: dict[str, Any]) -> Decimal:
        least, most = int(rule["from"]), int(rule["to"])
        ties = [tie for tie in TIES if least <= tie <= most]
        if ties and self.random.random() < 0.2:
            return Decimal(self.random.choice(ties))
        digits = self.random.choice([0, int(rule.get("decimals", 0))])
        drawn = round(least * (most / least) ** self.random.random() * 10**digits)
        return Decimal(drawn).scaleb(-digits)

    def _done(self, low: Decimal, high: Decimal, rule: dict[str, Any]) -> Decimal:
        """A fact about the promise: often the very number, mostly kept, with its decimals."""
        digits = -int(low.as_tuple().exponent)
        tenths = self.random.choice([10, 10, 10, 10, *range(3, 14)])
        jitter = self.random.randrange(1 + int(low) // 20) if tenths != 10 else 0
        done = (low + high) / 2 * tenths / 10 - jitter
        if rule["unit"] == "%":
            done = min(done, Decimal(100))
        step = Decimal((0, (1,), -digits))
        return done.quantize(step) if done > 0 else Decimal(0)

    def _written(self, number: Decimal) -> str:
        """A number in one of the ways people write it."""
        way = self.random.random()
        if way < 0.1:
            return f"{number:,}"
        if way < 0.15:
            return plain(number).translate(FULL_WIDTH)
        return plain(number)

    def _judged(self) -> Phrase:
        [answer] = self.random.choices(self.judged["answers"], self.judged["odds"])
        text = "".join(map(self.random.choice, self.judged["promises"]))
        said = self.random.choice(answer["text"])
        level2 = self.random.choice(self.judged["level2"])
        return Phrase(HEADS["benefit"], level2, text[-4:], text, said, Fraction(answer["share"]))

    def _dated(self) -> Phrase:
        due = date(YEAR, 1, 31) + timedelta(days=self.random.randrange(330))
        late = self.random.random() < self.dated["late"]
        done = due + timedelta(days=self.random.randrange(1, 30) * (1 if late else -1))
        promise, answer = map(self.random.choice, (self.dated["promises"], self.dated["answers"]))
        earned = Fraction(self.dated["late_share"]) if late else Fraction(1)
        name = self.random.choice(self.dated["names"])
        target, actual = _on(due, promise), _on(done, answer)
        return Phrase(HEADS["output"], "时效指标", name, target, actual, earned)


FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")


def _on(day: date, wording: str) -> str:
    return wording.format(y=day.year, m=day.month, d=day.day)


def share(comparator: str, low: Decimal, high: Decimal, done: Decimal) -> Fraction:
    """What part of the points a fact earns: all if kept, else in proportion to the missed bound."""
    bottom, top, reached = map(Fraction, (low, high, done))
    if comparator != "<=" and reached < bottom:
        return reached / bottom
    if comparator != ">=" and reached > top:
        return top / reached
    return Fraction(1)


def half_up(points: int, earned: Fraction) -> int:
    """Cents, rounded half up once."""
    return (2 * points * earned.numerator + earned.denominator) // (2 * earned.denominator)


class Pool:
    """The phrases of a category, and the cents of each for every number of points it may bring."""

    def __init__(self, splits: tuple[tuple[int, ...], ...], phrases: list[Phrase]) -> None:
        """Work out every answer once, with whole numbers of any size."""
        self.phrases = phrases
        sizes = sorted({points for split in splits for points in split})
        self.row_of = {points: row for row, points in enumerate(sizes)}
        self.cents = np.array([[half_up(p, each.share) for each in phrases] for p in sizes])


def edge_phrases() -> list[Phrase]:
    """Phrases that earn every whole number of thousandths: they lead a total to an edge."""
    head = HEADS["satisfaction"], "服务对象满意度指标", "满意的回访件数"
    return [Phrase(*head, "≥1000件", f"{k}件", Fraction(k, 1000)) for k in range(1001)]


class Table:
    """Draws whole projects, block by block; their points are shared out as `splits` says."""

    def __init__(self, *, distinct: int, seed: int, splits: Splits = SPLITS) -> None:
        """Prepare about `distinct` different pairs of texts."""
        self.splits = splits
        wording = Wording(seed)
        self.pools = {
            head: wording.phrases(head, max(2, round(distinct * part)))
            for head, part in SHARE_OF_POOL.items()
        }
        self.edges = len(self.pools["satisfaction"])
        self.pools["satisfaction"] += edge_phrases()
        self.tables = {head: Pool(splits[head], phrases) for head, phrases in self.pools.items()}
        offsets = np.cumsum([0, *(len(phrases) for phrases in self.pools.values())])
        self.offsets = dict(zip(self.pools, offsets.tolist(), strict=False))
        everything = [phrase for phrases in self.pools.values() for phrase in phrases]
        self.texts = {
            name: pa.array([getattr(phrase, name) for phrase in everything])
            for name in ("level1", "level2", "indicator", "target", "actual")
        }
        self.numpy = np.random.default_rng(seed)

    def blocks(self, rows: int) -> Iterator[pa.Table]:
        """Tables of whole projects, at least `rows` rows in all."""
        made = first = 0
        while made < rows:
            count = max(1, min(BLOCK, (rows - made) // 8))
            block = self.block(first, count)
            made, first = made + block.num_rows, first + count
            yield block

    def block(self, first: int, count: int) -> pa.Table:
        """So many projects, numbered from `first`."""
        parts = [self._rows(head, count) for head in self.pools]
        owner, phrase, points, cents = map(np.concatenate, zip(*parts, strict=True))
        budget, executed, earned = self._money(count)
        total = earned + np.bincount(owner, cents, count).astype(np.int64)
        order = np.argsort(owner, kind="stable")
        owner, phrase, points, cents = (each[order] for each in (owner, phrase, points, cents))
        last = np.searchsorted(owner, np.arange(count), side="right") - 1
        self._lead_to_edges(total, last, phrase, points, cents)
        return self._table(
            owner + first, phrase, points, cents, total[owner], budget[owner], executed[owner]
        )

    def _rows(self, head: str, count: int) -> tuple[Ints, Ints, Ints, Ints]:
        """The rows of one category: their project, phrase, points and cents earned."""
        pool = self.tables[head]
        drawn = self.numpy.integers(len(self.splits[head]), size=count)
        owners, points = [], []
        for number, split in enumerate(self.splits[head]):
            mine = np.flatnonzero(drawn == number)
            owners.append(np.repeat(mine, len(split)))
            points.append(np.tile(np.array(split, np.int64), len(mine)))
        owner, most = np.concatenate(owners), np.concatenate(points)
        ordinary = self.edges if head == "satisfaction" else len(pool.phrases)
        phrase = self.numpy.integers(ordinary, size=len(owner))
        size = np.searchsorted(np.array(list(pool.row_of)), most)
        return owner, phrase + self.offsets[head], most, pool.cents[size, phrase]

    def _money(self, count: int) -> tuple[Ints, Ints, Ints]:
        """Budget and execution in hundredths of 万元, and the cents of the execution rate."""
        budget = self.numpy.integers(100, 500_000, size=count)
        kept = self.numpy.random(count) < 0.5
        executed = np.where(kept, budget, budget * self.numpy.integers(400, 1001, count) // 1000)
        return budget, executed, (2 * EXECUTION * executed + budget) // (2 * budget)

    def _lead_to_edges(
        self, total: Ints, last: Ints, phrase: Ints, points: Ints, cents: Ints
    ) -> None:
        """Change the last row of some projects so that the total is an edge, or a cent beside."""
        wanted = self.numpy.choice(EDGES, len(total)) + self.numpy.integers(-1, 2, len(total))
        due = wanted - (total - cents[last])
        most = points[last]
        able = (due >= 0) & (due <= most) & (due * 1000 % most == 0)
        rows = last[able]
        total[able] = wanted[able]
        cents[rows] = due[able]
        edge = self.offsets["satisfaction"] + self.edges
        phrase[rows] = edge + due[able] * 1000 // most[able]

    def _table(
        self, owner: Ints, phrase: Ints, points: Ints, cents: Ints, total: Ints, *money: Ints
    ) -> pa.Table:
        """The rows in the columns of the long table, with the oracle's answers."""
        numbers = pa.array(owner).cast(pa.string())
        padded = pa.compute.utf8_lpad(numbers, 9, "0")
        grade = np.searchsorted(EDGES, total, side="right")
        columns = {
            "project_id": pa.compute.binary_join_element_wise("P", padded, ""),
            "project": pa.compute.binary_join_element_wise("示例项目", padded, ""),
            "department": _named("示例局", owner % 997),
            "region": _named("示例县", owner % 89),
            "year": pa.array(np.full(len(owner), YEAR, np.int16)),
            "budget": hundredths(money[0], 18),
            "executed": hundredths(money[1], 18),
            **{name: texts.take(pa.array(phrase)) for name, texts in self.texts.items()},
            "max_points": hundredths(points, 9),
            "oracle_points": hundredths(cents, 9),
            "oracle_total": hundredths(total, 9),
            "oracle_grade": pa.array(GRADES).take(pa.array(grade)),
        }
        return pa.table(columns, schema=SCHEMA)


def _named(word: str, numbers: Ints) -> pa.Array:
    names = pa.array([f"{word}{number}" for number in range(int(numbers.max()) + 1)])
    return names.take(pa.array(numbers))


def hundredths(values: Ints, precision: int) -> pa.Array:
    """Whole hundredths as decimals, without a float between."""
    whole = np.zeros((len(values), 2), np.int64)
    whole[:, 0] = values
    return pa.Array.from_buffers(
        pa.decimal128(precision, 2), len(values), [None, pa.py_buffer(whole)]
    )


def write(path: Path, *, rows: int, distinct: int, seed: int) -> int:
    """Write a table of at least `rows` rows; the number of rows written."""
    table = Table(distinct=distinct, seed=seed)
    written = 0
    with pq.ParquetWriter(path, SCHEMA) as out:
        for block in table.blocks(rows):
            out.write_table(block)
            written += block.num_rows
    return written


def main() -> None:
    """Read the command line and write."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    words.add_argument("out", type=Path)
    words.add_argument("--rows", type=int, required=True)
    words.add_argument("--distinct", type=int, default=200_000)
    words.add_argument("--seed", type=int, default=1)
    given = words.parse_args()
    count = write(given.out, rows=given.rows, distinct=given.distinct, seed=given.seed)
    print(f"{count} rows in {given.out}")


if __name__ == "__main__":
    main()
