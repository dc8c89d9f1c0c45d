"""Commands that take work elsewhere and back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transflow.cli.console import AsJson, Overwrite, ProjectFolder, open_project, print_json
from transflow.counting import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transflow.project.returning import Returned

__all__ = ["register"]


exchange = typer.Typer(help="XLIFF for translation tools: export and import.")
memory = typer.Typer(help="The translation memory: export and import TMX.")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(rich_help_panel="Exchange")(bundle)
    app.command("import", rich_help_panel="Exchange")(import_)
    app.add_typer(exchange, name="exchange", rich_help_panel="Exchange")
    app.add_typer(memory, name="memory", rich_help_panel="Exchange")
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


def bundle(
    locale: Annotated[str, typer.Argument(help="Locale to send out.")],
    to: Annotated[Path | None, typer.Option("--to", help="File to write.")] = None,
    folder: ProjectFolder = Path(),
    overwrite: Overwrite = False,
    as_json: AsJson = False,
) -> None:
    """Write one PO file for all articles of a locale; `transflow import` takes it back.

    Example: transflow bundle fr --to for-the-translator.po
    """
    path = to or Path(f"bundle-{locale}.po")
    count = open_project(folder).bundle(locale, path, overwrite=overwrite)
    if as_json:
        print_json({"path": path, "entries": count})
    else:
        typer.echo(f"{path}: {counted(count, 'entry', 'entries')}")


def import_(
    files: Annotated[list[Path], typer.Argument(help="PO files that came back.")],
    locale: Annotated[str, typer.Option("--locale", "-l", help="If their headers lack it.")] = "",
    article: Annotated[str, typer.Option("--article", "-a", help="If nothing tells it.")] = "",
    folder: ProjectFolder = Path(),
    as_json: AsJson = False,
) -> None:
    """Take back PO or XLIFF files made from an older export, entry by entry; both sides' words are kept.

    Exit code 1: translations that belong to no article here, or to a catalog that cannot be read;
    these are named and not taken.

    Example: transflow import returned/welcome.po
    """
    _take_back(files, locale, article, folder, as_json=as_json)


def _take_back(
    files: list[Path], locale: str, article: str, folder: Path, *, as_json: bool
) -> None:
    done = open_project(folder).take_back(files, locale=locale, article=article)
    if as_json:
        print_json(done)
    else:
        _tell_all(done)
    raise typer.Exit(int(any(one.homeless or one.damage for one in done)))


def _tell_all(done: "Sequence[Returned]") -> None:
    """One line a catalog; of several that got nothing new only how many they are, behind the sum."""
    heard = [one for one in done if _is_news(one) or len(done) == 1]
    for one in heard:
        _tell(one)
    if len(done) > 1:
        catalogs = len({one.catalog for one in done if one.catalog and not one.damage})
        taken, conflicts = sum(one.taken for one in done), sum(one.conflicts for one in done)
        typer.echo(
            f"{counted(catalogs, 'catalog')}: {taken} taken, {counted(conflicts, 'conflict')};"
            f" {len(done) - len(heard)} unchanged"
        )


def _is_news(one: "Returned") -> bool:
    return any(
        (
            one.taken,
            one.conflicts,
            one.waiting,
            one.unread,
            one.doubt,
            one.homeless,
            one.emptied,
            one.damage,
        )
    )


def _tell(one: "Returned") -> None:
    if one.doubt:
        typer.echo(f"{one.file}: {one.doubt}; taken, since --locale says so", err=True)
        return
    if one.damage:
        number = counted(one.left, "translation waits", "translations wait")
        typer.echo(
            f"{one.damage}\n  {number} for it in {one.file}: mend the catalog, then import the file again",
            err=True,
        )
        return
    if one.homeless:
        number = counted(
            len(one.homeless),
            "translation belongs to no article here and is not taken",
            "translations belong to no article here and are not taken",
        )
        typer.echo(
            f"{one.file}: {number}, the first for "
            f"{one.homeless[0][:60]!r}: bring the article back, or name one with --article",
            err=True,
        )
        return
    typer.echo(
        f"{one.file} -> {one.catalog}: {one.taken} taken, "
        f"{counted(one.conflicts, 'conflict')}, "
        f"{counted(one.waiting, 'for a sentence that is gone', 'for sentences that are gone')}"
    )
    if one.waiting:
        typer.echo("  kept as #~; the next run takes up those whose sentence has other numbers now")
    if one.emptied:
        number = counted(
            one.emptied,
            "entry that came back empty keeps its words",
            "entries that came back empty keep their words",
        )
        typer.echo(f"  {number}: to start again, empty them in the catalog")
    if one.unread:
        typer.echo(
            f"  {counted(one.unread, 'draft')} came back unflagged and untouched: not approved"
            " until `transflow approve`"
        )


@exchange.command("export")
def export_xliff(
    locale: Annotated[str, typer.Argument(help="Locale to send out.")],
    path: Annotated[Path, typer.Argument(help="The XLIFF file to write.")],
    version: Annotated[str, typer.Option(help="2.1, 2.0 or 1.2 (for old tools).")] = "2.1",
    folder: ProjectFolder = Path(),
    overwrite: Overwrite = False,
    as_json: AsJson = False,
) -> None:
    """Write all articles of a locale as XLIFF, with states, notes and terms.

    Example: transflow exchange export fr fr.xlf --version 1.2
    """
    if version not in {"2.1", "2.0", "1.2"}:
        raise typer.BadParameter("--version must be 2.1, 2.0 or 1.2")
    count = open_project(folder).bundle(locale, path, xliff=version, overwrite=overwrite)
    if as_json:
        print_json({"path": path, "articles": count})
    else:
        typer.echo(f"{path}: {counted(count, 'article')}")


@exchange.command("import")
def import_xliff(
    files: Annotated[list[Path], typer.Argument(help="XLIFF files that came back.")],
    folder: ProjectFolder = Path(),
    as_json: AsJson = False,
) -> None:
    """Take XLIFF files back, entry by entry; both sides' words are kept.

    Example: transflow exchange import fr.xlf
    """
    _take_back(files, "", "", folder, as_json=as_json)


@memory.command("export")
def export_memory(
    path: Annotated[Path, typer.Argument(help="The TMX file to write.")],
    locale: Annotated[str | None, typer.Option("--locale", "-l", help="Only this one.")] = None,
    folder: ProjectFolder = Path(),
    overwrite: Overwrite = False,
    as_json: AsJson = False,
) -> None:
    """Write the approved translations as TMX 1.4b, those with errors left out.

    Example: transflow memory export memory.tmx --locale fr
    """
    count, left = open_project(folder).export_memory(path, locale, overwrite=overwrite)
    if as_json:
        print_json({"path": path, "units": count, "left_out": left})
        return
    why = f"; {left} with errors left out (transflow check names them)" if left else ""
    typer.echo(f"{path}: {counted(count, 'unit')}{why}")


@memory.command("import")
def import_memory(
    path: Annotated[Path, typer.Argument(help="A TMX file.")],
    folder: ProjectFolder = Path(),
    as_json: AsJson = False,
) -> None:
    """Bring a TMX file into the project (memory/, named in workflow.yaml), to be committed.

    Example: transflow memory import legacy.tmx
    """
    from transflow.bcp47 import serving  # loads Babel

    project = open_project(folder)
    units = project.import_memory(path)
    serves = {tag: serving(tag, project.workflow.locales) for tag in units}
    if as_json:
        print_json([{"language": tag, "units": units[tag], "locale": serves[tag]} for tag in units])
        return
    for tag, count in units.items():
        locale = serves[tag]
        use = "" if locale == tag else f", for {locale or 'no locale of the project'}"
        typer.echo(f"{tag}: {counted(count, 'unit')}{use}")
    typer.echo(
        "Untouched drafts made before stay as they are; transflow run --redraw draws them again."
    )
