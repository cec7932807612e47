"""Scores the rows of whole projects: by columns where rows stand alone, as forms where not."""

import re
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from evalengine.batch.findings import listed, repeated
from evalengine.batch.forms import RowScore, judge_sheet, place_of, sheet_of
from evalengine.batch.found import Found, Projects
from evalengine.batch.lookup import distinct_keys, frame_of
from evalengine.batch.readings import DIGITS, FLAGS, NUMBERS, STORED, WORDS, Stored
from evalengine.batch.rules import Rules
from evalengine.batch.schemas import ITEMS, PROJECTS, REJECTS, Scored, cents_of, decimals
from indicators.bulk.texts import Ints, Texts, distinct, starts
from indicators.pairing.answers import DEFAULT_UNIT
from indicators.reading.amounts import AMOUNTS, unit_in
from scoring import project_totals, score_frame
from scoring.rounding import to_cents
from scoring.table import REASONS, Reason
from scoring.weights import EXECUTION

OF_PROJECT = ("project_id", "project", "department", "implementing_unit", "region", "year")
NO_INDICATOR = "这一行没有指标 no indicator stands in this row"

_NUMBER = r"^[0-9]+(?:\.[0-9]+)?$"
_POINTS = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,2}0*)?")


def score_part(
    table: pa.Table,
    columns: dict[str, str],
    rules: Rules,
    *,
    row: int = 0,
    numbers: Ints | None = None,
    file: str = "",
) -> Scored:
    """Score the rows of whole projects.

    Args:
        table: the rows, the first of which begins a project.
        columns: which column means what.
        rules: the standard, and how to take what is missing.
        row: the place of the first row in the whole table.
        numbers: the numbers of the rows, from 1, where they do not follow one another.
        file: the table's name, for messages.
    """
    if numbers is None:
        numbers = np.arange(row, row + table.num_rows) + 1
    part = _Part(table, columns, rules, numbers, file)
    part.by_columns()
    part.by_forms()
    return part.result()


def refuse_part(
    table: pa.Table, columns: dict[str, str], rules: Rules, why: str, *, numbers: Ints
) -> Scored:
    """Reject the rows of whole projects, all for the same reason."""
    part = _Part(table, columns, rules, numbers, "")
    part.refuse(why)
    return part.result()


