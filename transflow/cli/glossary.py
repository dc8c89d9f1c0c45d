"""`transflow glossary`: the organisation's terms."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from transflow.cli.console import (
    AsJson,
    Overwrite,
    ProjectFolder,
    open_project,
    print_json,
    print_table,
)
from transflow.counting import counted

if TYPE_CHECKING:
    from transflow.glossary import Concept, Form
    from transflow.glossary.diff import Touched

__all__ = ["app"]

app = typer.Typer(help="The organisation's terms.")

_MARKS = {"forbidden": "!", "deprecated": "~"}


@app.command("list")
def list_(
    folder: ProjectFolder = Path(),
    locale: Annotated[str | None, typer.Option("--locale", "-l", help="Show this one.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the concepts.

    Example: transflow glossary list --locale fr
    """
    from rich.table import Table

    from transflow.glossary.locales import column

    project = open_project(folder)
    concepts = project.glossary.concepts
    if as_json:
        print_json([_plain(concept) for concept in concepts])
        return
    tags = [project.workflow.source.locale, *([locale] if locale else project.workflow.locales)]
    table = Table("id", *tags, "status")
    for concept in concepts:
        serving = (column(tag, concept.forms) or tag for tag in tags)  # es-ES serves es
        cells = (_cell(concept.forms.get(tag, ())) for tag in serving)
        table.add_row(concept.id, *cells, "approved" if concept.approved else "proposed")
    print_table(table)


@app.command()
def show(
    what: Annotated[str, typer.Argument(help="A concept's id, or a text with terms in it.")],
    folder: ProjectFolder = Path(),
    as_json: AsJson = False,
) -> None:
    """Show a concept, or the terms that transflow finds in a text.

    Example: transflow glossary show "The PCT entered into force."
    """
    project = open_project(folder)
    one = project.glossary.concept(what)
    found = [one] if one else []
    if not found:
        matches = project.glossary.find(what, project.workflow.source.locale)
        found = list({match.concept.id: match.concept for match in matches}.values())
    if as_json:
        print_json([_plain(concept) for concept in found])
    elif not found:
        typer.echo(f"no concept has the id {what!r}, and no term is found in it")
        raise typer.Exit(1)
    else:
        for concept in found:
            typer.echo(f"{concept.id}  ({concept.where})")
            for tag, forms in concept.forms.items():
                typer.echo(f"  {tag:<8} {_cell(forms)}")
            if concept.note:
                typer.echo(f"  note     {concept.note}")


@app.command()
def add(
    term: Annotated[str, typer.Argument(help='Forms in the source language: "PCT | the treaty"')],
    locale: Annotated[
        list[str] | None,
        typer.Option(
            "--locale", "-l", help="Forms in a locale; none for --match dnt.", metavar="TAG=FORMS"
        ),
    ] = None,
    id: Annotated[str, typer.Option(help="Id of the concept; else made from the term.")] = "",  # noqa: A002
    match: Annotated[str, typer.Option(help="Options, as the column has them.")] = "",
    note: Annotated[str, typer.Option(help="For other maintainers.")] = "",
    proposed: Annotated[bool, typer.Option("--proposed", help="Suggest only.")] = False,
    file: Annotated[Path | None, typer.Option(help="Which CSV file; else the first.")] = None,
    folder: ProjectFolder = Path(),
    as_json: AsJson = False,
) -> None:
    """Add a concept; the file's other rows keep their bytes.

    Example: transflow glossary add "utility model" --locale fr="modèle d'utilité" -l es="modelo de utilidad"
    """
    if not locale and "dnt" not in match.split():
        raise typer.BadParameter("name its forms with --locale TAG=FORMS, or keep it: --match dnt")
    targets = dict(_pair(item) for item in locale or ())
    path, name = open_project(folder).add_term(
        term, targets, id=id, match=match, note=note, proposed=proposed, file=file
    )
    if as_json:
        print_json({"path": path, "id": name})
    else:
        typer.echo(f"{path}: {name}")


