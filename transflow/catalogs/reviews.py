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
from transflow.files import read_text
from transflow.model import Entry
from transflow.replacing import bytes_of, replace

__all__ = ["Reviews"]

_HEAD = """\
# Decisions of reviewers, written by transflow and kept in git.
# Each is bound to the hashes of a sentence and its translation: an edit of either ends it.
"""
_Table = Mapping[tuple[str, str], str]
_TRIES = 5


@dataclass(frozen=True)
class Reviews:
    """Decisions by (catalog, pair hash[ + rule]); a catalog is named `zh-Hans/visit`."""

    approvals: _Table = field(default_factory=dict)
    """(catalog, pair digest) -> "2026-11-25 A. Reviewer"."""
    accepted: _Table = field(default_factory=dict)
    """(catalog, "pair digest rule") -> "2026-11-25 A. Reviewer"."""
    loaded: tuple[_Table, _Table] = field(default=({}, {}), compare=False, repr=False)
    """Both as they were read: what else somebody decided meanwhile stands beside ours."""

    @classmethod
    def load(cls, path: Path) -> "Reviews":
        """Read reviews.yaml; without one, nothing was decided yet.

        Raises:
            ConfigError: If it is not what transflow writes, with file and line.
        """
        if not path.exists():
            return cls()
        tables = read_decisions(read_text(path, ConfigError), path)
        found = tables[APPROVED], tables[ACCEPTED]
        return cls(*found, found)

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
        return self._with({**new, **self.approvals}, self.accepted)

    def without_approvals(self, locale: str, article: str, entries: Iterable[Entry]) -> "Reviews":
        """The decisions without the approvals of these entries (`transflow reject`)."""
        gone = {
            (f"{locale}/{article}", pair_digest(entry.msgid, entry.msgstr)) for entry in entries
        }
        kept = {key: value for key, value in self.approvals.items() if key not in gone}
        return self._with(kept, self.accepted)

    def with_accepted(
        self, locale: str, article: str, entry: Entry, rule: str, *, who: str, today: date
    ) -> "Reviews":
        """The decisions with one more finding accepted (`transflow accept`)."""
        key = (f"{locale}/{article}", f"{pair_digest(entry.msgid, entry.msgstr)} {rule}")
        return self._with(self.approvals, {key: _signed(who, today), **self.accepted})

    def copied(self, locale: str, old: str, new: str) -> "Reviews":
        """The decisions of an article under its new id too, for as long as its catalogs move."""
        both = self.moved(locale, old, new)
        approvals = {**both.approvals, **self.approvals}
        return self._with(approvals, {**both.accepted, **self.accepted})

    def moved(self, locale: str, old: str, new: str) -> "Reviews":
        """The decisions after an article's id changed."""
        names = {f"{locale}/{old}": f"{locale}/{new}"}
        return self._with(_renamed(self.approvals, names), _renamed(self.accepted, names))

    def dump(self) -> str:
        """The file's text, sorted."""
        return _HEAD + _section(APPROVED, self.approvals) + _section(ACCEPTED, self.accepted)

    def save(self, path: Path) -> bool:
        """Write the file if it says something new; True if it was written.

        Raises:
            ConfigError: If it keeps changing, or somebody left it as what transflow cannot read.
        """
        for _ in range(_TRIES):
            old = bytes_of(path)
            wanted = self._beside(Reviews.load(path))
            if old is None and not wanted.approvals and not wanted.accepted:
                return False
            data = wanted.dump().encode()
            if data == old:
                return False
            if replace(path, data, old):
                return True
        raise ConfigError("keeps changing while it is being written", where=path, hint="try again")

    def _with(self, approvals: _Table, accepted: _Table) -> "Reviews":
        return Reviews(approvals, accepted, self.loaded)

    def _beside(self, now: "Reviews") -> "Reviews":
        """These decisions and those that somebody else took or took back since ours were read."""
        (approvals, accepted), there = self.loaded, now.loaded
        return Reviews(
            _joined(self.approvals, approvals, there[0]), _joined(self.accepted, accepted, there[1])
        )


def _joined(ours: _Table, loaded: _Table, now: _Table) -> _Table:
    """What is there now, with what was added to and taken from `loaded`."""
    added = {key: value for key, value in ours.items() if key not in loaded}
    return {
        **added,
        **{key: value for key, value in now.items() if key in ours or key not in loaded},
    }


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
