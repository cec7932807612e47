"""The other end of `apart`: reads a document from standard input, answers on standard output.

python -m indicators.reading.worker pdf  < document  > JSON
"""

import json
import sys
from typing import Any

from indicators.errors import DocumentError
from indicators.reading import doc, limits, pdf, xls
from indicators.reading.document import Document

READERS = {"doc": doc.extract, "pdf": pdf.extract, "xls": xls.extract}
"""The readers that run apart; each imports its library when it is called."""


def answer_for(reader: str, data: bytes) -> dict[str, Any]:
    """What the reader finds in the bytes, or the words of its error."""
    document = Document(reader, data)
    try:
        return {"found": READERS[reader](document)}
    except DocumentError as error:
        return {"problem": list(error.problems[0].words)}


def main() -> None:
    """Read the document from standard input, and write what was found to standard output."""
    limits.bound_this_process()
    json.dump(answer_for(sys.argv[1], sys.stdin.buffer.read()), sys.stdout, ensure_ascii=True)


if __name__ == "__main__":
    main()
