"""Dataclasses that are quick to make."""

from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from indicators.quick import quick_to_make


@quick_to_make
@dataclass(frozen=True, slots=True)
class Quick:
    """Two fields, one with a default."""

    name: str
    count: int = 3


def test_what_is_quick_to_make_is_a_frozen_dataclass_all_the_same() -> None:
    made = Quick("甲")
    assert made == Quick(name="甲", count=3) == replace(Quick("乙"), name="甲")
    assert (repr(made), hash(made)) == ("Quick(name='甲', count=3)", hash(Quick("甲", 3)))
    with pytest.raises(FrozenInstanceError):
        made.count = 4  # type: ignore[misc]
    with pytest.raises(TypeError, match="name"):
        Quick()  # type: ignore[call-arg]
