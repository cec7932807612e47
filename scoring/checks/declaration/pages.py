r"""The page of every check, `docs/checks.md`, made of the checks' docstrings and shipped rules.

A test holds the file to it. To write it anew, run in the root of the repository:

    python -c "from pathlib import Path; from scoring.checks.declaration.pages import pages; \
        Path('docs/checks.md').write_text(pages(), encoding='utf-8')"
"""

import inspect
from collections.abc import Iterator, Sequence

from scoring.checks.declaration.check import Check, Level
from scoring.checks.declaration.rules import load_rules

LEVELS = {Level.ERROR: "错误", Level.WARNING: "注意", Level.INFO: "提示", Level.OFF: "不查"}

HEAD = """\
<!-- 由 scoring/checks/declaration/pages.py 生成，请勿直接修改。 -->
# 目标审核：各项检查

`evalengine check FILE…` 对申报的绩效目标做下面的检查。每个问题给出级别、位置、发现了什么、怎样改；
读表时的疑点（如名称写法不一、金额写法不常见）也一并列出。
有错误时以 1 退出；`--severity warning` 连注意也算，`--severity info` 连提示也算。

级别、界限和词都在 [`scoring/checks/declaration.yaml`](../scoring/checks/declaration.yaml)。
要改，写一个自己的文件，只写不同之处，用 `--rules` 给出；其中的列表整个取代原来的：

```yaml
not-measurable:
  severity: error        # error 错误 | warning 注意 | info 提示 | off 不查
many-promises:
  most: 5
comparator-missing:
  severity: off
```

词的列表里可以写 `lexicon:gained`：词库
（[`qualitative.yaml`](../indicators/grammar/qualitative.yaml)）里 gained 一栏全部的词，
加上[本地词库](lexicon.md)（`--lexicon`）里的。
写错了会指出第几行、可以写什么。方括号里的出处（如 [IA-decl]）见 [standards.md](standards.md)。

*In English: every check below is put to declared targets. A local file, given with `--rules`, names
only what differs; its lists replace the shipped ones, and `lexicon:gained` in a list of words
stands for all words of that list of the lexicon, and of the one of `--lexicon`. Sources in brackets
are explained in [standards.md](standards.md).*

**找得准不准**：`python -m benchmarks.checks` 用自拟的申报表量（标法见
[benchmarks/checks.py](../benchmarks/checks.py) 所指的说明）：人先标好应指出的，再运行。

| 例子 | 申报表 | 应指出 | 指出 | 误报 | 没有毛病的表 | 其中不吭声 | 首次运行：指出、误报 |
|---|---|---|---|---|---|---|---|
| first | 74 | 148 | 148 | 0 | 27 | 27 | 109、53 |
| second | 27 | 45 | 44 | 1 | 15 | 14 | 43、3 |
| third | 23 | 45 | 45 | 0 | 13 | 13 | 43、6 |

首次运行之后按差错改了规则，现在的数字只说明没有退步；看不见时的准确程度是第二、三批的首次运行：
该指出的指出了 96%，指出的 91% 是对的。
*In English: on made-up declarations, annotated before the first run, so many of the faults due are
found, and so many findings are none; the last column has the first run, blind to the output.*

| 检查 | 级别 | 查什么 |
|---|---|---|
"""


def pages() -> str:
    """The whole file: an overview, then one page a check."""
    return HEAD + pages_of(load_rules().checks())


def pages_of(checks: Sequence[Check]) -> str:
    """The rows of the overview, then one page a check."""
    rows = "".join(
        f"| [`{check.NAME}`](#{check.NAME}) | {LEVELS[check.severity]} | {_title(check)} |\n"
        for check in checks
    )
    return rows + "".join("\n" + "\n".join(_page(check)) for check in checks)


def _page(check: Check) -> Iterator[str]:
    yield f"## {check.NAME}\n"
    yield f"**{_title(check)}。**"
    yield f"级别：{LEVELS[check.severity]}（`{check.severity.value}`）。\n"
    yield f"- 为什么：{check.WHY.zh}"
    yield f"- 怎样改：{check.MEND.zh}\n"
    yield f"{_body(check)}\n"


def _title(check: Check) -> str:
    return _docstring(check).partition("\n")[0].rstrip(".")


def _body(check: Check) -> str:
    """The English part of the docstring, each of its sections a line of a list."""
    lines = _docstring(check).partition("\n\n")[2].splitlines()
    starts = ("What it checks:", "Example:", "Source:")
    return "\n".join(f"- {line}" if line.startswith(starts) else f"  {line}" for line in lines)


def _docstring(check: Check) -> str:
    return inspect.getdoc(type(check)) or ""
