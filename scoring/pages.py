r"""The page of all rules, `docs/rules.md`, made of the methods' docstrings and the standards.

A test holds the file to it. To write it anew, run in the root of the repository:

    python -m tests.scoring.rules_page
"""

import inspect
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel

from indicators.model import plain
from indicators.rulefile import parse, read_text
from scoring.methods import METHODS
from scoring.provenance import Sourced
from scoring.register import NOTHING, SHIPPED, find, shipped
from scoring.standard import Example, Standard

Cases = Mapping[str, Sequence[Example]]

HEAD = """\
<!-- 由 scoring/pages.py 生成，请勿直接修改。 -->
# 评分标准的每一条规则

每份标准是 `scoring/standards/` 里的一个 YAML 文件；下面列出它的每一部分：
在文件的哪一行、内容、出处、是否见过原文、哪些例子证明它。
例子写在标准里（由 `evalengine standards check 编号` 运行），或在 `tests/cases/standards/`。
只列与所 `extends` 的标准不同的部分。
出处的方括号和依据见 [standards.md](standards.md)。

*In English: every part of every standard, with its source, whether the text was seen (✓, or why
not), and the examples that prove it.*

## 计分方法

| 方法 | 名称 | 算法 |
|---|---|---|
"""

MARKS = {
    "practice": "软件做法",
    "high": "凭记忆（高）",
    "medium": "凭记忆（中）",
    "low": "凭记忆（低）",
    "choice": "未规定，自定",
}

NOT_CONTENT = {"source", "note", "id", "title", "title_en", "alternatives", "gates"}
"""Keys of a part that are told elsewhere on the page."""

NOT_SAID = {"source", "note", "name", "title_en", "aliases", "default"}
"""Keys of what a part holds that would only fill the cell."""


def page(cases: Cases) -> str:
    """The whole file. `cases` are worked examples beside those in the files, by standard."""
    methods = "".join(
        f"| `{name}` | {method.title.zh} | {_cell(inspect.getdoc(method) or '')} |\n"
        for name, method in METHODS.items()
    )
    return HEAD + methods + "".join("\n".join(_standard(each, cases)) for each in shipped())


def _standard(standard: Standard, cases: Cases) -> Iterator[str]:
    yield f"\n## {standard.id}\n"
    yield f"{standard.title}（{standard.issuer}，{standard.issued_as}）。{_extends(standard)}\n"
    yield "| 部分 | 内容 | 出处 | 见过原文 | 例 |"
    yield "|---|---|---|---|---|"
    lines = lines_of(standard.id)
    for key, part in own_parts(standard):
        source = standard.cite(part)
        seen = "✓" if source.verified else MARKS[source.mark or "choice"]
        known = (*standard.examples, *cases.get(standard.id, ()))
        examples = "；".join(example.name for example in known if example.is_about(key))
        clause = f"[{source.clause}]({source.url})" if source.url else source.clause
        cells = [
            link(standard.id, key, lines),
            _content(part),
            _cell(clause),
            seen,
            _cell(examples),
        ]
        yield f"| {' | '.join(cells)} |"
    yield ""


def lines_of(id_: str) -> dict[str, int]:
    """The line, in the file of a shipped standard, of each part that stands in it."""
    name = f"{id_}.yaml"
    data, lines = parse(read_text(SHIPPED / name), name=name)
    places: dict[str, tuple[str | int, ...]] = {key: (key,) for key in data}
    for number, rule in enumerate(data.get("rules", ())):
        places[f"rules.{rule['id']}"] = ("rules", number)
    for number, _ in enumerate(data.get("weights", {}).get("alternatives", ())):
        places[f"weights.alternatives.{number + 1}"] = ("weights", "alternatives", number)
    for number, gate in enumerate(data.get("grades", {}).get("gates", ())):
        places[f"grades.gates.{gate['name']}"] = ("grades", "gates", number)
    return {key: lines[place] for key, place in places.items()}


def link(id_: str, key: str, lines: Mapping[str, int]) -> str:
    """The key of a part, linked to its line in the file of the standard."""
    return f"[`{key}`](../scoring/standards/{id_}.yaml#L{lines[key]})"


def _extends(standard: Standard) -> str:
    if standard.extends == NOTHING:
        return ""
    return f"其余同 [{standard.extends}](#{standard.extends})。"


def own_parts(standard: Standard) -> Iterator[tuple[str, Sourced]]:
    """The parts that differ from those of the standard it extends."""
    below = {} if standard.extends == NOTHING else dict(find(standard.extends).parts())
    return ((key, part) for key, part in standard.parts() if below.get(key) != part)


def _content(part: Sourced) -> str:
    """What a part says, key by key, without what is said elsewhere."""
    data = part.model_dump(by_alias=True, exclude_defaults=True, exclude=NOT_CONTENT)
    return _cell("；".join(f"{key} {_said(value)}" for key, value in data.items()))


def _said(value: Any) -> str:
    """A value as a reader of the file would see it."""
    match value:
        case BaseModel():
            return _said(value.model_dump(by_alias=True, exclude_defaults=True))
        case dict():
            kept = {key: inner for key, inner in value.items() if key not in NOT_SAID}
            return "（" + "，".join(f"{key} {_said(inner)}" for key, inner in kept.items()) + "）"
        case list() | tuple():
            return "、".join(_said(inner) for inner in value)
        case Decimal():
            return plain(value)
        case Enum():
            return str(value.value)
    return str(value)


def _cell(text: str) -> str:
    """`text` within one cell of a table."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;").replace(">", "&gt;")
