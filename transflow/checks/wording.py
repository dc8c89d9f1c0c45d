"""Words that stand twice, words left in the source's language, a length that cannot be right."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from transflow.checks.rule import GAP, Pair, Rule
from transflow.checks.scripts import same_script
from transflow.model import Severity
from transflow.quantities import CODE, COMMAND, clash, said_twice

__all__ = ["RULES"]

_TWICE = re.compile(r"\b([^\W\d_]+)(?:[ \u00a0]+\1\b)+", re.IGNORECASE)
_HAN_TWICE = re.compile(
    "(?!一(.{2,3})一\\1[地的])(?:([\u3400-\u9fff]{3,})\\2+|([\u3400-\u9fff])\\3{2,})"
)
"""Not bit by bit: 一根线一根线地."""
_PHRASE_TWICE = re.compile(r"\b(\w+(?:[\s,.;:]+\w+){1,4}?)[\s,.;:]+\1\b", re.IGNORECASE)
_LOOP = re.compile(r"(?<!\w)(\S.{2,30}?)(?:[\s,.;]*\1){2,}(?!\w)")
_REDUPLICATING = frozenset(
    {"id", "ms", "vi", "tl", "fil", "jv", "su", "th", "km", "hi", "bn", "sw", "tr"}
)
_STEP_BY_STEP = re.compile(r"\b(\w+)(?: |-)by(?: |-)\1\b|\bat a time\b", re.IGNORECASE)
"""What many languages say by a word twice: خطوة خطوة."""
_FINE_TWICE = {
    "fr": frozenset({"nous", "vous", "très", "bien", "non", "oui"}),
    "es": frozenset({"no", "sí", "muy"}),
    "en": frozenset({"that", "had", "very", "no", "bye"}),
    "ru": frozenset({"да", "нет", "чуть", "еле", "очень", "только", "едва"}),
    "de": frozenset({"die", "der", "das", "sie", "sehr"}),
    "nl": frozenset({"die", "dat", "je", "ze"}),
    "ar": frozenset(
        {
            "بي",
            "سي",
            "إن",
            "إي",
            "إم",
            "آي",
            "دي",
            "جي",
            "تي",
            "إس",
            "شيئا",
            "شيئًا",
            "يوما",
            "جنبا",
            "جنبًا",
        }
    ),
    "it": frozenset({"via", "piano", "man", "molto"}),
    "pt": frozenset({"muito", "não"}),
}
_RIGHT_TWICE = {
    "fr": ((re.compile(r"en en (?=\w+ant\b)", re.IGNORECASE), re.compile("")), (re.compile("une une", re.IGNORECASE), re.compile("front", re.IGNORECASE))),
}  # fmt: skip
"""Two words that look like one: en en parlant; une une blanche where the source has a front page."""
_STREET = re.compile(
    r"\b(?:chemin|rue|route|avenue|boulevard|quai|place|allée|via|viale|calle|avenida|rua) (?:de|du|des|la|le|les|della|del|d[’'])"
)
"""A street in an address, which the post reads as it is."""
_SHORT = 25
_PHRASE = 5
_HAN = frozenset({"zh", "ja", "yue"})


def _doubled(pair: Pair) -> Iterator[str]:
    text, language = pair.right.text, pair.context.language
    if language in _HAN and (found := _HAN_TWICE.search(text)) and found[0] not in pair.left.text:
        yield f"{found[2] or found[3]} is repeated; expected once"
        return
    if twice := said_twice(pair.left.text, text, language):
        yield f"{twice} says one thing twice; expected once"
        return
    if not _repeats(pair.right.words) or _repeats(pair.left.words):
        return
    if _STEP_BY_STEP.search(pair.left.text):
        return
    fine = _FINE_TWICE.get(language, frozenset())
    if language not in _REDUPLICATING:
        for match in _TWICE.finditer(text):
            if match[1].lower() not in fine and not (
                match[1].isupper() or _right(match, pair.left.text, language)
            ):
                yield f"{match[0]} stands twice; expected {match[1]} once"
    phrase = _PHRASE_TWICE.search(text) or _LOOP.search(text)
    if phrase and any(char.isalpha() for char in phrase[1]):
        yield f"{phrase[1].strip()} is repeated; expected once"


def _right(twice: re.Match[str], source: str, language: str) -> bool:
    return any(
        here.match(twice.string, twice.start()) and there.search(source)
        for here, there in _RIGHT_TWICE.get(language, ())
    )


def _repeats(words: Sequence[str]) -> bool:
    """Whether up to five words in a row stand twice in a row."""
    last: dict[str, int] = {}
    for at, written in enumerate(words):
        word = written.lower()
        before = last.get(word, -9)
        size = at - before
        if size <= _PHRASE and [w.lower() for w in words[before:at]] == [
            w.lower() for w in words[at : at + size]
        ]:
            return True
        last[word] = at
    return False


_CHOICE = re.compile(
    r"\{\s*\w+\s*,\s*(?:(?:plural|select|selectordinal)\s*,(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*|(?:number|date|time)[^{}]*)\}"
)
"""Texts to choose from and the like in a placeholder of ICU, which is kept whole: `{n, plural, one {file} other {files}}`."""


_PARTICLES = frozenset(
    {
        "al",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "ibn",
        "la",
        "le",
        "ter",
        "van",
        "von",
    }
)
"""Small words of people's names, which may stay as they are: Ms. de la Cruz."""


