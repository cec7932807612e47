r"""The page of all rules, `docs/rules.md`, made of the methods' docstrings and the standards.

A test holds the file to it. To write it anew, run in the root of the repository:

    python -c "from pathlib import Path; from scoring.pages import page; \
        Path('docs/rules.md').write_text(page(), encoding='utf-8')"
"""

import inspect
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel

from indicators.model import plain
from scoring.methods import METHODS
from scoring.provenance import Sourced
from scoring.register import NOTHING, find, shipped
from scoring.standard import Example, Standard

HEAD = """\
<!-- 由 scoring/pages.py 生成，请勿直接修改。 -->
# 评分标准的每一条规则

每份标准是 `scoring/standards/` 里的一个 YAML 文件；下面列出它的每一部分：
内容、出处、是否见过原文、哪些例子证明它。
例子由 `evalengine standards check 编号` 运行。只列与所 `extends` 的标准不同的部分。
出处的方括号和依据见 [standards.md](standards.md)。

*In English: every part of every standard, with its source, whether the text was seen (✓, or why
not), and the examples in the file that prove it.*

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


def page() -> str:
    """The whole file."""
    methods = "".join(
        f"| `{name}` | {method.title.zh} | {_cell(inspect.getdoc(method) or '')} |\n"
        for name, method in METHODS.items()
    )
    return HEAD + methods + "".join("\n".join(_standard(each)) for each in shipped())


def _standard(standard: Standard) -> Iterator[str]:
    yield f"\n## {standard.id}\n"
    yield f"{standard.title}（{standard.issuer}，{standard.issued_as}）。{_extends(standard)}\n"
    yield "| 部分 | 内容 | 出处 | 见过原文 | 例 |"
    yield "|---|---|---|---|---|"
    for key, part in _own_parts(standard):
        source = standard.cite(part)
        seen = "✓" if source.verified else MARKS[source.mark or "choice"]
        examples = "；".join(e.name for e in standard.examples if _proves(e, key))
        clause = f"[{source.clause}]({source.url})" if source.url else source.clause
        yield f"| `{key}` | {_content(part)} | {_cell(clause)} | {seen} | {_cell(examples)} |"
    yield ""


def _extends(standard: Standard) -> str:
    if standard.extends == NOTHING:
        return ""
    return f"其余同 [{standard.extends}](#{standard.extends})。"


def _own_parts(standard: Standard) -> Iterator[tuple[str, Sourced]]:
    """The parts that differ from those of the standard it extends."""
    below = {} if standard.extends == NOTHING else dict(find(standard.extends).parts())
    return ((key, part) for key, part in standard.parts() if below.get(key) != part)


def _proves(example: Example, key: str) -> bool:
    """Whether the example is about the part `key`."""
    given, expect = example.given, example.expect
    if expect.rule is not None:
        return key == f"rules.{expect.rule}"
    if given.rows is not None:
        return key.startswith("weights")
    if given.executed is not None:
        return key == "execution"
    return key == ("levels" if expect.refused else "grades")


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
