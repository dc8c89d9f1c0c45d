"""Is there a translation at all?"""

import re
from collections.abc import Iterator

from transflow.checks.acceptance import accepted_in_file
from transflow.checks.rule import GAP, Pair, Rule
from transflow.model import Severity

__all__ = ["RULES"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def _empty(pair: Pair) -> Iterator[str]:
    if not pair.target.strip() and pair.source.strip():
        yield "not translated yet"


def _wordless(pair: Pair) -> Iterator[str]:
    if _WORD.search(pair.source_text) and not any(c.isalnum() or c == GAP for c in pair.target_text):
        yield "the translation has no words; the source has"


RULES = (
    Rule(
        "empty",
        Severity.INFO,
        "No translation yet.",
        "None: it only counts open work. Whether a page may go out with gaps is the gate's decision.",
        _empty,
        needs="entry",
    ),
    Rule(
        "wordless",
        Severity.ERROR,
        "Only punctuation or symbols where the source has words.",
        "A source that is itself only a symbol or a number is left alone.",
        _wordless,
    ),
)