def _partly_untranslated(pair: Pair) -> Iterator[str]:
    """Runs of the source's words: three between scripts, six between languages of one script."""
    same = same_script(pair.context.source_locale, pair.context.locale)
    least = 6 if same else 3
    source, words = pair.left.words, pair.right.words
    known = set(source)
    if len(source) < 4 or sum(word in known for word in words) < least:
        return
    if pair.left.text == pair.right.text:
        return
    plain = _CHOICE.sub("", pair.right.plain)
    particles = _PARTICLES if pair.context.source_language == "en" else frozenset()
    runs = {tuple(source[at : at + least]) for at in range(len(source) - least + 1)}
    for at in range(len(words) - least + 1):
        run = words[at : at + least]
        small = [word for word in run if word[0].islower() and word not in particles]
        if tuple(run) in runs and len(small) * 2 > least:
            found = re.search(r"\W+".join(map(re.escape, run)), plain)
            if found and found[0].count(" ") >= 2 and not _is_same(plain, found):
                yield f"“{found[0]}” is not translated"
                return


def _is_same(text: str, run: re.Match[str]) -> bool:
    """Whether words are the same in every language: a street, or those of a command."""
    return _STREET.search(run[0]) is not None or any(
        one.start() < run.end() and run.start() < one.end() for one in COMMAND.finditer(text)
    )


def _length(pair: Pair) -> Iterator[str]:
    if not _odd_length(len(pair.left.text), len(pair.right.text), pair):
        return
    if GAP in pair.left.text or GAP in pair.right.text:
        return
    source, target = _weight(pair.left.plain), _weight(pair.right.plain)
    expected = _odd_length(source, target, pair)
    if expected and target > expected:
        yield f"{target / expected:.1f} times as long as usual; expected about {expected} characters"
    elif expected:
        yield f"{target / expected:.2f} of the usual length; expected about {expected} characters"


def _odd_length(source: int, target: int, pair: Pair) -> int:
    """The usual length where the real one is far from it, else 0."""
    if max(source, target) < _SHORT or not source or not target:
        return 0
    usual = source * _ratio(pair.context.language) / _ratio(pair.context.source_language)
    bound = _data()["spread"] * (1 + 20 / (usual + 5))
    return 0 if usual / bound <= target <= usual * bound else round(usual) or 1


def _weight(plain: str) -> int:
    """Characters that are language: codes are the same everywhere."""
    return len(CODE.sub("", plain).strip())


def _ratio(language: str) -> float:
    ratios: dict[str, float] = _data()["ratio"]
    return ratios.get(language, 1.0)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("transflow.checks") / "data" / "lengths.toml").read_text("utf-8"))


def _small_words(pair: Pair) -> Iterator[str]:
    found = clash(pair.right.plain, pair.context.language)
    if found:
        yield f"“{found}” is no sequence of words in the language"


RULES: Sequence[Rule] = (
    Rule(
        "doubled-words",
        Severity.WARNING,
        "A word twice in a row or joined with itself, a phrase repeated as engines do when they loop, a list, a name or a percent sign said twice.",
        "What the source repeats may be repeated; so may words that are doubled in good style (nous nous, "
        "чуть чуть) and any word in languages that double words for plurals (Indonesian). In Chinese "
        "three characters or more count (天天 is a word), lists, and two that are no verb or measure (考虑考虑, 一页一页).",
        _doubled,
    ),
    Rule(
        "small-words",
        Severity.WARNING,
        "Two small words that never stand side by side: à le réseau, les ne, un une, de el.",
        "French and Spanish. Pronouns before a verb (de les aider, laissez-le une nuit), `la une`, `l'une l'autre` and names "
        "(de El Salvador) are none.",
        _small_words,
    ),
    Rule(
        "partly-untranslated",
        Severity.WARNING,
        "Several words of the source in a row stand untranslated in the translation.",
        "Names and titles (more capitals than small letters), addresses and code are let be. A quoted title that "
        "stays in its language is accepted by the reviewer, or protected in the article.",
        _partly_untranslated,
    ),
    Rule(
        "length",
        Severity.WARNING,
        "Much longer or shorter than translations between these two languages are.",
        "The usual ratio of characters for the pair is data (lengths.toml), with more room for short texts; "
        "below 25 characters, and where images or code stand in the text, nothing is said.",
        _length,
    ),
)
