"""The only reader of YAML: scalars stay text, doubled keys are refused, errors carry file:line.

Rule files are data that a finance officer edits, so a mistake must be named where it stands.
Plain YAML guesses (`no` becomes False, `1:20` becomes 80, `0.1` a float); here every scalar stays
the text that was written, and pydantic makes `Decimal`, `date` or `bool` of it.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from indicators.errors import EvalengineError, Problem, RuleFileError, Words
from indicators.foreign import DUE_IN_CHINESE, UNFIT, reason_of, yaml_fault
from indicators.spelling import nearest, perhaps

if TYPE_CHECKING:
    from yaml import Node

MAX_BYTES = 1_000_000
"""A rule file beyond this size is no rule file; refused before parsing."""

MAX_DEPTH = 30
"""Deeper nesting than any rule file needs; refused, so that no file can exhaust the stack."""

FAULT = "rule_file_fault"
"""The pydantic error type of a mistake that a validator of ours found (see `fault`)."""

FULL_WIDTH = "："
"""The colon that Chinese keyboards give; YAML knows the other one only."""

_CHOICE = re.compile(r"'([^']*)'")
"""A value among those that pydantic lists."""

COLON = Words(
    "冒号“：”是全角的；请改成半角冒号加空格“: ”",
    "the colon '：' is a full-width one; write ': ' (a plain colon and a blank)",
)

Model = TypeVar("Model", bound=BaseModel)
Path_ = tuple[str | int, ...]


class Rule(BaseModel):
    """Base of every schema read from a rule file: frozen, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def load(path: Path, schema: type[Model]) -> Model:
    """Read the rule file at `path` and check it against `schema`.

    Raises:
        RuleFileError: with every mistake found, each as `file:line key: what is due`.
    """
    return loads(read_text(path), schema, name=str(path))


def read_text(path: Path) -> str:
    """The text of a rule file (UTF-8).

    Raises:
        RuleFileError: if it cannot be read, is too large or is not UTF-8.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise RuleFileError.at(
                str(path),
                f"规则文件超过 {MAX_BYTES:,} 字节，请拆分。",
                f"rule file larger than {MAX_BYTES:,} bytes; split it.",
            )
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleFileError.at(
            str(path),
            "规则文件不是 UTF-8 文本，请另存为 UTF-8。",
            "the rule file is not UTF-8 text; save it as UTF-8.",
        ) from error
    except OSError as error:
        why = reason_of(error)
        raise RuleFileError.at(
            str(path), f"规则文件无法读取（{why.zh}）。", f"cannot read the rule file ({why.en})."
        ) from error


def loads(text: str, schema: type[Model], *, name: str) -> Model:
    """Check the rule text `text` against `schema`; `name` stands for the file in errors."""
    data, lines = parse(text, name=name)
    return check(data, schema, lines=lines, name=name)


def check(
    data: Any,
    schema: type[Model],
    *,
    lines: dict[Path_, int],
    name: str,
    context: Mapping[str, Any] | None = None,
) -> Model:
    """Check plain data, whose keys stand at `lines` of the file `name`, against `schema`.

    `context` is what the validators of the schema may ask for.
    """
    try:
        return schema.model_validate(data, context=dict(context or {}))
    except ValidationError as error:
        details = sorted(error.errors(), key=lambda detail: _nearest_line(detail["loc"], lines))
        problems = [_problem(detail, schema, lines, name) for detail in details]
        raise RuleFileError(problems) from error


def parse(text: str, *, name: str) -> tuple[Any, dict[Path_, int]]:
    """The plain data of a rule text (dicts, lists, strings) and the line of every key."""
    import yaml  # noqa: PLC0415 -- costs a start, and rule files are mostly in the cache

    loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(text, Loader=loader)
    except (yaml.YAMLError, RecursionError) as error:
        raise _no_yaml(error, text, name) from error
    reader = _Reader(name)
    data = {} if node is None else reader.plain(node, ())
    return data, reader.lines


def _no_yaml(error: Exception, text: str, name: str) -> EvalengineError:
    """What makes a text no YAML, with the line."""
    mark = getattr(error, "problem_mark", None)
    what = yaml_fault(getattr(error, "problem", None) or type(error).__name__)
    if mark is None:
        return RuleFileError.at(name, *_not_valid(what))
    # A key behind which the reader saw no colon is told a line later, or more.
    first = min(getattr(getattr(error, "context_mark", None), "line", mark.line), mark.line - 1)
    lines = text.splitlines()
    for at in range(max(first, 0), min(mark.line + 1, len(lines))):
        if FULL_WIDTH in lines[at] and ": " not in lines[at]:
            return RuleFileError.at(f"{name}:{at + 1}", *_not_valid(COLON))
    return RuleFileError.at(f"{name}:{mark.line + 1}", *_not_valid(what))


def _not_valid(what: Words) -> Words:
    return Words(f"不是合法的 YAML：{what.zh}。", f"not valid YAML: {what.en}.")


class _Reader:
    """Turns YAML nodes into plain data, noting the line of every key."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[Path_, int] = {}
        self._seen: set[int] = set()

    def plain(self, node: "Node", path: Path_) -> Any:
        """The plain data of `node`; anchors and doubled keys are refused."""
        line = node.start_mark.line + 1
        self.lines.setdefault(path, line)
        if id(node) in self._seen or len(path) > MAX_DEPTH:
            # An alias leads back to a node already read; refusing it also ends "YAML bombs".
            raise self._error(
                self.lines[path],
                "嵌套过深，或使用了 YAML 锚点（&、*）；请直接写出内容。",
                "nested too deeply, or a YAML anchor is used; write the content out.",
            )
        self._seen.add(id(node))
        if getattr(node, "id", "") == "mapping":
            return self._mapping(node, path)
        if getattr(node, "id", "") == "sequence":
            return [self.plain(item, (*path, i)) for i, item in enumerate(node.value)]
        if node.tag == "tag:yaml.org,2002:null" and node.value in ("", "~"):
            return None
        return node.value

    def _mapping(self, node: "Node", path: Path_) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            line = key_node.start_mark.line + 1
            if key in result:
                raise self._error(
                    line,
                    f"键“{key}”重复出现，请只保留一个。",
                    f"key '{key}' stands twice; keep one.",
                )
            self.lines[(*path, key)] = line
            result[key] = self.plain(value_node, (*path, key))
        return result

    def _error(self, line: int, zh: str, en: str) -> EvalengineError:
        return RuleFileError.at(f"{self.name}:{line}", zh, en)


