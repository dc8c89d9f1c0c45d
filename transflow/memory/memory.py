"""The door: earlier translations by sentence, and the draft cache."""

import sqlite3
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from transflow.memory import cache
from transflow.memory.database import Database
from transflow.memory.fuzzy import FuzzyIndexes
from transflow.memory.units import MemoryUnit, hash_of, neighbour, units_of
from transflow.model import Draft, Entry

__all__ = ["Match", "Memory"]

_WHOLE = ""
"""Stands where a locale would in the note that all of a file was taken in."""
_COLUMNS = "source, target, origin, before, after, date, context"
_NEAR = (
    "select source, target, origin, date, context from unit where locale = ? and hash in "
    "(select hash from unit where id in ({})) order by source, date desc, origin, target"
)
_INSERT = f"insert into unit(locale, hash, {_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608


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
        self._fuzzy: dict[str, FuzzyIndexes] = {}

    @classmethod
    def open(cls, path: Path | None) -> "Memory":
        """Open the memory in this file, made if absent, made anew if damaged; None: not kept."""
        return cls(Database(path))

    def close(self) -> None:
        """Give the file back."""
        self._fuzzy.clear()
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

    def drafts_with_terms(self) -> list[Draft]:
        """Every stored draft that has terms of the glossary, and how each came in."""
        return cache.with_terms(self._database)

    def remember(self, key: str, draft: Draft) -> None:
        """Store a draft; the key names all that decides it (text, engine, glossary, options)."""
        self.remember_many({key: draft})

    def remember_many(self, drafts: Mapping[str, Draft]) -> None:
        """Store drafts, in one transaction."""
        cache.store(self._database, drafts)

    def is_indexed(self, origin: str, locale: str, digest: str) -> bool:
        """Whether `index` or `add` took this origin in with this digest of its content."""
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
            origin: The article's id.
            locale: BCP 47 tag of the translations.
            entries: A catalog's entries in document order, obsolete ones after them.
            date: When they were last revised.
            digest: Of the content, for `is_indexed`.
        """
        self.add(origin, locale, units_of(entries, origin, date), digest=digest)

    def add(
        self, origin: str, locale: str, units: Iterable[MemoryUnit], *, digest: str = ""
    ) -> None:
        """Take in units, of a TMX file or a compendium; replaces what the same origin gave before."""

        def job(connection: sqlite3.Connection) -> None:
            connection.execute("delete from unit where origin = ? and locale = ?", (origin, locale))
            connection.executemany(
                _INSERT,
                (
                    (
                        locale, hash_of(unit.source), unit.source, unit.target, origin,
                        unit.before, unit.after, unit.date, unit.context,
                    )
                    for unit in units
                ),
            )  # fmt: skip
            connection.execute(
                "insert or replace into origin values (?, ?, ?)", (origin, locale, digest)
            )

        self._database.write(job)
        self._fuzzy.pop(locale, None)

    def take(self, name: str, units: Mapping[str, Iterable[MemoryUnit]], *, digest: str) -> None:
        """Take in a TMX file or a compendium, units by locale, in place of what it gave before."""
        self._drop({(name, locale) for locale in self._locales_of(name) - units.keys()})
        for locale, found in units.items():
            self.add(name, locale, found, digest=digest)
        self.add(name, _WHOLE, (), digest=digest)

    def is_taken(self, name: str, digest: str) -> bool:
        """Whether `take` took in all of this file with this digest of its content."""
        return self.is_indexed(name, _WHOLE, digest)

    def forget(self, keep: Iterable[tuple[str, str]], files: Iterable[str] = ()) -> None:
        """Drop what is known of all but these: articles, locales and files that are gone.

        Args:
            keep: (origin, locale) of catalogs.
            files: Names of TMX files and compendia.
        """
        kept, named = set(keep), set(files)
        self._drop({one for one in self._origins() - kept if one[0] not in named})

    def _origins(self) -> set[tuple[str, str]]:
        none: list[tuple[str, str]] = []
        query = "select name, locale from origin"
        return set(self._database.read(lambda c: c.execute(query).fetchall(), none))

    def _locales_of(self, name: str) -> set[str]:
        return {locale for origin, locale in self._origins() if origin == name}

    def _drop(self, gone: Collection[tuple[str, str]]) -> None:
        if not gone:
            return

        def job(connection: sqlite3.Connection) -> None:
            connection.executemany("delete from unit where origin = ? and locale = ?", gone)
            connection.executemany("delete from origin where name = ? and locale = ?", gone)

        self._database.write(job)
        self._fuzzy.clear()

    def units(self, locale: str | None = None) -> Iterator[tuple[str, MemoryUnit]]:
        """All (BCP 47 tag, unit), or those of one locale: for TMX."""
        where = "" if locale is None else " where locale = ?"
        query = f"select locale, {_COLUMNS} from unit{where} order by id"  # noqa: S608
        none: list[tuple[Any, ...]] = []
        rows = self._database.read(
            lambda c: c.execute(query, () if locale is None else (locale,)).fetchall(), none
        )
        for tag, *fields in rows:
            yield tag, MemoryUnit(*fields)

    def sentences(self, locale: str, origins: Container[str]) -> set[tuple[str, str]]:
        """(msgctxt, sentence) of all that is remembered of these origins in a locale."""
        query = "select distinct context, source, origin from unit where locale = ?"
        none: list[tuple[str, str, str]] = []
        rows = self._database.read(lambda c: c.execute(query, (locale,)).fetchall(), none)
        return {(context, source) for context, source, origin in rows if origin in origins}

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
            "where locale = ? and hash = ? and source = ? and context = ? "
            "order by date desc, origin, target"
        )
        none: list[tuple[Any, ...]] = []
        rows = self._database.read(
            lambda c: c.execute(query, (locale, hash_of(text), text, context)).fetchall(), none
        )
        around = (neighbour(before), neighbour(after))
        found: dict[str, Match] = {}
        for target, origin, *near, date in rows:
            score = 101 if any(near) and tuple(near) == around else 100
            if target not in found or found[target].score < score:
                found[target] = Match(text, target, score, origin, date, context)
        return sorted(found.values(), key=lambda match: -match.score)

    def fuzzy(self, text: str, locale: str, *, threshold: int = 75, limit: int = 3) -> list[Match]:
        """Translations of sentences like this one, but not of itself, the likest first.

        Args:
            text: The sentence.
            locale: BCP 47 tag of the translations.
            threshold: Least likeness in percent, by letters (rapidfuzz `ratio`).
            limit: Most matches.
        """
        from rapidfuzz import fuzz, process  # noqa: PLC0415

        none: list[tuple[Any, ...]] = []
        rows = self._database.read(lambda c: self._near(c, text, locale), none)
        scored = process.extract(
            text,
            {number: row[0] for number, row in enumerate(rows) if row[0] != text},
            scorer=fuzz.ratio,
            score_cutoff=threshold,
            limit=limit,
        )
        return [
            Match(source, rows[at][1], int(score), *rows[at][2:5]) for source, score, at in scored
        ]

    def lookup(
        self,
        text: str,
        locale: str,
        *,
        before: str = "",
        after: str = "",
        context: str = "",
        threshold: int = 75,
        limit: int = 3,
    ) -> list[Match]:
        """Exact matches, else like ones; see `exact` and `fuzzy`."""
        found = self.exact(text, locale, before=before, after=after, context=context)
        return found[:limit] or self.fuzzy(text, locale, threshold=threshold, limit=limit)

    def _near(
        self, connection: sqlite3.Connection, text: str, locale: str
    ) -> list[tuple[Any, ...]]:
        """Units of like sentences: of each the newest, in an order that no history decides."""
        ids = self._indexes(connection, locale).candidates(text)
        marks = ",".join("?" * len(ids))
        query = _NEAR.format(marks)
        newest: dict[str, tuple[Any, ...]] = {}
        for row in connection.execute(query, (locale, *ids)):
            newest.setdefault(row[0], row)
        return list(newest.values())

    def _indexes(self, connection: sqlite3.Connection, locale: str) -> FuzzyIndexes:
        if locale not in self._fuzzy:
            path = self._database.path
            folder = path.parent if path is not None else None
            self._fuzzy[locale] = FuzzyIndexes.of(connection, locale, folder)
        return self._fuzzy[locale]
