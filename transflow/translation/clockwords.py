"""English times in words, `half past six`, `a quarter to eight`, which models take for shares and ages: figures of the hour.

The half of the day is not told, and is not in the draft either.
"""

import re
from collections.abc import Iterator

from transflow.quantities import HOURS, time_of

__all__ = ["HINT", "find", "written"]

HINT = rf"\b(?:past|to) (?:{'|'.join(HOURS)})\b"
_FIVES = r"(?:five|ten|twenty-five|twenty)(?: minutes)?"
"""By five to one is how a vote was won."""
_CLOCK = re.compile(
    r"(?<![\w-])(?:half past|(?<!from )(?<!between )(?:a )?quarter (?:past|to)"
    rf"|(?:(?<=\bat )|(?<=\buntil )|(?<=\bbefore )|(?<=\bafter )|(?<=\bsince )){_FIVES} (?:past|to)|(?<=\bby ){_FIVES} past)"
    rf" (?:{'|'.join(HOURS)})"
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
    hour, minutes = time_of(text)
    hour = hour or 12
    if locale.partition("-")[0] == "fr":
        return f"{hour}\u00a0h\u00a0{minutes:02}"
    return f"{hour}:{minutes:02}"
