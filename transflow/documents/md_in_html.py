"""Markdown inside elements of HTML: `<div markdown>` holds blocks, `<p markdown>` running text.

As kramdown and Python-Markdown (md_in_html) read them: https://python-markdown.github.io/extensions/md_in_html/
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from transflow.documents.html_tokens import Tag
from transflow.documents.mapped import Builder, Mapped
from transflow.documents.md_blocks import Block, blocks, line_starts, text_ranges
from transflow.documents.md_unit import join_lines

__all__ = ["holds_blocks", "indented", "leaves", "one_paragraph"]

_RUNNING = frozenset(
    "address dd dt h1 h2 h3 h4 h5 h6 legend li p summary td th span a b em strong small figcaption".split()  # noqa: SIM905
)
"""Elements whose text is not cut into blocks unless they say so."""
_LINE = re.compile(r"[^\s][^\n]*")


def holds_blocks(tag: Tag) -> bool:
    """Whether the lines of an element with the attribute `markdown` are read as blocks."""
    said = (tag.get("markdown") or "").lower()
    return said == "block" or (said != "span" and tag.name not in _RUNNING)


def one_paragraph(text: Mapped) -> Mapped:
    """The lines of a text without their indentation."""
    builder = Builder()
    for line in _LINE.finditer(text.text):
        if builder.size:
            builder.put("\n", *text.source(line.start() - 1, line.start()))
        builder.take(text, *line.span())
    return builder.build()


def indented(source: str, text: Mapped) -> Mapped:
    """The lines of a text, indented as they are in the source beyond what all of them share."""
    found = [
        (line.span(), _blanks(source, text.place(line.start())))
        for line in _LINE.finditer(text.text)
    ]
    own = [size for (start, _), size in found if "\n" in text.text[:start]]
    shared = min(own, default=0)
    builder = Builder()
    for (start, end), size in found:
        at = text.place(start)
        if builder.size:
            builder.put("\n", *text.source(start - 1, start))
        if "\n" in text.text[:start]:
            builder.copy(source[at - size + shared : at], at - size + shared)
        builder.take(text, start, end)
    return builder.build()


def _blanks(source: str, place: int) -> int:
    """How many blanks stand before a place."""
    start = place
    while start and source[start - 1] in " \t":
        start -= 1
    return place - start


def leaves(part: Mapped, around: Block) -> Iterator[tuple[Block, Mapped]]:
    """The leaf blocks of such a part that hold text, where they are in the source, and their lines.

    Args:
        part: See `indented`.
        around: The block of HTML that it is in.
    """
    text = part.text
    for block in blocks(text, line_starts(text)):
        if not block.lines:
            continue
        lines = join_lines(text, text_ranges(text, block), cell=block.kind == "TableCell")
        builder = Builder()
        for at, piece in enumerate(lines.at):
            begin, end = lines.begin[at], lines.end[at]
            size = (lines.at[at + 1] if at + 1 < len(lines.at) else len(lines.text)) - piece
            if end < 0:
                builder.take(part, begin, begin + size)
            else:
                builder.put(lines.text[piece : piece + size], *part.source(begin, end))
        first = around.first + block.first
        places = tuple(part.source(*line) for line in block.lines)
        moved = replace(block, first=first, last=first, lines=places, depth=around.depth)
        yield moved, builder.build()
