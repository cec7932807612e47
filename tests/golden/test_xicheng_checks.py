"""The real document audited: the findings were worked out by hand, form by form, from its text.

How: for each form, the output and satisfaction rows without a number, date or reference
(`not-measurable`); the benefit rows in words of praise only, told at the first of them; rows that
only point to contract, plan or actual time; numbers without a comparator, told at the first; and
what a reader of the amounts, of the copies and of the categories must notice.
"""

from pathlib import Path

import pytest

from evalengine.checking import Checked, check_files
from indicators.model import Severity

DECLARATION = Path(__file__).parents[2] / "data" / "xicheng-2019" / "xicheng-2019-budget.txt"


EXPECTED = {
    # 5591.93 = 3260.21 + 2331.72, so the sums are right. 按预算批复 is no fault.
    "北京市西城区城市管理综合行政执法监察局": """
        warning 136 spelling-differs
        warning 110 not-measurable
        warning 115 not-measurable
        warning 159 not-measurable
        info 136 row-joined
        info 144 vague-words-only
        info 123 points-elsewhere""",
    "保安服务费": """
        warning 227 not-measurable
        warning 267 not-measurable
        info 247 vague-words-only
        info 237 points-elsewhere
        info 222 comparator-missing""",
    # ≥10000 times, every quarter, 不可估算: nothing to say about these three.
    "PDA移动执法终端服务费": """
        warning 298 spelling-differs
        warning 336 not-measurable
        warning 376 not-measurable
        info 361 vague-words-only
        info 346 points-elsewhere""",
    # The yearly rent of 130 (the whole budget) stands among the outputs counted.
    "库房、停车场地租赁费": """
        warning 429 spelling-differs
        warning 465 not-measurable
        warning 501 not-measurable
        warning 460 wrong-category
        info 480 vague-words-only
        info 475 points-elsewhere
        info 460 comparator-missing""",
    "全员军训费": """
        warning 554 not-measurable
        warning 594 not-measurable
        info 574 vague-words-only
        info 564 points-elsewhere
        info 549 comparator-missing""",
    # The only form without a single number.
    "执法装备购置": """
        warning 643 not-measurable
        warning 648 not-measurable
        warning 688 not-measurable
        info 668 vague-words-only
        info 653 points-elsewhere""",
    # ≤33.5 of a budget of 33.50, <48 hours, >90%: the best form of the ten.
    "2019年度西城城管网络及软硬件运行维护": """
        info 766 vague-words-only
        info 737 comparator-missing
        info 737 many-promises""",
    # 88.96 promised of a budget of 45.12: 43.84 too much.
    "西城城管业务系统整合项目": """
        error 861 cost-over-budget
        warning 850 not-measurable
        warning 881 repeated-in-form
        info 871 vague-words-only
        info 838 comparator-missing
        info 838 many-promises""",
    # “该项目属于维护项目” is no schedule; 270 cameras are no economic benefit.
    "西城区城市管理综合行政执法监察局监控图像系统维护项目": """
        warning 964 not-measurable
        warning 978 not-measurable
        warning 1008 not-measurable
        warning 988 wrong-category
        info 993 vague-words-only
        info 947 comparator-missing""",
    # 127.624 is 127.62 once rounded.
    "西城区综合行政执法平台": """
        warning 1091 not-measurable
        warning 1129 repeated-in-form
        info 1035 budget-spelling
        info 1112 vague-words-only
        info 1061 comparator-missing
        info 1102 cost-over-budget""",
    # 按合同签订支付金额。 in four projects; 756.00 + 172.50 + 130.00 + 137.50 + 106.50 + 33.50 +
    # 45.12 + 19.00 + 127.62 = 1527.74 of 2331.72.
    None: """
        warning 237 copied-between-projects
        info 71 projects-differ-from-department""",
}


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check_files([DECLARATION])


def _lines(text: str) -> list[str]:
    return sorted(line.strip() for line in text.strip().splitlines())


@pytest.mark.parametrize("title", EXPECTED)
def test_the_findings_of_a_form(checked: Checked, title: str | None) -> None:
    (part,) = [
        each for each in checked.audited if (each.form.title if each.form else None) == title
    ]
    found = [
        f"{finding.severity} {finding.place.rpartition(':')[2]} {finding.check}"
        for finding in part.findings
    ]
    assert sorted(found) == _lines(EXPECTED[title])


def test_one_error_and_not_a_word_of_persons(checked: Checked) -> None:
    assert checked.forms == 10
    assert checked.counts[Severity.ERROR] == 1
    shown = " ".join(str(finding) for part in checked.audited for finding in part.findings)
    for private in ("6652", "魏九红", "付新喜", "周冠南", "张涛", "王丹", "官园胡同"):
        assert private not in shown


def test_the_amounts_are_told(checked: Checked) -> None:
    told = [finding.words.zh for part in checked.audited for finding in part.findings]
    for amounts in (
        "“投资概算总额 ≤88.96万元”比预算 45.12万元 多 43.84万元。",
        "“总投入 ≤127.624万元”比预算 127.62万元 略多，只差在四舍五入。",
        "9 个项目的预算共 1527.74万元，比部门的“项目支出” 2331.72万元 少 803.98万元。",
    ):
        assert amounts in told
