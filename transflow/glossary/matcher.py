"""Finding terms in text: one look-up a word for all of them, then a precise look at each hit.

The text's word keys (see inflection.py) are looked up: a term can only begin where its first
key stands, and few sizes of terms begin with it. Case, inflection and context decide; the leftmost
and longest win and exclude what they cover, as a linguist reads.
"""

import re
import unicodedata
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import islice, product

from transflow.glossary.concept import Case
from transflow.glossary.inflection import Language, language
from transflow.glossary.tokens import Range, joined, may_join, places, words

__all__ = ["Hit", "Matcher", "Pattern", "closest", "exclusive"]

_MOST_KEYS = 24
_VERB_KEYS = 40
"""Verbs have more forms, of their first word alone."""
_ACRONYM = 6
"""Letters up to which a word in capitals is an acronym: `AMM` has no feminine `AMMe`."""
_ACCENTED = re.compile("[\u0370-\u03ff]|i\u0307")
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc\u31f0-\u31ff\uff66-\uff9f]")
_GAP = re.compile(r"[\s\u2010\u2011-]+")
_NO_TONOS = {0x301: None, 0x307: None}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One form to look for."""

    text: str
    owner: Hashable
    """Whose form it is; comes back in the hit."""
    case: Case = Case.AUTO
    inflect: bool = True
    pos: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """An occurrence: `text[start:end]`."""

    pattern: Pattern
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Ready:
    """A pattern with its words: folded for comparing, as written for case."""

    pattern: Pattern
    folded: tuple[str, ...]
    written: tuple[str, ...]
    case: Case


class _Keys(dict[str, str]):
    """Word -> key, filled as words come; forgets everything when it grows too large."""

    def __init__(self, lang: Language) -> None:
        super().__init__()
        self._language = lang

    def __missing__(self, word: str) -> str:
        if len(self) > 200_000:
            self.clear()
        key = self[word] = self._language.key(fold(word))
        return key


@cache
def _keys_of(lang: Language) -> _Keys:
    """Small matchers come and go; the keys of a language's words stay."""
    return _Keys(lang)


@lru_cache(maxsize=100_000)
def _every_key(lang: Language, word: str, pos: str) -> tuple[str, ...]:
    """The keys that forms of a word may have, in a fixed order."""
    return tuple(sorted({_keys_of(lang)[word], *lang.keys(word, pos)}))


def fold(word: str) -> str:
    """A word for comparing: no case, full-width as half-width, composed, one apostrophe."""
    if word.isascii():
        return word.lower()
    folded = unicodedata.normalize("NFKC", word).casefold().replace("’", "'")
    if _ACCENTED.search(folded):  # capitals drop the Greek accent, and casefold dots the Turkish i
        plain = unicodedata.normalize("NFD", folded).translate(_NO_TONOS)
        folded = unicodedata.normalize("NFC", plain)
    return folded


def _written(word: str) -> str:
    return word if word.isascii() else unicodedata.normalize("NFKC", word).replace("’", "'")


