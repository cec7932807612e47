"""The budget year of a form, among all the years that stand above its table."""

import pytest

from indicators.places import Place
from indicators.reading.year import budget_year

TITLE = "项目支出绩效自评表"
AT = Place("a.docx")


def _year(*below: str, title: str = TITLE, given: str = "") -> tuple[int | None, list[str]]:
    year, findings = budget_year(title, below, given, AT)
    return year, [finding.check for finding in findings]


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("（2022年度）", 2022),
        ("(2022年)", 2022),
        ("２０２２年度", 2022),
        ("（二〇二二年度）", 2022),
        ("（二○一九年度）", 2019),
        ("（二零二二年）", 2022),
        ("（二O二二年度）", 2022),
        ("某区2022年度部门预算项目", 2022),
        ("（2022年1-7月）", 2022),
        ("（2022年1月1日至2022年7月31日）", 2022),
        ("（2022年度） 填报日期：2023年3月15日", 2022),
    ],
)
def test_lines_below_the_title(line: str, year: int) -> None:
    assert _year(line) == (year, [])


@pytest.mark.parametrize(
    "line",
    [
        "填报日期：2023年3月15日",
        "打印时间：2023年",
        "附件3 2020年2月25日",
        "2018年10月",
        "2023-03-15",
        "单位：万元",
    ],
)
def test_years_of_days_are_no_budget_years(line: str) -> None:
    assert _year(line) == (None, ["year-missing"])
    assert _year(line, "（2022年度）") == (2022, [])
    assert _year("（2022年度）", line) == (2022, [])


def test_a_line_of_its_own_counts_more_than_the_title() -> None:
    title = "2023年项目支出绩效自评表"
    assert _year(title=title) == (2023, [])
    assert _year("（2022年度）", title=title) == (2022, [])
    assert _year("（2022年度）", title="2023年度项目支出绩效自评表") == (2022, ["year-differs"])


def test_a_year_in_running_text_counts_least() -> None:
    text = "为做好2023年预算编制，填写下表"
    assert _year(text, "某区2022年度项目") == (2022, [])
    assert _year(text) == (2023, [])
    assert _year(text, "2024年填") == (2023, ["year-differs"])


@pytest.mark.parametrize(
    "line", ["（2022-2024年）", "（2022年—2024年）", "2022～2024年度", "2022年至2024年"]
)
def test_of_several_years_the_first_is_taken_and_told(line: str) -> None:
    assert _year(line) == (2022, ["year-range"])
    assert _year(line, title="2023年度项目支出绩效目标表") == (2023, [])
    assert _year(line, given="2024") == (2024, [])


@pytest.mark.parametrize("given", ["2022", "2022年", "（2022年度）", "二〇二二年"])
def test_a_field_for_the_year(given: str) -> None:
    assert _year(given=given) == (2022, [])
    assert _year(given=given, title="2023年项目支出绩效自评表") == (2022, [])
    assert _year("（2023年度）", given=given) == (2023, ["year-differs"])


def test_no_year_at_all() -> None:
    assert _year() == (None, ["year-missing"])
    _, (finding,) = budget_year(TITLE, ["（2022-2024年）"], "", AT)
    assert "“2022-2024年”" in finding.words.zh
    assert "第一年 2022 年" in finding.words.zh
