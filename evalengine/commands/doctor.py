"""`evalengine doctor`: what this machine can read and write, and what each missing part costs."""

from typing import Annotated, Any

import typer

from evalengine.choices import check_choice
from evalengine.commands import options
from evalengine.fittings import Found, fittings
from evalengine.terminal import Column, room, table
from evalengine.usage import both
from evalengine.voice import Voice, print_json, print_lines
from indicators.errors import Words

DONE, MISSING = 0, 1
FORMATS = ("table", "json")
SCHEMA = "evalengine/doctor/1"

HELP = both(
    "检查这台机器：能读写哪些文件，缺什么、缺了会怎样、怎样装上。\n\n缺少必需的部件时以 1 退出。",
    "Look at this machine: which files it can read and write, what is missing, what that costs, "
    "and how to install it.\n\nExits with 1 if a needed part is missing.",
)

EXAMPLES = both(
    "例：\n  evalengine doctor\n  evalengine doctor --format json",
    "Examples:\n  evalengine doctor\n  evalengine doctor --format json",
)

_COLUMNS = (
    (Words("部件", "part"), False),
    (Words("版本", "version"), False),
    (Words("用来", "for"), True),
    (Words("缺了会怎样、怎样装上", "what its absence costs, how to install"), True),
)
_ABSENT = {True: Words("缺少（必需）", "missing (needed)"), False: Words("没有", "absent")}


def doctor(
    context: typer.Context,
    format_: Annotated[str, options.format_option(FORMATS)] = FORMATS[0],
) -> int:
    """Print what is here and what is not; 1 if something needed is missing."""
    voice: Voice = context.obj
    check_choice("--format", format_, FORMATS)
    found = fittings()
    if format_ == "json":
        print_json({"schema": SCHEMA, "parts": [_data(each) for each in found]})
    else:
        print_lines(_lines(found, voice.language))
    return MISSING if any(f.part.needed and f.version is None for f in found) else DONE


def _data(found: Found) -> dict[str, Any]:
    part = found.part
    return {
        "name": part.name,
        "version": found.version,
        "needed": part.needed,
        "for": part.use.zh,
        "for_en": part.use.en,
        "without": part.cost.zh,
        "without_en": part.cost.en,
        "install": part.install,
    }


def _lines(found: list[Found], language: str) -> list[str]:
    columns = [Column(words.said(language), flexible=free) for words, free in _COLUMNS]
    return table(columns, [_row(each, language) for each in found], room())


def _row(found: Found, language: str) -> list[str]:
    part = found.part
    state = found.version or _ABSENT[part.needed].said(language)
    lack = "" if found.version else f"{part.cost.said(language)}：{part.install}"
    return [part.name, state, part.use.said(language), lack]
