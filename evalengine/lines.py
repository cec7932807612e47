"""Reads the input of `parse --lines`: one text a line, or one JSON object with a text in it."""

import codecs
import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from indicators.errors import DocumentError
from indicators.foreign import reason_of
from indicators.model import Budget

TEXT_FIELDS = ("name", "nature", "unit", "category")
FIELDS = ("text", *TEXT_FIELDS, "year", "budget")
"""The keys that a JSON object on a line may have."""

MAX_LINE = 1_000_000
"""Bytes of one line; no indicator is that long, so it is no list of indicators."""

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the text to read, and what is known about it (arguments of `parse_targets`)."""

    text: str
    known: dict[str, Any] = field(default_factory=dict)


def read_line(raw: str, place: str) -> Line:
    """The line `raw`, which stands at `place`.

    Raises:
        DocumentError: if it starts like a JSON object and is none of ours.
    """
    if not raw.lstrip().startswith("{"):
        return Line(raw)
    try:
        data = json.loads(raw, parse_float=Decimal, parse_int=Decimal)
    except (ValueError, RecursionError) as error:
        raise DocumentError.at(
            place,
            f"不是合法的 JSON（{error}）。每行写一段文字，或一个完整的 JSON 对象。",
            f"not valid JSON ({error}). Give one text a line, or one whole JSON object.",
        ) from error
    unknown = [key for key in data if key not in FIELDS]
    if unknown:
        raise DocumentError.at(
            place,
            f"没有键“{unknown[0]}”。可用的键：{'、'.join(FIELDS)}。",
            f"unknown key '{unknown[0]}'. Allowed: {', '.join(FIELDS)}.",
        )
    return Line(_text(data, "text", place) or "", _known(data, place))


def _known(data: dict[str, Any], place: str) -> dict[str, Any]:
    known = {key: _text(data, key, place) for key in TEXT_FIELDS}
    return known | {"year": _year(data, place), "budget": _budget(data, place)}


def _text(data: dict[str, Any], key: str, place: str) -> str | None:
    value = data.get(key)
    if key == "text" and not isinstance(value, str):
        raise _wrong(place, key, value, "一段文字", "a string")
    if value is not None and not isinstance(value, str):
        raise _wrong(place, key, value, "文字或 null", "a string or null")
    return value


def _year(data: dict[str, Any], place: str) -> int | None:
    value = data.get("year")
    if value is None:
        return None
    digits = str(value)
    if isinstance(value, bool) or not (digits.isascii() and digits.isdigit() and len(digits) == 4):
        raise _wrong(place, "year", value, "四位年份，如 2019", "a year of four digits, as 2019")
    return int(digits)


def _budget(data: dict[str, Any], place: str) -> Budget | None:
    """The budget: `"756.00"` or `756` in 万元, or an amount with its unit (`"7560000元"`)."""
    from indicators.pairing.answers import read_money  # noqa: PLC0415 -- few lines have a budget

    value = data.get("budget")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (str, Decimal)):
        raise _wrong(place, "budget", value, "金额，如 756.00万元", "an amount, as 756.00万元")
    money = read_money(str(value), None, place=f"{place} budget")
    return Budget(money.value, money.unit or "万元") if money.value is not None else None


def _wrong(place: str, key: str, value: Any, zh: str, en: str) -> DocumentError:
    shown = str(value)[:40]
    return DocumentError.at(
        place,
        f"{key} 不能是“{shown}”，应为{zh}。",
        f"{key} cannot be '{shown}'; expected {en}.",
    )


def raw_lines(path: Path) -> Iterator[str]:
    """The lines of the file at `path` (`-`: standard input) without their ends, one by one.

    UTF-8 (with or without a byte order mark), GB18030, or UTF-16 with a byte order mark.

    Raises:
        DocumentError: if the file cannot be read, or holds something else than text.
    """
    with _opened(path) as stream:
        for number, line in enumerate(_decoded(stream, path), 1):
            if "\0" in line:
                raise DocumentError.at(
                    f"{path}:{number}",
                    "含有二进制内容，不是文本；请另存为 UTF-8 文本。",
                    "binary content, not text; save it as UTF-8 text.",
                )
            yield line.rstrip("\r\n")


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    if str(path) == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    try:
        with path.open("rb") as stream:
            yield stream
    except OSError as error:
        reason = reason_of(error)
        raise DocumentError.at(
            str(path),
            f"无法读取（{reason.zh}），请检查路径。",
            f"cannot be read ({reason.en}); check the path.",
        ) from error


def _decoded(stream: IO[bytes], path: Path) -> Iterator[str]:
    first = stream.readline(MAX_LINE + 1)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        # A line end of UTF-16 is two bytes, so the lines are found after decoding.
        yield from _utf16(first + stream.read(), path)
        return
    number, raw = 1, first.removeprefix(codecs.BOM_UTF8)
    while raw:
        yield _decode(raw, f"{path}:{number}")
        number, raw = number + 1, stream.readline(MAX_LINE + 1)


def _decode(raw: bytes, place: str) -> str:
    """One line of UTF-8 or, since older programs write it, GB18030."""
    if len(raw) > MAX_LINE:
        raise DocumentError.at(
            place,
            f"一行超过 {MAX_LINE:,} 字节，这不是指标清单。",
            f"a line of more than {MAX_LINE:,} bytes: this is no list of indicators.",
        )
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DocumentError.at(
        place, "不是 UTF-8 或 GBK 文本；请另存为 UTF-8。", "neither UTF-8 nor GBK; save as UTF-8."
    )


def _utf16(raw: bytes, path: Path) -> Iterator[str]:
    try:
        yield from io.StringIO(raw.decode("utf-16"), newline=None)
    except UnicodeDecodeError as error:
        raise DocumentError.at(
            str(path), "UTF-16 文本不完整；请另存为 UTF-8。", "broken UTF-16; save as UTF-8."
        ) from error
