"""`python -m evalengine` and the installed command `evalengine`."""

import gc
import os
import sys

# Looking for plugins of pydantic among all installed packages costs a start, and none is ours.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


_OBJECTS = 200_000


def collect_seldom() -> None:
    """Have Python look for lost cycles only now and then: a tenth of the time of large inputs.

    Forms, targets and scores hold no cycles; their memory is given back without looking.
    """
    gc.set_threshold(_OBJECTS, 10, 10)


def main() -> None:
    """Run the command line and end the process with its exit code."""
    collect_seldom()
    try:
        from evalengine.cli import run  # noqa: PLC0415 -- Ctrl-C during start-up is quiet too

        code = run(sys.argv[1:])
    except BaseException as error:
        if not _is_interruption(error):
            raise
        code = 130
    # Python looks through all objects once more before it ends, a tenth of a whole run; the
    # memory goes back to the system anyway.
    gc.freeze()
    sys.exit(code)


def _is_interruption(error: BaseException | None) -> bool:
    """Whether Ctrl-C is behind an error: in the body of a class, Python makes another one of it."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


if __name__ == "__main__":
    main()
