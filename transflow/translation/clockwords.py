"""English times in words, `half past six`, `a quarter to eight`, which models take for shares and ages: figures of the hour.

The half of the day is not told, and is not in the draft either.
"""

import re
from collections.abc import Iterator

__all__ = ["HINT", "find", "written"]

_HOURS = ("twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")  # fmt: skip
_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
HINT = rf"\b(?:past|to) (?:{'|'.join(_HOURS)})\b"
_FIVES = r"(?:five|ten|twenty-five|twenty)(?: minutes)?"
"""By five to one is how a vote was won."""
_CLOCK = re.compile(
    r"(?<![\w-])(?:half past|(?<!from )(?<!between )(?:a )?quarter (?:past|to)"
    rf"|(?:(?<=\bat )|(?<=\buntil )|(?<=\bbefore )|(?<=\bafter )|(?<=\bsince )){_FIVES} (?:past|to)|(?<=\bby ){_FIVES} past)"
    rf" (?:{'|'.join(_HOURS)})"
    r"(?![\w-]|\s(?:thirds?|halves|quarters?|fourths?|\w+ths?|hundred|thousand|[mb]illion|per|percent|times|years?|months?|weeks?|days?|hours?|"
    r"people|members|countries|of)\b)",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where an English text has a time in words.

    Args:
        text: Plain English.
    """
    yield from (match.span() for match in _CLOCK.finditer(text))


def written(text: str, locale: str) -> str:
    """A time in words as figures: 6 h 30 in French, 6:30 elsewhere.

    Args:
        text: What `find` found.
        locale: BCP 47 tag of the draft.
    """
    words = text.lower().split()
    hour = _HOURS.index(words[-1])
    minutes = next(_MINUTES[word] for word in words if word in _MINUTES)
    if words[-2] == "to":
        hour, minutes = hour - 1, 60 - minutes
    hour = hour % 12 or 12
    if locale.partition("-")[0] == "fr":
        return f"{hour}\u00a0h\u00a0{minutes:02}"
    return f"{hour}:{minutes:02}"
