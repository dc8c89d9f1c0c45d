"""The words of a sentence, as marks go around them: never a part of one.

Where words are not set apart (Chinese), a list of words and the pieces of the model, if it shows
them, tell where one ends.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from transflow.translation.smallwords import han_lengths, is_small, is_transliteration

__all__ = ["WORD", "Atom", "atoms", "is_private", "is_word", "meant", "words"]

_HAN = r"\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff65\u0e00-\u0e7f"
WORD = re.compile(
    rf"[{_HAN}]"
    rf"|(?:(?<!\d)\+)?\d+(?:[.,:\u00a0\u202f ]\d+)*(?:[\u00a0\u202f ]?[%‰$€£¥₽₹₩₺₪฿₫₴₦]|[^\W\d_{_HAN}]{{1,3}}\b)?"
    rf"|[^\W\d_{_HAN}]{{1,2}}['’](?=\w)"
    rf"|(?:[^\W\d_{_HAN}]|['’](?=\w))+(?:[-·](?=\w))?"
    r"|\S"
)
_DATE = re.compile(
    r"\d{4} ?年(?: ?\d{1,2} ?月(?: ?\d{1,2} ?日)?)?|\d{1,2} ?月(?: ?\d{1,2} ?日)?|[\d,.]+ ?[万亿]"
    r"|[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?|(?:周|星期)[一二三四五六日天]"
    r"|第 ?[\d一二三四五六七八九十]+ ?[章节条款段页项届期卷个名位次家批]?"
)
_PARTICLES = frozenset("的了在于是和与将为")
"""Letters that stand alone more often than in a word that no list has."""
_PLACES = frozenset("中内上下")
"""Letters that say where a thing is and stand behind its word; those of the words that have them are listed."""
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, or a punctuation mark, of a text.

    Attributes:
        start: Offset.
        end: Offset.
        word: A letter or digit, not punctuation.
    """

    start: int
    end: int
    word: bool


def words(text: str) -> list[str]:
    """The words of a text, without punctuation; Chinese letters one by one."""
    return [match.group() for match in WORD.finditer(text) if is_word(match.group())]


def is_word(text: str) -> bool:
    """Whether it is no punctuation: a word, a number with its sign, or a private letter that stands for one."""
    signed = text[0] == "+" and text[1:2].isdigit()
    return signed or text[0].isalnum() or is_private(text[0])


def is_private(letter: str) -> bool:
    """Whether it is a letter that stands for code and the like while a sentence is translated."""
    return "\ue000" <= letter <= "\uf8ff"


def meant(text: str, atom: Atom) -> bool:
    """Whether a word carries meaning."""
    return atom.word and not is_small(text[atom.start : atom.end])


def atoms(
    text: str, pieces: Sequence[tuple[int, int]] = (), whole: Sequence[tuple[int, int]] = ()
) -> list[Atom]:
    """The words and marks of a text, in order.

    Args:
        text: Any.
        pieces: Ranges of a model's pieces in it; empty if it shows none.
        whole: Ranges, none in another, that are one word whatever they look like.
    """
    found: list[Atom] = []
    at = 0
    for start, end in sorted(whole):
        found += [*_cut(text, at, start, pieces), Atom(start, end, word=True)]
        at = end
    return [*found, *_cut(text, at, len(text), pieces)]


def _cut(text: str, begin: int, stop: int, pieces: Sequence[tuple[int, int]]) -> list[Atom]:
    """The words and marks of a part of a text."""
    return [
        Atom(atom.start + begin, atom.end + begin, atom.word)
        for atom in _atoms(text[begin:stop], [(a - begin, b - begin) for a, b in pieces])
    ]


def _atoms(text: str, pieces: Sequence[tuple[int, int]]) -> list[Atom]:
    inner = {place for start, end in pieces if end - start > 1 for place in range(start + 1, end)}
    found: list[Atom] = []
    at = 0
    for match in WORD.finditer(text):
        start, end = match.span()
        if start < at:
            continue
        if date := _DATE.match(text, start):
            end = date.end()
        elif _is_han(text[start]):
            end = start + _han(text, start, inner)
        found.append(Atom(start, end, word=is_word(text[start:end])))
        at = end
    return _joined(text, found, inner)


def _is_han(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff"


def _han(text: str, start: int, inner: Collection[int]) -> int:
    """Length of the Chinese word that begins at a place.

    A word of the list counts if it is inside of one piece or made of whole ones: 新 is a word
    where the pieces are 新 and 规则, whatever 新规 may be elsewhere.
    """
    piece_end = start + 1
    while piece_end in inner:
        piece_end += 1
    for size in han_lengths(text[start : start + _LONGEST]):
        end = start + size
        if end <= piece_end or (start not in inner and end not in inner):
            return size
    return 1


def _joined(text: str, found: Sequence[Atom], inner: Collection[int]) -> list[Atom]:
    """Single Chinese letters that are one word: of one piece, or of a foreign name."""
    out: list[Atom] = []
    for atom in found:
        if out and out[-1].end == atom.start and _belongs(text, out[-1], atom, inner):
            out[-1] = Atom(out[-1].start, atom.end, word=True)
        else:
            out.append(atom)
    return out


def _belongs(text: str, one: Atom, other: Atom, inner: Collection[int]) -> bool:
    left, right = text[one.start : one.end], text[other.start : other.end]
    if len(right) != 1 or not (_is_han(left[0]) and _is_han(right)) or han_lengths(left):
        return False
    if is_transliteration(left + right):
        return True
    if left == "的" or right in _PLACES:
        return False
    if any(place not in inner for place in range(one.start + 1, other.start + 1)):
        return False
    whole = one.start not in inner and other.end not in inner and other.end - one.start == 2
    return whole or not (left in _PARTICLES or right in _PARTICLES)
