"""Lists of the shipped lexicon for rule files outside the grammar: each word has one home.

A list of words in a rule file may hold `lexicon:gained` beside its own words: all the words of the
list `gained` of `grammar/qualitative.yaml`.
"""

from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator

from indicators import rulefile
from indicators.patterns import Pattern
from indicators.spelling import nearest, perhaps

LEXICON = Path(__file__).parent / "grammar" / "qualitative.yaml"
MARK = "lexicon:"


def _written_out(value: Any) -> Any:
    """`value` with every `lexicon:NAME` replaced by the words of that list."""
    if not isinstance(value, list):
        return value
    return [word for item in value for word in _words(item)]


def _words(item: Any) -> list[Any]:
    if not isinstance(item, str) or not item.startswith(MARK):
        return [item]
    name, lists = item.removeprefix(MARK).strip(), _lists()
    if name not in lists:
        near = perhaps(nearest(name, lists))
        raise rulefile.fault(
            f"词库里没有词表“{name}”{near.zh}", f"the lexicon has no list '{name}'{near.en}"
        )
    return lists[name]


@cache
def _lists() -> dict[str, list[str]]:
    """The plain lists of the lexicon; the grammar checks the file when it loads it."""
    data, _ = rulefile.parse(rulefile.read_text(LEXICON), name=LEXICON.name)
    return {
        name: words
        for name, words in data.items()
        if isinstance(words, list) and all(isinstance(word, str) for word in words)
    }


WordList = Annotated[list[str], BeforeValidator(_written_out)]
"""A list of words in a rule file, some of which may come from the lexicon."""

PatternList = Annotated[list[Pattern], BeforeValidator(_written_out)]
"""The same of regular expressions."""
