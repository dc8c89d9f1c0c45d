"""Roman numerals by which parts, wars and resolutions are called: World War I, Sections I to III, 2758 (XXVI).

Models take the I for a pronoun, and write XXXVI for XXVI.
"""

import re
from collections.abc import Iterator

__all__ = ["every", "named", "nouns"]

_END = r"(?![\w'’&+]|\.\w|-[a-z])"
_NUMERAL = rf"(?=[IVX]|L[IVX])(?:X[CL]|L?X{{0,3}})(?:I[XV]|V?I{{0,3}}){_END}"
_ONE = rf"[IVX]{_END}"
_LARGE = (
    r"War|Annex(?:es)?|Annexe|Sections?|Parts?|Chapters?|Titles?|Volumes?|Vols?\.|Articles?|Tables?|Phases?|Categor(?:y|ies)|"
    r"Class(?:es)?|Schedules?|Append(?:ix|ices)|Stages?|Tiers?|Types?|Grades?|Protocols?|Divisions?|Groups?|Figures?"
)
_SMALL = _LARGE.lower()
_NAMED = re.compile(
    rf"(?<![\w-])(?:(?P<noun>{_LARGE}|{_LARGE.upper()})[ \u00a0](?P<numeral>{_NUMERAL})"
    rf"|(?:{_SMALL})[ \u00a0](?P<small>(?!{_ONE}){_NUMERAL}"
    r"|I(?= (?:and II|or II|to I|clinical|trials?|stud(?:y|ies)|errors?)(?!\w))))"
)
"""In small letters a lone I is rather who speaks: the part I like."""
_NEXT = re.compile(
    rf"(?:,? (?:and|or|to|through) |, |[–/-]| [–&] )(?P<numeral>(?!I(?!\w)){_NUMERAL})"
)
_BRACKETED = re.compile(rf"(?<![\w.,])\d{{1,5}}[A-Z]?(?: [A-Z])? \((?:S-)?(?!{_ONE}){_NUMERAL}\)")
"""A resolution with the session that adopted it."""
_SEVERAL = re.compile(rf"(?<![\w.'’-])(?!{_ONE}){_NUMERAL}")
_HINT = re.compile(r"[ \u00a0(-][IVXL]")

Range = tuple[int, int]


def named(text: str) -> Iterator[Range]:
    """Where Roman numerals stand behind what they number, and resolutions with one in brackets.

    Args:
        text: Plain English.
    """
    if not _HINT.search(text):
        return
    for match in _NAMED.finditer(text):
        found: re.Match[str] | None = match
        group = "numeral" if match["numeral"] else "small"
        while found:
            yield found.span(group)
            found, group = _NEXT.match(text, found.end()), "numeral"
    yield from (match.span() for match in _BRACKETED.finditer(text))


def nouns(text: str) -> Iterator[str]:
    """The words before such numerals, with the capital by which a lone I is known from the pronoun.

    Args:
        text: Plain English.
    """
    if _HINT.search(text):
        yield from (match["noun"].capitalize() for match in _NAMED.finditer(text) if match["noun"])


def every(text: str) -> list[Range]:
    """Those, and all that have two letters or more, wherever they stand.

    Args:
        text: Plain English.
    """
    return [*named(text), *(match.span() for match in _SEVERAL.finditer(text))]
