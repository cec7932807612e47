"""One answer: what was filled in, for which promise, where, and how to refuse it."""

from dataclasses import dataclass
from decimal import Decimal

from indicators.errors import ActualsError, EvalengineError, Words
from indicators.grammar.measures import clause_start
from indicators.grammar.tokens import Quantity
from indicators.grammar.units import Measured
from indicators.model import Actual, Judgement, Kind, Target, plain


@dataclass(frozen=True, slots=True)
class Case:
    """What was filled in, for which promise, and where."""

    text: str
    target: Target
    place: str
    promised: str

    @property
    def measure(self) -> str:
        """What is measured, as far as anybody says."""
        return self.target.measure or ""

    @property
    def about(self) -> str:
        """What is measured, and the words of the promise up to its number: 每日处理不少于60吨."""
        return f"{self.measure} {self.promised[: self.target.span[1]]}"

    def starts(self, quantity: Quantity) -> int:
        """Where the clause of a number begins."""
        return clause_start(self.text, 0, quantity.at)

    def named(self, quantity: Quantity) -> str:
        """The words of the clause before a number and what compares it: 结案率(达93%)."""
        return self.text[self.starts(quantity) : quantity.start].rstrip()

    def clause(self, quantity: Quantity) -> str:
        """The words of the clause before a number."""
        return self.text[self.starts(quantity) : quantity.at]

    @property
    def is_dated(self) -> bool:
        """Whether the promise is to be done by a day."""
        return self.target.kind is Kind.DEADLINE and self.target.date is not None

    @property
    def due(self) -> tuple[str, str]:
        """What the cell should hold, in both languages."""
        target = self.target
        if self.is_dated:
            return f"完成日期，如 {target.date}", f"a date such as {target.date}"
        if target.kind is Kind.SCHEDULE:
            return "全年实际次数，如 4", "the number of times in the year, such as 4"
        example = f"{plain(target.value)}{target.unit or ''}"
        return f"数字，如 {example}", f"a number such as {example}"

    def kept(self, *notes: Words) -> Actual:
        """The fact that the promise was kept, without a number."""
        achieved = Judgement.ACHIEVED
        return Actual("reached", self.text, judgement=achieved, place=self.place, notes=notes)

    def fact(
        self,
        value: Decimal,
        unit: Measured | None,
        *,
        approximate: bool = False,
        notes: tuple[Words, ...] = (),
    ) -> Actual:
        """The fact that so much was achieved."""
        return Actual(
            "quantitative",
            self.text,
            value=value,
            unit=unit.name if unit else None,
            dimension=unit.dimension if unit else None,
            canonical=unit.canonical(value) if unit else value,
            approximate=approximate,
            place=self.place,
            notes=notes,
        )

    def several(self) -> EvalengineError:
        """More numbers than one, and no way to tell which is meant."""
        return self.error(
            "里面有几个数字，不知道以哪个为准；请只填一个", "holds several numbers; one"
        )

    def error(self, zh: str, en: str) -> EvalengineError:
        """An error about this cell."""
        return ActualsError.at(
            self.place, f"填的是“{self.text}”，{zh}。", f"'{self.text}' was entered: {en}."
        )
