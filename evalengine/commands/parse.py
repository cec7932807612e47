"""`evalengine parse`: the promises that a declaration, a text or a list of texts makes."""

from pathlib import Path
from typing import Annotated

import typer

from evalengine.choices import check_choice
from evalengine.commands import options
from evalengine.usage import argument, both, option
from indicators.errors import UsageError

FORMATS = ("table", "json", "jsonl", "csv")

HELP = both(
    "读出申报表里的绩效指标和目标值。\n\n"
    "每个目标给出：算什么、比较符、数值、单位、方向、期限；定性的原样标出，不猜。",
    "Read the indicators and targets of a declaration.\n\n"
    "Every target comes with its measure, comparator, value, unit, direction and deadline; what "
    "cannot be counted is marked qualitative, never guessed.",
)

EXAMPLES = both(
    "例：\n"
    "  evalengine parse 申报表.txt\n"
    "  evalengine parse --text '保安人员100人，合同签订后4个月内到岗'\n"
    "  cat 指标.jsonl | evalengine parse --lines - --format jsonl",
    "Examples:\n"
    "  evalengine parse declaration.txt\n"
    "  evalengine parse --text '保安人员100人，合同签订后4个月内到岗'\n"
    "  cat indicators.jsonl | evalengine parse --lines - --format jsonl",
)


def parse(
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        argument(
            "FILE", zh="申报表（可以多份；- 为标准输入）", en="declarations; - is standard input"
        ),
    ] = None,
    text: Annotated[
        str | None,
        option("--text", metavar="文字", zh="只读这一段指标文字", en="read this text only"),
    ] = None,
    lines: Annotated[
        Path | None,
        option(
            "--lines",
            metavar="FILE",
            zh="每行一段文字，或一个 JSON 对象（text、name、nature、unit、category、year、budget）",
            en="one text a line, or one JSON object (text, name, nature, unit, category, year, "
            "budget)",
        ),
    ] = None,
    lexicon: options.Lexicon = None,
    format_: Annotated[
        str,
        option(
            "--format",
            metavar="|".join(FORMATS),
            zh="结果的格式，默认 table",
            en="how to print the result; table unless told",
        ),
    ] = "table",
) -> int:
    """Print what a declaration promises.

    Raises:
        UsageError: if not exactly one of FILE, --text and --lines is given.
        RuleFileError: with file and line, if the lexicon is wrong.
    """
    from evalengine import promises  # noqa: PLC0415 -- heavy imports wait for their command

    check_choice("--format", format_, FORMATS)
    if sum((bool(files), text is not None, lines is not None)) != 1:
        raise UsageError.at(
            "evalengine parse",
            "请给出申报表文件、--text 或 --lines 三者之一。用法见 evalengine parse --help。",
            "give exactly one of FILE, --text and --lines. See evalengine parse --help.",
        )
    if text is not None:
        return promises.of_text(text, format_, voice=context.obj, lexicon=lexicon)
    if lines is not None:
        return promises.of_lines(lines, format_, voice=context.obj, lexicon=lexicon)
    return promises.of_files(files or [], format_, voice=context.obj, lexicon=lexicon)
