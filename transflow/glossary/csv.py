"""Glossaries as CSV: one row a concept, made for spreadsheets and for git.

The format is documented in docs/glossary.md. Every mistake of a file is reported at once, each
with its line and column; a file with a mistake is not used in part.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from transflow.errors import GlossaryError
from transflow.files import charset, contents, read_text
from transflow.glossary import mistaken
from transflow.glossary.concept import Concept, Form, FormStatus
from transflow.glossary.conflicts import clashes
from transflow.glossary.options import CellError, nearest, read_options, tag_of, written_options

__all__ = ["COLUMNS", "dump", "opened", "parse", "read"]

COLUMNS = ("id", "pos", "match", "status", "note")
"""Columns that are not locales."""
_MARKS = {"!": FormStatus.FORBIDDEN, "~": FormStatus.DEPRECATED}
_MARKED = re.compile(r"[|!~^\\]")
_BAR = re.compile(r"(?<!\\)\|")
_RANK = {status: rank for rank, status in enumerate(FormStatus)}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LOST = re.compile(r"\?{3,}|\ufffd|^\?+$")
"""What is left of letters that the code page of a spreadsheet does not have."""
_SPACE = " \t\r\n\u00a0\ufeff\u2007\u202f\u3000\u200b\u200e\u200f\u2060"
"""What nobody sees at the end of a cell."""
_MOST = 20
"""Mistakes that are named; a file with more has one of a kind."""


class _RowError(Exception):
    """The mistakes of a row, one argument each."""


def read(path: Path, encoding: str | None = None) -> list[Concept]:
    """The concepts of a CSV file.

    Args:
        path: Comma, semicolon or tab separated; UTF-8, or UTF-16 with a byte order mark.
        encoding: Another encoding, where the file has one.

    Raises:
        GlossaryError: With the line and column of the first mistake, and all others.
    """
    return parse(_text(path, encoding), str(path))


def _text(path: Path, encoding: str | None) -> str:
    try:
        data = contents(path)
    except OSError as cause:
        raise GlossaryError(f"cannot be read: {cause.strerror}", where=path) from cause
    what, hint = mistaken.kind(data)
    if what and encoding is None:
        raise GlossaryError(what, where=path, hint=hint)
    if encoding is None and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return read_text(path, GlossaryError)
    try:
        return data.decode(charset(encoding or "utf-16"))
    except (UnicodeError, LookupError) as cause:
        raise GlossaryError(f"is not {encoding or 'UTF-16'}: {cause}", where=path) from cause


def parse(text: str, path: str = "glossary.csv") -> list[Concept]:
    """The concepts of a CSV text; see `read`."""
    rows = _rows(text, path)
    if not rows:
        raise GlossaryError("is empty", where=path, hint="the first line names the columns")
    (line, header), *body = rows
    names = _header(_without_empty(header, body), f"{path}:{line}")
    if sign := mistaken.unparted(names, [cells for _, cells in body]):
        raise GlossaryError(
            f"{sign!r} parts the cells here, and another sign those of line {line}",
            where=f"{path}:{body[0][0]}",
            hint="use one of comma, semicolon and tab in the whole file",
        )
    concepts: list[Concept] = []
    faults: list[tuple[int, str]] = []
    for number, cells in body:
        try:
            concepts.append(_concept(names, cells, f"{path}:{number}"))
        except _RowError as found:
            faults += [(number, str(fault)) for fault in found.args]
    same = _same_ids(names, body)
    if same and not faults:
        faults += _contradictions(concepts)
    faults += same
    if faults:
        raise _error(path, sorted(faults))
    taken = {concept.id for concept in concepts}
    return [_named(concept, position, taken) for position, concept in enumerate(concepts, 1)]


def _error(path: str, faults: Sequence[tuple[int, str]]) -> GlossaryError:
    (line, first), *others = faults
    more = "".join(f"\n{path}:{number}: {fault}" for number, fault in others[: _MOST - 1])
    if len(others) >= _MOST:
        more += f"\n{path}: and {len(others) - _MOST + 1} more"
    return GlossaryError(f"{first}{more}", where=f"{path}:{line}")


def _rows(text: str, path: str) -> list[tuple[int, list[str]]]:
    """(1-based line, cells) of each row that is not blank."""
    text, delimiter, line = opened(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows, skipped = [], line - 1
    try:
        for cells in reader:
            stripped = [cell.strip(_SPACE) for cell in cells]
            if any(stripped):
                rows.append((line, stripped))
            line = reader.line_num + 1 + skipped
    except csv.Error as cause:
        raise GlossaryError(
            f"is not CSV: {_QUOTES.get(str(cause)[:14], cause)}",
            where=f"{path}:{line}",
            hint='a cell with quotation marks stands in quotation marks, each inside doubled: ""',
        ) from cause
    return rows


def opened(text: str) -> tuple[str, str, int]:
    """A table without its byte-order mark and `sep=` line, what parts its cells, and the line at which it begins."""
    text = text.lstrip("\ufeff")
    told = _TOLD.match(text)
    if told:
        return text[told.end() :], told[1], 2
    first = re.split(r"[\r\n]", text.lstrip("\r\n"), maxsplit=1)[0]
    return text, max(",;\t", key=first.count), 1


_TOLD = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)
"""The line by which a spreadsheet is told what parts the cells."""
_QUOTES = {
    "unexpected end": "a quotation mark is opened here and closed nowhere",
    "',' expected a": "a quotation mark is closed before the end of its cell",
}


def _without_empty(header: list[str], body: Sequence[tuple[int, list[str]]]) -> list[str]:
    """The header without columns that spreadsheets leave at the end of every line."""
    while (
        header
        and not header[-1]
        and not any("".join(cells[len(header) - 1 :]) for _, cells in body)
    ):
        header = header[:-1]
    return header


def _header(cells: list[str], where: str) -> list[str]:
    names: list[str] = []
    for cell in cells:
        name = (
            cell if cell in COLUMNS else cell.lower() if cell.lower() in COLUMNS else tag_of(cell)
        )
        if not name:
            raise GlossaryError(
                f"column {cell!r} is neither a language tag nor one of {', '.join(COLUMNS)}",
                where=where,
                hint=mistaken.remedy(cell, cells)
                or nearest(cell, COLUMNS)
                or "the first line names the columns: id,en,fr,note",
            )
        if name in names:
            raise GlossaryError(f"column {name!r} is there twice", where=where)
        names.append(name)
    if len([name for name in names if name not in COLUMNS]) < 2:
        raise GlossaryError("needs columns of at least two languages", where=where)
    return names


def _concept(names: list[str], cells: list[str], where: str) -> Concept:
    """The concept of a row.

    Raises:
        _RowError: With all mistakes of its cells.
    """
    cells = _evened(names, cells)
    if len(cells) != len(names):
        raise _RowError(f"has {len(cells)} cells where the header has {len(names)}")
    values: dict[str, Any] = {}
    faults: list[str] = []
    for name, cell in zip(names, cells, strict=True):
        try:
            values[name] = _CELLS.get(name, _forms)(cell) if cell else None
        except CellError as fault:
            faults.append(f"column {name}: {fault}")
    if not any(cell for name, cell in zip(names, cells, strict=True) if name not in COLUMNS):
        faults.insert(0, "has no term in any language")
    if faults:
        raise _RowError(*faults)
    return Concept(
        id=values.get("id") or "",
        forms={name: forms for name, forms in values.items() if name not in COLUMNS and forms},
        pos=values.get("pos") or "",
        approved=(values.get("status") or "approved") == "approved",
        note=values.get("note") or "",
        where=where,
        **(values.get("match") or {}),
    )


def _evened(names: list[str], cells: list[str]) -> list[str]:
    """A row as long as the header, if only empty cells make the difference.

    Spreadsheets leave out the last separators of a row, or write too many; a language that is
    missing is a mistake.
    """
    if len(cells) == len(names):
        return cells
    while len(cells) > len(names) and not cells[-1]:
        cells = cells[:-1]
    missing = names[len(cells) :]
    return cells + [""] * len(missing) if set(missing) <= set(COLUMNS) else cells


def _status(cell: str) -> str:
    if cell.lower() not in {"approved", "proposed"}:
        raise CellError(f"{cell!r} is neither 'approved' nor 'proposed'")
    return cell.lower()


def _forms(cell: str) -> tuple[Form, ...]:
    if not _MARKED.search(cell):
        if cell.isprintable() and not any(sign in cell for sign in ("  ", "?", "\ufffd")):
            return (Form(cell),)
        return (_form(cell, preferred=True),)
    forms: list[Form] = []
    seen: dict[str, Form] = {}
    for raw in _BAR.split(cell):
        form = _form(
            raw.replace("\\|", "|").strip(_SPACE),
            preferred=not any(f.status.allowed and not f.first for f in forms),
        )
        other = seen.get(form.text)
        if other is not None and other.status.allowed != form.status.allowed:
            raise CellError(
                f"{form.text!r} is both allowed and {max(form.status, other.status, key=lambda s: not s.allowed)}"
            )
        if other is None or form.first != other.first:
            forms.append(form)
        seen[form.text] = form
    return tuple(sorted(forms, key=lambda form: _RANK[form.status]))


def _form(text: str, *, preferred: bool) -> Form:
    mark, first = text[:1], text.startswith("^")
    status = _MARKS.get(mark)
    if status or first:
        text = text[1:].strip(_SPACE)
    elif text[:2] in {"\\!", "\\~", "\\^"}:
        text = text[1:]
    if not text:
        raise CellError("an empty form (a bar too many?)")
    if _CONTROL.search(text):
        raise CellError(f"{text!r} holds a control character")
    if _LOST.search(text):
        raise CellError(f"{text!r} has lost its letters (in the spreadsheet, save as CSV UTF-8)")
    text = " ".join(text.split())
    return Form(
        text,
        status or (FormStatus.PREFERRED if preferred and not first else FormStatus.ADMITTED),
        first,
    )


_CELLS: dict[str, Callable[[str], Any]] = {
    "id": str,
    "pos": str.lower,
    "match": read_options,
    "status": _status,
    "note": str,
}
"""How the cells of columns are read that are not locales."""


def _same_ids(names: list[str], body: Iterable[tuple[int, list[str]]]) -> list[tuple[int, str]]:
    """The rows whose id is another's, also where they or that one have other mistakes."""
    if "id" not in names:
        return []
    at = names.index("id")
    seen: dict[str, int] = {}
    faults = []
    for line, cells in body:
        name = cells[at] if at < len(cells) else ""
        if name and seen.setdefault(name, line) != line:
            faults.append((line, f"column id: {name!r} is already the id of line {seen[name]}"))
    return faults


