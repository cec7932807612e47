"""Every error of the engine, and the bilingual words in which it speaks.

The tree (an error stops the work; a doubt about a form is a `Finding`, see `model`):

    EvalengineError
    ├── DocumentError      a document cannot be read, or holds no form that is known
    ├── ActualsError       what was achieved is missing, or cannot be compared with its target
    ├── RuleFileError      a rule file (lexicon, layout, standard) is wrong
    ├── StandardError      no standard fits, or several do, or weights do not make the total
    └── UsageError         an option or an argument is wrong

Each error carries *all* the problems found, one line each: where, what was found, what was
expected, and how to mend it.
"""

from collections.abc import Iterable
from typing import NamedTuple, Self


class Words(NamedTuple):
    """One message in both languages; Chinese is the first."""

    zh: str
    en: str

    def said(self, language: str) -> str:
        """The message in `language` (`"zh"` or `"en"`)."""
        return self.en if language == "en" else self.zh


class Problem(NamedTuple):
    """One cause of an error: where it is (`form.xlsx!B14`, `rules.yaml:5`), and what to do."""

    where: str
    words: Words

    def said(self, language: str) -> str:
        """`where: message` in `language`."""
        text = self.words.said(language)
        return f"{self.where}: {text}" if self.where else text


class EvalengineError(Exception):
    """Work that could not be done, with every cause that was found.

    Args:
        problems: the causes, in the order of the input; at least one.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.said("zh") for problem in self.problems))

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Problem, ...]]]:
        """Comes whole from one process to another."""
        return type(self), (self.problems,)

    @classmethod
    def at(cls, where: str, zh: str, en: str) -> Self:
        """An error with one cause."""
        return cls([Problem(where, Words(zh, en))])


class DocumentError(EvalengineError):
    """A document cannot be read, or holds no form that is known."""


class ActualsError(EvalengineError):
    """What was achieved is missing, or cannot be compared with its target."""


class RuleFileError(EvalengineError):
    """A rule file (lexicon, layout, standard) is wrong; `where` names file and line."""


class StandardError(EvalengineError):
    """No standard fits the case, or several do, or its weights do not make the total."""


class UsageError(EvalengineError):
    """An option or an argument of a command is wrong."""