def _problem(
    detail: ErrorDetails, schema: type[BaseModel], lines: dict[Path_, int], name: str
) -> Problem:
    """One mistake of a rule file, with its line and, for an unknown key, the allowed ones."""
    path: Path_ = detail["loc"]
    line = _nearest_line(path, lines)
    key = ".".join(str(part) for part in path)
    found = detail.get("input")
    if _colon_is_full_width(detail):
        got, got_en = _quoted(found)
        words = Words(f"{key}：{COLON.zh}{got}。", f"{key}: {COLON.en}{got_en}.")
        return Problem(f"{name}:{line}", words)
    if detail["type"] == "extra_forbidden":
        keys = _allowed_keys(schema, path[:-1])
        allowed, near = "、".join(keys), perhaps(nearest(str(path[-1]), keys))
        return Problem(
            f"{name}:{line}",
            Words(
                f"{key}：没有这个键。可用的键：{allowed}{near.zh}。",
                f"{key}: unknown key. Allowed: {allowed}{near.en}.",
            ),
        )
    if detail["type"] == "missing":
        return Problem(
            f"{name}:{line}",
            Words(f"{key}：缺少这个键，请补上。", f"{key}: this key is missing; add it."),
        )
    due = _due(detail)
    got, got_en = _quoted(found)
    before = (f"{key}：", f"{key}: ") if key else ("", "")
    # What a validator of ours says ends with a full stop already.
    zh, en = due.zh.removesuffix("。"), due.en.removesuffix(".")
    return Problem(f"{name}:{line}", Words(f"{before[0]}{zh}{got}。", f"{before[1]}{en}{got_en}."))


def _quoted(found: object) -> Words:
    """What stands there instead, where it is a text."""
    return Words(f"（写的是“{found}”）", f" (got '{found}')") if isinstance(found, str) else NOTHING


NOTHING = Words("", "")


def _colon_is_full_width(detail: ErrorDetails) -> bool:
    """Whether a key and its value were taken for one word: `output：50`."""
    path, found = detail["loc"], detail.get("input")
    if path and found is None and FULL_WIDTH in str(path[-1]):
        return True
    mapping_due = DUE_IN_CHINESE.get(detail["type"]) == DUE_IN_CHINESE["dict_type"]
    return mapping_due and isinstance(found, str) and FULL_WIDTH in found


def _due(detail: ErrorDetails) -> Words:
    """What is due instead, in both languages."""
    context: dict[str, Any] = detail.get("ctx", {})
    if detail["type"] == FAULT:
        return Words(context["zh"], context["en"])
    english = detail["msg"]
    template = DUE_IN_CHINESE.get(detail["type"])
    if "expected" in context:  # 'error', 'warning' or 'off'
        context = context | {"expected": "、".join(_CHOICE.findall(str(context["expected"])))}
    return Words(template.format_map(context) if template else UNFIT, english)


def fault(zh: str, en: str) -> PydanticCustomError:
    """What a validator of a schema raises, so that the mistake is told in both languages."""
    return PydanticCustomError(FAULT, "{en}", {"zh": zh, "en": en})


def _nearest_line(path: Path_, lines: dict[Path_, int]) -> int:
    """The line of `path`, or of the nearest enclosing key (a missing key has no line)."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _allowed_keys(schema: type[BaseModel], path: Path_) -> list[str]:
    """The keys that may stand at `path`, found by walking the JSON schema of `schema`."""
    document = schema.model_json_schema(by_alias=True)
    return sorted(_keys_at(document, document, path))


def _keys_at(document: dict[str, Any], node: dict[str, Any], path: Path_) -> set[str]:
    """The property names reachable at `path` below `node`, through references and unions."""
    if "$ref" in node:
        return _keys_at(document, document["$defs"][node["$ref"].rsplit("/", 1)[1]], path)
    tags = node.get("discriminator", {}).get("mapping", {})
    if path and path[0] in tags:
        return _keys_at(document, {"$ref": tags[path[0]]}, path[1:])
    branches = [*node.get("anyOf", []), *node.get("oneOf", [])]
    found = {key for branch in branches for key in _keys_at(document, branch, path)}
    properties = node.get("properties", {})
    if not path:
        return found | set(properties)
    head, rest = path[0], path[1:]
    if isinstance(head, int) and "items" in node:
        return found | _keys_at(document, node["items"], rest)
    if head in properties:
        return found | _keys_at(document, properties[head], rest)
    for below in (node.get("additionalProperties"), *node.get("patternProperties", {}).values()):
        if isinstance(below, dict):
            return found | _keys_at(document, below, rest)
    # A tagged union puts its tag into the path of the error; step over it.
    return found | (_keys_at(document, node, rest) if branches else set())
