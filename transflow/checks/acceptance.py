"""Findings that people looked at and let stand.

Two places hold them. reviews.yaml binds an acceptance to the hashes of both texts, so that it ends
when either changes. A translator comment `# transflow: accept numbers` in the PO file holds for
its entry as long as it stands there, whatever becomes of the texts; it is what a person without
transflow at hand can write.
"""

import re
from collections.abc import Iterator

from transflow.checks.rule import Pair
from transflow.model import State

__all__ = ["accepted_in_file", "waived"]

_ACCEPT = re.compile(r"#?\s*transflow:\s*accept\b[:\s]*(.*)", re.IGNORECASE | re.DOTALL)


def accepted_in_file(pair: Pair) -> Iterator[str]:
    """Rule names that the entry's own comments accept, misspelt ones included."""
    for comment in pair.entry.comments:
        for line in comment.splitlines():
            if found := _ACCEPT.fullmatch(line.strip()):
                yield from (name.lower() for name in re.split(r"[,;\s]+", found[1]) if name)


def waived(pair: Pair) -> frozenset[str]:
    """Rules that shall not speak about this entry.

    A changed entry has none: what is judged there is a new draft that nobody has seen.
    """
    if pair.entry.state is State.CHANGED:
        return frozenset()
    names = set(accepted_in_file(pair))
    if pair.context.accepted:
        from transflow.catalogs import digest  # noqa: PLC0415 - only where something was accepted

        texts = (digest(pair.entry.msgid), digest(pair.entry.msgstr))
        names |= {rule for rule, *bound in pair.context.accepted if tuple(bound) == texts}
    return frozenset(names)
