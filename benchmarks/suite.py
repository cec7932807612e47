"""All measurements in one table: ours beside each peer in the same run, as ratios of medians.

    python -m benchmarks.suite [--quick] [--suites FOLDER] [--json FILE]

Reading texts, scoring, tables end to end, start-up, documents, memory: the parts are those of the
other benchmarks, which tell more on their own. Every figure is explained in docs/benchmarks.md.
Peers that are not installed are named, with the command that installs them. FOLDER holds the test
suites of other parsers (see `benchmarks.peer_suites`).
"""

import argparse
import json
import sys
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from benchmarks import batch, parsing, peer_suites, reading, scoring, speed_parsing, startup
from benchmarks.corpus import read
from benchmarks.figures import INSTALL, Figure, compared, document, show
from benchmarks.processes import Run, measured
from benchmarks.scoring_peers import GOALS as SCORING_GOALS
from benchmarks.scoring_peers import MODULES as SCORING_MODULES
from benchmarks.scoring_peers import NUMPY, OPENFISCA, TABLE, peers
from benchmarks.scoring_rows import frame, make
from benchmarks.speed_parsers import JIONLP, MICROSOFT, OURS, parsers
from scoring import find, score_frame

ROOT = Path(__file__).parent.parent
SEED = 1
WORDS, POINTS, START = "reading texts", "scoring tables in memory", "start-up"
DOCUMENTS, MEMORY = "reading documents", "memory"


class Profile(NamedTuple):
    """How much is measured: sizes, and runs that take turns."""

    runs: int
    checked: int
    rows: int
    scored: tuple[int, ...]
    text: tuple[int, ...]
    distinct: int
    cut: int
    dask: int
    forms: int
    processes: int


FULL = Profile(
    runs=5,
    checked=10**6,
    rows=4 * 10**6,
    scored=(10**5, 10**6, 10**7),
    text=(10**4, 10**5, 10**6),
    distinct=10**5,
    cut=50_000,
    dask=10**6,
    forms=1000,
    processes=15,
)
QUICK = Profile(
    runs=3,
    checked=30_000,
    rows=10**5,
    scored=(10**5,),
    text=(2_000,),
    distinct=0,
    cut=4_000,
    dask=0,
    forms=30,
    processes=3,
)


def of_texts(profile: Profile, *, suites: Path | None = None) -> Iterator[Figure]:
    """How much is read exactly, and how fast beside others."""
    for name, paths in parsing.GROUPS.items():
        tally = parsing.run(read(paths))
        told = [share for (what, _), share in tally.targets.items() if what != "read too much"]
        right, due = sum(share.right for share in told), sum(share.of for share in told)
        yield Figure(WORDS, f"targets read exactly, {name} ({due})", OURS, "%", [100 * right / due])
    for suite in peer_suites.suites(suites) if suites else ():
        _, right, due = peer_suites.judged(suite)
        if due:
            measure = f"cases of other parsers: {suite.name} ({due})"
            yield Figure(WORDS, measure, OURS, "%", [100 * right / due])
    found, _ = parsers()
    for is_dense, title in ((False, "real texts"), (True, "of them with a number or a day")):
        texts = speed_parsing.phrases(dense=is_dense)
        for name, rates in speed_parsing.rates(found, texts, profile.runs).items():
            goal = None if is_dense else speed_parsing.GOALS.get(name)
            yield Figure(WORDS, f"{len(texts)} {title}", name, "texts/s", rates, goal)


def of_points(profile: Profile) -> Iterator[Figure]:
    """Wrong cents and grades, then speed beside other ways."""
    standard = find(str(scoring.MIX))
    wrong, projects = scoring.wrong_answers(standard, profile.checked, SEED)
    for measure, ours, floats in (
        (f"{profile.checked:,} adversarial rows: cents", 0, 2),
        (f"{projects:,} projects of them: grades", 1, 3),
    ):
        yield Figure(POINTS, measure, scoring.OURS, "wrong", [int(wrong[ours])])
        yield Figure(POINTS, measure, NUMPY, "wrong", [int(wrong[floats])])
    rates, _ = scoring.throughput(standard, profile.rows, profile.runs, SEED)
    for name, found in rates.items():
        if found:
            goal, measure = SCORING_GOALS.get(name), f"{profile.rows:,} rows (slow ways fewer)"
            yield Figure(POINTS, measure, name, "rows/s", found, goal)


TEXT = "至少100个人，2019年12月31日前完成"
FIRST_ANSWERS = {
    OURS: ("indicators", "from indicators.grammar import parse_targets as f; f(t)"),
    JIONLP: (
        "jionlp",
        "import jionlp.algorithm.ner as n; import jionlp as j; "
        "j.ner.extract_money(t); j.ner.extract_time(t)",
    ),
    MICROSOFT: (
        "ms_recognizers_suite",
        "import ms_recognizers_suite as m; "
        "[getattr(m, 'recognize_' + n)(t, 'zh-cn') for n in "
        "('number', 'percentage', 'currency', 'dimension', 'datetime')]",
    ),
}
"""The least that has to be run in a fresh process to have one text read, by what it needs."""