def _contradictions(concepts: Sequence[Concept]) -> list[tuple[int, str]]:
    """Rows that contradict each other beside having one id, which the next round would bring up."""
    apart = [replace(concept, id=f"{number}") for number, concept in enumerate(concepts)]
    return [(int(one.where.rpartition(":")[2]), text) for one, text in clashes(apart)]


def _named(concept: Concept, position: int, taken: set[str]) -> Concept:
    """A row without an id is called after its first term, and `-2` where that is taken."""
    if concept.id:
        return concept
    first = next(forms[0].text for forms in concept.forms.values())
    slug = re.sub(r"\W+", "-", first.casefold()).strip("-") or f"row-{position}"
    name = next(name for n in count(1) if (name := slug if n == 1 else f"{slug}-{n}") not in taken)
    taken.add(name)
    return Concept(**{**vars(concept), "id": name})


def dump(concepts: Sequence[Concept], locales: Sequence[str]) -> str:
    """The CSV text of concepts.

    Args:
        concepts: In the order of the rows.
        locales: Columns, the source first.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["id", *locales, "pos", "match", "status", "note"])
    for concept in concepts:
        cells = [" | ".join(map(_written, concept.forms.get(locale, ()))) for locale in locales]
        status = "approved" if concept.approved else "proposed"
        writer.writerow(
            [concept.id, *cells, concept.pos, written_options(concept), status, concept.note]
        )
    return out.getvalue()


def _written(form: Form) -> str:
    text = form.text.replace("|", "\\|")
    if form.first:
        return "^" + text
    mark = next((mark for mark, status in _MARKS.items() if status is form.status), "")
    return mark + (text if mark or text[0] not in "!~^" else "\\" + text)
