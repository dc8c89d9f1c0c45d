"""Commands that take work elsewhere and back."""

import typer

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the commands."""
