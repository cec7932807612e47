r"""The page of the re-check, `docs/recheck.md`: verdicts, roundings, other rules, checks, criteria.

A test holds the file to it. To write it anew, run in the root of the repository:

    python -c "from pathlib import Path; from scoring.recheck.pages import page; \
        Path('docs/recheck.md').write_text(page(), encoding='utf-8')"
"""

from indicators.model import plain
from scoring.checks.declaration.pages import pages_of
from scoring.recheck.criteria import Criterion, load_criteria
from scoring.recheck.cuts import Cut
from scoring.recheck.rules import KnownRule, load_rules

BY = {"machine": "程序", "person": "人", "both": "程序给线索，人定"}
UNITS = {"points": "分", "rate": "%（执行率）"}

HEAD = """\
<!-- 由 scoring/recheck/pages.py 生成，请勿直接修改。 -->
# 复核自评：结论、检查、复核要点

`evalengine recheck FILE…` 读填好的自评表，按评分标准逐行重新计分，与自评得分对照，
再复算总分和等级。
没有 `--standard` 时，每份表按年度和地区各自选用标准，并说明为什么。

| 结论 | 代码 | 意思 |
|---|---|---|
| 一致 | `agrees` | 与标准算出的相同；定性的，在评价档次之内（含两端）；或四舍五入到一位小数后相同 |
| 只差取整 | `rounding` | 规则对，取整过粗；说明是哪一种 |
| 另有规则 | `explained` | 选用的标准算不出，另一份标准或已知的做法算得出；写明是哪一份、哪一条 |
| 不一致 | `differs` | 都算不出；写明自评、复算、多给还是少给多少 |
| 无法核对 | `not_computable` | 没有填、没有得分、单位对不上；写明原因，按自评计入复算总分并单列 |

没有完成的定量目标得了满分，不算“只差取整”：满分的意思是完成了。
实际值用文字写的（“已建立健全长效机制”），按
[`indicators/grammar/wordings.yaml`](../indicators/grammar/wordings.yaml)
里的说法理解；说得含糊的不猜，留给人。
只说完成了百分之几的（“完成率95%”），按目标的百分之几算；100% 就是完成。按月的频次
答全年次数的（1次/月 ← 11次），按全年算。

读得准不准：公开的 86 行全部判断相符；自拟的十三批 1101 行，首次运行
82/102、72/76、69/75、45/49、118/125、113/122、80/82、72/79、73/74、111/116、92/99、55/58、38/44（末一批
专挑不该判为一致的；每批先标好再运行，随后看差错、改语法；
用 `python -m benchmarks.recheck` 重新量）。

## 复核意见

`-o 复核表.xlsx` 写出复核表：概览、逐项、整表疑点、复核要点。
复核人在“逐项”的每一行、“整表疑点”的每一条旁边填**处理意见**（采纳：按复算；改为：另给分；不采纳：按自评）、复核得分、理由、姓名、日期，再读回来：

```sh
evalengine recheck 自评表.xlsx -o 复核表.xlsx
evalengine recheck 自评表.xlsx --decisions 复核表.xlsx -o 复核记录.json
```

“改为”“不采纳”必须有理由。自评表改过以后，旧的意见作废，逐条指出。
记录里有谁、什么时候、改成多少、为什么，和复核后的总分、等级；
复核人的姓名是他自己写的，只在复核记录里。没有意见的行按复算计。

## 成批复核

任意大小的长表（Parquet、CSV、xlsx）：`evalengine recheck 长表.parquet -o 复核结果`，
见[成批复核](recheck-table.md)。

*In English: every row of a filled self-evaluation is recomputed and gets one of five verdicts; the
total and the grade are recomputed beside the declared ones. A reviewer decides in the workbook
(accept the recomputed points, correct them, or reject the finding) with a reason, a name and a day;
`--decisions` reads it back, and the record keeps it. All rules below are data in
`scoring/recheck/`.*

"""


def page() -> str:
    """The whole file."""
    rules, criteria = load_rules(), load_criteria()
    cuts = "".join(_cut(cut) for cut in rules.cuts)
    known = "".join(_known(rule) for rule in rules.known_rules)
    fourteen = "".join(_criterion(each) for each in criteria.criteria)
    declaration = "、".join(f"[`{name}`](checks.md#{name})" for name in rules.declaration_checks)
    return (
        f"{HEAD}## 取整的习惯\n\n"
        "依次试；几种都符合时都说出来。在 [`recheck.yaml`](../scoring/recheck/recheck.yaml)。\n\n"
        f"| 习惯 | 代码 | 取整到 | 结论 |\n|---|---|---|---|\n{cuts}\n"
        "## 另有的规则\n\n"
        "先看其他用于自评、复核、评价的标准（废止的除外），再看下面这些标准里没有、但确实有人用的做法。\n\n"
        f"| 做法 | 代码 | 结论 | 出处（均未核对原文） |\n|---|---|---|---|\n{known}\n"
        "## 复核要点\n\n"
        f"十四条，{criteria.source.clause}，不是规定，原文未见；写在"
        "[`criteria.yaml`](../scoring/recheck/criteria.yaml)。要人看材料的，程序不替人判断。\n\n"
        f"| 序号 | 要点 | 谁来看 | 程序的检查 | 后果 |\n|---|---|---|---|---|\n{fourteen}\n"
        "## 各项检查\n\n"
        f"另外还做目标审核里的：{declaration}。\n\n"
        f"| 检查 | 级别 | 查什么 |\n|---|---|---|\n{pages_of(rules.checks.all())}"
    )


def _cut(cut: Cut) -> str:
    verdict = "一致" if cut.agrees else "只差取整"
    return f"| {cut.title} | `{cut.id}` | {plain(cut.to)} {UNITS[cut.of]} | {verdict} |\n"


def _known(rule: KnownRule) -> str:
    verdict = "一致" if rule.agrees else "另有规则"
    return f"| {rule.title} | `{rule.id}` | {verdict} | {rule.source.clause} |\n"


def _criterion(each: Criterion) -> str:
    checks = "、".join(f"`{name}`" for name in each.checks)
    by, what = BY[each.by], each.consequence_words.zh
    return f"| {each.number} | {each.title} | {by} | {checks} | {what} |\n"
