"""Numbers in drafts: every value of the source there, none invented, in the locale's writing.

Judged by the rule that checks go by (transflow.quantities), so that a reviewer is not told of
what drafting let pass.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from babel.numbers import format_compact_decimal

from transflow.bcp47 import babel_locale
from transflow.quantities import (
    Quantity,
    compare,
    day_forms,
    digits,
    is_measure,
    months,
    weekdays,
)
from transflow.translation import dayhours
from transflow.translation.measures import localise, percent

__all__ = ["Settled", "compare", "renderings", "settle"]

_JOINED = re.compile(r"[\s.,'’]{0,2}")
"""What stands between the pieces of one garbled number, and between a number and a stray one."""
_MEASURE = re.compile(r"\s?(?:%|‰|°\s?[CF]?)")
_PERCENT = re.compile(r"(?<=\d)[ \u00a0\u202f]?%(?![\w(])")
"""Not the sign of `%s` or `%(name)s`, which a number may stand before."""
_GLUED = re.compile(r"[A-Za-zÀ-ÿЀ-ӿ\u0620-\u064a]{3}")
"""Letters of a word, in a script that parts words; fewer may be an ending (`5e`) or a unit."""
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_SIGN = re.compile(r"[A-Za-z]{1,2}(?!\w)")
"""A letter written on a number: 50p."""
_ORDINALS = {
    "fr": "{}e",
    "es": "{}.º",
    "pt": "{}.º",
    "ru": "{}-й",
    "zh": "第{}",
    "ja": "第{}",
    "de": "{}.",
}
"""How a number in a row is written; without data, the bare number."""
_NAME = re.compile(r"(?<!\w)([A-Z][\w.+-]*)[ \u00a0]$")
_ZEROS = re.compile(r"(\d{1,3})[.,]0{1,2}")
_ALIKE = 0.5
_COMMAS = {"ar": "،", "fa": "،", "ur": "،", "zh": "，", "ja": "、"}
"""What parts two clauses where it is not a comma."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A draft whose numbers were seen to.

    Attributes:
        text: The draft.
        missing: Numbers of the source it lacks, as the source has them.
        foreign: Numbers it has of its own.
        removed: Numbers it had of its own, where the source has none at all.
    """

    text: str
    missing: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def renderings(
    texts: Iterable[str], source_locale: str, locale: str, *, figures: bool = True
) -> dict[str, tuple[str, ...]]:
    """How drafts may write the months, days and numbers of some texts: as the locale does first, or as they are.

    Args:
        texts: Plain sources.
        source_locale: BCP 47 tag.
        locale: BCP 47 tag of the drafts.
        figures: Whether numbers are wanted, too.
    """
    forms: dict[str, tuple[str, ...]] = {}
    names = babel_locale(locale).months
    for text in texts:
        for month in months(text, source_locale):
            which = int(month.value)
            forms[month.text] = tuple(
                dict.fromkeys(names[use]["wide"][which] for use in ("format", "stand-alone"))
            )
        for day in weekdays(text, source_locale):
            forms[day.text] = day_forms(day.day, locale)
        forms |= dayhours.forms(text, locale) if source_locale.partition("-")[0] == "en" else {}
        for number in digits(text, source_locale) if figures else ():
            own = number.figures
            plain = (localise(own, source_locale, locale), own)
            ordinal = _ORDINAL.match(text, number.end) if own.isdecimal() else None
            if ordinal:
                first = _ORDINALS.get(locale.partition("-")[0], "{}").format(own)
                forms[own + ordinal[0]] = tuple(dict.fromkeys((first, own)))
            elif sign := _SIGN.match(text, number.end):
                forms[own + sign[0]] = (own + sign[0], *plain)
            else:
                forms[own] = tuple(dict.fromkeys(plain))
    return dict(sorted(forms.items()))


def settle(
    source: str,
    draft: str,
    source_locale: str,
    locale: str,
    *,
    style: str = "locale",
    standins: Collection[str] = (),
) -> Settled:
    """Write the draft's numbers as the locale does, mend wrong ones and take stray ones out.

    A number of the source that is not in the draft takes the place of the one most like it that
    is in the draft and not in the source. Figures side by side with a number, and one that comes
    a second time, are a decoder's slip and go; any other invention stays and is reported.

    Args:
        source: Plain source.
        draft: Plain draft.
        source_locale: BCP 47 tag.
        locale: BCP 47 tag of the draft.
        style: `locale`, `compact` for large numbers with a multiplying word, or `source` to write them as the source does.
        standins: Numbers of the source that stand for literals. Where there are no others, an
            invented one came of them, or of nothing, and goes: one human translation in a
            thousand has a number where the source has no figure.
    """
    result = compare(source, draft, source_locale, locale)
    edits = [
        (b.start, b.start + len(b.figures), a.figures)
        if _versioned(source, a, draft, b)
        else _rewritten(a, b, source_locale, locale, style)
        for a, b, _ in result.matched
    ]
    runs = list(_runs(draft, [q for q in result.extra if not q.month]))
    missing = [q for q in result.missing if not q.month]
    for number in list(missing):
        run = max(runs, key=lambda one: _alike(number, one), default=None)
        if run and (len(runs) >= len(missing) or _alike(number, run) >= _ALIKE):
            start, end, new = _mended(number, run, source_locale, locale, style)
            if end == run[-1].end:
                end += len(draft[end:]) - len(draft[end:].lstrip("万亿萬億"))
            edits.append((start, end, new))
            runs.remove(run)
            missing.remove(number)
    text = _edited(draft, edits)
    removed: tuple[str, ...] = ()
    if runs:
        wanted = {number.text for number in digits(source, source_locale)}
        bare = wanted <= set(standins)
        text = _without_strays(source, text, source_locale, locale, bare=bare)
        removed = () if wanted else tuple(number.text for run in runs for number in run)
    if style != "source" and "%" in source:
        text = _PERCENT.sub(percent(locale), text)
    text = _apart(source, text, source_locale, locale)
    if result.extra or result.missing:
        result = compare(source, text, source_locale, locale)
    return Settled(
        text,
        tuple(q.text for q in result.missing if not q.month),
        foreign := tuple(q.text for q in result.extra if not q.month),
        tuple(one for one in removed if one not in foreign),
    )


def _edited(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _bare(text: str) -> str:
    return "".join(str(int(letter)) for letter in text if letter.isdecimal())


def _rewritten(
    number: Quantity, other: Quantity, source_locale: str, locale: str, style: str
) -> tuple[int, int, str]:
    """A draft's number in the locale's writing, where its digits are the source's own; 28,000 as 2.8万 only where that is asked for."""
    figures, own = number.figures, other.figures
    dated = number.month or other.month
    shown = figures if style == "source" else localise(figures, source_locale, locale)
    if number.factor == 1 and figures.isascii() and not dated:
        if style == "compact" and other.factor == 1 and (short := _compact(number, locale)):
            return other.start, other.end, short
        if style != "compact" and other.factor != 1 and number.text == figures:
            more = "".join(letter for letter in other.text if letter in _AND_MORE)
            return other.start, other.end, shown + more
    text = own
    same = figures.isascii() and _bare(figures) == _bare(own) and number.factor == other.factor
    if _ZEROS.fullmatch(own) and figures.isdecimal() and _ZEROS.sub(r"\1", own) == figures:
        text = figures  # 8.0 is no way to write 8
    if same and not dated:
        text = shown
    return other.start, other.start + len(own), text


