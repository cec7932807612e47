"""Small PDF files written by hand, for tests: ruled tables, text, pictures, passwords."""

from collections.abc import Sequence

A4 = (595, 842)


def pdf(*contents: str, encrypt: str = "", picture: bool = False) -> bytes:
    """A PDF with a page for each content stream; text is set in Helvetica as `/F`."""
    pages = [4 + 2 * number for number in range(len(contents))]
    kids = " ".join(f"{number} 0 R" for number in pages)
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    resources = "/Font << /F 3 0 R >>"
    if picture:
        number = pages[-1] + 2
        objects[number] = _stream(
            "x",
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 "
            "/ColorSpace /DeviceGray /BitsPerComponent 8",
        )
        resources += f" /XObject << /I {number} 0 R >>"
    for number, content in zip(pages, contents, strict=True):
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {A4[0]} {A4[1]}] "
            f"/Resources << {resources} >> /Contents {number + 1} 0 R >>"
        )
        objects[number + 1] = _stream(content)
    return _file(objects, encrypt)


def _stream(content: str, entries: str = "") -> str:
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: dict[int, str], encrypt: str) -> bytes:
    data = b"%PDF-1.4\n"
    places = {}
    for number, text in objects.items():
        places[number] = len(data)
        data += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    start, last = len(data), max(objects)
    table = ["0000000000 65535 f "]
    for number in range(1, last + 1):
        used = number in places
        table.append(f"{places[number]:010} 00000 n " if used else "0000000000 65535 f ")
    listed = "\n".join(table)
    trailer = f"<< /Size {last + 1} /Root 1 0 R {encrypt} >>"
    end = f"xref\n0 {last + 1}\n{listed}\ntrailer\n{trailer}\nstartxref\n{start}\n%%EOF\n"
    return data + end.encode("latin-1")


def text(left: float, top: float, words: str, size: float = 10) -> str:
    """Words whose baseline is `size` below `top`, counted from the upper edge of the page."""
    return f"BT /F {size} Tf {left} {A4[1] - top - size} Td ({words}) Tj ET\n"


def table(
    left: float, top: float, widths: Sequence[float], height: float, rows: Sequence[Sequence[str]]
) -> str:
    """A ruled table; the lines of a text are divided by bars."""
    content = "0.5 w\n"
    for at, row in enumerate(rows):
        x, y = left, top + at * height
        for width, words in zip(widths, row, strict=True):
            content += f"{x} {A4[1] - y - height} {width} {height} re S\n"
            for line, part in enumerate(words.split("|")):
                if part:
                    content += text(x + 5, y + 3 + line * 12, part)
            x += width
    return content


def upright(left: float, widths: Sequence[float], top: float, bottom: float) -> str:
    """The upright lines between columns, and at their outer edges."""
    edges = [left + sum(widths[:at]) for at in range(len(widths) + 1)]
    return "0.5 w\n" + "".join(f"{x} {A4[1] - top} m {x} {A4[1] - bottom} l S\n" for x in edges)


def level(left: float, right: float, *tops: float) -> str:
    """Level lines."""
    return "0.5 w\n" + "".join(f"{left} {A4[1] - y} m {right} {A4[1] - y} l S\n" for y in tops)


LOCKED = (
    "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] "
    "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
    f"/O <{'5a' * 32}> /U <{'a5' * 32}> >>"
)
"""What the trailer of a file behind a password holds."""
