"""Errors carry every cause, with its place, in both languages."""

import pickle

import pytest

from indicators import errors
from indicators.errors import DocumentError, EvalengineError, Problem, Words


def test_words_in_each_language() -> None:
    words = Words("缺", "missing")
    assert (words.said("zh"), words.said("en"), words.said("fr")) == ("缺", "missing", "缺")


def test_a_problem_says_where() -> None:
    words = Words("缺", "missing")
    assert Problem("a.xlsx!B14", words).said("en") == "a.xlsx!B14: missing"
    assert Problem("", words).said("zh") == "缺"


def test_all_problems_a_line_each() -> None:
    error = DocumentError([Problem("a:1", Words("甲", "x")), Problem("a:2", Words("乙", "y"))])
    assert str(error) == "a:1: 甲\na:2: 乙"
    assert [problem.where for problem in error.problems] == ["a:1", "a:2"]


def test_an_error_with_one_cause() -> None:
    error = DocumentError.at("a", "甲", "x")
    assert isinstance(error, DocumentError)
    assert error.problems == (Problem("a", Words("甲", "x")),)


@pytest.mark.parametrize("name", ["Document", "Actuals", "RuleFile", "Standard", "Usage"])
def test_every_error_is_one_of_the_engine(name: str) -> None:
    assert issubclass(getattr(errors, f"{name}Error"), EvalengineError)


def test_an_error_comes_whole_from_another_process() -> None:
    error = DocumentError([Problem("a:1", Words("甲", "x")), Problem("a:2", Words("乙", "y"))])
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 -- our own
    assert type(again) is DocumentError
    assert again.problems == error.problems
