"""XLIFF 2.x and 1.2 back to catalogs, for `incorporate`: ours from any tool, and foreign ones."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from transflow import safexml
from transflow.bcp47 import normalize
from transflow.catalogs import header as heads
from transflow.catalogs.block import Block
from transflow.catalogs.catalog import Catalog
from transflow.catalogs.xliff import CORE, OLD
from transflow.errors import CatalogError, TransflowError

__all__ = ["parse_xliff"]

_DONE = frozenset({"translated", "reviewed", "final"})
_OLD_DONE = frozenset({"translated", "final", "signed-off"})


def parse_xliff(data: bytes, path: str) -> dict[str, Catalog]:
    """Read an XLIFF file.

    Args:
        data: The file.
        path: For messages.

    Returns:
        Article id (`original` of the `file`) -> what came back for it. A translation counts as
        done, so not fuzzy, where the tool's state says so and is not the one we wrote.

    Raises:
        CatalogError: If it is no XLIFF 1.2 or 2.x, or names no known language.
    """
    root = safexml.parse(data, path, CatalogError)
    if root.tag == f"{{{CORE}}}xliff":
        found, locale = dict(_files(root)), root.get("trgLang", "")
    elif root.tag in {f"{{{OLD}}}xliff", "xliff"}:
        found, locale = dict(_old_files(root)), _old_locale(root)
    else:
        raise CatalogError(f"is not XLIFF: its root is <{root.tag}>", where=path)
    try:
        tag = normalize(locale)
    except TransflowError as cause:
        named = f"names a target language that is none: {locale!r}" if locale else ""
        raise CatalogError(
            named or "names no target language",
            where=path,
            hint="set trgLang in its first element; in XLIFF 1.2 target-language in <file>",
        ) from cause
    head = heads.empty()
    return {
        article: Catalog(path, tag, head, tuple({(b.msgctxt, b.msgid): b for b in blocks}.values()))
        for article, blocks in found.items()
    }


def _files(root: ET.Element) -> Iterator[tuple[str, list[Block]]]:
    for file in root.findall(f"{{{CORE}}}file"):
        units = file.iter(f"{{{CORE}}}unit")
        blocks = [_block(unit) for unit in units]
        yield file.get("original", file.get("id", "")), [b for b in blocks if b.msgid]


def _block(unit: ET.Element) -> Block:
    """A unit; a tool may have cut its segment, so all parts are put together again."""
    source = target = ""
    done = True
    for part in unit:
        if part.tag not in {f"{{{CORE}}}segment", f"{{{CORE}}}ignorable"}:
            continue
        words = _text(part.find(f"{{{CORE}}}source"))
        source += words
        if part.tag.endswith("ignorable"):
            target += _text(part.find(f"{{{CORE}}}target")) or words
            continue
        target += _text(part.find(f"{{{CORE}}}target"))
        ours = part.get("subState", "").removeprefix("transflow:")
        kept = ours in {"edited", "draft", "changed", "unconfirmed"}
        done = done and part.get("state", "initial") in _DONE and not kept
    notes = [(note.get("category", ""), _text(note)) for note in unit.iter(f"{{{CORE}}}note")]
    return _made(source, target.strip() and target, notes, done=done)


def _old_files(root: ET.Element) -> Iterator[tuple[str, list[Block]]]:
    space = root.tag.removesuffix("xliff")
    for file in root.iter(f"{space}file"):
        blocks: list[Block] = []
        for unit in file.iter(f"{space}trans-unit"):
            target = unit.find(f"{space}target")
            done = unit.get("approved") == "yes" or (
                target is not None and target.get("state", "") in _OLD_DONE
            )
            notes = [(n.get("from", ""), _text(n)) for n in unit.findall(f"{space}note")]
            blocks.append(
                _made(_text(unit.find(f"{space}source")), _text(target), notes, done=done)
            )
        yield file.get("original", ""), [block for block in blocks if block.msgid]


def _old_locale(root: ET.Element) -> str:
    space = root.tag.removesuffix("xliff")
    return next((f.get("target-language", "") for f in root.iter(f"{space}file")), "")


def _made(source: str, target: str, notes: list[tuple[str, str]], *, done: bool) -> Block:
    said: dict[str, list[str]] = {}
    for category, text in notes:
        said.setdefault(category, []).append(text)
    known = {"comment", "description", "location", "previous-source", "context", "transflow"}
    free = [text for category in said if category not in known for text in said[category]]
    comments = [f" {line}" for text in said.get("comment", []) + free for line in text.split("\n")]
    comments += [f" {text}" for text in said.get("transflow", [])]
    return Block(
        msgid=source,
        msgstr=(target,),
        msgctxt=next(iter(said.get("context", [])), None),
        comments=tuple(comments),
        flags=() if done or not target else ("fuzzy",),
        previous_msgid=next(iter(said.get("previous-source", [])), None),
    )


def _text(element: ET.Element | None) -> str:
    """All text of an element; `cp` stands for a character, other inline codes for what they hold."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{{{CORE}}}cp":
            parts.append(_char(child.get("hex", "")))
        else:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _char(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
