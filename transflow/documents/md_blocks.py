"""The leaf blocks of a Markdown document, with the source range of each of their lines."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Any

from transflow.documents.columns import Columns
from transflow.documents.md_inline import parse

__all__ = ["Block", "again", "blocks", "line_starts", "parted", "text_ranges"]

_CLOSING = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
_OPENING = re.compile(r"#{1,6}[ \t]*")
_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
"""The line below a table's head."""
_LINE_END = re.compile(r"\r\n|\n|\r")
_CONTAINERS = frozenset(
    {"Document", "BlockQuote", "MultilineBlockQuote", "Alert", "List", "Item", "TaskItem",
     "FootnoteDefinition", "DescriptionList", "DescriptionItem", "DescriptionTerm", "DescriptionDetails",
     "Table", "TableRow"}
)  # fmt: skip
_QUOTES = frozenset({"BlockQuote", "Alert"})
_VALUED = frozenset({"Alert", "FootnoteDefinition", "Heading", "CodeBlock"})
_NAMED = frozenset({"Item", "TaskItem", "FootnoteDefinition"})


@dataclass(slots=True)
class Block:
    """A leaf block, or the beginning of a container that a comment may leave out.

    `lines` are ranges of the source, container prefixes and leading blanks left out.
    """

    kind: str
    """comrak's name: `Paragraph`, `Heading`, `TableCell`, `HtmlBlock`, `CodeBlock` ..."""
    value: Any
    first: int
    """1-based number of its first line."""
    last: int
    lines: tuple[tuple[int, int], ...]
    within: str = ""
    """The nearest list item or footnote around it: `Item`, `TaskItem`, `FootnoteDefinition`."""
    depth: int = 0
    """Number of containers around it."""


def line_starts(source: str) -> list[tuple[int, int]]:
    """Begin and end of every line, line ends left out."""
    if "\r" not in source:
        starts = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]
        return [(start, after - 1) for start, after in pairwise(starts)]
    lines, at = [], 0
    for match in _LINE_END.finditer(source):
        lines.append((at, match.start()))
        at = match.end()
    lines.append((at, len(source)))
    return lines


def blocks(
    source: str,
    lines: list[tuple[int, int]],
    hidden: int = 0,
    gaps: Mapping[int, str] | None = None,
) -> Iterator[Block]:
    """The leaf blocks in document order; a container comes before what it holds.

    Args:
        source: The article.
        lines: See `line_starts`.
        hidden: The first so many characters are front matter.
        gaps: What blank lines hold for the parser alone, by their 1-based numbers.
    """
    blank = re.sub(r"[^\r\n]", "", source[:hidden])
    tree = parse(blank + _filled(source, lines, hidden, gaps or {}))
    row = (0, Columns(""))
    stack: list[tuple[Any, str, int, int]] = [(tree, "", 0, 0)]
    while stack:
        node, within, quotes, depth = stack.pop()
        kind = node.node_value
        name = type(kind).__name__
        value = kind.value if name in _VALUED else None
        position = node.sourcepos
        start, end = position.start, position.end
        first, last = start.line, end.line
        if name in _CONTAINERS:
            if name not in {"Document", "TableRow"}:
                yield Block(name, value, first, last, (), within, depth)
            inside = name if name in _NAMED else within
            deeper = quotes + (name in _QUOTES)
            stack += [(child, inside, deeper, depth + 1) for child in reversed(node.children)]
            continue
        if name == "TableCell":
            left, right = lines[first - 1]
            if row[0] != first:
                row = (first, Columns(source[left:right]))
            ranges: tuple[tuple[int, int], ...] = (
                (
                    left + row[1].place(start.column),
                    left + row[1].end(end.column),
                ),
            )
        else:
            column = start.column
            if column > 1:
                left, right = lines[first - 1] if first <= len(lines) else (0, 0)
                before = source[left : min(left + column - 1, right)]
                if not before.isascii() or "\0" in before:
                    column = Columns(source[left:right]).place(column) + 1
            alone = name == "Paragraph" and first == last and start.column == end.column
            terms = _last_of_terms(node) if alone else 0
            last = max(last, terms)
            ranges = _content(source, lines, first, last, column=column, quotes=quotes)
            if terms > first:
                for number, line in enumerate(ranges, first):
                    yield Block(name, value, number, number, (line,), within, depth)
                continue
        yield Block(name, value, first, last, ranges, within, depth)


