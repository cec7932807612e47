"""What reading and writing stand on, and what of it is present on this machine.

No package is imported to find out: the list of installed packages is asked, and programs for their
version.
"""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from indicators.errors import Words

Command = tuple[str, ...]

_WAIT = 20
"""Seconds that a program has to tell its version."""


@dataclass(frozen=True, slots=True)
class Part:
    """A package, a program or a font: what it is for, what its absence costs, how it comes here.

    `needed` parts belong to every installation. `asks` are the commands, the first that is there
    counts, whose first line of output names the version; without any it is a Python package.
    """

    name: str
    use: Words
    cost: Words
    install: str
    needed: bool = False
    asks: tuple[Command, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A part, and its version here; None if it is missing."""

    part: Part
    version: str | None


_CORE = "python3 -m pip install -c constraints.txt ."
_EXTRA = "python3 -m pip install -c constraints.txt '.[{}]'"


def _core(name: str, use: tuple[str, str], cost: tuple[str, str]) -> Part:
    return Part(name, Words(*use), Words(*cost), _CORE, needed=True)


def _extra(name: str, extra: str, use: tuple[str, str], cost: tuple[str, str]) -> Part:
    return Part(name, Words(*use), Words(*cost), _EXTRA.format(extra))


_NOTHING = ("什么都不能做", "nothing works")
_NO_TABLES = ("不能成批计分、比较", "no scoring of tables, no comparison")

PARTS = (
    _core("pydantic", ("规则文件和记录", "rule files and records"), _NOTHING),
    _core("PyYAML", ("读规则文件", "reads rule files"), _NOTHING),
    _core("typer", ("命令行", "the command line"), _NOTHING),
    _core(
        "python-calamine",
        ("读 .xlsx", "reads .xlsx"),
        ("不能读 .xlsx，包括填报工作簿", "no .xlsx is read, the fill-in workbook included"),
    ),
    _core("xlrd", ("读 .xls", "reads .xls"), ("不能读旧版 Excel", "no old workbook is read")),
    _core(
        "lxml",
        ("读 .docx、.html，写 .html", "reads .docx and .html, writes .html"),
        ("不能读 Word 和网页表格，不能写网页", "no Word or web form is read, no page written"),
    ),
    _core("python-docx", ("写 .docx", "writes .docx"), ("不能写 Word 自评表", "no Word form")),
    _core("XlsxWriter", ("写 .xlsx", "writes .xlsx"), ("不能写工作簿", "no workbook is written")),
    _core("numpy", ("成批计分", "tables of items"), _NO_TABLES),
    _core("pandas", ("比较、成批计分", "comparison, tables of items"), _NO_TABLES),
    _core("pyarrow", ("成批计分", "tables of items"), _NO_TABLES),
    _core(
        "scikit-learn",
        ("类别建议、相似的文字", "proposed categories, similar texts"),
        ("没有类别建议，不查雷同的表", "no proposed categories, no search for copied forms"),
    ),
    _core(
        "scipy",
        ("名次相关、权重推断", "rank correlation, inferred weights"),
        ("不能比较、推断权重", "no comparison, no inferred weights"),
    ),
    _extra(
        "msdoc2docx",
        "doc",
        ("读旧版 Word（.doc）", "reads old Word documents (.doc)"),
        ("读 .doc 要靠 LibreOffice", "old Word documents need LibreOffice"),
    ),
    _extra(
        "pdfplumber",
        "pdf",
        ("读 PDF 表格", "reads tables of PDF files"),
        ("不能读 PDF", "no PDF is read"),
    ),
    _extra(
        "typst",
        "report",
        ("写 .pdf 评分单", "writes graded sheets as .pdf"),
        ("不能写 PDF；可写 .html 再打印", "no PDF is written; write .html and print it"),
    ),
    _extra(
        "manimgx-fonts-cjk",
        "report",
        ("PDF 用的中文字体", "the Chinese font of PDF files"),
        ("不能写 PDF", "no PDF is written"),
    ),
    Part(
        "LibreOffice",
        Words("没有 msdoc2docx 时读 .doc", "reads .doc where msdoc2docx is missing or fails"),
        Words("有的 .doc 读不了；可另存为 .docx", "some .doc cannot be read; save them as .docx"),
        "apt-get install libreoffice-writer-nogui",
        asks=(("soffice", "--version"), ("libreoffice", "--version")),
    ),
    Part(
        "中文字体 / Chinese fonts",
        Words("在这台机器上看和打印报告", "shows and prints reports on this machine"),
        Words(
            "这台机器上的报告看不到汉字；文件本身没有问题",
            "reports show no Chinese on this machine; the files are right",
        ),
        "apt-get install fonts-noto-cjk",
        asks=(("fc-list", ":lang=zh", "family"),),
    ),
)
"""Everything that may be missing, what is needed first."""


def first_line(command: Command) -> str | None:
    """The first line that a program says; None if it is not there, or says nothing."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_WAIT, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return next(iter(done.stdout.strip().splitlines()), None)


def fittings(
    says: Callable[[Command], str | None] = first_line,
    installed: Callable[[str], str] = version,
) -> list[Found]:
    """What of `PARTS` is here; `says` asks programs, `installed` gives versions of packages."""
    return [Found(part, _version(part, says, installed)) for part in PARTS]


def _version(
    part: Part, says: Callable[[Command], str | None], installed: Callable[[str], str]
) -> str | None:
    if part.asks:
        line = next(filter(None, map(says, part.asks)), None)
        return line.removeprefix(part.name).strip() if line else None
    try:
        return installed(part.name)
    except PackageNotFoundError:
        return None
