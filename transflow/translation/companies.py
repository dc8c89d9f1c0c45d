"""Names of firms, which no language changes: `Procter & Gamble`, `7-Eleven`, `Nordhavn Turbines A/S`.

A firm is known by the sign in its name, or by the form of company that it ends in. Pairs of common nouns
(`Arts & Crafts`) are none.
"""

import re
from collections.abc import Iterator

from transflow.quantities.wordset import word_set
from transflow.translation.commonnouns import common
from transflow.translation.propernames import LARGE

__all__ = ["firms", "formed", "is_firm"]

Range = tuple[int, int]

_PAIRED = re.compile(
    r"(?<![\w&.])(?P<one>[A-Z][\w'’-]*) & (?P<other>[A-Z][a-z][\w-]*)(?![\w&])"
    r"|(?<![\w-])\d{1,2}-(?P<counted>[A-Z][a-z]+)(?![\w-])"
    r"|(?<![\w.])(?:(?:Yahoo|Joomla|Jeopardy)!|[A-Z][a-z]+!(?=\s[a-z]))"
)
_COUNTING = re.compile(r"\d-[A-Z]")
_MEASURED = (
    "Acre Bit Byte Class Day Degree Digit Dimensional Door Fold Foot Grade Hole Hour Inch Kilometre Kilometer Man Meter "
    "Metre Mile Minute Month Part Person Phase Piece Point Pound Seat Second Series Sided Speed Stage Star Step Storey "
    "Story Strong Thousand Million Billion Ton Track Way Week Wheel Year Yard"
)
_COUNTED = frozenset(_MEASURED.split())
_FORM = (
    r"(?:GmbH(?: & Co\.? KG)?|AG|A/S|ApS|ASA|Oyj?|S\.A\.(?:S\.|U\.| de C\.V\.)?|S\.[pP]\.[aA]\.|S\.[rR]\.[lL]\.|S\.L\.|SARL|SpA|Srl|"
    r"(?:Co\.,? |Pty\.? |\(Pty\) |Pvt\.? |Pte\.? )?Ltd\.?|Ltda\.?|L\.?L\.?[CP]\.?|Inc\.?|Corp\.?|[Pp][Ll][Cc]|B\.V\.|N\.V\.|BV|NV|"
    r"Sdn\.? Bhd\.?|K\.K\.|d\.o\.o\.|s\.r\.o\.|Sp\. z o\.o\.|Kft\.?|Zrt\.?|[OP]?JSC|A\.Ş\.)"
)
_WITH_FORM = re.compile(
    rf"(?<![\w&-])(?!The ){LARGE}[\w’'.-]*(?:,? (?:(?:&|and|et|und|y|of|de) )?{LARGE}[\w’'.-]*|,? &){{0,5}}?,? {_FORM}(?!\w|-)"
)
"""Names that end in a form of company; how many words belong to one is told by their capitals."""
_ENDS = re.compile(rf"\b{_FORM}(?!\w)")
_FORMS = frozenset({
    "gmbh", "ag", "aps", "asa", "oy", "oyj", "sarl", "spa", "srl", "ltd", "ltda", "llc", "llp", "lp", "inc", "corp", "plc", "bv", "nv", "bhd", "kft",
    "zrt", "jsc", "ojsc", "pjsc",
})  # fmt: skip
_SPELLED = re.compile(r"[A-Zozrl](?:\.[ ]?[A-Zozprl]\.|(?<=A)(?:/S|\.Ş))")
"""What each of those has in it, a word or letters apart: looking for them first is a third of their price."""


def firms(text: str) -> Iterator[Range]:
    """Where names stand that no language changes."""
    if "&" in text or "!" in text or ("-" in text and _COUNTING.search(text)):
        for match in _PAIRED.finditer(text):
            one, other = match["one"], match["other"]
            paired = bool(one) and common(one) and common(other)
            if (
                match["counted"] not in _COUNTED
                and not paired
                and not _WITH_FORM.match(text, match.start())
            ):
                yield match.span()
    yield from formed(text)


def formed(text: str) -> Iterator[Range]:
    """Where names stand that end in a form of company."""
    may = not _FORMS.isdisjoint(word_set(text)) or _SPELLED.search(text)
    if may and not text.isupper() and _ENDS.search(text):
        yield from (match.span() for match in _WITH_FORM.finditer(text))


def is_firm(text: str) -> bool:
    """Whether a text is a firm's name and nothing else, as in a table: Shirakawa Optical Co., Ltd."""
    return not text.isupper() and _WITH_FORM.fullmatch(text) is not None