def _last_of_terms(node: Any) -> int:
    """The last line of several terms of one definition, each of which has its own; comrak ends them where they begin."""
    return int(node.children[-1].sourcepos.end.line) if node.children else 0


def text_ranges(source: str, block: Block) -> list[tuple[int, int]]:
    """The ranges of a block's lines, heading marks left out."""
    ranges = list(block.lines)
    if block.kind != "Heading":
        return ranges
    if block.value.setext:
        return ranges[:-1]
    start, end = ranges[0]
    opening = _OPENING.match(source, start, end)
    start = opening.end() if opening else start
    closing = _CLOSING.search(source[start:end]) if source.find("#", start, end) >= 0 else None
    return [(start, start + closing.start() if closing else end)]


def parted(source: str, found: Iterable[Block], stops: Collection[int]) -> Iterator[Block]:
    """The blocks, with paragraphs in two that go on behind the end of a line in `stops`.

    What stands behind may be a table, which a paragraph before it hides from the parser.
    """
    for block in found:
        rest = block
        if stops and block.kind == "Paragraph":
            while at := next(
                (n for n, (_, end) in enumerate(rest.lines[:-1], 1) if end in stops), 0
            ):
                yield replace(rest, lines=rest.lines[:at], last=rest.first + at - 1)
                rest = replace(rest, lines=rest.lines[at:], first=rest.first + at)
        if rest is not block and len(rest.lines) > 1 and _RULE.fullmatch(source, *rest.lines[1]):
            yield from again(source, rest)
        else:
            yield rest


def again(source: str, block: Block) -> Iterator[Block]:
    """The blocks that a block's lines are by themselves, without the blanks that all of them begin with."""
    blanks = [_blanks(source, *line) for line in block.lines]
    shared = min((size for size in blanks if size >= 0), default=0)
    begins = [
        start - max(0, size - shared) for (start, _), size in zip(block.lines, blanks, strict=True)
    ]
    text = "\n".join(source[begin:end] for begin, (_, end) in zip(begins, block.lines, strict=True))
    lines = line_starts(text)
    by = [begin - start for begin, (start, _) in zip(begins, lines, strict=True)]
    for each in blocks(text, lines):
        yield replace(
            each,
            first=block.first - 1 + each.first,
            last=block.first - 1 + each.last,
            lines=tuple(
                (left + by[number], right + by[number])
                for number, (left, right) in enumerate(each.lines, each.first - 1)
            ),
            within=each.within or block.within,
            depth=block.depth + each.depth,
        )


def _blanks(source: str, start: int, end: int) -> int:
    """How many blanks stand before a line's text; -1 where it has none."""
    before = start
    while before and source[before - 1] in " \t":
        before -= 1
    return start - before if start < end else -1


def _filled(source: str, lines: list[tuple[int, int]], hidden: int, gaps: Mapping[int, str]) -> str:
    """The source behind its front matter, its blank lines filled."""
    parts: list[str] = []
    at = hidden
    for number, text in sorted(gaps.items()):
        start, end = lines[number - 1]
        parts += (source[at:start], text)
        at = end
    return "".join((*parts, source[at:]))


def _content(
    source: str,
    lines: list[tuple[int, int]],
    first: int,
    last: int,
    *,
    column: int,
    quotes: int,
) -> tuple[tuple[int, int], ...]:
    found = []
    for number in range(first, min(last, len(lines)) + 1):
        start, end = lines[number - 1]
        at = start
        if number == first:
            at = min(start + column - 1, end)
        elif quotes:
            at = _after_quotes(source, start, end, quotes)
        while at < end and source[at] in " \t":
            at += 1
        found.append((at, end))
    return tuple(found)


def _after_quotes(source: str, start: int, end: int, quotes: int) -> int:
    """Where a line's content begins; a lazy line has fewer marks than there are quotes."""
    at = start
    for _ in range(quotes):
        mark = at
        while mark < end and source[mark] in " \t":
            mark += 1
        if mark >= end or source[mark] != ">":
            break
        at = mark + 1
    return at
