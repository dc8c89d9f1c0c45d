"""What the machine itself doubts in a draft: told by every run and check until a person decides."""

import re
from collections.abc import Callable, Iterator

from transflow.catalogs.drafts import DOUBT
from transflow.checks.rule import Pair, Rule
from transflow.model import Severity, State
from transflow.quantities import TURNED_ROUND

__all__ = ["DOUBTS", "RULES"]

_PLACE = "the place of "
"""What a doubt begins with that is about where markup or a term stands, not about the words."""
_UNSURE = "the model was unsure"
_LEAD = 60
"""Letters of a doubt in which its kind is said: `draft is suspect: …`."""
_LACKS = re.compile(r"draft is suspect: lacks (?!['\"])")
"""A name, a day or a sign that is nowhere; plain words are quoted."""


def _kind(doubt: str) -> str:
    """The words that say what a doubt is about; empty for any other."""
    if lacking := _LACKS.match(doubt):
        return lacking[0]
    return next((one for one in (_PLACE, _UNSURE, TURNED_ROUND) if one in doubt[:_LEAD]), "")


def _doubts(kind: str) -> Callable[[Pair], Iterator[str]]:
    """What tells the doubts of a kind, by the words of `_kind`."""

    def found(pair: Pair) -> Iterator[str]:
        if pair.entry.state not in {State.DRAFT, State.CHANGED} or not pair.target:
            return
        for comment in pair.entry.comments:
            text = comment.strip().removeprefix(DOUBT.strip()).strip()
            if text != comment.strip() and _kind(text) == kind:
                yield text

    return found


RULES = (
    Rule(
        "suspect",
        Severity.WARNING,
        "A draft that its own examination found wrong, and no second try mended (`# doubt:`).",
        "Whatever the examination takes for a fault (engines.md lists it by kind); it ends when the draft is "
        "changed or confirmed. The run that makes the draft tells it by its kind, `suspect-…`.",
        _doubts(""),
    ),
    Rule(
        "turned-round",
        Severity.ERROR,
        "A draft whose examination found a denial, a prohibition, an exception or a limit of the source said nowhere, or turned round.",
        "Like every error in a draft it keeps that sentence off the page, which shows the original; it ends when the draft is changed "
        "or confirmed. A project that shows such drafts all the same sets the rule to `warning`.",
        _doubts(TURNED_ROUND),
    ),
    Rule(
        "lost-name",
        Severity.ERROR,
        "A draft that lacks a name, a day of the week, a length of time or the sign of a percentage that its source has, by its own examination.",
        "Like every error in a draft it keeps that sentence off the page, which shows the original; a name may be there in a spelling "
        "that nobody foresaw: then confirm the draft, or set the rule to `warning`.",
        _doubts("draft is suspect: lacks "),
    ),
    Rule(
        "place",
        Severity.INFO,
        "A draft in which the place of markup or of a term is a guess.",
        "A guess may be right: where it is, confirm the draft.",
        _doubts(_PLACE),
    ),
    Rule(
        "unsure",
        Severity.WARNING,
        "A draft whose words the model itself found unlikely: where it guesses, most of what it writes is wrong.",
        "Rare names and lists of them are unlikely, too: where the draft is right, confirm it. Sentences of fewer than four words are "
        "not judged. A project that would rather show readers the original sets the rule to `error`.",
        _doubts(_UNSURE),
    ),
)
DOUBTS = frozenset(rule.name for rule in RULES)
"""Rules that repeat what the run that makes a draft tells by its kind."""
