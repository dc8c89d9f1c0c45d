"""Repetition in a text: words, groups of words, and letters inside words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import eq

from transflow.quantities.wordset import TOKEN, token_set, tokens

__all__ = ["DOUBLED", "TOKEN", "Runs", "inner", "parted", "runs"]

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
DOUBLED = frozenset({"nous", "vous", "encore et"})
"""Words that stand twice running in good prose: subject and object pronoun."""
_BETWEEN = frozenset({"à", "a", "en", "par", "por", "to", "by"})
"""What joins a word with itself, and may stand behind it, too: côte à côte à la table; so does 一 in 一条街一条街."""


@dataclass(frozen=True, slots=True)
class Runs:
    """Repetition in a text: the longest run of one group, and a group that stands twice."""

    times: int = 1
    group: str = ""
    twice: str = ""


_NONE = Runs()


def runs(text: str) -> Runs:
    """Runs of one group of up to twelve words (single letters where a script has no words)."""
    read = tokens(text)
    count = len(read)
    if len(token_set(text)) == count:
        return _NONE
    longest = count - len(set(pairwise(read)))  # twice a group is each pair of its words twice
    times, group, twice = 1, "", ""
    starts: list[int] = []
    for size in range(1, min(12, longest, count // 2) + 1):
        same = bytes(map(eq, read[size:], read))
        if b"\1" * size not in same:
            continue
        starts = starts or [match.start() for match in TOKEN.finditer(text.lower())]
        equal = 0
        for at in range(size, count):
            equal = equal + 1 if same[at - size] else 0
            if equal < size or (size > 1 and len(set(read[at - size + 1 : at + 1])) == 1):
                continue
            words = read[at - size + 1 : at + 1]
            if not any(map(str.isalpha, words)):
                continue
            whole = equal // size + 1
            if whole > times:
                times, group = whole, " ".join(words)
            first, second = starts[at - 2 * size + 1], starts[at - size + 1]
            joined = text[first - 1 : first] == "-"  # peut-être être
            if not (joined or parted(text[first:second])) and _weighs(words):
                twice = " ".join(words)
    return Runs(times, group, twice)


def parted(group: str) -> bool:
    """Whether a group that comes twice has a mark in it: `le joint de culasse, la culasse, la bielle`."""
    return bool(TOKEN.sub("", group).strip())


def _weighs(words: Sequence[str]) -> bool:
    """Whether a group side by side is no figure of speech: `nous nous`, 慢慢, `ha ha`."""
    if _CJK.search(words[0]):
        return len(words) >= 3 and words[0] != "一"
    if len(words) == 2 and words[1] in _BETWEEN:
        return False
    return len("".join(words)) >= 4 and " ".join(words) not in DOUBLED


_LETTER = r"[^\W\d_\u3040-\u30ff\u3400-\u9fff]"
_INNER = (
    re.compile(r"(\S{1,8}?)\1{5,}"),
    re.compile(rf"({_LETTER}{{2,8}}?)\1\1"),
    re.compile(rf"({_LETTER}{{5,9}})\1"),
)
"""Many times, three times for two letters and more, twice for five: no word of ours has that."""
_LONG = re.compile(rf"{_LETTER}{{6,}}")
_SIX = 6
"""The shortest that any of those patterns finds."""
_AGAIN = 4
"""How many letters of a word stand there again where one of those patterns matches, and pairs of letters but for one: few words have so many."""


def inner(text: str) -> str:
    """A few letters repeated inside words: `pre-pre-pre-pre`, `aaaaaaaa`, `eithereither`."""
    long = [word for word in text.split() if len(word) >= _SIX]
    odd = [word for word in long if len(word) - len(set(word)) >= _AGAIN]
    odd = [word for word in odd if len(word) - len(set(pairwise(word))) >= _AGAIN]
    text = " ".join(odd)
    if not text:
        return ""
    words = " ".join(_LONG.findall(text))
    for many, where in zip(_INNER, (text, words, words), strict=True):
        match = many.search(where)
        if match and any(letter.isalpha() for letter in match[1]):
            return match[1]
    return ""
