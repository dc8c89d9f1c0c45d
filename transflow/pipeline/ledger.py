"""What earlier runs found out, by the hashes of all that decided it; safe to delete at any time.

A row counts only while its key does: the key is made of the content of every input (see
`fingerprints`), so a row can be missing or outdated but never wrong. Whatever fails here (a
damaged file, a folder that cannot be written, another process that writes) costs time only.
"""

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from transflow.pipeline.facts import ArticleFacts, CheckedFacts, MergedFacts, SheetRow
from transflow.pipeline.spool import Place, Spool

__all__ = ["Ledger"]

_T = TypeVar("_T")
_SCHEMA = 2
_TABLES = """
create table article(path text primary key, key text not null, facts text not null) without rowid;
create table sheet(article text, locale text, key text not null, merged text, checked text,
    primary key(article, locale)) without rowid;
create table entries(article text, locale text, key text not null, data blob not null,
    primary key(article, locale)) without rowid;
create table whole(name text primary key, key text not null, value text not null) without rowid;
"""
"""`article`: what follows from an article's bytes and its catalogs'. `sheet`: what merging and
checking one catalog gave. `entries`: what a catalog says. `whole`: what several files give together, by name."""


class Ledger:
    """The file, read once when it is opened and written once when a run is done."""

    def __init__(self, path: Path, environment: str) -> None:
        self._path = path
        self._environment = environment
        none: dict[str, tuple[str, ArticleFacts]] = {}
        self._articles = self._done(_articles, none) if self._is_current() else none
        self._sheets: dict[tuple[str, str], SheetRow] | None = None
        self._new_articles: dict[str, tuple[str, ArticleFacts]] = {}
        self._new_sheets: dict[tuple[str, str], SheetRow] = {}
        self._new_wholes: dict[str, tuple[str, Any]] = {}
        self._spool = Spool(path.parent)
        self._new_packed: dict[tuple[str, str], tuple[str, Place]] = {}
        self._reader: sqlite3.Connection | None = None

    def article(self, path: str) -> tuple[str, ArticleFacts] | None:
        """(key, facts) of the article at a path, as last recorded."""
        return self._articles.get(path)

    def sheet(self, article: str, locale: str) -> SheetRow | None:
        """What merging and checking a catalog gave, as last recorded."""
        if self._sheets is None:
            none: dict[tuple[str, str], SheetRow] = {}
            self._sheets = self._done(_sheets, none) if self._is_current() else none
        return self._sheets.get((article, locale))

    def whole(self, name: str, key: str) -> Any:
        """What was recorded under a name for exactly this key, as plain data; None for nothing."""
        query = "select value from whole where name = ? and key = ?"
        row = self._done(lambda c: c.execute(query, (name, key)).fetchone(), None)
        return json.loads(row[0]) if row and self._is_current() else None

    def packed(self, article: str, locale: str, key: str) -> bytes | None:
        """The entries of a catalog as `entries.pack` gave them, if they are those of this key."""
        own, place = self._new_packed.get((article, locale), ("", b""))
        if own == key:
            return self._spool.fetch(place)
        own, data = self._noted(article, locale)
        return data if own == key else None

    def outdated(self, article: str, locale: str, key: str) -> bytes | None:
        """The same where they were last noted for another key."""
        own, data = self._noted(article, locale)
        return data if own and own != key else None

    def _noted(self, article: str, locale: str) -> tuple[str, bytes]:
        if not self._had_entries:
            return "", b""
        query = "select key, data from entries where article = ? and locale = ?"
        try:
            if self._reader is None:
                self._reader = _opened(self._path)
            row = self._reader.execute(query, (article, locale)).fetchall()
        except sqlite3.Error:
            row = []
        return row[0] if row else ("", b"")

    @cached_property
    def _had_entries(self) -> bool:
        """Whether earlier runs noted any, by today's rules."""
        query = "select 1 from entries limit 1"
        found = self._done(lambda c: c.execute(query).fetchone(), None)
        return found is not None and self._is_current()

    def close(self) -> None:
        """Give the file back; it is opened again when it is needed."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def record_packed(self, article: str, locale: str, key: str, data: bytes) -> None:
        """Note the entries of a catalog."""
        self._new_packed[article, locale] = (key, self._spool.lay(data))

    def record_article(self, path: str, key: str, facts: ArticleFacts) -> None:
        """Note what follows from an article and its catalogs; other locales' facts stay."""
        old = self._articles.get(path)
        if old is not None and old[0] == key and old[1].pot == facts.pot:
            facts = facts.with_sheets({**old[1].sheets, **facts.sheets})
        if old != (key, facts):
            self._new_articles[path] = (key, facts)

    def record_sheet(
        self,
        article: str,
        locale: str,
        key: str,
        merged: MergedFacts | None,
        checked: CheckedFacts | None,
    ) -> None:
        """Note what merging (None: not known) and checking a catalog gave."""
        old = self.sheet(article, locale)
        if old is not None and old.key == key:
            merged, checked = merged or old.merged, checked or old.checked
        new = SheetRow(key, merged, checked)
        if old != new:
            self._new_sheets[article, locale] = new

    def record_whole(self, name: str, key: str, value: Any) -> None:
        """Note what several files gave together, as plain data."""
        self._new_wholes[name] = (key, value)

    def save(self, paths: Iterable[str] | None = None) -> None:
        """Write down what was noted.

        Args:
            paths: The articles there are; rows of others are dropped. None: drop none.
        """
        gone = set(self._articles) - set(paths) if paths is not None else set()
        news = (self._new_articles, self._new_sheets, self._new_wholes, self._new_packed, gone)
        if not any(news):
            return
        self.close()
        articles = ((path, key, f.dump()) for path, (key, f) in self._new_articles.items())
        sheets = ((*key, *row.dump()) for key, row in self._new_sheets.items())
        wholes = [
            ("environment", self._environment, "null"),
            *((name, key, _json(value)) for name, (key, value) in self._new_wholes.items()),
        ]
        packed = (
            (*where, key, self._spool.fetch(place))
            for where, (key, place) in self._new_packed.items()
        )
        lost = [(path, self._articles[path][1].id) for path in gone]

        def write(connection: sqlite3.Connection) -> None:
            connection.execute("begin immediate")
            with connection:
                if _environment(connection) != self._environment:
                    for table in ("article", "sheet", "entries", "whole"):
                        connection.execute(f"delete from {table}")  # noqa: S608 - our own names
                many = connection.executemany
                many("delete from article where path = ?", [(path,) for path, _ in lost])
                for table in ("sheet", "entries"):
                    query = f"delete from {table} where article = ?"  # noqa: S608
                    many(query, [(article_id,) for _, article_id in lost])
                many("insert or replace into article values (?, ?, ?)", articles)
                many("insert or replace into sheet values (?, ?, ?, ?, ?)", sheets)
                many("insert or replace into entries values (?, ?, ?, ?)", packed)
                many("insert or replace into whole values (?, ?, ?)", wholes)

        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
        self._done(write, None, make=True)

    def _is_current(self) -> bool:
        return self._done(_environment, "") == self._environment

    def _done(
        self, job: Callable[[sqlite3.Connection], _T], default: _T, *, make: bool = False
    ) -> _T:
        """What `job` gives; `default` where there is no file, or none that can be used."""
        if not make and not self._path.exists():
            return default
        try:
            with contextlib.closing(_opened(self._path)) as connection:
                return job(connection)
        except sqlite3.OperationalError:
            return default
        except (sqlite3.DatabaseError, ValueError, TypeError, KeyError, IndexError):
            for suffix in ("", "-journal"):
                with contextlib.suppress(OSError):
                    Path(f"{self._path}{suffix}").unlink()
            return default


