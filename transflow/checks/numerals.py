"""Numbers and months: is every value of the source in the translation, and no other?"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from babel.numbers import format_decimal

from transflow.bcp47 import babel_locale
from transflow.checks.rule import Pair, Rule
from transflow.model import Severity
from transflow.quantities import (
    Comparison,
    Quantity,
    Version,
    compare,
    day_forms,
    designations,
    is_measure,
    lost_millions,
    lost_number,
    lost_sign,
    misspelled,
    other_letter,
    other_share,
    rescaled,
    sections,
    unmatched,
    versions,
)

__all__ = ["RULES"]

_LABEL = re.compile(
    r"\b(?:rules?|sections?|articles?|tables?|fig(?:ure)?s?|versions?|builds?|v|chapters?|parts?|items?|"
    r"para(?:graph)?s?|annex|clauses?|steps?|nos?|python)\.?\s*$",
    re.IGNORECASE,
)

_NAME = re.compile(r"(?<!\w)[A-Z][\w.+-]*[ \u00a0]$")
_TIED = re.compile(r"(?a:\w)(?:[:=/._]|[<>=~!]=)$|[A-Za-z] = $")
_TIED_ON = re.compile(
    r"[/:](?=\d)|/(?<=10\.\d{4}/)(?=\w)|/(?<=10\.\d{5}/)(?=\w)|\([a-z0-9]{1,4}\)|[eE][+−-]?\d"
)
"""What a number is a piece of a code by: XBB.1.5, 1:58.32, p=0.003, numpy>=1.26; 10.1000/182, 4.10(a), 1.6e-19."""
_DECIMALS = re.compile(r"\.(\d{1,2})$")
"""Where English has a decimal point: what stands behind it, zeros too (5.10 euros are 5,10)."""
_BARE = re.compile(r"\W*(?:[≥≤<>]=?\s?)?\d{1,2}\.\d{1,3}\W*")
"""A cell that is nothing else: its column may be one of versions."""
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}(?!\d)")


def _compare(pair: Pair) -> Comparison:
    return compare(
        pair.left.plain, pair.right.plain, pair.context.source_locale, pair.context.locale
    )


def _expected(quantity: Quantity, pair: Pair) -> str:
    """How the target language writes a number of the source."""
    if quantity.half and quantity.value <= 12:
        return f"{int(quantity.value) % 12 + 12 * (quantity.half == 'p')}"
    if pair.context.number_style == "source" or quantity.text.isdecimal():
        return quantity.text
    value = quantity.value
    whole = int(value) if value == value.to_integral_value() else value
    decimals = _DECIMALS.search(quantity.text)
    written = format_decimal(
        value if decimals else whole,
        format="#,##0." + "0" * len(decimals[1]) if decimals else None,
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
    result = _compare(pair)
    missing = [q for q in result.missing if not q.month]
    extra = [q for q in result.extra if not q.month]
    if len(missing) == len(extra) == 1:
        late = _named_hour(extra[0]) if extra[0].half == "p" else extra[0].text
        yield f"{_named_hour(missing[0])} became {late}; expected {_expected(missing[0], pair)}"
        return
    for quantity in missing:
        named, expected = _named_hour(quantity), _expected(quantity, pair)
        remedy = "" if named == expected else f"; expected {expected}"
        yield f"{named} is missing{remedy}"
    for quantity in extra:
        yield f"{quantity.text} is not in the source"
    yield from _changed_versions(pair)
    if signed := lost_sign(pair.left.plain, pair.right.plain):
        yield f"{signed} has another sign"
    if pair.context.source_language != "en":
        return
    if letter := other_letter(pair.left.plain, pair.right.plain, pair.context.language):
        yield f"the letter of {letter} is missing, or another one"


def _named_hour(quantity: Quantity) -> str:
    """A number of the source with its half of the day, without which 3 for 3 p.m. looks right."""
    return quantity.text + {"a": " a.m.", "p": " p.m."}.get(quantity.half, "")


_SPANISH_HOUR = re.compile(r"\blas? (?:[01]?\d|2[0-3])\.[0-5]\d$")


def _is_own(source: Quantity, target: Quantity, pair: Pair) -> bool:
    """Other separators that are right all the same: 9.00 for nine o'clock, 1,5 in Arabic.

    Plain `ar` is for countries of both customs; CLDR gives the Maghreb the comma.
    """
    if source.text.isdecimal() and [part.value for part in target.parts] == [source.value, 0]:
        return True
    if pair.context.language == "es" and _SPANISH_HOUR.search(pair.right.plain[: target.end]):
        return True
    return pair.context.locale == "ar" and bool(_COMMA_DECIMAL.match(target.text))


def _named(source: Quantity, target: Quantity, pair: Pair) -> bool:
    """A number behind the same name in both texts is a version of it: TLS 1.3, Ubuntu 10.04."""
    names = [
        _NAME.search(text[: quantity.start])
        for text, quantity in ((pair.left.plain, source), (pair.right.plain, target))
    ]
    said = {name[0].strip() for name in names if name}
    return all(names) and len(said) == 1 and not any(map(is_measure, said))


def _coded(source: Quantity, target: Quantity, pair: Pair) -> bool:
    """Whether a number is a piece of one code in both texts, which nothing in it is changed of."""
    left, right = pair.left.plain, pair.right.plain
    before = _TIED.search(left, max(0, source.start - 4), source.start)
    if before and right.endswith(before[0], 0, target.start):
        return True
    behind = _TIED_ON.match(left, source.end)
    return behind is not None and right.startswith(behind[0], target.end)


def _versions(pair: Pair) -> tuple[Version, ...]:
    return versions(pair.left.plain) if pair.context.source_language == "en" else ()


def _names(pair: Pair) -> list[tuple[int, int]]:
    """Numbers that are the same in every language: versions, paragraphs, rooms, codes."""
    if pair.context.source_language != "en":
        return []
    text = pair.left.plain
    named = ((one.start, one.end) for one in _versions(pair))
    return [*sections(text), *designations(text), *named]


def _within(quantity: Quantity, start: int, end: int) -> bool:
    return start <= quantity.start and quantity.end <= end


def _changed_versions(pair: Pair) -> Iterator[str]:
    """Versions with the value of a decimal, but not its figures: 5,1 for kernel 5.10."""
    sure = [one for one in _versions(pair) if one.sure]
    for source, target, _ in _compare(pair).matched if sure else ():
        other = target.text[:1] in "0123456789" and target.text != source.text
        if other and any(_within(source, one.start, one.end) for one in sure):
            yield f"the version {source.text} became {target.text}; expected {source.text}"


def _number_format(pair: Pair) -> Iterator[str]:
    if pair.context.number_style == "source":
        return
    text = pair.left.text
    spoken = _names(pair)
    for source, target, reading in _compare(pair).matched:
        same = source.text == target.text
        if same and not any(one.native for one in source.readings):
            continue  # 1.299,00 €, as a shop abroad has it: the author's own writing
        if same and (_BARE.fullmatch(text) or any(_within(source, *one) for one in spoken)):
            continue
        labelled = same and (
            _LABEL.search(text[: source.start])
            or _named(source, target, pair)
            or _coded(source, target, pair)
        )
        if reading.native or labelled or _is_own(source, target, pair):
            continue
        if target.required:
            own = [r.value.normalize() for r in target.readings if r.native]
            reads = f"reads as {own[0]:f}" if own else f"is not written as in {pair.context.locale}"
            yield f"{target.text} {reads}; expected {_expected(source, pair)}"


_NUMBERED = frozenset({"zh", "ja", "yue", "ko"})
"""Languages whose months are numbers: news writes 10月, where CLDR's long name is 十月."""


