"""Texts copied from one another."""

import pytest

from scoring.comparison.copies import CopyGroup, copied

SCHOOL = (
    "营养改善计划覆盖率达到百分之百，学生受资助{}人，资金到位及时，"
    "家长满意度较高，促进学校教育事业健康发展"
)
ROADS = "农村公路养护里程320公里，修复路面坑槽及时，群众出行满意度提升，道路完好率达标"
CLINIC = "居民健康档案建档率逐步提高，适龄儿童疫苗接种及时，老年人体检服务规范，签约扩大"


def _groups(*texts: str, most: int = 1000) -> list[CopyGroup]:
    return copied(texts, least_similarity=0.9, least_length=20, most=most)


def test_only_the_numbers_differ() -> None:
    [group] = _groups(SCHOOL.format(735), ROADS, SCHOOL.format(420), CLINIC)
    assert group == CopyGroup((0, 2), 1.0)


def test_a_word_changed_is_still_a_copy() -> None:
    changed = SCHOOL.format(9).replace("家长满意度较高", "家长满意度很高")
    [group] = _groups(SCHOOL.format(735), changed, ROADS)
    assert group.members == (0, 1)
    assert 0.9 <= group.similarity < 1


def test_different_texts_are_no_group() -> None:
    assert _groups(SCHOOL.format(1), ROADS, CLINIC) == []


def test_copies_of_copies_are_one_group() -> None:
    first = SCHOOL.format(1)
    second = first.replace("较高", "很高")
    third = second.replace("健康发展", "稳定发展")
    [group] = _groups(first, second, third, ROADS, ROADS)[:1]
    assert group.members == (0, 1, 2)
    assert _groups(first, second, third, ROADS, ROADS)[1] == CopyGroup((3, 4), 1.0)


def test_short_texts_prove_nothing() -> None:
    assert _groups("满意度≥90%", "满意度≥95%") == []
    assert _groups() == []


def test_of_too_many_only_the_same_are_grouped() -> None:
    changed = SCHOOL.format(9).replace("较高", "很高")
    assert _groups(SCHOOL.format(1), changed, ROADS, ROADS, most=2) == [CopyGroup((2, 3), 1.0)]


@pytest.mark.parametrize("text", ["", " ", "123"])
def test_empty_texts_are_no_copies(text: str) -> None:
    assert _groups(text, text) == []
