"""What the machine itself doubts in a draft: told by every run and check until a person decides."""

from collections.abc import Callable, Iterator

from transflow.catalogs.drafts import DOUBT
from transflow.checks.rule import Pair, Rule
from transflow.model import Severity, State

__all__ = ["DOUBTS", "RULES"]

_PLACE = "the place of "
"""What a doubt begins with that is about where markup or a term stands, not about the words."""


def _doubts(*, place: bool) -> Callable[[Pair], Iterator[str]]:
    def found(pair: Pair) -> Iterator[str]:
        if pair.entry.state not in {State.DRAFT, State.CHANGED} or not pair.target:
            return
        for comment in pair.entry.comments:
            text = comment.strip().removeprefix(DOUBT.strip()).strip()
            if text != comment.strip() and text.startswith(_PLACE) is place:
                yield text

    return found


RULES = (
    Rule(
        "suspect",
        Severity.WARNING,
        "A draft that its own examination found wrong, and no second try mended (`# doubt:`).",
        "Whatever the examination takes for a fault (engines.md lists it by kind); it ends when the draft is "
        "changed or confirmed. The run that makes the draft tells it by its kind, `suspect-…`.",
        _doubts(place=False),
    ),
    Rule(
        "place",
        Severity.INFO,
        "A draft in which the place of markup or of a term is a guess.",
        "A guess may be right: where it is, confirm the draft.",
        _doubts(place=True),
    ),
)
DOUBTS = frozenset(rule.name for rule in RULES)
"""Rules that repeat what the run that makes a draft tells by its kind."""
