"""Whether one small word turned a phrase round: within 14 days as after 14 days, compulsory as optional, at least once as at most.

A closed list (data/turns.toml). Told only where the translation has what turns it round, and nothing with which it is right.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from transflow.quantities.beside import beside, clause_of
from transflow.quantities.wordset import WordIndex, has_figure, told, unanswered

__all__ = ["turned_phrase"]

_CLAUSE = re.compile(r"[;:,](?!\d)|\.(?!\d)|[—–()]|\b(?:and|but)\b", re.IGNORECASE)
"""What ends a clause in the source."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """One phrase; its patterns are made when first asked for.

    Attributes:
        words: English words of which the source holds one; most sentences have none.
        also: Those of which it holds one, too, or none for any.
        source: Where the source says it.
        unless: With what in the source it is let be.
        said: Language -> (what turns it round, with what it is right).
        beside: Whether it is said of a number (a group of `source`): then both are looked for in the clause of the translation that has
            it, `#` for it there, and `unless` in its clause of the source.
    """

    words: frozenset[str]
    also: frozenset[str]
    source: str
    unless: str
    said: dict[str, tuple[str, str]]
    beside: bool


@cache
def _turns() -> tuple[_Turn, ...]:
    text = (files("transflow.quantities") / "data" / "turns.toml").read_text("utf-8")
    turns = []
    for table in tomllib.loads(text).values():
        words, also = (frozenset(table.pop(key, "").split()) for key in ("words", "also"))
        source, unless = table.pop("source"), table.pop("unless")
        turns.append(_Turn(words, also, source, unless, table, "(?P<number>" in source))
    return tuple(turns)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


@cache
def _index() -> WordIndex:
    return WordIndex((turn.words for turn in _turns()), [turn.also for turn in _turns()])


def turned_phrase(source: str, target: str, language: str) -> str:
    """The phrase of the source that the target turns round; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    source = unanswered(source)
    for turn in (_turns()[at] for at in _index().called(source)):
        if language not in turn.said or (turn.beside and not has_figure(source)):
            continue
        for found in _pattern(turn.source).finditer(source):
            wrong, right = turn.said[language]
            said_in, said = source, target
            if turn.beside:
                said_in = source[slice(*clause_of(source, *found.span(), _CLAUSE))]
                said = beside(source, found.span("number"), target, language)
            if not _pattern(wrong).search(said) or _pattern(right).search(said):
                continue
            if not _pattern(turn.unless).search(said_in):
                return told(found)
    return ""
