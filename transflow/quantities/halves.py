"""Whether the two halves of a sentence have changed what they say: Qatar and Kuwait have a ban; Egypt has none.

A semicolon parts two statements that every language keeps apart. What only one of them has, a name or a denial, is in the
same one of the translation, if that has a semicolon, too.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from transflow.quantities.negation import negated, refusal_words

__all__ = ["crossed"]

_CUT = re.compile("[;；؛]")
_NAME = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\w’'-]{2,}(?: [A-ZÀ-Þ][\w-]*)*")
_DENYING = re.compile(
    r"\b(?:no|non|nor|none|never|neither|nobody|nothing|nowhere|not|cannot|without|unless|except\w*|only|hardly|barely|rarely|few|"
    r"little|fail\w*|lack\w*|refus\w*|refrain\w*|den(?:y|ies|ied|ial)\w*|reject\w*|prevent\w*|avoid\w*|prohibit\w*|forbid\w*|exclu\w*|"
    r"stop\w*|fades?|unable|un\w{4,}|in\w+[ai]bl[ey]|im\w+[ai]bl[ey]|dis\w{4,}|less|than|too|other|others|close\w*|end\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
"""With what in the other half of the source the translation may have the denial there."""
_CLIPPED = re.compile(
    r"\b(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could) not(?=\W*$)",
    re.IGNORECASE,
)
"""The minister did not."""


@cache
def _refusal(language: str) -> re.Pattern[str] | None:
    words = refusal_words(language)
    return re.compile(words, re.IGNORECASE) if words else None


def crossed(
    source: str, target: str, language: str, places: Sequence[tuple[int, int, int, int]]
) -> Iterator[str]:
    """What went to the other half of a sentence, in words for a finding.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation.
        places: Where each place begins and ends in the source, and where in the translation.
    """
    if source.count(";") != 1 or len(cuts := list(_CUT.finditer(target))) != 1:
        return
    cut, its = source.index(";"), cuts[0].start()
    names = {source[a:b]: (a > cut, begin > its) for a, b, begin, _ in places}
    for name in _NAME.findall(source):
        if source.count(name) == target.count(name) == 1:
            names.setdefault(name, (source.index(name) > cut, target.index(name) > its))
    if len({own for own, _ in names.values()}) == 2:
        for name, (own, there) in names.items():
            if own != there:
                yield f"{name} went to the other half of the sentence"
                return
    halves, others = (source[:cut], source[cut:]), (target[:its], target[its:])
    refusal = _refusal(language)
    for at in (0, 1):
        denied = negated(halves[at]) or _CLIPPED.findall(halves[at])
        if not denied or refusal is None or _DENYING.search(halves[1 - at]):
            continue
        if refusal.search(others[1 - at]) and not refusal.search(others[at]):
            yield f"{denied[0]} went to the other half of the sentence"
