"""reviews.yaml: what people decided and the PO file cannot hold, in git.

Recorded approvals (two-step review) and accepted findings, each bound to the hashes of sentence
and translation: an edit of either ends it. One line a decision, sorted, so that two people's
decisions merge in git without a conflict.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from transflow.catalogs.decisions import ACCEPTED, APPROVED, read_decisions
from transflow.catalogs.provenance import pair_digest
from transflow.errors import ConfigError
from transflow.files import read_text, write_atomic
from transflow.model import Entry

__all__ = ["Reviews"]

_HEAD = """\
# Decisions of reviewers, written by transflow and kept in git.
# Each is bound to the hashes of a sentence and its translation: an edit of either ends it.
"""
_Table = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Reviews:
    """Decisions by (catalog, pair hash[ + rule]); a catalog is named `zh-Hans/visit`."""

    approvals: _Table = field(default_factory=dict)
    """(catalog, pair digest) -> "2026-11-25 A. Reviewer"."""
    accepted: _Table = field(default_factory=dict)
    """(catalog, "pair digest rule") -> "2026-11-25 A. Reviewer"."""

    @classmethod
    def load(cls, path: Path) -> "Reviews":
        """Read reviews.yaml; without one, nothing was decided yet.

        Raises:
            ConfigError: If it is not what transflow writes, with file and line.
        """
        if not path.exists():
            return cls()
        tables = read_decisions(read_text(path, ConfigError), path)
        return cls(tables[APPROVED], tables[ACCEPTED])

    def is_approved(self, locale: str, article: str, pair: str) -> bool:
        """Whether this pair was approved in this catalog."""
        return (f"{locale}/{article}", pair) in self.approvals

    def accepts(self, locale: str, article: str, entry: Entry, rule: str) -> bool:
        """Whether a person accepted this rule's finding for these very texts."""
        pair = pair_digest(entry.msgid, entry.msgstr)
        return (f"{locale}/{article}", f"{pair} {rule}") in self.accepted

    def with_approvals(
        self, locale: str, article: str, entries: Iterable[Entry], *, who: str, today: date
    ) -> "Reviews":
        """The decisions with these entries approved by `who`."""
        new = {
            (f"{locale}/{article}", pair_digest(entry.msgid, entry.msgstr)): _signed(who, today)
            for entry in entries
        }
        return Reviews({**new, **self.approvals}, self.accepted)

    def without_approvals(self, locale: str, article: str, entries: Iterable[Entry]) -> "Reviews":
        """The decisions without the approvals of these entries (`transflow reject`)."""
        gone = {
            (f"{locale}/{article}", pair_digest(entry.msgid, entry.msgstr)) for entry in entries
        }
        kept = {key: value for key, value in self.approvals.items() if key not in gone}
        return Reviews(kept, self.accepted)

    def with_accepted(
        self, locale: str, article: str, entry: Entry, rule: str, *, who: str, today: date
    ) -> "Reviews":
        """The decisions with one more finding accepted (`transflow accept`)."""
        key = (f"{locale}/{article}", f"{pair_digest(entry.msgid, entry.msgstr)} {rule}")
        return Reviews(self.approvals, {key: _signed(who, today), **self.accepted})

    def copied(self, locale: str, old: str, new: str) -> "Reviews":
        """The decisions of an article under its new id too, for as long as its catalogs move."""
        both = self.moved(locale, old, new)
        return Reviews({**both.approvals, **self.approvals}, {**both.accepted, **self.accepted})

    def moved(self, locale: str, old: str, new: str) -> "Reviews":
        """The decisions after an article's id changed."""
        names = {f"{locale}/{old}": f"{locale}/{new}"}
        return Reviews(_renamed(self.approvals, names), _renamed(self.accepted, names))

    def dump(self) -> str:
        """The file's text, sorted."""
        return _HEAD + _section(APPROVED, self.approvals) + _section(ACCEPTED, self.accepted)

    def save(self, path: Path) -> bool:
        """Write the file if it says something new; True if it was written."""
        old = path.read_bytes() if path.exists() else None
        if old is None and not self.approvals and not self.accepted:
            return False
        data = self.dump().encode()
        if data == old:
            return False
        write_atomic(path, data)
        return True


def _signed(who: str, today: date) -> str:
    return f"{today.isoformat()} {who}".strip()


def _renamed(table: _Table, names: Mapping[str, str]) -> _Table:
    return {(names.get(catalog, catalog), key): value for (catalog, key), value in table.items()}


def _section(name: str, table: _Table) -> str:
    if not table:
        return f"{name}: {{}}\n"
    lines = [f"{name}:\n"]
    catalog = None
    for (place, key), value in sorted(table.items()):
        if place != catalog:
            catalog = place
            lines.append(f"  {json.dumps(place, ensure_ascii=False)}:\n")
        lines.append(f"    {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}\n")
    return "".join(lines)
