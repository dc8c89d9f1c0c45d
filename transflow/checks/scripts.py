"""Which scripts a language is written in, and which script a letter is of."""

import re
from functools import cache

from babel.core import get_global

__all__ = ["SCRIPTS", "letters_of", "same_script", "scripts_of"]

SCRIPTS = {
    "Latn": "A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff",
    "Cyrl": "\u0400-\u052f\u1c80-\u1c8f",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Arab": "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdfb\ufe70-\ufefc",
    "Hebr": "\u05d0-\u05f2",
    "Hani": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f",
    "Kana": "\u3041-\u30ff\u31f0-\u31ff",
    "Hang": "\u1100-\u11ff\uac00-\ud7af",
    "Deva": "\u0904-\u0939\u0958-\u0961",
    "Thai": "\u0e01-\u0e30\u0e40-\u0e45",
    "Armn": "\u0531-\u0556\u0561-\u0587",
    "Geor": "\u10a0-\u10ff",
}
"""Letters of the scripts that can be told from one another here, as character classes."""

_WRITTEN = {
    "Hans": ("Hani",),
    "Hant": ("Hani",),
    "Jpan": ("Hani", "Kana"),
    "Kore": ("Hang", "Hani"),
}
_LETTERS = {script: re.compile(f"[{letters}]") for script, letters in SCRIPTS.items()}


@cache
def scripts_of(tag: str) -> tuple[str, ...]:
    """ISO 15924 codes of the scripts a language is written in, from CLDR's likely subtags."""
    parts = tag.split("-")
    named = next((part for part in parts[1:] if len(part) == 4), "")
    if not named:
        likely = get_global("likely_subtags")
        full = likely.get("_".join(parts)) or likely.get(parts[0]) or parts[0]
        named = next((part for part in full.split("_")[1:] if len(part) == 4), "Latn")
    return _WRITTEN.get(named, (named,))


def same_script(one: str, other: str) -> bool:
    """Whether two languages share a script."""
    return bool(set(scripts_of(one)) & set(scripts_of(other)))


def letters_of(script: str) -> re.Pattern[str] | None:
    """Matches one letter of a script; None for a script that is not known here."""
    return _LETTERS.get(script)
