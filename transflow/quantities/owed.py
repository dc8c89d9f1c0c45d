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
    """One thing said.

    Attributes:
        words: English words of which it holds one; most sentences have none.
        source: Where the source says it.
        unless: With what in the source it is let be.
        said: Language -> what says it there.
    """

    words: frozenset[str]
    source: re.Pattern[str]
    unless: re.Pattern[str] | None
    said: dict[str, re.Pattern[str]]


@cache
def _rules() -> tuple[_Rule, ...]:
    text = (files("transflow.quantities") / "data" / "owed.toml").read_text("utf-8")
    return tuple(_rule(table) for table in tomllib.loads(text).values())


@cache
def _index() -> WordIndex:
    return WordIndex(rule.words for rule in _rules())


def _rule(table: dict[str, str]) -> _Rule:
    source = table.pop("source")
    unless = table.pop("unless", "")
    words = frozenset(table.pop("words").split())
    return _Rule(
        words,
        re.compile(source, re.IGNORECASE),
        re.compile(unless, re.IGNORECASE) if unless else None,
        {language: re.compile(said, re.IGNORECASE) for language, said in table.items()},
    )


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
        if said is None:
            continue
        found = rule.source.search(source)
        if found and not (rule.unless and rule.unless.search(source)) and not said.search(target):
            return told(found)
    return ""
