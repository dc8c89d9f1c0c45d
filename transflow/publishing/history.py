"""What published.json says after a publish."""

from datetime import datetime

from transflow.publishing.kept import pack, source_hash
from transflow.publishing.plan import Plan, Planned
from transflow.publishing.record import Record, RecordedPage

__all__ = ["recorded"]


def recorded(plan: Plan, old: Record, now: datetime, *, keep: bool) -> Record:
    """What is out after this publish.

    Args:
        plan: The pages of this publish.
        old: What was out before.
        now: Its date is that of what is new or changed.
        keep: Remember the articles as they are, for `on_change: keep`.
    """
    today = now.date().isoformat()
    pages, moved, sources = {}, dict(old.moved), {}
    for page in plan.published:
        before = old.pages.get(page.key)
        entry = pages[page.key] = _entry(page, before, today)
        if keep and entry.passed == entry.source:
            sources[entry.source] = pack(page.article.source)
        if keep and entry.passed in old.sources:
            sources[entry.passed] = old.sources[entry.passed]
        if before is not None and before.address != page.address:
            moved[before.address] = page.key
    taken = {page.address for page in pages.values()}
    moved = {address: key for address, key in moved.items() if address not in taken}
    return Record(pages, moved, sources)


def _entry(page: Planned, before: RecordedPage | None, today: str) -> RecordedPage:
    if page.stale is not None and before is not None:
        return before
    source = source_hash(page.article)
    updated = before.updated if before and before.content == page.content else today
    good, passed = (before.good, before.passed) if before else ("", "")
    if page.passes:
        good, passed = updated, source
    return RecordedPage(
        address=page.address,
        source=source,
        content=page.content,
        first=before.first if before else today,
        updated=updated,
        passed=passed,
        good=good,
    )
