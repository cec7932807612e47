"""Filled self-evaluations that hypothesis makes up: every kind of promise and of answer."""

from dataclasses import dataclass
from decimal import Decimal
from html import escape

from hypothesis import strategies as st

LEVELS = (
    ("产出指标", "数量指标", 14),
    ("产出指标", "质量指标", 12),
    ("产出指标", "时效指标", 12),
    ("产出指标", "成本指标", 12),
    ("效益指标", "社会效益指标", 15),
    ("效益指标", "可持续影响指标", 15),
    ("满意度指标", "服务对象满意度指标", 10),
)
"""Level 1, level 2, and the points of its rows together."""

WHOLE = {"产出指标": 50, "效益指标": 30, "满意度指标": 10}
NAMES = ("聘用保安人员", "系统故障时间", "验收合格率", "培训场次", "资料印制", "提升治理水平")
SIGNS = st.sampled_from(("", "=", "+", "-", "@", "<b>", "&amp;", "'", '"', "“”", "（一）"))
"""Signs before and in texts that a program might take for something else than text."""

SHARES = {
    "达成预期指标": (80, 100),
    "部分达成预期指标并具有一定效果": (60, 79),
    "未达成预期指标且效果较差": (0, 59),
}
"""The shares of the points (%) that a unit may claim for an answer in words."""

Cell = tuple[str, int]
"""A text, and the columns that it takes."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A promise in the words that people use, what was done, and the shares it may claim (%)."""

    target: str
    actual: str
    shares: tuple[int, int] = (0, 100)


@st.composite
def single(draw: st.DrawFn) -> Answered:
    """One promise that can be counted, dated or judged, and an answer to it."""
    one, other = draw(st.integers(1, 99_999)), draw(st.integers(1, 99_999))
    share, month, day = draw(st.integers(1, 99)), draw(st.integers(1, 12)), draw(st.integers(1, 28))
    level = draw(st.sampled_from(sorted(SHARES)))
    words = draw(st.sampled_from(("按合同约定支付", "明显改善", "有效提升")))
    answered = (
        Answered(f"≥{one}人", f"{other}人"),
        Answered(f"{one}人次", f"{other}人次"),
        Answered(f"不少于{one}件", f"{one + share}"),
        Answered(f"<{one}小时", f"{other}小时"),
        Answered(f"≤{one}.50万元", f"{other}.25万元"),
        Answered(f"≥{share}.0%", "93.5%"),
        Answered(f"{min(one, other)}～{max(one, other) + 1}个", f"{other}个"),
        Answered(f"2022年{month}月底前", f"2022年{month}月{day}日"),
        Answered("2022年12月31日之前完成", f"2022-{month:02}-{day:02}"),
        Answered("合同签订后30日内", f"{day}日"),
        Answered("每季度1次", f"{month}次"),
        Answered(words, level, SHARES[level]),
    )
    return draw(st.sampled_from(answered))


@st.composite
def awkward(draw: st.DrawFn) -> Answered:
    """Promises of which a form has several, or none, in a row, and answers that give little."""
    answered = (
        Answered("培训100人，满意度≥90%", "95人；92%"),
        Answered("印制资料2000册，12月底前发放完毕", "1900册；2022年12月1日"),
        Answered("不适用", "不适用"),
        Answered("≥90%", ""),
        Answered("约200人", "180人"),
        Answered("明显改善", "达成预期指标", (0, 79)),
    )
    return draw(st.sampled_from(answered))


@st.composite
def pages(draw: st.DrawFn, *, plain: bool) -> str:
    """A whole form as a web page; a `plain` one has one promise a row, each answered in full."""
    unit = draw(st.sampled_from(("万元", "元")))
    budget, executed = (draw(st.decimals(1, 99_999, places=2)) for _ in range(2))
    annual = draw(st.just(budget) | st.decimals(1, 99_999, places=2))
    money = f"{budget}|{annual}|{executed}"
    heads = "|年初预算数|全年预算数|全年执行数|分值|执行率|得分"
    columns = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施"
    tells_points = draw(st.booleans())
    lines = [
        [("项目名称", 3), (f"示例项目{draw(SIGNS)}", 6)],
        [("主管部门", 3), ("某市某局", 2), ("实施单位", 1), ("某市某中心", 3)],
        [(f"项目资金（{unit}）", 2), *_single(heads)],
        [("", 2), *_single(f"年度资金总额|{money}|10||9")],
        [("", 2), *_single(f"其中：当年财政拨款|{money}|—||—")],
        [("年度总体目标", 1), ("预期目标", 4), ("实际完成情况", 4)],
        [("", 1), (f"{draw(SIGNS)}维护秩序，服务群众。", 4), (f"{draw(SIGNS)}秩序良好。", 4)],
        _single(f"绩效指标|{columns}"),
        *draw(_rows(single() if plain else single() | awkward(), tells_points=tells_points)),
        [("总分", 6), ("100", 1), ("90", 1), ("等级：优", 1)],
    ]
    title = "<h1>项目支出绩效自评表</h1><p>（2022年度）</p>"
    return f'<meta charset="utf-8">{title}<table>{"".join(map(_line, lines))}</table>'


@st.composite
def _rows(
    draw: st.DrawFn, answers: st.SearchStrategy[Answered], *, tells_points: bool
) -> list[list[Cell]]:
    """One to three rows of each level."""
    rows = []
    for at, (level1, level2, most) in enumerate(LEVELS):
        label = f"{level1}（{WHOLE[level1]}分）" if tells_points else level1
        count = draw(st.integers(1, 3))
        for number in range(count):
            points = most // count if number else most - most // count * (count - 1)
            answered = draw(answers)
            claimed = Decimal(draw(st.integers(*answered.shares))) * points / 100
            name = f"{draw(SIGNS)}{draw(st.sampled_from(NAMES))}{draw(SIGNS)}{at}{number}"
            reason = draw(st.just("") | SIGNS.map(lambda sign: f"{sign}招标延后，下年提前。"))
            texts = (label, level2, name, answered.target, answered.actual)
            rows.append(_single(["", *texts, str(points), str(claimed), reason]))
    return rows


def _single(texts: str | list[str]) -> list[Cell]:
    """Cells of one column each."""
    return [(text, 1) for text in (texts.split("|") if isinstance(texts, str) else texts)]


def _line(cells: list[Cell]) -> str:
    inside = (f'<td colspan="{span}">{escape(text)}</td>' for text, span in cells)
    return f"<tr>{''.join(inside)}</tr>"
