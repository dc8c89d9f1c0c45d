"""The checks: what they say about each catalog, and about all of a locale together."""

from collections.abc import Iterable

from transflow import checks, documents
from transflow.checks import CheckContext
from transflow.model import Entry, Finding
from transflow.pipeline.facts import CheckedFacts
from transflow.pipeline.job import Run, Sheet
from transflow.pipeline.reading import catalog_of, release, reviews_of
from transflow.pipeline.reporting import NOBODYS

__all__ = ["run_checks"]


def run_checks(run: Run) -> None:
    """Judge every catalog, then what only several catalogs of a locale show together."""
    done = 0
    for locale in run.job.locales:
        sheets = run.sheets_of(locale)
        for sheet in sheets:
            done += 1
            run.job.progress("checking", done, len(run.sheets))
            _check(run, sheet)
        _check_across(run, locale, [sheet for sheet in sheets if not sheet.broken])
        for sheet in sheets:
            release(sheet)


def _check(run: Run, sheet: Sheet) -> None:
    if sheet.checked is None:
        catalog = catalog_of(run, sheet)
        if catalog is None or sheet.broken:
            return
        found = checks.run(catalog.entries, context=_context(run, sheet))
        sheet.checked = _judged(sheet, _standing(run, sheet, found))
    _take(sheet, sheet.checked)


def _check_across(run: Run, locale: str, sheets: list[Sheet]) -> None:
    """What one catalog shows about another, again as soon as a single one of them changed."""
    places = {run.job.layout.relative(sheet.path): sheet for sheet in sheets}
    key = run.records.whole_key(run, locale) if run.records else ""
    known = run.records.across(locale, key) if run.records else None
    if known is not None:
        for finding in known.findings:
            sheet = places[finding.path]
            _take(sheet, CheckedFacts((finding,), known.nobodys & {_key(finding)}))
        return
    seen: list[tuple[CheckContext, tuple[Entry, ...]]] = []
    for sheet in sheets:
        catalog = catalog_of(run, sheet)
        if catalog is not None and not sheet.broken:
            seen.append((_context(run, sheet), catalog.entries))
    rows = []
    for finding in checks.across(seen):
        sheet = places[finding.path]
        for one in _standing(run, sheet, [finding]):
            judged = _judged(sheet, [one])
            _take(sheet, judged)
            rows += judged.plain()
    if run.records and key and not any(sheet.broken for sheet in sheets):
        run.records.ledger.record_whole(f"across {locale}", key, rows)


def _take(sheet: Sheet, judged: CheckedFacts) -> None:
    sheet.findings += judged.findings
    sheet.nobodys |= judged.nobodys


def _judged(sheet: Sheet, findings: Iterable[Finding]) -> CheckedFacts:
    """Findings, and which of them are about drafts that nobody has vouched for."""
    found = tuple(findings)
    about = {_key(finding) for finding in found}
    entries = sheet.catalog.entries if sheet.catalog else ()
    drafts = {e.key for e in entries if e.key in about and e.state in NOBODYS}
    return CheckedFacts(found, frozenset(drafts))


def _key(finding: Finding) -> tuple[str, str]:
    return (finding.msgctxt, finding.msgid)


def _context(run: Run, sheet: Sheet) -> CheckContext:
    """What the rules must know about a sheet."""
    workflow = run.job.workflow
    known = run.facts.get(sheet.article_id)
    return CheckContext(
        locale=sheet.locale,
        source_locale=workflow.source.locale,
        format=known.format if known else run.articles[sheet.article_id].format,
        path=run.job.layout.relative(sheet.path),
        glossary=run.glossary,
        severities=workflow.checks,
        number_style=workflow.locales[sheet.locale].number_style,
        spans=documents.spans,
    )


def _standing(run: Run, sheet: Sheet, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that no reviewer accepted for these very texts."""
    reviews = reviews_of(run)
    if not reviews.accepted or sheet.catalog is None:
        return list(findings)
    standing = []
    for finding in findings:
        entry = sheet.catalog.entry(finding.msgid, finding.msgctxt)
        if not entry or not reviews.accepts(sheet.locale, sheet.article_id, entry, finding.rule):
            standing.append(finding)
    return standing
