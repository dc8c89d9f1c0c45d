"""Whether how often something happens (twice a day, every eight hours) became another frequency in translation, or none.

Both texts are read as events in a time, so that twice a day is every twelve hours; a month has four weeks or so. Told only where
nothing in the translation is as often, and something there is as often as nothing in the source.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from transflow.quantities.words import HARAKAT
from transflow.quantities.wordset import told, word_set

__all__ = ["KEYS", "intervals", "lost_frequency", "other_frequency"]

KEYS = frozenset({"once", "twice", "thrice", "times", "every"})
_TIMES = frozenset({
    "minute", "minutes", "hour", "hours", "day", "days", "daily", "week", "weeks", "weekly", "month", "months", "year", "years", "yearly",
    "annually", "decade",
})  # fmt: skip
"""Without a word of either kind an English text has no frequency: most sentences."""
_NEAR = 1.18
"""A fortnight is half a month, and four weeks are one."""


@dataclass(frozen=True, slots=True)
class _Language:
    """How a language says frequencies.

    Attributes:
        said: Patterns with groups `count`, `n` and `unit`, each of which may be missing.
        numbers: What a count or a number of units is worth, in small letters.
        units: Patterns of units, each with its hours.
        words: Patterns that say a frequency without such groups, each with its events in an hour.
        aside: The same for what is no frequency of its own: daily, each year.
        loose: With what a frequency is said somehow.
    """

    said: tuple[re.Pattern[str], ...]
    numbers: Mapping[str, float]
    units: tuple[tuple[re.Pattern[str], float], ...]
    words: tuple[tuple[re.Pattern[str], float], ...]
    aside: tuple[tuple[re.Pattern[str], float], ...]
    loose: re.Pattern[str]


@cache
def _languages() -> dict[str, dict[str, Any]]:
    text = (files("transflow.quantities") / "data" / "frequency.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _language(name: str) -> _Language:
    table = _languages()[name]
    numbers, units = table["numbers"], table["units"]
    groups = {
        "{count}": _group("count", [*table.get("counts", numbers), "[0-9]+"]),
        "{n}": _group("n", [*numbers, "[0-9]+"]),
        "{unit}": _group("unit", units),
    }

    end = "" if name == "zh" else r"(?!\w)"

    def pattern(text: str) -> re.Pattern[str]:
        for sign, group in groups.items():
            text = text.replace(sign, group)
        return re.compile(text if name == "zh" else rf"(?<!\w)(?:{text})", re.IGNORECASE)

    def rates(key: str) -> tuple[tuple[re.Pattern[str], float], ...]:
        given = table.get(key, {}).items()
        return tuple(
            (pattern(rf"(?:{word}){end}"), count / hours) for word, (count, hours) in given
        )

    return _Language(
        said=tuple(pattern(text) for text in table["said"]),
        numbers=numbers | table.get("counts", {}),
        units=tuple((re.compile(unit, re.IGNORECASE), hours) for unit, hours in units.items()),
        words=rates("words"),
        aside=rates("aside"),
        loose=re.compile(table["loose"], re.IGNORECASE),
    )


def _group(name: str, words: Iterable[str]) -> str:
    return rf"(?P<{name}>{'|'.join(sorted(words, key=len, reverse=True))})"


def other_frequency(source: str, target: str, language: str) -> str:
    """The frequency of the source in whose place the translation has another; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    wanted = _wanted(source, language)
    given = _given(target, language) if wanted else []
    rest = source
    for text, _ in wanted if given else ():
        rest = rest.replace(text, " ")
    aside = (rate for pattern, rate in _language("en").aside if given and pattern.search(rest))
    own = [*(rate for _, rate in wanted), *aside]
    if all(any(_near(one, rate) for rate in own) for one in given):
        return ""
    return next((text for text, rate in wanted if not any(_near(rate, one) for one in given)), "")


def lost_frequency(source: str, target: str, language: str) -> str:
    """The frequency of the source that nothing in the translation says; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    wanted = _wanted(source, language)
    if not wanted or _given(target, language):
        return ""
    return "" if _language(language).loose.search(target) else wanted[0][0]


def intervals(text: str, language: str) -> list[float]:
    """Hours between two events, for each frequency of a text: twice a day is every 12 hours.

    Args:
        text: In any language.
        language: Its code; one without data has none.
    """
    if language == "en":
        return [1 / rate for _, rate in _wanted(text, language)]
    if language not in _languages():
        return []
    return [1 / rate for _, rate in _found(HARAKAT.sub("", text), _language(language))]


def _wanted(source: str, language: str) -> tuple[tuple[str, float], ...]:
    """The frequencies of an English text, as written, with events in an hour."""
    said = word_set(source)
    if KEYS.isdisjoint(said) or _TIMES.isdisjoint(said) or language not in _languages():
        return ()
    return _read(source)


@lru_cache(maxsize=8)
def _read(source: str) -> tuple[tuple[str, float], ...]:
    return tuple((told(found), rate) for found, rate in _found(source, _language("en")))


def _given(target: str, language: str) -> list[float]:
    plain = HARAKAT.sub("", target)
    own = _language(language)
    rates = [rate for _, rate in _found(plain, own)]
    return rates + [rate for pattern, rate in own.aside if pattern.search(plain)]


def _found(text: str, own: _Language) -> Iterator[tuple[re.Match[str], float]]:
    """What says a frequency, the longest reading first; a piece of text is read once."""
    taken: list[range] = []
    readings = [
        *((pattern, rate) for pattern, rate in own.words),
        *((one, 0.0) for one in own.said),
    ]
    for pattern, rate in readings:
        for found in pattern.finditer(text):
            if any(found.start() < piece.stop and piece.start < found.end() for piece in taken):
                continue
            taken.append(range(*found.span()))
            yield found, rate or _rate(found, own)


def _rate(found: re.Match[str], own: _Language) -> float:
    groups = found.groupdict()
    count, n = (_value(groups.get(key), own) for key in ("count", "n"))
    unit = groups.get("unit") or ""
    hours = next((hours for pattern, hours in own.units if pattern.fullmatch(unit)), 24.0)
    return count / (n * hours)


def _value(text: str | None, own: _Language) -> float:
    if text is None:
        return 1.0
    return own.numbers.get(text.lower()) or float(text) or 1.0


def _near(one: float, other: float) -> bool:
    return max(one, other) <= _NEAR * min(one, other)
