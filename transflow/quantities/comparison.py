"""Is every value of a text in its translation, and no other?

The one rule for numbers: what reviewers are told about a translation is what a draft is judged by.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from transflow.quantities.codes import CODE
from transflow.quantities.figures import Quantity, Reading, digits
from transflow.quantities.hours import (
    half_of_day,
    may_be_later,
    names_afternoon,
    spoken,
    with_colons,
)
from transflow.quantities.idioms import without_idioms
from transflow.quantities.months import months
from transflow.quantities.recounted import recounted
from transflow.quantities.words import has_words, words
from transflow.quantities.wordset import has_figure

__all__ = ["Comparison", "compare"]

_CENTURY = re.compile(r"\s*(?:世纪|世紀|век|в\.|siècle|siglo)")
_DECADE = re.compile(r"s\b|-х|-е|年代")
_CLOCK = re.compile(r"(?:[:.h时時點点]\s?(\d\d))?\s*(?:([ap])\.?\s?m\b)?", re.IGNORECASE)
_NOON = 12
_TEN = 10
_HOUR_BEFORE = re.compile(r"[:.h]\s?$|h\s$")
_SHORT_MILLION = re.compile(r"m(?![A-Za-z²])")
_CODED = re.compile(r"\d(?:[A-Za-z]|(?<=[A-Za-z]\d)|(?<=[A-Za-z][-‑/.]\d))")
_CLAUSE = re.compile(r"(\d{1,4})\.(\d{1,2})", re.ASCII)
_CLAUSE_ENDS = re.compile(r"\)|\.?[a-z]\)")
_ONE_IN = re.compile(r"[ -](?:in|out of|of every)[ -](?:an?[ -])?\d")
_RATE = re.compile(r"(?:美元|欧元|英镑|澳元|加元|[^\W\d]{0,3}元)[兑合]")
_TWELVE = re.compile(r"\s(?:noon|midnight)\b", re.IGNORECASE)
_HYPHENED = re.compile(r"[-‑](?<=[^\W\d_].)\d+")


@dataclass(frozen=True)
class Comparison:
    """What became of a source's numbers.

    Args:
        missing: Those of the source without a counterpart.
        extra: Those of the translation without one.
        matched: (source, translation) with the reading that made them equal.
    """

    missing: tuple[Quantity, ...]
    extra: tuple[Quantity, ...]
    matched: tuple[tuple[Quantity, Quantity, Reading], ...]


_NOTHING = Comparison((), (), ())


@lru_cache(maxsize=4096)
def compare(source: str, target: str, source_tag: str, tag: str) -> Comparison:
    """Match the numbers of a text and its translation by value.

    Args:
        source: Visible text, addresses and placeholders blanked.
        target: Its translation, likewise.
        source_tag: BCP 47 tag of the text.
        tag: BCP 47 tag of the translation.
    """
    wanted: Sequence[Quantity] = _written(source, source_tag, translated=False)
    offered: Sequence[Quantity] = _written(target, tag, translated=True)
    if not wanted and not offered:
        return _NOTHING
    if any(q.half == "p" for q in wanted):
        offered = [_forenoon(q, target, tag) for q in offered]
    matched, wanted, offered = _match(wanted, offered)
    if not wanted and not offered:
        return Comparison((), (), tuple(matched))
    if any(q.parts for q in (*wanted, *offered)):
        more, wanted_parts, offered_parts = _match(_split(wanted), _split(offered))
        matched += more
        wanted, offered = _whole_again(wanted, wanted_parts), _whole_again(offered, offered_parts)
    wanted = _unmet(_unrepeated(wanted, matched, target), target, tag)
    offered = _unmet(_unrepeated(offered, matched), source, source_tag)
    wanted = recounted(wanted, source, source_tag, target, tag)
    offered = recounted(offered, target, tag, source, source_tag)
    languages = (source_tag.partition("-")[0], tag.partition("-")[0])
    wanted, offered = without_idioms(wanted, offered, source, target, languages)
    wanted, offered = _regrouped(wanted, offered)
    offered, wanted = _regrouped(offered, wanted)
    if not has_words(tag.partition("-")[0]):
        wanted = [q for q in wanted if q.value > 12]
    return Comparison(
        tuple(q for q in wanted if q.required),
        tuple(q for q in offered if q.required),
        tuple(matched),
    )


@lru_cache(maxsize=4096)
def _written(text: str, tag: str, *, translated: bool) -> tuple[Quantity, ...]:
    """Numbers in digits and month names, in the order of the text; kept, since several rules ask."""
    if not has_figure(text):
        return months(text, tag)
    text = with_colons(text, tag.partition("-")[0])
    found = list(months(text, tag))
    inside = {at for month in found for at in range(month.start, month.end)}
    codes = [match.span() for match in CODE.finditer(text)] if _CODED.search(text) else []
    if translated:
        codes += [match.span() for match in _HYPHENED.finditer(text)]
    language = tag.partition("-")[0]
    earlier: Quantity | None = None
    for quantity in digits(text, tag):
        if quantity.start not in inside:
            found.append(_with_context(quantity, text, language, earlier, codes))
            earlier = quantity
    return tuple(sorted(found, key=lambda q: q.start))


def _with_context(
    quantity: Quantity,
    text: str,
    language: str,
    earlier: Quantity | None,
    codes: Sequence[tuple[int, int]],
) -> Quantity:
    """What the words beside a number make of it."""
    if _optional(quantity, text, codes):
        return quantity._replace(required=False)
    if (
        not quantity.parts
        and (clause := _CLAUSE.fullmatch(quantity.text))
        and _CLAUSE_ENDS.match(text, quantity.end)
    ):
        quantity = quantity._replace(parts=_both(quantity, clause))
    value, behind = quantity.value, quantity.end
    if 1000 <= value < 3000 and value % 10 == 0 and _DECADE.match(text, behind):
        return _also(quantity, value % 100 or value // 100 + 1)  # the 1700s: the 18th century
    if earlier and value < 100 and quantity.text.isdecimal() and _is_span(earlier, quantity, text):
        return _also(quantity, earlier.value // 100 * 100 + value)
    if quantity.text[-1:].isdecimal() and _SHORT_MILLION.match(text, behind):
        return _also(quantity, value * 10**6)
    clock = _CLOCK.match(text, behind)
    half = half_of_day(text, quantity.start, behind, language) if value < _NOON else ""
    if half == "a":
        return _halved(quantity, half)
    if language == "zh" and text.startswith("折", behind):
        return _also(quantity, 100 - (value * 10 if value < _TEN else value))  # 8折, 85折
    if (
        language == "en"
        and value < _NOON
        and not half
        and may_be_later(text, quantity.start, behind)
    ):
        return _also(quantity, value + _NOON)
    if clock and (clock[1] or clock[2]) and value <= 2 * _NOON:
        parts = tuple(_also(p, (p.value + 12) % 24) for p in quantity.parts[:1])
        quantity = _also(quantity, (value + 12) % 24)._replace(parts=parts + quantity.parts[1:])
    elif half == "p":
        quantity = _also(quantity, value + _NOON)
    return _halved(quantity, half)


def _halved(quantity: Quantity, half: str) -> Quantity:
    if not half:
        return quantity
    parts = tuple(part._replace(half=half) for part in quantity.parts[:1])
    return quantity._replace(half=half, parts=parts + quantity.parts[1:])


def _forenoon(quantity: Quantity, text: str, tag: str) -> Quantity:
    """An hour before noon of a text that says nothing of the afternoon: 3 h is no 3 p.m."""
    if quantity.half or not 0 < quantity.value < _NOON:
        return quantity
    return quantity if names_afternoon(text, tag.partition("-")[0]) else _halved(quantity, "a")


def _both(quantity: Quantity, clause: re.Match[str]) -> tuple[Quantity, ...]:
    """22.1) and 22.1.b) are 22(1)."""
    return tuple(
        Quantity(
            clause[at],
            quantity.start + clause.start(at),
            quantity.start + clause.end(at),
            (Reading(Decimal(clause[at])),),
        )
        for at in (1, 2)
    )


def _optional(quantity: Quantity, text: str, codes: Sequence[tuple[int, int]]) -> bool:
    """Digits of codes, the century in 20世纪90年代, the minutes of 3:00, the one of 1 in 10, the twelve of 12 noon."""
    if codes and any(start <= quantity.start < end for start, end in codes):
        return True
    if quantity.text == "00" and _HOUR_BEFORE.search(text[: quantity.start][-2:]):
        return True
    if quantity.text == "1" and _ONE_IN.match(text, quantity.end):
        return True
    if quantity.text == "1" and _RATE.match(text, quantity.end):
        return True
    if quantity.text == "12" and _TWELVE.match(text, quantity.end):
        return True
    return bool(_CENTURY.match(text, quantity.end))


def _is_span(first: Quantity, second: Quantity, text: str) -> bool:
    """`2019–20` is until 2020."""
    between = text[first.end : second.start]
    return between in {"-", "–", "—", "/"} and 1000 <= first.value < 3000 and first.text.isdecimal()


def _also(quantity: Quantity, value: Decimal) -> Quantity:
    return quantity._replace(readings=(*quantity.readings, Reading(value)))


def _unrepeated(
    left: Sequence[Quantity], matched: Sequence[tuple[Quantity, Quantity, Reading]], other: str = ""
) -> list[Quantity]:
    """Without the months that the other text names, too, or does not have to: from July 1 to July 12, du 1er au 12 juillet; 环比."""
    named = {own.value for own, _, _ in matched if own.month}
    kept = []
    for one in left:
        if not one.month:
            kept.append(one)
        elif one.value not in named and _ON_MONTH not in other:
            named.add(one.value)
            kept.append(one)
    return kept


_ON_MONTH = "环比"
"""Month on month, with which Chinese says `from May`."""


def _regrouped(
    whole: Sequence[Quantity], pieces: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """Without what has only its digits grouped otherwise: 9111 as 91 11 on the telephone, 1900 as 19.00 by the clock."""
    left, rest = [], list(pieces)
    for one in whole:
        run = _run_of(one.text, rest) if one.text.isdecimal() and len(one.text) >= _LONG else []
        rest = [piece for piece in rest if piece not in run]
        left += [] if run else [one]
    return left, rest


_LONG = 4


def _run_of(figures: str, pieces: Sequence[Quantity]) -> list[Quantity]:
    """The pieces in a row that have these digits."""
    for at, first in enumerate(pieces):
        if first.parts and "".join(part.text for part in first.parts) == figures:
            return [first]
        run = [first]
        for piece in pieces[at + 1 :]:
            if piece.start - run[-1].end != 1:
                break
            run.append(piece)
            if "".join(one.text for one in run) == figures:
                return run
    return []


def _split(quantities: Sequence[Quantity]) -> list[Quantity]:
    return [part for q in quantities for part in (q.parts or (q,))]


def _whole_again(before: Sequence[Quantity], left: Sequence[Quantity]) -> list[Quantity]:
    """Undo a split that helped nobody, so that 2 800 is reported as one number."""
    result: list[Quantity] = []
    for quantity in before:
        parts = quantity.parts or (quantity,)
        rest = [part for part in parts if part in left]
        result += [quantity] if len(rest) == len(parts) else rest
    return result


def _match(
    wanted: Sequence[Quantity], offered: Sequence[Quantity]
) -> tuple[list[tuple[Quantity, Quantity, Reading]], list[Quantity], list[Quantity]]:
    """Pair equal values: months with months and numbers with numbers first, then across."""
    left, matched = sorted(offered, key=lambda q: not q.required), []
    for across, native in ((False, True), (False, False), (True, True)):
        rest = []
        for quantity in wanted:
            found = _counterpart(quantity, left, across=across, native=native)
            if found is None:
                rest.append(quantity)
            else:
                left.remove(found[0])
                matched.append((quantity, *found))
        wanted = rest
    spare = set(map(id, left))
    return matched, list(wanted), [one for one in offered if id(one) in spare]


def _counterpart(
    quantity: Quantity, offered: Sequence[Quantity], *, across: bool, native: bool
) -> tuple[Quantity, Reading] | None:
    """The first that is equal of those offered, in their order."""
    values = quantity.native
    for candidate in offered:
        if (candidate.month == quantity.month) is across:
            continue
        if candidate.half and quantity.half and candidate.half != quantity.half:
            continue
        for reading in candidate.readings:
            if reading.native is native and reading.value in values:
                return candidate, reading
    return None


def _unmet(quantities: Sequence[Quantity], other: str, tag: str) -> list[Quantity]:
    """Those that no word of the other text stands for; each word serves once."""
    if not any(q.required for q in quantities):
        return []
    language = tag.partition("-")[0]
    spare: list[tuple[Decimal | int, ...]] = [values for _, _, values in words(other, language)]
    spare += spoken(other, language)
    left = []
    for quantity in quantities:
        for index, values in enumerate(spare):
            if any(value in values for value in quantity.native):
                del spare[index]
                break
        else:
            left.append(quantity)
    return left
