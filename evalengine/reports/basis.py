"""The notes under a printed form: by which standard and clauses the points came about."""

from collections.abc import Iterator

from evalengine import settings
from evalengine.reports.standard import part_title
from scoring.model import ProjectScore, Working
from scoring.standard import Standard

SEEN, UNSEEN, CHOSEN = "已核对原文", "未经核对", "使用者的选择"


def mark(working: Working) -> str:
    """Whether the text of the clause was seen, or that there is none."""
    if working.is_missing:
        return CHOSEN
    return SEEN if working.verified else UNSEEN


def notes_of(score: ProjectScore, standard: Standard) -> list[str]:
    """The notes of a project's form, numbered."""
    return [
        f"{'注：' if number == 1 else '　　'}{number}．{text}"
        for number, text in enumerate(_notes(score, standard), 1)
    ]


def _notes(score: ProjectScore, standard: Standard) -> Iterator[str]:
    yield (
        f"评分标准：{standard.title}（{standard.issued_as}；{standard.id}，校验值 "
        f"{standard.sha256[:12]}），由 {settings.engine()} 计算，逐项算式见计分说明。"
    )
    for cite, words in _clauses(score).items():
        yield f"{words}：{cite}。"
    unseen = [part_title(standard, key).zh for key, _ in standard.unverified()]
    if unseen:
        yield f"所用标准中{UNSEEN}原文的部分：{'、'.join(unseen)}。"
    if score.status == "provisional":
        yield "有未填报的内容，本表结果为暂定，不能作为正式自评结果。"
    for note in score.notes:
        yield note.zh


def _clauses(score: ProjectScore) -> dict[str, str]:
    """Every clause that gave points, and whether its text was seen."""
    workings = [score.execution.working] if score.execution else []
    workings += [item.working for item in score.items]
    return {each.cite: f"计分依据（{mark(each)}）" for each in workings if each.cite}
