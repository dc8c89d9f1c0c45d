"""What has one right form in a sentence: brackets `(Morocco)`, `(3 May – 2 August 2025)`, hours `Mon–Thu 9–12 and 14–17, Fri 9–12`, rows of countries.

An engine has no sentence to go by there, and leaves such words as they are or makes others of
them, other days and times of hours. A stand-in travels in their place.
"""

import re
from collections.abc import Iterator

from transflow.glossary import gazetteer
from transflow.translation import lines
from transflow.translation.datelines import Place, unknown
from transflow.translation.literals import Literal
from transflow.translation.wordings import DAY

__all__ = ["find"]

_BRACKETED = re.compile(r"(?<=\()[^()\[\]]{3,90}(?=\))")

_HOUR = r"\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?"
_HOURS = rf"{_HOUR}(?:\s?[–—-]\s?|\sto\s){_HOUR}"
_OPEN = rf"(?::|,)?\s{_HOURS}(?:(?:,|\sand|\s&)\s{_HOURS})*"
_WEEK = rf"{DAY}(?:\s?[–—-]\s?|\s(?:to|and|&)\s){DAY}"
_OPENING = re.compile(
    rf"(?<![\w-]){_WEEK}{_OPEN}(?:[,;]\s(?:and\s)?(?:{_WEEK}|{DAY}){_OPEN})*(?![\w:–-]|\.\d|\s(?:degrees|points|%))"
)
"""Days in short with their hours."""
_CREDIT = re.compile(
    r"(?<!\w)(?:(?:©\s?)?(?:[A-Z]{2,}/)+(?:[A-Z]\.[ -]?)+|©\s?(?:[A-Z]{2,}/)+[A-Z][^\W\d_]+ )(?:(?:van|von|de|da|del|di|al|el|bin) )*"
    r"[A-Z][\w'’-]*[^\W\d_](?: [A-Z][\w'’-]*[^\W\d_])?(?=$|[),.;|])"
)
"""Who took a photo: © WHO/A. Smith."""


def find(text: str, source: str, locale: str, place: Place = unknown) -> Iterator[Literal]:
    """The contents of brackets, rows of countries, opening hours and photo credits that are written by rule, with what is written.

    Args:
        text: Plain English.
        source: BCP 47 tag of the text.
        locale: BCP 47 tag of the draft.
        place: What the glossary calls a name.
    """
    taken: list[tuple[int, int]] = []
    for match in _BRACKETED.finditer(text) if "(" in text else ():
        if match[0] == match[0].strip() and text[match.start() - 2 : match.start() - 1] in {
            "",
            " ",
            "*",
        }:
            written = lines.written(match[0], source, locale, place, inside=True)
            if written:
                yield Literal(match.start(), match.end(), written, "aside")
                taken.append(match.span())
    for start, end in gazetteer.rows(text) if text.count(", ") > 1 else ():
        listed = text.count(", ", start, end) >= _MANY or text[:start].endswith(": ")
        row = text[start:end] if listed else ""
        written = lines.written(row, source, locale, place, inside=True) if row else None
        if written and all(end <= a or b <= start for a, b in taken):
            taken.append((start, end))
            yield Literal(start, end, written, "aside")
    for match in (*_OPENING.finditer(text), *_CREDIT.finditer(text)):
        hours = match.re is _OPENING
        written = lines.written(match[0], source, locale, place, inside=True) if hours else match[0]
        if written and all(match.end() <= a or b <= match.start() for a, b in taken):
            yield Literal(match.start(), match.end(), written, "aside")


_MANY = 4
"""Commas in a row of countries that is written by rule in mid-sentence."""
