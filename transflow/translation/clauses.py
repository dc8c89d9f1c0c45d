"""Cutting what is too long for a model at clause boundaries, and joining what comes back."""

import re
from collections.abc import Callable, Sequence

from transflow.bcp47 import sentence_space
from transflow.glossary import territories

__all__ = ["begun", "cut", "is_separator", "join", "separators"]

_LEVELS = (
    re.compile(r"(?<=[.!?。！？…])[\"'”’»)\]]*\s*"),
    re.compile(r"(?<=[;；؛])\s*"),
    re.compile(r"(?<=[:：])\s+|(?<=：)"),
    re.compile(r"(?<=[,，、،])\s*|\s+(?=[—–-]\s)"),
    re.compile(r"\s+(?=(?:and|or|but|which|that|because|while|whereas|when|if|for)\b)"),
    re.compile(r"\s+"),
)
"""Where a text may be cut, best first."""

_SEPARATOR = re.compile(r"(?<=\s)[|·•∙‖](?=\s+\S)")
"""What parts entries of a row: menus, facts in a line (`Privacy | Imprint`)."""

Range = tuple[int, int]


def separators(text: str, protected: Sequence[Range] = ()) -> list[int]:
    """Where a row is cut: before and behind what parts its entries, each of which is translated alone."""
    if not text[:1].isalnum() and text[:1] in "|·•∙‖":
        return []
    places = [match.span() for match in _SEPARATOR.finditer(text)]
    free = (spot for spot in places if not any(a < spot[1] and spot[0] < b for a, b in protected))
    return [place for spot in free for place in spot]


def is_separator(text: str) -> bool:
    """Whether a piece is nothing but what parts two entries."""
    return len(text) == 1 and text in "|·•∙‖"


def cut(
    text: str,
    fits: Callable[[str], bool],
    protected: Sequence[Range] = (),
    breaks: Sequence[int] = (),
) -> list[Range]:
    """Ranges of a text that each fit a model, together all of it but the white space between.

    Args:
        text: Plain text.
        fits: Whether a piece is short enough.
        protected: Ranges that are not cut.
        breaks: Places where it is cut in any case.
    """
    ends = [*breaks, len(text)]
    starts = [0, *breaks]
    return [
        piece
        for start, end in zip(starts, ends, strict=True)
        for piece in _cut(text, start, end, fits, protected)
    ]


def join(
    parts: Sequence[str], source: str, ranges: Sequence[Range], locale: str
) -> tuple[str, tuple[Range, ...]]:
    """Translated pieces as one text, spaced as the target language spaces clauses.

    Returns:
        The text, and where each piece is in it.
    """
    out = ""
    places = []
    for part, (start, _) in zip(parts, ranges, strict=True):
        if not part:
            places.append((len(out), len(out)))
            continue
        glue = sentence_space(locale) if not out or source[start - 1 : start].isspace() else ""
        if is_separator(part) or is_separator(out[-1:]):
            glue = " "
        if out and not glue and sentence_space(locale) and out[-1] in ",;:.!?":
            glue = " "
        out += glue if out else ""
        places.append((len(out), len(out) + len(part)))
        out += part
    return out, tuple(places)


def begun(source: str, draft: str, locale: str, before: str = "") -> str:
    """A piece that begins in small letters, as its source does: what stands behind `b)` or a comma is no sentence.

    Args:
        source: The English piece.
        draft: Its draft, which a model may have begun as a sentence.
        locale: BCP 47 tag of the draft; German nouns keep their capitals.
        before: What stands before the piece; behind a comma a small word is small before a name, too.
    """
    word = _WORD.match(draft)
    if word and not source[:1].islower():
        behind = before.rstrip().endswith(",") and word[0] in _SMALL
        behind = behind and not source.startswith(("The ", word[0]))  # The Hague, El Salvador
        return draft[:1].lower() + draft[1:] if behind else draft
    if not word or not word[0][0].isupper() or word[0][1:2].isupper() or locale.startswith("de"):
        return draft
    named = (
        name for *_, one in territories.find(source) for name in territories.names(one, locale)
    )
    stem = word[0][:_STEM]
    country = len(stem) == _STEM and any(name.startswith(stem) for name in named)
    if country or word[0].lower() in source.lower().split():
        return draft
    return draft[:1].lower() + draft[1:]


_FEW = "À Au Aux De Des Du El En La Las Le Les Los Un Una Une В Во До Из К На По С Со"
_SMALL = frozenset(_FEW.split())
"""Words that begin no sentence's name in French, Spanish and Russian."""
_STEM = 4
"""Letters that the forms of a country's name share."""
_WORD = re.compile(r"[^\W\d_]+")


def _cut(
    text: str, start: int, end: int, fits: Callable[[str], bool], protected: Sequence[Range]
) -> list[Range]:
    start, end = _stripped(text, start, end)
    if start >= end:
        return []
    if fits(text[start:end]):
        return [(start, end)]
    place = _place(text, start, end, protected)
    if place is None:
        return [(start, end)]
    return [
        *_cut(text, start, place, fits, protected),
        *_cut(text, place, end, fits, protected),
    ]


def _place(text: str, start: int, end: int, protected: Sequence[Range]) -> int | None:
    """The best place near the middle; any letter in a text without boundaries."""
    middle = (start + end) / 2
    quarter = (end - start) / 4
    for level in _LEVELS:
        places = [
            match.end()
            for match in level.finditer(text, start, end)
            if _free(match.end(), start, end, protected)
        ]
        near = [place for place in places if abs(place - middle) <= quarter]
        if near:
            return min(near, key=lambda place: abs(place - middle))
    return next(
        (
            place
            for step in range(int(quarter) + 1)
            for place in (int(middle) + step, int(middle) - step)
            if _free(place, start, end, protected)
        ),
        None,
    )


def _free(place: int, start: int, end: int, protected: Sequence[Range]) -> bool:
    return start < place < end and all(not begin < place < stop for begin, stop in protected)


def _stripped(text: str, start: int, end: int) -> Range:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