@app.command()
def lint(
    folder: ProjectFolder = Path(),
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option("--format", help="text, json, sarif, github or gitlab (annotations).")
    ] = "text",
    as_json: AsJson = False,
) -> None:
    """Say what a maintainer should look at: doubtful forms, gaps, terms that no article uses.

    Exit code 1 for findings of severity error; contradictions stop every command with exit code 2.

    Example: transflow glossary lint
    """
    from transflow.cli.report import FORMATS, render
    from transflow.model import Severity

    format = "json" if as_json else format  # noqa: A001 - the option's name
    if format not in FORMATS:
        raise typer.BadParameter(f"--format must be one of: {', '.join(FORMATS)}")
    project = open_project(folder)
    findings = project.lint_glossary()
    typer.echo(render(findings, format, project.root), nl=False)
    raise typer.Exit(int(any(finding.severity is Severity.ERROR for finding in findings)))


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="A git revision, or a glossary file.")],
    new: Annotated[str, typer.Argument(help="The same; as it is now if left out.")] = "",
    folder: ProjectFolder = Path(),
    as_json: AsJson = False,
) -> None:
    """Say which concepts differ, and in what.

    Example: transflow glossary diff HEAD
    """
    from transflow.project import terminology

    found = terminology.changes(open_project(folder).layout, old, new)
    if as_json:
        print_json(found)
        return
    for change in found:
        typer.echo(f"{change.kind} {change.id}")
        for column, before, after in change.fields:
            typer.echo(f"  {column}: {before or '(empty)'} -> {after or '(empty)'}")


@app.command()
def impact(
    since: Annotated[str, typer.Option(help="A git revision, or a glossary file.")] = "HEAD",
    folder: ProjectFolder = Path(),
    as_json: AsJson = False,
) -> None:
    """Say which entries the glossary's changes touch: drafts are redrawn, people's texts reported.

    Example: transflow glossary impact --since HEAD
    """
    from transflow.project import terminology

    found = terminology.touched(open_project(folder).inspect(), since)
    if as_json:
        print_json(
            [
                {
                    "path": one.path,
                    "line": one.entry.line,
                    "locale": one.locale,
                    "state": one.entry.state,
                    "concepts": one.concepts,
                    "redrawn": one.redrawn,
                    "up_to_date": one.drawn,
                    "refused": one.refused,
                }
                for one in found
            ]
        )
        return
    for one in found:
        typer.echo(f"{one.path}:{one.entry.line}: {', '.join(one.concepts)}: {_fate(one)}")
    drafts = sum(one.redrawn or one.drawn for one in found)
    typer.echo(
        f"{counted(len(found), 'entry', 'entries')}: {counted(drafts, 'draft')}, "
        f"{counted(len(found) - drafts, 'text')} of people"
    )
    if closing := len({one.path for one in found if one.refused}):
        typer.echo(f"{counted(closing, 'page closes', 'pages close')} with the next run")


@app.command()
def suggest(
    folder: ProjectFolder = Path(),
    least: Annotated[int, typer.Option(help="Occurrences a phrase must have.")] = 3,
    limit: Annotated[int, typer.Option(help="How many to list.")] = 30,
    names: Annotated[bool, typer.Option("--names", help="People, firms, places instead.")] = False,
    as_json: AsJson = False,
) -> None:
    """List frequent phrases of the articles that have no entry, with their contexts.

    With --names: names without an entry, however rare; engines translate some of them.

    Example: transflow glossary suggest --least 2
    """
    from transflow.project import terminology

    run = open_project(folder).inspect()
    found = terminology.candidates(run, least, named=names)[:limit]
    if as_json:
        print_json(found)
        return
    if not found:
        sought = "name" if names else f"phrase that the articles have {least} times"
        typer.echo(f"no {sought} is without an entry", err=True)
    for one in found:
        typer.echo(f"{one.text}  ({one.count})")
        for article, around in one.contexts:
            typer.echo(f"    {article}: {around}")


@app.command()
def report(folder: ProjectFolder = Path(), as_json: AsJson = False) -> None:
    """Count for each concept and locale how it fares in the catalogs.

    Drafts: found freely, led to by the decoder (constrained), by a stand-in (placeholder), put in
    (splice), failed; `unknown` where another machine made the draft. Texts of people: with an
    approved form (person) or another (overridden).

    Example: transflow glossary report --json
    """
    from rich.table import Table

    from transflow.glossary.report import WAYS, plain
    from transflow.project import terminology

    found = terminology.tallies(open_project(folder).inspect())
    if as_json:
        print_json(plain(found))
        return
    ways = [way for way in WAYS if any(getattr(one, way) for one in found)]
    table = Table("concept", "locale", "occurrences", *ways)
    for one in found:
        numbers = (getattr(one, way) for way in ways)
        table.add_row(
            one.concept, one.locale, str(one.occurrences), *(str(n or "") for n in numbers)
        )
    print_table(table)


