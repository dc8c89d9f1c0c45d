"""What a run says at its end."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from transflow import checks
from transflow.glossary.report import of_drafts
from transflow.model import Finding, Severity, State, TermResult, TermWay
from transflow.pipeline.job import Report, Run, Sheet, SheetReport

if TYPE_CHECKING:
    from transflow.publishing import PageResult

__all__ = ["NOBODYS", "report", "weighed"]

NOBODYS = frozenset({State.DRAFT, State.UNTRANSLATED})
"""States whose text nobody has vouched for."""


def report(run: Run, seconds: float) -> Report:
    """The report of a finished run."""
    pages = {(page.article, page.locale): page for page in _pages(run)}
    sheets = tuple(
        _row(sheet, pages.get((sheet.article_id, sheet.locale))) for sheet in run.sheets.values()
    )
    terms: Counter[TermWay] = Counter()
    for sheet in run.sheets.values():
        terms.update(sheet.terms)
    about_entries = (_told(sheet) for sheet in run.sheets.values())
    missing = tuple(
        f"{page.article} ({page.locale}): {'; '.join(page.reasons)}"
        for page in _pages(run)
        if page.required and not page.published
    )
    return Report(
        articles=run.articles.values(),
        ids=tuple(run.articles),
        sheets=sheets,
        findings=(*run.findings, *chain.from_iterable(about_entries)),
        notes=tuple(run.notes),
        terms={way: terms[way] for way in TermWay if sum(terms.values())},
        failed_terms=tuple(chain.from_iterable(sheet.failed for sheet in run.sheets.values())),
        concepts=tuple(of_drafts(_results(run))),
        missing_pages=missing,
        output=str(run.publishing.output) if run.publishing else "",
        seconds=seconds,
    )


def weighed(sheet: Sheet) -> list[Finding]:
    """A sheet's findings as people are told of them.

    An error in a machine's draft that nobody has vouched for is a warning: the gate keeps that
    sentence off the page all the same, and there is nobody's work to refuse.
    """
    entries = sheet.catalog.entries if sheet.catalog else ()
    drafts = sheet.nobodys | {entry.key for entry in entries if entry.state in NOBODYS}
    return [
        replace(finding, severity=Severity.WARNING)
        if finding.severity is Severity.ERROR and (finding.msgctxt, finding.msgid) in drafts
        else finding
        for finding in sheet.findings
    ]


def _told(sheet: Sheet) -> list[Finding]:
    """All of a sheet's findings; what this run doubts is told by its kind, and not once more."""
    drawn = {(one.msgctxt, one.msgid) for one in sheet.doubts}
    return [
        one
        for one in weighed(sheet)
        if (one.msgctxt, one.msgid) not in drawn or one.rule not in checks.DOUBTS
    ] + sheet.doubts


def _pages(run: Run) -> "tuple[PageResult, ...]":
    return run.publishing.pages if run.publishing else ()


def _row(sheet: Sheet, page: "PageResult | None") -> SheetReport:
    states, total = _numbers(sheet)
    findings = Counter(finding.severity for finding in _told(sheet))
    return SheetReport(
        article=sheet.article_id,
        locale=sheet.locale,
        segments=total,
        states={state: states[state] for state in State if states.get(state)},
        drafted=sheet.drafted,
        terms={way: sheet.terms[way] for way in TermWay if sheet.terms[way]},
        findings={name: findings[name] for name in Severity if findings[name]},
        page=page.address if page and page.published else "",
        published=page.published if page else None,
        reasons=() if page is None or page.published else page.reasons,
        written=sheet.written,
        remembered=dict(sheet.facts.remembered) if sheet.facts else {},
    )


def _numbers(sheet: Sheet) -> tuple[Mapping[State, int], int]:
    """Entries by state, and how many there are."""
    if not sheet.parsed and sheet.facts is not None:
        return sheet.facts.states, sheet.facts.entries
    entries = sheet.catalog.entries if sheet.catalog else ()
    return Counter(entry.state for entry in entries), len(entries)


def _results(run: Run) -> Iterator[tuple[str, TermResult]]:
    """(locale, what became of a term) in the drafts of this run."""
    for sheet in run.sheets.values():
        for concept, way in sheet.concepts.elements():
            yield sheet.locale, TermResult(concept, "", "", way)
