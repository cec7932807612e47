"""Opens a document: its bytes, their hash, and for text its characters, whatever the encoding."""

import codecs
import sys
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from indicators.errors import DocumentError, EvalengineError
from indicators.foreign import reason_of
from indicators.places import Place
from indicators.reading.clean import NO_TEXT_CHARACTER, clean

MAX_BYTES = 20_000_000
"""Size of a document; the text of a hundred forms has half a million bytes."""

STANDARD_INPUT = "-"

_REASON = 120
"""So many characters are quoted of what a library says about a broken file."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAX_CONTROLS = 0.01
"""A text with a larger share of control characters is no text."""
_NO_TEXT = frozenset((".docx", ".doc", ".xlsx", ".xls", ".pdf"))
"""Endings of files that are not to be saved as text."""


@dataclass(frozen=True)
class Document:
    """A file as it came: `name` (without folders), its bytes, and `path` as the user gave it."""

    path: str
    data: bytes

    @cached_property
    def name(self) -> str:
        """The file's name, by which places in it are named."""
        return Path(self.path).name or self.path

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()

    @cached_property
    def text(self) -> str:
        r"""The text, with `\n` as the only line end and without control characters.

        The encoding is found by a ladder: byte order mark, UTF-16 by its zeros, UTF-8, GB18030
        (which holds GBK and GB2312). A character cut off at the very end is dropped.

        Raises:
            DocumentError: if the bytes are no text in a known encoding.
        """
        text = self._decoded[0]
        if text is None or len(NO_TEXT_CHARACTER.findall(text)) > _MAX_CONTROLS * len(text):
            ending = Path(self.path).suffix.lower()
            if ending in _NO_TEXT:
                raise self.broken(f"内容不是 {ending}", f"its content is no {ending}")
            line = _first_odd_line(self.data)
            raise self.error(
                "不是文字文件，或编码不是 UTF-8、GBK（GB18030）、UTF-16"
                f"（第 {line} 行起无法识别）；请另存为 UTF-8 文字文件。",
                "this is no text, or not in UTF-8, GBK (GB18030) or UTF-16 "
                f"(from line {line} on); save it as UTF-8 text.",
            )
        return clean(text.removeprefix("\ufeff"))

    @property
    def is_cut(self) -> bool:
        """Whether the file ends in the middle of a character."""
        return self._decoded[1]

    @cached_property
    def _decoded(self) -> tuple[str | None, bool]:
        return _decoded(self.data)

    def error(self, zh: str, en: str, *, line: int | None = None) -> EvalengineError:
        """A `DocumentError` about this file, or about one line of it."""
        return DocumentError.at(self.path if line is None else f"{self.path}:{line}", zh, en)

    def broken(self, zh: str, en: str) -> EvalengineError:
        """The error about a damaged file; `zh` and `en` say what was found."""
        return self.error(
            f"文件已损坏，无法读取（{_in_short(zh)}）；请用办公软件打开后另存。",
            f"the file is broken ({_in_short(en)}); open it in an office program and save again.",
        )

    def locked(self) -> EvalengineError:
        """The error about a file that needs a password."""
        return self.error(
            "文件设有打开密码；请用办公软件取消密码后另存。",
            "the file needs a password; remove it in an office program and save again.",
        )

    def place_of(self, place: Place) -> str:
        """A place in this document, with the path as the user gave it."""
        return str(place._replace(file=self.path))


def _in_short(reason: str) -> str:
    """What a library says, on one line that fits into a message."""
    line = " ".join(reason.split())
    return line if len(line) <= _REASON else line[: _REASON - 1] + "…"


def open_document(path: Path) -> Document:
    """The document at `path`; `-` is standard input.

    Raises:
        DocumentError: if it is missing, a folder, empty, unreadable, or too large.
    """
    if str(path) == STANDARD_INPUT:
        return document_of(sys.stdin.buffer.read(MAX_BYTES + 1))
    try:
        if path.is_dir():
            raise DocumentError.at(
                str(path), "这是文件夹，请给出文件。", "this is a folder; name a file."
            )
        with path.open("rb") as file:
            # One byte more than allowed is enough to know; a device never ends.
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise DocumentError.at(
            str(path), "没有这个文件，请检查路径。", "no such file; check the path."
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        reason = reason_of(error)
        raise DocumentError.at(
            str(path), f"无法读取（{reason.zh}）。", f"cannot be read ({reason.en})."
        ) from error
    return document_of(data, path=str(path))


def document_of(data: bytes, *, path: str = STANDARD_INPUT) -> Document:
    """The document with these bytes, such as standard input gives; `path` names it in messages.

    Raises:
        DocumentError: if it is empty or too large.
    """
    document = Document(path, data)
    if not data:
        raise document.error("文件是空的。", "the file is empty.")
    if len(data) > MAX_BYTES:
        raise document.error(
            f"文件超过上限 {MAX_BYTES:,} 字节；请拆分后再读。长表不必拆分：evalengine batch 计分，"
            "evalengine recheck -o 文件夹 复核。",
            f"the file is larger than {MAX_BYTES:,} bytes; split it. A long table need not be: "
            "evalengine batch scores it, evalengine recheck -o FOLDER re-checks it.",
        )
    return document


def _decoded(data: bytes) -> tuple[str | None, bool]:
    """The text of the bytes by the first encoding that fits, and whether its end is cut."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding)
    if b"\x00" in data:
        return _utf16_without_bom(data)
    text, is_cut = _strict(data, "utf-8")
    return _strict(data, "gb18030") if text is None else (text, is_cut)


def _utf16_without_bom(data: bytes) -> tuple[str | None, bool]:
    """UTF-16 text told by its line ends and tabs, whose second byte is zero in the right order."""
    found = [_strict(data, encoding) for encoding in ("utf-16-le", "utf-16-be")]
    likely = [(text, cut) for text, cut in found if text and "\x00" not in text and "\n" in text]
    return max(
        likely, key=lambda one: one[0].count("\n") + one[0].count("\t"), default=(None, False)
    )


def _strict(data: bytes, encoding: str) -> tuple[str | None, bool]:
    """The text if every byte fits, but for a character cut off at the end; else None."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        text = decoder.decode(data, final=False)
    except UnicodeDecodeError:
        return None, False
    return text, bool(decoder.getstate()[0])


def _first_odd_line(data: bytes) -> int:
    """The first line that is not UTF-8, or where a zero stands."""
    try:
        data.decode("utf-8")
        at = max(data.find(b"\x00"), 0)
    except UnicodeDecodeError as error:
        at = error.start
    return data.count(b"\n", 0, at) + 1
