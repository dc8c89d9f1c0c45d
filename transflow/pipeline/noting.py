"""What a run notes for the next one: facts and results, bound to the bytes they follow from."""

from dataclasses import replace

from transflow.documents.timing import turns
from transflow.pipeline.facts import ArticleFacts
from transflow.pipeline.job import Run, Sheet
from transflow.pipeline.numbers import sheet_facts, words
from transflow.pipeline.reading import catalog_of, release

__all__ = ["note_facts"]


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
    old = run.facts.get(article_id)
    if old is None or article_id in run.pots:
        return True
    return any(
        sheet.facts is None or sheet.facts is not old.sheets.get(sheet.locale) for sheet in sheets
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
    found = {}
    for sheet in sheets:
        sheet.facts = sheet.facts or sheet_facts(article, catalog_of(run, sheet))
        found[sheet.locale] = sheet.facts
        release(run, sheet)
    if old is not None and not any(sheet.written for sheet in sheets):
        fresh = old.fresh
    else:
        fresh = article_id in run.fresh and any(facts.complete for facts in found.values())
    facts = ArticleFacts(
        id=article.id,
        format=article.format,
        segments=len(article.segments),
        words=sum(words(segment.text) for segment in article.segments),
        fresh=fresh,
        turns=turns(article),
        pot=run.pots.get(article_id) or (old.pot if old else ""),
        warnings=article.warnings,
    )
    return replace(facts, sheets=found)
