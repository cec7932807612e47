"""Options, arguments and help pages in both languages, over typer, which speaks English only.

A command module writes its texts with `both`, `option` and `argument`; the language is chosen
when a page is shown.
"""

from typing import Any, NamedTuple

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


class Command(TyperCommand):
    """A command whose help page is in the listener's language."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _page(self, ctx)


class Group(TyperGroup):
    """A command with commands below it, whose help page is in the listener's language."""

    command_class = Command

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
