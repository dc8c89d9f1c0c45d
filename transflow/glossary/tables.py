"""Term lists of other tools: DeepL pairs, Weblate's CSV, OmegaT's tables.

Each is for one pair of languages and holds less than a concept does; what does not fit is listed,
never dropped in silence.
"""

import csv as tables
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from transflow.bcp47 import babel_locale
from transflow.errors import GlossaryError
from transflow.files import charset, contents
from transflow.glossary import mistaken
from transflow.glossary.concept import Concept, Form, FormStatus
from transflow.glossary.requirements import target_forms

__all__ = ["FORMATS", "Written", "dump", "read"]

_WEBLATE = (
    "location",
    "source",
    "target",
    "id",
    "fuzzy",
    "context",
    "translator_comments",
    "developer_comments",
)
_WORDS_OF_HEAD = 3
_PAIR = 2
_OTHER = "in "
"""What the name of a column begins with that holds a third language."""
_SPOKEN = "ar bg cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt ro ru sk sl sr sv sw th tr uk ur vi zh"
_NOTE = re.compile(
    r"note|remar|comment|observ|anmerk|bemerk|definition|примеч|коммент|备注|说明|ملاحظ",
    re.IGNORECASE,
)
"""Heads of the column with what is said about a term."""
_MAGIC = re.compile(r"^#.*-\*-\s*coding:\s*([\w-]+)")


@dataclass(frozen=True, slots=True)
class Written:
    """A table, what of the concepts it could not hold, in words, and how many concepts are in it."""

    text: str
    lost: tuple[str, ...] = ()
    concepts: int = 0


def read(
    path: Path,
    source: str,
    target: str,
    *,
    format: str = "",  # noqa: A002
    encoding: str = "",
) -> list[Concept]:
    """The concepts of a table.

    Args:
        path: The file; `.csv`, `.tsv`, `.txt`, `.tab`, `.utf8`.
        source: BCP 47 tag of its first language.
        target: BCP 47 tag of its second.
        format: A name of `FORMATS`; told by header and separator where empty.
        encoding: Of a file that is neither UTF-8 nor UTF-16 and does not say so itself.

    Raises:
        GlossaryError: If it cannot be decoded or a row has no target.
    """
    if format and format not in FORMATS:
        raise GlossaryError(
            f"{format!r} is not a format", hint=f"formats: {', '.join(FORMATS)}, tbx"
        )
    text = _decoded(path, encoding)
    rows = list(_rows(text))
    header = [cell.strip().casefold() for cell in rows[0][1]] if rows else []
    weblate = format == "weblate" or (not format and {"source", "target"} <= set(header))
    columns = header if weblate else _columns(header, source, target, path)
    body = rows[1:] if columns else rows
    if not body:
        raise GlossaryError("holds no term", where=path)
    grouped: dict[str, Concept] = {}
    for line, cells in body:
        row = dict(zip(columns or ("source", "target", "note"), cells, strict=False))
        where = f"{path}:{line}"
        others = [name for name in row if name.startswith(_OTHER) and row[name].strip()]
        if row.get("target", "").strip() or not others:
            _add(grouped, row, source, target, where)
        for name in others:
            _add(grouped, {**row, "target": row[name]}, source, name.removeprefix(_OTHER), where)
    return list(grouped.values())


def _columns(header: Sequence[str], source: str, target: str, path: Path) -> list[str]:
    """What each column holds, where the first row names languages; else nothing: it is a term.

    Raises:
        GlossaryError: If it names the source's and others, and not the target's.
    """
    tags = [_language(cell, source, target) for cell in header]
    if source not in tags or len({*tags} - {""}) < _PAIR:
        return []
    if target not in tags:
        named = ", ".join(cell for cell, tag in zip(header, tags, strict=True) if tag)
        raise GlossaryError(
            f"has no column of {target}; its columns are {named}",
            where=path,
            hint="name the language it has: --locale TAG",
        )
    names = {source: "source", target: "target", "": "note"}
    noted = [index for index, cell in enumerate(header) if _NOTE.search(cell)]
    blank = noted or [index for index, tag in enumerate(tags) if not tag]
    return [
        f"column {index}"  # of another kind, or the same language once more
        if (tag and tags.index(tag) != index) or (not tag and index not in blank[:1])
        else names.get(tag, f"{_OTHER}{tag}")
        for index, tag in enumerate(tags)
    ]


