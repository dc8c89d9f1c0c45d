"""Candidates for the glossary: phrases the articles repeat and the glossary does not have.

Ranked by C-value (Frantzi, Ananiadou and Mima 2000): long and frequent first, less what a longer
candidate already accounts for.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transflow.glossary.glossary import Glossary
from transflow.glossary.inflection import language
from transflow.glossary.matcher import fold
from transflow.glossary.stopwords import STOPWORDS
from transflow.glossary.tokens import words
from transflow.glossary.visible import Visible, visible

__all__ = ["Candidate", "suggest", "unclaimed"]

_CONTEXT = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may be a term."""

    text: str
    """As it is written most often."""
    count: int
    score: float
    contexts: tuple[tuple[str, str], ...]
    """(article, the words around) of the first occurrences."""


@dataclass(frozen=True, slots=True)
class _Seen:
    text: str
    article: str
    around: str


def unclaimed(text: str, glossary: Glossary, locale: str) -> Visible:
    """What a reader sees of a text, without the terms that the glossary has or proposes."""
    taken = [
        (match.start, match.end)
        for proposed in (False, True)
        for match in glossary.find(text, locale, proposed=proposed)
    ]
    return visible(text, taken)


def suggest(
    texts: Iterable[tuple[str, str]],
    glossary: Glossary,
    locale: str,
    *,
    least: int = 3,
    longest: int = 5,
    contexts: int = 3,
) -> list[Candidate]:
    """Phrases of two words and more, likeliest first.

    Args:
        texts: (article, segment).
        glossary: What it has, approved or proposed, is no candidate.
        locale: BCP 47 tag of the texts.
        least: Occurrences a candidate must have.
        longest: Words a candidate may have.
        contexts: Occurrences to show of each.
    """
    found: dict[tuple[str, ...], list[_Seen]] = defaultdict(list)
    stop = STOPWORDS.get(locale.partition("-")[0], frozenset())
    key = language(locale).key
    find = words(locale.startswith("en")).finditer
    for article, text in texts:
        seen = unclaimed(text, glossary, locale)
        for run in _runs(find(seen.text)):
            for phrase in _phrases(run, stop, longest):
                start, end = phrase[0].start(), phrase[-1].end()
                first, last = seen.place(start, end)
                around = text[max(0, first - _CONTEXT) : last + _CONTEXT]
                keys = tuple(key(fold(word[0])) for word in phrase)
                found[keys].append(_Seen(seen.text[start:end], article, around.strip()))
    frequent = {keys: seen_at for keys, seen_at in found.items() if len(seen_at) >= least}
    return _ranked(frequent, contexts)


def _runs(found: Iterable[re.Match[str]]) -> Iterable[list[re.Match[str]]]:
    """Words that nothing but spaces and hyphens parts."""
    run: list[re.Match[str]] = []
    for word in found:
        if word[0][0].isalpha():
            run.append(word)
        else:
            yield run
            run = []
    yield run


def _phrases(
    run: Sequence[re.Match[str]], stop: frozenset[str], longest: int
) -> Iterable[Sequence[re.Match[str]]]:
    for start, first in enumerate(run):
        if fold(first[0]) in stop:
            continue
        for size in range(2, min(longest, len(run) - start) + 1):
            if fold(run[start + size - 1][0]) not in stop:
                yield run[start : start + size]


def _ranked(found: dict[tuple[str, ...], list[_Seen]], contexts: int) -> list[Candidate]:
    longer: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for keys, seen in found.items():
        for size in range(2, len(keys)):
            for start in range(len(keys) - size + 1):
                longer[keys[start : start + size]].append(len(seen))
    result = []
    for keys, seen in found.items():
        inside = longer.get(keys, [])
        rest = len(seen) - (sum(inside) / len(inside) if inside else 0)
        if rest > 0 and (not inside or max(inside) < len(seen)):
            forms = [one.text for one in seen]
            common = max(dict.fromkeys(forms), key=forms.count)
            where = tuple((one.article, one.around) for one in seen[:contexts])
            result.append(Candidate(common, len(seen), math.log2(len(keys) + 1) * rest, where))
    return sorted(result, key=lambda one: (-one.score, one.text))
