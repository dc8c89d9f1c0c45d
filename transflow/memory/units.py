"""What the memory keeps of an approved sentence."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from transflow.model import MERGED, Entry, State

__all__ = ["MemoryUnit", "hash_of", "neighbour", "units_of"]


@dataclass(frozen=True, slots=True)
class MemoryUnit:
    """A sentence and its approved translation."""

    source: str
    target: str
    origin: str = ""
    """Article id, or the TMX file's or compendium's name."""
    before: str = ""
    """Hash of the sentence before it in its article (`neighbour`)."""
    after: str = ""
    """Hash of the sentence after it."""
    date: str = ""
    """ISO date of its last revision."""
    context: str = ""
    """Its msgctxt."""


def units_of(entries: Sequence[Entry], origin: str, date: str) -> list[MemoryUnit]:
    """The approved entries of a catalog, in document order with their neighbours."""
    texts = ["", *(entry.msgid for entry in entries), ""]
    # A merged sentence, and those that may hold it, translate each other: none of them alone.
    around = ["", *(entry.msgstr for entry in entries), ""]
    return [
        MemoryUnit(
            entry.msgid,
            entry.msgstr,
            origin,
            neighbour(texts[at]),
            neighbour(texts[at + 2]),
            date,
            entry.msgctxt,
        )
        for at, entry in enumerate(entries)
        if _is_approved(entry) and MERGED not in around[at : at + 3]
    ]


def neighbour(text: str) -> str:
    """What is kept of a neighbouring sentence."""
    return hashlib.sha256(text.encode()).hexdigest()[:12] if text else ""


def hash_of(text: str) -> int:
    """A signed 64-bit hash, which SQLite keeps in an integer index."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big", signed=True)


def _is_approved(entry: Entry) -> bool:
    """Approved today, or approved when its article still said it."""
    if entry.state is State.APPROVED:
        return True
    provenance = entry.provenance
    return (
        entry.state is State.OBSOLETE
        and not entry.fuzzy
        and bool(entry.msgstr)
        and provenance is not None
        and bool(provenance.approved)
    )
