"""Names and codes of the columns of tables."""

from scoring.table import OPTIONAL, REASONS, REQUIRED, Reason


def test_every_reason_has_words() -> None:
    assert set(REASONS) == set(Reason)
    assert all(words.zh and words.en for words in REASONS.values())


def test_no_column_is_both_due_and_optional() -> None:
    assert not set(REQUIRED) & set(OPTIONAL)
