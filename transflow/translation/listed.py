"""The lists of `data/` that say how five languages write what stands in cells and lines."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Row", "any_of", "table"]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list.

    Attributes:
        kind: A letter that the list explains.
        forms: How French, Spanish, Chinese, Russian and Arabic have it, in the order of `territories.COLUMNS`.
    """

    kind: str
    forms: tuple[str, ...]


@cache
def table(name: str, kinds: str = "") -> dict[str, Row]:
    """English form, in small letters -> its line.

    Args:
        name: The file's name.
        kinds: Letters of the lines that are wanted; all where empty.
    """
    lines = (files("transflow.translation") / "data" / name).read_text("utf-8").splitlines()
    rows = [line.split("|") for line in lines if line and not line.startswith("#")]
    return {
        form.lower(): Row(kind, tuple(own))
        for kind, forms, *own in rows
        if not kinds or kind in kinds
        for form in forms.split(";")
    }


def any_of(forms: Iterable[str]) -> str:
    """A pattern of these words, the longest first."""
    return "|".join(re.escape(one) for one in sorted(set(forms), key=len, reverse=True))