@app.command("import")
def import_(
    path: Annotated[Path, typer.Argument(help="TBX, or a table of DeepL, Weblate or OmegaT.")],
    to: Annotated[Path, typer.Option("--to", help="CSV file to write (a new one).")],
    locale: Annotated[str, typer.Option("--locale", "-l", help="Second language of a table.")] = "",
    kind: Annotated[str, typer.Option("--format", help="Told from the file if left out.")] = "",
    encoding: Annotated[str, typer.Option(help="Of a table that is neither UTF-8 nor 16.")] = "",
    folder: ProjectFolder = Path(),
    as_json: AsJson = False,
) -> None:
    """Turn somebody else's glossary into a CSV of ours.

    Example: transflow glossary import agency.tbx --to glossary/agency.csv
    """
    from transflow.errors import GlossaryError
    from transflow.files import write_atomic
    from transflow.glossary import Glossary, csv
    from transflow.project import terminology

    source = open_project(folder).workflow.source.locale
    concepts = terminology.read_foreign(path, source, locale, kind, encoding)
    if to.exists():
        raise GlossaryError("exists already", where=to, hint="name a new file")
    write_atomic(to, csv.dump(concepts, Glossary(concepts).locales).encode())
    try:
        len(open_project(folder).glossary.concepts)  # where it is one of the project's own now
    except GlossaryError as cause:
        to.unlink()
        hint = (
            "nothing was written; write it beside the glossary's folder, and join the two by hand"
        )
        raise GlossaryError(str(cause), hint=hint) from cause
    if as_json:
        print_json({"path": to, "concepts": len(concepts)})
    else:
        typer.echo(f"{to}: {counted(len(concepts), 'concept')}")


@app.command()
def export(
    path: Annotated[Path, typer.Argument(help="File to write.")],
    kind: Annotated[
        str,
        typer.Option(
            "--format",
            help="tbx, tbx-dct, tbx-v2, csv, deepl, weblate, omegat; told from .tbx and .csv.",
        ),
    ] = "",
    locale: Annotated[str, typer.Option("--locale", "-l", help="For a table of a pair.")] = "",
    folder: ProjectFolder = Path(),
    overwrite: Overwrite = False,
    as_json: AsJson = False,
) -> None:
    """Write the glossary in another format, and say what it cannot hold.

    Example: transflow glossary export terms.tbx
    """
    from transflow.project import terminology

    count, lost = terminology.export(
        open_project(folder).layout, path, kind, locale, overwrite=overwrite
    )
    if as_json:
        print_json({"path": path, "concepts": count, "not_held": lost})
        return
    typer.echo(f"{path}: {counted(count, 'concept')}")
    for line in lost:
        typer.echo(f"  not held: {line}", err=True)


def _fate(one: "Touched") -> str:
    """What becomes of an entry that a change of the glossary touches."""
    if one.drawn:
        return "a draft made with these terms already"
    if one.redrawn:
        return "redrawn at the next run"
    if one.refused:
        return f"{one.entry.state}, its page closes until it is looked at"
    return f"{one.entry.state}: look at it"


def _pair(item: str) -> tuple[str, str]:
    tag, equals, forms = item.partition("=")
    if not equals or not forms.strip():
        raise typer.BadParameter(f"--locale takes TAG=FORMS, not {item!r}")
    return tag.strip(), forms.strip()


def _cell(forms: "tuple[Form, ...]") -> str:
    return " | ".join(_MARKS.get(form.status.value, "") + form.text for form in forms)


def _plain(concept: "Concept") -> dict[str, Any]:
    return {
        "id": concept.id,
        "status": "approved" if concept.approved else "proposed",
        "forms": {
            tag: [{"text": form.text, "status": form.status.value} for form in forms]
            for tag, forms in concept.forms.items()
        },
        "do_not_translate": concept.dnt,
        "note": concept.note,
        "where": concept.where,
    }
