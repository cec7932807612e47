"""What may stand in the lexicon's YAML files: one schema a file, unknown keys refused."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from indicators.grammar.numerals_schema import Numerals
from indicators.grammar.scalars import (
    Character,
    DayOfMonth,
    Factor,
    Means,
    Month,
    MonthDay,
    Nature,
    UnitName,
    Word,
    Year,
)
from indicators.grammar.telling_schema import Telling
from indicators.patterns import Pattern, Piece
from indicators.rulefile import Rule


class Shift(Rule):
    """A run of characters that moves as a whole: 全角 to half width."""

    first: Character
    last: Character
    to: Character


class Characters(Rule):
    """characters.yaml: which characters are spellings of which one."""

    spellings: dict[Character, str] = {}
    shifts: list[Shift] = []


class Dimension(Rule):
    """A kind of quantity, with the unit its values are converted to."""

    base: Word
    title: Word


class UnitRule(Rule):
    """One unit: what one of it is in the base unit. `own` stands apart from its dimension's base,
    `of` names the unit it converts to instead, `after_digits_only` limits its use.
    """

    factor: Factor
    aliases: list[UnitName] = []
    own: bool = False
    of: Word | None = None
    after_digits_only: bool = False


class Units(Rule):
    """units.yaml: dimensions, units that convert, counted things, nouns that count themselves,
    `same` counted things; `no_units` stand in a unit
    column; `not_units` only begin like one; `per`: what else is a denominator;
    `spoken`: the sense outside declarations; `before`: currencies before an amount; `smaller`:
    the units that carry a larger one on; `meant_by`: the words that tell which unit is meant.
    """

    dimensions: dict[Word, Dimension] = {}
    units: dict[Word, dict[UnitName, UnitRule]] = {}
    counts: list[UnitName] = []
    nouns: list[UnitName] = []
    same: list[list[Word]] = []
    no_units: list[Word] = []
    not_units: list[Word] = []
    per: dict[Word, Word] = {}
    joined: dict[Word, Word] = {}
    per_times: list[Pattern] = []
    spoken: dict[Word, Word] = {}
    before: dict[Word, Word] = {}
    smaller: dict[Word, dict[Word, Word]] = {}
    once: Character | None = None
    technical: list[Word] = []
    ratio: Word | None = None
    short: dict[Word, Word] = {}
    times: list[Word] = []
    amounts: list[Word] = []
    alike: list[list[Word]] = []
    meant_by: dict[Word, dict[Word, list[Word]]] = {}
    more_is: dict[Word, tuple[int, Word]] = {}
    below_zero: Word | None = None
    generic: Character | None = None
    things: list[Word] = []
    each: Character | None = None
    each_alone: list[Word] = []
    titles: list[Word] = []


class ComparatorRule(Rule):
    """Phrases that mean one comparator (`~`: says the level, `~~`: says that it is about)."""

    id: Word
    means: Means
    words: list[Word]


class Comparators(Rule):
    """comparators.yaml: phrases before and after a number, signs, caps, the nature column."""

    before: list[ComparatorRule] = []
    after: list[ComparatorRule] = []
    weak: list[Word] = []
    apart: list[Word] = []
    approximate: list[Word] = []
    not_approximate: list[Word] = []
    nearly: list[Word] = []
    about_within: Annotated[int, Field(ge=0, le=100)] | None = None
    tolerance: list[Word] = []
    ranges: list[Word] = []
    included: list[Word] = []
    links: list[Word] = []
    ranges_between: list[Word] = []
    between: list[Word] = []
    caps: list[Word] = []
    limits: list[Word] = []
    time_only: list[Word] = []
    ranks: list[Word] = []
    rank_units: list[Word] = []
    no_rank_behind: list[Character] = []
    at_end: list[Word] = []
    sign_after: list[Character] = []
    capping: list[Word] = []
    nature: dict[Word, Nature] = {}


class Period(Rule):
    """A period of a schedule and how many of it make a year."""

    words: list[Word]
    year: int


class Dates(Rule):
    """dates.yaml: how dates, deadlines, periods and events are said."""

    year_words: list[Word] = []
    month_words: list[Word] = []
    day_words: list[Word] = []
    not_month: list[Word] = []
    digits: dict[Character, int] = {}
    ten: list[Character] = []
    through: list[Character] = []
    quarter: Character | None = None
    compact_after: list[Word] = []
    day_ends: list[Word] = []
    dotted_before: list[Word] = []
    not_after: list[Character] = []
    whole_year: list[Word] = []
    deadline_before: list[Word] = []
    deadline_after: list[Word] = []
    deadline_verbs: list[Word] = []
    as_of: list[Word] = []
    since: list[Word] = []
    done_then: list[Word] = []
    not_done_then: list[Word] = []
    not_event_after: list[Word] = []
    parts_of_year: dict[Word, tuple[Month, Month]] = {}
    holidays: dict[Word, dict[Word, MonthDay]] = {}
    holiday_ends: list[Word] = []
    never_short: list[Word] = []
    plans: dict[Word, Year] = {}
    plan_ends: list[Word] = []
    parts_of_month: dict[Word, DayOfMonth] = {}
    this_year: list[Word] = []
    next_year: list[Word] = []
    periods: dict[Word, Period] = {}
    period_marks: list[Character] = []
    period_parts: list[Character] = []
    period_days: list[Pattern] = []
    period_turns: list[Word] = []
    schedule_adverbs: list[Word] = []
    schedule_verbs: list[Word] = []
    schedule_names: list[Word] = []
    events: list[Word] = []
    event_verbs: list[Word] = []
    event_after: list[Word] = []
    event_lead: list[Word] = []
    event_opens: list[Word] = []
    event_gap: list[Character] = []
    time_names: list[Word] = []
    passing: list[Word] = []
    passing_after: list[Word] = []


class Reference(Rule):
    """Phrases that point elsewhere instead of giving a number."""

    id: Word
    to: Annotated[str, Field(pattern=r"^(contract|budget|plan|standard|actual)$")]
    words: list[Word] = []
    patterns: list[Pattern] = []


class Implied(Rule):
    """Phrases that imply a quantity: 零事故, 全覆盖. `whole`: only as the whole cell."""

    id: Word
    value: Decimal
    unit: Word
    direction: Annotated[str, Field(pattern=r"^(higher|lower|exact)$")]
    comparator: Annotated[str, Field(pattern=r"^(>=|>|=|<=|<)$")] = "="
    change: Annotated[str, Field(pattern=r"^(increase|decrease)$")] | None = None
    patterns: list[Pattern]
    whole: bool = False


class NoPromise(Rule):
    """A pattern whose numbers are names, not promises. `begins`: the words that a match can begin
    with, or `digits`, `numerals`, `letters`; without them it is tried everywhere, which is slow.
    `then`: the characters, or `letters`, `blanks`, that can stand behind the digits of a match that
    begins with digits, `next` those behind other words that it begins with; without them it is
    tried at every number, or word.
    """

    id: Word
    pattern: Pattern
    begins: list[Word] = []
    then: list[Word] = []
    next: list[Word] = []


class Qualitative(Rule):
    """qualitative.yaml: promises without a number, numbers that are none, words of direction."""

    surely_none: list[Word] = []
    none_of_it: list[Word] = []
    not_applicable: list[Word] = []
    references: list[Reference] = []
    implied: list[Implied] = []
    lower_is_better: list[Word] = []
    lower_tails: list[Word] = []
    capped_rates: list[Word] = []
    dealt_with: list[Word] = []
    quick: list[Word] = []
    spent_money: list[Word] = []
    sums: list[Word] = []
    gained: list[Word] = []
    invested: list[Pattern] = []
    fixed_rate: list[Word] = []
    by_the_piece: list[Word] = []
    no_promise: list[NoPromise] = []
    starts_from: list[Pattern] = []
    rises_to: list[Word] = []
    at_the_rate: list[Word] = []
    background: list[Word] = []
    object_marks: list[Word] = []
    states: list[Pattern] = []
    not_deeds: list[Word] = []
    done_by: list[Word] = []
    scored: list[Pattern] = []
    gives_points: list[Pattern] = []
    class_verbs: list[Word] = []
    rule_verbs: list[Word] = []
    strong_verbs: list[Word] = []
    aims: list[Word] = []
    class_units: list[Word] = []
    attribute_names: list[Word] = []
    class_verbs_of_doing: list[Word] = []
    number_names: list[Word] = []
    percent_names: list[Word] = []
    ratio_names: list[Word] = []
    degrees: list[Word] = []
    unfilled: list[Word] = []
    nothing: list[Word] = []
    in_fact: list[Word] = []
    totals: list[Pattern] = []
    parts_of_it: list[Word] = []
    reached_patterns: dict[str, list[Pattern]] = {}
    answer_lead: list[Word] = []
    answer_tail: list[Word] = []
    answer_adverbs: list[Word] = []
    answer_about: list[Word] = []
    answer_weakens: list[Word] = []
    grades: list[list[Word]] = []
    answer_partly: list[Word] = []
    unit_costs: list[Word] = []
    unfinished: list[Word] = []
    finished: list[Word] = []
    postponed: list[Word] = []
    parts_of_whole: list[Word] = []
    whole_as_one: list[Word] = []
    levels_in_fact: list[Word] = []
    dealt_with_in_fact: list[Word] = []
    only_begun: list[Word] = []
    not_yet: list[Pattern] = []
    each_of_several: list[Pattern] = []
    only_hoped: list[Word] = []
    only_planned: list[Word] = []
    of_each: list[Pattern] = []
    negates_name: list[Character] = []
    none_patterns: list[Pattern] = []
    planned: list[Word] = []
    saved: list[Word] = []
    and_more: list[Character] = []
    differs: list[Pattern] = []
    shortens: list[Pattern] = []
    of_target: list[Pattern] = []
    begun_to_build: list[Word] = []
    sampled: list[Word] = []
    looked_at: list[Word] = []
    rates: list[Word] = []
    remarks: list[Pattern] = []
    achieved_patterns: list[Pattern] = []
    of_degree: list[Word] = []
    reached: dict[str, list[Word]] = {}
    increase: list[Word] = []
    decrease: list[Word] = []
    baselines: list[Word] = []
    baseline_patterns: list[Pattern] = []
    compared_with: list[Word] = []
    change_tails: list[Word] = []
    falls_to: list[Word] = []
    change_to: list[Pattern] = []
    reference_adverbs: list[Word] = []
    reference_verbs: list[Word] = []
    heads: list[Word] = []
    not_lead: list[Word] = []
    agreed: list[Word] = []
    joins: list[Word] = []
    shared: list[Word] = []
    shared_heads: list[Word] = []
    in_turn: list[Word] = []
    list_mark_ends: list[Character] = []
    measure_particles: list[Character] = []
    measure_lead: list[Word] = []
    measure_tail: list[Word] = []
    not_tail: list[Word] = []
    class_heads: list[Word] = []
    generic_measures: list[Word] = []
    light_verbs: list[Word] = []
    count_verbs: list[Word] = []


class Speech(Rule):
    """speech.yaml: how numbers are said in any text, for `quantities` only."""

    copulas: list[Character] = []
    connectives: list[Character] = []
    formal: list[Character] = []
    tenths: list[Character] = []
    tenth_unit: list[Character] = []
    discount: list[Character] = []
    dozen: list[Character] = []
    half_off: Character | None = None
    weight: Character | None = None
    minus: Character | None = None
    whole_and: Character | None = None
    one: Character | None = None
    ordinal: list[Character] = []
    ranked: list[Character] = []
    than: Character | None = None
    more: list[Character] = []
    less: list[Character] = []
    vague: list[Character] = []
    passes: list[Pattern] = []
    date_opens: list[Word] = []
    opens_included: list[Word] = []
    opens_after: list[Word] = []
    opens_before: list[Word] = []
    date_included: list[Piece] = []
    date_before: list[Word] = []
    date_after: list[Word] = []
    date_starts: list[Word] = []
    period_ends: list[Character] = []


class LexiconFile(Rule):
    """The whole lexicon; a local file (`--lexicon`) may hold any part of it, and adds to it."""

    characters: Characters = Characters()
    numerals: Numerals = Numerals()
    units: Units = Units()
    comparators: Comparators = Comparators()
    dates: Dates = Dates()
    qualitative: Qualitative = Qualitative()
    telling: Telling = Telling()
    speech: Speech = Speech()
