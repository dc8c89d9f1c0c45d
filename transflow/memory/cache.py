"""Drafts that were made before: the same question to the same engine has the same answer."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from transflow.memory.database import Database
from transflow.model import Draft, Finding, Severity, TermResult, TermWay

__all__ = ["recall", "store", "with_terms"]

_MANY = 500


def recall(database: Database, keys: Iterable[str]) -> dict[str, Draft]:
    """The drafts stored under these keys, as far as there are any."""
    wanted = list(dict.fromkeys(keys))

    def job(connection: sqlite3.Connection) -> dict[str, Draft]:
        found: dict[str, Draft] = {}
        for start in range(0, len(wanted), _MANY):
            part = wanted[start : start + _MANY]
            marks = ",".join("?" * len(part))
            query = f"select key, value from draft where key in ({marks})"  # noqa: S608
            for key, value in connection.execute(query, part):
                draft = _loaded(value)
                if draft is not None:
                    found[key] = draft
        return found

    return database.read(job, {})


def with_terms(database: Database) -> list[Draft]:
    """Every stored draft that has terms of the glossary."""

    def job(connection: sqlite3.Connection) -> list[Draft]:
        query = "select value from draft where json_array_length(value, '$.terms') > 0"
        found = (_loaded(value) for (value,) in connection.execute(query))
        return [draft for draft in found if draft is not None]

    return database.read(job, [])


def store(database: Database, drafts: Mapping[str, Draft]) -> None:
    """Store drafts under their keys."""
    rows = [
        (key, json.dumps(asdict(draft), ensure_ascii=False, separators=(",", ":")))
        for key, draft in drafts.items()
    ]

    def job(connection: sqlite3.Connection) -> None:
        connection.executemany("insert or replace into draft values (?, ?)", rows)

    if rows:
        database.write(job)


def _loaded(value: str) -> Draft | None:
    """A draft as stored; None where it makes no sense (another version wrote it)."""
    try:
        data: dict[str, Any] = json.loads(value)
        data["alignment"] = tuple(tuple(link) for link in data["alignment"])
        data["terms"] = tuple(
            TermResult(**{**term, "way": TermWay(term["way"])}) for term in data["terms"]
        )
        data["findings"] = tuple(
            Finding(**{**finding, "severity": Severity(finding["severity"])})
            for finding in data["findings"]
        )
        return Draft(**data)
    except (ValueError, TypeError, KeyError):
        return None
