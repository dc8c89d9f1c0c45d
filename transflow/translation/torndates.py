"""What an engine made of the dates of a sentence: put in order, or told.

In a sentence the engine writes dates, since they decide prepositions. Where it turns one round (`2026 年 15 一月`,
`2 2025 août`), the pieces that stand side by side are put in order; where the year has gone from its
month, the sentence is decoded again.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from transflow.quantities import months
from transflow.translation.dates import FROM_TO, Date, Period, find, written

__all__ = ["forms", "mended", "torn"]

_YEAR_FIRST = frozenset({"zh", "ja"})


def forms(text: str, locale: str) -> dict[str, tuple[str, ...]]:
    """How drafts may write the dates of a text that have a year: as it has them -> as the locale does.

    Args:
        text: Plain English.
        locale: BCP 47 tag of the drafts.
    """
    return {
        text[one.start : one.end]: (_core(one, locale),)
        for one in find(text)
        if one.first.year is not None and not one.first.weekday
        if one.first.day is not None or locale.partition("-")[0] not in _DECLINED
    }


_DECLINED = frozenset({"ru", "uk", "be", "pl", "cs", "sk", "hr", "sr", "sl", "fi", "lt", "lv"})
"""Languages whose months have cases of their own where no day is before them."""


def _core(period: Period, locale: str) -> str:
    """Running text without the word before it: `3 mai au 2 août 2025`."""
    lead, _ = FROM_TO.get(locale.partition("-")[0], ("", ""))
    said = written(period, locale, running=True)
    return said.removeprefix(lead) if period.last and period.said else said


_FIGURES = re.compile(r"\d+")
_FAR, _BEFORE, _FEW = 14, 9, 2
"""Letters within which a year stands behind its month, and before it; figures that may be between them."""


def torn(source: str, draft: str, locale: str) -> list[str]:
    """The dates of a source whose year the draft has beside no month of theirs, though it has both.

    Args:
        source: Plain English.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft.
    """
    dated = [one for one in find(source) if (one.last or one.first).year is not None]
    if not dated:
        return []
    named = [(one.start, one.end, int(one.value)) for one in months(draft, locale)]
    return [
        source[one.start : one.end]
        for one in dated
        if not _beside(draft, named, one.last or one.first, locale.partition("-")[0])
    ]


def _beside(draft: str, named: list[tuple[int, int, int]], date: Date, language: str) -> bool:
    """Whether the year stands by the month: before it in Chinese, the days of a range between them."""
    spots = [(start, end) for start, end, value in named if value == date.month]
    years = [match.span() for match in _FIGURES.finditer(draft) if match[0] == str(date.year)]
    if not spots or not years:
        return True
    others = [match.span() for match in _FIGURES.finditer(draft)]
    for start, end in spots:
        for begin, stop in years:
            if language in _YEAR_FIRST and begin >= end:
                continue
            low, high = (end, begin) if begin >= end else (stop, start)
            between = [span for span in others if low <= span[0] and span[1] <= high]
            far = _FAR if begin >= end or language in _YEAR_FIRST else _BEFORE
            if 0 <= high - low <= far and len(between) <= _FEW:
                return True
    return False


def mended(source: str, draft: str, locale: str) -> str:
    """The draft with each date in order whose pieces stand side by side in it, but not as dates do.

    Args:
        source: Plain English.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft.
    """
    language = locale.partition("-")[0]
    draft = _of_one_month(source, draft) if language == "ar" and "/" in draft else draft
    for period in find(source) if language in _RUNS else ():
        right = _core(period, locale)
        if language == "es" and period.last and period.said and right not in draft:
            bare = re.escape(right.replace(" al ", " a ", 1))  # de 3 de mayo a 2 de agosto
            draft = re.sub(rf"\bdel? {bare}", f"del {right}", draft)
        garbled = None if right in draft else next(_garbled(draft, period, language), None)
        if garbled:
            start, end = garbled
            lead, _ = FROM_TO.get(language, ("", "")) if period.last and period.said else ("", "")
            begun = draft[:start].lower().endswith(lead)
            draft = draft[:start] + ("" if begun else lead) + right + draft[end:]
        elif language == "ru" and period.last is None and right not in draft:
            draft = _with_year(draft, period.first, right)
    return draft


def _of_one_month(source: str, draft: str) -> str:
    """An Arabic draft whose two names of a month, تشرين الأول/فبراير, are one: the other goes where the source has one of the two."""
    wanted = {month.value for month in months(source, "en")}
    for one, other in reversed(list(pairwise(months(draft, "ar")))):
        right = [month for month in (one, other) if month.value in wanted]
        if draft[one.end : other.start].strip() == "/" and len(right) == 1:
            draft = draft[: one.start] + draft[right[0].start : right[0].end] + draft[other.end :]
    return draft


def _with_year(draft: str, date: Date, right: str) -> str:
    """A Russian draft whose year stands at its beginning, far from its day: 2031 года … 19 января."""
    ahead = re.match(rf"(?:В )?{date.year} (?:года|году),? (?=[а-яё])", draft)
    day = re.search(rf"(?<!\d){right.partition(f' {date.year}')[0]}(?: года)?(?![\w ]\d)", draft)
    if date.day is None or date.year is None or not ahead or not day:
        return draft
    text = draft[ahead.end() : day.start()] + right + draft[day.end() :]
    return text[:1].upper() + text[1:]


_RUNS = {
    "zh": r"[年月日号、，,至到从自\s–—-]|星期[一二三四五六日天]|周[一二三四五六日]",
    "fr": r"\s|[,–—-]|\b(?:du|au|le|de|et|à|er)\b",
    "es": r"\s|[,–—-]|\b(?:del?|al?|el|y)\b",
    "ru": r"\s|[,–—-]|\b(?:года?|г\.|с|по|до|и)",
    "ar": r"\s|[،,–—-]|\b(?:من|إلى|و|في|عام)\b",
}
"""Language -> what may stand between the pieces of a date."""


def _garbled(draft: str, period: Period, language: str) -> Iterator[tuple[int, int]]:
    """Stretches of a draft that hold the figures of a date, each once, and nothing else, in a wrong order."""
    pieces = [(one.start, one.end, f"m{int(one.value)}") for one in months(draft, language)]
    pieces += [
        (match.start(), match.end(), match[0].lstrip("0") or "0")
        for match in _FIGURES.finditer(draft)
        if not any(a <= match.start() < b for a, b, _ in pieces)
    ]
    pieces.sort()
    joint = re.compile(rf"(?:{_RUNS[language]})*")
    size = sum(period.values.values())
    for at in range(len(pieces) - size + 1):
        row = pieces[at : at + size]
        if Counter(value for _, _, value in row) != period.values:
            continue
        gaps = pairwise(row)
        whole = draft[row[0][0] : row[-1][1]]
        if all(joint.fullmatch(draft, one[1], other[0]) for one, other in gaps) and (
            _is_wrong([value for _, _, value in row], period, language)
            or (period.last is None and _PARTED.search(whole))
        ):
            end = row[-1][1]
            if language in _YEAR_FIRST:
                tail = re.match(r"\s?[年日号]", draft[end:])
                end += tail.end() if tail else 0
            yield row[0][0], end


_PARTED = re.compile("[一二三四五六七八九十]月|月[、，]|年[、，]")
"""A Chinese date whose month is a word beside figures, or whose pieces a comma parts."""


def _is_wrong(values: list[str], period: Period, language: str) -> bool:
    """Whether the pieces are in an order that the language has not for this date."""
    first, last = period.first, period.last
    row: list[str | None] = []
    for date in (first, last) if last else (first,):
        day = str(date.day) if date.day is not None else None
        parts = [str(date.year) if date.year is not None else None, f"m{date.month}", day]
        row += parts if language in _YEAR_FIRST else parts[::-1]
    wanted = [value for value in row if value]
    if last is None:
        return values != wanted
    left = Counter(wanted) - period.values
    for which in (wanted, wanted[::-1]):
        kept, spare = [], Counter(left)
        for value in which:
            if spare[value]:
                spare[value] -= 1
            else:
                kept.append(value)
        if values == (kept if which is wanted else kept[::-1]):
            return False
    return True
