"""An article that got a new name: its catalogs move with it."""

from collections.abc import Collection, Mapping

__all__ = ["renames"]


def renames(
    vanished: Mapping[str, Collection[str]], appeared: Mapping[str, Collection[str]]
) -> dict[str, str]:
    """Which vanished article became which new one.

    Args:
        vanished: Id of an article that has catalogs and no file -> its sentences (live or `#~`).
        appeared: Id of an article that has a file and no catalog -> its sentences.

    Returns:
        Old id -> new id, for new articles that share at least half of their sentences; the best
        pairs first, each id once.
    """
    shares = []
    for new, texts in appeared.items():
        wanted = set(texts)
        for old, known in vanished.items():
            common = len(wanted & set(known))
            if wanted and 2 * common >= len(wanted):
                shares.append((common, old, new))
    found: dict[str, str] = {}
    for _, old, new in sorted(shares, key=lambda item: (-item[0], item[1], item[2])):
        if old not in found and new not in found.values():
            found[old] = new
    return found
