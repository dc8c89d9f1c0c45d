"""Russian: pymorphy3 knows the paradigms, for telling a word's forms and for making them."""

import importlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from transflow.glossary.wordforms import Stemmed

__all__ = [
    "Paradigm",
    "Russian",
    "adjective",
    "agreeing",
    "conjugated",
    "declined",
    "noun",
    "of_several",
    "paradigm",
    "several",
    "subject",
]

_CASES = ("gent", "datv", "accs", "ablt", "loct")
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
_JOINING = frozenset({"и", "или"})
_REFLEXIVE = ("ся", "сь")
_NUMBERS = ("masc", "femn", "neut", "plur")


@dataclass(frozen=True, slots=True)
class Paradigm:
    """Forms of a verb; empty where it has none of a kind."""

    infinitive: str
    finite: tuple[str, ...]
    """Third person singular and plural, then the first plural: present, or future of a perfective."""
    past: tuple[str, ...]
    """Masculine, feminine, neuter, plural."""
    passive: tuple[str, ...]
    """Short participles in the same order: `отозван`; or what the imperfective has, `подаётся`."""
    imperative: tuple[str, ...]
    """To several, then to one."""
    gerund: tuple[str, ...]
    perfective: bool


class Russian(Stemmed):
    """pymorphy3 knows the paradigms; the stem only finds candidates."""

    def __init__(self) -> None:
        super().__init__("ru", "russian")

    def key(self, word: str) -> str:
        """See `Language.key`."""
        return str(self._stem(word.replace("ё", "е")))

    def keys(self, word: str, pos: str = "") -> Iterable[str]:
        """See `Language.keys`."""
        forms = {word}
        for parse in _morphology().parse(word)[:3]:
            forms.update(form.word for form in parse.lexeme)
        if pos == "verb":
            forms |= {form + end for form in forms for end in _REFLEXIVE}
        return {self.key(form) for form in forms}

    def same(self, word: str, other: str, pos: str = "") -> bool:
        """See `Language.same`."""
        if pos == "verb" and other.endswith(_REFLEXIVE) and not word.endswith(_REFLEXIVE):
            other = other[:-2]  # the passive of an imperfective: `подаётся`
        return word == other or bool(_lemmas(word) & _lemmas(other))

    def agree(self, words: Sequence[str], others: Sequence[str], pos: str = "") -> bool:
        """Whether the noun a phrase begins with, the adjectives before it and a noun in apposition are in one case."""
        del pos
        if len(words) < 2 or list(words) == list(others):
            return True
        shared: set[tuple[str, str]] | None = None
        head = _head(list(words))
        for parse, other in zip(head, others, strict=False):
            if parse.tag.POS == "CONJ":
                continue
            readings = _readings(other)
            shared = readings if shared is None else shared & readings
        if not shared:
            return shared is None
        at = len(head)
        if at == len(words) or words[at] == others[at] or not _apposed(words[at]):
            return True
        return not _cases(shared).isdisjoint(_cases(_readings(others[at])))


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
        (str(tag.case), "plur" if tag.number == "plur" else str(tag.gender))
        for tag in (parse.tag for parse in _morphology().parse(word))
        if tag.POS == "NOUN" or tag.POS in _ADJECTIVES
    }


def _apposed(word: str) -> bool:
    """Whether a word behind a noun is one in the nominative, which changes with it: `страна-член`."""
    cases = {case for case, _ in _readings(word)}
    return "nomn" in cases and "gent" not in cases and noun(word)


def _cases(readings: set[tuple[str, str]]) -> set[tuple[str, bool]]:
    """The cases of readings, and whether each is of a plural."""
    return {(case, gender == "plur") for case, gender in readings}


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


@lru_cache(maxsize=4096)
def conjugated(verb: str) -> Paradigm | None:
    """The forms of an infinitive; None for another word."""
    parse = next((p for p in _morphology().parse(verb) if p.tag.POS == "INFN"), None)
    if parse is None:
        return None
    aspect = "impf" if any("impf" in form.tag for form in parse.lexeme) else "perf"

    def having(*grammemes: str) -> tuple[str, ...]:
        found = (f.word for f in parse.lexeme if all(one in f.tag for one in grammemes))
        return tuple(dict.fromkeys(found))

    finite = tuple(
        form
        for person, number in (("3per", "sing"), ("3per", "plur"), ("1per", "plur"))
        for form in having(aspect, "VERB", "indc", person, number)[:1]
    )
    past = tuple(form for one in _NUMBERS for form in having("VERB", "past", one)[:1])
    passive = tuple(form for one in _NUMBERS for form in having("PRTS", "past", "pssv", one)[:1])
    if not passive and "tran" in parse.tag:
        passive = tuple(f + ("сь" if f[-1] in "аои" else "ся") for f in (*finite[:2], *past))
    return Paradigm(
        verb,
        finite,
        past,
        passive,
        (*having("VERB", "impr", "excl", "plur")[:1], *having("VERB", "impr", "excl", "sing")[:1]),
        having("GRND")[:1],
        perfective=aspect == "perf",
    )


