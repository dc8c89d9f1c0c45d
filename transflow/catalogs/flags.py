"""Flags as people type them: gettext knows `#, fuzzy` alone, a hand in a hurry writes `# Fuzzy`."""

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

__all__ = ["flags_of", "is_flag"]

_FUZZY = "fuzzy"


def flags_of(text: str) -> list[str]:
    """The flags that a `#,` line names; what is but one letter from `fuzzy` is meant as that.

    Args:
        text: The line without its mark.
    """
    return [_meant(flag) for part in text.split(",") if (flag := part.strip())]


@lru_cache(maxsize=256)
def _meant(flag: str) -> str:
    typed = flag.lower()
    return _FUZZY if Levenshtein.distance(typed, _FUZZY, score_cutoff=1) <= 1 else flag


def is_flag(comment: str) -> bool:
    """Whether a translator comment is the flag without its comma: it says `fuzzy` and nothing else.

    Args:
        comment: The comment without its `#`.
    """
    return len(comment) < 12 and comment.strip(" \t,.!:").lower() == _FUZZY
