"""Opens the zip archives in which office documents come, without unpacking more than is allowed.

Nothing is ever written to disk, so that a name cannot lead out of a folder; a name that tries to is
still refused, since no office program writes one.
"""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from indicators.reading import limits
from indicators.reading.document import Document

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,  # a part is encrypted
    NotImplementedError,  # a part is packed in an unknown way
    EOFError,
    OSError,
    ValueError,
)
"""What a damaged archive raises."""

_LEADS_OUT = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")
_PASSWORD = 0x1


@dataclass(frozen=True)
class Archive:
    """An archive within the limits; its parts are unpacked one by one."""

    document: Document
    file: zipfile.ZipFile
    names: frozenset[str]

    def read(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            DocumentError: if the part is missing, broken, or larger than it says.
        """
        try:
            return self.file.read(name)
        except KeyError:
            raise self.document.broken(f"没有 {name}", f"no {name}") from None
        except _BROKEN as error:
            raise self.document.broken(str(error), str(error)) from error


def open_archive(document: Document) -> Archive:
    """The archive that the document is.

    Raises:
        DocumentError: if it is broken, needs a password, is larger than the limits allow when
            unpacked, or holds names that lead out of it.
    """
    try:
        file = zipfile.ZipFile(io.BytesIO(document.data))
    except _BROKEN as error:
        raise document.broken(str(error), str(error)) from error
    entries = file.infolist()
    _check_size(document, entries)
    names = [entry.filename for entry in entries]
    if any(map(_LEADS_OUT.search, names)) or len(set(names)) < len(names):
        raise document.error(
            "压缩包里有不正常的文件名（重名，或指向包外），未读取；请用办公软件打开后另存。",
            "there are odd names in the archive (doubled, or leading out of it), so it was not "
            "read; open it in an office program and save it again.",
        )
    if any(entry.flag_bits & _PASSWORD for entry in entries):
        raise document.locked()
    return Archive(document, file, frozenset(names))


def _check_size(document: Document, entries: list[zipfile.ZipInfo]) -> None:
    """Compare with the limits what the archive says of itself; unpacking goes no further."""
    if len(entries) > limits.MAX_PARTS:
        raise limits.too_large(document, f"{len(entries):,} 个部件", f"{len(entries):,} parts")
    total = sum(entry.file_size for entry in entries)
    if total > limits.MAX_UNPACKED:
        raise limits.too_large(document, f"{total:,} 字节", f"{total:,} bytes")
    for entry in entries:
        ratio = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > limits.RATIO_FROM and ratio > limits.MAX_RATIO:
            raise limits.too_large(
                document,
                f"压缩比 {ratio:.0f} 倍，像压缩炸弹",
                f"packed {ratio:.0f} times, as a zip bomb is",
            )
