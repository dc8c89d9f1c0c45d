"""What two texts must agree in: numbers, limits, negations, titles; read in many languages, and compared."""

from transflow.quantities.belonging import displaced
from transflow.quantities.clashes import clash, said_twice
from transflow.quantities.codes import CODE, is_mixed, shouted
from transflow.quantities.commands import COMMAND, COMMANDS, quoted_commands
from transflow.quantities.comparison import Comparison, compare
from transflow.quantities.countedby import invented_unit, unit_beside
from transflow.quantities.courtesy import turned_title
from transflow.quantities.denial import denied
from transflow.quantities.densities import other_density
from transflow.quantities.designations import designations
from transflow.quantities.durations import lost_duration
from transflow.quantities.exceptions import lost_exception
from transflow.quantities.exchanged import exchanged
from transflow.quantities.figures import Quantity, Reading, digits, scale_end
from transflow.quantities.frequency import lost_frequency, other_frequency
from transflow.quantities.hours import with_colons
from transflow.quantities.keys import keys, passwords
from transflow.quantities.limits import TURNED_ROUND, let_go, overdone, turned
from transflow.quantities.modals import loosened
from transflow.quantities.money import (
    MONEY,
    MONEY_OR_WORDS,
    amount_scale,
    currencies,
    currency_name,
)
from transflow.quantities.months import months
from transflow.quantities.negation import unsaid
from transflow.quantities.opposites import turned_word
from transflow.quantities.owed import owed
from transflow.quantities.percentages import PERCENT, unsigned
from transflow.quantities.phrases import HOURS, time_of
from transflow.quantities.polarity import affirmed, overturned
from transflow.quantities.references import other_letter
from transflow.quantities.refusals import unrefused
from transflow.quantities.scales import lost_millions, rescaled
from transflow.quantities.sections import head, lettered, sections
from transflow.quantities.shares import other_share
from transflow.quantities.signs import lost_sign
from transflow.quantities.spelled import figured, lost_number, misspelled
from transflow.quantities.trends import turned_trend
from transflow.quantities.versions import Version, is_measure, is_version_column, versions
from transflow.quantities.weekdays import Weekday, day_forms, unmatched, weekdays
from transflow.quantities.words import words

__all__ = [
    "CODE",
    "COMMAND",
    "COMMANDS",
    "HOURS",
    "MONEY",
    "MONEY_OR_WORDS",
    "PERCENT",
    "TURNED_ROUND",
    "Comparison",
    "Quantity",
    "Reading",
    "Version",
    "Weekday",
    "affirmed",
    "amount_scale",
    "clash",
    "compare",
    "currencies",
    "currency_name",
    "day_forms",
    "denied",
    "designations",
    "digits",
    "displaced",
    "exchanged",
    "figured",
    "head",
    "invented_unit",
    "is_measure",
    "is_mixed",
    "is_version_column",
    "keys",
    "let_go",
    "lettered",
    "loosened",
    "lost_duration",
    "lost_exception",
    "lost_frequency",
    "lost_millions",
    "lost_number",
    "lost_sign",
    "misspelled",
    "months",
    "other_density",
    "other_frequency",
    "other_letter",
    "other_share",
    "overdone",
    "overturned",
    "owed",
    "passwords",
    "quoted_commands",
    "rescaled",
    "said_twice",
    "scale_end",
    "sections",
    "shouted",
    "time_of",
    "turned",
    "turned_title",
    "turned_trend",
    "turned_word",
    "unit_beside",
    "unmatched",
    "unrefused",
    "unsaid",
    "unsigned",
    "versions",
    "weekdays",
    "with_colons",
    "words",
]
