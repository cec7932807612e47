"""Writes docs/rules.md anew: `python -m tests.scoring.rules_page`."""

from pathlib import Path

from indicators.rulefile import parse, read_text
from scoring.pages import page
from scoring.standard import Example

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "rules.md"
FOLDER = ROOT / "tests" / "cases" / "standards"


def cases() -> dict[str, tuple[Example, ...]]:
    """The worked situations beside those in the files, by the id of their standard."""
    return {
        path.stem: tuple(Example.model_validate(each) for each in _entries(path))
        for path in sorted(FOLDER.glob("*.yaml"))
    }


def _entries(path: Path) -> list[object]:
    data, _ = parse(read_text(path), name=path.name)
    return list(data)


if __name__ == "__main__":
    PAGE.write_text(page(cases()), encoding="utf-8")
