"""Numbers and months: is every value of the source in the translation, and no other?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from babel.numbers import format_decimal

from transflow.bcp47 import babel_locale
from transflow.checks.dates import months
from transflow.checks.literals import CODE
from transflow.checks.numberwords import has_words, words
from transflow.checks.quantities import Quantity, Reading, digits
from transflow.checks.rule import Pair, Rule
from transflow.model import Severity

__all__ = ["RULES", "Comparison", "compare"]

_CENTURY = re.compile(r"\s*(?:世纪|世紀|век|в\.|siècle|siglo)")
_DECADE = re.compile(r"s\b|-х|-е|年代")
_CLOCK = re.compile(r"(?:[:.h时時點点]\s?(\d\d))?\s*(?:([ap])\.?\s?m\b)?", re.IGNORECASE)
_HOUR_BEFORE = re.compile(r"[:.h]\s?$|h\s$")
_SHORT_MILLION = re.compile(r"m(?![A-Za-z²])")
_CODED = re.compile(r"[A-Za-z][-‑/.]?\d|\d[A-Za-z]")
_DIGIT = re.compile(r"\d")
_HYPHENED = re.compile(r"[^\W\d_][-‑]\d+")
_LABEL = re.compile(
    r"\b(?:rules?|sections?|articles?|tables?|fig(?:ure)?s?|versions?|v|chapters?|parts?|items?|"
    r"para(?:graph)?s?|annex|clauses?|steps?|nos?|python)\.?\s*$",
    re.IGNORECASE,
)


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


@lru_cache(maxsize=4)
def compare(pair: Pair) -> Comparison:
    """Match the numbers of a pair by value."""
    source_text, target_text = pair.left.plain, pair.right.plain
    wanted = _written(source_text, pair.context.source_locale)
    offered = _written(target_text, pair.context.locale, translated=True)
    if not wanted and not offered:
        return Comparison((), (), ())
    matched, wanted, offered = _match(wanted, offered)
    if any(q.parts for q in (*wanted, *offered)):
        more, wanted_parts, offered_parts = _match(_split(wanted), _split(offered))
        matched += more
        wanted, offered = _whole_again(wanted, wanted_parts), _whole_again(offered, offered_parts)
    wanted = _unmet(wanted, target_text, pair.context.locale)
    offered = _unmet(offered, source_text, pair.context.source_locale)
    if not has_words(pair.context.language):
        wanted = [q for q in wanted if q.value > 12]
    return Comparison(
        tuple(q for q in wanted if q.required),
        tuple(q for q in offered if q.required),
        tuple(matched),
    )


def _written(text: str, tag: str, *, translated: bool = False) -> list[Quantity]:
    """Numbers in digits and month names, in the order of the text."""
    found = list(months(text, tag))
    if not _DIGIT.search(text):
        return found
    inside = {at for month in found for at in range(month.start, month.end)}
    codes = [match.span() for match in CODE.finditer(text)] if _CODED.search(text) else []
    if translated:
        codes += [match.span() for match in _HYPHENED.finditer(text)]
    earlier: Quantity | None = None
    for quantity in digits(text, tag):
        if quantity.start not in inside:
            found.append(_with_context(quantity, text, earlier, codes))
            earlier = quantity
    return sorted(found, key=lambda q: q.start)


def _with_context(
    quantity: Quantity, text: str, earlier: Quantity | None, codes: Sequence[tuple[int, int]]
) -> Quantity:
    """What the words beside a number make of it."""
    if _optional(quantity, text, codes):
        return replace(quantity, required=False)
    value, behind = quantity.value, quantity.end
    if 1000 <= value < 3000 and value % 10 == 0 and _DECADE.match(text, behind):
        return _also(quantity, value % 100)
    if earlier and value < 100 and quantity.text.isdecimal() and _is_span(earlier, quantity, text):
        return _also(quantity, earlier.value // 100 * 100 + value)
    if quantity.text[-1:].isdecimal() and _SHORT_MILLION.match(text, behind):
        return _also(quantity, value * 10**6)
    clock = _CLOCK.match(text, behind)
    if clock and (clock[1] or clock[2]) and value <= 24:
        parts = tuple(_also(p, (p.value + 12) % 24) for p in quantity.parts[:1])
        return replace(_also(quantity, (value + 12) % 24), parts=parts + quantity.parts[1:])
    return quantity


def _optional(quantity: Quantity, text: str, codes: Sequence[tuple[int, int]]) -> bool:
    """Digits of codes, the century in 20世纪90年代, the minutes of 3:00."""
    if any(start <= quantity.start < end for start, end in codes):
        return True
    if quantity.text == "00" and _HOUR_BEFORE.search(text[: quantity.start][-2:]):
        return True
    return bool(_CENTURY.match(text, quantity.end))


def _is_span(first: Quantity, second: Quantity, text: str) -> bool:
    """`2019–20` is until 2020."""
    between = text[first.end : second.start]
    return between in {"-", "–", "—", "/"} and 1000 <= first.value < 3000 and first.text.isdecimal()


def _also(quantity: Quantity, value: Decimal) -> Quantity:
    return replace(quantity, readings=(*quantity.readings, Reading(value)))


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
    left, matched = list(offered), []
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
    return matched, list(wanted), left


def _counterpart(
    quantity: Quantity, offered: Sequence[Quantity], *, across: bool, native: bool
) -> tuple[Quantity, Reading] | None:
    values = quantity.native
    for candidate in sorted(offered, key=lambda q: not q.required):
        if (candidate.month == quantity.month) is across:
            continue
        for reading in candidate.readings:
            if reading.native is native and reading.value in values:
                return candidate, reading
    return None


def _unmet(quantities: Sequence[Quantity], other: str, tag: str) -> list[Quantity]:
    """Those that no word of the other text stands for; each word serves once."""
    if not any(q.required for q in quantities):
        return []
    spare = list(words(other, tag.split("-", maxsplit=1)[0]))
    left = []
    for quantity in quantities:
        for index, (_, _, values) in enumerate(spare):
            if any(value in values for value in quantity.native):
                del spare[index]
                break
        else:
            left.append(quantity)
    return left


def _expected(quantity: Quantity, pair: Pair) -> str:
    """How the target language writes a number of the source."""
    if pair.context.number_style == "source" or quantity.text.isdecimal():
        return quantity.text
    value = quantity.value
    whole = int(value) if value == value.to_integral_value() else value
    written = format_decimal(
        whole,
        locale=babel_locale(pair.context.locale),
        numbering_system="latn",
        decimal_quantization=False,
    )
    if pair.context.language in ("zh", "ja") and value >= 10**4:
        unit, name = (
            (10**8, "亿" if pair.context.language == "zh" else "億")
            if value >= 10**8
            else (10**4, "万")
        )
        return f"{written} or {(value / unit).normalize():f}{name}"
    return written


def _numbers(pair: Pair) -> Iterator[str]:
    result = compare(pair)
    missing = [q for q in result.missing if not q.month]
    extra = [q for q in result.extra if not q.month]
    if len(missing) == len(extra) == 1:
        yield f"{missing[0].text} became {extra[0].text}; expected {_expected(missing[0], pair)}"
        return
    for quantity in missing:
        yield f"{quantity.text} is missing; expected {_expected(quantity, pair)}"
    for quantity in extra:
        yield f"{quantity.text} is not in the source"


def _number_format(pair: Pair) -> Iterator[str]:
    if pair.context.number_style == "source":
        return
    text = pair.left.text
    for source, target, reading in compare(pair).matched:
        labelled = source.text == target.text and _LABEL.search(text[: source.start])
        if not reading.native and target.required and not labelled:
            own = [r.value.normalize() for r in target.readings if r.native]
            reads = f"reads as {own[0]:f}" if own else f"is not written as in {pair.context.locale}"
            yield f"{target.text} {reads}; expected {_expected(source, pair)}"


def _dates(pair: Pair) -> Iterator[str]:
    result = compare(pair)
    missing = [q for q in result.missing if q.month]
    extra = [q for q in result.extra if q.month]
    names = babel_locale(pair.context.locale).months["format"]["wide"]
    for index, month in enumerate(missing):
        became = f"became {extra[index].text}" if index < len(extra) else "is missing"
        yield f"{month.text} {became}; expected {names[int(month.value)]}"
    for month in extra[len(missing) :]:
        yield f"{month.text} is not in the source"


RULES = (
    Rule(
        "numbers",
        Severity.ERROR,
        "A number of the source is missing or has another value, or there is one too many.",
        "Values are compared, not digits: 28,000 = 28 000 = 28.000 = 2.8万 = 28 тыс., 3 p.m. = 15 h. "
        "Number words may stand for digits on either side and are never required themselves; digits "
        "of codes (G20, COVID-19), addresses, placeholders and code are left to other rules. A number "
        "rounded or left out on purpose is accepted by the reviewer.",
        _numbers,
    ),
    Rule(
        "number-format",
        Severity.WARNING,
        "A number with the right value, written by another language's conventions.",
        "Off where the workflow's number_style is `source`. Organisations that write 28,000 in every "
        "language switch it off, or set a regional locale (es-MX) whose CLDR conventions are theirs.",
        _number_format,
    ),
    Rule(
        "dates",
        Severity.ERROR,
        "A month became another month, or is missing.",
        "Names are CLDR's, Levantine and Maghrebi Arabic ones included; a month may be a number "
        "(3月, 29/03). `May` and `March` count only beside a day, a year or a preposition. "
        "Days and years are numbers and belong to that rule.",
        _dates,
    ),
)
