"""Cut a unit's text into sentences."""

import re
from collections.abc import Callable, Collection, Iterable
from functools import cache
from itertools import accumulate

from transflow.segmentation.rules import Pairs, Rules, rules_for

__all__ = ["CODE", "RULES_VERSION", "split"]

RULES_VERSION = "16"
"""Raised with every change of the rules or of sentencex that moves a cut; kept in catalogs."""

CODE = "Ꙁ"
"""Written for the first letter of code: a capital, as sentences may begin with code, but of no word."""

_END = r"[.!?…。！？។៕%s][.!?…。！？។៕%s]*[\"'”’»)\]）」』]*(?=\s|[^\W\d_]|(?<=[。！？”』」）])\d)"
"""The end of a sentence, with the marks that end one only in some languages."""
_ITEM = re.compile(
    r"(?:^|(?<=\s))\s*(?P<mark>[•⁃‣*-]?\s?(?:\(|\\?\[)?(?P<number>\d{1,3}|[a-z])(?P<close>\\?(?:[.)]{1,2}|\])))\s+(?=\w)"
)
_GLUED = re.compile(r"(?<![\d,.])\d\.$|(?<!\S)\.$")
"""What letters right behind it belong to: `1.Pan`, `.NET`."""
_NAME = re.compile(r"[(_=/\\@]|\.NET\b|[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]|\..+\.(?=\w)")
"""What only names in code have among words glued to a dot: `http.FileResponse`, `a.b.Cell`, ASP.NET."""
_SPACE = re.compile(r"\s*")
_BLANK = re.compile(r"[^\S\n\r\t ]")
_GERSHAYIM = re.compile(r'(?<=[א-ת])"(?=[א-ת])')
"""The sign of an abbreviation in Hebrew, which is no quotation mark: `צה"ל`."""
_BULLET = re.compile(r"\A[•▪◦‣⁃●■](?=\s)")
_SINGLE = re.compile(r"[\w ,;:'’\"“”()\[\]/&%–—$€£#*+=@<>{}|~^-]*[.!?]?")
"""Words and marks that end nothing: what needs no closer look."""
_QUOTES = frozenset('"“‘«„')
_LOOK = 40
_SAID = 4
"""Words that a sentence between straight quotation marks has at least, if it is one of several."""
_ESCAPED = r"(?:\[?\\\[(?:\d{1,3}|[a-z]|(?:note|nb)\s\d{1,3})\\\](?:\]\([^()\s]*\))?)+"
_MARKS_OF_NOTES = re.compile(
    rf"(?:[¹²³⁰⁴-⁹]+|[†‡§*]{{1,3}}|\^\d{{1,3}}\^|\^{_ESCAPED}\^)(?=\s|$)|{_ESCAPED}"
)
"""A note's mark right behind a sentence, which is a part of it: `It rose.² Then`, `It rose.\\[2\\] Then`."""
_NOTES = re.compile(rf"(?<=[.!?。！？\"”’»)])(?:<sup>|\^)?{_ESCAPED}(?:</sup>|\^)?")
_FIRST = re.compile(
    r"(?:\s*(?:</?[A-Za-z][^<>]{0,300}>|\[\]\{[^{}]{0,99}\}|!\[[^\]]{0,300}\]\([^()]{0,300}\)|\{+[^{}]{0,300}\}+|:\w+:(?=\s)))+"
)
"""Markup that holds no words, before the first of them: `<a id="x"></a>6.2. Commands`."""
_STARTS_SMALL = re.compile(r"[^\W\d_]{0,3}[A-ZÀ-ÖØ-ÞА-ЯЁ\d]|[\w-]+[.@/_(]\w")
"""Names that begin a sentence with a small letter: iPhone, mRNA, example.org."""
_MARKUP = frozenset("<[{!:")
_HYPHEN = re.compile(r"[-–]\s")
"""What stands behind a full stop in Spanish: `Madrid, 4 de marzo.- El puerto`."""
_WIDE = "。！？"
_PAUSES = re.compile(r"[。！？…：“”「」『』]")
_LETTERS = 6
"""Of Chinese that a sentence has at least, if it is one of several in a quotation."""
_BEFORE_CODE = re.compile(r"(?:(?<![\w.])(?P<word>[^\W\d_]\w{1,40})\.|\d{3}\.|[)\]]\.|[!?。！？])$")
"""What ends a sentence before code, too, if the word is no abbreviation: a letter or a small number may count it."""
_FULL = frozenset(".!?…")
_GOES_ON = re.compile(r":(?!\w)|\^\[|[,;)\]}،؛，；：、。！？）】》〉」』]")
"""What no sentence begins with, in any language; `:smile:` it may. `^[` is a note of Pandoc."""
_SHORT = 2
"""Rules about what stands before a cut name abbreviations, marks, or words of so many letters."""
_LEFT_OUT = re.compile(r"(?<=\s)['’](?=[^\W\d_])")
"""The sign for letters that a word begins without, or a quotation mark: `’Twas late`, Dutch `'s Avonds`."""
_UNSPACED = "\u3040"
"""The first of the letters that words in Latin ones may follow without a blank: kana, Chinese, Korean."""
_WORD = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"\d|[IVXLC]+\b|\(\d{1,3}[a-z]?\)")


