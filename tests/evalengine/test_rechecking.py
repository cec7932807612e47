"""The flow of a re-check, on forms as units hand them in."""

from decimal import Decimal
from pathlib import Path

import pytest

from evalengine.rechecking import declared_form, rate_of, recheck_files
from indicators.errors import RuleFileError, StandardError
from indicators.model import Severity
from indicators.reading import read_forms
from scoring.register import find
from tests.evalengine.filled import ILLUSTRATIVE, MONEY, ROWS, write_form

DECLARATION = ILLUSTRATIVE.parents[1] / "xicheng-2019" / "xicheng-2019-budget.txt"


def test_the_illustrative_form_is_judged_row_by_row() -> None:
    """Each by hand: 95% of 10 cut to 9; 93 of 95; 1 − 18.75% in a line; 72 of 80; met, yet 9."""
    [form] = recheck_files([ILLUSTRATIVE]).forms
    verdicts = {row.number: row.verdict.value for row in form.check.rows}
    assert verdicts == {
        **dict.fromkeys((1, 2, 3, 5, 7, 9), "agrees"),
        0: "rounding",
        4: "rounding",
        6: "explained",
        8: "differs",
        10: "differs",
    }
    assert form.check.standard.id == "cn-mof-2020-10"


def test_its_bottom_line() -> None:
    """9.50+10+8.60+5+9.79+5+8.42+14+9+5+10, where 95 was declared and the points make 92.73."""
    [form] = recheck_files([ILLUSTRATIVE]).forms
    assert (form.check.total, form.check.declared_total) == (Decimal("94.31"), Decimal(95))
    assert "total-not-sum" in {found.check for found in form.check.findings}


def test_a_standard_can_be_named() -> None:
    """By the linear practice the cost row agrees: 8.13."""
    [form] = recheck_files([ILLUSTRATIVE], standard="cn-practice-linear").forms
    cost = form.check.rows[6]
    assert (cost.row.name, cost.verdict) == ("项目总成本", "agrees")


def test_severities_are_counted(tmp_path: Path) -> None:
    checked = recheck_files([write_form(tmp_path / "a.html")])
    assert checked.counts == {Severity.ERROR: 1, Severity.WARNING: 1, Severity.INFO: 0}
    assert checked.has_any(Severity.ERROR)
    rows = [(*ROWS[0][:6], "47", "生源不足"), *ROWS[1:]]
    clean = recheck_files([write_form(tmp_path / "b.html", rows, total="96.5")])
    assert not clean.has_any(Severity.INFO)


def test_two_forms_of_one_name_are_told_apart(tmp_path: Path) -> None:
    paths = [write_form(tmp_path / name) for name in ("a.html", "b.html")]
    first, second = recheck_files(paths).forms
    assert second.form.id == f"{first.form.id}-2"


def test_a_declaration_is_nothing_to_re_check() -> None:
    [error] = recheck_files([DECLARATION]).errors
    assert len(error.problems) == 10
    assert "填好的自评表" in error.problems[0].words.zh


def test_one_bad_file_does_not_hide_the_others(tmp_path: Path) -> None:
    checked = recheck_files([tmp_path / "none.html", write_form(tmp_path / "a.html")])
    assert (len(checked.forms), len(checked.errors)) == (1, 1)


def test_without_a_year_no_standard_can_be_selected(tmp_path: Path) -> None:
    path = write_form(tmp_path / "a.html", year="")
    with pytest.raises(StandardError, match="不知道预算年度"):
        recheck_files([path])
    assert recheck_files([path], standard="cn-mof-2020-10").forms


def test_a_wrong_lexicon_is_one_error(tmp_path: Path) -> None:
    lexicon = tmp_path / "words.yaml"
    lexicon.write_text("nonsense: 1", encoding="utf-8")
    with pytest.raises(RuleFileError, match="nonsense"):
        recheck_files([ILLUSTRATIVE, ILLUSTRATIVE], lexicon=lexicon)


def test_money_that_says_nothing_is_a_row_all_the_same(tmp_path: Path) -> None:
    money = (*MONEY[:2], "", *MONEY[3:])
    [form] = recheck_files([write_form(tmp_path / "a.html", money=money)]).forms
    row = form.check.rows[0]
    assert (row.row.is_money, row.verdict) == (True, "not_computable")
    assert "无法计算执行率" in row.explanation.zh


LONG = (
    "project_id,project,department,year,budget（万元）,executed（万元）,level1,level2,indicator,"
    "target,actual,max_points,declared_points\n"
    "p1,甲项目,某局,2022,100,80,产出指标,数量指标,培训人数,≥100人,94人,50,50\n"
    "p1,甲项目,某局,2022,100,80,效益指标,社会效益指标,知晓率,≥80%,80%,30,30\n"
    "p1,甲项目,某局,2022,100,80,满意度指标,服务对象满意度指标,满意度,≥90%,91%,10,9\n"
    "p2,乙项目,某局,2022,50,50,产出指标,数量指标,培训人数,≥20人,20人,100,100\n"
)


def test_a_long_table_has_one_form_a_project(tmp_path: Path) -> None:
    """The money of the first has the 10 points that its rows leave; the second leaves none."""
    path = tmp_path / "long.csv"
    path.write_text(LONG, encoding="utf-8")
    first, second = (form.check for form in recheck_files([path]).forms)
    assert [row.computed for row in first.rows] == [8, 47, 30, 10]
    assert (first.declared_total, first.total) == (
        Decimal(97),
        Decimal(95),
    )  # 8 for the money on both sides
    assert first.rows[0].findings == ()
    assert not first.rows[0].needs_decision
    assert [row.row.is_money for row in second.rows] == [False]


def test_the_money_is_judged_by_the_budget_of_the_standard() -> None:
    [form] = read_forms(ILLUSTRATIVE)
    annual = declared_form(form, find("cn-mof-2020-10")).rows[0]
    initial = declared_form(form, find("cn-selfeval-2016")).rows[0]
    assert annual.indicator.targets[0].value == 125
    assert initial.indicator.targets[0].value == 120
    assert annual.rate == 95


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("86.19%", "86.19"),
        ("86.19％", "86.19"),
        ("86.19", "86.19"),
        ("0.8619", "86.19"),
        ("1", "100"),
        ("0.5%", "0.5"),
        ("0", "0"),
        ("", None),
        ("—", None),
        ("NaN", None),
    ],
)
def test_printed_rates(text: str, rate: str | None) -> None:
    assert rate_of(text) == (None if rate is None else Decimal(rate))


def test_copied_forms_are_grouped(tmp_path: Path) -> None:
    """The illustrative form twice, under two names; and one of its own."""
    text = ILLUSTRATIVE.read_text("utf-8")
    copy = tmp_path / "copy.html"
    copy.write_text(text.replace("社区养老服务补助", "农村养老服务补助"), encoding="utf-8")
    checked = recheck_files([ILLUSTRATIVE, write_form(tmp_path / "own.html"), copy])
    [group] = checked.copies
    assert group.members == (0, 2)
    assert "“社区养老服务补助（示例）”“农村养老服务补助（示例）”" in group.finding.words.zh
    assert recheck_files([ILLUSTRATIVE]).copies == ()
