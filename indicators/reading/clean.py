"""Keeps out of every text what no form needs and what could mislead a terminal or a workbook."""

import re

_LINE_END = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
NO_TEXT_CHARACTER = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)
"""Control characters, halves of characters, and those that turn the direction of writing."""


def clean(text: str) -> str:
    r"""The text with `\n` as the only line end, and without control characters."""
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
    return NO_TEXT_CHARACTER.sub("", _LINE_END.sub("\n", text))
