"""Commands that take work elsewhere and back."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("merge-driver", rich_help_panel="Exchange")(merge_driver)


def merge_driver(
    base: Annotated[Path, typer.Argument(help="%O, the common ancestor.")],
    ours: Annotated[Path, typer.Argument(help="%A, our side; the result goes here.")],
    theirs: Annotated[Path, typer.Argument(help="%B, their side.")],
    name: Annotated[str, typer.Argument(help="%P, the path, for messages.")] = "",
) -> None:
    """Merge two versions of a catalog entry by entry; git calls this.

    In .gitattributes: `*.po merge=transflow`, and once:
    `git config merge.transflow.driver "transflow merge-driver %O %A %B %P"`.

    Example: transflow merge-driver base.po ours.po theirs.po
    """
    from transflow.catalogs import run_driver

    raise typer.Exit(run_driver(base, ours, theirs, name))
