"""Writes docs/coverage.md anew: `python -m tests.scoring.coverage_page`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from indicators.rulefile import parse, read_text
from scoring.pages import lines_of, link
from scoring.register import NOTHING, find
from scoring.standard import Example
from tests.scoring.rules_page import cases

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "coverage.md"
FACTS = ROOT / "tests" / "cases" / "facts.yaml"

HEAD = """\
<!-- 由 tests/scoring/coverage_page.py 从 tests/cases/facts.yaml 和标准文件生成，请勿直接修改。 -->
# 每一条规则写在哪里，由什么证明

[standards.md](standards.md) 里所知的每一条计分规则，写在哪份标准的哪一行，由哪些例子证明；
没有写的，说明为什么。

*In English: every scoring rule that is known, the line of the standard that holds it, and the
examples that prove it; or why it stands in none.*
"""


def facts() -> list[dict[str, Any]]:
    """The sections of the file of facts."""
    data, _ = parse(read_text(FACTS), name=FACTS.name)
    return list(data)


def page() -> str:
    """The whole file."""
    return HEAD + "".join("\n".join(_section(section)) for section in facts())


def _section(section: dict[str, Any]) -> Iterator[str]:
    yield f"\n## {section['section']}\n"
    yield "| 规则 | 写在 | 例 |"
    yield "|---|---|---|"
    for fact in section["facts"]:
        if "not" in fact:
            yield f"| {fact['rule']} | — | 没有写：{fact['not']} |"
            continue
        places = "<br>".join(placed(*at.split("#")) for at in fact["at"])
        proofs = [each.name for at in fact["at"] for each in proof(*at.split("#"))]
        note = f"（{fact['note']}）" if "note" in fact else ""
        yield f"| {fact['rule']}{note} | {places} | {'；'.join(dict.fromkeys(proofs))} |"
    yield ""


def placed(id_: str, key: str) -> str:
    """The standard and the part, linked to the line where it stands, perhaps of one extended."""
    lines = lines_of(id_)
    return f"{id_} {link(id_, key, lines)}" if key in lines else placed(_below(id_), key)


def proof(id_: str, key: str) -> list[Example]:
    """The examples of a part: those of the standard, else of the one it extends."""
    known = [*find(id_).examples, *cases().get(id_, ())]
    found = [each for each in known if each.is_about(key)]
    return found if found or find(id_).extends == NOTHING else proof(_below(id_), key)


def _below(id_: str) -> str:
    return find(id_).extends


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
