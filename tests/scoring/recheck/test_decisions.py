"""What a reviewer decides, and what follows."""

import datetime as dt

import pytest

from scoring.recheck import Rechecker, load_rules, recheck_form
from scoring.recheck.decisions import Decision, Ruling, decided, faults, reviewed
from scoring.register import find
from tests.scoring.recheck.samples import D, declared, money, row

STANDARD = find("cn-mof-2020-10")
ROWS = (
    money("100", "80", "10"),  # 8.00
    row("≥100人", "94人", "50", most="50"),  # 47.00
    row("≥20套", "550万元", "40", most="40", number=2),  # cannot be computed
)
CHECKED = recheck_form(declared(*ROWS), Rechecker.by(STANDARD, load_rules()), load_rules())
MONEY, MISSED, UNCLEAR = CHECKED.rows


def _decision(ruling: str, points: str | None = None, reason: str = "已核实") -> Decision:
    number = None if points is None else D(points)
    return Decision(Ruling(ruling), "示例复核人", dt.date(2023, 3, 1), reason, number)


def test_each_ruling_has_its_points() -> None:
    assert decided(MISSED, None) == D("47.00")
    assert decided(MISSED, _decision("accept")) == D("47.00")
    assert decided(MISSED, _decision("correct", "48.5")) == D("48.5")
    assert decided(MISSED, _decision("reject")) == D("50")
    assert decided(UNCLEAR, None) == D("40")  # as declared, until somebody decides


def test_the_total_follows_the_decisions() -> None:
    """8.00 + 47.00 + 40 as recomputed; then 10 + 48.5 + 12."""
    before = reviewed(CHECKED, {}, STANDARD)
    assert (before.total, before.grade.title, before.waiting) == (D("95.00"), "优", 3)
    decisions = {
        0: _decision("reject"),
        1: _decision("correct", "48.5"),
        2: _decision("correct", "12"),
    }
    after = reviewed(CHECKED, decisions, STANDARD)
    assert (after.total, after.grade.title, after.waiting) == (D("70.5"), "中", 0)


@pytest.mark.parametrize(
    ("decision", "due"),
    [
        (_decision("correct", "48", reason=" "), "要写理由"),
        (_decision("reject", reason=""), "要写理由"),
        (_decision("correct"), "要填复核得分"),
        (_decision("correct", "51"), "不在 0～50 之内"),
        (_decision("correct", "-1"), "不在 0～50 之内"),
        (_decision("correct", "48.123"), "超过两位小数"),
        (_decision("accept", "48"), "只和“改为”一起填"),
    ],
)
def test_faults_of_decisions(decision: Decision, due: str) -> None:
    [(_, words)] = faults(decision, MISSED)
    assert due in words.zh


def test_a_decision_names_its_reviewer() -> None:
    [(_, words)] = faults(Decision(Ruling.ACCEPT, " ", dt.date(2023, 3, 1)), MISSED)
    assert words.zh == "没有写复核人"


def test_nothing_can_be_accepted_where_nothing_was_computed() -> None:
    [(_, words)] = faults(_decision("accept"), UNCLEAR)
    assert "没有可以采纳的得分" in words.zh


def test_findings_on_the_form_have_no_points() -> None:
    assert list(faults(_decision("accept"), None)) == []
    [(_, words)] = faults(_decision("correct", "48"), None)
    assert "请在各行改" in words.zh
