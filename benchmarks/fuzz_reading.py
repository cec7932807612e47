"""Hands damaged documents to the readers: each must be refused in words, or read rightly.

    python -m benchmarks.fuzz_reading [--files N] [--seed N] [--jobs N] [--keep FOLDER] [KIND…]

The real document in every format is damaged in N ways each (`benchmarks.damages`). Each file is
read as `evalengine parse` does it, in a process of its own, whose processor time and peak memory
are measured with those of all that it starts. What was read is compared with what the undamaged
file gives, row by row (name and target):

refused  an error in words, exit code 2
same     the rows of the undamaged file
changed  other rows, and each text that is missing no longer stands in the damaged file
told     rows are missing although their texts stand in the file, and a finding says what is amiss
silent   the same without a finding: wrong
wrong    another exception, or the process came to its end: wrong

Whether a text still stands in a file is found without the readers: in the XML or the page without
its tags, in the bytes of old office files. The text of a PDF is packed; there `silent` counts
nothing, and `changed` every other answer. Exit code 1 if anything was wrong or silent, or took
10 seconds or 500 MB.
"""

import argparse
import html
import io
import json
import multiprocessing
import os
import re
import resource
import sys
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.damages import damaged, drawn
from indicators.errors import EvalengineError
from indicators.model import Form
from indicators.reading import document_of, read_document

HERE = Path(__file__).parent.parent
REAL = HERE / "data" / "xicheng-2019" / "xicheng-2019-budget.txt"
REMADE = HERE / "data" / "xicheng-2019" / "remade"

MOST_SECONDS, MOST_BYTES = 10.0, 500_000_000

OUTCOMES = ("refused", "same", "changed", "told", "silent", "wrong")
BAD = ("silent", "wrong")
_EXAMPLES = 5

Row = tuple[str, str]
"""What is compared: the name and the target of an indicator, without blanks."""


@dataclass(frozen=True)
class Answer:
    """What became of a file: one of `OUTCOMES` with its reason; seconds and bytes it took."""

    outcome: str
    reason: str
    seconds: float
    memory: int


@cache
def seeds() -> dict[str, bytes]:
    """The real document, or its forms, in every format."""
    from tests.indicators.reading import remade  # noqa: PLC0415 -- openpyxl: only to make files

    forms = remade.official_forms()
    return {
        "txt": REAL.read_bytes(),
        "docx": remade.as_docx(forms),
        "xlsx": remade.as_xlsx(forms),
        "html": remade.as_html(forms).encode("utf-8"),
        "csv": remade.as_csv(forms).encode("utf-8"),
        "doc": (REMADE / "xicheng-2019-forms.doc").read_bytes(),
        "xls": (REMADE / "xicheng-2019-forms.xls").read_bytes(),
        "pdf": (REMADE / "xicheng-2019-forms.pdf").read_bytes(),
    }


# ── the right answer, and what still stands in a file ────────────────────────────────────────────


def squeezed(text: str) -> str:
    """The text without what readers treat each in its way: blanks, quotes, control characters."""
    return re.sub(r'[\s"\x00-\x1f]+', "", text)


def rows_of(forms: list[Form]) -> Counter[Row]:
    """The rows of all forms."""
    return Counter(
        (squeezed(row.name or ""), squeezed(row.target_text))
        for form in forms
        for row in form.indicators
    )


def findings_of(forms: list[Form]) -> Counter[str]:
    """What the forms have to tell, without the places."""
    return Counter(each.words.zh for form in forms for each in form.findings)


@cache
def gold(kind: str) -> tuple[Counter[Row], Counter[str]]:
    """The rows and the findings of the undamaged file."""
    forms = read_document(document_of(seeds()[kind], path=f"fuzz.{kind}"))
    return rows_of(forms), findings_of(forms)


def visible(kind: str, data: bytes) -> str:
    """The text that stands in a file, squeezed; `""` where it is packed (PDF)."""
    if kind in ("docx", "xlsx"):
        return squeezed(_without_tags("".join(_xml_parts(data))))
    if kind == "html":
        return squeezed(_without_tags(_decoded(data)))
    if kind in ("doc", "xls"):
        return squeezed("".join(data[i:].decode("utf-16-le", "replace") for i in (0, 1)))
    return "" if kind == "pdf" else squeezed(_decoded(data))


