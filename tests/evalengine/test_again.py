"""What records hold is judged again, and what they say otherwise is told."""

from dataclasses import replace

import pytest

from evalengine.again import all_judged_again, changes
from evalengine.record import record_data
from evalengine.recorded import Recorded
from indicators.errors import StandardError
from tests.evalengine.factories import evaluation


def recorded() -> Recorded:
    one = evaluation()
    standard = one.score.standard
    return Recorded(one.case, standard.id, standard.sha256, record_data(one), "记录.json#1")


def test_a_record_as_it_was_written() -> None:
    record = recorded()
    again, told = all_judged_again([record])
    assert [record_data(each) for each in again] == [record.data]
    assert told == ()


def test_the_version_that_wrote_it_makes_no_difference() -> None:
    record = recorded()
    assert (
        changes(replace(record, data={**record.data, "engine": "evalengine 9"}), evaluation()) == []
    )


def test_what_was_altered_is_told_and_does_not_count() -> None:
    record = recorded()
    forged = replace(record, data={**record.data, "total": "99.99"})
    again, (words,) = all_judged_again([forged])
    assert record_data(again[0])["total"] == record.data["total"] == "90.20"
    assert "重新计算的结果与记录不同（total）" in words.zh


def test_another_standard_of_the_same_name_is_refused() -> None:
    with pytest.raises(StandardError, match="内容不同"):
        all_judged_again([replace(recorded(), standard_sha256="0" * 64)])
