"""Every module has its tests where they are expected: `a/b.py` in `tests/a/test_b.py`."""

from tests.house.tree import ROOT, product

TESTED_ELSEWHERE: dict[str, str] = {}
"""Modules without a file of their own, and which file tests them."""


def _mirror(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"tests/{folder}/test_{file}"


def test_every_module_has_a_mirror() -> None:
    names = [m.name for m in product() if m.path.stem not in ("__init__", "__main__")]
    expected = {name: TESTED_ELSEWHERE.get(name, _mirror(name)) for name in names}
    assert {name: test for name, test in expected.items() if not (ROOT / test).is_file()} == {}


def test_exceptions_are_still_needed() -> None:
    assert [name for name in TESTED_ELSEWHERE if (ROOT / _mirror(name)).is_file()] == []
