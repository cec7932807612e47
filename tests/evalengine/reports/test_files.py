"""Which reports there are, and that each is written whole."""

import json
from pathlib import Path

import pytest

from evalengine.evaluation import Evaluated, asked
from evalengine.record import records_data
from evalengine.recorded import read_records
from evalengine.reports.files import WRITERS, check_report, write_reports
from indicators.errors import UsageError
from indicators.reading import open_document
from indicators.reading.blocks import read_blocks_of
from indicators.reading.tables import Paragraph
from indicators.reading.workbook import read_sheets
from scoring import register
from tests.evalengine.factories import STANDARD, evaluation

JUDGED = Evaluated((evaluation(),), register.find(STANDARD))


@pytest.mark.parametrize("ending", [*WRITERS, ".XLSX"])
def test_a_report_takes_its_place(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"报告{ending}"
    check_report(path)
    write_reports([path], JUDGED)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_the_record_is_what_score_prints(tmp_path: Path) -> None:
    write_reports([tmp_path / "a.json"], JUDGED)
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert json.loads(text) == records_data(JUDGED.projects)
    assert text.endswith("}\n")
    assert read_records(tmp_path / "a.json")[0].standard_id == STANDARD


def test_the_workbook_is_the_official_form(tmp_path: Path) -> None:
    write_reports([tmp_path / "a.xlsx"], JUDGED)
    assert read_sheets(tmp_path / "a.xlsx")[0].rows[0][0] == "项目支出绩效自评表"


def test_every_report_answers_what_was_asked(tmp_path: Path) -> None:
    paths = [tmp_path / f"a{ending}" for ending in WRITERS]
    write_reports(paths, asked(JUDGED, against="cn-mof-2021-101", firmness=True))
    names = {
        "标准对照：cn-beijing-selfeval-2016 与 cn-mof-2021-101",
        "敏感性：等级在什么范围内不变",
    }
    for path in paths[1:-1]:  # .xlsx has names of sheets, .json keys: see test_annex, test_asked
        blocks = read_blocks_of(open_document(path), is_title=lambda _: False)
        texts = "\n".join(each.text for each in blocks if isinstance(each, Paragraph))
        assert all(name in texts for name in names), path


@pytest.mark.parametrize("name", ["a.txt", "a", "-"])
def test_an_unknown_ending_is_told_with_the_known_ones(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"这个版本的报告有 \.xlsx \.docx"):
        check_report(tmp_path / name)


def test_a_missing_folder_is_told_beforehand(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="不存在，请先建立"):
        check_report(tmp_path / "没有" / "a.json")


def test_several_reports_are_written_together(tmp_path: Path) -> None:
    paths = [tmp_path / f"报告{ending}" for ending in WRITERS]
    write_reports(paths, JUDGED)
    assert sorted(tmp_path.iterdir()) == sorted(paths)


@pytest.mark.parametrize("trouble", [KeyboardInterrupt, RuntimeError])
def test_when_one_fails_none_is_written(
    trouble: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, judged: Evaluated) -> None:
        path.write_bytes(b"half a")
        raise trouble

    monkeypatch.setitem(WRITERS, ".docx", fail)
    (tmp_path / "a.json").write_text("old", encoding="utf-8")
    with pytest.raises(trouble):
        write_reports([tmp_path / "a.json", tmp_path / "a.docx"], JUDGED)
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == "old"
