"""What a form prints of a promise are its own words, where they are read as the same promise."""

from collections.abc import Collection
from decimal import Decimal

import pytest

from evalengine.reports.promised import IN_WORDS, Promise, promised
from indicators.errors import Words
from indicators.grammar import parse_targets
from indicators.model import Indicator
from scoring.model import ItemScore, Working

ONE_COLUMN = ("name", "target")
THREE_COLUMNS = ("name", "nature", "target", "unit")
NOTHING = Decimal(0)
NONE = Words("", "")
WORKING = Working("", "", "", NOTHING, NOTHING, NOTHING, cite="", verified=True, words=NONE)


def shown(
    text: str,
    *,
    name: str | None = None,
    category: str = "output.quantity",
    number: int = 1,
    columns: Collection[str] = ONE_COLUMN,
    nature: str | None = None,
    unit: str | None = None,
) -> dict[str, str]:
    """The cells of the promise `number` of a row; nature and unit are cells beside it."""
    found = parse_targets(text, name=name, nature=nature, unit=unit, category=category, year=2022)
    targets = tuple(found)
    row = Indicator(1, "产出指标", "数量指标", category, name, text, targets, "a:1")
    target = targets[number - 1]
    item = ItemScore(
        f"1.{number}",
        category,
        row.level1,
        row.level2,
        indicator=name or text,
        measure=target.measure,
        target=target.phrase or text,
        actual="",
        max_points=NOTHING,
        working=WORKING,
    )
    return dict(promised(item, Promise(row, target, 2022, None), columns))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("项目完成时间", "2022年12月底前"),  # and not 2022-12-31前
        ("完成时间", "2022年12月31日之前完成"),
        ("项目总成本", "≤125.00万元"),
        ("召开会议", "每季度1次"),
        ("改善环境", "明显改善"),
        ("培训人数", "不少于100人"),
    ],
)
def test_a_row_with_a_name_keeps_its_words(name: str, text: str) -> None:
    assert shown(text, name=name) == {"name": name, "target": text}


def test_a_promise_that_other_columns_belong_to_is_told_in_full() -> None:
    assert shown("100", name="培训人数", nature="≥", unit="人") == {
        "name": "培训人数",
        "target": "≥100人",
    }


def test_a_row_without_a_name_is_told_by_what_is_measured() -> None:
    assert shown("聘用保安人员100人，服务于局机关。") == {
        "name": "聘用保安人员",
        "target": "100人",
    }
    assert shown("2022年底之前全部完成支付", category="output.timeliness") == {
        "name": "全部完成支付",
        "target": "2022年底之前",
    }
    assert shown("提高工作效率。") == {"name": "提高工作效率。", "target": IN_WORDS}


def test_each_of_several_promises_keeps_the_name_of_its_row() -> None:
    text = "培训100人，满意度≥90%"
    assert shown(text, name="教师培训") == {"name": "教师培训", "target": "培训100人"}
    assert shown(text, name="教师培训", number=2) == {"name": "教师培训", "target": "满意度≥90%"}


def test_a_number_says_of_what_it_is_where_that_tells_which_side_is_good() -> None:
    """2000册 alone would be a cost below 成本指标, and fewer of them better."""
    cells = shown("印制资料2000册，12月底前发放完毕", name="资料合格率", category="output.cost")
    assert cells == {"name": "资料合格率", "target": "印制资料2000册"}


def test_three_columns() -> None:
    apart = {"name": "培训人数", "nature": "≥", "target": "100", "unit": "人"}
    assert shown("100", name="培训人数", columns=THREE_COLUMNS, nature="≥", unit="人") == apart
    assert shown("≥100人", name="培训人数", columns=THREE_COLUMNS) == apart
    as_written = shown("100.00", name="培训人数", columns=THREE_COLUMNS, nature="≥", unit="人")
    assert as_written == apart | {"target": "100.00"}
    # Nobody wrote “=”, and 约 has no column of its own.
    assert shown("100人", name="培训人数", columns=THREE_COLUMNS)["nature"] == ""
    assert shown("约100人", name="培训人数", columns=THREE_COLUMNS)["target"] == "约100人"
    assert shown("每季度1次", name="会议", columns=THREE_COLUMNS)["target"] == "每季度1次"
