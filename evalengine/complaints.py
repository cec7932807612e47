"""Usage errors of typer, said in our words: its own are English and cannot be translated."""

from typing import Any

from typer.core import TyperGroup, TyperOption

from evalengine.usage import choose
from indicators.errors import UsageError, Words
from indicators.spelling import nearest, perhaps


def usage_error(error: Any) -> UsageError:
    """A usage error of typer, said in our words."""
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
    # The message ends in the words that are too many, in brackets.
    extra = error.format_message().partition(" (")[2].removesuffix(")")
    return Words(f"多出了参数“{extra}”。", f"unexpected argument '{extra}'.")


def _parameter_words(error: Any, param: Any) -> Words:
    name = param.opts[0] if isinstance(param, TyperOption) else param.display_name_raw
    if type(error).__name__ == "MissingParameter":
        purpose = choose(param.help, "zh"), choose(param.help, "en")
        return Words(f"缺少 {name}（{purpose[0]}）。", f"{name} is missing ({purpose[1]}).")
    return Words(f"{name} 的值不对。", f"{name}: {error.message}.")


def _option_words(error: Any, name: str, ctx: Any) -> Words:
    if type(error).__name__ == "NoSuchOption":
        if name[1:2].isdigit():
            return Words(
                f"“{name}”是负数；这里应为不小于零的数。",
                f"'{name}' is below zero; give 0 or more.",
            )
        known = [opt for param in ctx.command.params for opt in param.opts if opt[:1] == "-"]
        near = perhaps(nearest(name, known))
        return Words(f"没有选项 {name}{near.zh}。", f"no such option {name}{near.en}.")
    if "requires" in error.message:
        return Words(f"选项 {name} 后面要写值。", f"option {name} needs a value.")
    return Words(f"选项 {name} 后面不能写值。", f"option {name} takes no value.")


def _command_words(error: Any, group: TyperGroup) -> Words:
    listed = list(group.commands)
    if "'" not in error.message:
        return Words(f"请写明命令：{'、'.join(listed)}。", f"name a command: {', '.join(listed)}.")
    word = error.message.split("'")[1]
    near = perhaps(nearest(word, listed))
    return Words(
        f"没有命令“{word}”{near.zh}。可用：{'、'.join(listed)}。",
        f"no such command '{word}'{near.en}. Available: {', '.join(listed)}.",
    )
