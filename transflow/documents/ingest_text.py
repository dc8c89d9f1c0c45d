"""A press release saved as plain text: what is navigation, title, date and text in it."""

import datetime as dt
import re
from dataclasses import dataclass

from transflow.documents.dates import read_date
from transflow.documents.md_escape import escape, guard_line
from transflow.documents.navigation import is_navigation
from transflow.errors import ArticleError

__all__ = ["Found", "clean_text"]

_NUMBERED = re.compile(r"^[A-Z]{2,6}[/ ]\d{4}[/ ]\d+$")
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
    body = "\n\n".join(_markdown(lines) for lines in kept) + ("\n" if kept else "")
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


def _markdown(lines: list[str]) -> str:
    """A paragraph or list as Markdown: nothing in it becomes markup that was none."""
    if all(_ITEM.match(line) for line in lines):
        return "\n".join(
            f"{'1.' if line.lstrip()[0].isdigit() else '-'} {guard_line(escape(_ITEM.sub('', line)))}"
            for line in lines
        )
    return guard_line(escape(" ".join(lines)))
