"""Every kind of form as departments fill it in (示例) is read, known layouts and unknown ones."""

from decimal import Decimal

from tests.indicators.reading.dumps import checks
from tests.indicators.reading.papers import (
    GOALS,
    HEAD,
    HEADER,
    MONEY,
    PLAIN,
    TOTAL,
    amounts,
    form_in,
    grid,
    indicator_rows,
    lines,
    rows_of,
)

# ── other kinds of form ──────────────────────────────────────────────────────────────────────────


def test_the_form_of_2016() -> None:
    header = [
        *HEADER[:3],
        "分值",
        "年度指标值(A)",
        "全年实际值(B)",
        "得分计算方法",
        "得分",
        "未完成原因分析",
    ]
    rows = [[*r[:3], r[5], *r[3:5], "B/A×分值", *r[6:]] for r in PLAIN]
    form = form_in(
        lines("项目支出绩效自评表", "（2016年度）"),
        grid(
            [("项目名称", 3), ("示例项目", 7)],
            [("主管部门及代码", 3), ("某市某局 123", 2), ("实施单位", 2), ("某中心", 3)],
            [
                *(("项目资金\n（万元）", 2, 3), ("", 2), "年初预算数（A）", "全年执行数（B）"),
                *("分值", "执行率（B/A）", "得分", "得分计算方法"),
            ],
            [("年度资金总额", 2), "310.20", "154.74", "10", "50%", "5", "执行率×分值，不超过10分"],
            [("其中：本年一般公共预算拨款", 2), "310.20", "154.74", "—", "50%", "—", ""],
            [("年度总体目标", 1, 2), ("年初设定目标", 4), ("全年完成情况", 5)],
            [("培训", 4), ("已培训", 5)],
            *indicator_rows(rows, header),
            [("总分", 4), "100", ("", 3), "98.00", ""],
        ),
    )
    assert rows_of(form) == list(PLAIN)
    assert (form.layout, form.year, form.goal, form.goal_actual) == (
        *("selfevaluation-2016", 2016, "培训", "已培训"),
    )
    assert amounts(form) == ("310.20", "None", "154.74", "万元")
    assert form.indicators[0].others == (("得分计算方法", "B/A×分值"),)
    assert (form.declared.execution_points, form.declared.execution_rate) == (Decimal(5), "50%")


def test_the_form_of_sichuan() -> None:
    header = [
        *("一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值"),
        *("权重", "得分", "未完成原因分析"),
    ]
    rows = [
        ("产出指标", "数量指标", "培训人数", "≥", "100", "人", "94", "50", "47", "生源不足"),
        ("效益指标", "社会效益指标", "就业率", "≥", "60", "%", "66", "40", "40", ""),
    ]
    form = form_in(
        lines("2023年某县部门预算项目支出绩效自评表"),
        grid(
            [("项目名称", 2), ("示例项目", 9)],
            [("主管部门", 2), ("某县某局", 3), ("实施单位", 2), ("某县某站", 4)],
            [("项目基本情况", 1, 2), ("项目年度目标", 5), ("年度目标完成情况", 5)],
            [("培训", 5), ("已培训", 5)],
            [
                *(("预算执行情况（万元）", 1, 4), ("", 2), "年初预算", ("调整后预算数", 2)),
                *("预算执行数", "执行率", "权重", "得分", "原因"),
            ],
            [("总额", 2), "10", ("12", 2), "9", "75%", "10", "7.5", "结算滞后"],
            [("其中：财政资金", 2), "10", ("12", 2), "9", "75%", "/", "/", ""],
            [("单位资金", 2), "0", ("0", 2), "0", "", "/", "/", ""],
            *indicator_rows(rows, header),
            [("合计", 8), "100", "94.5", ""],
            [("评价结论", 2), ("总体较好。", 9)],
            [("存在问题", 2), ("执行偏慢。", 9)],
            [("改进措施", 2), ("加快结算。", 9)],
        ),
    )
    assert (form.kind, form.layout, form.year) == (
        *("project_selfevaluation", "selfevaluation-sichuan-2023", 2023),
    )
    assert [[target.phrase for target in one.targets] for one in form.indicators] == [
        ["≥100人"],
        ["≥60%"],
    ]
    assert [one.actual_text for one in form.indicators] == ["94", "66"]
    assert amounts(form) == ("10", "12", "9", "万元")
    assert (form.declared.total, form.declared.execution_points) == (
        Decimal("94.5"),
        Decimal("7.5"),
    )
    assert dict(form.fields)["存在问题"] == "执行偏慢。"
    assert dict(form.fields)["预算执行情况（万元）/总额/原因"] == "结算滞后"
    assert (form.goal_actual, checks(form)) == ("已培训", [])


