"""Whether a person's title changed its sex or its degree: Mrs. as M., Mr. as г-жа, Dr. as M.

Told only where all the titles of the source are of one sex and all of the translation's are of the other.
"""

import re
from functools import cache

from transflow.quantities.wordset import word_set

__all__ = ["turned_title"]

_KEYS = frozenset({"mr", "mrs", "ms", "miss", "dr", "messrs", "mister"})
_MEN = re.compile(r"\b(?:Mr\b\.?|Messrs\b\.?|Mister)(?=[\s\u00a0]+[A-Z])")
_WOMEN = re.compile(r"\b(?:Mrs\b\.?|Ms\b\.?|Miss)(?=[\s\u00a0]+[A-Z])")
_DOCTORS = re.compile(r"\bDr\b\.?(?=[\s\u00a0]+[A-Z])")
_TARGET = {
    "fr": (
        r"\bM\.|\bMM\.|\bMr\b|\b[Mm](?:onsieur|essieurs)\b",
        r"\bMmes?\b|\bMlles?\b|\b[Mm](?:adame|esdames|ademoiselle)\b|\bMiss\b|\bMs\b|\bMrs\b",
        "",  # French press offices write M. and Mme for Dr.
    ),
    "es": (
        r"\bSr(?:es)?\b\.?|\b[Ss]eñor(?:es)?\b|\bD\.|\bdon\b",
        r"\b(?:Sra|Srta)s?\b|\b[Ss]eñor(?:a|ita)s?\b|\bD\.ª|\bdoña\b|\bMiss\b|\bMs\b|\bMrs\b",
        r"\bDra?\b|doctor",
    ),
    "ru": (
        r"\b[Гг](?:-|осподи)н(?:а|у|ом|е|)\b|\bмистер",
        r"\b[Гг](?:-|оспо)ж[аиеу]\b|\b[Гг](?:-|оспо)жой|\bмисс(?!и)|\bмадам",
        r"д-р|доктор|\bпроф",
    ),
    "zh": ("先生", "女士|夫人|小姐|太太", "博士|医生|大夫"),
    "ar": (
        r"(?<!\w)[وفبلك]?(?:ال|لل)?سيد(?!\w)|(?<!\w)[وفبلك]?(?:ال|لل)?سادة",
        r"(?<!\w)[وفبلك]?(?:ال|لل)?(?:سيدة|سيدات|آنسة)(?!\w)",
        "دكتور|الدكتور|د\\.|طبيب",
    ),
}
"""Language -> (titles of men, of women, of doctors)."""


@cache
def _of(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(words) for words in _TARGET[language])


def turned_title(source: str, target: str, language: str) -> tuple[str, str]:
    """A title of the source, and what the translation has instead; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    if language not in _TARGET or _KEYS.isdisjoint(word_set(source)):
        return "", ""
    own = [pattern.search(source) for pattern in (_MEN, _WOMEN, _DOCTORS)]
    given = [pattern.search(target) for pattern in _of(language)]
    man, woman, doctor = own
    his, hers, degree = given
    if man and not woman and hers and not his:
        return man[0], hers[0]
    if woman and not man and his and not hers:
        return woman[0], his[0]
    if doctor and not man and not woman and not degree and (other := his or hers):
        return doctor[0], other[0]
    return "", ""
