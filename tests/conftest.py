"""What holds for all tests: a repeatable search for counterexamples, and a machine of their own."""

import os
import tempfile
from collections.abc import Generator

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("local", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")

OURS = ("EVALENGINE_LANG", "EVALENGINE_STANDARD", "NO_COLOR", "COLUMNS")


@pytest.hookimpl(wrapper=True)
def pytest_cmdline_main() -> Generator[None, object, object]:
    """Keep the user's settings out of the tests, and the tests out of the user's cache.

    Done before any test module is imported, since some read the lexicon on import.
    """
    for name in OURS:
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory(prefix="evalengine-tests-") as folder:
        os.environ["EVALENGINE_CACHE"] = folder
        return (yield)
