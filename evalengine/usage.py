"""Options, arguments and help pages in both languages, over typer, which speaks English only.

A command module writes its texts with `both`, `option` and `argument`; the language is chosen
when a page is shown.
"""

from collections.abc import Sequence
from pathlib import Path
from types import NoneType
from typing import Any, NamedTuple, get_args

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from evalengine import terminal
from evalengine.voice import Voice
from indicators.errors import Words

_SEPARATOR = "\x1f"
_INDENT = "  "
_NAMES_ROOM = 30


def both(zh: str, en: str) -> str:
    """One help text that holds both languages."""
    return f"{zh}{_SEPARATOR}{en}"


def option(*names: str, zh: str, en: str, metavar: str = "") -> Any:
    """An option of a command; `metavar` stands for its value in the help."""
    return typer.Option(*names, help=both(zh, en), metavar=metavar or None, show_default=False)


def argument(metavar: str, *, zh: str, en: str) -> Any:
    """An argument of a command."""
    return typer.Argument(help=both(zh, en), metavar=metavar, show_default=False)


class Entry(NamedTuple):
    """One line of a help page: names, and what they are for."""

    names: str
    words: str


class _AsWritten:
    """Hands a word of the command line over as it is, as a `str`, a `Path` or a flag.

    typer would ask pydantic to do it, whose import takes longer than all the rest of a start.
    """

    def __init__(self, make: type) -> None:
        self._make = make

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value in the type that the command wants; typer's name and arguments."""
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if isinstance(value, (list, tuple)):
            return [self._make(word) for word in value]
        return self._make(value)


def _plain_type(annotation: Any) -> type | None:
    """`str`, `Path` or `bool`, where a parameter takes nothing else: `Path | None`."""
    parts = get_args(annotation) or (annotation,)
    kinds = {kind for part in parts for kind in (get_args(part) or (part,))} - {NoneType}
    return next((kind for kind in (str, Path, bool) if kinds == {kind}), None)


def _hand_over_as_written(params: Sequence[Any]) -> None:
    """Let every plain parameter of a command come as it was written."""
    for param in params:
        plain = _plain_type(param.type_descriptor.annotation)
        if plain is not None:
            param._runtime_param = _AsWritten(plain)


class Command(TyperCommand):
    """A command whose help page is in the listener's language."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words of the command line."""
        _hand_over_as_written(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _page(self, ctx)


class Group(TyperGroup):
    """A command with commands below it, whose help page is in the listener's language."""

    command_class = Command

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words of the command line."""
        _hand_over_as_written(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _page(self, ctx)


def language_of(ctx: Any) -> str:
    """The language in which the help of `ctx` is shown."""
    return ctx.obj.language if isinstance(ctx.obj, Voice) else "zh"


def _page(command: TyperCommand | TyperGroup, ctx: Any) -> str:
    language = language_of(ctx)
    space = min(terminal.room(), 100)
    lines = [_usage_line(command, ctx, language), ""]
    for paragraph in choose(command.help, language).split("\n"):
        lines += terminal.wrap(paragraph, space) if paragraph else [""]
    for title, entries in _sections(command, ctx, language):
        if entries:
            lines += ["", title.said(language)]
            lines += [line for entry in entries for line in _entry_lines(entry, space)]
    if command.epilog:
        lines += ["", *choose(command.epilog, language).split("\n")]
    return "\n".join(lines)


def _usage_line(command: TyperCommand | TyperGroup, ctx: Any, language: str) -> str:
    names = [
        f"[{p.display_name_raw}]" if not p.required else p.display_name_raw
        for p in command.params
        if isinstance(p, TyperArgument)
    ]
    if isinstance(command, TyperGroup):
        names = [Words("命令", "COMMAND").said(language), "…"]
    pieces = [ctx.command_path, Words("[选项]", "[OPTIONS]").said(language), *names]
    return Words("用法：", "Usage: ").said(language) + " ".join(pieces)


def _sections(
    command: TyperCommand | TyperGroup, ctx: Any, language: str
) -> list[tuple[Words, list[Entry]]]:
    options = [p for p in command.params if isinstance(p, TyperOption) and not p.hidden]
    arguments = [p for p in command.params if isinstance(p, TyperArgument)]
    below = command.commands.items() if isinstance(command, TyperGroup) else ()
    return [
        (Words("命令：", "Commands:"), [Entry(n, _first_line(c, language)) for n, c in below]),
        (Words("参数：", "Arguments:"), [_argument_entry(p, language) for p in arguments]),
        (Words("选项：", "Options:"), [_option_entry(p, language) for p in options]),
        (Words("到处可用：", "Everywhere:"), _everywhere(language)),
    ]


def _everywhere(language: str) -> list[Entry]:
    return [
        Entry("--lang zh|en", Words("消息用中文或英文", "language of messages").said(language)),
        Entry("-q, --quiet", Words("不显示过程说明", "no progress notes").said(language)),
        Entry("--version", Words("显示版本", "show the version").said(language)),
        Entry("-h, --help", Words("显示这页帮助", "show this page").said(language)),
    ]


def _argument_entry(param: TyperArgument, language: str) -> Entry:
    return Entry(param.display_name_raw, choose(param.help, language))


def _option_entry(param: TyperOption, language: str) -> Entry:
    names = ", ".join(sorted(param.opts, key=len))
    value = "" if param.is_flag else f" {_metavar(param)}"
    return Entry(names + value, choose(param.help, language))


def _metavar(param: TyperOption) -> str:
    return param.metavar or param.name.upper()


def _entry_lines(entry: Entry, space: int) -> list[str]:
    left = _INDENT + entry.names
    body = terminal.wrap(entry.words, max(space - _NAMES_ROOM, 20))
    if terminal.width(left) + 2 > _NAMES_ROOM:
        return [left, *(" " * _NAMES_ROOM + line for line in body)]
    first = terminal.pad(left, _NAMES_ROOM) + body[0]
    return [first, *(" " * _NAMES_ROOM + line for line in body[1:])]


def _first_line(command: Any, language: str) -> str:
    return choose(command.help, language).split("\n")[0]


def choose(text: str | None, language: str) -> str:
    """The part of a text made by `both` that is in `language`."""
    zh, _, en = (text or "").partition(_SEPARATOR)
    return en if language == "en" and en else zh