_AND_MORE = "多余餘"


def _compact(number: Quantity, locale: str) -> str:
    """A large number with a multiplying word (CLDR's compact form), where that is the same value: 2.8万, 28 mil."""
    if number.value < _COMPACT or number.parts:
        return ""
    known = babel_locale(locale)
    kind: Literal["long", "short"] = "long" if "long" in known.compact_decimal_formats else "short"
    text = format_compact_decimal(number.value, format_type=kind, locale=known, fraction_digits=2)
    read = [one.value for one in digits(text, locale)]
    return text if read == [number.value] else ""


_COMPACT = 10_000


def _versioned(source: str, number: Quantity, draft: str, other: Quantity) -> bool:
    """Whether the number is a version: behind the same name, ClaimSplit 2.0, in both texts."""
    name = _NAME.search(source, 0, number.start)
    return (
        name is not None
        and not is_measure(name[1])
        and "." in number.figures
        and draft[: other.start].rstrip().endswith(name[1])
        and not _MEASURE.match(source, number.end)
    )


def _runs(text: str, numbers: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    """Numbers side by side: one number that a decoder garbled, `5 6000 5 600 000`."""
    run: list[Quantity] = []
    for number in sorted(numbers, key=lambda each: each.start):
        if run and not _JOINED.fullmatch(text, run[-1].end, number.start):
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _alike(number: Quantity, run: Sequence[Quantity]) -> float:
    """How much of a number's digits a run has, from 0 to 1."""
    digits = "".join(_bare(one.text) for one in run)
    return SequenceMatcher(None, _bare(number.figures), digits, autojunk=False).ratio()


def _mended(
    number: Quantity, run: Sequence[Quantity], source_locale: str, locale: str, style: str
) -> tuple[int, int, str]:
    """A wrong number's place, its scale word included where the right one has another."""
    first, last = run[0], run[-1]
    plain = number.figures
    if number.factor == last.factor:
        text = localise(plain, source_locale, locale) if style != "source" else plain
        return first.start, last.start + len(last.figures), text
    plain = f"{number.value.normalize():,f}"
    text = localise(plain, "en", locale) if style != "source" else plain
    return first.start, last.end, text


def _without_strays(source: str, draft: str, source_locale: str, locale: str, *, bare: bool) -> str:
    """The draft without figures beside a number, repeated ones, and all where it has to be bare."""
    result = compare(source, draft, source_locale, locale)
    origin = {other.start: one for one, other, _ in result.matched}
    right = [other for _, other, _ in result.matched if not other.month]
    values = {other.value for other in right}
    edits = []
    for run in _runs(draft, [q for q in result.extra if not q.month]):
        start, end = run[0].start, run[-1].end
        before = [other.end for other in right if _JOINED.fullmatch(draft, other.end, start)]
        behind = [other.start for other in right if _JOINED.fullmatch(draft, end, other.start)]
        if before:
            edits.append((max(before), end, " " * draft[end : end + 1].isalnum()))
        elif behind:
            edits.append((start, min(behind), ""))
        elif (bare and all(number.factor == 1 for number in run)) or all(
            number.value in values for number in run
        ):
            twin = next((one for one in right if one.value == run[0].value), run[0])
            one = origin.get(twin.start)
            asked = one is None or _dated(source, one.start, one.end, source_locale)
            stays = _dated(draft, twin.start, twin.end, locale)
            other = _dated(draft, start, end, locale)
            if stays not in {other, asked or twin.value >= _YEARS}:
                start, end = twin.start, twin.end  # the year of a month stays: 2023 … June 2023
            sign = _MEASURE.match(draft, end) or (_DAY.match(draft, end) if stays else None)
            stop = sign.end() if sign else end
            edits.append((start - draft[:start].endswith(" "), stop, ""))
    return _edited(draft, edits).strip()


_YEARS = 1000
_DAY = re.compile("日(?![志报常期程前后内起])")


def _dated(draft: str, start: int, end: int, locale: str) -> bool:
    """Whether a number stands beside the name of a month."""
    return any(
        _DATED.fullmatch(draft, month.end, start) or _DATED.fullmatch(draft, end, month.start)
        for month in months(draft, locale)
    )


_DATED = re.compile(r"[\s\u00a0]*(?:de\s|del\s|года?\s|年)?")


def _apart(source: str, draft: str, source_locale: str, locale: str) -> str:
    """The draft's numbers apart: a comma in `5 300` made of two, a space before the next word."""
    matched = [
        (number.end, other)
        for number, other, _ in compare(source, draft, source_locale, locale).matched
        if not (number.month or other.month)
    ]
    starts = {other.start for _, other in matched if not other.parts}
    comma = _COMMAS.get(locale.partition("-")[0], ",")
    edits = [
        (part.end, part.end, comma)
        for number in digits(draft, locale)
        if number.parts and all(part.start in starts for part in number.parts)
        for part in number.parts[:-1]
    ]
    edits += [
        (other.end, other.end, " ")
        for end, other in matched
        if _GLUED.match(draft, other.end) and source[end : end + 1].isspace()
    ]
    return _edited(draft, edits)
