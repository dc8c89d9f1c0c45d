"""The words of a text as a set: which rules have anything to look for in it is told at once; and a piece of it as it is told."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

__all__ = [
    "TOKEN",
    "WordIndex",
    "begun",
    "has_figure",
    "token_set",
    "tokens",
    "told",
    "unanswered",
    "word_set",
]

_WORD = re.compile(r"[a-z]+")


@lru_cache(maxsize=8)
def word_set(text: str) -> frozenset[str]:
    """The words of an English text in small letters, without apostrophes and hyphens."""
    return frozenset(_WORD.findall(text.lower()))


TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


@lru_cache(maxsize=8)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text of any language in small letters, and single letters where it has no words."""
    return tuple(TOKEN.findall(text.lower()))


@lru_cache(maxsize=8)
def token_set(text: str) -> frozenset[str]:
    """The same as a set."""
    return frozenset(tokens(text))


@lru_cache(maxsize=8)
def has_figure(text: str) -> bool:
    """Whether a text has a digit of any script."""
    return _FIGURE.search(text) is not None


class WordIndex:
    """Which of many rules a text calls, without a look at the others.

    Args:
        words: Of each rule the English words, in small letters, one of which calls it.
        also: Of each rule the words one of which has to be there, too, # for a figure; empty for none.
    """

    def __init__(
        self, words: Iterable[Collection[str]], also: Sequence[frozenset[str]] = ()
    ) -> None:
        self._places: dict[str, set[int]] = {}
        for at, own in enumerate(words):
            for word in own:
                self._places.setdefault(word, set()).add(at)
        self._words = frozenset(self._places)
        self._also = also

    def called(self, text: str) -> list[int]:
        """The places of the rules that an English text calls, in order."""
        said = word_set(text)
        words = said & self._words
        if not words:
            return []
        called = sorted({at for word in words for at in self._places[word]})
        if not self._also:
            return called
        if has_figure(text):
            said |= {"#"}
        return [at for at in called if not (also := self._also[at]) or not also.isdisjoint(said)]


_FIGURE = re.compile(r"\d")


def begun(*phrases: str, apart: str = "") -> str:
    """A pattern of phrases that has their first letters ahead: where none of those stands nothing is tried, in a third of the time.

    Args:
        phrases: Patterns, each of which begins with a letter, and none of which is found within a word.
        apart: What may not stand before them beside the letters of a word.
    """
    ends: dict[str, list[str]] = {}
    for phrase in phrases:
        ends.setdefault(phrase[0], []).append(phrase[1:])
    letters = "".join(letter + letter.upper() for letter in ends)
    either = "|".join(f"(?<={letter})(?:{'|'.join(own)})" for letter, own in ends.items())
    return rf"(?-i:[{letters}])(?<![\w{apart}].)(?:{either})"


_ANSWER = re.compile(r"[\"'“‘]?(?:no|yes)[.,!]\s+(?=[a-z]{2})", re.IGNORECASE)


def unanswered(text: str) -> str:
    """An English text without the yes or no that it begins with: it denies another's words, not its own."""
    found = _ANSWER.match(text)
    return text[found.end() :] if found else text


_BEFORE = re.compile(r"(?:\d[.,:]?)+$")
_BEHIND = re.compile(r"(?:[.,:]?\d)+")


def told(found: re.Match[str]) -> str:
    """What was found, as a message quotes it: with the whole of a number that it begins or ends in.

    Args:
        found: A match in a source.
    """
    start, end = found.span()
    text = found.string
    if text[start].isdigit() and (before := _BEFORE.search(text, max(0, start - 30), start)):
        start = before.start()
    if text[end - 1].isdigit() and (behind := _BEHIND.match(text, end)):
        end = behind.end()
    return " ".join(text[start:end].split())
