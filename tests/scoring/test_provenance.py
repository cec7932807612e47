"""A source says whether it was seen, and if not, why."""

import pytest
from pydantic import ValidationError

from scoring.provenance import Source


def test_verified_needs_no_mark() -> None:
    assert Source(clause="注 1", verified=True).mark is None


@pytest.mark.parametrize(
    ("verified", "mark", "words"), [(True, "high", "carries no mark"), (False, None, "says why")]
)
def test_mark_and_verified_agree(verified: bool, mark: str | None, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Source.model_validate({"clause": "注 1", "verified": verified, "mark": mark})