def split(
    text: str, locale: str, protected: Iterable[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """Sentence ranges of `text`.

    Args:
        text: One unit, with its inline markup; code may begin with `CODE`.
        locale: BCP 47 tag of the text.
        protected: Ranges of `text` inside which no cut falls (links, code, emphasis).

    Returns:
        Ranges in order, without overlap; what lies outside them is white space. Every piece
        holds a letter, unless the text has none.
    """
    language = locale.partition("-")[0]
    rules = rules_for(language)
    marked = rules.marks and not rules.marks.isdisjoint(text)
    if _SINGLE.fullmatch(text) and not marked and not _item(text):
        bare = text.strip()
        start = text.find(bare[0]) if bare else 0
        return [(start, start + len(bare))] if bare else []
    cuts = {cut for cut in _boundaries(text, language) if _ends(text, cut, rules)}
    cuts.update([cut for cut in _further(text, rules, cuts) if _ends(text, cut, rules)])
    if "'" in text or "’" in text:
        cuts = {cut - bool(_LEFT_OUT.match(text, cut - 1)) for cut in cuts}
    if "**" in text:
        cuts = {_behind_marks(text, cut) for cut in cuts}
    if not text.isascii() or "*" in text or "^" in text or "\\[" in text:
        cuts = {_behind_notes(text, cut) for cut in cuts}
    if items := _items(text):
        numbers = {end for _, end in items}
        cuts = {cut for cut in cuts if _last(text, cut) not in numbers}
        cuts.update(start for start, _ in items)
    return _ranges(text, _outside(sorted(cuts), protected) if cuts else [])


def _behind_marks(text: str, cut: int) -> int:
    """The cut behind marks that close there: `**重要。**这是`, which is no emphasis in CommonMark."""
    closing = text.startswith("**", cut) and text.count("**", 0, cut) % 2
    return cut + 2 if closing else cut


def _behind_notes(text: str, cut: int) -> int:
    """The cut behind the marks of notes that stand there."""
    mark = None if text[cut - 1].isspace() else _MARKS_OF_NOTES.match(text, cut)
    return mark.end() if mark else cut


def _outside(cuts: list[int], protected: Iterable[tuple[int, int]]) -> list[int]:
    """The cuts that fall into no protected range; one pass over both."""
    ranges = sorted(protected)
    if not ranges:
        return cuts
    kept, index, reach = [], 0, 0
    for cut in cuts:
        while index < len(ranges) and ranges[index][0] < cut:
            reach = max(reach, ranges[index][1])
            index += 1
        if cut >= reach:
            kept.append(cut)
    return kept


def _items(text: str) -> list[tuple[int, int]]:
    """Where the items of a list written into running text begin, and their numbers end.

    The text begins with a number or letter, and what follows counts on: "1. The first item 2. The
    second item"; and so do the notes of a list: "[1] The first. [2] The second."
    """
    first = _item(text)
    if first is None:
        return []
    found, value = [first.span("mark")], _value(first["number"])
    for match in _ITEM.finditer(text, first.end()):
        if match["close"] == first["close"] and _value(match["number"]) == value + 1:
            if "]" in match["close"] and text[_last(text, match.start("mark")) - 1] not in _FULL:
                continue  # a reference in a sentence
            value += 1
            found.append(match.span("mark"))
    return found if len(found) > 1 else []


def _item(text: str) -> re.Match[str] | None:
    """The number or letter that a text begins with, if it is that of an item; most have no such sign at all."""
    return _ITEM.match(text) if "." in text or ")" in text or "]" in text else None


def _last(text: str, place: int) -> int:
    """Where the text before `place` ends, white space aside."""
    while place and text[place - 1].isspace():
        place -= 1
    return place


def _after(text: str, place: int) -> str:
    """What stands behind a place, without blanks: markup that was taken out may have left many."""
    if text[place : place + 2].isspace():
        place = _SPACE.match(text, place).end()  # type: ignore[union-attr]
    return text[place : place + _LOOK].lstrip()


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else ord(number)


@cache
def _sentencex() -> Callable[[str, str], list[str]]:
    """Sentencex's function, which leaves nothing of a text out; a heavy import."""
    from sentencex import segment  # type: ignore[attr-defined]  # noqa: PLC0415

    return segment  # type: ignore[no-any-return]


def _boundaries(text: str, language: str) -> list[int]:
    """Places where a sentence may begin, as sentencex says."""
    try:
        # sentencex takes every blank for one byte, and panics at a no-break space; behind a bullet it cuts nothing.
        plain = text if text.isascii() else _BLANK.sub(" ", _BULLET.sub(" ", text, 1))
        if '"' in text and not text.isascii():
            plain = _GERSHAYIM.sub("״", plain)
        if "\\[" in text:
            plain = _NOTES.sub(lambda mark: " " * len(mark[0]), plain)
        found = _sentencex()(language, plain)
    except BaseException as cause:
        if type(cause).__name__ != "PanicException":
            raise
        return []
    return [end for end in accumulate(map(len, found)) if 0 < end < len(text)]


@cache
def _end(marks: frozenset[str]) -> re.Pattern[str]:
    return re.compile(_END.replace("%s", "".join(sorted(marks))))


def _further(text: str, rules: Rules, cuts: Collection[int]) -> list[int]:
    """More such places: ends inside quotations, and what the rules say."""
    quotes = [pair for pair in rules.quotes if pair[0] in text]
    if not quotes and not rules.cut:
        return []
    found: list[int] = []
    left, right = rules.cuttable
    depth, at = [0] * len(quotes), 0
    for match in _end(rules.marks).finditer(text):
        place = match.end()
        if quotes:
            for index, (opening, closing) in enumerate(quotes):
                depth[index] += text.count(opening, at, place)
                depth[index] -= text.count(closing, at, place) if closing != opening else 0
            at = place
        if place in cuts or (place + 1 in cuts and text[place].isspace()) or place == len(text):
            continue  # it is cut anyway
        before = text[max(0, place - _LOOK) : place]
        if rules.titles.end(before):
            continue  # it will never be
        if quotes and _begins(text, place) and _is_said(text, place, quotes, depth):
            found.append(place)
            continue
        after = _after(text, place)
        if right.match(after) and left.search(before) and _is_one(before, after, rules.cut):
            found.append(place)
    return found


def _is_said(
    text: str, place: int, quotes: Iterable[tuple[str, str]], depth: Iterable[int]
) -> bool:
    """Whether a place is inside a quotation; behind straight marks a short question and its answer stay together."""
    for (opening, closing), level in zip(quotes, depth, strict=True):
        if opening != closing and level > 0:
            return True
        if opening == closing and level % 2:
            start = max(text.rfind(opening, max(0, place - _LOOK), place), place - _LOOK, 0)
            return len(text[start:place].split()) >= _SAID
    return False


def _begins(text: str, place: int) -> bool:
    """Whether a text goes on with a blank and a letter that is not small, or a mark of quotation; in Chinese with a sentence."""
    after = text[place : place + _LOOK]
    first = after.lstrip()[:1]
    if after[:1].isspace():
        return (first.isalpha() and not first.islower()) or first in _QUOTES
    before = text[max(0, place - _LOOK) : place].rstrip(_WIDE)
    parts = _PAUSES.split(before)[-1], _PAUSES.split(after)[0]
    return text[place - 1] in _WIDE and min(map(len, parts)) >= _LETTERS


def _ends(text: str, cut: int, rules: Rules) -> bool:
    """Whether a sentence ends at `cut`, as far as the rules know."""
    first = _FIRST.match(text, 0, cut) if text[0] in _MARKUP else None
    last = _last(text, cut) if text[cut - 2 : cut].isspace() else cut
    before = text[max(first.end() if first else 0, last - _LOOK) : last].rstrip()
    after = _after(text, cut)
    if not before or not after or (not after[0].isalnum() and _GOES_ON.match(after)):
        return False
    glued = not (text[cut - 1].isspace() or text[cut].isspace())
    if glued and before[-1] == "." and (_in_a_name(text, cut) or _HYPHEN.match(after)):
        return False
    if after[0] == CODE:
        if glued and before[-1] == ".":
            return False
        plain = _BEFORE_CODE.search(before)
        if plain and plain["word"] not in rules.tails:
            return True
        if not rules.capitals:
            return False
        after = "x" + after[1:]
    if rules.capitals and after[0].islower() and _goes_on_small(text, before, after):
        return False
    if _ends_plainly(before, rules):
        return True
    if glued and after[0].isalpha() and _GLUED.search(before):
        return False
    if rules.titles.end(before):
        return False
    if rules.before_number.end(before) and _NUMBER.match(after):
        return False
    if rules.inner.end(before) and not after[0].isupper():
        return False
    return not _is_one(before, after, rules.join)


def _is_one(before: str, after: str, pairs: Pairs) -> bool:
    """Whether a pair of patterns is what stands before a place and after it; the second is quicker to look at."""
    for left, right in pairs:  # noqa: SIM110 - asked often
        if right.match(after) and left.search(before):
            return True
    return False


def _goes_on_small(text: str, before: str, after: str) -> bool:
    """Whether small letters go on with a sentence: where the text began with a capital, the next would, too."""
    first = _WORD.search(text)
    bare = before.rstrip("\"'”’»)]")
    return (
        bare[-1:] in _FULL
        and bare[-2:-1].isalnum()
        and first is not None
        and first[0].isupper()
        and _STARTS_SMALL.match(after) is None
    )


def _in_a_name(text: str, cut: int) -> bool:
    """Whether the dot right before `cut` is one of a name in code, not of a lost blank."""
    before = text[max(0, cut - _LOOK) : cut].rpartition(" ")
    after = text[cut : cut + _LOOK].partition(" ")
    whole = not before[1] and not after[1] and len(text) < _LOOK
    return whole or _NAME.search(before[2] + after[0]) is not None


def _ends_plainly(before: str, rules: Rules) -> bool:
    """Whether a text ends with a full stop behind a word that no rule is about."""
    if before[-1] != ".":
        return False
    at = before.rfind(" ") + 1
    if not before[at:-1].isalpha():
        at = len(before) - 1
        while at and before[at - 1].isalpha():
            at -= 1
        # A digit before it would be a part of the word.
        if before[at - 1 : at].isalnum():
            return False
    word = before[at:-1]
    if len(word) <= _SHORT or word in rules.tails:
        return False
    # 由Dr. is two words of which the second counts.
    return word[-1] >= _UNSPACED or word[0] < _UNSPACED


def _ranges(text: str, cuts: list[int]) -> list[tuple[int, int]]:
    """Trimmed ranges between cuts; a piece without a letter, a note's number perhaps, joins the one before it."""
    found: list[tuple[int, int]] = []
    worded, start = True, 0
    for end in (*cuts, len(text)):
        piece = text[start:end].lstrip()
        if bare := piece.rstrip():
            first = end - len(piece)
            words = bare[0].isalpha() or _WORD.search(bare) is not None
            if found and not (words and worded):
                found[-1] = (found[-1][0], first + len(bare))
                worded = worded or words
            else:
                found.append((first, first + len(bare)))
                worded = words
        start = end
    return found
