"""What a decoder left behind is taken out of a draft; the finding that it was there stays."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from transflow.translation import dates, literals
from transflow.translation.distrust import UNKNOWN
from transflow.translation.literals import Literal
from transflow.translation.loops import DOUBLED, TOKEN, parted

__all__ = ["coupled", "moved", "spaced", "tidied", "unaltered", "unglued"]

_AND = {"and": "و", "or": "أو"}
_LONGEST = 12
"""Words of the longest group that is looked for, as in distrust.py."""
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_DOUBLE = re.compile(r"(?<=\S) {2,}(?=\S)")
_LOOSE = re.compile(r"(?<=\w) +(?=[.,)](?!\w))|(?<=\() +(?=\w)")
_COMMAS = re.compile(r"([,،，、])(?: ?\1)+(?!\w)|([،，、])(?: ?\2)+")
_GLUED_COMMA = re.compile(r"(?<=[^\W\d])([،؛])(?=[^\W\d])")
_DASH_INSIDE = re.compile(r"(?<=[^\s,—]),? ?— ?» (?=\w)")
_ODD = (
    (_DOUBLE, r" "),
    (_LOOSE, r""),
    (_COMMAS, r"\1\2"),
    (_GLUED_COMMA, r"\1 "),
    (_DASH_INSIDE, r"», — "),
    (re.compile("[\u202a-\u202e\u2066-\u2069]"), ""),
)
_GAPS = re.compile(r"(?<=\S) {2,}(?=\S)| +(?=[.,)\]])|(?<=[(\[]) +")


def tidied(source: str, draft: str) -> str:
    """The draft without loops and the model's own marks, unless the source has such.

    Args:
        source: What the engine read.
        draft: What came back, found suspect.
    """
    text = draft if _unlooped(source) != source else _unlooped(draft)
    text = UNKNOWN.sub(lambda match: match[0] if match[0] in source else "", text)
    if text == draft or not any(map(str.isalnum, text)):
        return draft
    return _GAPS.sub(
        lambda match: " " * (match.end() < len(text) and text[match.end()].isalnum()), text
    )


def spaced(source: str, draft: str) -> str:
    """The draft without a space or comma too many or too few, unless the source has such.

    Pieces that no word came of leave two spaces side by side, one before a full stop, or two commas; an Arabic
    comma is no part of the word behind it, and a Russian dash behind a quotation stands outside of it. No control of
    direction is of the model's own.
    """
    for odd, right in _ODD:
        if not odd.search(source):
            draft = odd.sub(right, draft)
    return draft


def unglued(source: str, draft: str, locale: str) -> str:
    """The draft without an empty pair of brackets, English rows (39th), and stray figures on a word (9fax).

    Args:
        source: Plain English.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft.
    """
    if not _EMPTY.search(source):
        draft = _EMPTY.sub("", draft)
    for match in _BRACKETED.finditer(source) if "(" in source else ():
        draft = _once(match, source, draft)
    if locale.partition("-")[0] == "ru":
        draft = _IN_MONTH.sub(_declined, draft)
    if "/" in draft and locale.partition("-")[0] == "ar":
        draft = _TWO_NAMES.sub("", draft)
    if _ROW.search(draft):
        draft = _ROW.sub(lambda match: dates.ordinal(match["figures"], locale), draft)

    def apart(match: re.Match[str]) -> str:
        if match[0] in source or match["word"] in _ENDINGS:
            return match[0]
        known = re.search(rf"(?<!\d){match['figures']}(?!\d)", source)
        return f"{match['figures']} {match['word']}" if known else match["word"]

    return _GLUED.sub(apart, draft)


def _once(match: re.Match[str], source: str, draft: str) -> str:
    """The draft with a code in brackets as often as the source has it: where the source has it, if it is said twice."""
    spots = [one.span() for one in re.finditer(rf"[ \u00a0]?[(（]{match['code']}[)）]", draft)]
    if len(spots) != 2 or source.count(match["code"]) != 1:
        return draft
    place = match.start() / len(source)
    start, end = max(spots, key=lambda spot: abs(spot[0] / len(draft) - place))
    return draft[:start] + draft[end:]


_BRACKETED = re.compile(r"(?a:\((?P<code>[A-Z][A-Z0-9]+)\))")
_EMPTY = re.compile(r"\s?(?:\(\s*\)|（\s*）)")
_ROW = re.compile(r"(?a:(?<![\w.,])(?P<figures>\d+)(?:st|nd|rd|e?th)(?!\w))")
_GLUED = re.compile(
    r"(?<![\w.,/:-])(?P<figures>\d{1,3})(?P<word>[^\W\d_A-ZА-Я\u0600-\uffff]{3,})(?![\w])"
)
_ENDINGS = frozenset(
    [
        "ème",
        "ère",
        "èmes",
        "ères",
        "eme",
        "ers",
        "nde",
        "ndes",
        "era",
        "eras",
        "ero",
        "eros",
        "avo",
        "ava",
        "avos",
        "ros",
        "ras",
        "fois",
    ]
)
"""What languages write on figures."""


_TWO_NAMES = re.compile(
    r"\b(?:كانون (?:الثاني|الأول)|تشرين (?:الثاني|الأول)|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول) ?/ ?"
    "(?=(?:يناير|فبراير|مارس|أبريل|إبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر))"
)
"""A month's eastern name before that of CLDR, as the United Nations write both, where other dates of a text have one."""
_IN_MONTH = re.compile(
    r"(?<!\w)(?P<lead>[ВвСс]|[Дд]о|[Пп]осле) (?P<month>январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь)(?= \d{4})"
)


