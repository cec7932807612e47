"""Files that are written whole or not at all: beside their target, then moved into place."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from indicators.errors import UsageError, Words
from indicators.foreign import reason_of

Result = TypeVar("Result")


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path beside `target` to write to; takes its place when the block ends well.

    When the block fails or is interrupted, the new file is removed and an old one stays as it was.

    Raises:
        UsageError: if the folder is missing or cannot be written, or `target` is no plain file.
    """
    check_target(target)
    # A link is followed, so that the file it points to is renewed and the link stays.
    target = target.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.touch()  # a folder that refuses is known before the work, whoever writes the file
        yield part
        part.replace(target)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        with suppress(OSError):
            part.unlink()


Writer = Callable[[Path, Result], None]
"""Writes a result to a file."""


def check_ending(path: Path, endings: Iterable[str], what: Words) -> None:
    """Refuse a file to be written whose ending is none of `endings`, before any work is done.

    Raises:
        UsageError: if the ending is unknown, or its folder missing or read-only; `what` says what
            has these endings.
    """
    if path.suffix.lower() not in endings:
        known = " ".join(endings)
        raise UsageError.at(
            "-o",
            f"不能写出“{path}”：{what.zh} {known}，按文件名的结尾选择。",
            f"cannot write '{path}': {what.en} {known}, chosen by the ending.",
        )
    check_target(path)


def write_all(
    paths: Sequence[Path], writers: Mapping[str, "Writer[Result]"], result: Result
) -> None:
    """Write `result` to all of `paths`, each as its ending asks for: all of them, or none."""
    with ExitStack() as stack:
        parts = [stack.enter_context(replacing(path)) for path in paths]
        for path, part in zip(paths, parts, strict=True):
            writers[path.suffix.lower()](part, result)


def check_apart(targets: Iterable[Path], inputs: Iterable[Path | None]) -> None:
    """Refuse to write over what is read (answers would be gone), or twice to one file.

    Raises:
        UsageError: names the first target that is one of `inputs` or of the others, by any path.
    """
    targets = list(targets)
    twice = [path for path, times in Counter(map(Path.resolve, targets)).items() if times > 1]
    if twice:
        raise UsageError.at(
            "-o",
            f"“{twice[0]}”写了两次；请换一个文件名。",
            f"'{twice[0]}' is named twice; choose another file name.",
        )
    read = [path for path in inputs if path is not None and _is_there(path)]
    for target in targets:
        if target.exists() and any(target.samefile(path) for path in read):
            raise UsageError.at(
                "-o",
                f"“{target}”是要读的文件，写出会把它覆盖；请换一个文件名。",
                f"'{target}' is read; writing would replace it: choose another file name.",
            )


def _is_there(path: Path) -> bool:
    """Whether there is such a file; no name of one, such as weights written out, is none."""
    try:
        return path.exists()
    except OSError:
        return False


def check_target(target: Path) -> None:
    """Refuse a target that cannot be written, before any work is done.

    Raises:
        UsageError: names the folder, what is wrong with it, and how to mend it.
    """
    folder = target.parent
    if not folder.is_dir():
        raise UsageError.at(
            str(target),
            f"文件夹“{folder}”不存在，请先建立：mkdir -p '{folder}'。",
            f"the folder '{folder}' does not exist; make it first: mkdir -p '{folder}'.",
        )
    if target.is_dir() or (target.exists() and not target.is_file()):
        raise UsageError.at(
            str(target),
            "这是文件夹或设备，不是文件，请另起一个文件名。",
            "this is a folder or a device, not a file; choose another file name.",
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UsageError.at(
            str(target),
            f"文件夹“{folder}”不可写入，请换一个文件夹，或请管理员开放写入权限。",
            f"the folder '{folder}' is read-only; choose another, or ask for write permission.",
        )


def _unwritable(target: Path, error: OSError) -> UsageError:
    reason = reason_of(error)
    return UsageError.at(
        str(target),
        f"无法写入（{reason.zh}），原有文件没有改动。请检查磁盘空间和权限，或换一个位置。",
        f"cannot be written ({reason.en}); an existing file is unchanged. "
        "Check disk space and permissions, or choose another place.",
    )
