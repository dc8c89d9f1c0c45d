"""TermBase eXchange: ISO 30042 version 3 in both styles (DCA, DCT), and version 2 (martif).

Version 2 is read in the shapes in which tools write it (`tig`, and `ntig` with `termGrp`);
namespaces and ids play no part in matching. What transflow knows and TBX-Basic has no place for
(options, proposals) rides in a note that begins with `transflow:`. XML is read without entities,
and a document type is never fetched.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

from transflow import safexml
from transflow.bcp47 import normalize
from transflow.errors import GlossaryError, TransflowError
from transflow.files import contents
from transflow.glossary.concept import Concept, Form, FormStatus
from transflow.glossary.options import options, written_options

__all__ = ["dump", "parse", "read"]

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_OWN = "transflow:"
_STATUS = {
    "preferredTerm-admn-sts": FormStatus.PREFERRED,
    "preferred": FormStatus.PREFERRED,
    "admittedTerm-admn-sts": FormStatus.ADMITTED,
    "admitted": FormStatus.ADMITTED,
    "supersededTerm-admn-sts": FormStatus.DEPRECATED,
    "obsolete": FormStatus.DEPRECATED,
    "superseded": FormStatus.DEPRECATED,
    "deprecatedTerm-admn-sts": FormStatus.FORBIDDEN,
    "deprecated": FormStatus.FORBIDDEN,
    "forbidden": FormStatus.FORBIDDEN,
}
_WRITTEN = {
    FormStatus.PREFERRED: "preferredTerm-admn-sts",
    FormStatus.ADMITTED: "admittedTerm-admn-sts",
    FormStatus.DEPRECATED: "supersededTerm-admn-sts",
    FormStatus.FORBIDDEN: "deprecatedTerm-admn-sts",
}
_KEPT = frozenset(
    [
        "tbx",
        "martif",
        "text",
        "body",
        "termEntry",
        "conceptEntry",
        "langSet",
        "langSec",
        "tig",
        "ntig",
        "termGrp",
        "termSec",
        "term",
        "termNote",
        "note",
        "partOfSpeech",
        "administrativeStatus",
        "grammaticalGender",
    ]
)
_NOTED = frozenset({"partOfSpeech", "administrativeStatus", "grammaticalGender", "translationNote"})
_UNTRANSLATED = {("descrip", "Translation needed"), ("termNote", "translationNote")}
"""Where Weblate says, by `no`, that a term stays as it is."""
_POS = frozenset({"noun", "verb", "adjective", "adverb", "proper", "phrase", "name"})


def read(path: Path) -> list[Concept]:
    """The concepts of a TBX file.

    Raises:
        GlossaryError: If it is not well-formed, declares entities or holds no entry.
    """
    try:
        data = contents(path)
    except OSError as cause:
        raise GlossaryError(f"cannot be read: {cause.strerror}", where=path) from cause
    return parse(data, str(path))[0]


def parse(data: bytes, path: str = "terms.tbx") -> tuple[list[Concept], tuple[str, ...]]:
    """The concepts, and the names of the elements and categories that were not taken over."""
    root = safexml.parse(data, where=path, error=GlossaryError, lined=True)
    entries = [node for node in root.iter() if _name(node) in {"termEntry", "conceptEntry"}]
    if not entries:
        seen = ", ".join(dict.fromkeys(_name(node) for node in root.iter()))
        raise GlossaryError(f"holds no termEntry or conceptEntry; it has {seen}", where=path)
    concepts, ids = [], set()
    for number, entry in enumerate(entries, 1):
        concept = _concept(entry, number, path)
        if concept is not None:
            own = concept.id if concept.id not in ids else f"{concept.id}-{number}"
            ids.add(own)
            concepts.append(Concept(**{**vars(concept), "id": own}))
    return concepts, _lost(root)


def _name(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2]


def _text(node: ET.Element) -> str:
    return " ".join("".join(node.itertext()).split())


def _where(entry: ET.Element, path: str) -> str:
    return f"{path}:{entry.line}" if isinstance(entry, safexml.Lined) else path


def _concept(entry: ET.Element, number: int, path: str) -> Concept | None:
    forms: dict[str, tuple[Form, ...]] = {}
    genders: dict[str, str] = {}
    pos = ""
    for section in entry:
        if _name(section) not in {"langSet", "langSec"}:
            continue
        try:
            tag = normalize(section.get(_LANG) or section.get("lang") or "")
        except TransflowError as cause:
            raise GlossaryError(
                f"entry {entry.get('id') or number}: {cause.message}", where=_where(entry, path)
            ) from cause
        found, here, gender = _section(section)
        if found:
            forms[tag] = (*forms.get(tag, ()), *found)
            genders |= {tag: gender} if gender else {}
        pos = pos or here
    if not forms:
        return None
    notes = [_text(node) for node in entry if _name(node) == "note" and _text(node)]
    own = _own_options(notes, path)
    dnt = any(
        (_name(node), node.get("type")) in _UNTRANSLATED and _text(node).casefold() == "no"
        for node in entry.iter()
    )
    concept = Concept(
        id=entry.get("id") or f"entry-{number}",
        forms={tag: _ranked(given) for tag, given in forms.items()},
        pos=pos,
        genders=genders,
        note=" ".join(note for note in notes if not note.startswith(_OWN)),
        where=_where(entry, path),
    )
    return Concept(**{**vars(concept), **({"dnt": True} if dnt else {}), **own})


def _own_options(notes: Iterable[str], path: str) -> dict[str, object]:
    for note in notes:
        if note.startswith(_OWN):
            words = note.removeprefix(_OWN).split()
            known: dict[str, object] = {"approved": False} if "proposed" in words else {}
            return known | options([word for word in words if word != "proposed"], path)
    return {}


def _section(section: ET.Element) -> tuple[list[Form], str, str]:
    """The forms of one language, and the part of speech and the gender if they are said."""
    forms, pos, genders = [], "", set()
    for node in section:
        if _name(node) not in {"tig", "ntig", "termSec"}:
            continue
        term = next((_text(child) for child in node.iter() if _name(child) == "term"), "")
        if not term:
            continue
        notes = {_category(child): _text(child) for child in node.iter()}
        status = _STATUS.get(
            notes.get("administrativeStatus") or notes.get("normativeAuthorization", "")
        )
        own = next((_text(c) for c in node if _name(c) == "note" and _text(c).startswith(_OWN)), "")
        forms.append(Form(term, status or FormStatus.ADMITTED, first="first-use" in own))
        if gender := _GENDERS.get(notes.get("grammaticalGender", "").casefold()):
            genders.add(gender)
        said = notes.get("partOfSpeech", "").casefold()
        pos = pos or (
            said if said in _POS else {"propernoun": "proper"}.get(said.replace(" ", ""), "")
        )
    return forms, pos, genders.pop() if len(genders) == 1 else ""


def _category(node: ET.Element) -> str:
    return node.get("type") or _name(node) if _name(node) == "termNote" else _name(node)


def _ranked(forms: Sequence[Form]) -> tuple[Form, ...]:
    """One preferred form: the one that says so, else the first that may be used."""
    order = list(FormStatus)
    ranked = sorted(dict.fromkeys(forms), key=lambda form: order.index(form.status))
    for index, form in enumerate(ranked):
        if form.status is FormStatus.PREFERRED:
            rest = (
                Form(f.text, FormStatus.ADMITTED, f.first)
                if f.status is FormStatus.PREFERRED
                else f
                for f in ranked[index + 1 :]
            )
            return (*ranked[: index + 1], *rest)
        if form.status is FormStatus.ADMITTED and not form.first:
            ranked.pop(index)
            return (Form(form.text), *ranked)
    return tuple(ranked)


def _lost(root: ET.Element) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for node in root.iter():
        name = _name(node)
        if (name not in _KEPT and not name.startswith("tbxHeader")) or (
            name == "termNote" and node.get("type") not in _NOTED
        ):
            names[node.get("type") or name] = None
    header = {
        "martifHeader",
        "tbxHeader",
        "fileDesc",
        "sourceDesc",
        "p",
        "encodingDesc",
        "publicationStmt",
        "XCSURI",
        "titleStmt",
        "title",
    }
    return tuple(sorted(set(names) - header))


def dump(concepts: Sequence[Concept], source: str, *, style: str = "dca") -> str:
    """TBX text of concepts.

    Args:
        concepts: What to write.
        source: BCP 47 tag of the source language.
        style: `dca` or `dct` (version 3, TBX-Basic), or `v2` (martif).
    """
    body = "".join(_entry(concept, style) for concept in concepts)
    about = "<sourceDesc><p>transflow</p></sourceDesc>"
    if style == "v2":
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<martif type="TBX" xml:lang={quoteattr(source)}>\n<martifHeader><fileDesc>{about}</fileDesc>'
            '<encodingDesc><p type="XCSURI">TBXXCSV02.xcs</p></encodingDesc></martifHeader>\n'
            f"<text><body>\n{body}</body></text>\n</martif>\n"
        )
    spaces = (
        ' xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"'
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<tbx type="TBX-Basic" style="{style}" xml:lang={quoteattr(source)} '
        f'xmlns="urn:iso:std:iso:30042:ed-2"{spaces if style == "dct" else ""}>\n'
        f"<tbxHeader><fileDesc>{about}</fileDesc></tbxHeader>\n<text><body>\n{body}</body></text>\n</tbx>\n"
    )


def _entry(concept: Concept, style: str) -> str:
    entry, section, group = (
        ("termEntry", "langSet", "tig") if style == "v2" else ("conceptEntry", "langSec", "termSec")
    )
    own = written_options(replace(concept, genders={})) + ("" if concept.approved else " proposed")
    notes = [concept.note, f"{_OWN} {own.strip()}" if own.strip() else ""]
    lines = [f"<{entry} id={quoteattr(concept.id)}>"]
    lines += [f"  <note>{escape(note)}</note>" for note in notes if note]
    for tag, forms in concept.forms.items():
        lines.append(f"  <{section} xml:lang={quoteattr(tag)}>")
        for form in forms:
            lines += [f"    <{group}>", f"      <term>{escape(form.text)}</term>"]
            facts = {
                "partOfSpeech": _POS_NAMES.get(concept.pos, concept.pos),
                "administrativeStatus": _WRITTEN[form.status],
                "grammaticalGender": _GENDER_NAMES.get(concept.genders.get(tag, ""), ""),
                "translationNote": "no" if style == "v2" and concept.dnt else "",
            }
            lines += [
                f"      {_fact(name, value, style)}" for name, value in facts.items() if value
            ]
            lines += [f"      <note>{_OWN} first-use</note>"] if form.first else []
            lines.append(f"    </{group}>")
        lines.append(f"  </{section}>")
    return "\n".join([*lines, f"</{entry}>\n"])


_GENDERS = {"masculine": "m", "feminine": "f", "neuter": "n"}
_GENDER_NAMES = {short: name for name, short in _GENDERS.items()}
_POS_NAMES = {"proper": "properNoun", "name": "properNoun", "adj": "adjective"}


def _fact(name: str, value: str, style: str) -> str:
    if style == "dct":
        module = "basic" if name == "grammaticalGender" else "min"
        return f"<{module}:{name}>{escape(value)}</{module}:{name}>"
    return f'<termNote type="{name}">{escape(value)}</termNote>'
