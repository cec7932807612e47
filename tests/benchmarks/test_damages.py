"""Every damage damages, the same chance damages in the same way, and surgery leaves an archive."""

import io
import zipfile

import pytest

from benchmarks.damages import ON_TEXT, damaged, drawn, missized, operated
from benchmarks.fuzz_reading import seeds


@pytest.mark.parametrize("damage", ON_TEXT)
def test_every_damage_damages(damage) -> None:
    draw = drawn(1)
    assert all(damage(seeds()["html"], draw) != seeds()["html"] for _ in range(5))


def test_the_same_chance_damages_in_the_same_way() -> None:
    first, second = (damaged("docx", seeds()["docx"], drawn("a")) for _ in range(2))
    assert first == second


def test_surgery_leaves_an_archive_that_opens() -> None:
    draw = drawn(1)
    for _ in range(30):
        with zipfile.ZipFile(io.BytesIO(operated(seeds()["xlsx"], draw))) as archive:
            assert len(archive.namelist()) > 10


def test_surgery_doubles_members() -> None:
    draw = drawn(1)
    made = [operated(seeds()["docx"], draw) for _ in range(60)]
    names = [zipfile.ZipFile(io.BytesIO(data)).namelist() for data in made]
    assert any(len(set(each)) < len(each) for each in names)


def test_a_wrong_size_in_a_header() -> None:
    data = missized(seeds()["docx"], drawn(1))
    assert len(data) == len(seeds()["docx"])
    assert sum(a != b for a, b in zip(data, seeds()["docx"], strict=True)) in range(1, 5)