def _without_tags(text: str) -> str:
    return html.unescape(re.sub(r"<[^<>]*>", "", text))


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8", "gb18030", "utf-16"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def _xml_parts(data: bytes) -> Iterator[str]:
    """The parts that hold text, as far as they can be unpacked."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return
    for name in archive.namelist():
        if re.fullmatch(r"word/document\.xml|xl/sharedStrings\.xml|xl/worksheets/.*", name):
            try:
                yield _decoded(archive.read(name))
            except Exception:  # noqa: BLE001, S112 -- what cannot be unpacked is not visible
                continue


def judged(kind: str, data: bytes, forms: list[Form]) -> tuple[str, str]:
    """How what was read compares with the right answer, and what is missing."""
    rows, findings = gold(kind)
    found = rows_of(forms)
    if found == rows:
        return "same", ""
    text = visible(kind, data)
    added = found - rows
    lost = [row for row in rows - found if text and _stands_in(row, text) and not _in(row, added)]
    if not lost:
        return "changed", ""
    reason = f"{len(lost)} × {lost[0]}"
    return ("told" if findings_of(forms) - findings else "silent"), reason


def _stands_in(row: Row, text: str) -> bool:
    return all(part in text for part in row)


def _in(row: Row, added: Counter[Row]) -> bool:
    """Whether a row was read with something added to its texts: so was the file."""
    return any(row[0] in name and row[1] in target for name, target in added)


def outcome(kind: str, data: bytes) -> tuple[str, str]:
    """What became of a file, and why."""
    try:
        forms = read_document(document_of(data or b" ", path=f"fuzz.{kind}"))
    except EvalengineError as error:
        return "refused", str(error)
    except BaseException as error:  # noqa: BLE001 -- whatever it is, it is what we look for
        where = traceback.extract_tb(error.__traceback__)[-1]
        return "wrong", f"{type(error).__name__}: {error} ({where.name}:{where.lineno})"[:200]
    return judged(kind, data, forms)


# ── in a process of its own ──────────────────────────────────────────────────────────────────────


def answered(kind: str, data: bytes) -> Answer:
    """What becomes of a file in a process of its own, and what that and its children take."""
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receiving)
        os.write(sending, json.dumps(_measured(kind, data)).encode()[:60_000])
        os._exit(0)
    os.close(sending)
    with os.fdopen(receiving, "rb") as pipe:
        told = pipe.read()
    _, status, used = os.wait4(child, 0)
    if status or not told:
        reason = f"ended by {os.waitstatus_to_exitcode(status)}"
        seconds = used.ru_utime + used.ru_stime
        return Answer("wrong", reason, seconds, used.ru_maxrss * 1024)
    return Answer(**json.loads(told))


def _measured(kind: str, data: bytes) -> dict[str, object]:
    what, reason = outcome(kind, data)
    own, started = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    seconds = own.ru_utime + own.ru_stime + started.ru_utime + started.ru_stime
    # The largest child at its peak beside this process at its peak: at least what both took.
    memory = (own.ru_maxrss + started.ru_maxrss) * 1024
    return {"outcome": what, "reason": reason[:500], "seconds": seconds, "memory": memory}


def nth(job: tuple[str, int, int]) -> tuple[int, Answer]:
    """The answer to the n-th damaged file of a kind: (kind, seed, n)."""
    kind, seed, number = job
    return number, answered(kind, nth_file(kind, seed, number))


def nth_file(kind: str, seed: int, number: int) -> bytes:
    """The n-th damaged file of a kind."""
    return damaged(kind, seeds()[kind], drawn(f"{seed} {kind} {number}"))


# ── all of them ──────────────────────────────────────────────────────────────────────────────────


def measure(kind: str, given: argparse.Namespace) -> bool:
    """Read the damaged files of a kind, print what became of them; whether all is well."""
    gold(kind)
    jobs = [(kind, given.seed, number) for number in range(given.files)]
    with multiprocessing.get_context("fork").Pool(given.jobs) as pool:
        answers = dict(pool.imap_unordered(nth, jobs))
    counts = Counter(answer.outcome for answer in answers.values())
    seconds = max(answer.seconds for answer in answers.values())
    memory = max(answer.memory for answer in answers.values())
    columns = "".join(f"{counts[name]:>9}" for name in OUTCOMES)
    print(f"{kind:6}{given.files:>6}{columns}{seconds:>8.1f}{memory / 1e6:>6.0f}", flush=True)
    beyond = [
        number
        for number, answer in sorted(answers.items())
        if answer.outcome in BAD or answer.seconds > MOST_SECONDS or answer.memory > MOST_BYTES
    ]
    for number in beyond:
        if given.keep:
            given.keep.mkdir(parents=True, exist_ok=True)
            (given.keep / f"{number}.{kind}").write_bytes(nth_file(kind, given.seed, number))
    for number in beyond[:_EXAMPLES]:
        one = answers[number]
        took = f"{one.seconds:.1f} s, {one.memory / 1e6:.0f} MB"
        print(f"       file {number}: {one.outcome}, {took}: {one.reason}", flush=True)
    return not beyond


def main() -> int:
    """Damage, read, compare, print."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    words.add_argument("kinds", nargs="*")
    words.add_argument("--files", type=int, default=500)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--jobs", type=int, default=1)
    words.add_argument("--keep", type=Path, help="folder for the files that went wrong")
    given = words.parse_args()
    names = "".join(f"{name:>9}" for name in OUTCOMES)
    print(f"{'kind':6}{'files':>6}{names}{'most s':>8}{'MB':>6}")
    fine = [measure(kind, given) for kind in given.kinds or seeds()]
    return int(not all(fine))


if __name__ == "__main__":
    sys.exit(main())
