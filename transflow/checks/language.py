"""Is the translation in its own script, its own variant of Chinese, its own language?"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from transflow.bcp47 import babel_locale
from transflow.checks.literals import blanked
from transflow.checks.rule import Pair, Rule
from transflow.checks.scripts import SCRIPTS, letters_of, scripts_of
from transflow.chinese import is_traditional, telling
from transflow.model import Severity

__all__ = ["RULES"]

_LATIN_WORD = re.compile("[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*")
_LATIN_NAME = re.compile(
    r"(?<![A-Za-z\u00c0-\u024f\d\u00a0@/#.-])(?<!\d )[A-Za-z\u00c0-\u024f]{2,}(?![A-Za-z\u00c0-\u024f]|[@/.]\w)"
)
_ELISION = re.compile("['’]")
_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST = 3
_SCIENCE = frozenset({"Latn", "Grek"})


def _wrong_script(pair: Pair) -> Iterator[str]:
    text = pair.right.text
    own = scripts_of(pair.context.locale)
    foreign = _foreign(own)
    if foreign.search(text):
        for script in SCRIPTS:
            letters = letters_of(script)
            if script in own or letters is None or script in _SCIENCE:
                continue
            found = letters.findall(text)
            if found and not letters.search(pair.left.text):
                shown = "".join(found[:12])
                yield f"{shown} is written in another script ({script}); expected {'/'.join(own)}"
    if "Latn" not in own:
        yield from _latin_only(pair, text)


@cache
def _foreign(own: tuple[str, ...]) -> re.Pattern[str]:
    """A letter of any script but those; Latin and Greek letters are signs of science everywhere."""
    return re.compile(f"[{''.join(SCRIPTS[s] for s in SCRIPTS if s not in {*own, *_SCIENCE})}]")


def _latin_only(pair: Pair, text: str) -> Iterator[str]:
    """No letter of the language's own script, where the source has words to translate."""
    own = [letters for script in scripts_of(pair.context.locale) if (letters := letters_of(script))]
    if not own or any(letters.search(text) for letters in own):
        return
    words = [w for w in _LATIN_WORD.findall(blanked(text)) if not w.isupper()]
    if len(words) >= 2:  # what the glossary has in Latin letters is written so
        for form in _asked(pair):
            text = text.replace(form, " ")
        words = [w for w in _LATIN_WORD.findall(blanked(text)) if not w.isupper()]
    if len(words) >= 2 and pair.right.text.casefold() != pair.left.text.casefold():
        expected = "/".join(scripts_of(pair.context.locale))
        yield f"only Latin letters; expected {expected}"


def _invented_letters(pair: Pair) -> Iterator[str]:
    """Latin words in a text of another script that neither the source nor the glossary has."""
    if "Latn" in scripts_of(pair.context.locale) or pair.right.text.isascii():
        return
    known = set(re.findall("[a-z\u00df-\u024f]+", pair.left.text.casefold()))
    words = dict.fromkeys(_LATIN_NAME.findall(pair.right.plain))
    small = {word: word.casefold() for word in words if not word.isupper()}
    odd = [word for word, low in small.items() if low not in known and f"{low}s" not in known]
    odd = [word for word in odd if not _twin(word, pair.right.plain)]
    if odd and (asked := _asked(pair)):
        forms = " ".join(asked).casefold()
        odd = [word for word in odd if word.casefold() not in forms]
    if odd:
        yield f"{', '.join(odd[:6])}: no such letters are in the source"


def _asked(pair: Pair) -> list[str]:
    """The forms that the glossary has for the terms of the source, the longest first."""
    glossary = pair.context.glossary
    if not glossary:
        return []
    found = glossary.find(pair.source, pair.context.source_locale)
    needed = glossary.require(pair.source, found, pair.context.locale)
    return sorted((form for term in needed for form in term.forms), key=len, reverse=True)


def _twin(word: str, text: str) -> bool:
    """Whether Latin letters begin or end a Cyrillic word that they look like a part of: told by homoglyphs."""
    beside = rf"(?:[\u0400-\u052f]{word}|{word}[\u0400-\u052f])"
    return set(word) <= _TWINS and re.search(beside, text) is not None


_TWINS = frozenset("ABEKMHOPCTYXaeopcyx")


def _wrong_variant(pair: Pair) -> Iterator[str]:
    if pair.context.language not in {"zh", "yue"} or pair.target.isascii():
        return
    traditional = is_traditional(pair.context.locale)
    table = telling()[0 if traditional else 1]
    found = [c for c in dict.fromkeys(pair.right.text) if c in table and c not in pair.left.text]
    if found:
        name = "simplified" if traditional else "traditional"
        pairs = " ".join(f"{char} → {table[char]}" for char in found[:8])
        yield f"{name} characters; expected {pairs}"