def of_starts(profile: Profile) -> Iterator[Figure]:
    """Commands beside what Python itself needs, and one text read in a fresh process."""
    times = startup.measure(profile.processes)
    for ours, theirs, most in startup.GOALS:
        yield Figure(START, ours, ours, "s", times[ours])
        yield Figure(START, ours, theirs, "s", times[theirs], 1 / most)
    answers = {
        name: [_first_answer(code) for _ in range(profile.processes)]
        for name, (module, code) in FIRST_ANSWERS.items()
        if find_spec(module)
    }
    measure = "one text read in a fresh process"
    for name, runs in answers.items():
        yield Figure(START, f"{measure}: processor time", name, "CPU s", [r.cpu for r in runs])
    for name, runs in answers.items():
        yield Figure(MEMORY, f"{measure}: peak", name, "MB", [r.peak for r in runs])


def _first_answer(code: str) -> Run:
    return measured([sys.executable, "-c", f"t = {TEXT!r}\n{code}"], folder=ROOT)


def of_memory(profile: Profile) -> Iterator[Figure]:
    """What scoring a table takes on top of the table, in one process."""
    rows, standard = make(profile.rows, SEED), find(str(scoring.MIX))
    ways = {name: way for name, way, _ in peers(rows) if name in (NUMPY, TABLE, OPENFISCA)}
    ways = {scoring.OURS: partial(score_frame, frame(rows), standard), **ways}
    measure = f"scoring {profile.rows:,} rows, on top of the input"
    for name, way in ways.items():
        if way:
            yield Figure(MEMORY, measure, name, "MB", [scoring.most_memory(way) / 2**20])


def of_documents(profile: Profile) -> Iterator[Figure]:
    """A workbook of filled forms, read and scored, beside reading its cells alone."""
    count, times = reading.measure(profile.forms, profile.runs)
    measure = f"{count} forms in a workbook"
    yield Figure(DOCUMENTS, measure, reading.SCORED, "CPU s", times[reading.SCORED])
    for name, goal in ((reading.CELLS, 1 / reading.GOAL), (reading.OPENPYXL, None)):
        yield Figure(DOCUMENTS, measure, name, "CPU s", times[name], goal)


def of_batch(profile: Profile) -> Iterator[Figure]:
    """Tables from file to file."""
    sizes = profile.scored, profile.text, profile.distinct, profile.cut, profile.dask
    return batch.measure(*sizes, profile.runs)


def everything(profile: Profile, suites: Path | None) -> Iterator[Figure]:
    """The figures of all parts."""
    works = (partial(of_texts, suites=suites), of_points, of_batch, of_documents)
    for work in works:
        yield from _apart(work, profile)
    figures = [each for work in (of_starts, of_memory) for each in _apart(work, profile)]
    yield from sorted(figures, key=lambda figure: (figure.part != START, figure.part))


def _apart(work: Callable[[Profile], Iterator[Figure]], profile: Profile) -> list[Figure]:
    """Figures taken in a process of their own: what a peer does to it harms no other part.

    (Importing ms-recognizers cuts all decimal arithmetic of a process to 15 digits.)
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_listed, work, profile).result()


def _listed(work: Callable[[Profile], Iterator[Figure]], profile: Profile) -> list[Figure]:
    warnings.filterwarnings("ignore", module="cn2an")  # it warns of every text without a number
    return list(work(profile))


def absent() -> list[str]:
    """The peers that are not installed."""
    of_scoring = [name for name, module in SCORING_MODULES.items() if find_spec(module) is None]
    return [*parsers()[1], *of_scoring, *batch.absent()]


def main() -> int:
    """Print the table and save it; 1 if a cent, a total or a grade came out wrong."""
    words = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    words.add_argument("--quick", action="store_true", help="small sizes: about two minutes")
    words.add_argument("--suites", type=Path, metavar="FOLDER", help="cases of other parsers")
    words.add_argument("--json", type=Path, metavar="FILE")
    given = words.parse_args()
    profile = QUICK if given.quick else FULL
    rows = list(compared(everything(profile, given.suites)))
    show(rows)
    for name in absent():
        print(f"absent: {name}; {INSTALL}")
    saved = document(rows)
    print(f"\n{saved['machine']}")
    if given.json:
        given.json.parent.mkdir(parents=True, exist_ok=True)
        given.json.write_text(json.dumps(saved, ensure_ascii=False, indent=1), "utf-8")
    ours = (row.figure for row in rows if row.ratio is None and row.figure.subject != NUMPY)
    return int(any(any(f.values) for f in ours if f.unit == "wrong"))


if __name__ == "__main__":
    sys.exit(main())
