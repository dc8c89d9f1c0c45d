"""The command line: thin commands that open the project, call it and print.

Nothing heavy is imported here, so that `--help` and `--version` answer at once.
"""

import os
import sys
import traceback
from typing import Annotated

import typer

from transflow import __version__
from transflow.cli.streams import speak_any_encoding
from transflow.errors import TransflowError

__all__ = ["app", "main"]

_INTERRUPTED = 130
"""What Typer ends with at Ctrl-C."""

_BROKEN = 70
"""EX_SOFTWARE of sysexits.h."""

app = typer.Typer(
    name="transflow",
    help="Translate articles offline with your terminology, review them as PO files, publish pages.\n\n"
    "Begin with `transflow init DIR`, then `transflow run` in it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="markdown",
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"transflow {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    _version_asked: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Options of every command."""


def _say_interrupted() -> None:
    typer.echo(
        "transflow: interrupted; no file is left half written, and the next run goes on", err=True
    )


def main() -> None:
    """Run the command line; a user's mistake is one clean message and exit code 2."""
    speak_any_encoding()
    try:
        from transflow.cli import commands

        commands.register(app)
        app()
    except TransflowError as cause:
        typer.echo(f"transflow: {cause}", err=True)
        sys.exit(2)
    except SystemExit as ended:
        if ended.code == _INTERRUPTED:
            _say_interrupted()
        raise
    except KeyboardInterrupt:  # before Typer was there to take it
        _say_interrupted()
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:
        # The reader (head, less) went away: not an error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except OSError as cause:
        # A folder's rights or its disk, where no room had more to say about it.
        where = f"{cause.filename}: " if cause.filename else ""
        typer.echo(
            f"transflow: {where}{cause.strerror or cause}; see that it may be written, then run again",
            err=True,
        )
        sys.exit(2)
    except Exception:  # noqa: BLE001 - a fault of ours must not look like findings, which are 1
        traceback.print_exc()
        typer.echo(
            "transflow: this is a fault of the program, not yours; no file is left half written. Please report it "
            f"with the lines above (transflow {__version__}, Python {sys.version.split()[0]})",
            err=True,
        )
        sys.exit(_BROKEN)
