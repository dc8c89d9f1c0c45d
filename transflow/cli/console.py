"""What commands share: options, progress on standard error, JSON on standard output."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from transflow.cli.interrupt import answered
from transflow.model import State

if TYPE_CHECKING:
    from rich.table import Table

    from transflow.pipeline import Progress
    from transflow.project import Project

__all__ = [
    "AsJson",
    "Locales",
    "Only",
    "Overwrite",
    "ProjectFolder",
    "Quiet",
    "open_project",
    "print_json",
    "print_table",
    "progress",
    "states_told",
]

ProjectFolder = Annotated[
    Path,
    typer.Option(
        "--project", "-C", help="Folder of the project, or any folder in it.", show_default="here"
    ),
]
Locales = Annotated[
    list[str] | None,
    typer.Option("--locale", "-l", help="Only this locale (repeat for more).", metavar="TAG"),
]
Only = Annotated[
    list[str] | None,
    typer.Option("--article", "-a", help="Only this article (repeat for more).", metavar="ID"),
]
Overwrite = Annotated[
    bool, typer.Option("--overwrite", help="Replace a file that is there with other content.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")]


def open_project(folder: Path) -> "Project":
    """The project that `folder` lies in."""
    from transflow.project import Project

    return Project.open(folder)


def print_json(value: Any) -> None:
    """Print data, dataclasses included, as JSON on standard output."""

    def default(item: Any) -> Any:
        if is_dataclass(item) and not isinstance(item, type):
            return asdict(item)
        if isinstance(item, (set, frozenset)):
            return sorted(item)
        if isinstance(item, (Path, date)):
            return str(item)
        raise TypeError(type(item).__name__)

    typer.echo(json.dumps(value, default=default, ensure_ascii=False, indent=2))


def states_told(states: Mapping[State, int], remembered: Mapping[State, int]) -> str:
    """`2 draft, 3 from memory`: words that the memory brought are no machine's, and nobody edited them."""
    parts = [(count - remembered.get(state, 0), state.value) for state, count in states.items()]
    parts.append((sum(remembered.values()), "from memory"))
    return ", ".join(f"{count} {name}" for count, name in parts if count > 0)


_MANY = 500
"""Rows from which a table is set in plain columns: measuring every cell would take seconds."""


def print_table(table: "Table") -> None:
    """Print a table on standard output, as wide as it needs to be where that is no terminal."""
    from rich.console import Console

    if table.row_count > _MANY:
        columns = [[str(column.header), *map(str, column.cells)] for column in table.columns]
        widths = [max(map(len, column)) for column in columns]
        for row in zip(*columns, strict=True):
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            typer.echo("  ".join(cells).rstrip())
        return
    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    console.print(table)


@contextmanager
def progress(quiet: bool = False) -> "Iterator[Progress]":
    """Progress bars on standard error, one a stage; silent where that is no terminal."""
    with answered(), _bars(quiet) as report:
        yield report


@contextmanager
def _bars(quiet: bool) -> "Iterator[Progress]":
    if quiet or not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description:<28}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}

        def report(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield report
