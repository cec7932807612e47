"""Standards are found by id or path; what is wrong with a file is named by its line."""

from pathlib import Path

import pytest

from indicators.errors import RuleFileError, StandardError
from scoring import find, shipped
from scoring.register import SHIPPED

BASE = (SHIPPED / "cn-selfeval-2016.yaml").read_text(encoding="utf-8")
OWN = BASE.replace("id: cn-selfeval-2016", "id: own")


def test_the_shipped_standards() -> None:
    assert [standard.id for standard in shipped()] == [
        "cn-beijing-selfeval-2016",
        "cn-mof-2020-10",
        "cn-selfeval-2016",
    ]


def test_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(StandardError) as caught:
        find("cn-mof-2020")
    assert "cn-mof-2020-10" in caught.value.problems[0].words.zh


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN, encoding="utf-8")
    assert find(str(path)).id == "own"


def _line(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  denominator: initial_budget", "  denominatr: initial_budget", "denominator"),
        ("output: 50", "output: fifty", "fifty"),
        ("output: 50", "output: 55", "105"),
        ("mode: half_up", "mode: half", "half_even"),
        ("from: 80}", "from: 90}", "重叠"),
        ("use: {method: levels}", "use: {method: magic}", "ratio"),
        ("    use: {method: levels}", "    use: {method: ratio}", "levels"),
        ("late: partly_achieved", "late: somewhat", "somewhat"),
        ("policy: rescale", "policy: ignore", "siblings"),
        ("from: 60}", "from: 60}\n    - {name: odd, title: 奇, title_en: Odd, from: 60}", "odd"),
    ],
)
def test_a_wrong_file_names_line_and_what_is_allowed(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert old in OWN
    path = tmp_path / "own.yaml"
    path.write_text(OWN.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        find(str(path))
    texts = "\n".join(problem.said("zh") for problem in caught.value.problems)
    assert said in texts
    assert f"{path}:" in texts


def test_an_unknown_key_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    text = OWN.replace("  denominator:", "  denominatr:", 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        find(str(path))
    wheres = [problem.where for problem in caught.value.problems]
    assert f"{path}:{_line(text, '  denominatr:')}" in wheres


def test_a_standard_that_extends_itself(tmp_path: Path) -> None:
    path = tmp_path / "loop.yaml"
    path.write_text("id: cn-selfeval-2016\nextends: cn-selfeval-2016\n", encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        find(str(path))
    assert "成环" in caught.value.problems[0].words.zh


def test_extending_changes_only_what_is_named(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        "id: own\nextends: cn-selfeval-2016\n"
        "weights:\n  points: {execution: 20, output: 40, benefit: 30, satisfaction: 10}\n",
        encoding="utf-8",
    )
    own, base = find(str(path)), find("cn-selfeval-2016")
    assert own.weights.points["execution"] == 20
    assert own.levels == base.levels
    assert own.sha256 != base.sha256


@pytest.mark.parametrize("text", ["", "[]", "a: &x [*x]", "id: 1\nid: 2", "\x00", "- " * 5000])
def test_a_file_that_is_no_standard(tmp_path: Path, text: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError):
        find(str(path))


def test_an_anchor_bomb_is_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    path = tmp_path / "bomb.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(RuleFileError):
        find(str(path))
