"""Findings that people looked at and let stand.

Two places hold them. reviews.yaml binds an acceptance to the hashes of both texts, so that it ends
when either changes. A translator comment `# transflow: accept numbers` in the PO file holds for
its entry as long as it stands there, whatever becomes of the texts; it is what a person without
transflow at hand can write.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from transflow.checks.rule import Pair, Rule
from transflow.model import Severity, State

__all__ = ["RULES", "accepted_in_file", "waived"]

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
    if pair.entry.state is State.CHANGED or not (pair.entry.comments or pair.context.accepted):
        return frozenset()
    return frozenset(accepted_in_file(pair)) | _recorded(pair)


def _recorded(pair: Pair) -> frozenset[str]:
    if not pair.context.accepted:
        return frozenset()
    from transflow.catalogs.provenance import digest  # noqa: PLC0415 - only where something was accepted

    texts = (digest(pair.entry.msgid), digest(pair.entry.msgstr))
    return _by_texts(pair.context.accepted).get(texts, frozenset())


@lru_cache(maxsize=8)
def _by_texts(accepted: frozenset[tuple[str, str, str]]) -> dict[tuple[str, str], frozenset[str]]:
    rules: dict[tuple[str, str], set[str]] = {}
    for rule, msgid, msgstr in accepted:
        rules.setdefault((msgid, msgstr), set()).add(rule)
    return {texts: frozenset(names) for texts, names in rules.items()}


RULES = (
    Rule(
        "acceptance",
        Severity.WARNING,
        "A comment `# transflow: accept …` names a rule that does not exist.",
        "None: such a comment does nothing.",
        needs="entry",
    ),
)