def test_the_form_of_a_whole_department() -> None:
    form = form_in(
        lines("某市某局部门整体支出绩效自评表", "（2022年度）"),
        grid(
            [("部门（单位）名称", 3), ("某市某局", 6)],
            [("部门整体支出（万元）", 2, 3), *MONEY[0][1:]],
            ["年度资金总额", "500", "520", "500", "10", "96.15%", "9.62"],
            ["其中：基本支出", "300", "300", "300", "—", "100%", "—"],
            *GOALS,
            *indicator_rows(),
            TOTAL,
        ),
    )
    assert (form.kind, form.layout) == ("department_selfevaluation", "department-selfevaluation")
    assert (form.project, form.department, checks(form)) == (None, "某市某局", [])
    assert amounts(form) == ("500", "520", "500", "万元")
    assert rows_of(form) == list(PLAIN)


def test_a_whole_department_by_its_tasks() -> None:
    form = form_in(
        lines("某市某局部门整体支出绩效自评表", "（2022年度）"),
        grid(
            [("部门（单位）名称", 3), ("某市某局", 6)],
            [
                *(("年度主要任务", 1, 4), ("任务名称", 1, 2), ("完成情况", 1, 2)),
                *(("预算数（万元）", 3), ("执行数（万元）", 3)),
            ],
            ["总额", "财政拨款", "其他资金"] * 2,
            ["任务1", "已完成", "150", "150", "0", "145", "145", "0"],
            [("金额合计", 2), "150", "150", "0", "145", "145", "0"],
            *GOALS,
            *indicator_rows(),
            TOTAL,
        ),
    )
    assert amounts(form) == ("150", "None", "145", "万元")
    assert form.budget is not None
    assert [part.name for part in form.budget.parts] == ["任务1"]
    assert dict(form.fields)["年度主要任务/任务1/完成情况"] == "已完成"
    assert (rows_of(form), checks(form)) == (list(PLAIN), [])


def test_monitoring_with_headings_in_two_rows() -> None:
    form = form_in(
        lines("项目支出绩效运行监控表", "（2022年度）"),
        grid(
            [("项目名称", 3), ("示例项目", 11)],
            [("主管部门", 3), ("某市某局", 4), ("实施单位", 3), ("某中心", 4)],
            [
                *(("项目资金（万元）", 2, 2), ("", 1), ("年初预算数", 3), ("1-6月执行数", 3)),
                *(("1-6月执行率", 2), ("全年预计执行数", 3)),
            ],
            [("年度资金总额", 1), ("100", 3), ("60", 3), ("60%", 2), ("100", 3)],
            [
                *(("绩效指标", 1, 3), ("一级指标", 1, 2), ("二级指标", 1, 2), ("三级指标", 1, 2)),
                *(("年度指标值", 1, 2), ("1-6月执行情况", 1, 2), ("全年预计完成情况", 1, 2)),
                *(("偏差原因分析", 6), ("完成目标可能性", 1, 2)),
            ],
            ["经费保障", "制度保障", "人员保障", "硬件条件保障", "其他", "原因说明"],
            [
                *("产出指标", "数量指标", "培训人数", "≥100人", "60人", "100人"),
                *("√", "", "", "", "", "下半年开班", "确定能"),
            ],
        ),
    )
    assert (form.kind, form.year) == ("project_monitoring", 2022)
    [one] = form.indicators
    assert (one.name, one.target_text, one.actual_text) == ("培训人数", "≥100人", "60人")
    assert one.deviation_reason == "下半年开班"
    assert one.others == (
        ("全年预计完成情况", "100人"),
        ("偏差原因分析/经费保障", "√"),
        ("完成目标可能性", "确定能"),
    )
    assert amounts(form) == ("100", "None", "60", "万元")
    assert checks(form) == ["form-cut"]


# ── declarations ─────────────────────────────────────────────────────────────────────────────────

DECLARED = "项目支出绩效目标申报表"
LONG = ("产出指标", "数量指标", "三年培训人数", "300人")
YEAR = (
    ("产出指标", "数量指标", "培训人数", "100人"),
    ("效益指标", "社会效益指标", "就业率", "≥60%"),
)


