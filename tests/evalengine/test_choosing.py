"""The standard of a case: named, selected, or kept in the record; never another one unseen."""

from dataclasses import replace
from pathlib import Path

import pytest

from evalengine.choosing import AUTOMATIC, standard_again, standard_for
from evalengine.record import Case
from evalengine.recorded import Recorded
from indicators.errors import RuleFileError, StandardError
from scoring import register
from tests.evalengine.factories import evaluation, guards_form
from tests.evalengine.samples import local_standard

BEIJING = replace(guards_form(), department="北京市示例局")


def recorded(id_: str, sha256: str, rules: str = "") -> Recorded:
    case: Case = replace(evaluation().case, rules=rules)
    return Recorded(case, id_, sha256, {}, "记录.json#1")


def test_a_standard_by_its_id() -> None:
    chosen = standard_for([BEIJING], "cn-mof-2020-10")
    assert (chosen.standard.id, chosen.rules, chosen.why) == ("cn-mof-2020-10", "", ())


def test_a_standard_by_its_path_is_kept_word_for_word(tmp_path: Path) -> None:
    path = local_standard(tmp_path)
    chosen = standard_for([BEIJING], str(path))
    assert (chosen.standard.id, chosen.rules) == ("our-own", path.read_text(encoding="utf-8"))


def test_a_standard_selected_by_year_and_place_says_why() -> None:
    chosen = standard_for([BEIJING, BEIJING], AUTOMATIC)
    assert chosen.standard.id == "cn-beijing-selfeval-2016"
    (why,) = chosen.why
    assert "预算年度 2019" in why.zh
    assert "“北京”" in why.zh


def test_projects_that_call_for_different_standards() -> None:
    elsewhere = replace(guards_form(), department="示例县示例局")
    with pytest.raises(StandardError, match="各项目适用的评分标准不同"):
        standard_for([BEIJING, elsewhere], AUTOMATIC)


def test_a_year_without_a_standard() -> None:
    with pytest.raises(StandardError, match="没有适用于 1999 年度"):
        standard_for([replace(BEIJING, year=1999)], AUTOMATIC)


def test_the_form_without_a_year_is_named() -> None:
    form = replace(guards_form(), year=None)
    with pytest.raises(StandardError, match=f"^{form.title}: 不知道预算年度"):
        standard_for([guards_form(), form], AUTOMATIC)


def test_an_unknown_standard() -> None:
    with pytest.raises(StandardError, match="没有这份标准（是不是“cn-mof-2020-10”？）"):
        standard_for([BEIJING], "cn-mof-2020-1")


def test_a_standard_with_a_wrong_key_names_line_and_keys(tmp_path: Path) -> None:
    path = local_standard(tmp_path, "wieghts: {}\n")
    with pytest.raises(
        RuleFileError, match=r"本局标准\.yaml:10: wieghts：没有这个键。可用的键：.*weights"
    ):
        standard_for([BEIJING], str(path))


def test_a_record_finds_its_standard_again() -> None:
    standard = register.find("cn-mof-2020-10")
    assert standard_again([recorded(standard.id, standard.sha256)], None) == standard


def test_a_record_brings_a_standard_of_ones_own_along(tmp_path: Path) -> None:
    chosen = standard_for([BEIJING], str(local_standard(tmp_path)))
    kept = recorded("our-own", chosen.standard.sha256, chosen.rules)
    assert standard_again([kept], None) == chosen.standard


def test_a_standard_that_has_changed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StandardError, match="内容不同；请用 evalengine score --from"):
        standard_again([recorded("cn-mof-2020-10", "00" * 32)], None)
    own = local_standard(tmp_path)
    with pytest.raises(StandardError, match=r"cn-mof-2020-10（0000.*our-own"):
        standard_again([recorded("cn-mof-2020-10", "00" * 32)], str(own))


def test_records_of_several_standards() -> None:
    records = [recorded("cn-mof-2020-10", ""), recorded("cn-selfeval-2016", "")]
    with pytest.raises(
        StandardError, match="记录用了几种评分标准（cn-mof-2020-10、cn-selfeval-2016）"
    ):
        standard_again(records, None)
