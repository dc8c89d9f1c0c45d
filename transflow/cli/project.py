"""Commands about a project as a whole: init, schema, doctor, ingest."""

from pathlib import Path
from typing import Annotated

import typer

from transflow.cli.console import AsJson, ProjectFolder, open_project, print_json

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(rich_help_panel="Project")(init)
    app.command(rich_help_panel="Project")(schema)
    app.command(rich_help_panel="Project")(doctor)
    app.command(rich_help_panel="Project")(ingest)


def init(
    folder: Annotated[Path, typer.Argument(help="Folder of the new project.")],
    locale: Annotated[
        list[str] | None, typer.Option("--locale", "-l", help="Target locale (repeat for more).")
    ] = None,
    source: Annotated[str, typer.Option(help="Locale of the articles.")] = "en",
    ci: Annotated[
        str | None, typer.Option(help="Add a pipeline: github or gitlab.", metavar="NAME")
    ] = None,
) -> None:
    """Make a small project that `transflow run` accepts at once.

    Example: transflow init newsroom --locale fr --locale zh-Hans --ci github
    """
    from transflow.newproject import CI, create, generator_of
    from transflow.project import can_translate

    if ci is not None and ci not in CI:
        raise typer.BadParameter(f"--ci must be one of: {', '.join(CI)}")
    wanted = locale or ["fr", "es", "zh-Hans"]
    engines = {tag: can_translate(folder, source, tag) for tag in wanted}
    for path in create(folder, engines, source=source, ci=ci):
        typer.echo(f"wrote {path}")
    if site := generator_of(folder):
        typer.echo(
            f"\nThis is a site of {site.name}: its articles are read from {site.root}/, and what is "
            f"for it is written to build/transflow/ (docs/publishing.md)."
        )
    typer.echo(f"\nNext: cd {folder} && transflow run")
    if not all(engines.values()):
        typer.echo("Some locales have no engine yet: see `transflow models install --help`.")
    typer.echo(
        "In git, once a clone, so that catalogs merge entry by entry:\n"
        '  git config merge.transflow.driver "transflow merge-driver %O %A %B %P"'
    )


def schema() -> None:
    """Print the JSON Schema of workflow.yaml, for editors.

    Example: transflow schema > workflow.schema.json
    """
    from transflow.config import schema as text

    typer.echo(text(), nl=False)


def doctor(folder: ProjectFolder = Path(), as_json: AsJson = False) -> None:
    """Say what is installed, which pairs can be translated and by what, and what is missing.

    Example: transflow doctor
    """
    from transflow.project import examine

    found = examine(folder)
    if as_json:
        print_json(found)
    else:
        for item in found:
            typer.echo(f"{item.mark} {item.subject:<28} {item.detail}")
    if any(not item.ok for item in found):
        raise typer.Exit(1)


def ingest(
    source: Annotated[str, typer.Argument(help="A saved page, a text file, or an address.")],
    name: Annotated[
        str | None, typer.Option("--id", help="Id of the article; from its title if not given.")
    ] = None,
    folder: ProjectFolder = Path(),
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace an article of that id.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Turn a saved web page or press release into a clean article, and say what was decided.

    Example: transflow ingest saved-page.html --id visit
    """
    project = open_project(folder)
    path, decisions = project.ingest(source, name, overwrite=overwrite)
    if as_json:
        print_json({"path": project.layout.relative(path), "decisions": decisions})
        return
    for line in decisions:
        typer.echo(f"- {line}", err=True)
    typer.echo(f"wrote {project.layout.relative(path)}")
