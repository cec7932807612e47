"""A record read back is the same case; what is no record, or a damaged one, is told."""

import io
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from evalengine import recorded
from evalengine.record import record_data, records_data
from evalengine.recorded import may_be_record, read_records
from indicators.errors import DocumentError, Words
from indicators.model import Actual, Finding, Severity
from tests.evalengine.factories import evaluation, write


def saved(folder: Path, data: Any) -> Path:
    return write(folder, "记录.json", json.dumps(data, ensure_ascii=False))


def test_the_case_comes_back(tmp_path: Path) -> None:
    judged = evaluation()
    (read,) = read_records(saved(tmp_path, records_data([judged])))
    form = replace(judged.case.form, manager=None, fields=())
    assert read.case == replace(judged.case, form=form)
    assert read.standard_id == "cn-beijing-selfeval-2016"
    assert read.place.endswith("记录.json#1")


def test_everything_that_may_stand_in_a_case_comes_back(tmp_path: Path) -> None:
    judged = evaluation()
    finding = Finding("budget-unclear", Severity.WARNING, "申报表.txt:3", Words("疑", "doubt"))
    row = judged.case.form.indicators[0]
    target = replace(
        row.targets[0], upper=Decimal("120.50"), span=(3, 9), notes=(Words("注", "note"),)
    )
    form = replace(
        judged.case.form,
        manager=None,
        fields=(),
        findings=(finding,),
        indicators=(replace(row, targets=(target,), max_points=Decimal("12.5")),),
        occurrence=2,
    )
    case = replace(judged.case, form=form, weights={"output": Decimal(60)}, missing="zero")
    data = record_data(replace(judged, case=case))
    (read,) = read_records(saved(tmp_path, data))
    assert read.case == case


def test_facts_come_back_as_they_were_written(tmp_path: Path) -> None:
    """A rate told by its two data items, with evidence and a share: nothing is worked out in it."""
    judged = evaluation()
    raw = Actual(
        *("quantitative", " 1523 ÷ 1600 "),
        dimension="ratio",
        raw=(Decimal(1523), Decimal("1600.00")),
        evidence="问卷",
        place="实际.xlsx!I16",
    )
    facts = {**judged.case.actuals.by_item, "9.1": raw}
    case = replace(judged.case, actuals=replace(judged.case.actuals, by_item=facts))
    (read,) = read_records(saved(tmp_path, record_data(replace(judged, case=case))))
    assert read.case.actuals.by_item["9.1"] == raw
    assert "1600.00" in map(str, read.case.actuals.by_item["9.1"].raw or ())


def test_a_single_record_may_stand_alone(tmp_path: Path) -> None:
    (read,) = read_records(saved(tmp_path, record_data(evaluation())))
    assert read.case.form.project == "保安服务费"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    text = json.dumps(record_data(evaluation()), ensure_ascii=False)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    (read,) = read_records(Path("-"))
    assert read.place == "-#1"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no json",
        b"[1, 2]",
        b"{}",
        b'{"records": []}',
        b'{"records": 5}',
        b"\xff\xfe\x00",
        b"[" * 9999,
    ],
)
def test_what_is_no_record(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"记录\.json: (这?不是评价记录|不是合法的 JSON 记录)"):
        read_records(write(tmp_path, "记录.json", content))


def test_a_document_in_place_of_a_record(tmp_path: Path) -> None:
    form = write(tmp_path, "自评表.csv", "项目名称,年度\n甲,2022\n")
    assert not may_be_record(form)
    with pytest.raises(DocumentError, match="请先计分：evalengine score"):
        read_records(form)
    record = saved(tmp_path, record_data(evaluation()))
    assert may_be_record(record)
    assert may_be_record(Path("-"))
    assert may_be_record(tmp_path / "没有.json")


def test_a_record_of_another_version(tmp_path: Path) -> None:
    one = record_data(evaluation())
    for data in (
        {"schema": "evalengine/records/9", "records": [one]},
        {"schema": "evalengine/records/1", "records": [{**one, "schema": "evalengine/record/2"}]},
        {**one, "schema": "evalengine/record/2"},
    ):
        with pytest.raises(DocumentError, match=r"schema 是“evalengine/records?/[29]”"):
            read_records(saved(tmp_path, data))


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="记录无法读取（没有这个文件或文件夹"):
        read_records(tmp_path / "没有.json")
    with pytest.raises(DocumentError, match="记录无法读取（这是一个文件夹"):
        read_records(tmp_path)


def test_a_file_too_large_to_be_a_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorded, "MAX_BYTES", 10)
    with pytest.raises(DocumentError, match="文件超过 10 字节"):
        read_records(write(tmp_path, "记录.json", "{" + " " * 20 + "}"))


def test_every_damage_is_told(tmp_path: Path) -> None:
    data = record_data(evaluation())
    data["case"]["form"]["year"] = "去年"
    data["case"]["actuals"]["executed"] = "很多"
    with pytest.raises(DocumentError) as caught:
        read_records(saved(tmp_path, data))
    told = [problem.said("zh") for problem in caught.value.problems]
    assert len(told) == 2
    assert "记录里的 form.year 缺失或不合要求" in told[0]
    assert "记录里的 actuals.executed 缺失或不合要求" in told[1]


@pytest.mark.parametrize("key", ["case", "inputs", "standard"])
def test_a_part_that_was_cut_out(key: str, tmp_path: Path) -> None:
    data = record_data(evaluation())
    del data[key]
    with pytest.raises(DocumentError, match=f"记录里的 {key} 缺失"):
        read_records(saved(tmp_path, data))
