"""What the characters of symbol fonts are: Word writes an inserted ≥ as character F0B3 of Symbol.

The fonts have no Unicode of their own, but places in the private area from F000 on.
"""

UNKNOWN = "〓"
"""What stands for a character that is not known, as printers set it."""

_SYMBOL = {
    0x20: " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
    0x61: "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…",
    0xC0: "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑",
}
"""The encoding of the font Symbol, by its first codes."""

_WINGDINGS = {
    0x6C: "●",
    0x6E: "■□□□",
    0x75: "◆",
    0x77: "◆",
    0x9F: "•",
    0xA7: "▪□",
    0xD8: "➢",
    0xDF: "←→↑↓",
    0xFB: "✗✓☒☑",
}
_WINGDINGS_2 = {0x4F: "✗✓☒☑☒", 0xA3: "□"}
_WINGDINGS_3 = {0x66: "←→↑↓"}


def _by_code(runs: dict[int, str]) -> dict[int, str]:
    return {
        first + at: character for first, run in runs.items() for at, character in enumerate(run)
    }


_FONTS = {
    "symbol": _by_code(_SYMBOL),
    "wingdings": _by_code(_WINGDINGS),
    "wingdings 2": _by_code(_WINGDINGS_2),
    "wingdings 3": _by_code(_WINGDINGS_3),
}


def is_private(character: str) -> bool:
    """Whether a character is one that only a symbol font shows."""
    return "\uf020" <= character <= "\uf0ff"


def character_of(font: str, code: int) -> str | None:
    """The character that stands at a code of a symbol font (F0B3 or B3), None if not known."""
    known = _FONTS.get(font.strip().lower())
    if known is None:
        return None
    return known.get(code - 0xF000 if code >= 0xF000 else code)
