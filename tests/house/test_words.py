"""The language of promises is data: no Chinese word stands in the code of the grammar."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.tree import Module, product

HAN = re.compile(r"[一-龥]")
ENGLISH = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
"""A message to people says the same in English, beside the Chinese or in the same string."""

GRAMMAR = [module for module in product() if module.name.startswith("indicators/grammar/")]


def _strings(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Every string below `node`: what tells it from others, and its text."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield id(inner), inner.value


def _no_words(tree: ast.Module) -> set[int]:
    """The strings that are documentation, or a message in two languages."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(id(node.value))
        parts = node.args if isinstance(node, ast.Call) else getattr(node, "elts", [])
        strings = [string for part in parts for string in _strings(part)]
        if any(ENGLISH.search(text) for _, text in strings):
            found.update(string for string, _ in strings)
    return found


def words(tree: ast.Module) -> list[str]:
    """The strings of a module that hold Chinese and are no documentation and no message."""
    others = _no_words(tree)
    return [text for each, text in _strings(tree) if each not in others and HAN.search(text)]


@pytest.mark.parametrize("module", GRAMMAR, ids=lambda module: module.name)
def test_words_stand_in_the_lexicon(module: Module) -> None:
    """A finance officer changes them without touching code."""
    assert words(module.tree) == []


def test_a_word_is_told_from_a_message() -> None:
    code = 'X = ("次", "场")\n"""次: a word."""\nWords("比较符", "the comparator")\n'
    assert words(ast.parse(code)) == ["次", "场"]
