"""Commands that bring a project up to date: run, extract, translate, export, resegment."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transflow.cli.console import (
    AsJson,
    Locales,
    Only,
    ProjectFolder,
    Quiet,
    open_project,
    print_json,
    print_table,
    progress,
    states_told,
)
from transflow.counting import counted

if TYPE_CHECKING:
    from transflow.pipeline import Report, SheetReport
    from transflow.project.recut import Recuts

__all__ = ["register"]

_MOST = 20
"""Reasons listed before the reader is sent elsewhere."""

Redraw = Annotated[
    bool, typer.Option("--redraw", help="Draw untouched drafts again, also where nothing changed.")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(rich_help_panel="Every day")(run)
    app.command(rich_help_panel="Every day")(translate)
    app.command(rich_help_panel="Steps")(extract)
    app.command(rich_help_panel="Steps")(export)
    app.command(rich_help_panel="Steps")(resegment)


def run(
    folder: ProjectFolder = Path(),
    locale: Locales = None,
    article: Only = None,
    redraw: Redraw = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Do all that is due: read, merge, draft, check, publish; print one table.

    With --locale or --article all but the pages. Exit code 1: a finding of severity error, or a page that the workflow requires is missing.

    Example: transflow run --locale fr
    """
    project = open_project(folder)
    with progress(quiet) as report:
        result = project.run(locale, article, redraw=redraw, progress=report)
    if locale or article:
        note = "no page was written: that needs a run over all locales and articles"
        result = replace(result, notes=(*result.notes, note))
    show(result, as_json=as_json)


def translate(
    folder: ProjectFolder = Path(),
    locale: Locales = None,
    article: Only = None,
    redraw: Redraw = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Bring the catalogs up to date and draft what is missing; publish nothing.

    Example: transflow translate --locale zh-Hans --article welcome
    """
    project = open_project(folder)
    with progress(quiet) as report:
        result = project.translate(locale, article, redraw=redraw, progress=report)
    show(result, as_json=as_json)


def extract(folder: ProjectFolder = Path(), article: Only = None, as_json: AsJson = False) -> None:
    """Cut the articles into sentences and write the templates (locales/*.pot).

    Example: transflow extract --article welcome --json
    """
    result = open_project(folder).extract(article)
    wanted = [one for one in result.articles if not article or one.id in article]
    if as_json:
        print_json(
            [
                {
                    "article": one.id,
                    "path": one.path,
                    "segments": [
                        {"id": s.id, "kind": s.kind, "text": s.text} for s in one.segments
                    ],
                }
                for one in wanted
            ]
        )
    else:
        for one in wanted:
            units, segments = counted(len(one.units), "unit"), counted(len(one.segments), "segment")
            typer.echo(f"{one.path}: {units}, {segments}")
    _findings(result.findings)
    raise typer.Exit(result.exit_code)


def export(
    folder: ProjectFolder = Path(),
    locale: Locales = None,
    article: Only = None,
    as_json: AsJson = False,
) -> None:
    """Bring the catalogs up to date for reviewers, without asking an engine.

    Example: transflow export --locale fr
    """
    result = open_project(folder).export(locale, article)
    show(result, as_json=as_json)


def resegment(
    folder: ProjectFolder = Path(),
    article: Only = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do it; without, only show.")] = False,
    as_json: AsJson = False,
) -> None:
    """Cut unchanged units anew by today's rules; first shows what it would touch.

    Example: transflow resegment --article welcome
    """
    project = open_project(folder)
    touched = project.resegment(article, apply=yes)
    if as_json:
        print_json(touched)
    else:
        _recuts(touched, done=yes)
    _findings(touched.findings)
    raise typer.Exit(int(any(one.severity == "error" for one in touched.findings)))


def _recuts(touched: "Recuts", *, done: bool) -> None:
    for unit in touched.units:
        typer.echo(f"{unit.path}:{unit.line}")
        for mark, sentences in (("-", unit.old), ("+", unit.new)):
            typer.echo("".join(f"  {mark} {sentence}\n" for sentence in sentences), nl=False)
    if not touched.units:
        typer.echo("Every unit is cut as today's rules would.")
    elif not done:
        typer.echo(f"{counted(len(touched.units), 'unit')} would be cut anew: add --yes to do it.")


def show(report: "Report", *, as_json: bool) -> None:
    """Print a report and end with its exit code."""
    if as_json:
        print_json(report.as_dict())
        raise typer.Exit(report.exit_code)
    from rich.table import Table

    table = Table("article", "locale", "segments", "states", "drafted", "terms", "findings", "page")
    for sheet in report.sheets:
        table.add_row(*_row(sheet))
    print_table(table)
    for note in report.notes:
        typer.echo(f"note: {note}")
    _pages(report)
    for page in report.missing_pages:
        typer.echo(f"error: a required page is missing: {page}", err=True)
    _findings(report.findings)
    _terms(report)
    typer.echo(report.summary())
    raise typer.Exit(report.exit_code)


def _row(sheet: "SheetReport") -> tuple[str, ...]:
    terms = ", ".join(f"{count} {way}" for way, count in sheet.terms.items() if count)
    findings = ", ".join(f"{count} {name}" for name, count in sheet.findings.items() if count)
    return (
        sheet.article,
        sheet.locale,
        str(sheet.segments),
        states_told(sheet.states, sheet.remembered),
        str(sheet.drafted or ""),
        terms,
        findings,
        "" if sheet.published is None else sheet.page or "not published",
    )


def _pages(report: "Report") -> None:
    """Why pages are not published; the same reason once."""
    why: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for sheet in report.sheets:
        if sheet.published is False:
            why.setdefault((sheet.locale, sheet.reasons), []).append(sheet.article)
    if why:
        typer.echo("Not published:")
    for (locale, reasons), articles in list(why.items())[:_MOST]:
        typer.echo(f"  {locale}: {', '.join(articles)}: {'; '.join(reasons)}")
    if len(why) > _MOST:
        typer.echo(f"  and {len(why) - _MOST} more: see `transflow publish --dry-run`")


def _findings(findings: "tuple[object, ...]") -> None:
    from transflow.cli.report import render
    from transflow.model import Finding, Severity

    known = [finding for finding in findings if isinstance(finding, Finding)]
    # What is wrong with an article or a page is in no catalog's row of the table.
    outside = (f for f in known if f.severity is Severity.WARNING and not f.path.endswith(".po"))
    quiet = list({(f.rule, f.path, f.line, f.message): f for f in outside}.values())
    loud = [f for f in known if f.severity is Severity.ERROR] + quiet[:_MOST]
    if loud:
        typer.echo(render(loud, "text"), err=True, nl=False)
    if len(quiet) > _MOST:
        typer.echo(f"and {len(quiet) - _MOST} more warnings: see `transflow check`", err=True)


def _terms(report: "Report") -> None:
    total = sum(report.terms.values())
    if not total:
        return
    ways = ", ".join(f"{count} {way}" for way, count in report.terms.items())
    typer.echo(f"Terms in the drafts of this run: {total} ({ways}).")
    for finding in report.failed_terms:
        typer.echo(f"  failed: {finding.path}:{finding.line}: {finding.message}")
