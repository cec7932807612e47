"""The command line: assembles the commands, and turns every error into words and an exit code.

Exit codes: 0 done; 1 done, and the answer is no; 2 could not be done; 130 interrupted.
"""

from collections.abc import Sequence

import typer
from typer.exceptions import TyperException

from evalengine import settings
from evalengine.choices import check_choice
from evalengine.commands import (
    batch,
    check,
    compare,
    doctor,
    explain,
    parse,
    recheck,
    score,
    standards,
    template,
)
from evalengine.complaints import usage_error
from evalengine.usage import Command, Group, both
from evalengine.voice import ReaderGoneError, Voice, finish, open_streams, print_lines
from indicators.errors import EvalengineError, UsageError, Words
from indicators.progress import watched_by

DONE, FAILED, INTERRUPTED = 0, 2, 130

COMMANDS = {
    "parse": parse,
    "check": check,
    "template": template,
    "score": score,
    "explain": explain,
    "recheck": recheck,
    "batch": batch,
    "compare": compare,
    "doctor": doctor,
}
"""The commands, in the order of the work; each module has a function of the same name."""

HELP = both(
    "预算绩效评价引擎：读申报表，按评分标准逐项计分、评级，说明每一分的来由。",
    "Performance evaluation of public spending: reads declarations, scores every indicator by an "
    "official standard, grades, and says why.",
)

EXAMPLES = both(
    "先试试：\n"
    "  evalengine parse --text '故障累计时间＜48小时'\n"
    "  evalengine template 申报表.txt -o 实际完成值.xlsx\n"
    "  evalengine score 申报表.txt --actuals 实际完成值.xlsx -o 自评表.xlsx",
    "Try:\n"
    "  evalengine parse --text '故障累计时间＜48小时'\n"
    "  evalengine template declaration.txt -o actuals.xlsx\n"
    "  evalengine score declaration.txt --actuals actuals.xlsx -o report.xlsx",
)

_STOPPED = Words("已中断，没有留下不完整的文件。", "interrupted; no partial file was left.")

_NO_MEMORY = Words(
    "内存不够，没有算完，也没有留下不完整的文件；请关掉别的程序、把表分小，或减少进程（--workers）。",
    "there is not enough memory; nothing partial was left. Close other programs, cut the table "
    "into smaller ones, or use fewer --workers.",
)


def build() -> typer.Typer:
    """The application with all its commands."""
    app = typer.Typer(
        cls=Group,
        help=HELP,
        epilog=EXAMPLES,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    for name, module in COMMANDS.items():
        app.command(name, cls=Command, help=module.HELP, epilog=module.EXAMPLES)(
            getattr(module, name)
        )
    below = typer.Typer(cls=Group, help=standards.HELP, rich_markup_mode=None)
    for name, function, text in standards.COMMANDS:
        below.command(name, cls=Command, help=text)(function)
    app.add_typer(below, name="standards")
    return app


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code; never raises for bad input."""
    open_streams()
    voice = Voice(language=settings.default_language())
    try:
        with watched_by(voice.progress):
            code = _dispatch(list(arguments), voice)
        finish()
    except EvalengineError as error:
        voice.fail(error)
        return FAILED
    except MemoryError:
        voice.fail(EvalengineError.at("", _NO_MEMORY.zh, _NO_MEMORY.en))
        return FAILED
    except KeyboardInterrupt:
        voice.warn(_STOPPED)
        return INTERRUPTED
    except ReaderGoneError:
        return DONE
    finally:
        voice.close()
    return code


def _dispatch(arguments: list[str], voice: Voice) -> int:
    rest = _hear(arguments, voice)
    if rest == ["--version"]:
        print_lines([settings.engine()])
        return DONE
    try:
        code = build()(
            rest or ["--help"], prog_name=settings.NAME, standalone_mode=False, obj=voice
        )
    except TyperException as error:
        raise usage_error(error) from error
    if code == INTERRUPTED:
        voice.warn(_STOPPED)
    return code or DONE


def _hear(arguments: list[str], voice: Voice) -> list[str]:
    """Take the options that hold for every command out of `arguments`, and set up `voice`.

    They are heard before typer runs, since help pages and usage errors depend on them too.
    """
    voice.machine = _wants_json(arguments)
    rest: list[str] = []
    chosen = False
    waiting = iter(arguments)
    for word in waiting:
        if word == "--":
            rest += [word, *waiting]
            break
        if word in ("-q", "--quiet"):
            voice.quiet = True
        elif word == "--lang" or word.startswith("--lang="):
            voice.language = _language(word.partition("=")[2] or next(waiting, ""))
            chosen = True
        else:
            rest.append(word)
    if not chosen and (unknown := settings.unknown_language()):
        check_choice(settings.LANGUAGE_VARIABLE, unknown, settings.LANGUAGES)
    return rest


def _language(value: str) -> str:
    if not value:
        raise UsageError.at("--lang", "后面要写 zh 或 en。", "needs a value: zh or en.")
    return check_choice("--lang", value, settings.LANGUAGES)


def _wants_json(arguments: list[str]) -> bool:
    values = [
        word.partition("=")[2] or (arguments[i + 1] if i + 1 < len(arguments) else "")
        for i, word in enumerate(arguments)
        if word == "--format" or word.startswith("--format=")
    ]
    return bool(values) and values[-1] in ("json", "jsonl")
