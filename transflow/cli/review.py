"""Commands of the people who review: status, review, approve, reject, accept, check."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transflow.cli.console import (
    AsJson,
    Locales,
    Only,
    ProjectFolder,
    open_project,
    print_json,
    print_table,
    states_told,
)
from transflow.counting import counted

if TYPE_CHECKING:
    from transflow.project.standing import StatusRow, WorkItem

__all__ = ["register"]

Target = Annotated[
    list[str], typer.Argument(help="A PO file, or FILE:LINE for one entry (repeat for more).")
]
By = Annotated[str, typer.Option("--by", help="Who did it, name and address; else as git has it.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(rich_help_panel="Every day")(status)
    app.command(rich_help_panel="Every day")(check)
    app.command(rich_help_panel="Review")(review)
    app.command(rich_help_panel="Review")(approve)
    app.command(rich_help_panel="Review")(reject)
    app.command(rich_help_panel="Review")(accept)


def status(
    folder: ProjectFolder = Path(),
    locale: Locales = None,
    article: Only = None,
    as_json: AsJson = False,
) -> None:
    """Say where each article stands in each locale; changes nothing. Exit code 1 for unreadable files.

    Example: transflow status --json
    """
    rows = open_project(folder).status(locale, article)
    if as_json:
        print_json([row.as_dict() for row in rows])
    else:
        _show(rows)
    raise typer.Exit(int(any(row.problem for row in rows)))


def _show(rows: "list[StatusRow]") -> None:
    from rich.table import Table

    table = Table("article", "locale", "segments", "words", "states", "reviewed", "last edited")
    for row in rows:
        table.add_row(
            row.article,
            row.locale,
            str(row.segments),
            str(row.words),
            row.problem or states_told(row.states, row.remembered),
            f"{row.reviewed:.0%}",
            row.edited,
        )
    print_table(table)


def check(
    folder: ProjectFolder = Path(),
    locale: Locales = None,
    article: Only = None,
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option("--format", help="text, json, sarif, github or gitlab (annotations).")
    ] = "text",
    as_json: AsJson = False,
) -> None:
    """Run the checks over the catalogs as they are. Exit code 1 for findings of severity error.

    Example: transflow check --locale fr --format sarif > findings.sarif
    """
    from transflow.cli.report import FORMATS, render

    format = "json" if as_json else format  # noqa: A001 - the option's name
    if format not in FORMATS:
        raise typer.BadParameter(f"--format must be one of: {', '.join(FORMATS)}")
    project = open_project(folder)
    result = project.check(locale, article)
    typer.echo(render(result.findings, format, project.root), nl=False)
    raise typer.Exit(result.exit_code)


def review(
    locale: Annotated[str, typer.Argument(help="Locale to review.")],
    folder: ProjectFolder = Path(),
    limit: Annotated[int, typer.Option(min=0, help="How many entries to list.")] = 20,
    start_editor: Annotated[
        bool, typer.Option("--open", help="Open the first one in $VISUAL or $EDITOR.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """The work list of a locale: what to do first, and why. Exit code 1 for unreadable files.

    Example: transflow review fr --open
    """
    project = open_project(folder)
    items = project.work_list(locale)
    unread = [item for item in items if item.state is None]
    if as_json:
        print_json(items)
    else:
        for item in unread:
            typer.echo(f"{item.path}:{item.line}: {item.why}", err=True)
        _list([item for item in items if item.state is not None], locale, limit)
    if start_editor and items:
        project.open_editor(items[0].path, items[0].line)
    raise typer.Exit(int(bool(unread)))


def _list(items: "list[WorkItem]", locale: str, limit: int) -> None:
    for item in items[:limit]:
        typer.echo(f"{item.path}:{item.line}: {item.why}")
        typer.echo(f"    {item.msgid}")
    shown = f", {limit} of them listed" if len(items) > limit else ""
    waiting = counted(len(items), "entry waits", "entries wait")
    figures = sum(item.is_figure for item in items)
    last = (
        f" {counted(figures, 'is nothing but a figure and comes', 'are nothing but figures and come')} last."
        if figures
        else ""
    )
    typer.echo(f"{waiting} in {locale}{shown}.{last}" if items else "Nothing waits.")


def approve(
    targets: Target,
    by: By = "",
    same: Annotated[
        bool,
        typer.Option("--same", help="Also for the very same sentences in other articles' drafts."),
    ] = False,
    folder: ProjectFolder = Path(),
    as_json: AsJson = False,
) -> None:
    """Confirm whole files or single entries: the fuzzy flag goes, the approval is recorded.

    Of a whole file, entries whose sentence changed, that were sent back or that hold a conflict are
    left out: name each by its line.

    Example: transflow approve locales/fr/LC_MESSAGES/welcome.po
    """
    done = open_project(folder).approve(targets, by, same=same)
    if as_json:
        print_json([one._asdict() for one in done])
        return
    for one in done:
        said = f"{one.path}: {counted(one.approved, 'entry', 'entries')} approved"
        if one.doubtful:
            said += f", {counted(one.doubtful, 'of them has', 'of them have')} errors"
        if one.warned:
            said += f", {counted(one.warned, 'of them has', 'of them have')} warnings"
        typer.echo(f"{said}: transflow check" if one.doubtful or one.warned else said)
        if one.left:
            left = counted(one.left, "entry is", "entries are")
            typer.echo(
                f"    {left} left out (changed, sent back or in conflict): name each as FILE:LINE"
            )


def reject(
    targets: Target,
    by: By = "",
    note: Annotated[str, typer.Option(help="Why, for the next reader.")] = "",
    folder: ProjectFolder = Path(),
    as_json: AsJson = False,
) -> None:
    """Send entries back: flagged fuzzy, their words kept.

    Example: transflow reject locales/fr/LC_MESSAGES/welcome.po:20 --note "wrong office"
    """
    done = open_project(folder).reject(targets, by, note)
    if as_json:
        print_json([{"path": path, "sent_back": count} for path, count in done])
        return
    for path, count in done:
        typer.echo(f"{path}: {counted(count, 'entry', 'entries')} sent back")


def accept(
    target: Annotated[str, typer.Argument(help="FILE:LINE of the entry.")],
    rule: Annotated[str, typer.Argument(help="The rule whose finding is right as it is.")],
    by: By = "",
    folder: ProjectFolder = Path(),
    as_json: AsJson = False,
) -> None:
    """Accept a finding for as long as both texts stay the same (kept in reviews.yaml).

    Example: transflow accept locales/fr/LC_MESSAGES/welcome.po:20 numbers
    """
    open_project(folder).accept(target, rule, by)
    if as_json:
        print_json({"target": target, "rule": rule})
    else:
        typer.echo(f"{target}: {rule} accepted")
