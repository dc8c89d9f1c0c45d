"""Names of ships, which no language translates."""

import re
from collections.abc import Iterator

from transflow.quantities.wordset import word_set

__all__ = ["vessels"]

_SHIPS = frozenset({
    "vessel", "ship", "ferry", "tanker", "tug", "tugboat", "yacht", "trawler", "freighter", "carrier", "lifeboat", "barge", "schooner", "dredger",
})  # fmt: skip
_VESSEL = re.compile(
    r"\b[Tt]he (?:vessel|ship|ferry|tanker|tug|tugboat|yacht|trawler|freighter|bulk carrier|container ship|lifeboat|barge|"
    r"schooner|dredger) (?P<name>(?:[A-Z][\w’'-]*[a-z]|[A-Z]{2,4})(?:\s[A-Z][\w’'-]*[a-z]){0,2})(?!\w|\s[A-Z])"
)


def vessels(text: str) -> Iterator[tuple[int, int]]:
    """Where ships' names stand.

    Args:
        text: Plain English.
    """
    if not _SHIPS.isdisjoint(word_set(text)):
        yield from (match.span("name") for match in _VESSEL.finditer(text))
