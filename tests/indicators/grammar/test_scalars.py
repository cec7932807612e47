"""Words, units, factors and days of the lexicon."""

import pytest
from pydantic import TypeAdapter, ValidationError

from indicators.grammar.scalars import MonthDay, UnitName
from indicators.grammar.schema import UnitRule


@pytest.mark.parametrize("factor", ["10000", "2000/3", "0.01"])
def test_factors_are_exact(factor: str) -> None:
    assert UnitRule.model_validate({"factor": factor}).factor == factor


@pytest.mark.parametrize("factor", ["0", "-1", "1/0", "ten", "1e400", "1e999999999", "9" * 400])
def test_a_factor_is_a_positive_number(factor: str) -> None:
    with pytest.raises(ValidationError):
        UnitRule.model_validate({"factor": factor})


@pytest.mark.parametrize("name", ["5", "5G基站", " ", ""])
def test_no_name_of_a_unit(name: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(UnitName).validate_python(name)


@pytest.mark.parametrize("name", ["驿", "㎡", "人·月"])
def test_names_of_units(name: str) -> None:
    assert TypeAdapter(UnitName).validate_python(name) == name


def test_29_february_is_a_day_of_some_years() -> None:
    assert TypeAdapter(MonthDay).validate_python("02-29") == "02-29"


@pytest.mark.parametrize("day", ["02-30", "13-01", "00-10", "1-1"])
def test_no_day(day: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(MonthDay).validate_python(day)
