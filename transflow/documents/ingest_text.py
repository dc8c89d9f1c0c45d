"""A press release saved as plain text: what is navigation, title, date and text in it."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from transflow.documents.dates import read_date
from transflow.documents.md_escape import escape, guard_heading, guard_line
from transflow.documents.text_lines import is_heading, is_kicker, is_navigation
from transflow.errors import ArticleError

__all__ = ["Found", "clean_text"]

_NUMBERED = re.compile(r"^[A-Z]{2,6}[/ ]\d{4}[/ ]\d+$")
_END = re.compile(r"(?:#\s*){3,}|-\s?30\s?-|[-–*\s]*(?:ends?|END)[-–*.\s]*$", re.IGNORECASE)
_UNDERLINE = re.compile(r"(?:-{3,}|={3,}|~{3,}|_{3,})$")
_SHORT = 70
_ITEM = re.compile(r"^\s*(?:[-*•–]|\d{1,3}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a source."""

    title: str
    date: dt.date | None
    summary: str
    body: str
    images: tuple[str, ...]
    decisions: tuple[str, ...]


def clean_text(text: str, where: str, locale: str) -> Found:
    """Make an article of a press release.

    Raises:
        ArticleError: If no line of it can be a title.
    """
    decisions: list[str] = []
    blocks = _blocks(text)
    date: dt.date | None = None
    title = ""
    kept: list[list[str]] = []
    for block in blocks:
        lines = []
        for line in block:
            if not kept and not title and is_navigation(line):
                decisions.append(f"left out as navigation: {line!r}")
            elif _END.fullmatch(line):
                decisions.append(f"left out as an end mark: {line!r}")
            elif not title and not kept and is_kicker(line) and _another(blocks, line):
                decisions.append(f"left out as a label: {line!r}")
            elif _NUMBERED.match(line):
                decisions.append(f"left out as a document number: {line!r}")
            elif date is None and len(kept) < 2 and (found := _dateline(line, locale)):
                date = found
                decisions.append(f"date {found.isoformat()}: {line!r}")
            elif not title:
                title = line
                decisions.append(f"title: {line!r}")
            else:
                lines.append(line)
        if lines:
            kept.append(lines)
    while kept and all(is_navigation(line) for line in kept[-1]):
        decisions.append(f"left out as navigation at the end: {' '.join(kept.pop())!r}")
    if not title:
        raise ArticleError("holds no line that could be a title", where=where)
    if date is None:
        decisions.append("no date found")
    parts = list(_parts(kept))
    body = "\n\n".join(parts) + ("\n" if kept else "")
    decisions.append(f"{len(kept)} paragraphs kept")
    return Found(title, date, "", body, (), tuple(decisions))


def _dateline(line: str, locale: str) -> dt.date | None:
    """The date of a line that is little more than a date ("Geneva, March 29, 2024")."""
    return read_date(line, locale) if len(line) <= 60 and not line.endswith((".", "。")) else None


def _blocks(text: str) -> list[list[str]]:
    """Paragraphs as lists of lines; white space at the ends is gone."""
    lines = [line.strip() for line in re.split(r"\r\n|\n|\r", text)]
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _another(blocks: list[list[str]], label: str) -> bool:
    """Whether a line that is no label and no menu stands below one."""
    lines = [line for block in blocks for line in block]
    following = lines[lines.index(label) + 1 :]
    return any(
        not (is_kicker(line) or is_navigation(line) or _NUMBERED.match(line))
        for line in following[:4]
        if line[-1:].isalnum()
    )


def _parts(kept: list[list[str]]) -> Iterator[str]:
    """Each block as Markdown: an underlined or lone short line above text is a heading."""
    for index, lines in enumerate(kept):
        underlined = len(lines) > 1 and _UNDERLINE.match(lines[1]) and not _ITEM.match(lines[0])
        last = index + 1 == len(kept)
        if underlined:
            yield f"## {guard_heading(escape(lines[0]))}"
            if lines[2:]:
                yield _markdown(lines[2:])
        elif len(lines) == 1 and is_heading(lines[0]) and not last and not _lone(kept[index + 1]):
            yield f"## {guard_heading(escape(lines[0]))}"
        else:
            yield _markdown(lines)


def _lone(lines: list[str]) -> bool:
    return len(lines) == 1 and is_heading(lines[0])


def _markdown(lines: list[str]) -> str:
    """A paragraph or list as Markdown: nothing in it becomes markup that was none."""
    if _ITEM.match(lines[0]):
        items: list[str] = []
        for line in lines:
            if _ITEM.match(line):
                items.append(line)
            else:
                items[-1] += f" {line}"
        return "\n".join(
            f"{'1.' if item[0].isdigit() else '-'} {guard_line(escape(_ITEM.sub('', item)))}"
            for item in items
        )
    if any("@" in line for line in lines) and all(len(line) < _SHORT for line in lines):
        # An address: its lines are its own.
        return "\\\n".join(guard_line(escape(line)) for line in lines)
    return guard_line(escape(" ".join(lines)))
