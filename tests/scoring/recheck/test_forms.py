"""A whole self-evaluation."""

from scoring.recheck import Rechecker, load_rules, recheck_form
from scoring.recheck.model import FormCheck
from scoring.register import find
from tests.scoring.recheck.samples import D, declared, money, row

RECHECKER = Rechecker.by(find("cn-mof-2020-10"), load_rules())


def _checked(*, total: str | None = None, grade: str | None = None) -> FormCheck:
    rows = (
        money("100", "80", "10"),  # 8.00
        row("≥20套", "550万元", "50", most="50"),
        row("有效", "有效", "28", most="30", category="benefit.social", number=2),
        row("≥95%", "76%", "9", name="满意度", category="satisfaction.beneficiary", number=3),
    )
    return recheck_form(declared(*rows, total=total, grade=grade), RECHECKER, load_rules())


def test_the_bottom_line_is_computed_anew() -> None:
    """8.00 + 50 (as declared, cannot be computed) + 28 + 8.00 (10 × 76 ÷ 95)."""
    checked = _checked()
    assert (checked.total, checked.grade.title, checked.unchecked) == (D("94.00"), "优", D(50))
    assert (checked.declared_total, checked.declared_grade) == (D(97), "优")


def test_what_is_printed_counts_as_declared() -> None:
    checked = _checked(total="98", grade="优秀")
    assert (checked.declared_total, checked.declared_grade) == (D(98), "优秀")
    assert "total-not-sum" in {found.check for found in checked.findings}


def test_findings_stand_with_their_rows_and_with_the_form() -> None:
    checked = _checked()
    of_rows = [[found.check for found in each.findings] for each in checked.rows]
    assert of_rows[0] == ["points-differ"]
    assert of_rows[1] == ["points-not-computable"]
    assert of_rows[2] == []
    assert len(checked.all_findings) == len(checked.findings) + sum(map(len, of_rows))


def test_a_form_without_points_has_no_declared_total() -> None:
    checked = recheck_form(declared(row("5场", "5场", None)), RECHECKER, load_rules())
    assert (checked.declared_total, checked.declared_grade) == (None, None)
    assert checked.total == D("10.00")


def test_where_nothing_can_be_computed_there_is_no_bottom_line() -> None:
    alone = declared(row("≥20套", "550万元", "150", most="50"), total=None, grade=None)
    checked = recheck_form(alone, RECHECKER, load_rules())
    assert not checked.is_computed
    assert _checked().is_computed
    # 150 of 100 points: nobody can have them, so that they have no grade.
    assert (checked.declared_total, checked.declared_grade) == (D(150), None)
