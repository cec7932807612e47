"""A local file adds its words to the lexicon; what would be in vain is refused, by line."""

from decimal import Decimal
from pathlib import Path

import pytest

from indicators.errors import RuleFileError
from indicators.grammar import parser
from indicators.grammar.local import with_local

LOCAL = """\
units:
  counts: [驿]
comparators:
  before:
    - {id: local, means: ">=", words: [力保]}
qualitative:
  no_promise:
    - {id: local-name, pattern: "8号院"}
"""


def test_a_local_file_adds_a_unit_a_comparator_and_a_stop_phrase(tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text(LOCAL, encoding="utf-8")
    (target,) = parser(path).targets("新建力保3驿")
    assert (target.comparator, target.unit, target.rule) == (">=", "驿", "local")
    assert [t.kind for t in parser(path).targets("修缮8号院")] == ["qualitative"]
    assert [t.unit for t in parser().targets("新建3驿")] != ["驿"]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("units:\n  count: [驿]\n", 2, "counts"),
        ("comparators:\n  before:\n    - {id: x, means: '=>', words: [约]}\n", 3, "means"),
        ("qualitative:\n  no_promise:\n    - {id: x, pattern: '('}\n", 3, "正则"),
        ("qualitative:\n  no_promise:\n    - {id: x, pattern: '(.*)*x'}\n", 3, "匹配时间会失控"),
        ("qualitative:\n  no_promise:\n    - {id: x, pattern: ''}\n", 3, "连空文字也符合"),
        ("units:\n  counts: ['']\n", 2, "至少应有 1 个字"),
        ("units:\n  units:\n    area:\n      垄: {factor: 0}\n", 4, "正数"),
        ("units:\n  units:\n    area:\n      垄: {factor: 1e400}\n", 4, "正数"),
        ("units:\n  counts: [驿, 5]\n", 2, "不能以数字开头（写的是“5”）"),
        ('units:\n  counts: [" "]\n', 2, "应有看得见的字"),
        ("dates:\n  plans: {十六五: 99999}\n", 2, "应不大于 2200"),
        ("dates:\n  holidays:\n    庙会: {every: 02-30}\n", 3, "没有这一天"),
        ("dates:\n  parts_of_year: {伏天: [7, 40]}\n", 2, "应不大于 12"),
        ("dates:\n  parts_of_month: {下旬末: 45}\n", 2, "应不大于 28"),
        (
            "comparators:\n  before:\n    - {id: at-least, means: '>=', words: [力保]}\n",
            3,
            "编号“at-least”已经有了",
        ),
        (
            "qualitative:\n  no_promise:\n    - {id: x, pattern: 甲1}\n"
            "    - id: x\n      pattern: 乙2\n",
            4,
            "编号“x”已经有了",
        ),
        ("units:\n  counts: [驿, 元]\n", 2, "“元”已经是单位“元”（金额）"),
        ("units:\n  nouns:\n    - 小时\n", 3, "“小时”已经是单位“小时”"),
        (
            "units:\n  units:\n    area:\n      晌: {factor: 10000, aliases: [晌地, 亩]}\n",
            4,
            "“亩”已经是单位“亩”（面积）",
        ),
        ("units:\n  units:\n    mass:\n      亩: {factor: 5}\n", 4, "“亩”已经是单位"),
        (
            "units:\n  units:\n    ares:\n      晌: {factor: 5}\n",
            3,
            "没有“ares”这种量",
        ),
    ],
)
def test_a_wrong_local_file_names_the_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    path = tmp_path / "local.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        with_local(path)
    (problem,) = caught.value.problems
    assert problem.where == f"{path}:{line}"
    assert said in problem.words.zh


def test_a_local_comparator_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    rule = "comparators:\n  before:\n    - {id: ours, means: '<', words: [不超过]}\n"
    path.write_text(rule, encoding="utf-8")
    (ours,) = parser(path).targets("培训不超过5次")
    (theirs,) = parser().targets("培训不超过5次")
    assert (ours.comparator, ours.rule) == ("<", "ours")
    assert theirs.comparator == "<="


def test_a_local_unit_may_have_another_factor_or_more_spellings(tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text("units:\n  units:\n    area:\n      亩: {factor: 600, aliases: [大亩]}\n")
    (target,) = parser(path).targets("造林≥3大亩")
    assert (target.unit, target.canonical) == ("亩", Decimal(1800))


def test_what_is_counted_may_become_a_unit_that_converts(tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text("units:\n  units:\n    area:\n      垄: {factor: 100}\n", encoding="utf-8")
    (target,) = parser(path).targets("整治田地≥3垄")
    assert (target.dimension, target.canonical) == ("area", Decimal(300))
