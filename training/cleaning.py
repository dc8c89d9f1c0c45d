"""Which pairs are fit to learn from.

Every filter answers with a reason, so that `prepare` can print how many pairs each one took.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import compress
from math import log
from statistics import StatisticsError, correlation, pstdev

from training.corpus import Pair, Row

SCRIPTS = {
    "zh": re.compile(r"[\u3400-\u9fff]"),
    "fr": re.compile(r"[A-Za-zÀ-ÿŒœ]"),
    "es": re.compile(r"[A-Za-zÀ-ÿ]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
}
# Characters of text for one character of English, from the collections themselves.
LENGTHS = {"zh": 0.33, "fr": 1.18, "es": 1.15, "ru": 1.12, "ar": 0.92}
MARKUP = re.compile(r"</?\w+[^>]*>|\{\{|\}\}|```|\[[^\]]*\]\(|&[a-z]+;|https?://")
DIGITS = re.compile(r"\d+")
LETTERS = re.compile(r"[^\W\d_]")
TABLE_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def tidy(text: str) -> str:
    """Text in composed form, with single plain spaces and without invisible characters.

    No-break spaces become plain ones, as in the rest of the text: the vocabulary has no piece for
    them, and one sentence in two spellings is learned badly.
    """
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"[\u200b\u2060\ufeff\u00ad]", "", text)
    return re.sub(r"[ \t\u00a0\u2009\u202f]+", " ", text).strip()


def numbers(text: str) -> list[str]:
    """The digit groups of a text, sorted; Arabic-Indic digits count as the same digits."""
    return sorted(DIGITS.findall(text.translate(TABLE_DIGITS)))


def fault(english: str, target: str, language: str) -> str | None:
    """Why a pair is unfit, or None.

    Args:
        english: the English side, tidied.
        target: the other side, tidied.
        language: code of the other side.
    """
    words = len(english.split())
    if not 1 <= words <= 80 or not target:
        return "length"
    if MARKUP.search(english) or MARKUP.search(target):
        return "markup"
    if english == target and words > 3:
        return "untranslated"
    letters = len(LETTERS.findall(target))
    if letters < 0.4 * len(target.replace(" ", "")) and words > 3:
        return "symbols"
    if len(SCRIPTS[language].findall(target)) < 0.5 * letters or not letters:
        return "script"
    ratio = len(target) / len(english) / LENGTHS[language]
    if words > 3 and not 0.45 < ratio < 2.2:
        return "ratio"
    large = [group for group in numbers(english) if len(group) >= 2]
    found = numbers(target)
    if any(group not in found for group in large) and language != "zh":
        return "numbers"
    return None


def clean(pair: Pair, language: str) -> tuple[Pair | None, str | None]:
    """The tidied pair, or the reason why it is left out."""
    tidied = Pair(pair.source, tidy(pair.english), tidy(pair.target))
    reason = fault(tidied.english, tidied.target, language)
    return (None, reason) if reason else (tidied, None)


STRETCH = 120
"""Rows that are judged together: by chance, the lengths of so many never part."""
STEP = 40
IN_STEP = 0.28
"""Likeness of stretches: 0.34 and more in sound tables, 0.22 and less where a column has slipped."""


SPREAD = 0.2
"""Standard deviation of the logarithms of lengths under which they tell nothing: 0.1 and less in a
table of sentences all alike in length, 0.46 and more in the others."""


def in_step(rows: Sequence[Row]) -> list[Row]:
    """Rows of a table without the cells of stretches in which a column has slipped.

    A cell lost in one column puts every cell below it beside the sentence of another; long
    sentences then no longer have long translations.
    """
    slipped: dict[str, set[int]] = {}
    for language in sorted({code for row in rows for code in row.targets}):
        places = [place for place, row in enumerate(rows) if language in row.targets]
        for first in range(0, max(1, len(places) - STRETCH + STEP), STEP):
            stretch = places[first : first + STRETCH]
            texts = [(rows[place].english, rows[place].targets[language]) for place in stretch]
            if len(texts) == STRETCH and _likeness(texts) < IN_STEP:
                slipped.setdefault(language, set()).update(stretch)
    kept = [
        Row(
            row.english,
            {c: text for c, text in row.targets.items() if place not in slipped.get(c, ())},
        )
        for place, row in enumerate(rows)
    ]
    return list(compress(kept, (row.targets for row in kept)))


def _likeness(texts: Sequence[tuple[str, str]]) -> float:
    """How far long sentences have long translations, from -1 to 1; 1 where all are alike."""
    lengths = [log(len(english)) for english, _ in texts]
    if pstdev(lengths) < SPREAD:
        return 1.0
    try:
        return correlation(lengths, [log(len(target)) for _, target in texts])
    except StatisticsError:
        return 1.0


def is_held(english: str) -> bool:
    """Whether a domain sentence is kept for development: one in forty, by its bytes."""
    return (sum(english.encode()) * 2654435761 >> 7) % 40 == 0
