"""A press release saved as plain text: what is navigation, title, date and text in it."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from transflow.counting import counted
from transflow.documents.dates import date_of_opening, read_date
from transflow.documents.md_escape import escape, guard_heading, guard_line
from transflow.documents.text_lines import (
    begins_with_heading,
    is_end_mark,
    is_heading,
    is_kicker,
    is_label,
    is_navigation,
    is_underline,
)
from transflow.errors import ArticleError

__all__ = ["Found", "clean_text"]

_NUMBERED = re.compile(r"^[A-Z]{2,6}[/ ]\d{4}[/ ]\d+$")
_SHORT = 70
_TOP = 2
"""A date stands in one of so many first paragraphs."""
_WORDS_OF_MENU = 3
_REACHED = re.compile(r"@|\+?\d[\d ()./-]{6,}\d")
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
    release = _Release(locale, _blocks(text))
    release.read()
    if not release.title:
        raise ArticleError("holds no line that could be a title", where=where)
    kept, decisions = release.kept, release.decisions
    if release.date is None:
        release.date_in_text()
    body = "\n\n".join(_parts(kept)) + ("\n" if kept else "")
    decisions.append(counted(len(kept), "paragraph kept", "paragraphs kept"))
    return Found(release.title, release.date, "", body, (), tuple(decisions))


class _Release:
    """The lines of a press release, each judged by what was found before it."""

    def __init__(self, locale: str, blocks: list[list[str]]) -> None:
        self.locale = locale
        self.blocks = blocks
        self.title = ""
        self.date: dt.date | None = None
        self.kept: list[list[str]] = []
        self.decisions: list[str] = []

    def read(self) -> None:
        """Judge every line."""
        for block in self.blocks:
            if not self.title and _is_contact(block):
                self.decisions.append(f"kept as an address above the title: {block[0]!r}")
                self.kept.append(block)
                continue
            lines = [line for line in block if self._is_text(line)]
            if lines:
                self.kept.append(lines)
        while self.kept and is_navigation(self.kept[-1][-1]):
            line = self.kept[-1].pop()
            self.decisions.append(f"left out as navigation at the end: {line!r}")
            if not self.kept[-1]:
                self.kept.pop()

    def _is_text(self, line: str) -> bool:
        above = not any(not _is_contact(block) for block in self.kept)
        if above and is_navigation(line) and self._is_menu(line):
            self.decisions.append(f"left out as navigation: {line!r}")
        elif is_end_mark(line):
            self.decisions.append(f"left out as an end mark: {line!r}")
        elif (
            not self.title
            and above
            and (is_kicker(line) or is_label(line))
            and _another(self.blocks, line)
        ):
            self.decisions.append(f"left out as a label: {line!r}")
        elif _NUMBERED.match(line):
            self.decisions.append(f"left out as a document number: {line!r}")
        elif self.date is None and len(self.kept) < _TOP and (found := self._dateline(line)):
            self._dated(found, line)
        elif not self.title:
            self.title = line
            self.decisions.append(f"title: {line!r}")
        else:
            return True
        return False

    def _is_menu(self, line: str) -> bool:
        """Whether a line of navigation is above the title, or shows that there is none yet."""
        if self.title and len(self.title.split()) <= _WORDS_OF_MENU and len(self.kept) == 0:
            self.decisions.remove(f"title: {self.title!r}")
            self.decisions.append(f"left out as navigation: {self.title!r}")
            self.title = ""
        if not self.title and self.date is None and (found := read_date(line, self.locale)):
            self._dated(found, line)
        return not self.title

    def _dateline(self, line: str) -> dt.date | None:
        """The date of a line that is little more than a date ("Geneva, March 29, 2024")."""
        little = len(line) <= 60 and not line.endswith((".", "。"))
        return read_date(line, self.locale) if little else None

    def _dated(self, found: dt.date, line: str) -> None:
        self.date = found
        self.decisions.append(f"date {found.isoformat()}: {line!r}")

    def date_in_text(self) -> None:
        """The date that the first paragraph begins with: "GENEVA, 8 March 2024 -- Women ..."."""
        for line in (block[0] for block in self.kept[:2]):
            if found := date_of_opening(line, self.locale):
                self._dated(found, line[:60])
                return
        self.decisions.append("no date found")


def _is_contact(block: list[str]) -> bool:
    """Whether lines say whom to ask: a label that ends in a colon, or an address of mail or phone."""
    return len(block) > 1 and (
        block[0].endswith((":", "：")) and any(_REACHED.search(line) for line in block)
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


def _another(blocks: list[list[str]], label: str) -> bool:
    """Whether a line that is no label and no menu stands below one."""
    lines = [line for block in blocks for line in block]
    following = lines[lines.index(label) + 1 :]
    return any(
        not (is_kicker(line) or is_label(line) or is_navigation(line) or _NUMBERED.match(line))
        for line in following[:4]
        if line[-1:].isalnum()
    )


def _parts(kept: list[list[str]]) -> Iterator[str]:
    """Each block as Markdown: an underlined or lone short line above text is a heading."""
    for index, lines in enumerate(kept):
        underlined = len(lines) > 1 and is_underline(lines[1]) and not _ITEM.match(lines[0])
        last = index + 1 == len(kept)
        if underlined:
            yield f"## {guard_heading(escape(lines[0]))}"
            if lines[2:]:
                yield _markdown(lines[2:])
        elif len(lines) == 1 and is_heading(lines[0]) and not last and not _lone(kept[index + 1]):
            yield f"## {guard_heading(escape(lines[0]))}"
        elif begins_with_heading(lines):
            yield f"## {guard_heading(escape(lines[0]))}"
            yield _markdown(lines[1:])
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
