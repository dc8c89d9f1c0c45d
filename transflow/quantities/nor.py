"""Whether what an English text denies by a second clause (nor do we use them) its translation affirms: and we use them.

The denial has to stand about where the clause does, since one of the clause before it answers for nothing.
"""

import re
from functools import cache

from transflow.quantities.negation import refusal_words
from transflow.quantities.wordset import word_set

__all__ = ["let_in"]

_NOR = re.compile(
    r"\bnor (?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"\b(?:neither|except|unless|seems?)\b", re.IGNORECASE)
"""With what the two clauses are as often put into one."""
_LIKEWISE = {
    "fr": r"de même que|ainsi que|pas plus que|non plus|davantage",
    "es": r"al igual que|lo mismo que|así como|tampoco",
    "ru": r"как и\b|равно|тоже|также не",
    "zh": "如此|同样|一样",
    "ar": r"كذلك|وكذا|شأن",
}
"""With what one denial is said of two."""
_EARLIER = 0.15
"""Of a text's length: so much earlier than in the source the denial may stand."""


@cache
def _of(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(refusal_words(language), re.IGNORECASE),
        re.compile(_LIKEWISE[language], re.IGNORECASE),
    )


def let_in(source: str, target: str, language: str) -> str:
    """The second denial of the source that the target has not; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    if "nor" not in word_set(source) or language not in _LIKEWISE or _OTHERWISE.search(source):
        return ""
    found = _NOR.search(source)
    refusal, likewise = _of(language)
    if found is None or likewise.search(target):
        return ""
    last = max((one.start() for one in refusal.finditer(target)), default=-len(target))
    late = last >= (found.start() / len(source) - _EARLIER) * len(target)
    return "" if late else found[0]
