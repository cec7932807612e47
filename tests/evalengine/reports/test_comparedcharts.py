"""The pictures of a comparison: what they say in words, and that nothing leaves the paper."""

import pytest
from lxml import etree

from evalengine.reports import comparedcharts
from evalengine.reports.comparedcharts import (
    Dot,
    Spread,
    histogram,
    labels,
    losses,
    scatter,
    spreads,
)

PICTURES = [
    histogram([9020, 8999, 10000, 0]),
    spreads([Spread("示例局", 4, (6000, 7000, 8000, 9000, 10000))], "各部门的总分"),
    scatter([Dot("示例项目", 40.0, 90.0), Dot("另一项目", 100.0, 95.0)]),
    losses([("数量指标", 250, 1000), ("质量指标", 0, 500)]),
]


def described(picture: etree._Element) -> str:
    return str(picture[1].text)


def test_what_the_pictures_say() -> None:
    said = [described(picture) for picture in PICTURES]
    assert said == [
        "0—5 分 1 个，85—90 分 1 个，90—95 分 1 个，95—100 分 1 个。",
        "示例局中位 80.00。",
        "2 个项目，其中 1 个的完成比执行高 20 个百分点以上。",
        "数量指标失分率 25.0%，质量指标失分率 0.0%。",
    ]


@pytest.mark.parametrize("picture", PICTURES)
def test_everything_is_on_the_paper(picture: etree._Element) -> None:
    _, _, width, height = map(float, picture.get("viewBox", "").split())
    for shape in picture.iter("{*}rect"):
        left, wide = float(shape.get("x", "")), float(shape.get("width", ""))
        top, tall = float(shape.get("y", "")), float(shape.get("height", ""))
        assert left >= 0
        assert left + wide <= width
        assert top >= 0
        assert top + tall <= height
    for text in picture.iter("{*}text"):
        assert 0 <= float(text.get("x", "")) <= width
        assert 0 <= float(text.get("y", "")) <= height


def test_many_projects_are_gathered_into_squares(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparedcharts, "MOST_POINTS", 2)
    picture = scatter([Dot("一", 50.0, 50.0), Dot("二", 50.5, 51.0), Dot("三", 100.0, 100.0)])
    assert not list(picture.iter("{*}circle"))
    assert [shape[0].text for shape in picture.iter("{*}rect")] == ["2 个项目", "1 个项目"]


def test_a_name_that_is_markup_stays_a_name() -> None:
    picture = scatter([Dot("<script>alert(1)</script>", 10.0, 10.0)])
    assert b"<script" not in etree.tostring(picture)


def test_labels_that_would_be_cut_to_the_same_text_differ() -> None:
    names = [
        "某某市某某区教育体育局",
        "某某市某某区教育体育局下属中心",
        "某局",
        "某某市某某区教育体育局二",
    ]
    found = labels(names)
    assert found[2] == "某局"
    assert len(set(found)) == 4
    assert max(map(len, found)) <= 9
    assert labels(["某局", "某局"]) == ["某局", "某局·2"]
