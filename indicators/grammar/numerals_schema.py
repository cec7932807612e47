"""The schema of numerals.yaml: how numbers are written besides in Arabic digits."""

from indicators.grammar.scalars import Character, Word
from indicators.rulefile import Rule


class Slips(Rule):
    """Letters that are typed for digits, and those of them that may stand first."""

    letters: list[Character] = []
    ones: list[Character] = []


class AtLeast(Rule):
    """The sign before a hundred or more that says at least, by which rule, and what it never
    stands behind.
    """

    sign: Character | None = None
    rule: Word | None = None
    not_behind: list[Character] = []


class TypedPoints(Rule):
    """Signs typed for a decimal point, and what stands behind a number that has one."""

    signs: list[Character] = []
    before: list[Character] = []


class Numerals(Rule):
    """numerals.yaml: digits, tens and powers of Chinese numerals, and vague digits."""

    digits: dict[Character, int] = {}
    tens: dict[Character, int] = {}
    powers: dict[Character, int] = {}
    vague: list[Word] = []
    one_or_other: list[Word] = []
    one_or_next: list[Word] = []
    point: list[Word] = []
    typed_points: TypedPoints = TypedPoints()
    not_spaced: list[Character] = []
    half: Character | None = None
    of: Word | None = None
    parts: dict[Word, Word] = {}
    vague_lead: list[Character] = []
    at_least: AtLeast = AtLeast()
    not_decimal: list[Character] = []
    surely: list[Character] = []
    carries: list[Character] = []
    money_signs: list[Character] = []
    doubtful: list[Character] = []
    spoken_only: list[Character] = []
    slips: Slips = Slips()
