"""Pairs the rows of one fill-in sheet with the promises of one form, gathering every problem."""

from indicators.errors import ActualsError, EvalengineError, Problem, Words
from indicators.model import Actual, Actuals, Form, Indicator, Target
from indicators.pairing.answers import (
    SHIPPED,
    Vocabulary,
    in_one_unit,
    read_answer,
    read_money,
)
from indicators.pairing.rows import FilledRow, FilledSheet
from indicators.pairing.sheet import (
    ANNUAL,
    EXECUTED,
    FURNITURE,
    GOAL,
    HEAD_ROWS,
    fingerprint,
    promise,
    promise_in_full,
    squeeze,
)

Item = tuple[Indicator, Target]


def problem(where: str, zh: str, en: str) -> Problem:
    """One cause, in both languages."""
    return Problem(where, Words(zh, en))


class Pairing:
    """Pairs the rows of one sheet with the promises of one form, gathering every problem."""

    def __init__(self, form: Form, sheet: FilledSheet, vocabulary: Vocabulary = SHIPPED) -> None:
        self.problems: list[Problem] = []
        self._form = form
        self._sheet = sheet
        self._vocabulary = vocabulary
        self._promises: dict[str, Item] = {key: (row, t) for key, row, t in form.items()}
        self._rows = self._by_id()

    def actuals(self) -> Actuals:
        """The facts of the form; what could not be read is in `problems`."""
        for key in self._due():
            if key not in self._rows:
                self.problems.append(self._deleted(key))
        by_item = {key: self._read(key, *item) for key, item in self._promises.items()}
        unit, executed, annual = in_one_unit(
            self._money(EXECUTED), self._money(ANNUAL), self._form.budget
        )
        return Actuals(
            form_id=self._form.id,
            by_item=by_item,
            executed=executed,
            unit=unit,
            place=self._rows[EXECUTED].place if EXECUTED in self._rows else self._sheet.place,
            annual=annual,
            goal=self._rows[GOAL].answer.actual if GOAL in self._rows else "",
        )

    def _due(self) -> list[str]:
        return [*HEAD_ROWS, *self._promises]

    def _by_id(self) -> dict[str, FilledRow]:
        """The rows by id; strangers and twins become problems."""
        rows: dict[str, FilledRow] = {}
        for row in self._sheet.rows:
            if row.id in rows:
                self.problems.append(self._twin(row, rows[row.id]))
            elif row.id in self._promises or row.id in HEAD_ROWS:
                rows[row.id] = row
            elif row.id != FURNITURE and (row.id or row.is_filled):
                self.problems.append(self._stranger(row))
        return rows

    def _read(self, key: str, indicator: Indicator, target: Target) -> Actual:
        """The fact of one promise; a problem leaves it missing."""
        row = self._rows.get(key)
        if row is None:
            return Actual.missing(place=self._sheet.place)
        changed = self._changed(key, row, indicator, target)
        if changed is not None:
            self.problems.append(changed)
            return Actual.missing(row.answer.actual, place=row.place)
        try:
            return read_answer(
                row.answer,
                target,
                place=row.place,
                year=self._form.year,
                promised=indicator.target_text if len(indicator.targets) == 1 else "",
                vocabulary=self._vocabulary,
            )
        except ActualsError as error:
            self.problems += _placed(error, row, promise_in_full(indicator, target))
            return Actual.missing(row.answer.actual, place=row.place)

    def _money(self, key: str) -> Actual:
        """The amount in one of the head rows; a problem leaves it missing."""
        row = self._rows.get(key)
        if row is None:
            return Actual.missing(place=self._sheet.place)
        try:
            return read_money(row.answer.actual, self._form.budget, place=row.place)
        except ActualsError as error:
            self.problems += _placed(error, row, HEAD_ROWS[key])
            return Actual.missing(row.answer.actual, place=row.place)

    def _changed(
        self, key: str, row: FilledRow, indicator: Indicator, target: Target
    ) -> Problem | None:
        """The problem that the promise is not the one of the declaration any more."""
        words = promise_in_full(indicator, target)
        if row.mark != fingerprint(indicator, key, target):
            return problem(
                row.place,
                f"申报表中的承诺“{words}”与生成填报表时不同；请重新生成填报表，把本行填到新表里。",
                f"the promise '{words}' in the declaration is not the one this row was written "
                "for; write a new workbook and fill this row in there.",
            )
        shown = squeeze(row.promise), squeeze(row.text)
        meant = squeeze(promise(indicator, target)), squeeze(indicator.target_text)
        if (shown[0] and meant[0] and shown[0] != meant[0]) or (shown[1] and shown[1] != meant[1]):
            return problem(
                row.place,
                f"表中的承诺文字被改动（“{row.promise or row.text[:30]}”），申报表中是“{words}”；"
                "请改回原文，承诺以申报表为准。",
                f"the promise was changed in the workbook ('{row.promise or row.text[:30]}'); the "
                f"declaration says '{words}'; restore it.",
            )
        return None

    def _name(self, key: str) -> str:
        """What to call the row `key` in a message."""
        if key in self._promises:
            return promise_in_full(*self._promises[key])
        return HEAD_ROWS.get(key, "")

    def _deleted(self, key: str) -> Problem:
        return problem(
            self._sheet.place,
            f"缺少一行：“{self._name(key)}”（编号 {key}）；"
            "请撤销删除，或用 evalengine template 重新生成。",
            f"a row is missing: '{self._name(key)}' (id {key}); undo its deletion, or write a new "
            "workbook with `evalengine template`.",
        )

    def _twin(self, row: FilledRow, first: FilledRow) -> Problem:
        return problem(
            row.place,
            f"“{self._name(row.id)}”（编号 {row.id}）填了两次，另一处在 {first.place}；"
            "请只保留一行。",
            f"'{self._name(row.id)}' (id {row.id}) stands twice, also at {first.place}; keep one.",
        )

    def _stranger(self, row: FilledRow) -> Problem:
        label = f"编号“{row.id}”" if row.id else f"自行添加的一行（“{row.answer.actual}”）"
        label_en = f"id '{row.id}'" if row.id else f"an added row ('{row.answer.actual}')"
        return problem(
            row.place,
            f"{label}不对应申报表中的任何承诺；请删去这一行。",
            f"{label_en} answers no promise of the declaration; delete this row.",
        )


def _placed(error: EvalengineError, row: FilledRow, name: str) -> list[Problem]:
    """The problems of one answer, each with its cell and the promise it is about."""
    return [
        problem(p.where or row.place, f"“{name}”：{p.words.zh}", f"'{name}': {p.words.en}")
        for p in error.problems
    ]
