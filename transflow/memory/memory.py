"""The door: earlier translations by sentence, and the draft cache."""

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from transflow.memory import cache
from transflow.memory.database import Database
from transflow.model import Draft, Entry, State

__all__ = ["Match", "Memory"]


@dataclass(frozen=True, slots=True)
class Match:
    """An earlier translation."""

    source: str
    target: str
    score: int
    """Likeness of the sources in percent; 101 for equal ones between equal neighbours."""
    origin: str
    """Article, or TMX file, it comes from."""
    date: str = ""
    context: str = ""


class Memory:
    """Translation memory and draft cache of a project; safe to delete at any time.

    Several processes may hold one at once. Use it as a context manager, or call `close`.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: Path | None) -> "Memory":
        """Open the memory in this file, made if absent, made anew if damaged; None: not kept."""
        return cls(Database(path))

    def close(self) -> None:
        """Give the file back."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def cached(self, key: str) -> Draft | None:
        """The draft stored under a key."""
        return self.cached_many([key]).get(key)

    def cached_many(self, keys: Iterable[str]) -> dict[str, Draft]:
        """The drafts stored under these keys, as far as there are any."""
        return cache.recall(self._database, keys)

    def remember(self, key: str, draft: Draft) -> None:
        """Store a draft; the key names all that decides it (text, engine, glossary, options)."""
        self.remember_many({key: draft})

    def remember_many(self, drafts: Mapping[str, Draft]) -> None:
        """Store drafts, in one transaction."""
        cache.store(self._database, drafts)

    def is_indexed(self, origin: str, locale: str, digest: str) -> bool:
        """Whether `index` took this origin in with this digest of its content."""
        query = "select 1 from origin where name = ? and locale = ? and digest = ?"
        return self._database.read(
            lambda c: c.execute(query, (origin, locale, digest)).fetchone() is not None, False
        )

    def index(
        self,
        origin: str,
        locale: str,
        entries: Sequence[Entry],
        *,
        date: str = "",
        digest: str = "",
    ) -> None:
        """Take in what people approved; replaces what the same origin and locale gave before.

        Args:
            origin: The article's id, or the name of a TMX file.
            locale: BCP 47 tag of the translations.
            entries: A catalog's entries in document order, obsolete ones after them.
            date: When they were last revised.
            digest: Of the content, for `is_indexed`.
        """
        rows = _rows(origin, locale, entries, date)

        def job(connection: sqlite3.Connection) -> None:
            connection.execute("delete from unit where origin = ? and locale = ?", (origin, locale))
            connection.executemany(
                "insert into unit values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows
            )
            connection.execute(
                "insert or replace into origin values (?, ?, ?)", (origin, locale, digest)
            )

        self._database.write(job)

    def exact(
        self, text: str, locale: str, *, before: str = "", after: str = "", context: str = ""
    ) -> list[Match]:
        """Earlier translations of this very sentence: equal neighbours first, then the newest.

        Args:
            text: The sentence.
            locale: BCP 47 tag of the translations.
            before: The sentence before it, in document order.
            after: The sentence after it.
            context: Its msgctxt: only units with the same one fit.
        """
        query = (
            "select target, origin, before, after, date from unit "
            "where locale = ? and hash = ? and source = ? and context = ? order by date desc, id"
        )
        none: list[tuple[Any, ...]] = []
        rows = self._database.read(
            lambda c: c.execute(query, (locale, _number(text), text, context)).fetchall(), none
        )
        around = (_short(before), _short(after))
        found: dict[str, Match] = {}
        for target, origin, *near, date in rows:
            score = 101 if tuple(near) == around else 100
            if target not in found or found[target].score < score:
                found[target] = Match(text, target, score, origin, date, context)
        return sorted(found.values(), key=lambda match: -match.score)


def _rows(
    origin: str, locale: str, entries: Sequence[Entry], date: str
) -> list[tuple[str, int, str, str, str, str, str, str, str]]:
    texts = ["", *(entry.msgid for entry in entries), ""]
    return [
        (
            locale,
            _number(entry.msgid),
            entry.msgid,
            entry.msgstr,
            origin,
            _short(texts[at]),
            _short(texts[at + 2]),
            date,
            entry.msgctxt,
        )
        for at, entry in enumerate(entries)
        if _is_approved(entry)
    ]


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


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12] if text else ""


def _number(text: str) -> int:
    """A signed 64-bit hash, which SQLite keeps in an integer index."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big", signed=True)