def noun(word: str) -> bool:
    """Whether a word is a noun, and most likely nothing else."""
    return bool(_morphology().parse(word)[0].tag.POS == "NOUN")


def subject(found: str, forms: Sequence[str]) -> str:
    """The gender of an inanimate noun phrase in the nominative singular, as pymorphy names it; empty for others.

    Args:
        found: The phrase in a text.
        forms: What it may be a form of, as the dictionary has it. A person's verb goes by the person.
    """
    for form in forms:
        table = paradigm(form)
        if table.get(("sing", "nomn"), "").casefold() == found.casefold():
            tag = _head(form.split(" "))[-1].tag
            return str(tag.gender) if tag.animacy == "inan" and tag.gender else ""
    return ""


def several(found: str, forms: Sequence[str]) -> str:
    """The nominative plural of a noun phrase in the nominative singular; empty for any other."""
    for form in forms:
        table = paradigm(form)
        if table.get(("sing", "nomn"), "").casefold() == found.casefold():
            return _like(table.get(("plur", "nomn"), ""), found)
    return ""


def of_several(word: str) -> bool:
    """Whether a word is a verb, a short adjective or participle in the plural."""
    tag = _morphology().parse(word)[0].tag
    return tag.number == "plur" and tag.POS in {"VERB", "ADJS", "PRTS"}


@lru_cache(maxsize=4096)
def agreeing(word: str, gender: str, *, short: bool = False) -> str:
    """A past tense, short participle or determiner in a gender; any other word as it is.

    Args:
        word: In its place beside the noun.
        gender: `masc`, `femn` or `neut`.
        short: Whether participles alone are changed: beside a passive the noun may be the object.
    """
    parse = _morphology().parse(word)[0]
    tag = parse.tag
    past = tag.POS == "VERB" and "past" in tag and not short
    pronoun = tag.POS in _ADJECTIVES and "Apro" in tag and "nomn" in tag
    if tag.number != "sing" or not (past or pronoun or tag.POS == "PRTS") or gender in tag:
        return word
    found = parse.inflect({gender})
    return _like(str(found.word), word) if found else word


def adjective(word: str) -> set[tuple[str, str]]:
    """(number, case) in which an adjective or its like may stand; empty for any other word."""
    parses = _morphology().parse(word)
    if parses[0].tag.POS not in _ADJECTIVES:
        return set()
    # As plain strings: pymorphy's own raise where they are compared with a name it does not know.
    return {(str(p.tag.number), str(p.tag.case)) for p in parses if p.tag.POS in _ADJECTIVES}


def _head(words: list[str]) -> list[Any]:
    """The readings of the adjectives, what joins them and stands before them, and the noun a phrase begins with; empty for none."""
    head: list[Any] = []
    for word in words:
        if head and word in _JOINING:
            head.append(next(p for p in _morphology().parse(word) if p.tag.POS == "CONJ"))
            continue
        if word.isupper() and len(word) > 1:
            return []
        parses = [parse for parse in _morphology().parse(word) if "nomn" in parse.tag]
        noun = next((p for p in parses if p.tag.POS == "NOUN"), None)
        adjective = next((p for p in parses if p.tag.POS in _ADJECTIVES), None)
        if noun is not None and (adjective is None or noun.score >= adjective.score):
            return [*head, noun]
        adverb = next((p for p in _morphology().parse(word)[:1] if p.tag.POS == "ADVB"), None)
        if adjective is None and adverb is None:
            return []
        head.append(adjective or adverb)
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
    if parse.tag.POS in {"ADVB", "CONJ"}:
        return str(parse.word)
    found = parse.inflect(asked | agreeing if parse.tag.POS in _ADJECTIVES else asked)
    return str(found.word) if found else ""


def _like(new: str, old: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
