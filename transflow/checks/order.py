"""Figures, names and denials that are all there and belong to others."""

from collections.abc import Iterator
from functools import partial

from transflow.checks.rule import Pair, Rule
from transflow.glossary.located import located
from transflow.model import Severity
from transflow.quantities import displaced, exchanged

__all__ = ["RULES"]


def _swapped(pair: Pair) -> Iterator[str]:
    texts = (pair.left.plain, pair.right.plain)
    locales = (pair.context.source_locale, pair.context.locale)
    told = list(exchanged(*texts, *locales))
    yield from told or displaced(*texts, *locales, partial(located, *texts, pair.context.locale))


RULES = (
    Rule(
        "swapped",
        Severity.ERROR,
        "Numbers have changed places: from 135 to 142, two dates, a month and its year, the groups of a telephone number, the votes for and against, the names before two numbers, 450 instead of 600; "
        "or numbers, places and events belong to others: 70% in Africa, seven killed and nineteen wounded, Germany lost and Poland won; "
        "or a name or a denial went to the other side of a semicolon.",
        "Numbers side by side in an English source (from … to, … and …, lists) must keep their order, unless one is a year and "
        "the other none, or a clause stands between; dates are compared where a month has a name and both texts have the same "
        "days, months and years; only numbers behind + or a word for telephone are telephone numbers. What belongs together is judged "
        "where both texts tell pairs in turns, each of a known place, number or event (fourteen verbs). A sentence that was turned "
        "round on purpose is accepted by the reviewer.",
        _swapped,
    ),
)