def _opened(path: Path) -> sqlite3.Connection:
    """Open the file, with our tables.

    Raises:
        sqlite3.DatabaseError: If it is damaged or of another version.
    """
    connection = sqlite3.connect(path, timeout=10, isolation_level=None)
    try:
        version = connection.execute("pragma user_version").fetchone()[0]
        if version == 0:
            connection.executescript(f"begin;{_TABLES}pragma user_version={_SCHEMA};commit;")
        elif version != _SCHEMA:
            raise sqlite3.DatabaseError("made by another version")  # noqa: TRY301 - as if damaged
    except BaseException:
        connection.close()
        raise
    return connection


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _environment(connection: sqlite3.Connection) -> str:
    row = connection.execute("select key from whole where name = 'environment'").fetchone()
    return str(row[0]) if row else ""


def _articles(connection: sqlite3.Connection) -> dict[str, tuple[str, ArticleFacts]]:
    rows = connection.execute("select path, key, facts from article")
    return {path: (key, ArticleFacts.load(facts)) for path, key, facts in rows}


def _sheets(connection: sqlite3.Connection) -> dict[tuple[str, str], SheetRow]:
    rows = connection.execute("select article, locale, key, merged, checked from sheet")
    return {(article, locale): SheetRow.load(*row) for article, locale, *row in rows}
