"""Standards are found by id or path; a file may extend a shipped one; mistakes are named."""

from hashlib import sha256
from pathlib import Path

import pytest

from indicators.errors import RuleFileError, StandardError
from scoring import register
from scoring.register import SHIPPED, find, ids, load, shipped

MINE = """\
id: mine
title: 本单位的标准
title_en: Ours
issuer: 示例局
issued_as: 无
status: practice
extends: cn-selfeval-2016
valid: {from: 2019-01-01, until: open}
budget_years: {from: 2019, until: open}
"""


def _written(folder: Path, text: str) -> Path:
    path = folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_shipped_in_the_order_of_their_ids() -> None:
    assert [standard.id for standard in shipped()] == list(ids()) == sorted(ids())


@pytest.mark.parametrize("id_", ids())
def test_file_is_named_by_its_id(id_: str) -> None:
    assert find(id_).id == id_


def test_hash_is_that_of_the_file() -> None:
    content = (SHIPPED / "cn-selfeval-2016.yaml").read_bytes()
    assert find("cn-selfeval-2016").sha256 == sha256(content).hexdigest()


def test_hash_covers_what_is_extended() -> None:
    own, below = ((SHIPPED / f"cn-{n}selfeval-2016.yaml").read_bytes() for n in ("beijing-", ""))
    assert find("cn-beijing-selfeval-2016").sha256 == sha256(own + below).hexdigest()


def test_nearest_id_is_named() -> None:
    with pytest.raises(StandardError, match="是不是“cn-mof-2020-10”"):
        find("cn-mof-2020")


def test_missing_file() -> None:
    with pytest.raises(RuleFileError, match="无法读取"):
        find("nowhere/mine.yaml")


def test_file_of_ones_own(tmp_path: Path) -> None:
    standard = find(str(_written(tmp_path, MINE)))
    assert (standard.id, standard.weights.points) == (
        "mine",
        find("cn-selfeval-2016").weights.points,
    )
    assert standard.examples == ()


def test_rules_are_laid_over_by_id(tmp_path: Path) -> None:
    rules = """\
rules:
  - {id: qualitative, use: {method: yes_no}}
  - id: people
    title: 人数
    title_en: people
    for: {kind: [quantitative], words: [人数]}
    use: {method: yes_no}
"""
    standard = load(_written(tmp_path, MINE + rules))
    assert [rule.id for rule in standard.rules] == [
        "people",
        "quantitative",
        "deadline",
        "qualitative",
    ]
    assert standard.rules[-1].use.method == "yes_no"
    assert standard.rules[-1].title == "定性指标"


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words", "", "\x00", "- " * 5000])
def test_no_standard_at_all(tmp_path: Path, text: str) -> None:
    with pytest.raises(RuleFileError, match=r"mine\.yaml"):
        load(_written(tmp_path, text))


def test_an_anchor_bomb_is_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    with pytest.raises(RuleFileError, match="锚点"):
        load(_written(tmp_path, "\n".join(lines)))


def test_a_circle_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for id_, other in (("a", "b"), ("b", "a")):
        text = MINE.replace("id: mine", f"id: {id_}").replace("cn-selfeval-2016", other)
        (tmp_path / f"{id_}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(register, "SHIPPED", tmp_path)
    with pytest.raises(RuleFileError, match="a → b → a"):
        find("a")


def test_extends_itself(tmp_path: Path) -> None:
    text = MINE.replace("extends: cn-selfeval-2016", "extends: mine")
    with pytest.raises(RuleFileError, match="成环"):
        load(_written(tmp_path, text))


def test_extends_what_does_not_exist(tmp_path: Path) -> None:
    path = _written(tmp_path, MINE.replace("cn-selfeval-2016", "cn-selfeval-206"))
    with pytest.raises(RuleFileError, match=r"mine\.yaml:7: .*是不是“cn-selfeval-2016”"):
        load(path)
