"""What a run takes over from earlier ones, and what it notes for the next.

An article and all its catalogs are looked at together, because the catalogs decide where the
article keeps its old sentence cuts. A catalog is taken over only if a full pass over exactly these
bytes found nothing to change: every doubt means that the work is done again.
"""

import hashlib
import zlib
from collections.abc import Iterable
from functools import cached_property

from transflow.bcp47 import gettext_name
from transflow.config import Layout
from transflow.model import Entry
from transflow.pipeline.entries import pack, unpack
from transflow.pipeline.facts import ArticleFacts, CheckedFacts, SheetRow
from transflow.pipeline.fingerprints import (
    digest,
    environment,
    file_digest,
    read_or_none,
    sheets_base,
    texts_base,
)
from transflow.pipeline.job import Job, Run
from transflow.pipeline.ledger import Ledger
from transflow.pipeline.pinning import pinned_engines

__all__ = ["Records", "open_records", "save_records", "survey"]


class Records:
    """The ledger of one project and the keys of one run."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._folders = {
            locale: f"{layout.locales}/{gettext_name(locale)}/LC_MESSAGES/"
            for locale in layout.workflow.locales
        }
        self._texts = texts_base(layout)
        self._articles: dict[str, tuple[str, str]] = {}
        self._keys: dict[str, str] = {}
        self.ledger = Ledger(layout.state / "ledger.sqlite", environment())
        self.catalogs: dict[tuple[str, str], str] = {}
        """(article id, locale) -> hash of the catalog as last read; empty for none."""
        self.doubtful = False
        """Something moved under the run: nothing is noted."""

    @cached_property
    def _sheets(self) -> str:
        at_hand = pinned_engines(self._layout)
        return digest(sheets_base(self._layout), *(f"{one} {at_hand[one]}" for one in at_hand))

    @cached_property
    def _decided(self) -> dict[str, str]:
        """Catalog (`fr/visit`) -> hash of what reviewers decided about it."""
        key = file_digest(self._layout.reviews)
        if not key:
            return {}
        known = self.ledger.whole("reviews", key)
        if isinstance(known, dict):
            return known
        from transflow.catalogs import Reviews  # noqa: PLC0415 - not needed for what is known

        reviews = Reviews.load(self._layout.reviews)
        lines: dict[str, list[str]] = {}
        for kind, table in (("approved", reviews.approvals), ("accepted", reviews.accepted)):
            for catalog, decision in table:
                lines.setdefault(catalog, []).append(f"{kind} {decision}")
        found = {catalog: digest(*sorted(each)) for catalog, each in lines.items()}
        self.ledger.record_whole("reviews", key, found)
        return found

    def catalog(self, article_id: str, locale: str) -> str:
        """The hash of a catalog as last read in this run, read now if it was not."""
        known = self.catalogs.get((article_id, locale))
        if known is None:
            known = file_digest(f"{self._folders[locale]}{article_id}.po")
            self.catalogs[article_id, locale] = known
        return known

    def seen(self, article_id: str, locale: str, raw: bytes | None) -> None:
        """Take note of a catalog's bytes as they are now."""
        found = "" if raw is None else hashlib.sha256(raw).hexdigest()
        self.catalogs[article_id, locale] = found
        self._keys.pop(article_id, None)

    def opened(self, article_id: str, path: str, data: bytes) -> None:
        """Take note of an article's bytes."""
        self._articles[article_id] = (path, hashlib.sha256(data).hexdigest())
        self._keys.pop(article_id, None)

    @property
    def paths(self) -> list[str]:
        """Of the articles of this run."""
        return [path for path, _ in self._articles.values()]

    def path(self, article_id: str) -> str:
        """The file of an article."""
        return self._articles[article_id][0]

    def text_key(self, article_id: str) -> str:
        """The key of what follows from an article and its catalogs as they are now."""
        if article_id not in self._keys:
            parts = [self._texts, *self._articles[article_id]]
            for locale in self._folders:
                decided = self._decided.get(f"{locale}/{article_id}", "")
                parts += [self.catalog(article_id, locale), decided]
            self._keys[article_id] = digest(*parts)
        return self._keys[article_id]

    def sheet_key(self, article_id: str, locale: str) -> str:
        """The key of what merging and checking a catalog give."""
        return digest(self._sheets, self.text_key(article_id), locale)

    def article(self, path: str, data: bytes) -> ArticleFacts | None:
        """What is known about an article, if neither it nor a catalog of it changed."""
        row = self.ledger.article(path)
        if row is None:
            return None
        key, facts = row
        self.opened(facts.id, path, data)
        return facts if self.text_key(facts.id) == key else None

    def sheet(self, article_id: str, locale: str) -> SheetRow | None:
        """What is known about a catalog, if nothing that decides it changed."""
        row = self.ledger.sheet(article_id, locale)
        return row if row and row.key == self.sheet_key(article_id, locale) else None

    def entries(self, article_id: str, locale: str) -> tuple[Entry, ...] | None:
        """What a catalog says, if it lies there as it was when that was noted."""
        data = self.ledger.packed(article_id, locale, self._entries_key(article_id, locale))
        try:
            return None if data is None else unpack(data)
        except (zlib.error, ValueError, TypeError):
            return None

    def before(self, article_id: str, locale: str) -> tuple[Entry, ...]:
        """What a catalog said when it was last noted; nothing where it still lies there like that."""
        data = self.ledger.outdated(article_id, locale, self._entries_key(article_id, locale))
        try:
            return () if data is None else unpack(data)
        except (zlib.error, ValueError, TypeError):
            return ()

    def note_entries(self, article_id: str, locale: str, entries: Iterable[Entry]) -> None:
        """Note what a catalog says, as it lies there now."""
        key = self._entries_key(article_id, locale)
        self.ledger.record_packed(article_id, locale, key, pack(entries))

    def _entries_key(self, article_id: str, locale: str) -> str:
        decided = self._decided.get(f"{locale}/{article_id}", "")
        return digest(self._texts, self.catalog(article_id, locale), decided)

    def whole_key(self, run: Run, locale: str) -> str:
        """The key of what a locale's catalogs give together; empty where one is in doubt."""
        sheets = run.sheets_of(locale)
        if any(sheet.broken or sheet.unsaved for sheet in sheets):
            return ""
        keys = (f"{s.article_id} {self.sheet_key(s.article_id, locale)}" for s in sheets)
        return digest(locale, *keys)

    def across_key(self, run: Run, locale: str) -> str:
        """The key of what only several catalogs of a locale show; empty where one is in doubt.

        Unlike `whole_key` it does not move with the catalogs of other locales.
        """
        sheets = run.sheets_of(locale)
        if any(sheet.broken or sheet.unsaved for sheet in sheets):
            return ""
        keys = (
            f"{self.path(s.article_id)} {self._entries_key(s.article_id, locale)}" for s in sheets
        )
        return digest(self._sheets, locale, *keys)

    def across(self, locale: str, key: str) -> CheckedFacts | None:
        """What only several catalogs of a locale show, if none of them changed."""
        rows = self.ledger.whole(f"across {locale}", key) if key else None
        return None if rows is None else CheckedFacts.of(rows)


def open_records(run: Run) -> None:
    """Let the run take over what earlier ones found out."""
    run.records = Records(run.job.layout)


def save_records(run: Run) -> None:
    """Write down what this run found out."""
    records = run.records
    if records is None or records.doubtful or run.job.dry_run:
        return
    records.ledger.save(None if run.unreadable else records.paths)


def survey(job: Job) -> dict[str, ArticleFacts] | None:
    """What is known about every article, by id; None if something has to be read."""
    records = Records(job.layout)
    found: dict[str, ArticleFacts] = {}
    for path in job.layout.article_files():
        data = read_or_none(path)
        facts = records.article(job.layout.relative(path), data) if data is not None else None
        if facts is None or facts.id in found or not facts.sheets.keys() >= set(job.locales):
            return None
        found[facts.id] = facts
    return found