def _wrong_language(pair: Pair) -> Iterator[str]:
    language = pair.context.language
    own, others = _stopwords(language)
    words = pair.right.words
    if not own or len(words) < 4:
        return
    lower = [part for word in words for part in _ELISION.split(word.lower())]
    foreign = [w for w in lower if w in others and w not in own]
    if len(foreign) >= _LEAST:
        codes = _in_codes(pair.right.plain.lower())
        foreign = [word for word in foreign if word not in codes]
    if len(foreign) < _LEAST:
        yield from _foreign_words(pair, lower) or _foreign_letters(pair)
        return
    best, count = Counter(name for word in foreign for name in others[word]).most_common(1)[0]
    mine = sum(word in own and best not in _speakers(word) for word in lower)
    if count >= _LEAST and count > 2 * mine and len(set(foreign)) > 1:
        yield f"reads like {_name(best)}; expected {_name(language)}"
        return
    yield from _foreign_words(pair, lower) or _foreign_letters(pair)


def _in_codes(text: str) -> set[str]:
    """The letters that stand with figures: `15e` has no small word of Spanish, nor A/C.3/78/L.19 one of French."""
    coded = (word for word in text.split() if any(map(str.isdigit, word)))
    return {letters for word in coded for letters in _LETTERS.findall(word)}


def _name(language: str) -> str:
    return str(babel_locale(language).get_language_name("en"))


def _foreign_words(pair: Pair, lower: Sequence[str]) -> list[str]:
    """Whether three words have letters that the language lacks: a sentence of a near language.

    French and Spanish share so many small words that these alone do not tell them apart.
    """
    alphabets = _data()["alphabets"]
    own = alphabets.get(pair.context.language)
    if own is None or pair.target.isascii():
        return []
    small = {word for word in pair.right.words if word.islower()} - set(pair.left.words)
    odd = {word for word in small if any(c > "z" and c.isalpha() and c not in own for c in word)}
    if len(odd) < _LEAST:
        return []
    letters = {c for word in odd for c in word if c > "z" and c.isalpha()}
    like = [name for name, alphabet in alphabets.items() if letters <= set(alphabet)]
    best = max(like, key=lambda name: sum(name in _speakers(word) for word in lower), default="")
    reads = f"reads like {_name(best)}" if best else f"{', '.join(sorted(odd)[:4])}"
    return [f"{reads}; expected {_name(pair.context.language)}"]


@cache
def _speakers(word: str) -> frozenset[str]:
    """Languages that have a small word."""
    lists = _data()["stopwords"]
    return frozenset(name for name, words in lists.items() if word in words.split())


def _foreign_letters(pair: Pair) -> Iterator[str]:
    letters = _data()["letters"].get(pair.context.language)
    if letters:
        found = [c for c in letters if c in pair.right.text.lower()]
        if found and not any(letter in pair.left.text.lower() for letter in found):
            yield f"{' '.join(found)} is no letter of {pair.context.language}"
    spelling = _data()["spellings"].get(pair.context.language)
    odd = re.search(spelling, pair.right.text.lower()) if spelling else None
    if odd and not re.search(spelling, pair.left.text.lower()):
        yield f"{odd[0]} is no spelling of {pair.context.language}"


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("transflow.checks") / "data" / "languages.toml").read_text("utf-8"))


@cache
def _stopwords(language: str) -> tuple[frozenset[str], Mapping[str, list[str]]]:
    """A language's small words, and word -> languages for those that only others have."""
    lists = {name: frozenset(words.split()) for name, words in _data()["stopwords"].items()}
    own = lists.get(language, frozenset())
    others: dict[str, list[str]] = {}
    for name, words in lists.items():
        for word in words - own if name != language else ():
            others.setdefault(word, []).append(name)
    return own, others


RULES = (
    Rule(
        "wrong-script",
        Severity.ERROR,
        "Letters of a script that is neither the language's nor in the source; only Latin letters in Chinese.",
        "Latin letters may stand in any language (names), Greek ones too (signs of science); what the source "
        "has may stay.",
        _wrong_script,
    ),
    Rule(
        "invented-letters",
        Severity.WARNING,
        "Latin letters in Arabic, Chinese, Russian and the like that are in the source nowhere (`ric`, `Cuala`).",
        "Capitals (acronyms), what stands behind a number (units) or in an address, and forms of the glossary are let "
        "be; a name written out in full is accepted by the reviewer.",
        _invented_letters,
    ),
    Rule(
        "wrong-variant",
        Severity.ERROR,
        "Traditional characters in simplified Chinese, and the reverse.",
        "Only characters that one of the two never uses count; a name that keeps its form is accepted.",
        _wrong_variant,
    ),
    Rule(
        "wrong-language",
        Severity.ERROR,
        "The small words, letters or spellings of another language.",
        "At least three of them, and twice as many as the language's own, or three words with letters that the "
        "language lacks (è in Spanish): a quoted title is not enough. "
        "Languages without a word list are not judged.",
        _wrong_language,
    ),
)