class _Part:
    def __init__(
        self, table: pa.Table, columns: dict[str, str], rules: Rules, numbers: Ints, file: str
    ) -> None:
        self._rows = table.num_rows
        self._columns, self._rules, self._file = columns, rules, file
        self._numbers = numbers
        self._said = {what: Texts.of(table[name]) for what, name in columns.items()}
        self._first, _ = starts(self._said)
        ends = np.append(self._first[1:], self._rows)
        self._sizes = ends - self._first
        self._project = np.repeat(np.arange(len(self._first)), self._sizes)
        self._found = Found.nothing(self._rows)
        self._projects = Projects.nothing(len(self._first))
        self._blank = ~(self._text("target").filled | self._text("name").filled)

    def _text(self, meaning: str) -> Texts:
        return self._said.get(meaning) or Texts.nothing(self._rows)

    def by_columns(self) -> None:
        """Score every row that can be judged by itself, and total the projects of such rows."""
        keys, places = distinct_keys(self._said, self._rows)
        frame = frame_of(self._rules.readings.of(keys))
        known = {name: frame[name].to_numpy()[places] for name in FLAGS}
        stored = frame["stored"].array.take(places)
        points = self._text("max_points")
        cents = np.array([_cents(text) for text in points.values], np.int64)[points.codes]
        plain = known["plain"] & (cents >= 0) & ~self._blank
        bad = ~plain & ~self._blank
        bad |= known["judged"] & self._text("points").filled
        for meaning in (*OF_PROJECT, *AMOUNTS):
            codes = self._text(meaning).codes
            bad |= codes != codes[self._first][self._project]
        irregular = np.bincount(self._project, bad, len(self._first)) > 0
        self._found.most[plain] = cents[plain]
        for how in STORED:
            own = np.flatnonzero(plain & (stored == how))
            if own.size:
                self._take_scores(own, self._items(frame, places[own], cents[own], own, how))
        self._found.findings = self._rules.asking.of_rows(
            doubtful=known["doubtful"],
            far=known["far"],
            missed=np.equal(self._found.met, False) & (self._found.most > 0),
            reasoned=self._text("reason").filled,
        )
        unscored = plain & ~self._found.scored
        irregular |= np.bincount(self._project, unscored, len(self._first)) > 0
        if self._rules.by_form:
            return
        self._total(irregular, plain)

    def _items(
        self, frame: pd.DataFrame, places: Ints, cents: Ints, rows: Ints, how: Stored
    ) -> pd.DataFrame:
        evidence = np.where(self._text("evidence").filled[rows], "有", "无")
        return pd.DataFrame(
            {
                **{name: frame[name].array.take(places) for name in WORDS},
                **{name: frame[f"{how}_{name}"].to_numpy()[places] for name in NUMBERS},
                "max_points": cents / 100,
                "evidence": pd.Categorical(evidence),
            }
        )

    def _take_scores(self, rows: Ints, items: pd.DataFrame) -> None:
        scores = score_frame(items, self._rules.standard)
        found = self._found
        given = scores["points"].notna().to_numpy()
        found.scored[rows] = given
        found.points[rows] = np.where(given, cents_of(scores["points"]), 0)
        found.met[rows] = scores["met"].astype(object).where(scores["met"].notna(), None)
        for name in ("method", "rule", "reason"):
            column = scores[name].astype(object)
            getattr(found, name)[rows] = column.where(column.notna(), None)

    def _total(self, irregular: Any, plain: Any) -> None:
        """Totals of the projects all of whose rows stand for themselves."""
        rules, found = self._rules, self._found
        money, known = self._money()
        regular = np.flatnonzero(~irregular & known)
        if not regular.size:
            return
        of_regular = np.zeros(len(self._first), bool)
        of_regular[regular] = True
        rows = np.flatnonzero(plain & of_regular[self._project])
        scores = pd.DataFrame(
            {
                "points": _decimals(found.points[rows]),
                "achievement": 0.0,
                "method": found.method[rows],
                "met": pd.array(found.met[rows], "boolean"),
                "rule": found.rule[rows],
                "reason": found.reason[rows],
            }
        )
        items = self._categories(rows).assign(project_id=self._project[rows])
        items["max_points"] = found.most[rows] / 100
        if rules.execution and rules.standard.execution is not None:
            rate = self._execution(money.loc[regular])
            scores = pd.concat([scores, score_frame(rate, rules.standard)], ignore_index=True)
            items = pd.concat([items, rate[["category", "project_id", "max_points"]]])
            items = items.reset_index(drop=True)
        totals = project_totals(items, scores, rules.standard, missing=rules.missing)
        whole = to_cents(rules.standard.weights.total)
        fine = totals["reason"].isna().to_numpy() & (cents_of(totals["max_points"]) == whole)
        numbers, projects = totals.index.to_numpy()[fine], self._projects
        for name in ("points", "max_points", "total"):
            getattr(projects, name)[numbers] = cents_of(totals[name])[fine]
        projects.grade[numbers] = totals["grade"].astype(object).to_numpy()[fine]
        projects.way[numbers] = "columns"
        self._ask_about_money(numbers)

    def _categories(self, rows: Ints) -> pd.DataFrame:
        from indicators.taxonomy import category_of  # noqa: PLC0415 -- at hand already

        pair = [self._text("level1"), self._text("level2")]
        first, which = distinct(pair)
        names = zip(*(column.take(first) for column in pair), strict=True)
        codes = np.array([category_of(*each) for each in names], object)
        return pd.DataFrame({"category": codes[which[rows]]})

    def _execution(self, money: pd.DataFrame) -> pd.DataFrame:
        said = {"category": EXECUTION, "kind": "quantitative", "comparator": ">="}
        said["direction"] = "higher"
        return pd.DataFrame(
            {**said, **money, "max_points": self._rules.execution / 100, "project_id": money.index},
            index=money.index,
        ).reset_index(drop=True)

    def _money(self) -> tuple[pd.DataFrame, Any]:
        """Budget and money executed of every project, and of which they are plain numbers."""
        execution, by = self._rules.standard.execution, self._budgets
        wanted, other, executed = (
            _numbers(self._text(meaning).array(self._first)) for meaning in (*by, "executed")
        )
        empty = ~self._text(by[0]).filled[self._first]
        planned = np.where(empty, other, wanted)
        names = [self._columns[what] for what in AMOUNTS if what in self._columns]
        one_unit = len({unit_in(name) for name in names}) <= 1
        known = one_unit & (planned > 0) & (executed >= 0)
        for meaning, read in zip((*by, "executed"), (wanted, other, executed), strict=True):
            known &= (read >= 0) | ~self._text(meaning).filled[self._first]
        if execution is None or not self._rules.execution:
            known = np.ones(len(planned), bool)
        return pd.DataFrame({"target": planned, "actual": executed}), known

    @property
    def _budgets(self) -> tuple[str, str]:
        """The budget by which the execution rate is, and the one for where that is not given."""
        execution = self._rules.standard.execution
        of_first = execution is not None and execution.denominator == "initial_budget"
        return ("amount", "annual") if of_first else ("annual", "amount")

    def _ask_about_money(self, numbers: Ints) -> None:
        asking, rows = self._rules.asking, self._first[numbers]
        has_rate = self._rules.standard.execution is not None and self._rules.execution
        if not (asking.asks_about_money and has_rate):
            return
        names = [self._columns[what] for what in AMOUNTS if what in self._columns]
        unit = next(filter(None, map(unit_in, names)), DEFAULT_UNIT)
        texts = (self._text(meaning).take(rows) for meaning in ("executed", *self._budgets))
        for number, executed, budget, other in zip(numbers.tolist(), *texts, strict=True):
            found = asking.of_money(executed, budget or other, unit)
            self._projects.findings[number] = "；".join(found) or None

    def by_forms(self) -> None:
        """Judge all other projects as forms."""
        for number in np.flatnonzero(pd.isna(self._projects.way)).tolist():
            self._by_form(number)

    def refuse(self, why: str) -> None:
        """Reject all rows."""
        self._found.reason[:] = self._projects.reason[:] = why
        self._projects.way[:] = "none"

    def _own(self, number: int) -> range:
        """The rows of a project."""
        first = int(self._first[number])
        return range(first, first + int(self._sizes[number]))

    def _by_form(self, number: int) -> None:
        found, projects = self._found, self._projects
        own = self._own(number)
        sheet = sheet_of(self._said, own, self._numbers, names=self._columns, file=self._file)
        judged = judge_sheet(sheet, self._rules)
        score = judged.score
        projects.way[number] = "forms"
        if score is not None:
            for at in own:
                self._set(at, judged.rows.get(int(self._numbers[at])))
            for name in ("points", "max_points", "total"):
                getattr(projects, name)[number] = to_cents(getattr(score, name))
            projects.grade[number] = score.grade.title
            projects.findings[number] = "；".join(judged.findings) or None
            return
        told: dict[str, list[str]] = {}
        for problem in judged.problems:
            told.setdefault(problem.where, []).append(problem.words.zh)
        why = projects.reason[number] = listed([p.words.zh for p in judged.problems], "处")
        for at in own:
            # What is told at a row that has its points is about the project, which begins there.
            if not found.scored[at]:
                words = told.get(place_of(sheet, int(self._numbers[at])))
                found.reason[at] = listed(words, "处") if words else found.reason[at] or why

    def _set(self, at: int, row: RowScore | None) -> None:
        found = self._found
        found.scored[at] = row is not None
        if row is not None:
            found.points[at], found.most[at] = row.points, row.max_points
            found.method[at], found.rule[at] = row.method, row.rule
            found.met[at], found.reason[at] = row.met, row.reason
            found.findings[at] = row.findings

    def result(self) -> Scored:
        """The three tables."""
        found = self._found
        scored = found.scored & ~self._blank
        found.reason[self._blank] = NO_INDICATOR
        kept, left = np.flatnonzero(scored), np.flatnonzero(~scored)
        above = self._first[self._project]
        items = {
            "row": pa.array(self._numbers[kept]),
            **{n: self._text(n).array(above[kept]) for n in ("project_id", "project")},
            "max_points": decimals(found.most[kept]),
            "points": decimals(found.points[kept]),
            **{n: pa.array(getattr(found, n)[kept], pa.string()) for n in ("method", "rule")},
            "met": pa.array(found.met[kept], pa.bool_()),
            **{n: pa.array(getattr(found, n)[kept], pa.string()) for n in ("reason", "findings")},
        }
        rejects = {
            "row": pa.array(self._numbers[left]),
            **{n: self._text(n).array(above[left]) for n in ("project_id", "project")},
            **{
                n: self._text(n).array(left)
                for n in ("level1", "level2", "name", "target", "actual")
            },
            "reason": pa.array(map(_in_words, found.reason[left].tolist()), pa.string()),
        }
        named = None if self._rules.automatic else self._rules.standard.id
        for number, told in repeated(
            list(self._said.values()), self._project, self._numbers, ~self._blank
        ).items():
            about_money = self._projects.findings[number]
            self._projects.findings[number] = "；".join(filter(None, (told, about_money)))
        projects = {
            **{name: self._text(name).array(self._first) for name in PROJECTS.names[:5]},
            "rows": pa.array(self._sizes),
            **self._projects.table(),
            "standard": pa.array([named] * len(self._first), pa.string()),
        }
        return Scored(
            pa.table(items, schema=ITEMS),
            pa.table(projects, schema=PROJECTS),
            pa.table(rejects, schema=REJECTS),
        )


def _in_words(reason: str) -> str:
    """A reason as people read it, where the columns gave its code."""
    return REASONS[Reason(reason)].zh if reason in list(Reason) else reason


def _cents(text: str) -> int:
    """Points as they are usually written, in cents; -1 for anything else."""
    return to_cents(Decimal(text)) if _POINTS.fullmatch(text) else -1


def _numbers(texts: pa.Array) -> Any:
    """Amounts as they are usually written; -1 for anything else, or what a float cannot hold."""
    texts = texts.fill_null("")
    short = pc.less_equal(pc.utf8_length(pc.replace_substring(texts, ".", "")), DIGITS)
    fine = pc.and_(pc.match_substring_regex(texts, _NUMBER), short)
    return pc.if_else(fine, texts, "-1").cast(pa.float64()).to_numpy()


def _decimals(cents: Ints) -> Any:
    return pd.arrays.ArrowExtensionArray(decimals(cents, pa.decimal128(18, 2)))
