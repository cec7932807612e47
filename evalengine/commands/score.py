"""`evalengine score`: points and grade of every project, with reports."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from evalengine import settings
from evalengine.choices import check_choice
from evalengine.commands import options
from evalengine.commands.verdict import Gate, grade_named, points_of, verdict
from evalengine.output import check_apart
from evalengine.usage import argument, both, option
from evalengine.voice import Voice, print_json, print_lines
from indicators.errors import UsageError

if TYPE_CHECKING:
    from evalengine.evaluation import Evaluated
    from scoring.model import Missing

FORMATS = ("table", "json")

HELP = both(
    "按评分标准给每个项目逐项计分、评级。\n\n"
    "权重取自评分标准，在同类指标间平均分配；每一分都有算式和依据，见 evalengine explain。",
    "Score every indicator of every project by an official standard, and grade.\n\n"
    "Weights come from the standard and are shared equally within a category; every point has "
    "its formula and clause: see evalengine explain.",
)

EXAMPLES = both(
    "例：\n"
    "  evalengine score 申报表.txt --actuals 实际完成值.xlsx\n"
    "  evalengine score 申报表.txt --actuals 实际完成值.xlsx --project 保安服务费 -o 自评表.xlsx\n"
    "  evalengine score --from 记录.json",
    "Examples:\n"
    "  evalengine score declaration.txt --actuals actuals.xlsx\n"
    "  evalengine score declaration.txt --actuals actuals.xlsx --project 保安服务费 -o out.xlsx\n"
    "  evalengine score --from record.json",
)


AcceptSuggestions = Annotated[
    bool,
    option(
        "--accept-suggestions",
        zh="--actuals 是自己打的表时：采纳按相似度提出的全部配对",
        en="where --actuals is a table of your own: accept every pairing suggested by likeness",
    ),
]
Declaration = Annotated[
    Path | None,
    argument("FILE", zh="申报表，或填好的自评表、长表", en="the declaration, or a filled form"),
]
Record = Annotated[
    Path | None,
    option("--from", metavar="RECORD", zh="按记录重新计算", en="compute a record again"),
]
Weights = Annotated[
    str | None,
    option(
        "--weights",
        metavar="产出=50,…|FILE",
        zh="改变各类指标的分值，或写在 .yaml 文件里；合计须与标准相同",
        en="other points a category, or a .yaml file with them; they must make the total",
    ),
]
Purpose = Annotated[
    str | None,
    option(
        "--purpose",
        metavar="PURPOSE",
        zh="自动选用标准时的目的：self_evaluation（默认）、review、evaluation、monitoring、target_audit",
        en="what auto selects a standard for: self_evaluation (unless told), review, evaluation, "
        "monitoring or target_audit",
    ),
]
Against = Annotated[
    str | None,
    option(
        "--against",
        metavar="ID|PATH",
        zh="另用这份标准逐项对照：得多少分、用哪条规则、等级会不会变",
        en="contrast with this standard, item by item: points, rule, and whether the grade changes",
    ),
]
WhatIsMissing = Annotated[
    str | None,
    option(
        "--missing",
        metavar="|".join(options.MISSING),
        zh="有未填报的：停下并逐行指出（默认）、计零分、不计入（后两种结果为暂定）",
        en="what was not filled in: stop and tell (unless told), zero points, or exclude "
        "(provisional results)",
    ),
]
Reports = Annotated[
    list[Path] | None,
    option(
        "-o",
        "--output",
        metavar="REPORT",
        zh="另写报告，可多次：.xlsx .docx 自评表，.html .pdf 评分单，.json 记录",
        en="write a report too, again and again: .xlsx .docx form, .html .pdf sheets, .json record",
    ),
]
Require = Annotated[
    str | None,
    option(
        "--require",
        metavar="GRADE",
        zh="有项目低于这个等级时，以 1 退出",
        en="exit with 1 if a project is below this grade",
    ),
]
MinScore = Annotated[
    str | None,
    option(
        "--min-score",
        metavar="N",
        zh="有项目总分低于 N 时，以 1 退出",
        en="exit with 1 if a project's total is below N",
    ),
]


def score(
    context: typer.Context,
    declaration: Declaration = None,
    actuals: options.Actuals = None,
    record: Record = None,
    standard: options.Standard = None,
    purpose: Purpose = None,
    project: options.Project = None,
    weights: Weights = None,
    missing: WhatIsMissing = None,
    lexicon: options.Lexicon = None,
    output: Reports = None,
    require: Require = None,
    min_score: MinScore = None,
    against: Against = None,
    sensitivity: options.Sensitivity = False,  # noqa: FBT002 -- a flag of the command line
    accept_suggestions: AcceptSuggestions = False,  # noqa: FBT002 -- a flag of the command line
    format_: Annotated[str, options.format_option(FORMATS)] = FORMATS[0],
) -> int:
    """Judge, print, write the reports, and answer with the exit code."""
    from evalengine.evaluation import asked  # noqa: PLC0415 -- heavy imports wait
    from evalengine.reports import files  # noqa: PLC0415

    voice: Voice = context.obj
    check_choice("--format", format_, FORMATS)
    least = options.read_points("--min-score", min_score) if min_score is not None else None
    reports = output or []
    for report in reports:
        files.check_report(report)
    named = [Path(name) for name in (standard, against, weights) if name]
    check_apart(reports, [declaration, actuals, record, lexicon, *named])
    if record is not None:
        _check_alone(declaration, actuals, weights, missing, lexicon, purpose)
        judged = _judge_again(record, standard, project)
    else:
        judged = _judge(
            declaration,
            actuals,
            standard,
            purpose,
            project,
            weights,
            missing,
            lexicon,
            accept=accept_suggestions,
        )
    judged = asked(judged, against=against, firmness=sensitivity)
    gate = Gate(
        grade=grade_named(judged.standard, require) if require else None,
        points=None if least is None else points_of(judged.standard, least),
    )
    options.tell(judged, voice)
    files.write_reports(reports, judged)
    for report in reports:
        voice.note(f"已写出 {report}", f"wrote {report}")
    _show(judged, format_, voice)
    return verdict(judged, gate, voice)


def _show(judged: "Evaluated", format_: str, voice: Voice) -> None:
    from evalengine.record import records_data  # noqa: PLC0415
    from evalengine.reports.asked import asked_data, asked_lines  # noqa: PLC0415
    from evalengine.reports.screen import score_lines  # noqa: PLC0415

    if format_ == "json":
        print_json({**records_data(judged.projects), **asked_data(judged.whatif)})
    else:
        print_lines(score_lines(judged.projects, voice.language))
        print_lines(asked_lines(judged.whatif, voice.language))


def _judge(
    declaration: Path | None,
    actuals: Path | None,
    standard: str | None,
    purpose: str | None,
    project: str | None,
    weights: str | None,
    missing: str | None,
    lexicon: Path | None,
    *,
    accept: bool,
) -> "Evaluated":
    from evalengine.evaluation import evaluate  # noqa: PLC0415

    if declaration is None:
        raise UsageError.at(
            "evalengine score",
            "请给出申报表和 --actuals 填报工作簿，或填好的自评表，或用 --from 给出记录。"
            "用法见 evalengine score --help。",
            "give the declaration and --actuals WORKBOOK, or a filled form, or --from RECORD. "
            "See evalengine score --help.",
        )
    choice = check_choice("--missing", missing or options.MISSING[0], options.MISSING)
    return evaluate(
        declaration,
        actuals,
        standard=standard or settings.default_standard(),
        project=project,
        weights=read_weights(weights) if weights is not None else None,
        missing=cast("Missing", choice),
        lexicon=lexicon,
        purpose=purpose,
        accept_suggestions=accept,
    )


def _judge_again(record: Path, standard: str | None, project: str | None) -> "Evaluated":
    from evalengine.evaluation import evaluate_again  # noqa: PLC0415

    return evaluate_again(record, standard=standard, project=project)


def _check_alone(*others: object) -> None:
    """Refuse what a record already says."""
    if any(other is not None for other in others):
        raise UsageError.at(
            "--from",
            "记录里已有申报表、实际完成值、分值和缺报的处理办法，"
            "不能与 FILE、--actuals、--weights、--missing、--lexicon、--purpose 一起用。",
            "a record holds declaration, actuals, points and what to do with missing ones; it "
            "excludes FILE, --actuals, --weights, --missing, --lexicon and --purpose.",
        )


def read_weights(text: str) -> dict[str, Decimal]:
    """Points a category from `output=50,效益=30`, or from the file of that name.

    Raises:
        UsageError: if a part is no `category=number`, or a category stands twice.
        RuleFileError: if the file is wrong, with its line.
    """
    if text.endswith((".yaml", ".yml")):
        from scoring.weights import load_weights  # noqa: PLC0415 -- heavy imports wait

        return load_weights(Path(text))
    from indicators.taxonomy import category_named  # noqa: PLC0415

    weights: dict[str, Decimal] = {}
    for part in text.replace("，", ",").split(","):
        name, sign, number = (piece.strip() for piece in part.partition("="))
        name = category_named(name)
        if not (name and sign) or name in weights:
            raise UsageError.at(
                "--weights",
                f"“{part}”看不懂或重复；写法：output=50,benefit=30,satisfaction=10,execution=10，"
                "或 产出=50,效益=30,满意度=10,预算执行率=10。",
                f"'{part}' is unclear or stands twice; write output=50,benefit=30,"
                "satisfaction=10,execution=10.",
            )
        weights[name] = options.read_points("--weights", number)
    return weights
