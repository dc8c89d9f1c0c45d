"""Catalogs as XLIFF 2.1, and as 1.2 for old tools: written with states, notes, matches and terms.

Sources: OASIS XLIFF 2.1 (2018) with its Translation Candidates and Glossary modules, and XLIFF 1.2
(2008). Sentences keep their native markup as text, as in PO. What comes back is read by
`xliff_reader` and taken in like any returned file.
"""

from collections.abc import Callable, Mapping, Sequence
from xml.etree import ElementTree as ET

from transflow.catalogs.block import Block
from transflow.catalogs.catalog import Catalog
from transflow.catalogs.provenance import provenance_of, with_provenance
from transflow.model import Entry, State

__all__ = ["dump_xliff"]

CORE = "urn:oasis:names:tc:xliff:document:2.0"
MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
OLD = "urn:oasis:names:tc:xliff:document:1.2"
_XML = "{http://www.w3.org/XML/1998/namespace}space"

Terms = Callable[[str], Sequence[tuple[str, Sequence[str]]]]
"""The terms of a sentence: (source form, allowed target forms)."""

_STATES = {
    State.UNTRANSLATED: "initial",
    State.DRAFT: "initial",
    State.CHANGED: "initial",
    State.UNCONFIRMED: "initial",
    State.EDITED: "translated",
    State.TRANSLATED: "reviewed",
    State.APPROVED: "final",
}
_OLD_STATES = {
    State.UNTRANSLATED: "new",
    State.TRANSLATED: "translated",
    State.APPROVED: "final",
}


def dump_xliff(
    catalogs: Mapping[str, Catalog],
    *,
    source_locale: str,
    locale: str,
    version: str = "2.1",
    terms: Terms | None = None,
) -> bytes:
    """Write the live entries of catalogs as one XLIFF file, one `file` an article.

    Args:
        catalogs: Article id -> catalog.
        source_locale: BCP 47 tag of the sentences.
        locale: BCP 47 tag of the translations.
        version: `2.0`, `2.1` or `1.2`.
        terms: For the glossary module (2.x).
    """
    if version == "1.2":
        root = ET.Element("xliff", {"xmlns": OLD, "version": version})
        for article, catalog in catalogs.items():
            _old_file(root, article, catalog, source_locale, locale)
    else:
        root = ET.Element(
            "xliff",
            {
                "xmlns": CORE,
                "xmlns:mtc": MATCHES,
                "xmlns:gls": GLOSSARY,
                "version": version,
                "srcLang": source_locale,
                "trgLang": locale,
            },
        )
        for number, (article, catalog) in enumerate(catalogs.items(), 1):
            file = ET.SubElement(
                root, "file", {"id": f"f{number}", "original": article, _XML: "preserve"}
            )
            for at, (entry, block) in enumerate(_live(catalog), 1):
                _unit(file, f"u{at}", entry, block, terms)
    _indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, "unicode")}\n'.encode()


def _live(catalog: Catalog) -> list[tuple[Entry, Block]]:
    blocks = [block for block in catalog.blocks if not block.obsolete]
    return list(zip(catalog.entries, blocks, strict=True))


def _unit(file: ET.Element, name: str, entry: Entry, block: Block, terms: Terms | None) -> None:
    unit = ET.SubElement(file, "unit", {"id": name})
    if entry.draft:
        matches = ET.SubElement(unit, "mtc:matches")
        match = ET.SubElement(matches, "mtc:match", {"ref": "#s1", "type": "mt", "id": "m1"})
        _say(ET.SubElement(match, "source"), entry.msgid)
        _say(ET.SubElement(match, "target"), entry.draft)
    found = [(source, forms) for source, forms in (terms(entry.msgid) if terms else ()) if forms]
    if found:
        glossary = ET.SubElement(unit, "gls:glossary")
        for source, forms in found:
            item = ET.SubElement(glossary, "gls:glossEntry")
            _say(ET.SubElement(item, "gls:term"), source)
            for form in forms:
                _say(ET.SubElement(item, "gls:translation"), form)
    notes = ET.SubElement(unit, "notes")
    for category, text in _notes(entry, block):
        _say(ET.SubElement(notes, "note", {"category": category}), text)
    if not len(notes):
        unit.remove(notes)
    state = {"state": _STATES[entry.state], "subState": f"transflow:{entry.state.value}"}
    segment = ET.SubElement(unit, "segment", {"id": "s1", **state})
    _say(ET.SubElement(segment, "source"), entry.msgid)
    if entry.msgstr:
        _say(ET.SubElement(segment, "target"), entry.msgstr)


