"""Whether numbers, places and what happened still belong together: 70 per cent in the Americas, killed and wounded, lost and won.

Every word and figure is there, only beside another one. Judged where the source, and its translation likewise, tells two or
more pairs one after the other (place and number, or number and place), so that each has one neighbour alone.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from transflow.quantities.comparison import compare
from transflow.quantities.halves import crossed
from transflow.quantities.inrow import counted, is_year, reordered, several
from transflow.quantities.wordset import word_set

__all__ = ["Places", "displaced"]

Places = Sequence[tuple[int, int, int, int]]
"""Where each place of a text begins and ends, and where in its translation."""

_EVENTS: tuple[tuple[str, str, str, str, str, str], ...] = (
    # English, French, Spanish, Russian, Chinese, Arabic
    (r"halved?", r"moitié", r"mitad", r"вдвое|наполовину", "减半|一半|减少[了]?50", r"نصف"),
    (r"doubled?", r"doubl", r"dupl|dobl", r"удво|вдвое", r"翻了?一?番|一倍|两倍|翻倍", r"تضاعف|ضعف"),
    (r"tripled?|trebled?", r"tripl", r"tripl", r"утро|втрое", r"三倍|两倍|增加?了?两倍", r"ثلاث"),
    (r"rose|risen|increased|grew|grown", r"augment|progress|cr[ûu]|hausse|grimp", r"aument|sub[ií]|creci|increment", r"вырос|возрос|увелич|повыс|поднял", "[增升涨]|上扬", r"ارتف|زاد|ازداد"),
    (r"fell|fallen|decreased|dropped|declined", r"baiss|dimin|recul|chut|régress", r"baj[óoa]|ca[íy]|disminu|descend|redu", r"сни[зж]|упал|сократ|уменьш", "[降跌减]|下滑", r"انخف|تراجع|هبط|قل"),
    (r"won|wins", r"gagn|remport|victo", r"gan[óoa]|venci|triunf", r"выигр|побед", "胜诉|获胜|赢|战胜|夺冠", r"كسب|فاز|ربح"),
    (r"lost|loses", r"perd", r"perd|pierd", r"проигр|потерп|утрат|потеря", "败诉|落败|输掉|输给|失去|失利", r"خسر|فقد"),
    (r"killed|died|dead", r"tué|mort|décéd|péri", r"muert|muri|mat[óa]|asesin|falleci", r"погиб|убит|умер|смерт", "死|丧生|遇难|身亡", r"قتل|مات|توفي|لقي|مصرع|وفاة"),
    (r"wounded|injured|hurt", r"bless", r"herid|lesion", r"ранен|пострада", "伤", r"جرح|جريح|أصيب|إصاب|مصاب|اصيب"),
    (r"requested|demanded", r"demand|sollicit", r"solicit|pedid|pidi|requer", r"запро|просьб|потреб|требов", "请求|要求", r"طلب|طالب"),
    (r"opposed|opposes", r"oppos", r"opus|opon|opos", r"против|возраж", "反对", r"عارض|معارض|اعترض"),
    (r"supported|backed", r"sout[ei]n|appu|appuy", r"apoy|respald", r"поддерж", "支持", r"أيد|دعم|ساند|مؤيد"),
    (r"exported|exports", r"export", r"export", r"экспорт|вывез", "出口", r"صدر|صادر|تصدير"),
    (r"imported|imports", r"import", r"import", r"импорт|ввез", "进口", r"استورد|وارد|استيراد"),
)  # fmt: skip
"""What is told of places or with numbers, each by itself once in a text."""
_KEYS = frozenset(
    re.findall("[a-z]+", " ".join(f"{one[0]} {one[0].replace('?', '')}" for one in _EVENTS))
)
_WORDS = tuple(
    frozenset(re.findall("[a-z]+", f"{one[0].replace('?', '')} {one[0].replace('d?', '')}"))
    for one in _EVENTS
)
"""The English words of each."""
_JOINED = re.compile(r"(?:,? and |, )(?:the |in |in the )?")
_DIVIDED = re.compile("[;；؛\\d]")
_NEAR = 12
_LANGUAGES = {"en": 0, "fr": 1, "es": 2, "ru": 3, "zh": 4, "ar": 5}


@dataclass(frozen=True, slots=True, order=True)
class _Spot:
    """Where a thing stands on both sides, and what the source calls it."""

    start: int
    its: int
    text: str


@cache
def _events(at: int, language: str) -> re.Pattern[str]:
    forms = _EVENTS[at][_LANGUAGES[language]]
    if language == "en":
        return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)
    lead = "" if language in {"zh", "ar"} else r"\b"
    return re.compile(rf"{lead}(?:{forms})", re.IGNORECASE)


def _happened(source: str, target: str, language: str) -> list[_Spot]:
    """The events of a source that its translation has in one place each; nothing if one is nowhere or twice."""
    spots = []
    said = word_set(source)
    for at, words in enumerate(_WORDS):
        if words.isdisjoint(said):
            continue
        own = list(_events(at, "en").finditer(source))
        if not own:
            continue
        its = list(_events(at, language).finditer(target))
        if len(own) != 1 or len(its) != 1:
            return []
        spots.append(_Spot(own[0].start(), its[0].start(), own[0][0]))
    return spots if len({one.its for one in spots}) == len(spots) else []


def _figures(source: str, target: str, source_tag: str, tag: str) -> list[_Spot]:
    """The numbers of a source in figures and words, of which each is once on either side; no years."""
    found = compare(source, target, source_tag, tag)
    if found.missing or found.extra:
        return []
    own, its = counted(source, source_tag), counted(target, tag)
    spots = []
    for value, places in own.items():
        if is_year(value) or value < 2:
            continue
        if len(places) != 1 or len(its.get(value, ())) != 1:
            return []
        start, end = places[0]
        spots.append(_Spot(start, its[value][0][0], source[start:end]))
    return spots


def displaced(
    source: str, target: str, source_tag: str, tag: str, places: Callable[[], Places]
) -> Iterator[str]:
    """What stands where another number, place, event or denial does in the source, in words for a finding.

    Args:
        source: English text, addresses and placeholders blanked.
        target: Its translation, likewise.
        source_tag: BCP 47 tag of the text.
        tag: BCP 47 tag of the translation; a language without data is not judged.
        places: The places of the text, asked for where they count: most sentences say nothing that could change.
    """
    language = tag.partition("-")[0]
    if language not in _LANGUAGES or source_tag.partition("-")[0] != "en":
        return
    yield from reordered(source, target, source_tag, tag)
    if source.count(";") == 1:
        yield from crossed(source, target, language, places())
    happened = not _KEYS.isdisjoint(word_set(source))
    if not happened and not several(source):
        return
    events = _happened(source, target, language) if happened else []
    where = _grouped(source, target, places())
    if max(len(events), len(where)) < 2:
        return
    figures = _figures(source, target, source_tag, tag)
    for one, other in ((where, figures), (events, where), (events, figures)):
        if told := _changed(one, other):
            yield told
            return


def _grouped(source: str, target: str, places: Places) -> list[_Spot]:
    """The places, those joined by nothing but an `and` on both sides as one: Europe and Central Asia."""
    spots: list[_Spot] = []
    ends = (0, 0)
    for start, end, its, its_end in places:
        joined = spots and _JOINED.fullmatch(source, ends[0], start)
        if joined and 0 <= its - ends[1] <= _NEAR and not _DIVIDED.search(target, ends[1], its):
            last = spots.pop()
            spots.append(_Spot(last.start, last.its, source[last.start : end]))
        else:
            spots.append(_Spot(start, its, source[start:end]))
        ends = (end, its_end)
    return spots


def _changed(one: Sequence[_Spot], other: Sequence[_Spot]) -> str:
    if len(one) < 2 or len(one) != len(other):
        return ""
    own, its = _pairs(one, other, "start"), _pairs(one, other, "its")
    for left, right in its.items() if own else ():
        if own[left] != right:
            return f"{right.text} stands with {left.text}; expected {own[left].text} there"
    return ""


def _pairs(one: Sequence[_Spot], other: Sequence[_Spot], side: str) -> dict[_Spot, _Spot]:
    """Each of the first kind -> its neighbour of the second, where they take turns; empty elsewhere."""
    row = sorted([*one, *other], key=lambda spot: int(getattr(spot, side)))
    ahead = [spot in one for spot in row]
    if ahead != [ahead[0], not ahead[0]] * len(one):
        return {}
    pairs = zip(row[::2], row[1::2], strict=True)
    return dict(pairs) if ahead[0] else {second: first for first, second in pairs}
