"""Reading parallel text: the bulk, the domain tables, and a user's own PO and TMX memories."""

import lzma
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

LANGUAGES = ("zh", "fr", "es", "ru", "ar")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Pair:
    """One English sentence and its translation.

    Attributes:
        source: name of the collection it comes from.
        english: the sentence.
        target: its translation.
    """

    source: str
    english: str
    target: str


@dataclass(frozen=True)
class Row:
    """One English sentence with translations into several languages.

    Attributes:
        english: the sentence.
        targets: language code to translation; languages without one are left out.
    """

    english: str
    targets: dict[str, str]


def read_pairs(path: Path) -> Iterator[Pair]:
    """Pairs of a table of three columns (source name, English, target), .tsv or .tsv.xz."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 3 and cells[1] and cells[2]:
                yield Pair(*cells)


def read_rows(path: Path) -> Iterator[Row]:
    """Rows of a table whose header names the languages, English first; cells may be empty."""
    lines = path.read_text(encoding="utf-8").split("\n")
    header = lines[0].split("\t")
    if header[0] != "en":
        raise ValueError(f"{path}: the first column must be headed 'en'")
    for line in lines[1:]:
        cells = [cell.strip() for cell in line.split("\t")]
        targets = {code: text for code, text in zip(header[1:], cells[1:], strict=False) if text}
        if cells[0] and targets:
            yield Row(cells[0], targets)


def write_rows(path: Path, rows: list[Row], languages: tuple[str, ...] = LANGUAGES) -> None:
    """The inverse of `read_rows`."""
    table = ["\t".join(("en", *languages))]
    table += ["\t".join((r.english, *(r.targets.get(c, "") for c in languages))) for r in rows]
    path.write_text("\n".join(table) + "\n", encoding="utf-8")


def read_memory(path: Path, language: str) -> list[Row]:
    """Approved translations of a PO catalogue or a TMX memory, as rows of one language.

    Fuzzy, obsolete and untranslated PO entries are left out, and so are TMX units that lack
    one of the two languages (regional codes such as `en-GB` count as their language).
    """
    if path.suffix.lower() == ".tmx":
        return _read_tmx(path, language)
    return _read_po(path, language)


def _read_po(path: Path, language: str) -> list[Row]:
    return [
        Row(entry.msgid, {language: entry.msgstr})
        for entry in polib.pofile(str(path))
        if entry.msgid and entry.msgstr and not entry.fuzzy and not entry.obsolete
    ]


def _read_tmx(path: Path, language: str) -> list[Row]:
    rows = []
    for unit in ET.parse(path).iter("tu"):
        texts: dict[str, str] = {}
        for variant in unit.iter("tuv"):
            code = (variant.get(XML_LANG) or variant.get("lang") or "").lower()
            segment = variant.find("seg")
            if segment is not None:
                texts.setdefault(code.split("-")[0], "".join(segment.itertext()).strip())
        if texts.get("en") and texts.get(language):
            rows.append(Row(texts["en"], {language: texts[language]}))
    return rows
