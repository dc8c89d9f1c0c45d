"""published.json: which revision of which page is out, and where; committed with the project.

It tells a changed page from a new one, gives pages the date of their last change, and remembers
old addresses.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from transflow.errors import TransflowError
from transflow.files import read_text, write_atomic

__all__ = ["Record", "RecordedPage"]

_VERSION = 1


@dataclass(frozen=True)
class RecordedPage:
    """One page that is out."""

    address: str
    source: str
    """Hash of the article's bytes."""
    content: str
    """Hash of what the page shows."""
    first: str
    """Day of its first publication."""
    updated: str
    """Day when it last changed."""
    passed: str = ""
    """Hash of the article's bytes when the page last passed the gate by itself."""
    good: str = ""
    """Day of the last change of the page that passed."""


@dataclass(frozen=True)
class Record:
    """What is out. Keys are `<locale>/<article id>`."""

    pages: Mapping[str, RecordedPage] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    """Old address -> key of the page that was there."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """Hash -> article as it was when a page passed, for `on_change: keep` (UTF-8, else base64)."""

    @classmethod
    def load(cls, path: Path) -> "Record":
        """Read published.json; an empty record where there is none.

        Raises:
            TransflowError: If it is not what transflow wrote.
        """
        if not path.exists():
            return cls()
        try:
            data = json.loads(read_text(path))
            pages = {key: RecordedPage(**value) for key, value in data["pages"].items()}
            return cls(pages, dict(data.get("moved", {})), dict(data.get("sources", {})))
        except (ValueError, TypeError, KeyError, AttributeError) as cause:
            raise TransflowError(
                f"cannot be read: {cause}",
                where=path,
                hint="restore it from version control, or delete it: pages then count as new",
            ) from cause

    def renamed(self, old: str, new: str) -> "Record":
        """The record after an article's id changed: the same pages, so old addresses lead on."""

        def key_of(key: str) -> str:
            locale, _, article = key.partition("/")
            return f"{locale}/{new}" if article == old else key

        pages = {key_of(key): page for key, page in self.pages.items()}
        moved = {address: key_of(key) for address, key in self.moved.items()}
        return Record(pages, moved, self.sources)

    def save(self, path: Path) -> bool:
        """Write it if it changed; True if it did."""
        data: dict[str, Any] = {
            "version": _VERSION,
            "pages": {key: vars(self.pages[key]) for key in sorted(self.pages)},
        }
        if self.moved:
            data["moved"] = dict(sorted(self.moved.items()))
        if self.sources:
            data["sources"] = dict(sorted(self.sources.items()))
        text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        if path.exists() and path.read_bytes() == text.encode():
            return False
        write_atomic(path, text.encode())
        return True
