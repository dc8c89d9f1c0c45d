"""Rules that read a finished translation beside its source and say what looks wrong.

`run` judges one catalog, `across` what only several catalogs of a locale show together. The rules
are loaded when one of these names is first asked for: a run that judged all before needs none.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from transflow.checks.context import CheckContext
    from transflow.checks.doubts import DOUBTS
    from transflow.checks.registry import RULES, nearest_rule, rule_names
    from transflow.checks.rule import Pair, Rule
    from transflow.checks.runner import across, run

_HOMES = {
    "CheckContext": "context",
    "DOUBTS": "doubts",
    "RULES": "registry",
    "nearest_rule": "registry",
    "rule_names": "registry",
    "Pair": "rule",
    "Rule": "rule",
    "across": "runner",
    "run": "runner",
}

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


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    if name in _HOMES:
        return getattr(import_module(f"transflow.checks.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
