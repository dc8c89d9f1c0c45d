"""The paragraphs of a press release as Markdown: headings, lists, tables, and lines that are their own."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from transflow.documents.md_escape import escape, guard_cell, guard_heading, guard_line
from transflow.documents.text_lines import (
    begins_with_heading,
    is_address,
    is_contact,
    is_heading,
    is_labelled,
    is_underline,
    item_mark,
)
from transflow.documents.text_tables import Cell, table_in

__all__ = ["holds_table", "parts"]

_SHORT = 70
_LABELS = 3
"""Lines with labels so many make the others parts of them."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_PHONE = re.compile(r"\+?\d[\d ()./-]{6,}\d")


def parts(kept: list[list[str]], plain: Sequence[str] = ()) -> Iterator[str]:
    """Each block as Markdown: an underlined or lone short line above text is a heading, but for `plain` ones."""
    for index, lines in enumerate(kept):
        above, table, below = _with_table(lines)
        if table:
            yield from (*_blocks(above), table, *_blocks(below))
            continue
        item = item_mark(lines[0]) != ""
        if len(lines) > 1 and is_underline(lines[1]) and not item:
            yield _heading(lines[0])
            yield from _blocks(lines[2:])
        elif lines[0] in plain or _is_listed(kept, index):
            yield from _blocks(lines)
        elif _lone(lines) and kept[index + 1 :] and not _goes_on(kept, index + 1):
            yield _heading(lines[0])
        elif begins_with_heading(lines):
            yield _heading(lines[0])
            yield from _blocks(lines[1:])
        else:
            yield from _blocks(lines)


def _heading(line: str) -> str:
    return f"## {guard_heading(escape(line))}"


def _lone(lines: list[str]) -> bool:
    return len(lines) == 1 and is_heading(lines[0])


def _goes_on(kept: list[list[str]], index: int) -> bool:
    """Whether a block is a lone line like the one above it, and begins no list."""
    return _lone(kept[index]) and not _is_listed(kept, index)


def _is_listed(kept: list[list[str]], index: int) -> bool:
    """Whether a block is items: a number alone may be a heading's, two in a row are a list's."""
    marks = [item_mark(line) for line in kept[index]]
    if not marks[0] or not marks[0][0].isdigit() or sum(map(bool, marks)) > 1:
        return bool(marks[0])
    beside = (item_mark(lines[0]) for lines in kept[max(0, index - 1) : index + 2])
    return sum(mark[:1].isdigit() for mark in beside) > 1


def holds_table(lines: list[str]) -> bool:
    """Whether some lines of a block are a table."""
    return bool(_table(lines)[2])


def _table(lines: list[str]) -> tuple[int, int, list[Cell]]:
    ends = list(accumulate(len(line) + 1 for line in lines))
    starts = [end - len(line.lstrip()) - 1 for line, end in zip(lines, ends, strict=True)]
    ranges = [(start, end - 1) for start, end in zip(starts, ends, strict=True)]
    return table_in("\n".join(lines), ranges)


def _with_table(lines: list[str]) -> tuple[list[str], str, list[str]]:
    """The lines above a table, the table as Markdown, and the lines below it; nothing where there is none."""
    text = "\n".join(lines)
    begin, end, found = _table(lines)
    if not found:
        return lines, "", []
    rows: dict[int, dict[int, str]] = {}
    for cell in found:
        rows.setdefault(cell.row, {})[cell.column] = guard_cell(escape(text[slice(*cell.place)]))
    width = 1 + max(cell.column for cell in found)
    head, *rest = [[row.get(at, "") for at in range(width)] for row in rows.values()]
    if any(any(map(str.isdigit, cell)) and not _YEAR.fullmatch(cell) for cell in head[1:]):
        head, rest = [""] * width, [head, *rest]
    drawn = [f"| {' | '.join(row)} |" for row in (head, *rest)]
    return lines[:begin], "\n".join([drawn[0], "|" + " --- |" * width, *drawn[1:]]), lines[end:]


def _blocks(lines: list[str]) -> Iterator[str]:
    """A paragraph as Markdown, and the list that stands in it: nothing in it becomes markup that was none."""
    lines = [line.strip() for line in lines]
    begins = [index for index, line in enumerate(lines) if item_mark(line)]
    if len(begins) == 1 and begins[0] and lines[begins[0] - 1][-1] not in ":：":
        begins = []  # a dash in a sentence
    first = begins[0] if begins else len(lines)
    if first:
        yield "\\\n".join(guard_line(escape(text)) for text in _lines(lines[:first]))
    items = [" ".join(lines[start:end]) for start, end in pairwise([*begins, len(lines)])]
    if begins:
        yield "\n".join(map(_item, items))


def _item(text: str) -> str:
    mark = item_mark(text)
    return f"{'1.' if mark[0].isdigit() else '-'} {guard_line(escape(text[len(mark) :].strip()))}"


def _lines(lines: list[str]) -> Iterator[str]:
    """A paragraph on one line, or on those that are its own: of an address, or with a label each (`Where: Town hall`)."""
    mailed = all(len(line) < _SHORT for line in lines) and any(
        "@" in line or _PHONE.fullmatch(line) for line in lines
    )
    if mailed or is_address(lines):
        yield from lines
        return
    labels = [index for index, line in enumerate(lines) if is_labelled(line)]
    if len(labels) < min(len(lines), _LABELS) or labels[0]:
        end = len(lines)
        while end and is_contact(lines[end - 1]):
            end -= 1
        labels = [0, *range(end or 1, len(lines))]
    for start, end in pairwise([*labels, len(lines)]):
        yield " ".join(lines[start:end])
