"""`transflow glossary`: the organisation's terms."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from transflow.cli.console import AsJson, ProjectFolder, open_project, print_json, print_table

if TYPE_CHECKING:
    from transflow.glossary import Concept, Form

__all__ = ["app"]

app = typer.Typer(help="The organisation's terms: list, show, add, lint.")

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

    project = open_project(folder)
    concepts = project.glossary.concepts
    if as_json:
        print_json([_plain(concept) for concept in concepts])
        return
    tags = [project.workflow.source.locale, *([locale] if locale else project.workflow.locales)]
    table = Table("id", *tags, "status")
    for concept in concepts:
        cells = (_cell(concept.forms.get(tag, ())) for tag in tags)
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
        list[str],
        typer.Option("--locale", "-l", help="Forms in a locale.", metavar="TAG=FORMS"),
    ],
    id: Annotated[str, typer.Option(help="Id of the concept; else made from the term.")] = "",  # noqa: A002
    match: Annotated[str, typer.Option(help="Options, as the column has them.")] = "",
    note: Annotated[str, typer.Option(help="For other maintainers.")] = "",
    proposed: Annotated[bool, typer.Option("--proposed", help="Suggest only.")] = False,
    file: Annotated[Path | None, typer.Option(help="Which CSV file; else the first.")] = None,
    folder: ProjectFolder = Path(),
) -> None:
    """Add a concept; the file's other rows keep their bytes.

    Example: transflow glossary add "utility model" --locale fr="modèle d'utilité" -l es="modelo de utilidad"
    """
    targets = dict(_pair(item) for item in locale)
    path, name = open_project(folder).add_term(
        term, targets, id=id, match=match, note=note, proposed=proposed, file=file
    )
    typer.echo(f"{path}: {name}")


@app.command()
def lint(
    folder: ProjectFolder = Path(),
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option("--format", help="text, json, sarif or github (annotations).")
    ] = "text",
) -> None:
    """Say what a maintainer should look at: doubtful forms, gaps, terms that no article uses.

    Exit code 1 for findings of severity error; contradictions stop every command with exit code 2.

    Example: transflow glossary lint
    """
    from transflow.cli.report import FORMATS, render
    from transflow.model import Severity

    if format not in FORMATS:
        raise typer.BadParameter(f"--format must be one of: {', '.join(FORMATS)}")
    findings = open_project(folder).lint_glossary()
    typer.echo(render(findings, format), nl=False)
    raise typer.Exit(int(any(finding.severity is Severity.ERROR for finding in findings)))


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
