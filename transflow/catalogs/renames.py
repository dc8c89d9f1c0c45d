"""An article that got a new name: its catalogs move with it."""

from collections.abc import Collection, Mapping

__all__ = ["renames"]


def renames(
    vanished: Mapping[str, Collection[str]],
    appeared: Mapping[str, Collection[str]],
    worded: Mapping[str, Collection[str]] | None = None,
) -> dict[str, str]:
    """Which vanished article became which new one.

    Args:
        vanished: Id of an article that has catalogs and no file -> its sentences (live or `#~`).
        appeared: Id of an article that has a file and no catalog -> its sentences.
        worded: Id of a vanished article -> its sentences that people translated.

    Returns:
        Old id -> new id, for new articles that share at least half of their sentences; the pairs
        with most sentences that people translated first, then those with most, each id once.
    """
    worked = worded or {}
    shares = []
    for new, texts in appeared.items():
        wanted = set(texts)
        for old, known in vanished.items():
            common = wanted & set(known)
            if wanted and 2 * len(common) >= len(wanted):
                ours = len(common.intersection(worked.get(old, ())))
                shares.append(((-ours, -len(common)), old, new))
    found: dict[str, str] = {}
    for _, old, new in sorted(shares):
        if old not in found and new not in found.values():
            found[old] = new
    return found