def test_long_term_and_annual_tables_below_one_another() -> None:
    header = ("一级指标", "二级指标", "指标内容", "指标值", "备注")
    form = form_in(
        lines(DECLARED, "（2020年度）"),
        grid(
            [("项目名称", 2), ("示例项目", 2), "项目属性", "延续"],
            [("主管部门（编码）", 2), ("某市某局", 2), "项目单位", "某中心"],
            [("项目起止时间", 2), ("2020年1月—2022年12月", 4)],
            [("项目资金申请（万元）", 2, 3), ("资金总额：", 2), ("300", 2)],
            [("其中：财政拨款", 2), ("300", 2)],
            [("其他", 2), ("0", 2)],
            [("项目概况", 2), ("办班", 4)],
            [("项目绩效目标", 1, 2), ("长期目标", 3), ("年度目标", 2)],
            [("三年培训300人", 3), ("培训100人", 2)],
            [("长期绩效指标", 1, 2), *header],
            [*LONG, ""],
            [("年度绩效指标", 1, 3), *header],
            *([*row, "每年一期"] for row in YEAR),
            [("其他需要说明的问题", 2), ("无", 4)],
        ),
    )
    assert [(one.name, one.target_text) for one in form.indicators] == [row[2:] for row in YEAR]
    assert [(one.name, one.target_text) for one in form.long_term] == [LONG[2:]]
    assert form.indicators[0].others == (("备注", "每年一期"),)
    assert (form.layout, form.goal) == ("project-declaration-classic", "培训100人")
    assert dict(form.fields)["项目绩效目标/长期目标"] == "三年培训300人"
    assert (form.department, form.implementing_unit) == ("某市某局", "某中心")
    assert amounts(form)[0] == "300"
    assert checks(form) == ["long-term-apart"]


def test_long_term_and_annual_indicators_side_by_side() -> None:
    form = form_in(
        lines(DECLARED, "（2020年度）"),
        grid(
            [("项目名称", 2), ("示例项目", 6)],
            [("主管部门", 2), ("某市某局", 2), ("预算金额（万元）", 2), ("300", 2)],
            [("总体目标", 1, 2), ("实施期目标", 4), ("年度目标", 3)],
            [("三年培训300人", 4), ("培训100人", 3)],
            [
                *(("绩效指标", 1, 3), "一级指标", "二级指标", "三级指标", "指标值"),
                *("二级指标", "三级指标", "指标值"),
            ],
            [*LONG, *YEAR[0][1:]],
            [*YEAR[1], *YEAR[1][1:]],
        ),
    )
    assert [(one.level1, one.level2, one.name, one.target_text) for one in form.indicators] == list(
        YEAR
    )
    assert [one.target_text for one in form.long_term] == ["300人", "≥60%"]
    assert form.goal == "培训100人"


def test_the_short_form() -> None:
    form = form_in(
        lines("项目支出绩效目标表", "（2021年度）"),
        grid(
            [("项目名称", 2), ("示例项目", 3)],
            [("项目负责人及电话", 2), ("王某 000", 3)],
            [("主管部门", 2), "某县某局", "实施单位", "某县某站"],
            [("项目资金（万元）", 2, 3), ("年度资金总额：", 2), "12.5"],
            [("其中：财政拨款", 2), "12.5"],
            [("其他资金", 2), "0"],
            [("总体目标", 2), ("目标1：培训；\n目标2：建站。", 3)],
            [("绩效指标", 1, 3), "一级指标", "二级指标", "三级指标", "指标值"],
            *(list(row) for row in YEAR),
        ),
    )
    assert (form.layout, form.goal) == ("project-declaration-short", "目标1：培训；\n目标2：建站。")
    assert (form.department, form.implementing_unit) == ("某县某局", "某县某站")
    assert amounts(form)[::3] == ("12.5", "万元")
    assert checks(form) == []
    assert len(form.indicators) == 2


def test_nature_value_and_unit_below_one_heading() -> None:
    form = form_in(
        lines(DECLARED, "（2024年度）"),
        grid(
            [("项目名称", 2), ("示例项目", 2), ("项目编码", 1), ("0001", 2)],
            [("主管部门", 2), ("某市某局", 2), ("预算单位", 1), ("某中心", 2)],
            [("年度资金申请总额（元）", 2, 1), ("1250000.00", 5)],
            [("绩效目标", 1, 2), ("项目总目标", 3), ("年度总体目标", 3)],
            [("培训", 3), ("年内培训", 3)],
            [
                *(("绩效指标", 1, 4), ("一级指标", 1, 2), ("二级指标", 1, 2), ("三级指标", 1, 2)),
                ("指标值", 3),
            ],
            ["指标性质", "指标值", "计量单位"],
            ["产出指标", "数量指标", "培训人数", "≥", "100", "人"],
            ["效益指标", "社会效益指标", "就业率", "≥", "60", "%"],
        ),
    )
    assert [[target.phrase for target in one.targets] for one in form.indicators] == [
        ["≥100人"],
        ["≥60%"],
    ]
    assert (form.layout, form.project_id, form.goal) == (
        *("project-declaration-units", "0001", "年内培训"),
    )
    assert amounts(form)[::3] == ("1250000.00", "元")
    assert checks(form) == []


