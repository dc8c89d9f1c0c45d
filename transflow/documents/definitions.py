"""Link reference definitions: comrak resolves them and leaves them out of its tree."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transflow.documents.mapped import Mapped
from transflow.documents.md_blocks import Block
from transflow.documents.md_references import label_key
from transflow.documents.md_unit import join_lines

__all__ = ["Definition", "leading", "loose"]

_DEFINITION = re.compile(
    r"[ \t]*\[(?!\^)(?P<label>(?:[^\[\]\\]|\\.){1,999})\]:[ \t]*\n?[ \t]*"
    r"(?P<dest><(?:[^<>\n\\]|\\.)*>|[^\s<]\S*)"
    r"(?:(?:[ \t]+|[ \t]*\n[ \t]*)(?P<title>\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?"
    r"[ \t]*(?:\n|$)",
    re.DOTALL,
)

_PREFIX = re.compile(
    r"(?:[ \t]*(?:(?P<quote>>)|(?P<mark>[-+*:](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\[\]\s]+\]:)))*[ \t]*"
)
"""What a line begins with in quotes, items and notes."""
_MARKDOWN = re.compile(r"<[^<>]*\smarkdown\b")
_NONE = re.compile(rf"\[!|{_MARKDOWN.pattern}")
"""What begins a line above definitions that is a part of none: an alert, an element with Markdown in it."""
_NOWHERE = frozenset({"#", "<#>", "<>"})
"""Where the definitions lead that authors write as comments: `[//]: # (words)`."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A definition: the key of its label, and the range of its title without quotes, if any."""

    label: str
    title: tuple[int, int] | None
    quote: str
    written: str
    """As it stands in its lines."""


def leading(lines: Mapped) -> tuple[list[Definition], int]:
    """The definitions at the beginning of a block's lines, and where they end.

    https://spec.commonmark.org/0.31.2/#link-reference-definitions
    """
    found: list[Definition] = []
    at = 0
    while match := _DEFINITION.match(lines.text, at):
        key = label_key(match["label"])
        if not key:
            break
        shown = match["title"] is not None and match["dest"] not in _NOWHERE
        title = match.span("title") if shown else None
        inside = (title[0] + 1, title[1] - 1) if title else None
        quote = lines.text[title[0]] if title else ""
        found.append(Definition(key, inside, quote, match[0].strip()))
        at = match.end()
    return found, at


def loose(
    source: str, lines: Sequence[tuple[int, int]], blocks: Iterable[Block], hidden: int
) -> list[tuple[list[Definition], Mapped]]:
    """Definitions that stand alone: in lines that belong to no block.

    Args:
        source: The article.
        lines: See `line_starts`.
        blocks: Its leaf blocks.
        hidden: The first so many characters are front matter.
    """
    if "]:" not in source:
        return []
    covered = bytearray(len(lines) + 2)
    for block in blocks:
        if block.lines and (block.kind != "HtmlBlock" or not _holds_markdown(source, block)):
            last = min(block.last, len(lines))
            covered[block.first : last + 1] = b"\x01" * (last + 1 - block.first)
    runs: list[list[tuple[int, int]]] = [[]]
    for number, (start, end) in enumerate(lines, 1):
        if covered[number] or start == end or start < hidden:
            if runs[-1]:
                runs.append([])
            continue
        prefix = _PREFIX.match(source, start, end)
        at = prefix.end() if prefix else start
        if at >= end or _NONE.match(source, at):
            runs.append([])
            continue
        if prefix and prefix["mark"]:
            runs.append([])
        runs[-1].append((at, end))
    found = []
    for run in runs:
        if run:
            mapped = join_lines(source, run)
            definitions, _ = leading(mapped)
            if definitions:
                found.append((definitions, mapped))
    return found


def _holds_markdown(source: str, block: Block) -> bool:
    """Whether a block of HTML has Markdown in it."""
    return _MARKDOWN.search(source, block.lines[0][0], block.lines[-1][1]) is not None
