"""Commands about the pages: publish, serve."""

from pathlib import Path
from typing import Annotated

import typer

from transflow.cli.console import (
    AsJson,
    Locales,
    ProjectFolder,
    Quiet,
    open_project,
    print_json,
    print_table,
    progress,
)
from transflow.counting import counted

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(rich_help_panel="Every day")(publish)
    app.command(rich_help_panel="Every day")(serve)


def publish(
    folder: ProjectFolder = Path(),
    locale: Locales = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would change, and why.")
    ] = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Write the pages of what passes the gate; list what does not, with why.

    With --locale list and exit code are about these locales; the site, whose pages name one
    another, is written whole.

    Example: transflow publish --dry-run --locale fr
    """
    from rich.table import Table

    project = open_project(folder)
    with progress(quiet) as report:
        result = project.publish(locale, dry_run=dry_run, progress=report)
    if as_json:
        print_json(result.as_dict())
        raise typer.Exit(result.exit_code)
    table = Table("article", "locale", "page", "reviewed", "why")
    for page in result.pages:
        table.add_row(
            page.article,
            page.locale,
            f"{page.address} ({page.change.value})" if page.published else page.change.value,
            f"{page.reviewed:.0%}",
            "; ".join(page.reasons),
        )
    print_table(table)
    for page in result.pages:
        if page.required and not page.published:
            typer.echo(
                f"error: a required page is missing: {page.article} ({page.locale})", err=True
            )
    for finding in result.findings:
        place = f"{finding.path}:{finding.line}" if finding.line else finding.path
        where = f" ({finding.locale})" if finding.locale else ""
        typer.echo(
            f"{place}: {finding.severity}: {finding.message}{where} [{finding.rule}]", err=True
        )
    done = "would be written" if dry_run else "written"
    typer.echo(
        f"{counted(len(result.written), 'file')} {done} to {project.layout.relative(result.output)}/, "
        f"{len(result.removed)} removed"
    )
    raise typer.Exit(result.exit_code)


def serve(
    folder: ProjectFolder = Path(),
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port to listen on; 0 for any free one.")
    ] = 8000,
    host: Annotated[
        str, typer.Option(help="Address to listen on; others can reach it if not loopback.")
    ] = "127.0.0.1",
) -> None:
    """Preview everything, published or not, with each sentence's state; reloads on change.

    Example: transflow serve --port 8080
    """
    open_project(folder).serve(host, port, lambda address: typer.echo(f"Preview at {address}"))