def _language(cell: str, source: str, target: str) -> str:
    """The language that a head names, of the pair or another; empty for none."""
    tags = (source, target)
    for tag in tags:
        named = re.split(r"[-_]", cell)[0] == tag.casefold().partition("-")[0]
        if named or _named(cell) & _names(tag, tags):
            return tag
    return next(
        (_called(source)[name] for name in (cell, *cell.split()) if name in _called(source)), ""
    )


@cache
def _called(source: str) -> dict[str, str]:
    """Names of languages, in English, the source and themselves (CLDR) -> tag."""
    names: dict[str, str] = {}
    english, own = babel_locale("en").languages, babel_locale(source).languages
    for tag in _SPOKEN.split():
        locale = babel_locale(tag)
        for name in (tag, english.get(tag), own.get(tag), locale.languages.get(tag)):
            names.setdefault((name or tag).casefold(), tag)
    return names


def _named(cell: str) -> set[str]:
    """What a head may name a language with: itself, or a word of `English term`."""
    words = cell.split()
    return {cell, *words} if len(words) <= _WORDS_OF_HEAD else {cell}


def _names(tag: str, tags: Sequence[str]) -> set[str]:
    """What a language is called in itself, in English and in the languages of the pair (CLDR)."""
    language = babel_locale(tag).language
    called = (babel_locale(other).languages.get(language) for other in (tag, "en", *tags))
    return {name.casefold() for name in called if name}


def _add(
    grouped: dict[str, Concept], row: dict[str, str], source: str, target: str, where: str
) -> None:
    term, rendering = row.get("source", "").strip(), row.get("target", "").strip()
    flags = row.get("flags", "")
    dnt = "read-only" in flags
    if not term or not (rendering or dnt):
        raise GlossaryError(
            f"{term or rendering!r} has no {'target' if term else 'source'}", where=where
        )
    status = FormStatus.FORBIDDEN if "forbidden" in flags else FormStatus.PREFERRED
    note = row.get("note") or row.get("developer_comments") or row.get("translator_comments") or ""
    known = grouped.get(term)
    if known is None:
        forms = {source: (Form(term),)} | (
            {target: (Form(rendering, status),)} if rendering else {}
        )
        slug = re.sub(r"\W+", "-", term.casefold()).strip("-") or f"row-{len(grouped) + 1}"
        taken = {concept.id for concept in grouped.values()}
        grouped[term] = Concept(
            slug if slug not in taken else f"{slug}-{len(grouped) + 1}",
            forms,
            dnt=dnt,
            note=note.strip(),
            where=where,
        )
        return
    have = known.forms.get(target, ())
    if rendering and rendering not in {form.text for form in have}:
        if status is FormStatus.PREFERRED and any(
            form.status is FormStatus.PREFERRED for form in have
        ):
            status = FormStatus.ADMITTED
        order = list(FormStatus)
        merged = sorted([*have, Form(rendering, status)], key=lambda form: order.index(form.status))
        grouped[term] = Concept(**{**vars(known), "forms": {**known.forms, target: tuple(merged)}})


def _decoded(path: Path, given: str) -> str:
    try:
        data = contents(path)
    except OSError as cause:
        raise GlossaryError(f"cannot be read: {cause.strerror}", where=path) from cause
    what, hint = mistaken.kind(data)
    if what and not given:
        raise GlossaryError(what, where=path, hint=hint)
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    if magic := _MAGIC.match(data[:200].decode("latin-1").lstrip("ï»¿")):
        encoding = "utf-8-sig" if magic[1].lower() in {"utf-8", "utf8"} else magic[1]
    encoding = given or encoding
    try:
        return data.decode(charset(encoding))
    except LookupError as cause:
        raise GlossaryError(f"no encoding is called {encoding!r}", where=path) from cause
    except UnicodeDecodeError as cause:
        line = data.count(b"\n", 0, cause.start) + 1
        raise GlossaryError(
            f"is not {encoding.removesuffix('-sig').upper()} (byte 0x{data[cause.start]:02x})",
            where=f"{path}:{line}",
            hint="save it as UTF-8, or name its encoding: --encoding cp1252",
        ) from cause


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """(line, cells); comments (OmegaT's `#`) and blank lines left out."""
    first = next(
        (line for line in text.split("\n") if line.strip() and not line.startswith("#")), ""
    )
    tab = "\t" in first
    delimiter = "\t" if tab else ";" if ";" in first and "," not in first else ","
    reader = tables.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    if tab and '"' not in first:
        reader = tables.reader(
            io.StringIO(text, newline=""), delimiter=delimiter, quoting=tables.QUOTE_NONE
        )
    line = 1
    for cells in reader:
        if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
            yield line, cells
        line = reader.line_num + 1


