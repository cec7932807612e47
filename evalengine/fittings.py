"""What reading and writing stand on, and what of it is present on this machine.

Nothing is imported to find out: the list of installed packages is asked, and the path of programs.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from indicators.errors import Words


@dataclass(frozen=True, slots=True)
class Part:
    """A package or a program: what it is for, how it comes here, whether nothing works without.

    `programs` are the names of an executable; without any it is a Python package.
    """

    name: str
    use: Words
    install: str
    needed: bool = False
    programs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A part, and its version here (`present` for a program); None if it is missing."""

    part: Part
    version: str | None


_CORE = "python3 -m pip install -c constraints.txt ."
_EXTRA = "python3 -m pip install -c constraints.txt '.[{}]'"


def _core(name: str, zh: str, en: str) -> Part:
    return Part(name, Words(zh, en), _CORE, needed=True)


def _extra(name: str, extra: str, zh: str, en: str) -> Part:
    return Part(name, Words(zh, en), _EXTRA.format(extra))


PARTS = (
    _core("pydantic", "规则文件和记录", "rule files and records"),
    _core("python-calamine", "读 .xlsx", "reads .xlsx"),
    _core("xlrd", "读旧版 Excel（.xls）", "reads old workbooks (.xls)"),
    _core("lxml", "读 .docx、.html，写 .html", "reads .docx and .html, writes .html"),
    _core("python-docx", "写 .docx", "writes .docx"),
    _core("XlsxWriter", "写 .xlsx", "writes .xlsx"),
    _core("pandas", "比较、成批计分", "comparison, tables of items"),
    _core("pyarrow", "成批计分", "tables of items"),
    _core("scikit-learn", "类别建议、相似的文字", "proposed categories, similar texts"),
    _extra("msdoc2docx", "doc", "读旧版 Word（.doc）", "reads old Word documents (.doc)"),
    _extra("pdfplumber", "pdf", "读 PDF 表格", "reads tables of PDF files"),
    _extra("typst", "report", "写 .pdf 评分单", "writes graded sheets as .pdf"),
    _extra("manimgx-fonts-cjk", "report", "PDF 用的中文字体", "the Chinese font of PDF files"),
    Part(
        "LibreOffice",
        Words("没有 msdoc2docx 时读 .doc", "reads .doc where msdoc2docx is missing or fails"),
        "apt-get install libreoffice-writer-nogui",
        programs=("soffice", "libreoffice"),
    ),
)
"""Everything that may be missing, what is needed first."""


def fittings(
    which: Callable[[str], str | None] = shutil.which,
    installed: Callable[[str], str] = version,
) -> list[Found]:
    """What of `PARTS` is here; `which` finds programs, `installed` gives versions of packages."""
    return [Found(part, _version(part, which, installed)) for part in PARTS]


def _version(
    part: Part, which: Callable[[str], str | None], installed: Callable[[str], str]
) -> str | None:
    if part.programs:
        return "present" if any(map(which, part.programs)) else None
    try:
        return installed(part.name)
    except PackageNotFoundError:
        return None
