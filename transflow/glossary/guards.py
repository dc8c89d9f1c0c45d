"""Is a word meant as the term? Context words a concept asks for, and a cheap look at grammar.

`file` after `to` or `may` is a verb, after `the` a noun: that much can be told without a tagger,
and only English as source has it.
"""

import re

from transflow.glossary.concept import Concept
from transflow.glossary.matcher import Hit, fold

__all__ = ["fits"]

_BEFORE_VERB = frozenset(
    [
        "to",
        "can",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "will",
        "would",
        "cannot",
        "not",
        "they",
        "we",
        "you",
        "i",
        "who",
    ]
)
_BEFORE_NOUN = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "each",
        "every",
        "any",
        "some",
        "no",
        "its",
        "their",
        "his",
        "her",
        "our",
        "your",
        "my",
        "of",
    ]
)
_OWNERS = re.compile(r"\s+(?:its|their|his|our|your|my)\b", re.IGNORECASE)
"""Behind a word that may be a verb these begin its object: `hedges its risk`."""
_END = re.compile(r"\w*$")


def fits(hit: Hit, text: str, locale: str) -> bool:
    """Whether the concept of a hit is meant in this text."""
    concept = hit.pattern.owner
    if not isinstance(concept, Concept):
        return True
    if concept.near and not _any(concept.near, text):
        return False
    if concept.unless and _any(concept.unless, text):
        return False
    return not locale.startswith("en") or _grammar(concept, hit, text)


def _any(words: tuple[str, ...], text: str) -> bool:
    folded = fold(text)
    return any(re.search(rf"(?<!\w){re.escape(fold(word))}", folded) for word in words)


def _grammar(concept: Concept, hit: Hit, text: str) -> bool:
    """For single English words whose part of speech the glossary gives."""
    if concept.pos not in {"noun", "verb"} or " " in hit.pattern.text:
        return True
    owned = _OWNERS.match(text, hit.end) is not None
    before = text[max(0, hit.start - 40) : hit.start].split()[-1:]
    word = _END.findall(before[0])[0].casefold() if before else ""
    if not word:
        return concept.pos == "verb" or not owned
    if owned and word not in _BEFORE_NOUN:
        return concept.pos == "verb"
    if concept.pos == "noun":
        return word not in _BEFORE_VERB or text[hit.start : hit.end].istitle()
    return word not in _BEFORE_NOUN
