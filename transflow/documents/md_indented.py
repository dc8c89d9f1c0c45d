"""Code by CommonMark, as it is indented, that is text to a site's generator: what stands in components."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transflow.documents.admonitions import Admonition
from transflow.documents.md_blocks import Block, again

__all__ = ["indented_text"]

_TAG = re.compile(
    r"(?m:^(?P<indent>[ \t]*))<(?P<closing>/?)(?P<name>[A-Z]\w*[a-z]\w*)(?:\s[^<>]*)?(?<!/)>(?m:[ \t\r]*$)"
)
_MARK = re.compile(r"[-*+>|#{]|\d{1,9}[.)]|<(?![/A-Z])")
"""What begins blocks of Markdown, and lines of code."""
_FURTHER = 4
"""Blanks that make code of a line."""
_DEEP = 8
"""How often what is indented in a component is looked into for what is indented further."""


class _Region(NamedTuple):
    """Where a component's content begins and ends, how far its tag is indented, and whether it knows code by that."""

    begin: int
    end: int
    margin: int
    coded: bool = False


def indented_text(
    source: str, found: list[Block], masked: str, boxes: Sequence[Admonition]
) -> list[Block]:
    """The blocks, with what is indented inside a component of MDX or MDC as the blocks that it is.

    MDX knows no code by indentation: between tags of components on lines of their own it is text.
    To MDC it is code where it is four blanks further in than the component.

    Args:
        source: The article.
        found: Its blocks.
        masked: What they were read from.
        boxes: Those of the article.
    """
    regions = _components(source) if "</" in source else []
    regions += [_region(source, box) for box in boxes if box.free]
    regions.sort()
    if not regions:
        return found
    made: list[Block] = []
    around: list[_Region] = []
    regions.reverse()
    for block in found:
        start = block.lines[0][0] if block.lines else 0
        while regions and regions[-1].begin <= start:
            around.append(regions.pop())
        while around and around[-1].end < start:
            around.pop()
        within = _component(block, around) if around and _by_indentation(block) else None
        if within and _is_text(source, block, within):
            made += _inside(masked, block, 1 if within.coded else _DEEP)
        else:
            made.append(block)
    return made


def _components(source: str) -> list[_Region]:
    regions: list[_Region] = []
    waiting: list[re.Match[str]] = []
    for tag in _TAG.finditer(source):
        if not tag["closing"]:
            waiting.append(tag)
        elif waiting and waiting[-1]["name"] == tag["name"]:
            opening = waiting.pop()
            regions.append(_Region(opening.end(), tag.start(), len(opening["indent"])))
    return regions


def _region(source: str, box: Admonition) -> _Region:
    begin, end = box.header
    margin = begin + box.indent - source.rfind("\n", 0, begin) - 1
    return _Region(end, box.closer[0] if box.closer else end, margin, coded=True)


def _component(block: Block, around: Sequence[_Region]) -> _Region | None:
    """The innermost component that a block is in; its last lines may be the ends of others."""
    last = block.lines[-1][1]
    return next((each for each in reversed(around) if last <= each.end), None)


def _is_text(source: str, block: Block, component: _Region) -> bool:
    """Whether indented code is text in its component.

    Where it looks like a list to MDX and like code to all others it is only right below the tag.
    """
    start, end = block.lines[0]
    if start - source.rfind("\n", 0, start) - 1 < component.margin + _FURTHER:
        return True
    return not component.coded and (
        not _MARK.match(source, start, end) or source.count("\n", component.begin, start) == 1
    )


def _by_indentation(block: Block) -> bool:
    return block.kind == "CodeBlock" and bool(block.lines) and not block.value.fenced


def _inside(masked: str, block: Block, levels: int) -> Iterator[Block]:
    """The blocks that indented text is, and that what is indented further in it is."""
    waiting = [(block, 0)]
    while waiting:
        each, depth = waiting.pop()
        if depth < levels and _by_indentation(each):
            waiting += [(part, depth + 1) for part in again(masked, each)][::-1]
        else:
            yield each
