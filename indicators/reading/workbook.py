"""Opens a spreadsheet safely: every sheet as rows of text, bounded before anything is unpacked.

A workbook of a few kilobytes can ask for gigabytes: by compression, or by one cell in the last
corner of a sheet, for which a reader lays out every cell before it. So the parts are measured
first, by a parser that keeps nothing, and only then read.
"""

import datetime as dt
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from xml.parsers import expat

import python_calamine as calamine

from indicators.errors import DocumentError, EvalengineError

MAX_BYTES = 20_000_000
"""Size of a workbook file; forms are far smaller."""

MAX_UNPACKED = 200_000_000
"""Bytes of all its parts together, unpacked."""

MAX_CELLS = 2_000_000
"""Rows times columns of one sheet."""

_CHUNK = 1 << 16
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    calamine.CalamineError,
    RuntimeError,  # a part of the archive is encrypted, or packed in an unknown way
    EOFError,
    OSError,
    ValueError,
)
"""What the archive, its XML and the reader raise for a damaged file."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, and its cells from A1 on as text (empty cells are `""`)."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """All sheets of the .xlsx workbook at `path`, hidden ones too, in order.

    Numbers come with the 15 digits that spreadsheets keep, dates in ISO form. The format of a
    number is not known here: a cell that shows `92%` gives `0.92`.

    Raises:
        DocumentError: if the file is missing, empty, no workbook, protected by a password,
            broken, or larger than the limits of this module.
    """
    _check_kind(path)
    try:
        _check_size(path)
        with calamine.load_workbook(path) as workbook:
            return tuple(_sheet(workbook, name) for name in workbook.sheet_names)
    except _BROKEN as error:
        raise _broken(path, str(error)) from error


def _sheet(workbook: calamine.CalamineWorkbook, name: str) -> Sheet:
    rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return Sheet(name, tuple(tuple(cell_text(cell) for cell in row) for row in rows))


def cell_text(value: object) -> str:
    """The text of one cell, as a person would have typed it."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        # 15 digits: what a spreadsheet shows of 0.1+0.2 is 0.3, and that is what was meant.
        return format(value, ".15g") if abs(value) < 1e15 else format(value, ".0f")
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    return str(value).strip()


def _check_kind(path: Path) -> None:
    """Refuse what is no .xlsx, saying what it is and what to do."""
    try:
        if path.is_dir():
            raise DocumentError.at(
                str(path),
                "这是文件夹，请给出 .xlsx 文件。",
                "this is a folder; name an .xlsx file.",
            )
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_CHUNK)
    except FileNotFoundError as error:
        raise DocumentError.at(
            str(path), "没有这个文件，请检查路径。", "no such file; check the path."
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise DocumentError.at(
            str(path), f"无法读取（{reason}）。", f"cannot be read ({reason})."
        ) from error
    _check_head(path, head, size)


def _check_head(path: Path, head: bytes, size: int) -> None:
    """Refuse a file by its first bytes and its size."""
    if not head:
        raise DocumentError.at(str(path), "文件是空的。", "the file is empty.")
    if size > MAX_BYTES:
        raise DocumentError.at(
            str(path),
            f"文件有 {size:,} 字节，超过上限 {MAX_BYTES:,} 字节；请拆分后再读。",
            f"the file has {size:,} bytes, more than the {MAX_BYTES:,} allowed; split it.",
        )
    if head.startswith(_OLE) and _is_encrypted(path):
        raise DocumentError.at(
            str(path),
            "工作簿设有打开密码；请在表格软件中取消密码后另存。",
            "the workbook needs a password; remove it in your spreadsheet program and save again.",
        )
    if head.startswith(_OLE):
        raise DocumentError.at(
            str(path),
            "这是旧版格式（.xls 等）；请在表格软件中另存为 .xlsx。",
            "this is the old format (.xls or alike); save it as .xlsx.",
        )
    if not zipfile.is_zipfile(path):
        raise DocumentError.at(
            str(path),
            "这不是 .xlsx 工作簿（内容不符，改后缀名没有用）；请用表格软件另存为 .xlsx。",
            "this is no .xlsx workbook (whatever its name says); save it as .xlsx.",
        )


def _is_encrypted(path: Path) -> bool:
    return _ENCRYPTED in path.read_bytes()


def _check_size(path: Path) -> None:
    """Measure every part of the workbook; raise before anything large is laid out."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        if not any(name.startswith("xl/") for name in names):
            raise DocumentError.at(
                str(path),
                "压缩包里没有工作表，这不是 .xlsx 工作簿；请用表格软件另存为 .xlsx。",
                "no sheets inside, so this is no .xlsx workbook; save it as .xlsx.",
            )
        if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
            raise _too_large(path)
        extent = _Extent()
        for entry in archive.infolist():
            with archive.open(entry) as part:
                _measure(path, part, extent)


def _measure(path: Path, part: IO[bytes], extent: "_Extent") -> None:
    """Add the cells of one part to `extent`, keeping nothing of it.

    Raises:
        DocumentError: as soon as there are more than `MAX_CELLS`.
    """
    chunk = part.read(_CHUNK)
    if not chunk.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \r\n\t").startswith(b"<"):
        return
    extent.begin_part()
    parser = expat.ParserCreate()
    parser.StartElementHandler = extent.see
    while chunk:
        parser.Parse(chunk, False)
        if extent.cells > MAX_CELLS:
            raise _too_large(path)
        chunk = part.read(_CHUNK)


class _Extent:
    """How many cells the sheets of a workbook span, counted from A1 to the furthest cell."""

    def __init__(self) -> None:
        self._before = 0
        self._row = self._rows = self._column = self._columns = 0

    @property
    def cells(self) -> int:
        """Rows times columns, of all parts seen so far."""
        return self._before + self._rows * self._columns

    def begin_part(self) -> None:
        """The next elements belong to another part."""
        self._before = self.cells
        self._row = self._rows = self._column = self._columns = 0

    def see(self, tag: str, attributes: dict[str, str]) -> None:
        """Take in one element: `<row r="12">`, `<c r="B12">`; without `r` it is the next one."""
        name = tag.rpartition(":")[2]
        reference = attributes.get("r", "")
        if name == "row":
            self._row = int(reference) if reference else self._row + 1
            self._rows = max(self._rows, self._row)
            self._column = 0
        elif name == "c":
            letters = reference.rstrip("0123456789")
            self._rows = max(self._rows, int(reference[len(letters) :] or 0))
            self._column = _column(letters) if letters else self._column + 1
            self._columns = max(self._columns, self._column)


def _column(letters: str) -> int:
    """The number of a column: A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters.upper()[:4]:
        number = number * 26 + ord(letter) - 64
    return number


def _too_large(path: Path) -> EvalengineError:
    return DocumentError.at(
        str(path),
        f"工作簿展开后过大（超过 {MAX_CELLS:,} 格，或 {MAX_UNPACKED:,} 字节），未读取；"
        "请删去多余的行列后另存。",
        f"the workbook is too large when unpacked (more than {MAX_CELLS:,} cells, or "
        f"{MAX_UNPACKED:,} bytes); delete what is not needed and save again.",
    )


def _broken(path: Path, reason: str) -> EvalengineError:
    return DocumentError.at(
        str(path),
        f"工作簿已损坏，无法读取（{reason}）；请用表格软件打开后另存。",
        f"the workbook is broken ({reason}); open it in your spreadsheet program and save again.",
    )
