"""The schema of telling.yaml: how sentences tell of something without promising it."""

from indicators.grammar.scalars import Word
from indicators.patterns import Pattern
from indicators.rulefile import Rule


class Telling(Rule):
    """Patterns of what was, of what there is, of what things are like, of what is ruled, and of
    why; of what looks ahead, is done or changes all the same; and how facts are said.
    """

    earlier: list[Pattern] = []
    what_was: list[Pattern] = []
    what_is: list[Pattern] = []
    comments: list[Pattern] = []
    mending: list[Pattern] = []
    traits: list[Pattern] = []
    gains: list[Pattern] = []
    rulings: list[Pattern] = []
    explains: list[Pattern] = []
    ahead: list[Pattern] = []
    facts: list[Word] = []
    in_fact: list[Pattern] = []
    doing: list[Pattern] = []
    taking: list[Pattern] = []
    changing: list[Pattern] = []
    behind: list[Pattern] = []
