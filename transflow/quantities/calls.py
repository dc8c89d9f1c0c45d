"""The English words without one of which whole groups of rules have nothing to look for: one look tells so of most sentences."""

from transflow.quantities import (
    bounds,
    exceptions,
    frequency,
    limits,
    refusals,
    scales,
    shares,
    spelled,
)

__all__ = ["COUNTING", "DENYING"]

DENYING = limits.LIMITING | bounds.KEYS | exceptions.KEYS | refusals.KEYS | {"must", "under"}
"""Words of denials, limits, prohibitions, duties and exceptions."""
COUNTING = shares.KEYS | frequency.KEYS | spelled.KEYS | frozenset(spelled.SCALES) | scales.KEYS
"""Numbers in words, shares and frequencies."""
