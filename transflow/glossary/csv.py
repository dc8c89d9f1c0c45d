"""Glossaries as CSV: one row a concept, made for spreadsheets and for git.

The format is documented in docs/glossary.md. Every mistake of a file is reported at once, each
with its line and column; a file with a mistake is not used in part.
"""

import csv
import difflib
import io
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import TypeVar

from transflow.bcp47 import normalize
from transflow.errors import GlossaryError, TransflowError
from transflow.files import read_text
from transflow.glossary import mistaken
from transflow.glossary.concept import Case, Concept, Form, FormStatus

__all__ = ["COLUMNS", "OPTIONS", "dump", "options", "parse", "read", "written_options"]

COLUMNS = ("id", "pos", "match", "status", "note")
"""Columns that are not locales."""
OPTIONS = ("case:", "inflect:", "near:", "unless:", "gender:", "first:title", "dnt", "every")
"""What `match` may hold; those that end in a colon want a value."""
_MARKS = {"!": FormStatus.FORBIDDEN, "~": FormStatus.DEPRECATED}
T = TypeVar("T")
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


class _CellError(Exception):
    """A mistake in one cell."""


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
        data = path.read_bytes()
    except OSError as cause:
        raise GlossaryError(f"cannot be read: {cause.strerror}", where=path) from cause
    what, hint = mistaken.kind(data)
    if what and encoding is None:
        raise GlossaryError(what, where=path, hint=hint)
    if encoding is None and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return read_text(path, GlossaryError)
    try:
        return data.decode(encoding or "utf-16")
    except (UnicodeDecodeError, LookupError) as cause:
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
        except _CellError as fault:
            faults.append((number, str(fault)))
    faults += _same_ids(concepts)
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
    text, line = text.lstrip("\ufeff"), 1
    if told := _TOLD.match(text):
        text, line = text[told.end() :], 2
    first = re.split(r"[\r\n]", text.lstrip("\r\n"), maxsplit=1)[0]
    delimiter = told[1] if told else max(",;\t", key=first.count)
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
        name = cell if cell in COLUMNS else cell.lower() if cell.lower() in COLUMNS else _tag(cell)
        if not name:
            raise GlossaryError(
                f"column {cell!r} is neither a language tag nor one of {', '.join(COLUMNS)}",
                where=where,
                hint=mistaken.remedy(cell, cells)
                or _nearest(cell, COLUMNS)
                or "the first line names the columns: id,en,fr,note",
            )
        if name in names:
            raise GlossaryError(f"column {name!r} is there twice", where=where)
        names.append(name)
    if len([name for name in names if name not in COLUMNS]) < 2:
        raise GlossaryError("needs columns of at least two languages", where=where)
    return names


def _tag(cell: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", cell):
        return ""
    try:
        return normalize(cell)
    except TransflowError:
        return ""


def _nearest(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(known), 1)
    return f"did you mean {close[0]!r}?" if close else ""


def _concept(names: list[str], cells: list[str], where: str) -> Concept:
    cells = _evened(names, cells)
    if len(cells) != len(names):
        raise _CellError(f"has {len(cells)} cells where the header has {len(names)}")
    row = dict(zip(names, cells, strict=True))
    forms = {
        name: _in_column(name, _forms, cell)
        for name, cell in row.items()
        if name not in COLUMNS and cell
    }
    if not forms:
        raise _CellError("has no term in any language")
    status = row.get("status", "").lower() or "approved"
    if status not in {"approved", "proposed"}:
        raise _CellError(f"column status: {row['status']!r} is neither 'approved' nor 'proposed'")
    match = row.get("match", "")
    options = _in_column("match", _options, match) if match else {}
    return Concept(
        id=row.get("id", ""),
        forms=forms,
        pos=row.get("pos", "").lower(),
        approved=status == "approved",
        note=row.get("note", ""),
        where=where,
        **options,  # type: ignore[arg-type]
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


def _in_column(name: str, read_cell: Callable[[str], T], cell: str) -> T:
    try:
        return read_cell(cell)
    except _CellError as fault:
        raise _CellError(f"column {name}: {fault}") from fault


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
            raise _CellError(
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
        raise _CellError("an empty form (a bar too many?)")
    if _CONTROL.search(text):
        raise _CellError(f"{text!r} holds a control character")
    if _LOST.search(text):
        raise _CellError(f"{text!r} has lost its letters (in the spreadsheet, save as CSV UTF-8)")
    text = " ".join(text.split())
    return Form(
        text,
        status or (FormStatus.PREFERRED if preferred and not first else FormStatus.ADMITTED),
        first,
    )


def _options(cell: str) -> dict[str, object]:
    options: dict[str, object] = {}
    for word in cell.split():
        name, _, value = word.partition(":")
        try:
            options |= _option(name.lower(), value)
        except (KeyError, ValueError) as cause:
            hint = _nearest(
                word, [*OPTIONS, *(f"case:{case}" for case in Case), "inflect:no", "gender:fr=f"]
            )
            raise _CellError(
                f"{word!r} is not an option ({hint or 'options: ' + ' '.join(OPTIONS)})"
            ) from cause
    return options


def options(words: Iterable[str], where: str) -> dict[str, object]:
    """Options by their names, for other formats.

    Raises:
        GlossaryError: If one is unknown.
    """
    try:
        return _options(" ".join(words))
    except _CellError as cause:
        raise GlossaryError(str(cause), where=where) from cause


def _option(name: str, value: str) -> dict[str, object]:
    if name == "case":
        return {"case": Case(value)}
    if name == "inflect":
        return {"inflect": {"yes": True, "no": False}[value]}
    if name in {"near", "unless"} and value:
        return {name: tuple(part for part in re.split("[/,]", value) if part)}
    if name == "gender":
        return {"genders": dict(_gender(part) for part in re.split("[/,]", value))}
    if (name, value) == ("first", "title"):
        return {"first_in_title": True}
    return {{"dnt": "dnt", "every": "every"}[name if not value else ""]: True}


def _gender(part: str) -> tuple[str, str]:
    tag, _, gender = part.partition("=")
    if gender.lower() not in {"m", "f", "n"} or not _tag(tag):
        raise ValueError(part)
    return _tag(tag), gender.lower()


def _same_ids(concepts: Iterable[Concept]) -> list[tuple[int, str]]:
    seen: dict[str, Concept] = {}
    faults = []
    for concept in concepts:
        if concept.id and concept.id in seen:
            first = seen[concept.id].where.rpartition(":")[2]
            line = int(concept.where.rpartition(":")[2])
            faults.append((line, f"column id: {concept.id!r} is already the id of line {first}"))
        seen.setdefault(concept.id, concept)
    return faults


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


def written_options(concept: Concept) -> str:
    """The options of a concept as the column `match` has them."""
    options = [f"case:{concept.case}"] if concept.case is not Case.AUTO else []
    options += [] if concept.inflect else ["inflect:no"]
    options += [f"near:{'/'.join(concept.near)}"] if concept.near else []
    options += [f"unless:{'/'.join(concept.unless)}"] if concept.unless else []
    said = "/".join(f"{tag}={gender}" for tag, gender in concept.genders.items())
    options += [f"gender:{said}"] if said else []
    flags = {"dnt": concept.dnt, "every": concept.every, "first:title": concept.first_in_title}
    return " ".join([*options, *(name for name, on in flags.items() if on)])
