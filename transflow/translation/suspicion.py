"""A reason to distrust a draft."""

from dataclasses import dataclass

__all__ = ["Suspicion"]


@dataclass(frozen=True, slots=True)
class Suspicion:
    """One reason to distrust a draft.

    Attributes:
        kind: Name of the rule, as findings carry it: `suspect-<kind>`.
        detail: What was seen, for the reviewer.
        weight: How bad; a draft without any is taken at once.
    """

    kind: str
    detail: str
    weight: float = 1.0
