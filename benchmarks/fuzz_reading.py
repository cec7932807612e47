"""Hands damaged documents to the readers: every one must be refused in words, or read.

    python -m benchmarks.fuzz_reading [--files N] [--seed N] [KIND…]

The real document in every format is damaged in N ways each: flipped bits, runs of one byte, pieces
cut out or doubled, the end cut off, and for archives members that are dropped, renamed, emptied or
filled with something else. Each file is read as `evalengine parse` does it, one after the other in
one process (risky readers run apart anyway, within limits of their own). Printed: how many were
read, how many refused, and what must not happen: another exception, more than 10 seconds, more than
500 MB. Exit code 1 if any did.
"""

import argparse
import io
import random
import resource
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from indicators.errors import EvalengineError
from indicators.reading import document_of, read_document

HERE = Path(__file__).parent.parent
REAL = HERE / "data" / "xicheng-2019" / "xicheng-2019-budget.txt"
REMADE = HERE / "data" / "xicheng-2019" / "remade"

MOST_SECONDS, MOST_BYTES = 10.0, 500_000_000

Damage = Callable[[bytes, random.Random], bytes]


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


def drawn(seed: object) -> random.Random:
    """The chance that damages: the same seed damages in the same way."""
    return random.Random(str(seed))  # noqa: S311 -- repeatable, not secret


def flipped(data: bytes, draw: random.Random) -> bytes:
    """Some bits the other way."""
    changed = bytearray(data)
    for _ in range(draw.choice([1, 4, 64, 1024])):
        changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
    return bytes(changed)


def overwritten(data: bytes, draw: random.Random) -> bytes:
    """A stretch of one byte."""
    start, length = draw.randrange(len(data)), draw.choice([1, 16, 512, 8192])
    return data[:start] + bytes([draw.choice([0, 32, 60, 255])]) * length + data[start + length :]


def cut(data: bytes, draw: random.Random) -> bytes:
    """Without its end, or without a piece."""
    start = draw.randrange(1, len(data))
    if draw.random() < 0.5:
        return data[:start]
    return data[:start] + data[start + draw.choice([1, 100, 5000]) :]


def doubled(data: bytes, draw: random.Random) -> bytes:
    """A piece twice, or many times."""
    start, length = draw.randrange(len(data)), draw.choice([1, 64, 2048])
    piece = data[start : start + length]
    return data[:start] + piece * draw.choice([2, 2, 50]) + data[start + length :]


def operated(data: bytes, draw: random.Random) -> bytes:
    """An archive whose members were dropped, renamed, emptied, damaged or filled anew."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(found, "w") as new:
        chosen = draw.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            if name != chosen:
                new.writestr(name, content, draw.choice([0, 8]))
                continue
            way = draw.randrange(6)
            if way == 0:
                continue
            names = {1: f"../../{name}", 2: name.upper()}
            contents = {3: b"", 4: DAMAGES[draw.randrange(4)](content or b" ", draw), 5: BOMB}
            new.writestr(names.get(way, name), contents.get(way, content), 8)
    return found.getvalue()


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "'
    + b"&b;" * 100
    + b'">]><a>'
    + b"&c;" * 100
    + b"</a>"
)

DAMAGES: list[Damage] = [flipped, overwritten, cut, doubled]


def damaged(kind: str, data: bytes, draw: random.Random) -> bytes:
    """One of the ways, or two of them."""
    ways = [*DAMAGES, operated] if kind in ("docx", "xlsx") else DAMAGES
    found = draw.choice(ways)(data, draw)
    return draw.choice(DAMAGES)(found, draw) if found and draw.random() < 0.2 else found


def outcome(kind: str, data: bytes) -> str:
    """What became of a file: read, refused, or the exception that got through."""
    try:
        read_document(document_of(data or b" ", path=f"fuzz.{kind}"))
    except EvalengineError:
        return "refused"
    except Exception as error:  # noqa: BLE001 -- whatever it is, it is what we look for
        return f"{type(error).__name__}: {error}"[:120]
    return "read"


def main() -> int:
    """Damage, read, print."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    words.add_argument("kinds", nargs="*")
    words.add_argument("--files", type=int, default=500)
    words.add_argument("--seed", type=int, default=1)
    given = words.parse_args()
    failed = False
    print(f"{'kind':6}{'files':>7}{'read':>7}{'refused':>9}{'wrong':>7}{'slowest s':>11}{'MB':>7}")
    for kind, data in seeds().items():
        if given.kinds and kind not in given.kinds:
            continue
        draw = drawn(f"{given.seed} {kind}")
        counts: Counter[str] = Counter()
        slowest = 0.0
        for _ in range(given.files):
            begun = time.perf_counter()
            counts[outcome(kind, damaged(kind, data, draw))] += 1
            slowest = max(slowest, time.perf_counter() - begun)
        wrong = given.files - counts["read"] - counts["refused"]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        failed |= bool(wrong) or slowest > MOST_SECONDS or peak > MOST_BYTES
        print(
            f"{kind:6}{given.files:>7}{counts['read']:>7}{counts['refused']:>9}{wrong:>7}"
            f"{slowest:>11.1f}{peak / 1e6:>7.0f}",
            flush=True,
        )
        for what in counts.keys() - {"read", "refused"}:
            print(f"       {counts[what]} × {what}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
