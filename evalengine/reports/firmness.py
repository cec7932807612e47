"""How firm the grades are, in words: for which weights they hold, which judgement would move them.

As lines and as data.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from evalengine.normalform import plain as data_of
from evalengine.reports.screen import heading
from evalengine.terminal import clip, plain, room, wrap
from indicators.errors import Words
from scoring.model import Grade, ProjectScore
from scoring.sensitivity import JudgementRange, Sensitivity, Turn, WeightRange

Found = Sequence[tuple[ProjectScore, Sensitivity]]

_LONGEST = 40
RULE = Words(
    "一类分值变动时，其余各类按原比例缩放，合计不变；逐分（0.01）按标准重新计分。",
    "when the points of one category move, the others keep their proportions and the total stays; "
    "everything is scored anew, cent by cent.",
)


def firmness_lines(found: Found, language: str) -> list[str]:
    """What was found for every project."""
    lines: list[str] = []
    for score, firm in found:
        lines += ["", *_lines(score, firm, language)]
    return lines


def _lines(score: ProjectScore, firm: Sensitivity, language: str) -> list[str]:
    grade = firm.grade
    title = Words(
        f"敏感性：{heading(score, 'zh')}，{firm.total:f} 分，{grade.title}",
        f"Sensitivity: {heading(score, 'en')}, {firm.total:f}, {grade.title_en}",
    )
    lines = wrap(title.said(language), room())
    for words in _sentences(firm):
        lines += [f"    {line}" for line in wrap(plain(words.said(language)), room() - 4)]
    return lines


def _sentences(firm: Sensitivity) -> Iterator[Words]:
    if firm.weights:
        yield RULE
    for weight in firm.weights:
        title, now, words = weight.title, weight.now, weight_words(weight)
        yield Words(
            f"{title.zh}（现 {now:f}）：{words.zh}", f"{title.en} (now {now:f}): {words.en}"
        )
    moving = [each for each in firm.judgements if each.falls or each.rises]
    for each in moving:
        name, words = clip(plain(each.name), _LONGEST), judgement_words(each)
        had = f"{each.points:f}/{each.max_points:f}"
        yield Words(
            f"{each.id} {name}（{had}）：{words.zh}", f"{each.id} {name} ({had}): {words.en}"
        )
    if firm.judgements and len(moving) < len(firm.judgements):
        left = len(firm.judgements) - len(moving)
        yield Words(
            f"其余 {left} 项评判无论怎样改，等级都不变。",
            f"whatever is judged of the other {left} judged items, the grade stays.",
        )


def weight_words(weight: WeightRange) -> Words:
    """Between which points of a category the grade holds, and what comes past them."""
    if weight.below is None and weight.above is None:
        return Words("无论多少，等级都不变。", "the grade holds whatever they are.")
    zh = f"{weight.low:f} 至 {weight.high:f} 分之间等级不变"
    en = f"the grade holds from {weight.low:f} to {weight.high:f}"
    if weight.below is not None:
        zh += f"，再低为“{weight.below.title}”"
        en += f", below it is '{weight.below.title_en}'"
    if weight.above is not None:
        zh += f"，再高为“{weight.above.title}”"
        en += f", above it is '{weight.above.title_en}'"
    return Words(zh + "。", en + ".")


def judgement_words(each: JudgementRange) -> Words:
    """Which other answer to a judged item would change the grade."""
    said = [_turned(turn) for turn in (each.falls, each.rises) if turn is not None]
    if not said:
        return Words("无论怎样评判，等级都不变。", "the grade holds however it is judged.")
    return Words("；".join(w.zh for w in said) + "。", "; ".join(w.en for w in said) + ".")


def _turned(turn: Turn) -> Words:
    grade = turn.grade
    return Words(
        f"改为“{turn.words.zh}”，总分 {turn.total:f}，为“{grade.title}”",
        f"judged '{turn.words.en}', the total is {turn.total:f}, '{grade.title_en}'",
    )


def firmness_data(found: Found) -> list[dict[str, Any]]:
    """What `--sensitivity` adds to a document of records, under `sensitivity`."""
    return [
        {
            "form_id": score.form_id,
            "project": score.project,
            "total": data_of(firm.total),
            "grade": firm.grade.title,
            "weights": [_weight(each) for each in firm.weights],
            "judgements": [_judgement(each) for each in firm.judgements],
        }
        for score, firm in found
    ]


def _weight(weight: WeightRange) -> dict[str, Any]:
    return {
        "category": weight.category,
        "now": data_of(weight.now),
        "low": data_of(weight.low),
        "high": data_of(weight.high),
        "grade_below": _title(weight.below),
        "grade_above": _title(weight.above),
    }


def _title(grade: Grade | None) -> str | None:
    return None if grade is None else grade.title


def _judgement(each: JudgementRange) -> dict[str, Any]:
    return {
        "id": each.id,
        "points": data_of(each.points),
        "max_points": data_of(each.max_points),
        "falls": _turn(each.falls),
        "rises": _turn(each.rises),
    }


def _turn(turn: Turn | None) -> dict[str, Any] | None:
    if turn is None:
        return None
    return {
        "answer": turn.words.zh,
        "answer_en": turn.words.en,
        "points": data_of(turn.points),
        "total": data_of(turn.total),
        "grade": turn.grade.title,
    }
