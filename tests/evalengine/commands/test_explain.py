"""`evalengine explain`: reasons from a record, or straight from declaration and workbook."""

import json
from pathlib import Path

import pytest

from evalengine.cli import run
from tests.evalengine.factories import STANDARD
from tests.evalengine.samples import ACTUALS, DECLARATION, GUARDS, PROJECTS

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("explain") / "记录.json"
    source = ["score", str(DECLARATION), "--actuals", str(ACTUALS), "--standard", STANDARD]
    assert run([*source, "-o", str(path)]) == 0
    return str(path)


def test_every_point_of_every_project(record: str, capsys: Captured) -> None:
    assert run(["explain", record]) == 0
    out = capsys.readouterr().out
    assert out.count("预算执行率：") == PROJECTS
    assert "6.25 × 48 ÷ 60 = 5.00" in out


def test_one_item(record: str, capsys: Captured) -> None:
    assert run(["explain", record, "1.1", "--project", GUARDS]) == 0
    out = capsys.readouterr().out
    assert "算式：12.50 × 94 ÷ 100 = 11.75" in out
    assert "达到“100人”即得满分" in out
    assert "2.1" not in out


@pytest.mark.parametrize("item", ["execution", "1"])
def test_the_money_and_a_whole_row(item: str, record: str, capsys: Captured) -> None:
    assert run(["explain", record, item, "--project", GUARDS]) == 0
    assert capsys.readouterr().out.count("（满分 ") == 1


def test_straight_from_the_declaration(record: str, capsys: Captured) -> None:
    arguments = [str(DECLARATION), "--actuals", str(ACTUALS), "--standard", STANDARD]
    assert run(["explain", *arguments, "--project", GUARDS]) == 0
    straight = capsys.readouterr().out
    assert run(["explain", record, "--project", GUARDS]) == 0
    assert capsys.readouterr().out == straight


def test_json_in_both_languages(record: str, capsys: Captured) -> None:
    assert run(["explain", record, "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == "evalengine/explanations/1"
    assert len(data["projects"]) == PROJECTS
    item = data["projects"][0]["items"][1]
    assert item["title_en"].endswith("11.75 of 12.50 points")


def test_english(record: str, capsys: Captured) -> None:
    assert run(["explain", record, "1.1", "--project", GUARDS, "--lang", "en"]) == 0
    assert "0.75 points lost; reaching '100人' would give all of them." in capsys.readouterr().out


@pytest.mark.parametrize("item", ["一", "1.1.1", "sum"])
def test_what_names_no_item(item: str, record: str, capsys: Captured) -> None:
    assert run(["explain", record, item]) == 2
    assert f"“{item}”不是编号；写法：3.1" in capsys.readouterr().err


def test_an_item_that_the_project_lacks(record: str, capsys: Captured) -> None:
    assert run(["explain", record, "10.1", "--project", GUARDS]) == 2
    assert "“保安服务费”没有编号 10.1" in capsys.readouterr().err


def test_a_declaration_without_its_workbook(capsys: Captured) -> None:
    assert run(["explain", str(DECLARATION)]) == 2
    assert "里面没有实际完成值；请用 --actuals" in capsys.readouterr().err


def test_a_filled_form_is_explained_without_a_record(tmp_path: Path, capsys: Captured) -> None:
    """6公顷 are 60000 of the 66666.67 square metres of 100亩, for all 100 points."""
    table = tmp_path / "长表.csv"
    header = "项目名称,主管部门,年度,一级指标,二级指标,三级指标,年度指标值,实际完成值,分值"
    table.write_text(
        f"{header}\n甲,示例局,2022,产出指标,数量指标,造林面积,≥100亩,6公顷,90\n", "utf-8"
    )
    assert run(["explain", str(table), "1.1", "--standard", "cn-mof-2020-10"]) == 2
    assert "没有预算数" in capsys.readouterr().err
    table.write_text(
        f"{header},全年预算数（万元）,全年执行数（万元）\n"
        "甲,示例局,2022,产出指标,数量指标,造林面积,≥100亩,6公顷,90,100,100\n",
        "utf-8",
    )
    assert run(["explain", str(table), "1.1", "--standard", "cn-mof-2020-10"]) == 0
    assert "算式：90.00 × 60000 ÷ ≈66666.667 = 81.00" in capsys.readouterr().out


def test_a_local_lexicon(tmp_path: Path, record: str, capsys: Captured) -> None:
    lexicon = tmp_path / "词库.yaml"
    lexicon.write_text("units:\n  counts: [驿]\n", "utf-8")
    table = tmp_path / "长表.csv"
    table.write_text(
        "项目名称,主管部门,年度,一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,"
        "全年预算数（万元）,全年执行数（万元）\n"
        "甲,示例局,2022,产出指标,数量指标,驿站,≥4驿,3驿,90,100,100\n",
        "utf-8",
    )
    known = ["explain", str(table), "1.1", "--standard", "cn-mof-2020-10", "--lexicon"]
    assert run([*known, str(lexicon)]) == 0
    assert "90.00 × 3 ÷ 4 = 67.50" in capsys.readouterr().out
    assert run(["explain", record, "--lexicon", str(lexicon)]) == 2
    assert "请去掉 --lexicon" in capsys.readouterr().err


def test_a_missing_record(tmp_path: Path, capsys: Captured) -> None:
    assert run(["explain", str(tmp_path / "没有.json")]) == 2
    assert "记录无法读取（没有这个文件或文件夹）" in capsys.readouterr().err


def test_how_firm_the_grade_is(record: str, capsys: Captured) -> None:
    arguments = ["explain", record, "--project", GUARDS, "--sensitivity"]
    assert run(arguments) == 0
    assert "效益指标（现 30.00）：0.00 至 32.71 分之间等级不变" in capsys.readouterr().out
    assert run([*arguments, "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["sensitivity"]
    assert found["weights"][2]["high"] == "32.71"


def test_the_way_to_the_total(record: str, capsys: Captured) -> None:
    assert run(["explain", record, "total", "--project", GUARDS]) == 0
    out = capsys.readouterr().out
    assert "预算执行率 9.95 + 产出指标 46.75 + 效益指标 25.50 + 满意度指标 8.00 = 90.20" in out
    assert run(["explain", record, "total", "--project", GUARDS, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "losing more than 0.20 points makes it 'Good'." in out
