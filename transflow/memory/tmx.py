"""TMX 1.4b, the exchange format of translation memories (LISA OSCAR standard, 2005).

Inline elements (`bpt`, `ept`, `ph`, `it`) hold native markup, which our sentences keep as well, so
their content is taken as it is. A file from outside is read without entities and without network.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from transflow import safexml
from transflow.bcp47 import normalize
from transflow.errors import TransflowError
from transflow.memory.units import MemoryUnit

__all__ = ["dump_tmx", "parse_tmx"]

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DATE = "%Y%m%dT%H%M%SZ"


def parse_tmx(data: bytes, where: str, source_locale: str) -> dict[str, list[MemoryUnit]]:
    """Read a TMX file.

    Args:
        data: The file.
        where: For messages, and as the units' origin.
        source_locale: BCP 47 tag of the sentences; `en` also takes `en-US` and `EN_GB`.

    Returns:
        Units by BCP 47 tag of the translation; translation units without the source language, or
        in a language CLDR does not know, are left out.

    Raises:
        TransflowError: If it is not TMX, with file and line.
    """
    root = safexml.parse(data, where)
    if root.tag != "tmx":
        raise TransflowError(f"is not TMX: its root is <{root.tag}>", where=where)
    found: dict[str, list[MemoryUnit]] = {}
    for unit in root.iter("tu"):
        variants = [(_tag(tuv), tuv) for tuv in unit.findall("tuv")]
        source = _best(source_locale, [(tag, _text(tuv)) for tag, tuv in variants])
        if source is None:
            continue
        props = {prop.get("type", ""): prop.text or "" for prop in unit.findall("prop")}
        for tag, tuv in variants:
            target = _text(tuv)
            if tag and tag != source[0] and target.strip():
                found.setdefault(tag, []).append(
                    MemoryUnit(
                        source[1],
                        target,
                        origin=where,
                        date=_date(tuv.get("changedate") or unit.get("changedate") or ""),
                        context=props.get("x-context", ""),
                    )
                )
    return found


def dump_tmx(units: Iterable[tuple[str, MemoryUnit]], source_locale: str, version: str) -> bytes:
    """A TMX file of (BCP 47 tag of the translation, unit), sorted, so that git shows what is new.

    Args:
        units: What to write.
        source_locale: BCP 47 tag of the sentences.
        version: Of transflow, for the header.
    """
    root = ET.Element("tmx", version="1.4")
    ET.SubElement(
        root,
        "header",
        {
            "creationtool": "transflow",
            "creationtoolversion": version,
            "segtype": "sentence",
            "o-tmf": "PO",
            "adminlang": "en",
            "srclang": source_locale,
            "datatype": "plaintext",
        },
    )
    body = ET.SubElement(root, "body")
    for locale, unit in sorted(units, key=lambda item: (item[1].source, item[0], item[1].target)):
        if _xml_can_say(unit.source) and _xml_can_say(unit.target):
            _write(body, locale, unit, source_locale)
    ET.indent(root)
    text = ET.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _write(body: ET.Element, locale: str, unit: MemoryUnit, source_locale: str) -> None:
    element = ET.SubElement(body, "tu", {"changedate": _stamp(unit.date)} if unit.date else {})
    for kind, value in (("x-context", unit.context), ("x-origin", unit.origin)):
        if value:
            ET.SubElement(element, "prop", {"type": kind}).text = value
    for tag, text in ((source_locale, unit.source), (locale, unit.target)):
        variant = ET.SubElement(element, "tuv", {"xml:lang": tag})
        ET.SubElement(variant, "seg").text = text


def _tag(variant: ET.Element) -> str:
    """The variant's language; TMX 1.1 wrote `lang`."""
    try:
        return normalize(variant.get(_LANG) or variant.get("lang") or "")
    except TransflowError:
        return ""


def _best(locale: str, variants: list[tuple[str, str]]) -> tuple[str, str] | None:
    """The variant in this language: the exact tag, else one of the same language."""
    exact = [variant for variant in variants if variant[0] == locale]
    language = locale.split("-", maxsplit=1)[0]
    near = [variant for variant in variants if variant[0].split("-")[0] == language]
    return next(iter([v for v in exact + near if v[1].strip()]), None)


def _text(variant: ET.Element) -> str:
    segment = variant.find("seg")
    return "".join(segment.itertext()) if segment is not None else ""


def _date(value: str) -> str:
    try:
        return datetime.strptime(value, _DATE).replace(tzinfo=UTC).date().isoformat()
    except ValueError:
        return ""


def _stamp(date: str) -> str:
    try:
        return datetime.fromisoformat(date).strftime(_DATE)
    except ValueError:
        return date


def _xml_can_say(text: str) -> bool:
    """XML 1.0, production 2: no control characters but tab and line ends."""
    return all(char >= " " or char in "\t\n\r" for char in text) and not any(
        "\ud800" <= char <= "\udfff" or char in "\ufffe\uffff" for char in text
    )
