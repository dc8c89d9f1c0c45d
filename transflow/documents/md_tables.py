"""Tables that Pandoc reads by their columns of dashes: a text of another width would move their cells.

https://pandoc.org/MANUAL.html#extension-simple_tables and #extension-multiline_tables
"""

import re

__all__ = ["masked_tables"]

_RULE = re.compile(r"[ ]{0,3}-{2,}(?:[ ]+-{2,})+[ ]*\r?")
"""Dashes under each column."""
_EDGE = re.compile(r"[ ]{0,3}-{10,}[ ]*\r?")
"""What stands above and below a table whose rows have several lines."""
_LONGEST = 400
"""Lines of such a table."""


def masked_tables(source: str, start: int = 0) -> str:
    """The source with such tables blank; same places.

    Args:
        source: A Markdown text.
        start: Where it begins, behind its front matter.
    """
    if not _may_have(source, start):
        return source
    lines = source[start:].split("\n")
    for index, line in enumerate(lines):
        if _RULE.fullmatch(line):
            for number in _table(lines, index):
                lines[number] = re.sub(r"[^\r]", " ", lines[number])
    return source[:start] + "\n".join(lines)


def _may_have(source: str, start: int) -> bool:
    """Whether there are dashes under columns."""
    at = source.find("-- ", start)
    while at >= 0:
        end = source.find("\n", at) % (len(source) + 1)
        begin = source.rfind("\n", 0, at) + 1
        if begin >= start and _RULE.fullmatch(source, begin, end):
            return True
        at = source.find("-- ", end)
    return False


def _table(lines: list[str], rule: int) -> range:
    """The lines of the table that a rule is of; none where it is of none."""
    top = rule
    while top and lines[top - 1].strip():
        top -= 1
    if top < rule and _EDGE.fullmatch(lines[top]):
        for number in range(rule + 1, min(rule + _LONGEST, len(lines))):
            if _EDGE.fullmatch(lines[number]):
                return range(top, number + 1)
        return range(0)
    last = rule
    while last + 1 < len(lines) and lines[last + 1].strip():
        last += 1
    headed = rule - top == 1
    closed = top == rule and _RULE.fullmatch(lines[last]) is not None
    return range(top, last + 1) if last > rule and (headed or closed) else range(0)
