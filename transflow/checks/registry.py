"""All rules, by name, in the order in which findings of one entry are told."""

from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType

from transflow.checks import (
    acceptance,
    balance,
    characters,
    consistency,
    denials,
    doubts,
    edges,
    firstuse,
    kept,
    language,
    markup,
    merging,
    numerals,
    order,
    percents,
    persons,
    presence,
    spacing,
    spellings,
    terms,
    typography,
    units,
    wording,
)
from transflow.checks.rule import Rule

__all__ = ["RULES", "nearest_rule", "rule_names"]

_FAMILIES = (
    presence.RULES,
    merging.RULES,
    doubts.RULES,
    language.RULES,
    terms.RULES,
    firstuse.RULES,
    numerals.RULES,
    order.RULES,
    persons.RULES,
    denials.RULES,
    percents.RULES,
    units.RULES,
    kept.RULES,
    markup.RULES,
    wording.RULES,
    characters.RULES,
    balance.RULES,
    edges.RULES,
    spacing.RULES,
    typography.RULES,
    consistency.RULES,
    spellings.RULES,
    acceptance.RULES,
)

RULES: Mapping[str, Rule] = MappingProxyType(
    {rule.name: rule for family in _FAMILIES for rule in family}
)
"""Rule name -> rule."""


def rule_names() -> tuple[str, ...]:
    """Names of all rules: what workflow.yaml's `checks:` may name."""
    return tuple(RULES)


def nearest_rule(name: str) -> str:
    """The rule whose name is most like a misspelt one; empty if none is near."""
    asked = name.strip().lower().replace("_", "-")
    alike = [rule for rule in RULES if len(asked) > 3 and (asked[:4] == rule[:4] or asked in rule)]
    near = get_close_matches(asked, alike or RULES, n=1, cutoff=0.2 if alike else 0.5)
    return near[0] if near else ""
