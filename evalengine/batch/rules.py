"""By what a table is judged; small enough to be handed from process to process."""

import platform
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path

from evalengine.batch.findings import Asking
from evalengine.batch.inputs import digest
from evalengine.batch.lookup import Readings
from evalengine.batch.readings import Reader
from evalengine.choosing import AUTOMATIC
from indicators import rulefile
from indicators.errors import UsageError
from scoring import find
from scoring.model import Missing
from scoring.register import ids, shipped
from scoring.rounding import to_cents
from scoring.standard import Standard
from scoring.weights import EXECUTION


@dataclass(frozen=True)
class Rules:
    """The standard (its id or path, or `auto`), what becomes of missing facts, and a local lexicon.

    `ahead` is a folder of items that were read before, a file a standard. `hashes` are the SHA-256
    of the files of standard (if it is named) and lexicon where the run began; other machines may
    have others of the name.
    """

    named: str
    missing: Missing = "refuse"
    lexicon: Path | None = None
    ahead: Path | None = None
    hashes: tuple[str | None, str | None] | None = None

    @cached_property
    def standard(self) -> Standard:
        """The standard itself."""
        return find(self.named)

    @property
    def automatic(self) -> bool:
        """Whether each project has the standard for its year and place."""
        return self.named == AUTOMATIC

    @property
    def fingerprint(self) -> str | list[str]:
        """The SHA-256 of the standard, or of all that may be selected."""
        if self.automatic:
            return [standard.sha256 for standard in shipped()]
        return self.standard.sha256

    @property
    def text(self) -> str:
        """The text of a standard that does not come with the engine; records carry it."""
        return "" if self.named in ids() else rulefile.read_text(Path(self.named))

    @cached_property
    def reader(self) -> Reader:
        """Reads items in the words of the standard."""
        return Reader(self.standard, self.lexicon)

    @cached_property
    def asking(self) -> Asking:
        """Asks by the checks of the standard."""
        return Asking(self.standard)

    @property
    def readings(self) -> Readings:
        """The items that this process has read, kept from part to part."""
        ahead = self.file_of_items(self.ahead) if self.ahead else None
        return _readings(self.named, self.standard.sha256, self.lexicon, ahead)

    def file_of_items(self, folder: Path) -> Path:
        """Where the items are that were read in the words of the standard."""
        return folder / f"{self.standard.sha256}.arrow"

    @property
    def anywhere(self) -> "Rules":
        """The same with whole paths, for processes that stand in other folders."""
        comes_along = self.automatic or self.named in ids()
        named = self.named if comes_along else str(Path(self.named).resolve())
        lexicon = self.lexicon and self.lexicon.resolve()
        return replace(self, named=named, lexicon=lexicon, hashes=self._hashes())

    def _hashes(self) -> tuple[str | None, str | None]:
        own = None if self.automatic else self.standard.sha256
        return own, digest(self.lexicon) if self.lexicon else None

    def check(self) -> None:
        """Refuse to go on with other rules than those of the run.

        Raises:
            UsageError: if a file of this machine differs from the one where the run began.
        """
        if self.hashes is None:
            return
        standard, lexicon = self.hashes
        if (standard or self._hashes()[0], lexicon) != self._hashes():
            raise UsageError.at(
                platform.node(),
                f"这台机器上的标准或词库（{self.named}）与启动计算的机器上的不同；请换成同一份文件。",
                f"the standard or lexicon here ({self.named}) is not that of the machine where the "
                "run was started; put the same file in its place.",
            )

    @property
    def execution(self) -> int:
        """The points of the execution rate, in cents."""
        return to_cents(self.standard.weights.points.get(EXECUTION, Decimal(0)))

    @property
    def by_form(self) -> bool:
        """Whether what a row can bring depends on the other rows of its project."""
        weights = self.standard.weights
        return bool(weights.alternatives or weights.choose_one) or weights.aggregate != "sum"


@lru_cache(maxsize=8)
def _readings(named: str, _sha256: str, lexicon: Path | None, ahead: Path | None) -> Readings:
    return Readings(Reader(find(named), lexicon), ahead)
