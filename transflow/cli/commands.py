"""Puts every command into the application, in the order that help shows them."""

import typer

from transflow.cli import exchange, glossary, models, project, review, run, site

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add all commands and groups to `app`."""
    for module in (project, run, review, site, exchange):
        module.register(app)
    app.add_typer(glossary.app, name="glossary", rich_help_panel="Terms and engines")
    app.add_typer(models.app, name="models", rich_help_panel="Terms and engines")
