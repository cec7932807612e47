"""Proposals: a likely category where the words give one away, nothing where they do not."""

from pathlib import Path

import pytest

from indicators.errors import RuleFileError
from indicators.taxonomy import category_title, proposals


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("项目验收合格率 ≥98%", "output.quality"),
        ("服务对象满意度 ≥90%", "satisfaction.beneficiary"),
        ("项目完成时间 2022年12月底前", "output.timeliness"),
        ("印刷宣传手册数量 2000册", "output.quantity"),
    ],
)
def test_words_give_the_category_away(text: str, category: str) -> None:
    (found,) = proposals.propose([text])
    assert found is not None
    assert found.category == category
    assert proposals.CERTAIN <= found.probability <= 1


def test_nothing_is_proposed_in_doubt() -> None:
    assert proposals.propose(["甲乙丙丁"]) == [None]
    assert proposals.propose([]) == []


def test_digits_and_blanks_are_no_sign() -> None:
    assert proposals.plain("完成 12 项\n") == "完成00项"


def test_every_example_has_a_known_category() -> None:
    known = proposals.examples()
    assert len({document for document, *_ in known}) >= 20
    assert [c for _, c, _ in known if category_title(c).zh == c] == []


def test_a_wrong_example_names_the_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "examples.yaml"
    path.write_text("documents:\n  a:\n    output.quantity: 三项\n", encoding="utf-8")
    monkeypatch.setattr(proposals, "EXAMPLES", path)
    with pytest.raises(RuleFileError) as caught:
        proposals.examples()
    assert caught.value.problems[0].where.startswith(f"{path}:3")
