"""Frozen dataclasses that are quick to make: of some, thousands are made for one document."""

from dataclasses import MISSING, fields
from typing import Any, TypeVar

T = TypeVar("T")


def quick_to_make(cls: type[T]) -> type[T]:
    """The same frozen dataclass with slots, made in half the time; for what is made by thousands.

    What dataclasses write for a frozen class looks every field up by its name to set it. This
    writes the same `__init__`, with the setters of the slots at hand.
    """
    known: dict[str, Any] = {}
    arguments, lines = ["self"], []
    for field in fields(cls):  # type: ignore[arg-type]
        name = field.name
        known |= {f"set_{name}": cls.__dict__[name].__set__, f"default_{name}": field.default}
        arguments.append(name if field.default is MISSING else f"{name}=default_{name}")
        lines.append(f"    set_{name}(self, {name})")
    code = f"def __init__({', '.join(arguments)}):\n" + "\n".join(lines)
    exec(code, known)
    type.__setattr__(cls, "__init__", known["__init__"])
    return cls
