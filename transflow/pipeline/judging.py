"""The checks: what they say about each catalog, and about all of a locale together."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from transflow import checks, documents
from transflow.model import Article, Entry, Finding, Severity
from transflow.pipeline.alike import Alike
from transflow.pipeline.facts import CheckedFacts
from transflow.pipeline.job import Run, Sheet
from transflow.pipeline.numbers import sheet_facts
from transflow.pipeline.reading import entries_of, release, reviews_of
from transflow.pipeline.reporting import NOBODYS

if TYPE_CHECKING:
    from transflow.checks import CheckContext

__all__ = ["is_sound", "judge_early", "run_checks"]


def judge_early(run: Run) -> None:
    """Judge catalogs as soon as they are written; what changes one later has it judged again."""
    for sheet in run.sheets.values():
        if not sheet.broken:
            _judge(run, sheet)
            release(run, sheet)


def run_checks(run: Run) -> None:
    """Judge every catalog, then what only several catalogs of a locale show together."""
    done = 0
    for locale in run.job.locales:
        sheets = run.sheets_of(locale)
        for sheet in sheets:
            done += 1
            run.job.progress("checking", done, len(run.sheets))
            _check(run, sheet)
            if sheet.parsed and sheet.facts is None and not sheet.broken and not run.job.dry_run:
                sheet.facts = sheet_facts(run.articles[sheet.article_id], sheet.catalog)
            release(run, sheet)
        _check_across(run, locale, [sheet for sheet in sheets if not sheet.broken])
        for sheet in sheets:
            release(run, sheet)


def _check(run: Run, sheet: Sheet) -> None:
    _judge(run, sheet)
    if sheet.checked is not None:
        _take(sheet, sheet.checked)


def _judge(run: Run, sheet: Sheet) -> None:
    """See what a catalog's own entries show, unless that is known."""
    if sheet.checked is not None:
        return
    entries = entries_of(run, sheet)
    if entries is not None:
        found = checks.run(entries, context=_context(run, sheet))
        sheet.checked = _judged(_standing(run, sheet, entries, found), entries)


def _check_across(run: Run, locale: str, sheets: list[Sheet]) -> None:
    """What one catalog shows about another, again as soon as a single one of them changed."""
    places = {run.job.layout.relative(sheet.path): sheet for sheet in sheets}
    key = run.records.across_key(run, locale) if run.records else ""
    known = run.records.across(locale, key) if run.records else None
    if known is not None:
        for finding in known.findings:
            sheet = places[finding.path]
            _take(sheet, CheckedFacts((finding,), known.nobodys & {_key(finding)}))
        return
    rows = []
    for sheet, entries, finding in _found_across(run, sheets):
        for one in _standing(run, sheet, entries, [finding]):
            judged = _judged([one], entries)
            _take(sheet, judged)
            rows += judged.plain()
    if run.records and key and not any(sheet.broken for sheet in sheets):
        run.records.ledger.record_whole(f"across {locale}", key, rows)


def _found_across(
    run: Run, sheets: list[Sheet]
) -> Iterator[tuple[Sheet, Sequence[Entry], Finding]]:
    """Findings of several catalogs together, with the sheet and the entries they are about."""
    told = _telling(run, sheets) if run.crowded else ((s, entries_of(run, s)) for s in sheets)
    seen = [(_context(run, sheet), entries, sheet) for sheet, entries in told if entries]
    said = {context.path: (sheet, entries) for context, entries, sheet in seen}
    for finding in checks.across((context, entries) for context, entries, _ in seen):
        yield *said[finding.path], finding


def _telling(run: Run, sheets: list[Sheet]) -> Iterator[tuple[Sheet, Sequence[Entry]]]:
    """The sheets with those entries that can tell something about those of others."""
    with Alike() as alike:
        for sheet in sheets:
            alike.add(entries_of(run, sheet) or ())
            release(run, sheet)
        for sheet in sheets:
            entries = alike.telling(entries_of(run, sheet) or ())
            release(run, sheet)
            yield sheet, entries


def _take(sheet: Sheet, judged: CheckedFacts) -> None:
    sheet.findings += judged.findings
    sheet.nobodys |= judged.nobodys


def _judged(findings: Iterable[Finding], entries: Iterable[Entry]) -> CheckedFacts:
    """Findings, and which of them are about drafts that nobody has vouched for."""
    found = tuple(findings)
    about = {_key(finding) for finding in found}
    drafts = {e.key for e in entries if e.key in about and e.state in NOBODYS}
    return CheckedFacts(found, frozenset(drafts))


def _key(finding: Finding) -> tuple[str, str]:
    return (finding.msgctxt, finding.msgid)


def is_sound(run: Run, sheet: Sheet, entry: Entry) -> bool:
    """Whether no check finds an error in an entry that no reviewer accepted.

    Args:
        run: The run under way.
        sheet: The catalog that the entry is of.
        entry: A sentence, which may be gone from the article, and a person's words for it.
    """
    found = checks.run([entry], context=_context(run, sheet))
    errors = [one for one in found if one.severity is Severity.ERROR]
    return not errors or not _standing(run, sheet, [entry], errors)


def _context(run: Run, sheet: Sheet) -> "CheckContext":
    """What the rules must know about a sheet."""
    workflow = run.job.workflow
    known = run.facts.get(sheet.article_id)
    return checks.CheckContext(
        locale=sheet.locale,
        source_locale=workflow.source.locale,
        format=known.format if known else run.articles[sheet.article_id].format,
        path=run.job.layout.relative(sheet.path),
        glossary=run.glossary,
        severities=workflow.checks,
        number_style=workflow.locales[sheet.locale].number_style,
        spans=documents.spans,
        paragraphs=lambda: _paragraphs(run.articles[sheet.article_id]),
    )


def _paragraphs(article: Article) -> dict[str, frozenset[str]]:
    """The paragraphs that each sentence stands in."""
    places: dict[str, set[str]] = {}
    for unit in article.units:
        for segment in unit.segments:
            places.setdefault(segment.text, set()).add(unit.id)
    return {text: frozenset(ids) for text, ids in places.items()}


def _standing(
    run: Run, sheet: Sheet, entries: Iterable[Entry], findings: Iterable[Finding]
) -> list[Finding]:
    """The findings that no reviewer accepted for these very texts."""
    reviews = reviews_of(run)
    if not reviews.accepted:
        return list(findings)
    standing = []
    by_key = {entry.key: entry for entry in entries}
    for finding in findings:
        entry = by_key.get(_key(finding))
        if not entry or not reviews.accepts(sheet.locale, sheet.article_id, entry, finding.rule):
            standing.append(finding)
    return standing
