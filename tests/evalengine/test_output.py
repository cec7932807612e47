"""A file is written whole or not at all, and a place that cannot be written is told beforehand."""

import os
from pathlib import Path

import pytest

from evalengine.output import check_apart, check_ending, check_target, replacing, write_all
from indicators.errors import UsageError, Words


def write(target: Path, text: str = "新") -> None:
    with replacing(target) as part:
        part.write_text(text, encoding="utf-8")


def test_a_file_takes_its_place(tmp_path: Path) -> None:
    write(tmp_path / "a.json")
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == "新"


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("旧", encoding="utf-8")
    write(tmp_path / "a.json")
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == "新"


@pytest.mark.parametrize("stop", [KeyboardInterrupt, ValueError])
def test_an_interruption_leaves_the_old_file_and_no_part(
    stop: type[BaseException], tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_text("旧", encoding="utf-8")
    with pytest.raises(stop), replacing(tmp_path / "a.json") as part:  # noqa: PT012
        part.write_text("半", encoding="utf-8")
        raise stop
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == "旧"


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    told = "无法写入（磁盘已满），原有文件没有改动"
    with pytest.raises(UsageError, match=told), replacing(tmp_path / "a.json"):
        raise OSError(28, os.strerror(28))


def test_a_link_stays_and_its_file_is_renewed(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("旧", encoding="utf-8")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    write(tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text(encoding="utf-8") == "新"


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"文件夹“.*没有”不存在，请先建立：mkdir -p"):
        check_target(tmp_path / "没有" / "a.json")


def test_a_folder_as_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="这是文件夹或设备"):
        check_target(tmp_path)


def test_a_read_only_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # An administrator may write everywhere, so the answer of the system is put in its mouth.
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(UsageError, match="不可写入，请换一个文件夹"):
        check_target(tmp_path / "a.json")


def test_a_file_system_that_turned_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(30, os.strerror(30))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UsageError, match="磁盘是只读的"):
        write(tmp_path / "a.json")
    assert list(tmp_path.iterdir()) == []


def test_another_ending_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"这里有 \.a \.b，按文件名的结尾选择"):
        check_ending(Path("x.c"), [".a", ".b"], Words("这里有", "there are"))


def test_all_or_none(tmp_path: Path) -> None:
    def write(path: Path, text: str) -> None:
        path.write_text(text, encoding="utf-8")

    def fail(path: Path, text: str) -> None:
        raise KeyboardInterrupt

    both = [tmp_path / "a.txt", tmp_path / "a.bad"]
    with pytest.raises(KeyboardInterrupt):
        write_all(both, {".txt": write, ".bad": fail}, "x")
    assert list(tmp_path.iterdir()) == []
    write_all(both, {".txt": write, ".bad": write}, "x")
    assert [path.read_text("utf-8") for path in both] == ["x", "x"]


def test_what_is_read_is_not_written_over(tmp_path: Path) -> None:
    answers = tmp_path / "实际完成值.xlsx"
    answers.write_text("旧", encoding="utf-8")
    link = tmp_path / "link.xlsx"
    link.symlink_to(answers)
    for target in (answers, link, tmp_path / "." / answers.name):
        with pytest.raises(UsageError, match="写出会把它覆盖"):
            check_apart([tmp_path / "新.xlsx", target], [None, tmp_path / "没有.xlsx", answers])
    check_apart([tmp_path / "新.xlsx"], [answers, Path("output=" + "1" * 400)])


def test_no_file_is_written_twice(tmp_path: Path) -> None:
    one, same = tmp_path / "a.json", tmp_path / "b" / ".." / "a.json"
    with pytest.raises(UsageError, match="写了两次"):
        check_apart([one, same], [])
