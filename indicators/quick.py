"""Frozen dataclasses that are quick to make: of some, thousands are made for one document."""

from dataclasses import MISSING, fields
from typing import Any, TypeVar

T = TypeVar("T")


def quick_to_make(cls: type[T]) -> type[T]:
    """The same frozen dataclass with slots, made in a third of the time; for what is made by
    thousands.

    What dataclasses write for a frozen class looks every field up by its name to set it. This
    writes an `__init__` that sets them plainly: while it runs, the object is of a class with the
    same slots that is not frozen.
    """
    members = fields(cls)  # type: ignore[arg-type]
    known: dict[str, Any] = {
        "become": object.__dict__["__class__"].__set__,
        "Frozen": cls,
        "Open": type(cls.__name__, (), {"__slots__": [field.name for field in members]}),
    }
    arguments, lines = ["self"], ["become(self, Open)"]
    for field in members:
        name = field.name
        known[f"default_{name}"] = field.default
        arguments.append(name if field.default is MISSING else f"{name}=default_{name}")
        lines.append(f"self.{name} = {name}")
    body = "\n    ".join([*lines, "self.__class__ = Frozen"])
    exec(f"def __init__({', '.join(arguments)}):\n    {body}", known)
    type.__setattr__(cls, "__init__", known["__init__"])
    return cls
