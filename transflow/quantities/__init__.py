"""Numbers, limits and negations in text: read in many languages, and compared between two texts."""

from transflow.quantities.codes import CODE
from transflow.quantities.comparison import Comparison, compare
from transflow.quantities.denial import denied
from transflow.quantities.durations import lost_duration
from transflow.quantities.figures import Quantity, Reading, digits
from transflow.quantities.hours import with_colons
from transflow.quantities.limits import let_go, overdone, turned
from transflow.quantities.money import amount_scale, currencies
from transflow.quantities.months import months
from transflow.quantities.negation import unsaid
from transflow.quantities.weekdays import Weekday, day_forms, unmatched, weekdays
from transflow.quantities.words import words

__all__ = [
    "CODE",
    "Comparison",
    "Quantity",
    "Reading",
    "Weekday",
    "amount_scale",
    "compare",
    "currencies",
    "day_forms",
    "denied",
    "digits",
    "let_go",
    "lost_duration",
    "months",
    "overdone",
    "turned",
    "unmatched",
    "unsaid",
    "weekdays",
    "with_colons",
    "words",
]