def _dates(pair: Pair) -> Iterator[str]:
    result = _compare(pair)
    missing = [q for q in result.missing if q.month]
    extra = [q for q in result.extra if q.month]
    width = "abbreviated" if pair.context.language in _NUMBERED else "wide"
    names = babel_locale(pair.context.locale).months["format"][width]
    for index, month in enumerate(missing):
        became = f"became {extra[index].text}" if index < len(extra) else "is missing"
        yield f"{month.text} {became}; expected {names[int(month.value)]}"
    for month in extra[len(missing) :]:
        yield f"{month.text} is not in the source"
    context = pair.context
    days = unmatched(pair.left.plain, pair.right.plain, context.source_locale, context.locale)
    for day, other in zip_longest(*days):
        if day and other:
            yield f"{day.text} became {other.text}; expected {day_forms(day.day, context.locale)[0]}"
        elif other:
            yield f"{other.text} is not in the source"


def _number_words(pair: Pair) -> Iterator[str]:
    if pair.context.source_language != "en":
        return
    texts = pair.left.plain, pair.right.plain, pair.context.language
    word, instead = misspelled(*texts)
    if not word:
        word, instead = rescaled(*texts)
    if word:
        yield f"“{word}” became “{instead}”"
    elif share := other_share(*texts):
        yield f"“{share}” became another share"
    elif lost := lost_number(*texts) or lost_millions(*texts):
        yield f"“{lost}” is missing"


RULES = (
    Rule(
        "numbers",
        Severity.ERROR,
        "A number of the source is missing or has another value or sign (−, ≤), or there is one too many; the letter of an article or rule "
        "(12(3)(b), 112a) is missing or another.",
        "Values are compared, not digits: 28,000 = 28 000 = 28.000 = 2.8万 = 28 тыс., 3 p.m. = 15 h. "
        "Number words may stand for digits on either side and are never required themselves; digits "
        "of codes (G20, COVID-19), addresses, placeholders and code are left to other rules; any dash or word will do for a minus "
        "(零下), `b)`, (б) and `bis` for a letter. A number "
        "rounded or left out on purpose is accepted by the reviewer.",
        _numbers,
    ),
    Rule(
        "number-words",
        Severity.ERROR,
        "A number in words became another (twelve, dix-huit; two billion, dos billones; four to six, quatre à sept; two thirds, un tiers), or one of eleven and more, "
        "of things or of time (three of the ten candidates, six months), millions of them, or the end of a range, is nowhere.",
        "From English into Arabic, Chinese, French, Russian and Spanish. Words and figures are one, and so are dozens and decades, countless and millions; "
        "hours of the clock, English measures, ages and months (eighteen months are a year and a half) are let be.",
        _number_words,
    ),
    Rule(
        "number-format",
        Severity.WARNING,
        "A number with the right value, written by another language's conventions; versions, paragraphs, rooms (Room 3.14) and codes (XBB.1.5, targets 3.4 and 5.2) are none.",
        "Off where the workflow's number_style is `source`. Organisations that write 28,000 in every "
        "language switch it off, or set a regional locale (es-MX) whose CLDR conventions are theirs.",
        _number_format,
    ),
    Rule(
        "dates",
        Severity.ERROR,
        "A month or a day of the week became another, or a month is missing.",
        "Names are CLDR's, Levantine and Maghrebi Arabic ones included; a month may be a number "
        "(3月, 29/03). `May` and `March` count only beside a day, a year or a preposition. "
        "A day of the week may be left out; one that the source does not have is told where it has another. "
        "Days and years are numbers and belong to that rule.",
        _dates,
    ),
)
