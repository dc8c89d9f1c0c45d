"""published.json: which revision of which page is out, and where; committed with the project.

It tells a changed page from a new one, gives pages the date of their last change, and remembers
old addresses. One line an entry, sorted: two branches that published differ in the lines of their
pages. Where git could not merge them, both sides' lines are read, and the next publish writes the
file anew.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from transflow.errors import TransflowError
from transflow.files import read_text, write_atomic

__all__ = ["Record", "RecordedPage"]

_VERSION = 2

_ENTRY = re.compile(r'^  "', re.MULTILINE)
_MARK = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")
_BASE = re.compile(r"^\|{7}.*?(?=^={7}$)", re.MULTILINE | re.DOTALL)
"""What both sides came from, as `merge.conflictStyle` diff3 and zdiff3 leave it."""
_LAST = re.compile(r",(\n\s*})")


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
            data = _parsed(read_text(path))
            pages = {key: RecordedPage(**value) for key, value in data["pages"].items()}
            return cls(pages, dict(data.get("moved", {})), dict(data.get("sources", {})))
        except (ValueError, TypeError, KeyError, AttributeError) as cause:
            raise TransflowError(
                f"cannot be read: {cause}",
                where=path,
                hint="restore it from version control, or delete it: pages then count as new",
            ) from cause

    @property
    def former(self) -> dict[str, str]:
        """Address without its locale (`faq/`) -> id of the article that is or was there."""
        keys = {**self.moved, **{page.address: key for key, page in self.pages.items()}}
        return {address.partition("/")[2]: key.partition("/")[2] for address, key in keys.items()}

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
        pages = {key: vars(page) for key, page in self.pages.items()}
        text = _written({"pages": pages, "moved": self.moved, "sources": self.sources})
        if path.exists() and path.read_bytes() == text.encode():
            return False
        write_atomic(path, text.encode())
        return True


def _written(sections: Mapping[str, Mapping[str, Any]]) -> str:
    """JSON with one line an entry, in an order of its own."""
    parts = [f'"version": {_VERSION}']
    for name, entries in sections.items():
        lines = [f"  {_json(key)}: {_json(entries[key])}" for key in sorted(entries)]
        parts.append(
            f"{_json(name)}: {{\n" + "".join(",\n".join(lines) + "\n" if lines else "") + " }"
        )
    return "{\n " + ",\n ".join(parts) + "\n}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _parsed(text: str) -> Any:
    """The data; also where git left both sides' lines, with its marks or without (`merge=union`)."""
    try:
        return json.loads(text, object_pairs_hook=_united)
    except ValueError:
        if not _ENTRY.search(text):
            raise
    lines = [line for line in _BASE.sub("", text).splitlines() if not _MARK.match(line)]
    entries = [f"{line.rstrip().rstrip(',')}," if _ENTRY.match(line) else line for line in lines]
    return json.loads(_LAST.sub(r"\1", "\n".join(entries)), object_pairs_hook=_united)


def _united(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; of an entry that is there twice the later one, and what came out first."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        found[key] = _later(found[key], value) if key in found else value
    return found


def _later(one: Any, other: Any) -> Any:
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return other
    if "address" not in one or "address" not in other:
        return one | other
    later = max(one, other, key=lambda page: (page.get("updated", ""), page.get("good", "")))
    return later | {"first": min(one.get("first", ""), other.get("first", ""))}