# ── layouts that nobody knows ────────────────────────────────────────────────────────────────────


def test_an_unknown_title_is_read_by_its_header_words() -> None:
    form = form_in(
        lines("某专项资金绩效情况统计表", "（2022年度）"),
        grid(
            *HEAD, ["绩效指标", *HEADER[:7], "督办意见"], *(["", *row[:7], "已阅"] for row in PLAIN)
        ),
    )
    assert rows_of(form) == [(*row[:7], "") for row in PLAIN]
    assert (form.kind, form.year) == ("project_selfevaluation", 2022)
    assert form.indicators[0].others == (("督办意见", "已阅"),)
    assert "某专项资金绩效情况统计表" in form.findings[0].words.zh
    assert checks(form) == [
        *("title-missing", "column-unknown", "budget-missing", "form-end-missing"),
    ]


def test_the_goal_of_more_than_the_year() -> None:
    form = form_in(
        lines("项目支出绩效目标申报表", "（2023年度）"),
        grid(
            [("填报单位（盖章）", 3), ("示例局", 3)],
            [("项目名称", 3), ("示例项目", 3)],
            [("预算金额（万元）", 3), ("100", 3)],
            [("长期目标", 3), ("三年内完成全区养护", 3)],
            [("年度目标", 3), ("养护100公里", 3)],
            ["绩效指标", "一级指标", "二级指标", "三级指标", ("指标值", 2)],
            ["", "产出指标", "数量指标", "养护里程", "≥100", "公里"],
            ["", "效益指标", "社会效益指标", "通行时间", ("≤10分钟", 2)],
            [("（单位盖章）", 3), ("2023年1月5日", 3)],
            [("其他说明的问题", 3), ("无", 3)],
        ),
    )
    assert (form.department, form.goal, form.long_term_goal) == (
        *("示例局", "养护100公里", "三年内完成全区养护"),
    )
    assert [row.target_text for row in form.indicators] == ["≥100\n公里", "≤10分钟"]
    assert checks(form) == []


def test_the_goals_of_a_transfer_in_a_region() -> None:
    """It has no points; all else is read as in the self-evaluation of a project."""
    form = form_in(
        lines("中央对地方转移支付区域绩效目标自评表", "（2022年度）"),
        grid(
            [("转移支付（项目）名称", 3), ("示例补助资金", 4)],
            [("中央主管部门", 3), ("示例部", 4)],
            [("地方主管部门", 3), ("示例厅", 2), "资金使用单位", "各县区"],
            [
                ("资金投入情况（万元）", 3, 3),
                "",
                "全年预算数（A）",
                "全年执行数（B）",
                "预算执行率",
            ],
            ["年度资金总额：", "5000", "4800", "96%"],
            ["其中：中央财政资金", "5000", "4800", "96%"],
            [("总体目标完成情况", 3, 2), ("总体目标", 2), ("全年实际完成情况", 2)],
            [("建设10万亩", 2), ("已建设10.2万亩", 2)],
            [
                *("绩效指标", "一级指标", "二级指标", "三级指标"),
                *("指标值", "全年实际完成值", "未完成原因和改进措施"),
            ],
            ["", "产出指标", "数量指标", "建设面积（万亩）", "≥10", "10.2", ""],
            ["", "效益指标", "社会效益指标", "通达度", "≥90%", "92%", ""],
            [("说明", 1), ("无", 6)],
        ),
    )
    assert (form.project, form.department, form.implementing_unit) == (
        *("示例补助资金", "示例厅", "各县区"),
    )
    assert (form.goal, form.goal_actual) == ("建设10万亩", "已建设10.2万亩")
    assert amounts(form)[1:] == ("5000", "4800", "万元")
    assert [(row.target_text, row.actual_text) for row in form.indicators] == [
        *(("≥10", "10.2"), ("≥90%", "92%")),
    ]
    assert [check for check in checks(form) if check != "form-end-missing"] == []
