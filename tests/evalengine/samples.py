"""The real document with its illustrative facts, and small declarations made from it."""

from pathlib import Path

from tests.house.tree import ROOT

DATA = ROOT / "data" / "xicheng-2019"
DECLARATION = DATA / "xicheng-2019-budget.txt"
ACTUALS = DATA / "actuals.xlsx"
GUARDS = "保安服务费"
PROJECTS = 9


def department_form() -> str:
    """The text of the department-wide form alone."""
    return _between("部门整体支出绩效目标申报表", "  项目支出绩效目标申报表")


def guards_form() -> str:
    """The text of the form of the guards alone."""
    return _between("  项目支出绩效目标申报表", "项目支出绩效目标申报表\n（2019 年度）")


def _between(first: str, next_: str) -> str:
    text = DECLARATION.read_text(encoding="utf-8")
    start = text.index(first)
    return text[start : text.index(next_, start + len(first))]


def local_standard(folder: Path, text: str = "") -> Path:
    """A standard file of the user's own: that of 2016 under another id, with `text` added."""
    path = folder / "本局标准.yaml"
    path.write_text(
        "id: our-own\n"
        "title: 本局自评办法\n"
        "title_en: our own\n"
        "issuer: 示例局\n"
        "issued_as: 示例\n"
        "status: practice\n"
        "extends: cn-selfeval-2016\n"
        "valid: {from: 2019-01-01, until: open}\n"
        "budget_years: {from: 2019, until: open}\n" + text,
        encoding="utf-8",
    )
    return path
