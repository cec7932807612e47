"""Files and functions stay small enough to be read, and say their part in their first sentence."""

import ast

import pytest

from tests.house.tree import Module, modules, product

MODULE_LINES = 400
FUNCTION_LINES = 60
MOST_FUNCTIONS = 30
"""Lines that nine functions in ten stay within."""


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_module_opens_with_one_sentence(module: Module) -> None:
    first = (ast.get_docstring(module.tree) or "").split("\n\n")[0]
    assert first.rstrip("`)”").endswith((".", "。", "?", ":")), f"{module.name}: {first!r}"


def test_no_module_is_long() -> None:
    long = {m.name: len(m.text.splitlines()) for m in modules()}
    assert {name: n for name, n in long.items() if n > MODULE_LINES} == {}


def test_no_function_is_long() -> None:
    long = {f"{m.name}:{f.name}": _lines(f) for m in modules() for f in m.functions}
    assert {name: n for name, n in long.items() if n > FUNCTION_LINES} == {}


def test_nine_functions_in_ten_are_short() -> None:
    sizes = [_lines(f) for m in product() for f in m.functions]
    assert sum(size <= MOST_FUNCTIONS for size in sizes) >= 0.9 * len(sizes)


def test_nothing_is_called_utils() -> None:
    vague = {"utils", "util", "helpers", "helper", "misc", "common", "tools"}
    assert [m.name for m in modules() if m.path.stem in vague] == []
