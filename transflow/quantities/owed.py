"""What an English text says in plain words, and its translation has no word for: at least, under six, twice as many.

A closed list of rules as data (data/owed.toml), each with what any translation that says it has in some form. They
are wide on purpose: told is only what is said nowhere, as in "Enfants de 6 ans" for children under 6.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from transflow.quantities.wordset import WordIndex, told, unanswered

__all__ = ["owed"]


@dataclass(frozen=True, slots=True)
class _Rule:
    """One thing said; its patterns are made when first asked for.

    Attributes:
        words: English words of which it holds one; most sentences have none.
        also: Those of which it holds one, too, or none for any.
        source: Where the source says it.
        unless: With what in the source it is let be.
        said: Language -> what says it there.
    """

    words: frozenset[str]
    also: frozenset[str]
    source: str
    unless: str
    said: dict[str, str]


@cache
def _rules() -> tuple[_Rule, ...]:
    text = (files("transflow.quantities") / "data" / "owed.toml").read_text("utf-8")
    return tuple(_rule(table) for table in tomllib.loads(text).values())


@cache
def _index() -> WordIndex:
    return WordIndex((rule.words for rule in _rules()), [rule.also for rule in _rules()])


def _rule(table: dict[str, str]) -> _Rule:
    source, unless = table.pop("source"), table.pop("unless", "(?!)")
    words, also = (frozenset(table.pop(key, "").split()) for key in ("words", "also"))
    return _Rule(words, also, source, unless, table)


_DIGIT = re.compile(r"\d")


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def owed(source: str, target: str, language: str) -> str:
    """What the source says and the translation owes a word for; empty for nothing.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    source = unanswered(source)
    for rule in (_rules()[at] for at in _index().called(source)):
        said = rule.said.get(language)
        if said is None or ("#" in rule.also and not _DIGIT.search(target)):
            continue  # a number that is gone is told by another rule
        found = _pattern(rule.source).search(source)
        if not found or _pattern(said).search(target):
            continue
        if not _pattern(rule.unless).search(source):
            return told(found)
    return ""
