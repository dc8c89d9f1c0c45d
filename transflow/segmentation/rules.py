"""What each language adds to sentencex: data in `rules/<language>.toml`, read once.

The keys of a rule file, all optional:

`titles`
    Abbreviations that a name follows: never the end of a sentence.
`before_number`
    Abbreviations that a number follows: no end before a digit or a Roman numeral.
`inner`
    Abbreviations that may end a sentence: an end only before a capital letter.
`join`
    Pairs of regular expressions (what stands before a cut, what after): no cut there. They are not
    asked where a full stop stands behind a word of three letters or more that is no abbreviation.
`cut`
    The same: a cut that sentencex does not make.
`marks`
    Signs that end a sentence in this language only, where a pair of `cut` says so: the question mark of Greek.
`quotes`
    Pairs of quotation marks inside which complete sentences are cut.
`capitals`
    Whether a text that begins with a capital has one at the beginning of each sentence.
"""

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["Pairs", "Rules", "rules_for"]

Look = Callable[[str], re.Match[str] | None]
Pairs = tuple[tuple[Look, tuple[tuple[Look, Look], ...]], ...]
"""Looks for what stands before a place, and for what stands after it; in groups, each with a look for anything after it."""


_CAPITAL = "Xanthe"
"""A word as most sentences begin with, and no rule is about."""
_SAME = {"no": "nb", "nn": "nb"}
"""Languages whose rules are in the file of another."""


@dataclass(frozen=True)
class Words:
    """Abbreviations, each with its dot."""

    ends: tuple[str, ...]
    pattern: re.Pattern[str]

    def end(self, text: str) -> bool:
        """Whether one of them, and no longer word, is what a text ends with; most end with none."""
        return text.endswith(self.ends) and self.pattern.search(text) is not None


@dataclass(frozen=True)
class Rules:
    """Compiled rules of one language.

    The patterns of `join` and `cut` are pairs: the first is searched at the end of what stands
    before a place, the second matched at what stands after it, white space left out.
    """

    titles: Words
    before_number: Words
    inner: Words
    tails: frozenset[str]
    """The last words of all abbreviations: `cit` of `op. cit`."""
    join: Pairs
    cut: Pairs
    quotes: tuple[tuple[str, str], ...]
    marks: frozenset[str]
    capitals: bool


@cache
def rules_for(language: str) -> Rules:
    """The rules of a language (its primary subtag), those of `base.toml` included."""
    tables = [_load("base"), _load(_SAME.get(language, language))]
    capitals = max(table.pop("capitals", False) for table in tables)
    merged: dict[str, list[Any]] = {}
    for table in tables:
        for key, values in table.items():
            merged.setdefault(key, []).extend(values)
    listed = [word for key in ("titles", "before_number", "inner") for word in merged.get(key, ())]
    return Rules(
        titles=_words(merged.get("titles", ())),
        before_number=_words(merged.get("before_number", ())),
        inner=_words(merged.get("inner", ())),
        tails=frozenset(word for text in listed for word in re.findall(r"[^\W\d_]+$", text)),
        join=_pairs(merged.get("join", ())),
        cut=_pairs(merged.get("cut", ())),
        quotes=tuple((opening, closing) for opening, closing in merged.get("quotes", ())),
        marks=frozenset(merged.get("marks", ())),
        capitals=capitals,
    )


def _load(name: str) -> dict[str, Any]:
    path = files("transflow.segmentation") / "rules" / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


def _words(words: Iterable[str]) -> Words:
    listed = sorted(set(words), key=lambda word: (-len(word), word))
    any_of = "|".join(re.escape(word) for word in listed) or "(?!)"
    # Chinese, Japanese and Korean have no blank before them: 由Dr. Smith.
    pattern = re.compile(rf"(?<![^\W\u3040-\ud7af])(?<!\w[.@/])(?:{any_of})\.$")
    return Words(tuple(f"{word}." for word in listed), pattern)


def _pairs(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """The pairs in groups: those that ask for nothing after a place, those for a capital as most have it, the others."""
    groups: dict[int, list[tuple[str, str]]] = {}
    for before, after in pairs:
        kind = 0 if after == "." else 1 if re.match(after, _CAPITAL) else 2
        groups.setdefault(kind, []).append((before, after))
    return tuple(
        (
            re.compile("|".join(f"(?:{after})" for _, after in group)).match,
            tuple(
                (re.compile(f"(?:{before})$").search, re.compile(after).match)
                for before, after in group
            ),
        )
        for group in groups.values()
    )
