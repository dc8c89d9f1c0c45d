"""Whether a text may have an address outside its links and tags: most that have one have it only there."""

from collections.abc import Iterable

__all__ = ["addressed", "beside"]


def addressed(text: str) -> bool:
    """Whether there may be an address in a text."""
    return "://" in text or "@" in text or "www." in text


def beside(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """What of a text lies in none of some ranges, which are in order of their beginning."""
    parts, at = [], 0
    for start, end in ranges:
        if start >= at:
            parts.append(text[at:start])
            at = end
    return "\n".join((*parts, text[at:]))
