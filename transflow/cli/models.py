"""`transflow models`: the packages that translate."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transflow.cli.console import (
    AsJson,
    ProjectFolder,
    open_project,
    print_json,
    print_table,
    progress,
)

if TYPE_CHECKING:
    from transflow.engines.packages import Package
    from transflow.project import Project

__all__ = ["app"]

app = typer.Typer(help="The packages that translate: list, install, remove, pin.")


@app.command("list")
def list_(folder: ProjectFolder = Path(), as_json: AsJson = False) -> None:
    """List the packages that can be used here, in a project or before there is one.

    Example: transflow models list --json
    """
    from rich.markup import escape
    from rich.table import Table

    packages = _seen(folder)
    if as_json:
        print_json(packages)
        return
    table = Table("pair", "version", "kind", title="Packages")
    table.add_column("where", overflow="fold")  # what `remove` is given is read off here
    for package in packages:
        kind = package.broken or ("starter" if package.starter else "full")
        cells = (package.pair, package.version, kind, str(package.path))
        table.add_row(*map(escape, cells))
    print_table(table)


def _seen(folder: Path) -> "list[Package]":
    """The packages of a project, or of this user where there is none yet."""
    from transflow.engines import packages

    project = _project_around(folder)
    return project.packages() if project else packages.list_packages(folder, thorough=True)


def _project_around(folder: Path) -> "Project | None":
    """The project that a folder lies in, if it lies in one."""
    here = folder.resolve()
    if any((one / "workflow.yaml").is_file() for one in (here, *here.parents)):
        return open_project(folder)
    return None


@app.command()
def available(as_json: AsJson = False) -> None:
    """List what the Argos index offers (needs the network, or a kept copy of the index).

    Example: transflow models available
    """
    from rich.table import Table

    from transflow.engines import packages

    offers = packages.available()
    if as_json:
        print_json(offers)
        return
    table = Table("from", "to", "version", title="On offer")
    for offer in offers:
        table.add_row(
            *(str(offer.get(key, "")) for key in ("from_code", "to_code", "package_version"))
        )
    print_table(table)


@app.command()
def install(
    what: Annotated[
        list[str] | None, typer.Argument(help="Target locale, or an .argosmodel file.")
    ] = None,
    missing: Annotated[
        bool, typer.Option("--missing", help="Whatever the project's locales lack.")
    ] = False,
    folder: ProjectFolder = Path(),
) -> None:
    """Install packages: from the index for a locale, or from a file, offline.

    In a project they are for its source locale, else for English; where the index has none for
    the pair, the two through English are installed.

    Example: transflow models install fr ./translate-en_ru-1_9.argosmodel
    """
    wanted = list(what or [])
    project = open_project(folder) if missing else _project_around(folder)
    if project and missing:
        wanted += project.locales_without_engine()
    elif not wanted:
        raise typer.BadParameter("name a locale or a file, or use --missing")
    from transflow.engines import packages

    source = project.workflow.source.locale if project else "en"
    for name in wanted:
        with progress() as report:
            done = packages.install(name, root=Path.cwd(), source=source, progress=report)
        for package, new in done:
            said = "installed" if new else "already installed"
            typer.echo(f"{said}: {package.label} in {package.path}")
    if project:
        _say_idle(project)


def _say_idle(project: "Project") -> None:
    """Tell of locales that have a package but are set to be translated by people alone."""
    from transflow.engines import packages

    installed, source = project.packages(), project.workflow.source.locale
    for tag, settings in project.workflow.locales.items():
        if settings.engine == "none" and packages.chain(installed, source, tag):
            typer.echo(
                f"note: workflow.yaml says `engine: none` for {tag}: take that line out to have "
                "drafts"
            )


@app.command()
def remove(
    what: Annotated[str, typer.Argument(help="A pair, pair@version or folder: en_zh@1.9")],
    folder: ProjectFolder = Path(),
) -> None:
    """Remove an installed package; files under the project's models/ stay.

    Example: transflow models remove en_zh@1.9
    """
    from transflow.engines import packages

    for path in packages.remove(what, root=folder):
        typer.echo(f"removed: {path}")


@app.command()
def info(
    locale: Annotated[str, typer.Argument(help="Target locale.")],
    folder: ProjectFolder = Path(),
    as_json: AsJson = False,
) -> None:
    """Say what translates into a locale, and why it and not another.

    Example: transflow models info zh-Hans
    """
    from transflow.engines import pins

    project = open_project(folder)
    workflow = project.workflow
    found = pins.info(workflow.engine, workflow.source.locale, locale, root=project.root)
    if as_json:
        print_json(found)
    elif not found["engine"]:
        typer.echo(found["why"])
    else:
        for key, value in found.items():
            typer.echo(f"{key:<10} {', '.join(value) if isinstance(value, list) else value}")


@app.command()
def pin(folder: ProjectFolder = Path()) -> None:
    """Fix package and version of each pair in workflow.yaml, so that all machines draft alike.

    Exit code 1 says that a locale has no package to be pinned.

    Example: transflow models pin
    """
    from transflow.engines.pins import pair_key

    project = open_project(folder)
    workflow, fixed = project.workflow, project.pin_models()
    for pair, name in fixed.items():
        typer.echo(f"{pair}: {name}")
    unserved = [
        pair
        for tag, settings in workflow.locales.items()
        if (settings.engine or workflow.engine.name) == "argos"
        and (pair := pair_key(workflow.source.locale, tag)) not in fixed
    ]
    for pair in unserved:
        typer.echo(f"{pair}: no package to pin", err=True)
    if unserved:
        raise typer.Exit(1)
