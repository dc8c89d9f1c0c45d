"""Which entries of a locale can tell something about one another, without holding all of them.

What several catalogs show together is one sentence in two translations, or one translation of two
sentences. Most entries are neither, and of ten thousand catalogs only hashes need be compared.
"""

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Self

from transflow.model import MERGED, Entry, State

__all__ = ["Alike"]

_TABLES = """
pragma journal_mode = off;
create table pair(sentence integer, translation integer);
begin;
"""
_TOLD = """
select sentence from pair group by sentence having min(translation) <> max(translation)
union select translation from pair group by translation having min(sentence) <> max(sentence)
"""


class Alike:
    """The sentences and translations of a locale, as hashes in a file that nobody sees.

    All entries are added first; `telling` is asked afterwards. Used as a context manager. Where
    the disk is full every entry may tell something.
    """

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.executescript(_TABLES)
        self._told: frozenset[int] | None = None
        self._failed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._base.close()

    def add(self, entries: Sequence[Entry]) -> None:
        """Take in what a catalog says."""
        with self._suppressed():
            self._base.executemany("insert into pair values (?, ?)", _rows(entries))

    def telling(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Those of a catalog that are like others in the one text and unlike them in the other.

        Sentences that share a translation count together, so a catalog with such is taken whole.
        """
        if self._told is None:
            with self._suppressed():
                self._told = frozenset(row[0] for row in self._base.execute(_TOLD))
        if self._failed or self._told is None or _has_merged(entries):
            return entries
        told = self._told
        return [entry for entry in entries if not told.isdisjoint(_hashes(entry))]

    @contextlib.contextmanager
    def _suppressed(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error:
            self._failed = True


def _rows(entries: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    merged = _has_merged(entries)
    for entry in entries:
        if entry.state is not State.OBSOLETE and _shown(entry).strip():
            sentence, translation = _hashes(entry)
            yield sentence, translation
            if merged:  # it may be the translation of others along with it
                yield ~sentence, translation


def _has_merged(entries: Iterable[Entry]) -> bool:
    return any(MERGED in _shown(entry) for entry in entries)


def _shown(entry: Entry) -> str:
    """The translation that a page would show."""
    return entry.draft if entry.state is State.CHANGED else entry.msgstr


def _hashes(entry: Entry) -> tuple[int, int]:
    return _hash("sentence", entry.msgid), _hash("translation", _shown(entry))


def _hash(kind: str, text: str) -> int:
    data = f"{kind} {text}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little", signed=True)
