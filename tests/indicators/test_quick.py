"""Dataclasses that are quick to make."""

from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from indicators.quick import quick_to_make, replaced


@quick_to_make
@dataclass(frozen=True, slots=True)
class Quick:
    """Three fields, one with a default, one that is made for each."""

    name: str
    count: int = 3
    parts: list[str] = field(default_factory=list, hash=False)


def test_what_is_quick_to_make_is_a_frozen_dataclass_all_the_same() -> None:
    made = Quick("甲")
    assert made == Quick(name="甲", count=3) == replace(Quick("乙"), name="甲")
    assert repr(made) == "Quick(name='甲', count=3, parts=[])"
    assert hash(made) == hash(Quick("甲", 3))
    assert made.parts is not Quick("甲").parts
    with pytest.raises(FrozenInstanceError):
        made.count = 4  # type: ignore[misc]
    with pytest.raises(TypeError, match="name"):
        Quick()  # type: ignore[call-arg]


def test_replaced_gives_what_replace_gives() -> None:
    made = Quick("甲", 4, ["乙"])
    assert replaced(made, name="丙", count=5) == replace(made, name="丙", count=5)
    assert made == Quick("甲", 4, ["乙"])  # the old one stays as it was
    with pytest.raises(AttributeError, match="number"):
        replaced(made, number=1)
