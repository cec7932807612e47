"""Keeps validated rule files as plain data, so that a start costs neither YAML nor pydantic.

The data lies in the user's cache folder (`EVALENGINE_CACHE`, else `XDG_CACHE_HOME`, else
`~/.cache`) under the hash of the files and of the modules that validate them: whatever changes is
validated again. A folder that cannot be read or written costs only time.
"""

import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel

_VALIDATING = [Path(__file__).with_name(name) for name in ("rulefile.py", "patterns.py")]
"""What every schema stands on."""


def load_cached(
    paths: Sequence[Path],
    schema: Callable[[Path], "type[BaseModel]"],
    *,
    name: str,
    schema_files: Sequence[Path],
) -> list[Any]:
    """The plain data (dicts, lists, strings, numbers) of the rule files at `paths`, in order.

    Args:
        paths: the rule files.
        schema: gives the schema of a file; asked only when the files are not in the cache, so it
            may import pydantic then.
        name: begins the name of the cache file.
        schema_files: the modules of the schemas; a change in one makes the cache void.

    Raises:
        RuleFileError: with file and line, if a file is wrong or cannot be read.
    """
    kept = _kept_at(name, [*_VALIDATING, *schema_files, *paths])
    if kept is not None:
        with suppress(OSError, ValueError):
            data = json.loads(kept.read_bytes())
            if isinstance(data, list) and len(data) == len(paths):
                return data
    data = [_validated(path, schema(path)) for path in paths]
    if kept is not None:
        with suppress(OSError):
            _keep(kept, data)
    return data


def _validated(path: Path, schema: "type[BaseModel]") -> Any:
    from indicators import rulefile  # noqa: PLC0415 -- YAML and pydantic only when needed

    return rulefile.load(path, schema).model_dump(mode="json")


def _kept_at(name: str, sources: Sequence[Path]) -> Path | None:
    """Where the data of these files is kept; None if a file or the user's folder is missing."""
    chosen = os.environ.get("EVALENGINE_CACHE") or os.environ.get("XDG_CACHE_HOME")
    digest = sha256()
    try:
        folder = Path(chosen) if chosen else Path.home() / ".cache"
        for source in sources:
            digest.update(sha256(source.read_bytes()).digest())
    except (OSError, RuntimeError):  # RuntimeError: the user has no home
        return None
    return folder / "evalengine" / f"{name}-{digest.hexdigest()[:24]}.json"


def _keep(path: Path, data: Any) -> None:
    """Write beside the target and move into place, so that nobody reads half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}")
    beside.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    beside.replace(path)
