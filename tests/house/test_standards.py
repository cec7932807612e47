"""A published standard is never edited: its file has the hash it was published with.

Records name the standard's hash, so an edit would make them contradict the file. A correction is a
new file with a new id. After adding one, list it: `sha256sum *.yaml` in `scoring/standards`.
"""

from hashlib import sha256

from tests.house.tree import ROOT

STANDARDS = ROOT / "scoring" / "standards"
FROZEN = ROOT / "tests" / "house" / "frozen-standards.txt"


def test_published_standards_are_unchanged() -> None:
    lines = [line.split() for line in FROZEN.read_text("utf-8").splitlines()]
    frozen = {name: digest for digest, name in lines}
    shipped = {
        path.name: sha256(path.read_bytes()).hexdigest()
        for path in sorted(STANDARDS.glob("*.yaml"))
    }
    assert shipped == frozen