@dataclass(eq=False)
class Matcher:
    """Finds patterns in texts of one locale."""

    locale: str
    patterns: Iterable[Pattern] = ()
    whole: bool = True
    """Whether a run of katakana is a word, of which no part is found."""
    _ready: dict[tuple[str, ...], list[_Ready]] = field(default_factory=dict, repr=False)
    """Keys of a term's words -> the patterns that may be meant."""
    _sizes: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    """First key -> in how many words terms with it come."""

    def __post_init__(self) -> None:
        self._language = language(self.locale)
        self._keys = _keys_of(self._language)
        self._find = words(self.locale.split("-")[0] == "en").findall
        for pattern in self.patterns:
            self._add(pattern)

    def _add(self, pattern: Pattern) -> None:
        text = pattern.text
        found = self._find(text)
        if not any(char.isalnum() for char in text):
            return
        variants = [found]
        if may_join(text) and (together := joined(text, found, places(text, found))):
            variants.append(together[0])
        for variant in variants:
            ready = _Ready(
                pattern,
                tuple([fold(word) for word in variant]),
                tuple([_written(word) for word in variant]),
                _case(pattern),
            )
            for needle in self._needles(ready):
                self._ready.setdefault(needle, []).append(ready)
                sizes = self._sizes.get(needle[0], ())
                if len(needle) not in sizes:
                    self._sizes[needle[0]] = (*sizes, len(needle))

    def _needles(self, ready: _Ready) -> set[tuple[str, ...]]:
        first_only = ready.pattern.pos == "verb" and self._language.code != "en"
        options: list[tuple[str, ...]] = [
            _every_key(self._language, word, ready.pattern.pos)
            if ready.pattern.inflect and not (at and first_only)  # `mises en œuvre`
            else (self._keys[word],)
            for at, word in enumerate(ready.folded)
        ]
        first = tuple([self._keys[word] for word in ready.folded])
        return {first, *islice(product(*options), _VERB_KEYS if first_only else _MOST_KEYS)}

    def hits(self, text: str) -> list[Hit]:
        """Every occurrence of every pattern, overlapping ones too, in order of start."""
        if not self._ready:
            return []
        found = self._find(text)
        candidates = self._candidates(found)
        hyphens = may_join(text)
        if not candidates and not hyphens:
            return []
        at = places(text, found)
        result = self._confirmed(found, at, candidates)
        if hyphens and (together := joined(text, found, at)):
            known = {(hit.pattern, hit.start, hit.end) for hit in result}
            result += [
                hit
                for hit in self._confirmed(*together, self._candidates(together[0]))
                if (hit.pattern, hit.start, hit.end) not in known
            ]
        return sorted(result, key=lambda hit: (hit.start, -hit.end))

    def _candidates(self, found: Sequence[str]) -> list[tuple[int, tuple[str, ...]]]:
        """(first word, needle) wherever the words have the keys of a term."""
        keys = [self._keys[word] for word in found]
        sizes, ready = self._sizes, self._ready
        return [
            (at, needle)
            for at, key in enumerate(keys)
            if key in sizes
            for size in sizes[key]
            if (needle := tuple(keys[at : at + size])) in ready
        ]

    def _confirmed(
        self,
        found: Sequence[str],
        at: Sequence[Range],
        candidates: Iterable[tuple[int, tuple[str, ...]]],
    ) -> list[Hit]:
        result: list[Hit] = []
        kana = self.whole and self.locale.startswith("ja")
        for first, needle in candidates:
            after = first + len(needle)
            if kana and (_one_word(found, at, first) or _one_word(found, at, after)):
                continue
            here = found[first:after]
            for ready in self._ready[needle]:
                if self._fits(ready, here):
                    hit = Hit(ready.pattern, at[first][0], at[after - 1][1])
                    if hit not in result:
                        result.append(hit)
        return result

    def _fits(self, ready: _Ready, found: Sequence[str]) -> bool:
        others = [fold(word) for word in found]
        for word, other, written in zip(ready.folded, others, ready.written, strict=True):
            if word != other and not (
                ready.pattern.inflect
                and self._language.same(word, other, ready.pattern.pos)
                and self._may_inflect(written, word, other)
            ):
                return False
        if ready.case in {Case.EXACT, Case.FIRST} and not all(
            _same_case(
                written,
                _written(word),
                free_first=ready.case is Case.FIRST and not position,
            )
            for position, (written, word) in enumerate(zip(ready.written, found, strict=True))
        ):
            return False
        if not ready.pattern.inflect or ready.pattern.pos == "verb":
            return True
        return self._language.agree(ready.folded, others, ready.pattern.pos)

    def _may_inflect(self, written: str, word: str, other: str) -> bool:
        """Whether another form counts: of an acronym only the plural and what is joined to it."""
        if not (2 <= len(written) <= _ACRONYM and written.isupper()) or self._language.joins:
            return True
        return other.replace("'", "").removesuffix("s") == word


def _one_word(found: Sequence[str], places: Sequence[Range], at: int) -> bool:
    """Whether the letters before and at a place are of one katakana word."""
    return (
        0 < at < len(found)
        and places[at - 1][1] == places[at][0]
        and all(_KATAKANA.match(letter) for letter in found[at - 1 : at + 1])
    )


def _case(pattern: Pattern) -> Case:
    if pattern.case is not Case.AUTO:
        return pattern.case
    if not pattern.text.isupper():
        return Case.INSENSITIVE
    letters = [char for char in pattern.text if char.isalpha()]
    capitals = 2 <= len(letters) <= 6 and all(char.isupper() for char in letters)
    words = " " in pattern.text or any(char.isdigit() for char in pattern.text)
    return Case.EXACT if capitals and not words else Case.INSENSITIVE  # no word looks like Covid-19


def _same_case(word: str, other: str, *, free_first: bool) -> bool:
    """Whether the letters both words share are in the same case (`PCT`, `PCTs`)."""
    for index, (left, right) in enumerate(zip(word, other, strict=False)):
        if index == 0 and free_first:
            continue
        if left != right:
            return left.casefold() != right.casefold()
    return True


def exclusive(hits: Iterable[Hit]) -> list[Hit]:
    """Leftmost, then longest; what overlaps a hit taken earlier is dropped.

    Hits of different owners on the very same range all stay.
    """
    result: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if (
            not result
            or hit.start >= result[-1].end
            or (hit.start, hit.end) == (result[-1].start, result[-1].end)
        ):
            result.append(hit)
    return result


def closest(hits: Sequence[Hit], text: str) -> list[Hit]:
    """Of the hits on one range those that have its very words, where any have.

    `securities` is the plural of *security*, but first of all *securities* where that is a term.
    """
    if len({(hit.start, hit.end) for hit in hits}) == len(hits):
        return list(hits)
    even = [_even(hit.pattern.text) == _even(text[hit.start : hit.end]) for hit in hits]
    own = {(hit.start, hit.end) for hit, same in zip(hits, even, strict=True) if same}
    return [
        hit for hit, same in zip(hits, even, strict=True) if same or (hit.start, hit.end) not in own
    ]


def _even(text: str) -> str:
    return _GAP.sub(" ", fold(text))
