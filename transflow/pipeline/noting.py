"""What a run notes for the next one: facts and results, bound to the bytes they follow from."""

from collections import Counter
from dataclasses import replace

from transflow.catalogs import Catalog
from transflow.model import Article, State
from transflow.pipeline.drafting import spec_of
from transflow.pipeline.facts import ArticleFacts, SheetFacts
from transflow.pipeline.job import Run, Sheet
from transflow.pipeline.reading import is_fresh
from transflow.publishing.visibility import moment

__all__ = ["note_facts", "note_rest", "reopen_work"]


def reopen_work(run: Run) -> None:
    """Merge catalogs again in which something waits for a draft that might be had now.

    Where people translate, only the memory could help, and it says nothing new for as long as no
    catalog of the locale changed.
    """
    for locale in run.job.locales:
        key = _open_key(run, locale)
        if key and run.records and run.records.ledger.whole(f"open {locale}", key):
            continue
        for sheet in run.sheets_of(locale):
            if sheet.merged is not None and sheet.merged.work:
                sheet.merged = None


def note_rest(run: Run) -> None:
    """Note that what is open now stays open for as long as nothing changes."""
    for locale in run.job.locales:
        key = _open_key(run, locale)
        if run.records and key and all(sheet.merged for sheet in run.sheets_of(locale)):
            run.records.ledger.record_whole(f"open {locale}", key, value=True)


def _open_key(run: Run, locale: str) -> str:
    if run.records is None or spec_of(run, locale) != "none":
        return ""
    return run.records.whole_key(run, locale)


def note_facts(run: Run) -> None:
    """Note what was found out about articles and catalogs, as they are on disk now."""
    for article_id in run.articles:
        sheets = [
            sheet for locale in run.job.locales if (sheet := run.sheets.get((article_id, locale)))
        ]
        if _has_news(run, article_id, sheets):
            run.facts[article_id] = _facts(run, article_id, sheets)
        if run.records is None or any(sheet.broken or sheet.unsaved for sheet in sheets):
            continue
        facts = run.facts[article_id]
        if facts.fresh or not any(sheet.written for sheet in sheets):
            _record(run, article_id, facts, sheets)


def _has_news(run: Run, article_id: str, sheets: list[Sheet]) -> bool:
    return (
        article_id not in run.facts
        or article_id in run.pots
        or any(sheet.facts is None for sheet in sheets)
    )


def _record(run: Run, article_id: str, facts: ArticleFacts, sheets: list[Sheet]) -> None:
    """Note facts and results; those of an article whose cuts may move on are not final."""
    records = run.records
    assert records is not None  # noqa: S101 - the caller looked
    records.ledger.record_article(records.path(article_id), records.text_key(article_id), facts)
    for sheet in sheets:
        if sheet.merged or sheet.checked:
            key = records.sheet_key(article_id, sheet.locale)
            records.ledger.record_sheet(article_id, sheet.locale, key, sheet.merged, sheet.checked)


def _facts(run: Run, article_id: str, sheets: list[Sheet]) -> ArticleFacts:
    article, old = run.articles[article_id], run.facts.get(article_id)
    known = frozenset[str]().union(*(s.catalog.msgids for s in sheets if s.catalog))
    if old is not None and not any(sheet.written for sheet in sheets):
        fresh = old.fresh
    else:
        fresh = article_id in run.fresh and is_fresh(article, known)
    begin = moment(article.meta.get("publish_at"))
    facts = ArticleFacts(
        id=article.id,
        format=article.format,
        segments=len(article.segments),
        words=sum(_words(segment.text) for segment in article.segments),
        fresh=fresh,
        publish_at=begin.isoformat() if begin else "",
        pot=run.pots.get(article_id) or (old.pot if old else ""),
        warnings=article.warnings,
    )
    found = {sheet.locale: sheet.facts or _sheet_facts(article, sheet.catalog) for sheet in sheets}
    return replace(facts, sheets=found)


def _sheet_facts(article: Article, catalog: Catalog | None) -> SheetFacts:
    texts = {segment.text for segment in article.segments}
    entries = catalog.entries if catalog else ()
    own = [entry for entry in entries if entry.msgid in texts]
    missing = texts - {entry.msgid for entry in own}
    waiting = [entry.msgid for entry in own if entry.state is not State.APPROVED]
    standing = Counter(entry.state for entry in own)
    standing[State.UNTRANSLATED] += len(missing)
    return SheetFacts(
        entries=len(entries),
        states=dict(Counter(entry.state for entry in entries)),
        standing={state: standing[state] for state in State if standing[state]},
        waiting_words=sum(_words(text) for text in [*waiting, *missing]),
        edited=_edited(catalog),
    )


def _edited(catalog: Catalog | None) -> str:
    if catalog is None:
        return ""
    header = catalog.header
    who = header.get("Last-Translator", "").partition("<")[0].strip()
    return " ".join(part for part in (header.get("PO-Revision-Date", ""), who) if part)


def _words(text: str) -> int:
    return len(text.split())
