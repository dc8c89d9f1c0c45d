"""Figures that are all there and belong to others."""

from collections.abc import Iterator

from transflow.checks.rule import Pair, Rule
from transflow.model import Severity
from transflow.quantities import exchanged

__all__ = ["RULES"]


def _swapped(pair: Pair) -> Iterator[str]:
    context = pair.context
    yield from exchanged(pair.left.plain, pair.right.plain, context.source_locale, context.locale)


RULES = (
    Rule(
        "swapped",
        Severity.ERROR,
        "Numbers have changed places: from 135 to 142, two dates, a month and its year, the groups of a telephone number, the votes for and against, the names before two numbers.",
        "Numbers side by side in an English source (from … to, … and …, lists) must keep their order, unless one is a year and "
        "the other none, or a clause stands between; dates are compared where a month has a name and both texts have the same "
        "days, months and years; only numbers behind + or a word for telephone are telephone numbers. A sentence that was turned "
        "round on purpose is accepted by the reviewer.",
        _swapped,
    ),
)
