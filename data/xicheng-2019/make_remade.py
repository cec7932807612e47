"""Makes the forms of the real document anew as .doc, .xls and .pdf, with cells merged as printed,
and the filled-in workbook as .xls.

The forms are written as .docx and .xlsx by the test suite, and converted by LibreOffice:

    python data/xicheng-2019/make_remade.py

The files are kept, so that the tests need no office program.
"""

import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from tests.indicators.reading.remade import as_docx, as_xlsx, formatted_cells, official_forms  # noqa: E402

MADE = HERE / "remade"
NAME = "xicheng-2019-forms"


def main(target: Path = MADE) -> None:
    """Write the files into `target`."""
    target.mkdir(exist_ok=True)
    # The narrative before the first form is left out; its title and year stay.
    forms = [replace(form, lines=form.lines[-2:]) for form in official_forms()]
    with tempfile.TemporaryDirectory() as folder:
        word, excel = Path(folder, f"{NAME}.docx"), Path(folder, f"{NAME}.xlsx")
        cells = Path(folder, "cells.xlsx")
        cells.write_bytes(formatted_cells())
        word.write_bytes(as_docx(forms))
        excel.write_bytes(as_xlsx(forms))
        answers = HERE / "actuals.xlsx"
        for source, kind in (
            *((word, "doc"), (word, "pdf"), (excel, "xls"), (cells, "xls"), (answers, "xls")),
        ):
            profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
            command = ["soffice", profile, "--headless", "--convert-to", kind]
            subprocess.run([*command, "--outdir", str(target), str(source)], check=True)


if __name__ == "__main__":
    main()
