"""The files of the repository as the house tests see them: no environment, no caches, no output."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("evalengine", "scoring", "indicators")
OUTSIDE = {"out", "dist", "build", "node_modules", "__pycache__"}
HIDDEN_BUT_OURS = {".ci", ".gitignore"}


@dataclass(frozen=True)
class Module:
    """One Python file, and its syntax tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The path from the root, for messages."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function and method, nested ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    @property
    def imports(self) -> Iterator[str]:
        """The modules that are imported anywhere in the file."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module


def _ours(path: Path) -> bool:
    return path.name in HIDDEN_BUT_OURS or not (
        path.name.startswith(".") or path.name in OUTSIDE or path.name.endswith(".egg-info")
    )


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and _ours(path):
            yield from _files(path)
        elif path.is_file() and _ours(path):
            yield path


@cache
def files() -> tuple[Path, ...]:
    """Every file that belongs to the project."""
    return tuple(_files(ROOT))


@cache
def modules() -> tuple[Module, ...]:
    """Every Python file that has anything in it."""
    found = []
    for path in files():
        if path.suffix == ".py" and path.stat().st_size:
            text = path.read_text(encoding="utf-8")
            found.append(Module(path, text, ast.parse(text)))
    return tuple(found)


@cache
def product() -> tuple[Module, ...]:
    """The Python files of the three packages."""
    return tuple(m for m in modules() if m.path.relative_to(ROOT).parts[0] in PACKAGES)
