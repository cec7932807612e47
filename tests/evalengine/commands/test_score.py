"""`evalengine score`: result, reports, gates, and what may not stand together."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from evalengine.cli import run
from evalengine.commands.score import read_weights
from indicators.errors import UsageError
from indicators.reading.workbook import read_sheets
from tests.evalengine.factories import STANDARD
from tests.evalengine.samples import ACTUALS, DECLARATION, GUARDS, PROJECTS, local_standard

Captured = pytest.CaptureFixture[str]
ALL = ["score", str(DECLARATION), "--actuals", str(ACTUALS), "--standard", STANDARD]
ONE = [*ALL, "--project", GUARDS]


def test_the_whole_document(capsys: Captured) -> None:
    assert run(ALL) == 0
    summary = capsys.readouterr().out.splitlines()[-PROJECTS:]
    assert [line.split()[-2:] for line in summary] == [
        ["90.20", "优秀"],
        ["98.25", "优秀"],
        ["97.88", "优秀"],
        ["88.48", "良好"],
        ["96.83", "优秀"],
        ["97.54", "优秀"],
        ["90.00", "优秀"],
        ["98.53", "优秀"],
        ["75.70", "一般"],
    ]


def test_json_is_one_document_and_nothing_else(capsys: Captured) -> None:
    assert run([*ALL, "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert len(json.loads(out)["records"]) == PROJECTS
    assert json.loads(err)["schema"] == "evalengine/messages/1"


def test_the_standard_is_selected_and_told(capsys: Captured) -> None:
    arguments = [each for each in ONE if each not in ("--standard", STANDARD)]
    assert run(arguments) == 0
    out, err = capsys.readouterr()
    assert "总分 90.20，优秀" in out
    assert (
        f"按预算年度 2019（2016—2019）、地区 CN-BJ（名称中有“北京”）、单位自评，选用 {STANDARD}"
        in err
    )


def test_reports_of_both_kinds(tmp_path: Path, capsys: Captured) -> None:
    form, record = tmp_path / "自评表.xlsx", tmp_path / "记录.json"
    assert run([*ALL, "-o", str(form), "-o", str(record)]) == 0
    assert [sheet.name for sheet in read_sheets(form)][:2] == ["汇总", f"1 {GUARDS}"]
    assert len(json.loads(record.read_text(encoding="utf-8"))["records"]) == PROJECTS
    assert f"已写出 {form}\n已写出 {record}\n" in capsys.readouterr().err


def test_a_record_scores_to_the_same_bytes(tmp_path: Path, capsys: Captured) -> None:
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    assert run([*ALL, "-o", str(first)]) == 0
    printed = capsys.readouterr().out
    assert run(["score", "--from", str(first), "-o", str(second)]) == 0
    assert capsys.readouterr().out == printed
    assert first.read_bytes() == second.read_bytes()


def test_a_record_that_was_altered_is_answered_by_no(tmp_path: Path, capsys: Captured) -> None:
    record, again = tmp_path / "a.json", tmp_path / "b.json"
    assert run([*ONE, "-o", str(record)]) == 0
    true = record.read_bytes()
    record.write_bytes(true.replace(b'"total": "90.20"', b'"total": "99.00"'))
    capsys.readouterr()
    assert run(["score", "--from", str(record), "-o", str(again)]) == 1
    assert "重新计算的结果与记录不同（total）" in capsys.readouterr().err
    assert again.read_bytes() == true


def test_a_record_keeps_a_standard_of_ones_own(tmp_path: Path, capsys: Captured) -> None:
    own, record = local_standard(tmp_path), tmp_path / "a.json"
    arguments = ["score", str(DECLARATION), "--actuals", str(ACTUALS), "--standard", str(own)]
    assert run([*arguments, "-o", str(record)]) == 0
    own.unlink()
    capsys.readouterr()
    assert run(["score", "--from", str(record), "--format", "json"]) == 0
    assert capsys.readouterr().out == record.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "others",
    [
        [str(DECLARATION)],
        ["--actuals", "a"],
        ["--weights", "output=50"],
        ["--missing", "zero"],
        ["--lexicon", "a"],
        ["--purpose", "review"],
    ],
)
def test_a_record_already_says_it(others: list[str], capsys: Captured) -> None:
    assert run(["score", "--from", "a.json", *others]) == 2
    err = capsys.readouterr().err
    assert "不能与 FILE、--actuals、--weights、--missing、--lexicon、--purpose 一起用" in err


@pytest.mark.parametrize("arguments", [[], ["--actuals", "a"]])
def test_what_must_be_given(arguments: list[str], capsys: Captured) -> None:
    assert run(["score", *arguments]) == 2
    assert (
        "请给出申报表和 --actuals 填报工作簿，或填好的自评表，或用 --from"
        in capsys.readouterr().err
    )


def test_a_declaration_alone_says_not_what_was_achieved(capsys: Captured) -> None:
    assert run(["score", str(DECLARATION)]) == 2
    assert "里面没有实际完成值；请用 --actuals 给出填报工作簿" in capsys.readouterr().err


def test_weights() -> None:
    expected = {"output": Decimal(60), "benefit": Decimal("20.5")}
    assert read_weights("output=60, benefit = 20.5") == expected
    assert read_weights("output=60，benefit=20.5") == expected
    assert read_weights("产出=60，效益指标=20.5") == expected


@pytest.mark.parametrize(
    "text", ["", "output", "=50", "output=", "output=五十", "a=1,a=2", "a=-1", "产出=1,output=2"]
)
def test_what_are_no_weights(text: str) -> None:
    with pytest.raises(UsageError, match="--weights"):
        read_weights(text)


@pytest.mark.parametrize(
    ("weights", "told"),
    [
        ("output=60", "各类分值合计 110，应为 100"),
        ("outptu=50", "没有类别“outptu”（是不是“output”？）"),
    ],
)
def test_weights_that_do_not_fit_the_standard(weights: str, told: str, capsys: Captured) -> None:
    assert run([*ONE, "--weights", weights]) == 2
    assert told in capsys.readouterr().err


def test_a_report_of_an_unknown_kind_is_told_before_any_work(capsys: Captured) -> None:
    assert run(["score", "没有.txt", "--actuals", "没有.xlsx", "-o", "a.txt"]) == 2
    assert capsys.readouterr().err.startswith("错误：-o: 不能写出“a.txt”")


def test_english(capsys: Captured) -> None:
    assert run([*ONE, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "Total 90.20, Excellent. Standard: cn-beijing-selfeval-2016." in out


def test_against_another_standard(tmp_path: Path, capsys: Captured) -> None:
    """Another standard and the firmness of grades are told beside the records, never in them."""
    plain, more, form = tmp_path / "a.json", tmp_path / "b.json", tmp_path / "c.xlsx"
    asked = ["--against", "cn-practice-linear-80", "--sensitivity"]
    assert run([*ONE, "-o", str(plain)]) == 0
    capsys.readouterr()
    assert run([*ONE, *asked, "-o", str(more), "-o", str(form), "--format", "json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    written = json.loads(more.read_text(encoding="utf-8"))
    assert printed == written
    assert list(written) == ["schema", "records", "against", "sensitivity"]
    assert written["records"] == json.loads(plain.read_text(encoding="utf-8"))["records"]
    assert [sheet.name for sheet in read_sheets(form)][-2:] == ["标准对照", "敏感性"]
    assert run(["score", "--from", str(more), *asked]) == 0
    out = capsys.readouterr().out
    assert "cn-practice-linear-80：90.20 分，优。等级不变。" in out
    assert "产出指标（现 50.00）：46.86 至 100.00 分之间等级不变，再低为“良好”。" in out


def test_weights_in_a_file(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "分值.yaml"
    path.write_text("points: {output: 40, benefit: 40}\nnote: 效益更要紧\n", encoding="utf-8")
    assert run([*ONE, "--weights", str(path)]) == 0
    assert "总分 89.35，良好" in capsys.readouterr().out
    path.write_text("points: {output: 四十}\n", encoding="utf-8")
    assert run([*ONE, "--weights", str(path)]) == 2
    assert f"{path}:1: points.output：应为数字" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--purpose", "review"], "自评复核的标准。最近的是 cn-sc-review-2026"),
        (["--purpose", "checking"], "--purpose: 不能是“checking”。可用：self_evaluation、review"),
        (["--purpose", "review", "--standard", STANDARD], "目的只用于自动选用"),
    ],
)
def test_a_purpose_that_selects_nothing(options: list[str], words: str, capsys: Captured) -> None:
    assert run([*ALL[:4], *options]) == 2
    assert words in capsys.readouterr().err


LONG = """\
project,department,year,budget（万元）,executed,level1,level2,indicator,target,actual,max_points,declared_points
甲,某局,2022,100,95,产出指标,数量指标,培训人数,≥100人,94人,50,50
甲,某局,2022,100,95,效益指标,社会效益指标,就业率,≥60%,66%,30,30
甲,某局,2022,100,95,满意度指标,服务对象满意度指标,满意度,≥90%,92%,10,9
乙,某局,2022,100,,产出指标,数量指标,站点,2个,2个,90,90
"""


def test_a_long_table_has_its_actuals_with_the_declared_points_beside(
    tmp_path: Path, capsys: Captured
) -> None:
    path = tmp_path / "长表.csv"
    path.write_text(LONG, encoding="utf-8")
    assert run(["score", str(path), "--project", "甲"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[1].split()[-3:] == ["分值", "得分", "自评"]
    assert [line.split()[-3:] for line in out[3:7]] == [
        ["95.00万元（95.00%）", "10.00", "9.50"],
        ["50.00", "47.00", "50"],
        ["30.00", "30.00", "30"],
        ["10.00", "10.00", "9"],
    ]
    assert run(["score", str(path)]) == 2
    assert "“乙”没有填全年执行数" in capsys.readouterr().err


TYPED = """\
项目名称,指标名称,实际完成值
保安服务费,保安人数,94人
保安服务费,全年执行数,752.22
"""


def test_a_table_of_the_department_is_paired_when_the_user_accepts(
    tmp_path: Path, capsys: Captured
) -> None:
    path = tmp_path / "完成情况.csv"
    path.write_text(TYPED, encoding="utf-8")
    arguments = ["score", str(DECLARATION), "--actuals", str(path), "--standard", STANDARD]
    arguments += ["--project", GUARDS, "--missing", "zero"]
    assert run(arguments) == 2
    assert "“保安人数”可能是 1“聘用保安人员100人，服务于" in capsys.readouterr().err
    assert run([*arguments, "--accept-suggestions"]) == 0
    out = capsys.readouterr().out
    assert "11.75" in out
    assert "按相似度 0." in out
