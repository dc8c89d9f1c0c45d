"""The SQLite file under `.transflow/`: an index and a cache, never the only copy of anything.

So nothing that goes wrong with it may stop a run: a file that is damaged is thrown away and made
anew, a folder that cannot be written is replaced by memory, a write that finds no room is
forgotten. At worst the next run costs more.
"""

import contextlib
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

__all__ = ["Database"]

_T = TypeVar("_T")

SCHEMA = 2
"""Number of the tables' shape; another one in the file means that it is made anew."""

_TABLES = """
create table if not exists draft(key text primary key, value text not null) without rowid;
create table if not exists unit(
    id integer primary key autoincrement, locale text not null, hash integer not null,
    source text not null, target text not null, origin text not null,
    before text not null, after text not null, date text not null, context text not null);
create index if not exists unit_hash on unit(locale, hash);
create index if not exists unit_origin on unit(origin, locale);
create table if not exists origin(
    name text, locale text, digest text not null, primary key(name, locale)) without rowid;
create table if not exists meta(key text primary key, value text not null) without rowid;
insert or ignore into meta values ('generation', lower(hex(randomblob(4))));
"""


class Database:
    """One connection, shared by the threads of a process; other processes have their own."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._connection = self._opened()

    def read(self, job: Callable[[sqlite3.Connection], _T], default: _T) -> _T:
        """What `job` finds, `default` if the file fails it."""
        return self._done(job, default)

    def write(self, job: Callable[[sqlite3.Connection], None]) -> None:
        """Let `job` write, in one transaction; without effect if the file cannot be written."""

        def inside(connection: sqlite3.Connection) -> None:
            connection.execute("begin immediate")
            try:
                job(connection)
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

        self._done(inside, None)

    def close(self) -> None:
        """Give the file back."""
        with self._lock, contextlib.suppress(sqlite3.Error):
            self._connection.close()

    def _done(self, job: Callable[[sqlite3.Connection], _T], default: _T) -> _T:
        with self._lock:
            try:
                return job(self._connection)
            except sqlite3.ProgrammingError:
                raise
            except sqlite3.OperationalError:
                return default
            except sqlite3.DatabaseError:
                self.close()
                self._discard()
                self._connection = self._opened()
        with self._lock:
            try:
                return job(self._connection)
            except sqlite3.DatabaseError:
                return default

    def _opened(self) -> sqlite3.Connection:
        if self.path is None:
            return _connect(":memory:")
        for _ in range(2):
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                return _connect(str(self.path))
            except (OSError, sqlite3.OperationalError):
                break
            except sqlite3.DatabaseError:
                self._discard()
        return _connect(":memory:")

    def _discard(self) -> None:
        if self.path is None:
            return
        for suffix in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):
                Path(f"{self.path}{suffix}").unlink()


def _connect(name: str) -> sqlite3.Connection:
    """Open, with this version's tables.

    Raises:
        sqlite3.DatabaseError: If the file is damaged or of another version.
    """
    connection = sqlite3.connect(name, timeout=30, check_same_thread=False, isolation_level=None)
    try:
        connection.execute("pragma journal_mode=wal")
        connection.execute("pragma synchronous=off")
        _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    version = connection.execute("pragma user_version").fetchone()[0]
    if version not in {0, SCHEMA}:
        raise sqlite3.DatabaseError("made by another version")
    if version == 0:
        connection.executescript(f"begin;{_TABLES}pragma user_version={SCHEMA};commit;")
    connection.execute("select count(*) from origin")
