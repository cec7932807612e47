"""`evalengine check`: what is wrong or weak in declared targets, where, and how to mend it."""

from pathlib import Path
from typing import Annotated

import typer

from evalengine.choices import check_choice
from evalengine.commands import options
from evalengine.usage import argument, both, option
from evalengine.voice import Voice, print_json, print_lines

DONE, FOUND, FAILED = 0, 1, 2
FORMATS = ("table", "json")

HELP = both(
    "审核申报的绩效目标：是否完整、可衡量、明确、合理，有没有重复、归错类、金额对不上。\n\n"
    "每个问题给出在哪个文件、哪一行，为什么要紧，怎样改。各项检查见 docs/checks.md。",
    "Audit declared targets: complete, measurable, definite, sensible? Copied, filed wrongly, with "
    "amounts that disagree?\n\n"
    "Every finding says file and line, why it matters and how to mend it. The checks are "
    "explained in docs/checks.md.",
)

EXAMPLES = both(
    "例：\n"
    "  evalengine check 申报表.txt\n"
    "  evalengine check 甲.txt 乙.txt --severity warning\n"
    "  evalengine check 申报表.txt --rules 本市规则.yaml --format json",
    "Examples:\n"
    "  evalengine check declaration.txt\n"
    "  evalengine check a.txt b.txt --severity warning\n"
    "  evalengine check declaration.txt --rules ours.yaml --format json",
)


def check(
    context: typer.Context,
    files: Annotated[
        list[Path],
        argument(
            "FILE", zh="申报表（可以多份；- 为标准输入）", en="declarations; - is standard input"
        ),
    ],
    severity: options.LeastSeverity = options.SEVERITIES[0],
    rules: Annotated[
        Path | None,
        option(
            "--rules",
            metavar="FILE",
            zh="本地规则：改检查的级别、界限和词（写法见 docs/checks.md）",
            en="local rules: severities, thresholds and words (see docs/checks.md)",
        ),
    ] = None,
    lexicon: options.Lexicon = None,
    format_: Annotated[str, options.format_option(FORMATS)] = FORMATS[0],
) -> int:
    """Print what was found; 1 if anything is at or above `severity`, 2 if a file is unreadable.

    Raises:
        UsageError: if an option is none of its choices.
        RuleFileError: with file and line, if the rules or the lexicon are wrong.
    """
    from evalengine.checking import check_files, findings_data  # noqa: PLC0415 -- heavy: waits
    from evalengine.reports.findings import finding_lines  # noqa: PLC0415 -- likewise
    from indicators.model import Severity  # noqa: PLC0415 -- likewise

    voice: Voice = context.obj
    check_choice("--format", format_, FORMATS)
    least = Severity(check_choice("--severity", severity, options.SEVERITIES))
    checked = check_files(files, rules=rules, lexicon=lexicon)
    for error in checked.errors:
        voice.fail(error)
    if checked.forms and format_ == "json":
        print_json(findings_data(checked))
    elif checked.forms:
        print_lines(finding_lines(checked, voice.language))
    if checked.errors:
        return FAILED
    return FOUND if checked.has_any(least) else DONE
