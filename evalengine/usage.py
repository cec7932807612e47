"""Help pages and usage errors in both languages, over typer, which speaks English only.

A command module writes its texts with `both`, `option` and `argument`; the language is chosen
when a page is shown.
"""

from difflib import get_close_matches
from typing import Any, NamedTuple

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from evalengine import terminal
from evalengine.voice import Voice
from indicators.errors import UsageError, Words

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

    def get_help(self, ctx: typer.Context) -> str:
        """The help page."""
        return _page(self, ctx)


class Group(TyperGroup):
    """A command with commands below it, whose help page is in the listener's language."""

    command_class = Command

    def get_help(self, ctx: typer.Context) -> str:
        """The help page."""
        return _page(self, ctx)


def language_of(ctx: Any) -> str:
    """The language in which the help of `ctx` is shown."""
    return ctx.obj.language if isinstance(ctx.obj, Voice) else "zh"


def _page(command: TyperCommand | TyperGroup, ctx: Any) -> str:
    language = language_of(ctx)
    space = min(terminal.room(), 100)
    lines = [_usage_line(command, ctx, language), ""]
    for paragraph in _choose(command.help, language).split("\n"):
        lines += terminal.wrap(paragraph, space) if paragraph else [""]
    for title, entries in _sections(command, ctx, language):
        if entries:
            lines += ["", title.said(language)]
            lines += [line for entry in entries for line in _entry_lines(entry, space)]
    if command.epilog:
        lines += ["", *_choose(command.epilog, language).split("\n")]
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
    return Entry(param.display_name_raw, _choose(param.help, language))


def _option_entry(param: TyperOption, language: str) -> Entry:
    names = ", ".join(sorted(param.opts, key=len))
    value = "" if param.is_flag else f" {_metavar(param)}"
    return Entry(names + value, _choose(param.help, language))


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
    return _choose(command.help, language).split("\n")[0]


def _choose(text: str | None, language: str) -> str:
    zh, _, en = (text or "").partition(_SEPARATOR)
    return en if language == "en" and en else zh


def check_choice(name: str, value: str, choices: tuple[str, ...]) -> str:
    """`value`, if it is one of `choices`.

    Raises:
        UsageError: names the nearest choice, and all of them.
    """
    if value in choices:
        return value
    near = nearest(value, choices)
    listed = "、".join(choices)
    raise UsageError.at(
        name,
        f"不能是“{value}”{_perhaps(near).zh}。可用：{listed}。",
        f"cannot be '{value}'{_perhaps(near).en}. Allowed: {', '.join(choices)}.",
    )


def nearest(word: str, known: Any) -> str | None:
    """The known word that looks most like `word`, if any does."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return found[0] if found else None


def usage_error(error: Any) -> UsageError:
    """A usage error of typer, said in our words (its own are English and not translatable)."""
    ctx = getattr(error, "ctx", None)
    where = ctx.command_path if ctx is not None else ""
    words = _words(error, ctx)
    see = Words(f"用法见 {where or 'evalengine'} --help。", f"See {where or 'evalengine'} --help.")
    return UsageError.at(where, f"{words.zh}{see.zh}", f"{words.en} {see.en}")


def _words(error: Any, ctx: Any) -> Words:
    param = getattr(error, "param", None)
    name = getattr(error, "option_name", None)
    if param is not None:
        return _parameter_words(error, param)
    if name is not None:
        return _option_words(error, name, ctx)
    command = getattr(ctx, "command", None)
    if isinstance(command, TyperGroup):
        return _command_words(error, command)
    extra = error.format_message().partition("(")[2].rstrip(")")
    return Words(f"多出了参数“{extra}”。", f"unexpected argument '{extra}'.")


def _parameter_words(error: Any, param: Any) -> Words:
    name = param.opts[0] if isinstance(param, TyperOption) else param.display_name_raw
    if type(error).__name__ == "MissingParameter":
        purpose = _choose(param.help, "zh"), _choose(param.help, "en")
        return Words(f"缺少 {name}（{purpose[0]}）。", f"{name} is missing ({purpose[1]}).")
    return Words(f"{name} 的值不对。", f"{name}: {error.message}.")


def _option_words(error: Any, name: str, ctx: Any) -> Words:
    if type(error).__name__ == "NoSuchOption":
        known = [opt for param in ctx.command.params for opt in param.opts if opt[:1] == "-"]
        near = _perhaps(nearest(name, known))
        return Words(f"没有选项 {name}{near.zh}。", f"no such option {name}{near.en}.")
    if "requires" in error.message:
        return Words(f"选项 {name} 后面要写值。", f"option {name} needs a value.")
    return Words(f"选项 {name} 后面不能写值。", f"option {name} takes no value.")


def _command_words(error: Any, group: TyperGroup) -> Words:
    listed = list(group.commands)
    if "'" not in error.message:
        return Words(
            f"请写明命令：{'、'.join(listed)}。", f"name a command: {', '.join(listed)}."
        )
    word = error.message.split("'")[1]
    near = _perhaps(nearest(word, listed))
    return Words(
        f"没有命令“{word}”{near.zh}。可用：{'、'.join(listed)}。",
        f"no such command '{word}'{near.en}. Available: {', '.join(listed)}.",
    )


def _perhaps(near: str | None) -> Words:
    if near is None:
        return Words("", "")
    return Words(f"，是不是“{near}”？", f"; did you mean '{near}'?")
