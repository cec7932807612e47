"""The real document, ten forms of a district in 2019: everything in it is read, nothing is lost."""

import json
import re
from decimal import Decimal

import pytest

import indicators
from indicators.errors import DocumentError, EvalengineError
from indicators.model import Form
from indicators.reading import document_of, read_document, read_forms
from indicators.spelling import folded
from tests.indicators.reading.dumps import GOLD, REAL


@pytest.fixture(scope="module")
def forms() -> list[Form]:
    return read_forms(REAL)


def test_a_path_may_be_a_text(forms: list[Form]) -> None:
    assert read_forms(str(REAL)) == forms


def test_ten_forms_where_their_titles_stand(forms: list[Form]) -> None:
    assert [form.source.line for form in forms] == [
        *(59, 188, 295, 426, 515, 609, 703, 801, 912, 1027)
    ]
    assert [form.kind for form in forms] == ["department_declaration"] + ["project_declaration"] * 9
    assert {form.year for form in forms} == {2019}


def test_every_indicator_is_the_gold_one(forms: list[Form]) -> None:
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    rows = [
        (at, form.project, row.level1, row.level2, row.target_text)
        for at, form in enumerate(forms)
        for row in form.indicators
    ]
    keys = ("form", "project", "level1", "level2", "text")
    assert rows == [tuple(one[key] for key in keys) for one in gold]
    assert len(rows) == 90


def test_each_form_has_its_nine_categories(forms: list[Form]) -> None:
    outputs = ["output.quantity", "output.quality", "output.timeliness", "output.cost"]
    benefits = ["benefit.economic", "benefit.social", "benefit.ecological"]
    others = ["benefit.sustainability", "satisfaction.beneficiary"]
    for form in forms:
        assert [row.category for row in form.indicators] == [*outputs, *benefits, *others]


def test_budgets(forms: list[Form]) -> None:
    written = "5591.93 756.00 172.50 130.00 137.50 106.50 33.50 45.12 19.00 127.62"
    budgets = [form.budget for form in forms]
    assert [budget.amount for budget in budgets if budget] == [Decimal(a) for a in written.split()]
    assert {budget.unit for budget in budgets if budget} == {"万元"}
    assert sum(budget.amount for budget in budgets[1:] if budget) == Decimal("1527.74")


def test_fields_of_the_department_form(forms: list[Form]) -> None:
    fields = forms[0].fields
    money = "部门（单位）总体资金情况（万元）"
    assert [name for name, _ in fields] == [
        "部门（单位）名称",
        "部门（单位）负责人",
        "联系电话",
        f"{money}/资金总额",
        f"{money}/基本支出",
        f"{money}/项目支出",
        f"{money}/其他",
        "部门（单位）职能概述",
        "部门（单位）绩效目标",
        "其他说明的问题",
        "填报人",
        "填报人/联系电话",
        "填报日期",
    ]
    assert len({name.rpartition("/")[2] for name, _ in fields}) == 12
    texts = dict(fields)
    assert [texts[f"{money}/{part}"] for part in ("资金总额", "基本支出", "项目支出", "其他")] == [
        *("5591.93", "3260.21", "2331.72", "无")
    ]
    assert texts["填报日期"] == "2018年10月"


def test_fields_of_a_project_form(forms: list[Form]) -> None:
    form = forms[6]
    assert form.project == "2019年度西城城管网络及软硬件运行维护"
    assert dict(form.fields) == {
        "部门（单位）名称": "北京市西城区城市管理综合行政执法监察局",
        "项目名称": "2019年度西城城管网络及软硬件运行维护",
        "预算金额（万元）": "33.50",
        "项目负责人": form.manager,
        "联系电话": dict(form.fields)["联系电话"],
        "单位地址": "北京市西城区官园胡同8号",
        "邮政编码": "100034",
        "项目类型": "4.其他一般类",
        "项目绩效目标": form.goal,
        "其他说明的问题": "无",
    }
    assert form.goal.startswith("确保业务系统稳定运行。为西城城管信息系统")


def test_places_lead_to_the_line_of_the_text(forms: list[Form]) -> None:
    lines = REAL.read_text(encoding="utf-8").split("\n")
    for form in forms:
        for row in form.indicators:
            name, _, line = row.place.rpartition(":")
            assert name == REAL.name
            first = row.target_text.partition("\n")[0]
            assert lines[int(line) - 1].strip() == first


def test_what_had_to_be_guessed(forms: list[Form]) -> None:
    """Read off the document: its one split row, two spellings, one full-width point."""
    found = [
        (at, finding.check, finding.place.rpartition(":")[2])
        for at, form in enumerate(forms)
        for finding in form.findings
    ]
    assert found == [
        (0, "row-joined", "136"),
        (0, "spelling-differs", "136"),
        (2, "spelling-differs", "298"),
        (3, "spelling-differs", "429"),
        (9, "budget-spelling", "1035"),
    ]


FURNITURE = re.compile(
    r"表十[一二]：|(部门整体|项目)支出绩效目标申报表|\(2019年度\)|\.\.\."
    r"|绩效指标|[一二]级指标|具体指标\(指标内容、指标值\)|部门\(单位\)总体资金情况\(万元\)"
    r"|其他说明的|问题|(\[bookmark:_Toc[0-9]+\])+"
)


def test_no_line_is_lost(forms: list[Form]) -> None:
    kept: set[str] = set()
    for form in forms:
        for name, text in form.fields:
            kept.update((name.rpartition("/")[2], *text.split("\n")))
        for row in form.indicators:
            kept.update((row.level1, row.level2, *row.target_text.split("\n")))
    known = {folded(text) for text in kept}
    lines = REAL.read_text(encoding="utf-8").split("\n")[57:]
    lost = [
        line
        for line in map(folded, lines)
        if line
        and not FURNITURE.fullmatch(line)
        and line.rstrip(":") not in known
        and line.partition(":")[2] not in known
    ]
    assert lost == []


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_same_forms_in_every_encoding(forms: list[Form], encoding: str) -> None:
    data = REAL.read_text(encoding="utf-8").replace("\n", "\r\n").encode(encoding)
    again = read_document(document_of(data, path=REAL.name))
    assert [form.indicators for form in again] == [form.indicators for form in forms]
    assert [form.findings for form in again] == [form.findings for form in forms]


def test_ids_tell_the_forms_apart_and_stay(forms: list[Form]) -> None:
    ids = [form.id for form in forms]
    assert len(set(ids)) == 10
    assert [form.id for form in read_forms(REAL)] == ids


@pytest.mark.parametrize("share", [0.3, 0.55, 0.7, 0.93, 0.999])
def test_a_document_cut_anywhere_is_no_surprise(share: float) -> None:
    data = REAL.read_bytes()
    cut = document_of(data[: int(len(data) * share)])
    try:
        forms = read_document(cut)
    except EvalengineError as error:
        assert "没有指标表" in str(error)  # noqa: PT017 -- either answer is right
    else:
        last = [finding.check for finding in forms[-1].findings]
        assert {"form-cut", "form-end-missing", "indicator-cut", "title-alone"} & set(last)


def test_the_door_of_the_wing() -> None:
    assert indicators.read_forms is read_forms
    with pytest.raises(AttributeError, match="read_minds"):
        _ = indicators.read_minds


def test_a_missing_file() -> None:
    with pytest.raises(DocumentError, match="没有这个文件"):
        read_forms(REAL.with_name("没有.txt"))
