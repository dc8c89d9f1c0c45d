"""Russian: pymorphy3 knows the paradigms, for telling a word's forms and for making them."""

import importlib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

from transflow.glossary.wordforms import Stemmed

__all__ = ["Russian", "adjective", "declined", "noun", "paradigm"]

_CASES = ("gent", "datv", "accs", "ablt", "loct")
_ADJECTIVES = frozenset({"ADJF", "PRTF"})


class Russian(Stemmed):
    """pymorphy3 knows the paradigms; the stem only finds candidates."""

    def __init__(self) -> None:
        super().__init__("ru", "russian")

    def key(self, word: str) -> str:
        """See `Language.key`."""
        return str(self._stem(word.replace("ё", "е")))

    def keys(self, word: str, pos: str = "") -> Iterable[str]:
        """See `Language.keys`."""
        del pos
        forms = {word}
        for parse in _morphology().parse(word)[:3]:
            forms.update(form.word for form in parse.lexeme)
        return {self.key(form) for form in forms}

    def same(self, word: str, other: str, pos: str = "") -> bool:
        """See `Language.same`."""
        del pos
        return word == other or bool(_lemmas(word) & _lemmas(other))

    def agree(self, words: Sequence[str], others: Sequence[str]) -> bool:
        """Whether the noun a phrase begins with and the adjectives before it are in one case."""
        if len(words) < 2 or list(words) == list(others):
            return True
        shared: set[tuple[str, str]] | None = None
        for _, other in zip(_head(list(words)), others, strict=False):
            readings = _readings(other)
            shared = readings if shared is None else shared & readings
        return shared is None or bool(shared)


@cache
def _morphology() -> Any:
    pymorphy: Any = importlib.import_module("pymorphy3")  # a second of loading: only for Russian
    return pymorphy.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=20_000)
def _lemmas(word: str) -> frozenset[str]:
    return frozenset(parse.normal_form for parse in _morphology().parse(word))


@lru_cache(maxsize=20_000)
def _readings(word: str) -> set[tuple[str, str]]:
    """(case, gender or `plur`) in which a noun or adjective may stand."""
    return {
        (tag.case, "plur" if tag.number == "plur" else str(tag.gender))
        for tag in (parse.tag for parse in _morphology().parse(word))
        if tag.POS == "NOUN" or tag.POS in _ADJECTIVES
    }


def declined(form: str, *, plural: bool, bare: bool = False) -> list[str]:
    """The head noun and the adjectives before it; what follows the noun depends on it and stays.

    Args:
        form: In the nominative.
        plural: Whether plurals are wanted, too, and first.
        bare: Nominatives only.
    """
    words = form.split(" ")
    head = _head(words)
    if not head:
        return [form]
    number = "plur" if "plur" in head[-1].tag else "sing"
    rest = words[len(head) :]
    others = () if bare else _CASES
    made = [form, *_in_cases(words, head, rest, number, others)]
    if plural and number == "sing":
        made = [*_in_cases(words, head, rest, "plur", ("nomn", *others)), *made]
    return made


@lru_cache(maxsize=4096)
def paradigm(form: str) -> dict[tuple[str, str], str]:
    """A noun phrase in every (number, case), by the names pymorphy has for them: `plur`, `gent`.

    Args:
        form: In the nominative. One without a noun has no forms.
    """
    words = form.split(" ")
    head = _head(words)
    if not head:
        return {}
    numbers = ("plur",) if "plur" in head[-1].tag else ("sing", "plur")
    found: dict[tuple[str, str], str] = {}
    for number in numbers:
        for case in ("nomn", *_CASES):
            for made in _in_cases(words, head, words[len(head) :], number, (case,)):
                found[number, case] = made
    return found


def noun(word: str) -> bool:
    """Whether a word is a noun, and most likely nothing else."""
    return bool(_morphology().parse(word)[0].tag.POS == "NOUN")


def adjective(word: str) -> set[tuple[str, str]]:
    """(number, case) in which an adjective or its like may stand; empty for any other word."""
    parses = _morphology().parse(word)
    if parses[0].tag.POS not in _ADJECTIVES:
        return set()
    return {(p.tag.number, p.tag.case) for p in parses if p.tag.POS in _ADJECTIVES}


def _head(words: list[str]) -> list[Any]:
    """The readings of the adjectives and the noun a phrase begins with; empty for none."""
    head: list[Any] = []
    for word in words:
        if word.isupper() and len(word) > 1:
            return []
        parses = [parse for parse in _morphology().parse(word) if "nomn" in parse.tag]
        noun = next((p for p in parses if p.tag.POS == "NOUN"), None)
        adjective = next((p for p in parses if p.tag.POS in _ADJECTIVES), None)
        if noun is not None and (adjective is None or noun.score >= adjective.score):
            return [*head, noun]
        if adjective is None:
            return []
        head.append(adjective)
    return []


def _in_cases(
    words: list[str], head: list[Any], rest: list[str], number: str, wanted: tuple[str, ...]
) -> list[str]:
    made = []
    noun = head[-1].tag
    agreeing = {noun.gender} - {None} if number == "sing" else set()
    for case in wanted:
        living = case == "accs" and (number == "plur" or noun.gender == "masc")
        extra = agreeing | ({noun.animacy} - {None} if living else set())
        forms = [_inflected(parse, {number, case}, extra) for parse in head]
        if all(forms):
            written = [_like(new, old) for new, old in zip(forms, words, strict=False)]
            made.append(" ".join([*written, *rest]))
    return made


def _inflected(parse: Any, asked: set[str], agreeing: set[str]) -> str:
    """One word in a case, an adjective as its noun asks; empty where there is no such form."""
    found = parse.inflect(asked | agreeing if parse.tag.POS in _ADJECTIVES else asked)
    return str(found.word) if found else ""


def _like(new: str, old: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
