"""Paragraphs of Markdown that are code to a site's generator, not words, and code that is text to it."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from transflow.documents.md_blocks import Block

__all__ = ["indented_text", "is_code"]

_CODE = re.compile(
    r"(?:import\s(?:[^'\";]*?\sfrom\s+)?(?P<quote>['\"])[^'\"\n]+(?P=quote);?[ \t]*(?:\n|$))+"
    r"(?:export\s+(?:const|default|function|let|var|class|async)\s.*)?"
    r"|export\s+(?:const|default|function|let|var|class|async)\s.*"
    r"|\{/\*.*\*/\}\s*"
    r"|\{[\w.?]+\(\s*(?:\([^()\n]*\)|\w+)\s*=>.*"
    r"|\{[^{}\n]*(?:=>|&&).*\}\s*"
    r"|\+[-=:+]+\+(?:\n[|+][^\n]*[|+])+"
    r"|TOC\n\{:toc\}\s*"
    r"|(?:-+8<-+|/{3,}|<<<(?=\s?[@~./]))(?:[ \t]*[^\n]*)?"
    r"|%%.*%%|\^[\w-]+|\([\w:.-]+\)=|\+\+\+[ \t]*\{[^\n]*\}"
    r"|\[!(?:INCLUDE|VIDEO|code[\w-]*)\b.*\]",
    re.DOTALL,
)
"""Statements, expressions and comments of MDX; kramdown's table of contents; snippets and fences of PyMdown and VitePress;

comments and names of blocks in Obsidian; targets and breaks in MyST; what DocFX takes in from other files; drawn tables of Pandoc.
"""


def is_code(text: str) -> bool:
    """Whether a paragraph is such code."""
    return text[:1] in "ie{T-/<%^([+" and (_CODE.fullmatch(text) is not None or _is_data(text))


def _is_data(text: str) -> bool:
    """Whether it is an object of JSON: Hugo reads one as front matter."""
    if not (text.startswith("{") and text.endswith("}") and '":' in text):
        return False
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


_TAG = re.compile(
    r"(?m:^[ \t]*)<(?P<closing>/?)(?P<name>[A-Z]\w*[a-z]\w*)(?:\s[^<>]*)?(?<!/)>(?m:[ \t]*$)"
)
_MARK = re.compile(r"(?:[-*+>|#]|\d{1,9}[.)]|```|~~~|<|\{|:::)")


def indented_text(source: str, found: list[Block]) -> list[Block]:
    """The blocks, with what is indented inside a component of MDX as its paragraphs.

    MDX knows no code by indentation: between tags of components on lines of their own it is text.
    Lists, tables and code of other kinds in it stay as they are.
    """
    regions = _components(source) if "</" in source else []
    return (
        [part for block in found for part in _parts(source, block, regions)] if regions else found
    )


def _components(source: str) -> list[tuple[int, int]]:
    regions: list[tuple[int, int]] = []
    waiting: list[re.Match[str]] = []
    for tag in _TAG.finditer(source):
        if not tag["closing"]:
            waiting.append(tag)
        elif waiting and waiting[-1]["name"] == tag["name"]:
            regions.append((waiting.pop().end(), tag.start()))
    return regions


def _parts(source: str, block: Block, regions: list[tuple[int, int]]) -> Iterator[Block]:
    if block.kind != "CodeBlock" or block.value.fenced or not block.lines:
        yield block
        return
    start, end = block.lines[0][0], block.lines[-1][1]
    inside = any(left <= start and end <= right for left, right in regions)
    if not inside or any(_MARK.match(source, *line) for line in block.lines):
        yield block
        return
    for worded, lines in groupby(enumerate(block.lines), lambda line: line[1][0] < line[1][1]):
        if worded:
            numbers, ranges = zip(*lines, strict=True)
            first = block.first + numbers[0]
            yield replace(
                block, kind="Paragraph", first=first, last=first + len(ranges) - 1, lines=ranges
            )