def _declined(match: re.Match[str]) -> str:
    """A month that was put in as it is called, in the case that its preposition wants: в марте 2022 года, до мая 2022 года."""
    soft, stem = match["month"][-1] in "ьй", match["month"].rstrip("ьй")
    ending = "е" if match["lead"] in "Вв" else "я" if soft else "а"
    return f"{match['lead']} {stem}{ending}"


def coupled(source: str, draft: str, locale: str, held: Sequence[Literal] = ()) -> str:
    """The Arabic draft with `and` between two literals, not behind them or nowhere, where stand-ins left it.

    Args:
        source: Plain English.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft.
        held: The literals that are in it, as the locale writes them; those of the source if not given.
    """
    if locale.partition("-")[0] != "ar":
        return draft
    texts = {(one.start, one.end): one.text for one in held or literals.find(source)}
    texts |= {
        spot: source[slice(*spot)]
        for spot in literals.soft_ranges(source)
        if all(spot[0] >= b or spot[1] <= a for a, b in texts)
    }
    for (a, b), (c, d) in pairwise(sorted(texts)):
        word = _AND.get(source[b:c].strip())
        if word:
            one, other = texts[a, b], texts[c, d]
            side_by_side = re.search(
                rf"(?<!\w){re.escape(one)} {re.escape(other)}(?!\w|\.\w)(?: {word}(?=\s|[.،؛:!؟]|$))?",
                draft,
            )
            if side_by_side:
                start, end = side_by_side.span()
                draft = f"{draft[:start]}{one} {word} {other}{draft[end:]}"
    return draft if _OPEN.search(source) else _ALONE.sub("", draft)


_OPEN = re.compile(r"\b(?:and|or)\W*$|و\W*$", re.IGNORECASE)
_ALONE = re.compile(r"(?<=\S) و(?=[.؟!]?$)")
"""An `and` that nothing follows."""


def _unlooped(text: str) -> str:
    """The text with each group of words that stands side by side again and again once."""
    tokens = list(TOKEN.finditer(text))
    words = [token[0].lower() for token in tokens]
    cuts: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        size, times = _loop_at(words, at)
        group = text[tokens[at].start() : tokens[min(at + size, len(words) - 1)].start()]
        if times < 2 or (times == 2 and parted(group)):  # `a, a`: a figure of speech, or a list
            at += 1
            continue
        end = at + size * times
        cuts.append((tokens[at + size - 1].end(), tokens[end - 1].end()))
        at = end
    for start, stop in reversed(cuts):
        text = text[:start] + text[stop:]
    return text


def _loop_at(words: list[str], at: int) -> tuple[int, int]:
    """How long a group is that begins here and is repeated, and how often; (1, 1) for none.

    Twice is enough for words of four letters and three Chinese ones; shorter need three times.
    """
    for size in range(1, min(_LONGEST, (len(words) - at) // 2) + 1):
        group = words[at : at + size]
        times = 1
        while words[at + size * times : at + size * (times + 1)] == group:
            times += 1
        letters = "".join(group)
        if letters in DOUBLED:
            continue
        heavy = len(letters) >= (3 if _CJK.search(letters) else 4)
        if times >= (2 if heavy else 3) and any(map(str.isalpha, letters)):
            return size, times
    return 1, 1


def unaltered(before: str, after: str, fixed: Iterable[str]) -> str:
    """An edited draft with its literals as they were: in `grep -y index.html` nothing is a Spanish word.

    Args:
        before: The draft with its literals.
        after: The same, its words put right.
        fixed: The literals.
    """
    lost = {one for one in fixed if after.count(one) < before.count(one)}
    if not lost:
        return after
    places = moved(before, after)
    whole = re.compile("|".join(map(re.escape, sorted(lost, key=len, reverse=True))))
    for match in reversed(list(whole.finditer(before))):
        after = after[: places[match.start()]] + match[0] + after[places[match.end()] :]
    return after


def moved(before: str, after: str) -> list[int]:
    """Where each place of a text is after it was edited, its end included."""
    head = _shared(before, after)  # most edits are small: comparing is dear
    most = min(len(before), len(after)) - head
    tail = min(most, _shared(before[::-1], after[::-1]))
    end = len(before) - tail
    places = [*range(head), *[0] * (end - head), *range(len(after) - tail, len(after) + 1)]
    middle = SequenceMatcher(
        None, before[head:end], after[head : len(after) - tail], autojunk=False
    )
    for tag, a, b, c, d in middle.get_opcodes():
        for place in range(a, b):
            new = c + (place - a) if tag == "equal" else min(c + (place - a), d)
            places[head + place] = head + new
    return places


def _shared(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
