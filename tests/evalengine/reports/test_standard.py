"""A standard in words: what a reader holds beside the regulation, and what was not seen."""

import json

from evalengine.reports.standard import (
    list_data,
    list_lines,
    part_title,
    show_data,
    show_lines,
)
from scoring import register
from scoring.standard import Standard

BEIJING = register.find("cn-beijing-selfeval-2016")


def text_of(standard: Standard, language: str = "zh") -> str:
    return "".join(line.strip() for line in show_lines(standard, language))


def test_a_row_a_standard() -> None:
    lines = list_lines(register.shipped(), "zh")
    ids = [line.split()[0] for line in lines[2:] if not line.startswith(" ")]
    assert ids == list(register.ids())


def test_the_list_for_programs() -> None:
    data = list_data(register.shipped())
    assert json.loads(json.dumps(data)) == data
    assert [each["id"] for each in data["standards"]] == list(register.ids())
    assert data["standards"][0]["total"] == "100"


def test_points_levels_and_grades_are_shown() -> None:
    text = text_of(BEIJING)
    assert "execution 10，output 50，benefit 30，satisfaction 10" in text
    assert "达成预期指标 [80%, 100%]" in text
    assert "优秀 ≥ 90" in text
    assert BEIJING.sha256 in text


def test_what_was_not_seen_is_listed_with_its_reason() -> None:
    unseen = text_of(BEIJING).partition("未经核对的参数：")[2]
    assert "等级" in unseen
    assert "凭记忆，把握小" in unseen
    assert "原文没有规定，本标准文件自定" in unseen


def test_english() -> None:
    assert "Parameters whose text was not seen:" in show_lines(BEIJING, "en")


def test_the_whole_content_for_programs() -> None:
    data = show_data(BEIJING)
    assert json.loads(json.dumps(data)) == data
    assert data["weights"]["points"]["output"] == "50"
    assert data["sha256"] == BEIJING.sha256


def test_every_part_has_a_name() -> None:
    for standard in register.shipped():
        assert all(part_title(standard, key).zh for key, _ in standard.parts())
