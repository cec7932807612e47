"""What the columns beside the value say of it."""

from decimal import Decimal

import pytest

from indicators.grammar import parse_targets


@pytest.mark.parametrize(
    ("text", "near", "wanted"),
    [
        ("22.8", {"name": "公猪舍（≥**平方米）"}, (">=", "22.8", "平方米")),
        ("50", {"name": "排污沟（≥米）"}, (">=", "50", "米")),
        ("95", {"name": "工程合格率（%）"}, ("=", "95", "%")),
        ("300", {"name": "保种数量（头）"}, ("=", "300", "头")),
        ("735", {"name": "受资助人数", "nature": "≧", "unit": "人次"}, (">=", "735", "人次")),
        ("1", {"name": "租车次数", "nature": "正向 大于等于", "unit": "次"}, (">=", "1", "次")),
        ("100", {"name": "达标率", "nature": "等于", "unit": "百分比"}, ("=", "100", "%")),
        ("≤1125万元", {"name": "项目总成本（≤**万元）"}, ("<=", "1125", "万元")),
        ("15000", {"name": "分派车次数"}, ("=", "15000", None)),
        ("100", {"name": "工程完工率"}, ("=", "100", "%")),
    ],
)
def test_comparator_and_unit_from_beside_the_value(
    text: str, near: dict[str, str], wanted: tuple[str, str, str | None]
) -> None:
    (target,) = parse_targets(text, category="output.quantity", **near)  # type: ignore[arg-type]
    assert (target.comparator, format(target.value or 0, "f"), target.unit) == wanted
    assert target.measure == near["name"]


def test_the_cell_itself_wins_over_its_neighbours() -> None:
    (target,) = parse_targets("≤3天", name="办理时间（≥小时）")
    assert (target.comparator, target.value, target.unit) == ("<=", Decimal(3), "天")


def test_a_comparator_from_the_name_is_noted() -> None:
    (target,) = parse_targets("63", name="化粪池（≥**立方米）")
    assert target.explicit
    assert target.notes


@pytest.mark.parametrize(
    ("name", "unit", "text", "date"),
    [
        ("完成年度", "年", "2022", "2022-12-31"),
        ("完成时间", None, "2022", "2022-12-31"),
        ("完成时间", None, "202209", "2022-09-30"),
        ("培训人数", None, "2022", None),
    ],
)
def test_a_name_or_a_unit_asks_for_a_year(
    name: str, unit: str | None, text: str, date: str | None
) -> None:
    [target] = parse_targets(text, name=name, unit=unit)
    assert (str(target.date) if target.date else None) == date


def test_about_in_the_nature_column_makes_approximate() -> None:
    (target,) = parse_targets("30", name="培训人数", nature="≈", unit="人")
    assert (target.comparator, target.approximate, target.explicit) == ("=", True, False)


@pytest.mark.parametrize(
    ("unit", "read"),
    [("级", "级"), ("1/10万", "/10万"), ("无", None), ("优良中差", None), ("年月", None)],
)
def test_a_column_of_units_may_hold_an_unknown_one(unit: str, read: str | None) -> None:
    (target,) = parse_targets("3", name="信息系统保护水平", nature="≥", unit=unit)
    assert target.unit == read
