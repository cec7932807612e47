"""How large a document may be, in every respect, before it is refused: strangers hand it in.

Each limit stands far above any real document and far below what would exhaust a machine: whatever
is handed in, reading it ends within 10 seconds and 500 MB.
"""

import os

from indicators.errors import EvalengineError
from indicators.reading.document import Document

MAX_UNPACKED = 100_000_000
"""Bytes of all parts of an archive together, unpacked."""

MAX_RATIO = 200
"""How many times a part may grow by unpacking; a table of forms grows 20 times."""

RATIO_FROM = 1_000_000
"""A smaller part may be of any ratio."""

MAX_PARTS = 20_000
"""Parts of an archive; an export of a thousand sheets has two thousand."""

MAX_TAGS = 1_500_000
"""Angle brackets of a page or a part of XML; each becomes an object in memory."""

MAX_CELLS = 1_000_000
"""Rows times columns of the sheets of a workbook, or the area of the tables of a document."""

MAX_COLUMNS = 2_000
"""Columns of a table; no form has more than forty."""

MAX_DEPTH = 200
"""Elements of a web page within one another."""

MAX_NESTED = 16
"""Tables within tables."""

MAX_PAGES = 500
"""Pages of a PDF."""

MAX_PAGE_OBJECTS = 50_000
"""Lines, rectangles and characters of one page of a PDF."""

CONVERTER_SECONDS = 8
"""Processor time of all readers that run apart for one document, together."""

WAITING_SECONDS = 60
"""So long a reader apart is waited for: a busy machine may give it little of its time."""

CONVERTER_BYTES = 400_000_000
"""Memory of a reader that runs apart."""


def seconds_apart() -> float:
    """Processor time, in seconds, of all processes that this one has started and seen end."""
    used = os.times()
    return used.children_user + used.children_system


def bound_this_process(seconds: int = CONVERTER_SECONDS) -> None:
    """Hold this process to the memory of a reader that runs apart, and to so much time.

    Where the system knows no such limits, only the waiting is bounded.
    """
    try:
        import resource  # noqa: PLC0415 -- not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_DATA, (CONVERTER_BYTES, CONVERTER_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def too_large(document: Document, zh: str, en: str) -> EvalengineError:
    """The error about a document beyond a limit; `zh` and `en` say which one."""
    return document.error(
        f"文件展开后过大（{zh}），未读取；请删去多余的内容或拆分后再读。",
        f"the document is too large when unpacked ({en}), so it was not read; delete what is not "
        "needed, or split it.",
    )
