"""Adding a concept to the glossary's file without touching its other rows."""

import csv
import io
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from transflow.bcp47 import normalize
from transflow.errors import GlossaryError, TransflowError
from transflow.files import read_text
from transflow.glossary import Glossary
from transflow.glossary.csv import opened
from transflow.replacing import replace

__all__ = ["add"]


def add(
    path: Path,
    source: str,
    term: str,
    targets: Mapping[str, str],
    *,
    id: str = "",  # noqa: A002 - the column's name
    match: str = "",
    status: str = "approved",
    note: str = "",
) -> str:
    """Append a row to a CSV glossary; the other rows keep their bytes.

    Args:
        path: The file.
        source: Locale of `term`.
        term: Its forms, separated by ` | `.
        targets: Locale -> forms.
        id: Id of the concept; made from the term if empty.
        match: Options, as the column has them.
        status: approved or proposed.
        note: For other maintainers.

    Returns:
        The concept's id.

    Raises:
        GlossaryError: If the file lacks a locale's column, has a row of the term (unless `id` says that it is another
            concept), would contradict itself, or is being saved.
    """
    for forms in (term, *targets.values()):
        if not all(any(map(str.isalnum, form)) for form in forms.split("|")):
            raise GlossaryError(
                f"{forms!r} has a form without a letter or digit, which no text would be found by",
                hint="name the words: transflow glossary add FORMS --locale TAG=FORMS",
            )
    text, old = read_text(path, GlossaryError), path.read_bytes()
    table, delimiter, first = opened(text)
    header = next(csv.reader(io.StringIO(table.lstrip("\r\n")), delimiter=delimiter), [])
    columns = set(map(_tag, header))
    values = {source: term, **{normalize(tag): forms for tag, forms in targets.items()}}
    if missing := [tag for tag in values if tag not in columns]:
        parts = {",": "a comma", ";": "a semicolon"}.get(delimiter, "a tab")
        raise GlossaryError(
            f"has no column {missing[0]!r}",
            where=f"{path}:{first}",
            hint=f"it has {', '.join(header)}; add {missing[0]} to this line, and {parts} to each row",
        )
    if not id:
        _refuse_known(path, source, term)
    name = id or _slug(term)
    row = values | {"id": name, "match": match, "status": status, "note": note}
    line = io.StringIO()
    ending = "\r\n" if "\r\n" in text else "\n"
    writer = csv.writer(line, delimiter=delimiter, lineterminator=ending)
    writer.writerow([row.get(_tag(cell), "") for cell in header])
    gap = b"" if old.endswith(b"\n") or not old else ending.encode()
    new = old + gap + line.getvalue().encode()
    if not replace(path, new, old):
        raise GlossaryError("was saved while it was being changed", where=path, hint="try again")
    try:
        if Glossary.load([path], source=source).concept(name) is None:
            raise GlossaryError(f"{name!r} contradicts a row that is there", where=path)
    except TransflowError:
        replace(path, old, new)
        raise
    return name


def _refuse_known(path: Path, source: str, term: str) -> None:
    forms = {form.strip().casefold() for form in term.split("|")}
    for concept in Glossary.load([path], source=source).concepts:
        for form in concept.forms.get(source, ()):
            if form.text.casefold() in forms:
                raise GlossaryError(
                    f"{form.text!r} has a row already: {concept.id}",
                    where=concept.where,
                    hint="write its forms there, or give another concept its own name with --id",
                )


def _tag(cell: str) -> str:
    try:
        return normalize(cell.strip())
    except TransflowError:
        return cell.strip().lower()


def _slug(term: str) -> str:
    first = term.partition("|")[0]
    plain = unicodedata.normalize("NFKD", first).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "concept"
