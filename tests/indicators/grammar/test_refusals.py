"""Numbers of an answer that are not what was achieved."""

import pytest

from indicators.errors import ActualsError
from indicators.grammar import parse_targets, read_actual


@pytest.mark.parametrize(
    ("name", "promise", "answer", "why"),
    [
        ("培训人数", "≥500人", "计划500人", "原来打算"),
        ("培训人数", "≥500人", "不足500人", "界限"),
        ("合格率", "≥95%", "低于95%", "界限"),
        ("办理时限", "≤10天", "超过10天", "界限"),
        ("合格率", "≥95%", "不合格率4%", "相反"),
        ("合格率", "≥95%", "提高3%", "增减的幅度"),
        ("合格率", "≥95%", "96%-98%", "范围"),
        ("改造项目", "10项", "10项正在实施", "没有做完"),
        ("成本", "≤50万元", "超支2万元", "省下或超支"),
        ("培训人数", "≥500人", "没有达到500人", "界限"),
        ("培训人数", "≥500人", "较计划多20人", "多了或少了多少"),
        ("培训人数", "≥500人", "比计划减少20人", "多了或少了多少"),
        ("培训人数", "≥500人", "还差10人", "多了或少了多少"),
        ("成本", "≤50万元", "较预算增加5万元", "多了或少了多少"),
        ("成本", "≤50万元", "追加5万元", "多了或少了多少"),
        ("办理时限", "由30天缩短至15天", "缩短10天", "多了或少了多少"),
        ("投诉量", "≤5起", "减少3起", "多了或少了多少"),
        ("培训人数", "≥500人", "2期，每期200至250人", "几个数字"),
    ],
)
def test_why_a_number_is_no_fact(name: str, promise: str, answer: str, why: str) -> None:
    (aim,) = parse_targets(promise, name=name, year=2022)
    with pytest.raises(ActualsError, match=why):
        read_actual(answer, aim, promised=promise, year=2022)


@pytest.mark.parametrize(
    ("name", "promise", "answer", "value"),
    [
        ("计划生育家庭", "≥500户", "计划生育家庭512户", 512),
        ("目标完成率", "≥95%", "目标完成率98%", 98),
        ("不合格率", "≤5%", "不合格率4%", 4),
        ("收入增长率", "≥5%", "增长6%", 6),
        ("使用寿命", "≥15年", "预计15年以上", 15),
        ("每期培训人数", "≥50人", "每期52人", 52),
        ("差错率", "≤5%", "低于3%", 3),
        ("满意度", "≥90%", "超过92%", 92),
        ("新增就业", "≥100人", "较上年增加120人", 120),
        ("办理时限", "由30天缩短至15天", "缩短至12天", 12),
        ("培训人数", "≥500人", "培训520人，较计划多20人", 520),
        ("救助人数", "≥500人", "多次救助520人", 520),
        ("未完成率", "≤5%", "未完成率3%", 3),
        ("培训人数", "≥500人", "上年480人，本年512人", 512),
        ("抽检样品", "≥30个", "抽查36个", 36),
        ("新开工项目", "≥5个", "开工6个", 6),
        ("演出", "≥50场", "自评52场，核查为48场", 48),
        ("奖补企业", "25家", "实际奖补22家，3家不符合条件", 22),
        ("抽样检测", "≥600批次", "抽检612批次，合格598批次", 612),
        ("道路修复", "35公里", "完成工程量的60%", 21),
        ("合格率", "≥95%", "由93%提高到96%", 96),
        ("合格率", "≥95%", "较上年提高3个百分点，达到96%", 96),
    ],
)
def test_numbers_that_are(name: str, promise: str, answer: str, value: int) -> None:
    (aim,) = parse_targets(promise, name=name, year=2022)
    assert read_actual(answer, aim, promised=promise, year=2022).value == value


@pytest.mark.parametrize(
    ("promise", "answer"),
    [
        ("响应时间≤48小时", "超过48小时"),
        ("培训人次≥100次", "不足100次"),
        ("投诉≤5次", "不止5次"),
        ("成本≤50万元", "超预算3万元"),
        ("每月2次", "每月1-2次"),
        ("培训≥5次", "近5次"),
        ("建设点位30个", "抽查10个，均已建成"),
    ],
)
def test_what_is_on_the_wrong_side_is_never_met(promise: str, answer: str) -> None:
    target = parse_targets(promise, category="output.quality")[0]
    with pytest.raises(ActualsError):
        read_actual(answer, target)
