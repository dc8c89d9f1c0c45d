"""The last stages: checks over the catalogs, and pages."""

from collections import Counter
from collections.abc import Iterable

from transflow import checks, documents, publishing
from transflow.checks import CheckContext
from transflow.model import Entry, Finding, State
from transflow.pipeline.job import Run, Sheet

__all__ = ["publish_pages", "run_checks"]


def context_of(run: Run, sheet: Sheet) -> CheckContext:
    """What the rules must know about a sheet."""
    workflow = run.job.workflow
    return CheckContext(
        locale=sheet.locale,
        source_locale=workflow.source.locale,
        format=run.articles[sheet.article_id].format,
        path=run.job.layout.relative(sheet.path),
        glossary=run.glossary,
        severities=workflow.checks,
        number_style=workflow.locales[sheet.locale].number_style,
        spans=documents.spans,
    )


def run_checks(run: Run) -> None:
    """Judge every catalog, then what only several catalogs of a locale show together."""
    done = 0
    for locale in run.job.locales:
        seen: list[tuple[CheckContext, tuple[Entry, ...]]] = []
        for sheet in run.sheets_of(locale):
            done += 1
            run.job.progress("checking", done, len(run.sheets))
            if sheet.catalog is None or sheet.broken:
                continue
            context = context_of(run, sheet)
            entries = sheet.catalog.entries
            sheet.findings += _standing(run, sheet, checks.run(entries, context=context))
            seen.append((context, entries))
        for finding in checks.across(seen):
            sheet = _sheet_of(run, finding)
            sheet.findings += _standing(run, sheet, [finding])


def _standing(run: Run, sheet: Sheet, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that no reviewer accepted for these very texts."""
    reviews = run.reviews
    if reviews is None or not reviews.accepted or sheet.catalog is None:
        return list(findings)
    standing = []
    for finding in findings:
        entry = sheet.catalog.entry(finding.msgid, finding.msgctxt)
        if not entry or not reviews.accepts(sheet.locale, sheet.article_id, entry, finding.rule):
            standing.append(finding)
    return standing


def _sheet_of(run: Run, finding: Finding) -> Sheet:
    return next(
        sheet
        for sheet in run.sheets_of(finding.locale)
        if run.job.layout.relative(sheet.path) == finding.path
    )


def publish_pages(run: Run) -> None:
    """Write the site from what passes the gate."""
    job = run.job
    entries = {
        key: sheet.catalog.entries
        for key, sheet in run.sheets.items()
        if sheet.catalog is not None and not sheet.broken
    }
    findings = {key: tuple(sheet.findings) for key, sheet in run.sheets.items()}
    run.publishing = publishing.publish(
        job.workflow,
        list(run.articles.values()),
        entries,
        findings,
        root=job.layout.root,
        now=job.now,
        dry_run=job.dry_run,
    )
    run.findings += run.publishing.findings


def states_of(sheet: Sheet) -> Counter[State]:
    """How many entries of a sheet are in each state."""
    if sheet.catalog is None:
        return Counter()
    return Counter(entry.state for entry in sheet.catalog.entries)
