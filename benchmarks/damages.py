"""Damages files in every way that happens by accident or on purpose, repeatably.

A damage takes bytes and chance, and gives other bytes. Office documents are damaged inside: one
member of the archive is damaged and the archive is packed anew, so that the damage reaches the
readers behind the check sums of the archive.
"""

import io
import random
import re
import zipfile
from collections.abc import Callable

Damage = Callable[[bytes, random.Random], bytes]

Members = list[tuple[str, bytes]]
"""The members of an archive, by their names."""

ARCHIVES = frozenset(("docx", "xlsx"))
MARKED_UP = frozenset(("docx", "xlsx", "html"))
TEXTS = frozenset(("html", "csv", "txt"))

BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "'
    + b"&b;" * 100
    + b'">]><a>'
    + b"&c;" * 100
    + b"</a>"
)
_NUMBER = re.compile(rb"(?<![0-9])[0-9]+(?![0-9])")
_HUGE = (b"0", b"-1", b"65536", b"99999999", b"9" * 30, b"1e400")
_SPAN = re.compile(rb'((?:span|w:gridSpan w:val)=")[0-9]+')
_TAG = re.compile(rb"<[A-Za-z][A-Za-z0-9:]*")
_ENTITIES = (b"&#0;", b"&nbsp;", b"&unknown;", b"&#x110000;", b"&#9999999999;", b"&", b"&#8203;")
_ENCODINGS = ("utf-16", "utf-16-be", "gb18030", "big5", "utf-8-sig", "utf-32")
_HEADERS = ((b"PK\x01\x02", (20, 24)), (b"PK\x03\x04", (18, 22)))
"""Where the records of an archive say how large a member is, packed and unpacked."""


def drawn(seed: object) -> random.Random:
    """The chance that damages: the same seed damages in the same way."""
    return random.Random(str(seed))  # noqa: S311 -- repeatable, not secret


def flipped(data: bytes, draw: random.Random) -> bytes:
    """Some bits the other way."""
    changed = bytearray(data)
    for _ in range(draw.choice([1, 1, 4, 64, 1024])):
        changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
    return bytes(changed)


def overwritten(data: bytes, draw: random.Random) -> bytes:
    """A stretch of one byte."""
    start, length = draw.randrange(len(data)), draw.choice([1, 16, 512, 8192])
    return data[:start] + bytes([draw.choice([0, 32, 60, 255])]) * length + data[start + length :]


def cut(data: bytes, draw: random.Random) -> bytes:
    """Without its end, or without a piece."""
    start = draw.randrange(min(1, len(data) - 1), len(data))
    if draw.random() < 0.5:
        return data[:start]
    return data[:start] + data[start + draw.choice([1, 100, 5000]) :]


def doubled(data: bytes, draw: random.Random) -> bytes:
    """A piece twice, or many times."""
    start, length = draw.randrange(len(data)), draw.choice([1, 64, 2048])
    piece = data[start : start + length]
    return data[:start] + piece * draw.choice([2, 2, 50]) + data[start + length :]


def renumbered(data: bytes, draw: random.Random) -> bytes:
    """A number made huge, negative or nothing: a span of cells by preference."""
    spans = list(_SPAN.finditer(data))
    if spans and draw.random() < 0.7:
        span = draw.choice(spans)
        return data[: span.end(1)] + draw.choice(_HUGE) + data[span.end() :]
    numbers = list(_NUMBER.finditer(data))
    if not numbers:
        return flipped(data, draw)
    number = draw.choice(numbers)
    return data[: number.start()] + draw.choice(_HUGE) + data[number.end() :]


def nested(data: bytes, draw: random.Random) -> bytes:
    """An element inside itself, many times, closed or not."""
    tags = list(_TAG.finditer(data))
    if not tags:
        return doubled(data, draw)
    tag, times = draw.choice(tags), draw.choice([2, 300, 20_000])
    closing = b"</" + tag[0][1:] + b">" if draw.random() < 0.7 else b""
    return data[: tag.start()] + (tag[0] + b">") * times + closing * times + data[tag.start() :]


