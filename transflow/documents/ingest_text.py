"""A press release saved as plain text: what is navigation, title, date and text in it."""

import datetime as dt
import re
from dataclasses import dataclass

from transflow.documents.dates import read_date
from transflow.documents.md_escape import escape, guard_line
from transflow.errors import ArticleError

__all__ = ["Found", "clean_text"]

_SEPARATOR = re.compile(r"\s+[|›»>·•/]\s+|\s{3,}|\t")
_NAVIGATION = re.compile(
    r"^(?:home|menu|skip to (?:main )?content|search|log ?in|sign in|contact(?: us)?|about(?: us)?|share|print"
    r"|subscribe|press room|media ?center|news(?: and events)?|privacy(?: policy)?|terms(?: of use)?|site ?map"
    r"|cookies?|english|fran[cç]ais|español|русский|中文|العربية|back to top|next|previous)$",
    re.IGNORECASE,
)
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
            if not kept and not title and _is_navigation(line):
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
    while kept and all(_is_navigation(line) for line in kept[-1]):
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


def _is_navigation(line: str) -> bool:
    """Short words between separators, or one word that menus are made of."""
    if _NAVIGATION.match(line.strip()):
        return True
    parts = [part for part in _SEPARATOR.split(line.strip()) if part]
    return (
        len(parts) >= 3 and all(len(part.split()) <= 4 for part in parts) and line[-1:] not in ".!?"
    )


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