def _old_file(
    root: ET.Element, article: str, catalog: Catalog, source_locale: str, locale: str
) -> None:
    file = ET.SubElement(
        root,
        "file",
        {
            "original": article,
            "source-language": source_locale,
            "target-language": locale,
            "datatype": "plaintext",
        },
    )
    body = ET.SubElement(file, "body")
    for at, (entry, block) in enumerate(_live(catalog), 1):
        done = entry.state in {State.APPROVED, State.TRANSLATED}
        unit = ET.SubElement(
            body,
            "trans-unit",
            {"id": f"u{at}", "approved": "yes" if done else "no", _XML: "preserve"},
        )
        _say_old(ET.SubElement(unit, "source"), entry.msgid)
        if entry.msgstr:
            state = _OLD_STATES.get(entry.state, "needs-review-translation")
            _say_old(ET.SubElement(unit, "target", {"state": state}), entry.msgstr)
        for category, text in _notes(entry, block):
            _say_old(ET.SubElement(unit, "note", {"from": category}), text)
        if entry.draft:
            match = ET.SubElement(unit, "alt-trans", {"origin": "mt"})
            _say_old(ET.SubElement(match, "target"), entry.draft)


def _notes(entry: Entry, block: Block) -> list[tuple[str, str]]:
    """(category, text): what a translator reads, and what leads the entry back."""
    notes = [("comment", text) for text in entry.comments]
    notes += [("description", text) for text in entry.extracted]
    notes += [("location", text) for text in entry.references]
    if entry.previous_msgid:
        notes.append(("previous-source", entry.previous_msgid))
    if entry.msgctxt:
        notes.append(("context", entry.msgctxt))
    ours = with_provenance((), provenance_of(block.comments))
    return notes + [("transflow", text.strip()) for text in ours]


def _say(element: ET.Element, text: str) -> None:
    """Text as XLIFF 2 writes it: characters XML cannot hold as `cp` elements."""
    last: ET.Element | None = None
    plain = element.tag.startswith(("gls:", "note"))
    for char in text:
        if _is_xml(char) or plain:
            kept = char if _is_xml(char) else "\ufffd"
            if last is None:
                element.text = (element.text or "") + kept
            else:
                last.tail = (last.tail or "") + kept
        else:
            last = ET.SubElement(element, "cp", {"hex": f"{ord(char):04X}"})


def _say_old(element: ET.Element, text: str) -> None:
    """Text for XLIFF 1.2, which has no way to write characters XML cannot hold."""
    element.text = "".join(char if _is_xml(char) else "\ufffd" for char in text)


def _is_xml(char: str) -> bool:
    """XML 1.0, production 2; a bare CR would come back as LF."""
    return (char >= " " or char in "\t\n") and not (
        "\ud800" <= char <= "\udfff" or char in "\ufffe\uffff"
    )


def _indent(element: ET.Element, level: int = 0) -> None:
    """Lines for people, but not inside text that counts."""
    if not len(element) or element.tag in {"source", "target"}:
        return
    element.text = "\n" + "  " * (level + 1)
    for child in element:
        _indent(child, level + 1)
        child.tail = "\n" + "  " * (level + 1)
    element[-1].tail = "\n" + "  " * level
