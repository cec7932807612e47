"""What the user asked beyond the score, told together: other standards, firmness of the grades."""

from typing import Any

from evalengine.reports.contrast import contrast_lines, contrasts_data
from evalengine.reports.firmness import firmness_data, firmness_lines
from evalengine.whatif import WhatIf


def asked_lines(whatif: WhatIf, language: str) -> list[str]:
    """The answers as they are printed; nothing where nothing was asked."""
    contrasts = contrast_lines(whatif.contrasts, language)
    return contrasts + firmness_lines(whatif.sensitivities, language)


def asked_data(whatif: WhatIf) -> dict[str, Any]:
    """The answers as keys of a document, beside what it holds anyway."""
    found: dict[str, Any] = {}
    if whatif.contrasts:
        found["against"] = contrasts_data(whatif.contrasts)
    if whatif.sensitivities:
        found["sensitivity"] = firmness_data(whatif.sensitivities)
    return found
