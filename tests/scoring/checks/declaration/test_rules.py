"""The rule file: shipped, changed by a local one, and its mistakes named by line."""

from pathlib import Path

import pytest

from indicators.errors import RuleFileError
from scoring.checks.declaration import DeclarationRules, audit, load_rules
from tests.scoring.checks.declaration.fragments import RULES, fragment

COST = [fragment([("产出成本指标", "成本≥80万元")])]


def _local(folder: Path, text: str) -> Path:
    path = folder / "rules.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def _found(rules: DeclarationRules) -> set[str]:
    return {finding.check for part in audit(COST, rules) for finding in part.findings}


def test_a_check_is_called_in_the_file_as_in_its_findings() -> None:
    names = [name.replace("_", "-") for name, _ in RULES]
    assert names == [check.NAME for check in RULES.checks()]


def test_a_local_file_changes_only_what_it_names(tmp_path: Path) -> None:
    text = "many-promises:\n  most: 5\nnot-measurable: {severity: error}\n"
    rules = load_rules(_local(tmp_path, text))
    assert rules.many_promises.most == 5
    assert rules.many_promises.severity is RULES.many_promises.severity
    assert rules.not_measurable.severity == "error"
    assert rules.not_measurable.categories == RULES.not_measurable.categories
    assert rules.wrong_category == RULES.wrong_category


def test_a_local_list_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    rules = load_rules(_local(tmp_path, "cost-at-least:\n  savings: [成本]\n"))
    assert "cost-at-least" not in _found(rules)


def test_off_leaves_a_check_out(tmp_path: Path) -> None:
    rules = load_rules(_local(tmp_path, "cost-at-least: {severity: off}\n"))
    assert "cost-at-least" not in _found(rules)
    assert {"cost-at-least", "category-absent"} <= _found(RULES)


def test_the_words_of_a_users_lexicon_reach_the_checks(tmp_path: Path) -> None:
    lexicon = tmp_path / "words.yaml"
    lexicon.write_text("qualitative: {gained: [成本]}\n", encoding="utf-8")
    rules = load_rules(lexicon=lexicon)
    assert rules.cost_at_least.gains[0] == "成本"
    with_rules = load_rules(_local(tmp_path, "many-promises: {most: 5}\n"), lexicon=lexicon)
    assert with_rules.cost_at_least == rules.cost_at_least


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("many-promises:\n  most: 多\n", 2, "many-promises.most：应为整数（写的是“多”）"),
        ("many-promises:\n  most: 0\n", 2, "应不小于 1"),
        (
            "many-promise:\n  most: 3\n",
            1,
            "wrong-category（是不是“many-promises”？）。",
        ),
        ("many-promises:\n  least: 3\n", 2, "可用的键：most、severity"),
        (
            "goal-missing:\n  severity: fatal\n",
            2,
            "可用的值：error、warning、info、off（",
        ),
        ("goal-missing: error\n", 1, "应为“键: 值”"),
        ("placeholder-text:\n  whole:\n    - 待定\n    - (\n", 4, "不是合法的正则表达式"),
        ("goal-missing: {severity: info}\ngoal-missing: {}\n", 2, "重复出现"),
        ("- goal-missing\n", 1, "应为“检查名: 参数”"),
        (
            "category-absent:\n  required:\n    - output\n    - benefits\n",
            4,
            "没有这个类别代码（是不是“benefit”？）",
        ),
        (
            "wrong-category:\n  placements:\n    - categories: [output.quantity]\n"
            "      belongs: output.costs\n",
            4,
            "没有这个类别代码（是不是“output.cost”？）",
        ),
        ("not-measurable:\n  categories:\n    output.qality: 合格率\n", 3, "“output.quality”"),
        ("cost-at-least:\n  savings: [节约, ' ']\n", 2, "应有看得见的字"),
        ("output-at-most:\n  dimensions: [count, lenght]\n", 2, "（是不是“length”？）"),
        ('failure-at-least:\n  failures: ["lexicon:lower"]\n', 2, "没有词表“lower”"),
    ],
)
def test_a_wrong_file_names_the_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    path = _local(tmp_path, text)
    with pytest.raises(RuleFileError) as caught:
        load_rules(path)
    assert caught.value.problems[0].where == f"{path}:{line}"
    assert said in caught.value.problems[0].words.zh


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match="无法读取"):
        load_rules(tmp_path / "没有.yaml")