def with_entity(data: bytes, draw: random.Random) -> bytes:
    """A reference to a character that is none, or that stands for something odd."""
    places = [found.end() for found in re.finditer(rb">(?=[^<>\s])", data)]
    at = draw.choice(places) if places else draw.randrange(len(data))
    return data[:at] + draw.choice(_ENTITIES) + data[at:]


def recoded(data: bytes, draw: random.Random) -> bytes:
    """In another encoding, or with a false declaration of its own."""
    encoding = draw.choice(_ENCODINGS)
    if b"UTF-8" in data[:200] and draw.random() < 0.5:
        return data.replace(b"UTF-8", encoding.encode(), 1)
    return data.decode("utf-8", "replace").encode(encoding, "replace")


def _member_dropped(members: Members, at: int, _: random.Random) -> Members:
    return members[:at] + members[at + 1 :]


def _member_doubled(members: Members, at: int, draw: random.Random) -> Members:
    name, content = members[at]
    return [*members, (name, draw.choice([content, content[: len(content) // 2], b""]))]


def _member_renamed(members: Members, at: int, draw: random.Random) -> Members:
    name, content = members[at]
    other = draw.choice([f"../../{name}", name.upper(), name + "x", name.replace("/", "\\")])
    return [*members[:at], (other, content), *members[at + 1 :]]


def _member_replaced(members: Members, at: int, draw: random.Random) -> Members:
    return [*members[:at], (members[at][0], draw.choice([b"", BOMB])), *members[at + 1 :]]


def _members_swapped(members: Members, at: int, draw: random.Random) -> Members:
    other = draw.randrange(len(members))
    found = list(members)
    found[at] = members[at][0], members[other][1]
    found[other] = members[other][0], members[at][1]
    return found


_SURGERIES = (_member_dropped, _member_doubled, _member_renamed, _member_replaced, _members_swapped)

ON_BYTES: tuple[Damage, ...] = (flipped, overwritten, cut, doubled)
ON_TEXT: tuple[Damage, ...] = (*ON_BYTES, renumbered, nested, with_entity, recoded)


def operated(data: bytes, draw: random.Random) -> bytes:
    """An archive packed anew with damaged content, or with members missing, doubled or swapped."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    # Parts with text come first: damage elsewhere rarely shows.
    heavy = [len(content) + 1 for _, content in members]
    at = draw.choices(range(len(members)), heavy)[0]
    if draw.random() < 0.7:
        name, content = members[at]
        members[at] = name, draw.choice(ON_TEXT)(content or b" ", draw)
    else:
        members = draw.choice(_SURGERIES)(members, draw.randrange(len(members)), draw)
    return _packed(members)


def _packed(members: Members) -> bytes:
    found = io.BytesIO()
    names: set[str] = set()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            # A doubled name is what is wanted; the library warns of it, so it is written in place.
            stand_in = name if name not in names else "\x7f" * len(name)
            archive.writestr(stand_in, content)
            names.add(name)
    data = found.getvalue()
    doubled_names = [name for name, _ in members]
    for name in {name for name in doubled_names if doubled_names.count(name) > 1}:
        data = data.replace(b"\x7f" * len(name), name.encode())
    return data


def missized(data: bytes, draw: random.Random) -> bytes:
    """An archive that says wrongly how large a member is."""
    mark, fields = draw.choice(_HEADERS)
    at = draw.choice([found.start() for found in re.finditer(re.escape(mark), data)])
    field = at + draw.choice(fields)
    wrong = draw.choice([0, 1, 1000, 2**31, 2**32 - 1]).to_bytes(4, "little")
    return data[:field] + wrong + data[field + 4 :]


def damaged(kind: str, data: bytes, draw: random.Random) -> bytes:
    """One of the ways that suit the kind of file, or two of them."""
    ways: tuple[Damage, ...] = ON_BYTES
    if kind in ARCHIVES:
        ways = (*[operated] * 8, missized, draw.choice(ON_BYTES))
    elif kind in TEXTS:
        ways = ON_TEXT
    elif kind == "pdf":
        ways = (*ON_BYTES, renumbered)
    found = draw.choice(ways)(data, draw)
    return draw.choice(ON_BYTES)(found, draw) if found and draw.random() < 0.1 else found
