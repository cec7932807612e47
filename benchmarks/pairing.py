"""How well typed names find their promises: decided, suggested, wrongly so, or left to the user.

    python -m benchmarks.pairing

The names are written by hand as a clerk might type them (data/xicheng-2019/typed-names.jsonl).
"""

import json
from collections import Counter
from pathlib import Path

from indicators.model import Form
from indicators.pairing.suggesting import find_promises
from indicators.pairing.typed import TypedRow
from indicators.reading import read_forms

FOLDER = Path(__file__).parents[1] / "data" / "xicheng-2019"
DOCUMENT = FOLDER / "xicheng-2019-budget.txt"
NAMES = FOLDER / "typed-names.jsonl"

OUTCOMES = ("decided", "decided wrongly", "suggested", "suggested wrongly", "left to the user")


def outcome(form: Form, name: str, promise: str, *, level2: str = "") -> str:
    """What becomes of one typed name, all promises of its project being open."""
    row = TypedRow("typed:1", form.title, level2, name, actual="1")
    found = find_promises(form, [row], accept=True)
    if not found.rows:
        return "left to the user"
    (got,) = found.rows
    kind = "suggested" if found.doubts else "decided"
    return kind if got == promise or got == promise.partition(".")[0] else f"{kind} wrongly"


def measured(*, with_level2: bool) -> Counter[str]:
    """How many names have which outcome."""
    forms = {form.project: form for form in read_forms(DOCUMENT)}
    counts: Counter[str] = Counter()
    for line in NAMES.read_text("utf-8").splitlines():
        one = json.loads(line)
        form, number = forms[one["project"]], int(one["promise"].partition(".")[0])
        level2 = form.indicators[number - 1].level2 if with_level2 else ""
        counts[outcome(form, one["name"], one["promise"], level2=level2)] += 1
    return counts


def main() -> None:
    """Print both measurements."""
    for title, with_level2 in (("name only", False), ("name and level 2", True)):
        counts = measured(with_level2=with_level2)
        whole = counts.total()
        shown = ", ".join(f"{each} {counts[each]}" for each in OUTCOMES)
        right = counts["decided"] + counts["suggested"]
        print(f"{title}: {whole} names, {100 * right / whole:.0f}% right; {shown}")


if __name__ == "__main__":
    main()