def dump(concepts: Sequence[Concept], source: str, target: str, *, format: str) -> Written:  # noqa: A002
    """The table of a pair.

    Args:
        concepts: What to write; those without a term in both languages are listed as lost.
        source: BCP 47 tag.
        target: BCP 47 tag.
        format: A name of `FORMATS`.

    Raises:
        GlossaryError: If the format is unknown.
    """
    if format not in FORMATS:
        raise GlossaryError(
            f"{format!r} is not a format", hint=f"formats: {', '.join(FORMATS)}, tbx"
        )
    lost: list[str] = []
    out = io.StringIO(newline="")
    FORMATS[format](concepts, source, target, out, lost)
    written = sum(
        concept.approved and bool(concept.allowed(source) and target_forms(concept, target))
        for concept in concepts
    )
    return Written(out.getvalue(), tuple(lost), written)


def _pairs(
    concepts: Sequence[Concept], source: str, target: str, lost: list[str]
) -> Iterator[tuple[str, str, Concept]]:
    """(source form, target form, concept) of what can be written as a pair: the i-th form of each.

    PCT is PCT where the long names stand first; a form without a counterpart has the preferred one.
    """
    for concept in concepts:
        forms = target_forms(concept, target)
        if not concept.approved:
            lost.append(f"{concept.id}: proposed, not exported")
        elif not concept.allowed(source) or not forms:
            lost.append(f"{concept.id}: no term in {target if concept.allowed(source) else source}")
        else:
            terms = concept.allowed(source)
            for number, term in enumerate(terms):
                yield term, forms[number if number < len(forms) else 0], concept
            if len(forms) > len(terms):
                lost.append(f"{concept.id}: admitted {' | '.join(forms[len(terms) :])}")
            refused = [
                form.text for form in concept.forms.get(target, ()) if not form.status.allowed
            ]
            if refused:
                lost.append(f"{concept.id}: refused {' | '.join(refused)}")


def _deepl(
    concepts: Sequence[Concept], source: str, target: str, out: io.StringIO, lost: list[str]
) -> None:
    writer = tables.writer(out, lineterminator="\n")
    seen: dict[str, str] = {}
    for term, rendering, concept in _pairs(concepts, source, target, lost):
        if seen.setdefault(term, rendering) != rendering:
            lost.append(
                f"{concept.id}: {term!r} is already {seen[term]!r}; DeepL takes one target a source"
            )
        elif rendering == seen[term]:
            writer.writerow([term, rendering])


def _omegat(
    concepts: Sequence[Concept], source: str, target: str, out: io.StringIO, lost: list[str]
) -> None:
    for term, rendering, concept in _pairs(concepts, source, target, lost):
        cells = (" ".join(cell.split()) for cell in (term, rendering, concept.note))
        out.write("\t".join(cells).rstrip("\t") + "\n")


def _weblate(
    concepts: Sequence[Concept], source: str, target: str, out: io.StringIO, lost: list[str]
) -> None:
    writer = tables.writer(out, lineterminator="\n", quoting=tables.QUOTE_ALL)
    writer.writerow([*_WEBLATE, "flags"])
    kept: list[str] = []
    for term, rendering, concept in _pairs(concepts, source, target, kept):
        flags = "terminology, read-only" if concept.dnt else "terminology"
        writer.writerow(["", term, rendering, "", "False", concept.id, "", concept.note, flags])
        for form in concept.forms.get(target, ()):
            if not form.status.allowed:
                writer.writerow(
                    [
                        "",
                        term,
                        form.text,
                        "",
                        "False",
                        concept.id,
                        "",
                        concept.note,
                        "terminology, forbidden",
                    ]
                )
    lost += [line for line in kept if ": refused" not in line]


FORMATS: dict[str, Callable[[Sequence[Concept], str, str, io.StringIO, list[str]], None]] = {
    "deepl": _deepl,
    "omegat": _omegat,
    "weblate": _weblate,
}
"""Name -> writer."""
