"""Spacing of running text where a language's readers expect it and authors rarely type it."""

import re
from collections.abc import Callable

__all__ = ["spacing"]

_FRENCH_BEFORE = re.compile(r"(?<=\S)[ \u00a0]([;!?»])")
_FRENCH_COLON = re.compile(r"(?<=\S)[ ](:)")
_FRENCH_AFTER = re.compile("« ")
_THIN = "\u202f"
_FULL = "\u00a0"


def spacing(locale: str) -> Callable[[str], str] | None:
    """What mends the spaces of a text node; None where a language needs nothing.

    French sets a no-break space before `;`, `!`, `?`, `»` (narrow) and `:` (full), and after `«`
    (Lexique des règles typographiques en usage à l'Imprimerie nationale). Only spaces that are
    there are changed: none is added.
    """
    return _french if locale.split("-", maxsplit=1)[0] == "fr" else None


def _french(text: str) -> str:
    text = _FRENCH_BEFORE.sub(_THIN + r"\1", text)
    text = _FRENCH_COLON.sub(_FULL + r"\1", text)
    return _FRENCH_AFTER.sub("«" + _THIN, text)
