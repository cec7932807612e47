"""Finds which promise a typed row answers: by id, by its words, or, as a suggestion, by likeness.

Ids and equal words decide. A likeness is only told, with its score, until the user accepts it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from indicators.errors import Problem, Words
from indicators.model import Finding, Form, Indicator, Severity, Target
from indicators.pairing.likeness import Likeness, is_clear
from indicators.pairing.sheet import promise, promise_in_full
from indicators.pairing.typed import TypedRow
from indicators.spelling import plain_words
from indicators.taxonomy import category_of

_YES = frozenset(("是", "对", "确认", "同意", "√", "✓", "y", "yes", "true"))
_NO = frozenset(("否", "不是", "不对", "×", "✗", "n", "no", "false"))
_ID = re.compile(r"[0-9]+(?:\.[0-9]+)?")


@dataclass(slots=True)
class Found:
    """Which row answers which indicator (`3`) or promise (`3.1`), and all that is to be told."""

    rows: dict[str, TypedRow] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    doubts: list[Finding] = field(default_factory=list)


def find_promises(form: Form, rows: Sequence[TypedRow], *, accept: bool) -> Found:
    """Which of the form's promises each of `rows` answers.

    Args:
        form: the declaration of the project that the rows are of.
        rows: as typed; those of money, and those refused in the column 确认, are left out.
        accept: whether the user accepts every suggestion.
    """
    finder = _Finder(form, accept)
    left = [row for row in rows if not row.money and row.confirm.strip().lower() not in _NO]
    left = [row for row in left if not finder.by_id(row)]
    left = [row for row in left if not finder.by_words(row)]
    finder.by_likeness(left)
    order = {row.place: at for at, row in enumerate(rows)}
    finder.found.problems.sort(key=lambda problem: order[problem.where])
    finder.found.doubts.sort(key=lambda doubt: order[doubt.place])
    return finder.found


class _Finder:
    """Pairs rows with what is left of the promises of one form."""

    def __init__(self, form: Form, accept: bool) -> None:  # noqa: FBT001 -- private
        self.found = Found()
        self._accept = accept
        self._indicators = {str(row.number): row for row in form.indicators}
        self._items = {key: (row, target) for key, row, target in form.items()}
        self._words = {key: frozenset(map(plain_words, words)) for key, words in _words(form)}
        self._alike = Likeness({key: _text(row) for key, row in self._indicators.items()})

    def by_id(self, row: TypedRow) -> bool:
        """Pair a row that says which promise it answers, in 编号 or in 确认."""
        said = next(
            (text for text in (row.confirm.strip(), row.item.strip()) if _ID.fullmatch(text)), ""
        )
        if said not in self._indicators and said not in self._items:
            if row.item.strip() and not row.words:
                self._tell(row, *_unknown_id(row))
                return True
            return False
        if said == row.item.strip() and self._is_of_another(row, said):
            self.found.doubts.append(
                Finding("number-of-another", Severity.WARNING, row.place, _of_another(row))
            )
            return False
        return self._take(said, row)

    def _is_of_another(self, row: TypedRow, said: str) -> bool:
        """Whether a row has the words of another indicator than the one whose number it gives: the
        department numbered its table in an order of its own.
        """
        asked = plain_words(row.name or row.target)
        named = {key.partition(".")[0] for key, words in self._words.items() if asked in words}
        return bool(asked and named) and said.partition(".")[0] not in named

    def by_words(self, row: TypedRow) -> bool:
        """Pair a row whose words are those of one promise only."""
        texts = (row.name, row.name + row.target) if row.name else (row.target,)
        asked = {words for words in map(plain_words, texts) if words}
        named = [key for key, words in self._words.items() if asked & words]
        still_open = self._open(row)
        keys = [key for key in named if key in still_open]
        if not keys:  # a second answer to what was answered
            keys = [key for key in named if key in self.found.rows]
        return len(keys) == 1 and self._take(keys[0], row)

    def by_likeness(self, rows: Sequence[TypedRow]) -> None:
        """Suggest a promise for each row, the clearest first; or tell that none is like it."""
        waiting = list(rows)
        while waiting:
            ranked = [(self._ranked(row), row) for row in waiting]
            best, row = max(ranked, key=lambda one: one[0][0][0] if one[0] else 0.0)
            waiting.remove(row)
            if is_clear(best) or (len(best) == 1 and self._wanted(row)):
                self._suggest(row, *best[0])
            else:
                self._tell(row, *_unlike(row, [(s, self._name(key)) for s, key in best[:2]]))

    def _ranked(self, row: TypedRow) -> list[tuple[float, str]]:
        """The indicators that are open, the most alike first."""
        keys = dict.fromkeys(key.partition(".")[0] for key in self._open(row))
        return self._alike.ranked(row.words, keys)

    @staticmethod
    def _wanted(row: TypedRow) -> str:
        """The kind of indicator that the row names; the only open one of it needs no likeness."""
        return category_of("", row.level2) if row.level2 else ""

    def _suggest(self, row: TypedRow, score: float, key: str) -> None:
        """Pair the row with an indicator, or one of its promises, if the user accepts that."""
        ranked = Likeness(
            {k: promise(*self._items[k]) for k in self._open(row) if k.startswith(f"{key}.")}
        ).ranked(row.words)
        inside = ranked[0][1] if len(ranked) > 1 and is_clear(ranked) else key
        self._take(inside, row)
        confirmed = row.confirm.strip().lower() in _YES
        words = _suggestion(row, inside, self._name(inside), score)
        if confirmed or self._accept:
            check, severity = "paired-by-likeness", Severity.WARNING
            self.found.doubts.append(Finding(check, severity, row.place, words[0]))
        else:
            self._tell(row, *words[1])

    def _open(self, row: TypedRow) -> list[str]:
        """What is not answered yet, of the same kind of indicator, where the row names one."""
        wanted = self._wanted(row)
        taken = self.found.rows
        return [
            key
            for key in self._words
            if key not in taken
            and key.partition(".")[0] not in taken
            and not (key in self._indicators and any(k.startswith(f"{key}.") for k in taken))
            and (not wanted or wanted == self._indicators[key.partition(".")[0]].category)
        ]

    def _take(self, key: str, row: TypedRow) -> bool:
        """Give the row to a promise; twins become a problem."""
        first = self.found.rows.get(key)
        if first is None:
            self.found.rows[key] = row
        else:
            self._tell(row, *_twin(key, self._name(key), first))
        return True

    def _name(self, key: str) -> str:
        """What to call an indicator or a promise in a message."""
        if "." in key:
            return promise_in_full(*self._items[key])
        return _shown(self._indicators[key])

    def _tell(self, row: TypedRow, zh: str, en: str) -> None:
        self.found.problems.append(Problem(row.place, Words(zh, en)))


def _words(form: Form) -> Iterator[tuple[str, tuple[str, ...]]]:
    """By what words each indicator, and each of several promises in one, is named."""
    for row in form.indicators:
        name, text = row.name or "", row.target_text
        alone = _of_promise(row, row.targets[0]) if len(row.targets) == 1 else ()
        yield str(row.number), tuple(filter(None, (name, text, name + text, *alone)))
        if len(row.targets) > 1:
            for key, target in row.items():
                yield key, tuple(filter(None, _of_promise(row, target)))


def _of_promise(row: Indicator, target: Target) -> tuple[str, ...]:
    return target.measure or "", promise(row, target)


def _text(row: Indicator) -> str:
    """All that an indicator says, to be compared with."""
    return f"{row.level2}{row.name or ''}{row.target_text}"


def _shown(row: Indicator) -> str:
    text = " ".join(f"{row.name or ''} {row.target_text}".split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


_LONGEST = 40


def _suggestion(row: TypedRow, key: str, name: str, score: float) -> tuple[Words, tuple[str, str]]:
    """A suggestion that was accepted, and one that still has to be."""
    taken = Words(
        f"“{row.words}”按相似度 {score:.2f} 配给 {key}“{name}”，已由使用者确认。",
        f"'{row.words}' was paired with {key} '{name}' by likeness {score:.2f}; the user accepted.",
    )
    asked = (
        f"“{row.words}”可能是 {key}“{name}”（相似度 {score:.2f}）；请在“确认”一栏填“是”，"
        "或在“编号”一栏填编号；也可用 --accept-suggestions 全部采纳。",
        f"'{row.words}' may be {key} '{name}' (likeness {score:.2f}); write 是 in a column 确认, "
        "or the id in a column 编号, or accept all with --accept-suggestions.",
    )
    return taken, asked


def _unlike(row: TypedRow, near: Sequence[tuple[float, str]]) -> tuple[str, str]:
    shown = "、".join(f"“{name}”（{score:.2f}）" for score, name in near)
    shown_en = ", ".join(f"'{name}' ({score:.2f})" for score, name in near)
    return (
        f"“{row.words}”对不上任何一项承诺"
        + (f"；最接近的是{shown}" if near else "")
        + "；请在“编号”一栏填申报表中的编号（见 evalengine parse），不用的行在“确认”一栏填“否”。",
        f"'{row.words}' answers no promise"
        + (f"; nearest: {shown_en}" if near else "")
        + "; write its id (see evalengine parse) in a column 编号, or 否 in a column 确认.",
    )


def _unknown_id(row: TypedRow) -> tuple[str, str]:
    return (
        f"编号“{row.item}”不对应申报表中的任何承诺；编号见 evalengine parse。",
        f"id '{row.item}' answers no promise of the declaration; see evalengine parse for the ids.",
    )


def _twin(key: str, name: str, first: TypedRow) -> tuple[str, str]:
    return (
        f"{key}“{name}”填了两次，另一处在 {first.place}；请只保留一行。",
        f"{key} '{name}' stands twice, also at {first.place}; keep one.",
    )


def _of_another(row: TypedRow) -> Words:
    return Words(
        f"编号“{row.item}”是申报表里另一项指标的；按名称“{row.name or row.target}”配对，请核对。",
        f"the number '{row.item}' is that of another indicator; paired by the name "
        f"'{row.name or row.target}'. Please check.",
    )
