"""The flow of a target audit: read declarations, put all checks to them, count what is found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evalengine import settings
from evalengine.normalform import finding_data
from evalengine.record import InputFile
from evalengine.wording import READING
from indicators.errors import EvalengineError, Words
from indicators.grammar import parser
from indicators.model import Finding, Form, Indicator, Severity
from indicators.progress import watched
from indicators.reading import read_forms
from indicators.taxonomy import category_title
from scoring.checks.declaration import Audited, audit, load_rules

FINDINGS_SCHEMA = "evalengine/findings/1"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in some declarations; `errors` tell of those that could not be read."""

    audited: tuple[Audited, ...]
    inputs: tuple[InputFile, ...]
    errors: tuple[EvalengineError, ...]

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity, the severest first."""
        found = [finding.severity for part in self.audited for finding in part.findings]
        return {severity: found.count(severity) for severity in Severity}

    @property
    def forms(self) -> int:
        """How many forms were checked."""
        return sum(part.form is not None for part in self.audited)

    def has_any(self, least: Severity) -> bool:
        """Whether anything was found that is as severe as `least`, or more."""
        return any(count and each.rank <= least.rank for each, count in self.counts.items())


def check_files(
    paths: Sequence[Path], *, rules: Path | None = None, lexicon: Path | None = None
) -> Checked:
    """Audit the declarations at `paths`, each form alone and all of them together.

    Args:
        paths: the documents; `-` is standard input.
        rules: a local rule file, laid over the shipped one (docs/checks.md).
        lexicon: a local file of words, added to the shipped ones (docs/lexicon.md).

    Raises:
        RuleFileError: with file and line, if `rules` or `lexicon` is wrong.
    """
    parser(lexicon)  # a wrong lexicon is one error, not one a file
    loaded = load_rules(rules, lexicon=lexicon)
    forms: list[Form] = []
    errors: list[EvalengineError] = []
    for path in watched(paths, READING):
        try:
            forms += map(with_proposals, read_forms(path, lexicon=lexicon))
        except EvalengineError as error:
            errors.append(error)
    read = {InputFile(form.source.file, form.source.sha256): None for form in forms}
    local = [InputFile.of(path) for path in (rules, lexicon) if path is not None]
    return Checked(audit(forms, loaded), (*read, *local), tuple(errors))


def with_proposals(form: Form) -> Form:
    """`form` with a finding for every row without a known category that its words give away.

    A proposal is a finding and nothing else: the row keeps no category.
    """
    unknown = [row for row in form.indicators if not row.category]
    if not unknown:
        return form
    # Learning the words takes a second or two, mostly to import scikit-learn.
    from indicators.taxonomy.proposals import propose  # noqa: PLC0415

    proposals = propose([f"{row.name or ''} {row.target_text}".strip() for row in unknown])
    found = [
        _proposed(row, proposal.category, proposal.probability)
        for row, proposal in zip(unknown, proposals, strict=True)
        if proposal is not None
    ]
    return replace(form, findings=(*form.findings, *found))


def _proposed(row: Indicator, category: str, probability: float) -> Finding:
    title = category_title(category)
    return Finding(
        "category-proposed",
        Severity.INFO,
        row.place,
        Words(
            f"这一行的类别不认得；从文字看像是“{title.zh}”"
            f"（建议，未采用；把握约 {probability:.0%}）。",
            f"the category of this row is unknown; its words look like '{title.en}' (a proposal, "
            f"not used; about {probability:.0%} sure).",
        ),
        mend=Words(
            f"如果确实是，请把二级指标写成“{title.zh}”。",
            f"If it is, name level 2 '{title.zh}'.",
        ),
    )


def findings_data(checked: Checked) -> dict[str, Any]:
    """The document that `evalengine check --format json` prints."""
    return {
        "schema": FINDINGS_SCHEMA,
        "forms": checked.forms,
        "counts": {severity.value: number for severity, number in checked.counts.items()},
        "findings": [
            {
                "form": part.form.id if part.form else None,
                "title": part.form.title if part.form else None,
                **finding_data(finding),
            }
            for part in checked.audited
            for finding in part.findings
        ],
        "inputs": [{"file": each.file, "sha256": each.sha256} for each in checked.inputs],
        "engine": settings.engine(),
    }
