"""Finds standards: the shipped ones by id, others by their path."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from indicators import rulefile
from indicators.errors import RuleFileError, StandardError
from indicators.spelling import nearest, perhaps
from scoring.standard import Standard, StandardFile

SHIPPED = Path(__file__).parent / "standards"
NOTHING = "none"
"""What `extends` says in a file that stands alone."""

OWN = ("id", "title", "title_en", "issuer", "issued_as", "status", "valid", "budget_years")
"""What a file says about itself is not inherited; nor are the examples, which prove that file."""

WHOLE = ("points", "counts_as", "source", "use")
"""What a file writes whole or not at all: half a table of points, half a source says nothing."""


def shipped() -> tuple[Standard, ...]:
    """The standards that come with the engine, in the order of their ids."""
    return tuple(find(id_) for id_ in ids())


def ids() -> tuple[str, ...]:
    """The ids of the shipped standards, sorted."""
    return _ids(SHIPPED)


def find(id_or_path: str) -> Standard:
    """The shipped standard of that id, or the one in the file at that path.

    Raises:
        StandardError: if there is no such id (the nearest is named) and no such file.
        RuleFileError: with file and line, if the file is wrong.
    """
    if id_or_path in ids():
        return _shipped(id_or_path)
    path = Path(id_or_path)
    if path.suffix in (".yaml", ".yml") or path.exists():
        return load(path)
    raise _unknown(id_or_path)


def load(path: Path) -> Standard:
    """The standard in the file at `path`.

    Raises:
        RuleFileError: with file and line, if the file is wrong or extends something wrong.
    """
    return loads(rulefile.read_text(path), name=str(path))


def loads(text: str, *, name: str) -> Standard:
    """The standard in the text of a file; `name` stands for the file in errors.

    Raises:
        RuleFileError: with file and line, if the text is wrong or extends something wrong.
    """
    data, lines = rulefile.parse(text, name=name)
    if not isinstance(data, dict):
        raise RuleFileError.at(
            name, "不是一份标准：应为“键: 值”。", "no standard: keys and values are due."
        )
    data, hashes = _extended(data, (), where=f"{name}:{lines.get(('extends',), 1)}")
    content = rulefile.check(data, StandardFile, lines=lines, name=name)
    digest = sha256("".join([text, *hashes]).encode("utf-8")).hexdigest()
    return Standard.model_construct(**dict(content), sha256=digest)


@cache
def _ids(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))


@cache
def _shipped(id_: str) -> Standard:
    return load(SHIPPED / f"{id_}.yaml")


def _extended(
    data: dict[str, Any], seen: tuple[str, ...], *, where: str
) -> tuple[dict[str, Any], list[str]]:
    """`data` over that of the standard it extends, and the texts of all that were extended."""
    parent = data.get("extends", NOTHING)
    if parent == NOTHING:
        return data, []
    seen = (*seen, str(data.get("id")))
    if parent in seen:
        chain = " → ".join((*seen, parent))
        raise RuleFileError.at(
            where, f"extends 成环：{chain}。", f"a standard extends itself: {chain}."
        )
    if parent not in ids():
        raise RuleFileError([_unknown(str(parent)).problems[0]._replace(where=where)])
    text = rulefile.read_text(SHIPPED / f"{parent}.yaml")
    below, _ = rulefile.parse(text, name=f"{parent}.yaml")
    below, texts = _extended(below, seen, where=where)
    inherited = {key: value for key, value in below.items() if key not in (*OWN, "examples")}
    return _merged(inherited, data), [text, *texts]


def _merged(below: Any, above: Any) -> Any:
    """`above` laid over `below`: mappings by key, rules by id (new ones first), else replaced."""
    if isinstance(below, dict) and isinstance(above, dict):
        both = {key for key in above if key in below and key not in WHOLE}
        return {**below, **above, **{key: _merged(below[key], above[key]) for key in both}}
    if _has_ids(below) and _has_ids(above):
        return _merged_rules(below, list(above))
    return above


def _merged_rules(below: list[dict[str, Any]], above: list[dict[str, Any]]) -> list[Any]:
    """The rules of `above` that are new, then those of `below`, each under the one of its id."""
    kept = []
    for rule in below:
        own = next((new for new in above if new["id"] == rule["id"]), None)
        if own is not None:
            above.remove(own)
        kept.append(rule if own is None else _merged(rule, own))
    return [*above, *kept]


def _has_ids(part: Any) -> bool:
    return isinstance(part, list) and all(isinstance(x, dict) and "id" in x for x in part)


def _unknown(id_: str) -> StandardError:
    hint = perhaps(nearest(id_, ids()))
    return StandardError.at(
        id_,
        f"没有这份标准{hint.zh}。现有：{'、'.join(ids())}；自备的标准请给出 .yaml 文件的路径。",
        f"no such standard{hint.en}. There are: {', '.join(ids())}; or give the path of a file.",
    )
