"""What may stand in categories.yaml."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from indicators.rulefile import Rule, fault

Word = Annotated[str, Field(min_length=1, max_length=40)]
Code = Annotated[str, Field(pattern=r"^[a-z]+(\.[a-z]+)?$")]


class Named(Rule):
    """An official name in both languages, and the other ways to write it."""

    zh: Word
    en: Word
    also: list[Word]


class CategoryRule(Named):
    """A level-2 name; `under` lists level-1 codes it may stand under beside its own."""

    under: list[Code] = []


class Taxonomy(Rule):
    """categories.yaml: level-1 heads and the categories below them, by code."""

    heads: dict[Code, Named]
    categories: dict[Code, CategoryRule]

    @model_validator(mode="after")
    def _every_head_is_known(self) -> Self:
        named = {code.partition(".")[0] for code in self.categories}
        named.update(head for rule in self.categories.values() for head in rule.under)
        unknown = sorted(named - set(self.heads))
        if unknown:
            listed = ", ".join(unknown)
            raise fault(f"heads 里没有这些一级代码：{listed}", f"unknown heads: {listed}")
        return self


class Examples(Rule):
    """examples.yaml: texts of indicators by document and category."""

    documents: dict[Word, dict[Code, list[Annotated[str, Field(min_length=1, max_length=200)]]]]
