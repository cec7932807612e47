"""Answers in words."""

from decimal import Decimal

import pytest

from indicators.grammar.worded import (
    is_doubtful,
    is_work,
    judgement_of,
    part_done,
    says_all,
    says_in_time,
    says_none,
)
from indicators.model import Judgement

ACHIEVED, PARTLY, NOT = Judgement


@pytest.mark.parametrize(
    ("answer", "promise", "due"),
    [
        ("人居环境得到明显改善", "改善", ACHIEVED),
        ("保障了机构正常运转", "保障", ACHIEVED),
        ("无重大安全事故", "无安全事故", ACHIEVED),
        ("未发生群体性事件", "不发生", ACHIEVED),
        ("应补尽补", "应补尽补", ACHIEVED),
        ("部分完成", "完成", PARTLY),
        ("部分符合", "达到国家标准", PARTLY),
        ("部分达标", "达标", PARTLY),
        ("基本达到预期", "提升", PARTLY),
        ("有一定效果", "效果显著", PARTLY),
        ("防灾意识有所提高", "明显提高", PARTLY),
        ("防灾意识有所提高", "提高", ACHIEVED),  # it says no more, and no less, than was promised
        ("基本健全", "健全", PARTLY),
        ("电子政务基本普及", "普及", PARTLY),
        ("事故同比下降12%", "减少", ACHIEVED),
        ("群众收入下降", "提高", None),
        ("刑事案件发案率下降8.5%", "提升治安水平", ACHIEVED),  # less of something bad
        ("安全事故增加", "减少安全事故", None),
        ("新增就业岗位25个", "促进就业", ACHIEVED),
        ("公众安全感有所提升", "逐步提升公众安全感", ACHIEVED),
        ("有所提升", "显著提升", PARTLY),
        ("未及时拨付", "及时拨付", NOT),
        ("低于市场价", "不超过市场价", ACHIEVED),
        ("高于市场价", "不超过市场价", None),
        ("仍需进一步提升", "提升", None),
        ("需要加强", "加强管理", None),
        ("基本得到改善", "显著改善", PARTLY),
        ("提升不显著", "显著提升", None),
        ("无明显提升", "显著提升", None),
        ("存在不规范问题", "规范", None),
        ("服务能力不断提升", "提升", ACHIEVED),
        ("不超过预算，未超支", "控制在预算内", ACHIEVED),
        ("提升幅度较小", "显著提升", None),
        ("正在逐步完善中", "完善", None),
        ("成本未降低", "降低成本", None),
        ("完成80%", "显著提升", None),
        ("已开工", "按期完成", None),
        ("改善效果一般", "有效改善", PARTLY),
        ("超出预算3%", "控制在预算内", NOT),
        ("尚未开展", "开展", NOT),
        ("尚未建立", "建立", NOT),
        ("未完成", "完成", NOT),
        ("效果提升，但设备仍不足", "提升", None),
        ("因资金不到位延期", "及时", None),
        ("", "提升", None),
        ("某某某", "提升", None),
        ("提升" * 300, "提升", None),
    ],
)
def test_judgements(answer: str, promise: str, due: Judgement | None) -> None:
    assert judgement_of(answer, promise) is due


def test_in_time() -> None:
    assert says_in_time("已按期完工")
    assert not says_in_time("因疫情未按时完成")
    assert not says_in_time("完工")


@pytest.mark.parametrize(
    ("answer", "part"),
    [("100%", "1"), ("完成率95.5%", "0.955"), ("已完成 80%。", "0.8"), ("满意度95%", None)],
)
def test_how_much_was_done(answer: str, part: str | None) -> None:
    assert part_done(answer) == (None if part is None else Decimal(part))


@pytest.mark.parametrize(
    ("answer", "measure", "whole", "says"),
    [
        ("参训人员全部取得合格证书", "培训合格率", False, True),
        ("群众均满意", "满意度", False, True),
        ("工程已通过竣工验收，质量合格", "工程质量合格率", True, True),
        ("工程已通过竣工验收，质量合格", "工程质量合格率", False, False),  # all of it, or most
        ("部分工程验收合格", "工程合格率", True, False),
        ("全部学生均参加就业指导", "就业率", False, False),
        ("就业情况良好", "就业率", True, True),
        ("工程优良", "工程优良率", True, False),
        ("平均水平良好", "覆盖率", False, False),
        ("全部完成98%", "完成率", True, False),
    ],
)
def test_all_of_it_without_a_number(answer: str, measure: str, *, whole: bool, says: bool) -> None:
    assert says_all(answer, measure, whole=whole) is says


def test_doubt() -> None:
    assert is_doubtful("尚有36人未补助")
    assert not is_doubtful("资助1268人次")


def test_none() -> None:
    assert says_none("尚未开展。")
    assert says_none("没有举办活动")
    assert not says_none("未开展3次")


def test_which_rate_is_zero_where_nothing_was_done() -> None:
    assert not is_work("服务对象满意度")
    assert not is_work("参训率")
    assert is_work("项目完成率")
