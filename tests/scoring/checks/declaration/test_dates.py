"""Days that no calendar has."""

import pytest

from tests.scoring.checks.declaration.fragments import found, fragment, said

CHECK = "date-impossible"


@pytest.mark.parametrize(
    "date",
    [
        "2019年2月30日",
        "2019年2月29日",
        "6月31日",
        "2019年13月",
        "12月32号",
        "2019-02-30",
        "2019.4.31",
    ],
)
def test_a_day_that_is_in_no_calendar(date: str) -> None:
    [words] = said([("产出进度指标", f"{date}前完成培训")], CHECK)
    assert words == f"“产出进度指标”里的“{date}”不存在。"


@pytest.mark.parametrize(
    "text",
    [
        "2019年2月28日前完成",
        "12月31日前完成",
        "2020年2月29日前完成",
        "2019年12月底前完成",
        "养护18月",  # months, no date
        "2019年18月龄以上",
        "第1.2.3版本",
        "预算2019.13.5",
    ],
)
def test_what_is_a_day_or_none_at_all(text: str) -> None:
    assert said([("产出进度指标", text)], CHECK) == []


def test_without_any_year_29_february_may_be_meant() -> None:
    rows = [("产出进度指标", "2月29日前完成")]
    assert found([fragment(rows, year=0)], CHECK) == []
    assert found([fragment(rows, year=2020)], CHECK) == []
    assert len(found([fragment(rows, year=2019)], CHECK)) == 1
