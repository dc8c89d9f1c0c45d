"""Rules that read a finished translation beside its source and say what looks wrong.

`run` judges one catalog, `across` what only several catalogs of a locale show together.
"""

from transflow.checks.context import CheckContext
from transflow.checks.doubts import DOUBTS
from transflow.checks.registry import RULES, nearest_rule, rule_names
from transflow.checks.rule import Pair, Rule
from transflow.checks.runner import across, run

__all__ = [
    "DOUBTS",
    "RULES",
    "CheckContext",
    "Pair",
    "Rule",
    "across",
    "nearest_rule",
    "rule_names",
    "run",
]
