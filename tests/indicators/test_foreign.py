"""What libraries and the system say in English is said in Chinese too."""

import errno
import os
import re
from typing import get_args

import pytest
from pydantic_core import core_schema

from indicators.foreign import (
    DUE_IN_CHINESE,
    SYSTEM_IN_CHINESE,
    YAML_IN_CHINESE,
    reason_of,
    yaml_fault,
)

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_every_type_of_error_is_one_of_pydantic() -> None:
    assert set(DUE_IN_CHINESE) <= set(get_args(core_schema.ErrorType))


def test_all_of_it_is_chinese() -> None:
    said = [*DUE_IN_CHINESE.values(), *SYSTEM_IN_CHINESE.values(), *dict(YAML_IN_CHINESE).values()]
    assert all(CHINESE.search(words) for words in said)


@pytest.mark.parametrize(
    ("number", "zh"), [(errno.EISDIR, "这是一个文件夹"), (errno.ENOSPC, "磁盘已满")]
)
def test_what_the_system_says(number: int, zh: str) -> None:
    assert reason_of(OSError(number, os.strerror(number))) == (zh, os.strerror(number))


def test_what_is_not_known_stays_as_it_is() -> None:
    assert reason_of(ValueError("embedded null byte")) == ("embedded null byte",) * 2
    assert yaml_fault("something new").zh == "请检查这一行和上一行"


def test_what_is_no_yaml() -> None:
    assert "Tab" in yaml_fault("found character that cannot start any token").zh
