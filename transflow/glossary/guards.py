"""Is a word meant as the term? Context words a concept asks for, and a cheap look at grammar.

`file` after `to` or `may` is a verb, after `the` a noun: that much can be told without a tagger,
and only English as source has it.
"""

import re
from collections.abc import Sequence

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
        "he",
        "she",
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
_ADVERBS = frozenset({"also", "always", "even", "never", "now", "often", "only", "still"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "you", "i", "who"})
_SAYING = (
    "agency applicant appellant association attorney author authority buyer chairman claimant client commission committee company "
    "complainant council court critic customer defendant department employee employer examiner expert firm founder government group "
    "institute inventor journalist judge lawyer licensee maker manager manufacturer mayor minister ministry office officer official "
    "operator opponent organisation organization owner party patentee petitioner plaintiff politician president producer proprietor "
    "prosecutor report researcher respondent scientist seller spokesman spokesperson spokeswoman study supplier team union university "
    "witness writer"
)
_SPEAKERS = frozenset(_SAYING.split())
_ADVERBIAL = _PRONOUNS | _SPEAKERS
"""What an adverb may stand behind, before its verb."""
_STYLES = frozenset({"mr", "mrs", "ms", "dr", "prof"})
_SAID = re.compile(
    r"\s+(?:that\s+(?:the|an?|this|these|those|it|its|he|she|they|we|you|there|their|his|her|our|your|no|all|any|each|every|some|most|[A-Z]\w*)"
    r"|to\s+(?:be|do|have|hold|know|make|offer|own|provide|represent|see|use))\b"
)
"""Behind somebody who speaks and what may be a verb: `The company claims that the fee is due`. Alone it tells
nothing: `They rejected claims that the fee is due`."""


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
    before = text[max(0, hit.start - 60) : hit.start].split()[-4:]
    if len(before) > 1 and before[-1] in _ADVERBS and before[-2].casefold() in _ADVERBIAL:
        before.pop()
    word = _END.findall(before[-1])[0].casefold() if before else ""
    if _says(before, hit, text):
        return concept.pos == "verb"
    if not word:
        return concept.pos == "verb" or not owned
    if owned and word not in _BEFORE_NOUN:
        return concept.pos == "verb"
    if concept.pos == "noun":
        return word not in _BEFORE_VERB or text[hit.start : hit.end].istitle()
    return word not in _BEFORE_NOUN


def _says(before: Sequence[str], hit: Hit, text: str) -> bool:
    """Whether a word is the verb of what it follows: `it claims damages`, `Critics claim that …`, `Mr. Ito claims to be …`."""
    if not before:
        return False
    last, single = before[-1].casefold(), text[hit.start : hit.end].endswith("s")
    if last == "it":  # `gave it notice`; IT has nouns behind it
        return single and not before[-1].isupper()
    if not _SAID.match(text, hit.end):
        return False
    others = [word.casefold().rstrip(".") for word in before[:-1]]
    if single:
        known = last in _SPEAKERS and not _BEFORE_NOUN.isdisjoint(others[-2:])
        return known or (before[-1].istitle() and not _STYLES.isdisjoint(others[-2:]))
    return last.endswith("s") and (last[:-1] in _SPEAKERS or last[:-3] + "y" in _SPEAKERS)
