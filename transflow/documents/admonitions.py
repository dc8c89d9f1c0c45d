"""Admonitions of MkDocs (`!!! note "Title"`; tabs: `=== "Label"`) and of Docusaurus (`:::tip Title`).

CommonMark does not know them. For reading, their marker lines are blanked and their bodies shown
to the parser as block quotes, with every character where it was; for pages they become boxes.
"""

import re
from dataclasses import dataclass

__all__ = ["Admonition", "boxes", "find", "masked"]

_HEADER = re.compile(
    r"(?P<indent>[ ]*)(?:(?P<bang>!!!|\?\?\?\+?)[ ]+(?P<kind>[\w-]+)(?P<more>[ \w-]*?)(?:[ ]+\"(?P<title>[^\"]*)\")?"
    r"|(?P<tab>===)[!+]?[ ]+\"(?P<label>[^\"]*)\""
    r"|(?P<colons>:{3,})[ ]?(?P<name>[\w-]+)(?P<attributes>\[[^\]]*\]|\{[^}]*\})?(?:[ ]+(?P<rest>\S.*?))?)[ ]*"
)
_FENCE = re.compile(r"[ ]{0,3}(?P<fence>`{3,}|~{3,})")
_CLOSER = re.compile(r"[ ]*(?P<colons>:{3,})[ ]*")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Admonition:
    """One box: its marker line, its title's range, and the lines that belong to it."""

    kind: str
    header: Range
    """Range of the marker line, without its line end."""
    line: int
    """Its 1-based number."""
    title: Range | None
    indent: int
    body: tuple[Range, ...] = ()
    """Of `!!!`: the indented lines. Of `:::`: none, they are not indented."""
    closer: Range | None = None
    """Of `:::`: the line that ends it."""


def find(source: str, lines: list[Range], hidden: int) -> list[Admonition]:
    """The admonitions of an article, code left alone."""
    if not any(mark in source for mark in ("!!!", "???", ":::", '=== "')):
        return []
    found: list[Admonition] = []
    waiting: list[tuple[int, Admonition]] = []
    fence = ""
    for number, (start, end) in enumerate(lines, 1):
        text = source[start:end]
        opened = _FENCE.match(text)
        if start < hidden:
            continue
        if fence:
            fence = "" if opened and opened["fence"].startswith(fence) else fence
            continue
        if opened:
            fence = opened["fence"]
            continue
        closer = _CLOSER.fullmatch(text)
        if closer and waiting:
            _, box = waiting.pop()
            found.append(_closed(box, (start, end)))
            continue
        header = _HEADER.fullmatch(text)
        if header is None:
            continue
        box = _box(header, start, end, number)
        if header["bang"] or header["tab"]:
            found.append(_with_body(box, source, lines[number:]))
        else:
            waiting.append((len(header["colons"]), box))
    return sorted(found, key=lambda box: box.header)


def masked(source: str, found: list[Admonition]) -> str:
    """The source with markers blanked and indented bodies marked as quotes; same places."""
    if not found:
        return source
    chars = list(source)
    for box in found:
        for start, end in (box.header, *((box.closer,) if box.closer else ())):
            chars[start:end] = " " * (end - start)
        for start, _ in box.body:
            chars[start + box.indent] = ">"
    return "".join(chars)


def boxes(
    source: str, found: list[Admonition], titles: dict[Range, str]
) -> list[tuple[int, int, str]]:
    """Patches that make boxes of the admonitions that stand at the left margin.

    Args:
        source: The article.
        found: See `find`.
        titles: The titles' texts as pages show them, escaped, by their ranges.
    """
    patches: list[tuple[int, int, str]] = []
    for box in found:
        if box.indent:
            continue
        title = titles.get(box.title, source[slice(*box.title)]) if box.title else ""
        head = f'<p class="admonition-title">{title}</p>\n' if title else ""
        patches.append((*box.header, f'\n<div class="admonition {box.kind}">\n{head}\n'))
        if box.closer:
            patches.append((*box.closer, "\n</div>\n"))
        for start, end in box.body:
            shift = min(4, len(source[start:end]) - len(source[start:end].lstrip(" ")))
            patches.append((start, start + shift, ""))
        if box.body:
            last = box.body[-1][1]
            patches.append((last, last, "\n\n</div>\n"))
    return patches


def _box(header: re.Match[str], start: int, end: int, line: int) -> Admonition:
    name = "title" if header["bang"] else "label" if header["tab"] else "rest"
    title = None
    if header[name]:
        title = (start + header.start(name), start + header.end(name))
    elif header["attributes"] and header["attributes"].startswith("["):
        title = (start + header.start("attributes") + 1, start + header.end("attributes") - 1)
    kind = header["kind"] or header["name"] or "tab"
    return Admonition(kind, (start, end), line, title, len(header["indent"]))


def _closed(box: Admonition, closer: Range) -> Admonition:
    return Admonition(box.kind, box.header, box.line, box.title, box.indent, (), closer)


def _with_body(box: Admonition, source: str, lines: list[Range]) -> Admonition:
    body: list[Range] = []
    for start, end in lines:
        text = source[start:end]
        if not text.strip():
            continue
        if len(text) - len(text.lstrip(" ")) < box.indent + 4:
            break
        body.append((start, end))
    return Admonition(box.kind, box.header, box.line, box.title, box.indent, tuple(body))
