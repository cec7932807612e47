"""What is filled in on a web page is read as it shows."""

import pytest

from indicators.reading.document import document_of
from indicators.reading.html import read_html
from indicators.reading.tables import Paragraph


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ('<input value="121公里">', "121公里"),
        ('<input type="Number" value="121">', "121"),
        ("<input>", ""),
        ('<input type="hidden" value="x"><input type="submit" value="提交">', ""),
        ('<input type="checkbox" checked>是<input type="checkbox">否', "☑是☐否"),
        ("<textarea>雨季</textarea>", "雨季"),
        ("<select><option>优<option selected>良</select>", "良"),
        ("<select><option>优<option>良</select>", "优"),
        ("<select multiple><option>优<option>良</select>", ""),
        ("<select multiple><option selected>优<option selected>良</select>", "优、良"),
        ('<input value="x" style="display:none">', ""),
    ],
)
def test_fields(field: str, shown: str) -> None:
    block, *_ = read_html(document_of(f"<p>甲{field}乙</p>".encode(), path="a.html"))
    assert isinstance(block, Paragraph)
    assert block.text == f"甲{shown}乙"
