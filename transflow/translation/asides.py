"""What stands in brackets and has one right form: `(Morocco)`, `(Mon–Fri, 9 a.m. to 5 p.m.)`, `(3 May – 2 August 2025)`.

An engine has no sentence to go by there, and leaves such words as they are or makes others of
them. A stand-in travels in their place.
"""

import re
from collections.abc import Iterator

from transflow.translation import lines
from transflow.translation.literals import Literal

__all__ = ["find"]

_BRACKETED = re.compile(r"(?<=\()[^()\[\]]{3,90}(?=\))")


def find(text: str, source: str, locale: str) -> Iterator[Literal]:
    """The contents of brackets that are written by rule, with what is written.

    Args:
        text: Plain English.
        source: BCP 47 tag of the text.
        locale: BCP 47 tag of the draft.
    """
    for match in _BRACKETED.finditer(text) if "(" in text else ():
        if match[0] == match[0].strip() and text[match.start() - 2 : match.start() - 1] in {
            "",
            " ",
            "*",
        }:
            written = lines.written(match[0], source, locale, inside=True)
            if written:
                yield Literal(match.start(), match.end(), written, "aside")
