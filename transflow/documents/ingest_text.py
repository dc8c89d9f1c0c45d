"""A press release saved as plain text: what is navigation, title, date and text in it."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import dedent

from transflow.counting import counted
from transflow.documents.dates import date_of_opening, read_date
from transflow.documents.ingest_lines import (
    CONTACT,
    is_letterhead,
    is_sender,
    parted_date,
    without_furniture,
)
from transflow.documents.ingest_paragraphs import holds_table, parts
from transflow.documents.text_lines import (
    is_byline,
    is_dateline,
    is_end_mark,
    is_heading,
    is_kicker,
    is_label,
    is_labelled,
    is_navigation,
    is_underline,
)
from transflow.documents.text_tables import is_row
from transflow.errors import ArticleError
from transflow.segmentation import split

__all__ = ["Found", "clean_text"]

_NUMBERED = re.compile(
    r"^(?:[A-Z]{2,6}[/ ]\d{4}[/ ]\d+|(?:No|Nr|N[°º]|№)\.?\s?\d{1,4}[/-]\d{2,4})$"
)
_LONG = 90
"""A sentence of more letters with its full stop is no title."""
_DATELINE = re.compile(r"^[^.!?]{2,60}?\s(?:--+|[–—])\s")
_TOP = 2
"""A date stands in one of so many first paragraphs."""
_WORDS_OF_MENU = 3
_EVENT = re.compile(r"(?:when|wann|quand|cuándo|когда|时间|متى)\s?[:：]", re.IGNORECASE)
"""What stands before the day of what an advisory invites to."""
_REACHED = re.compile(r"@|\+?\d[\d ()./-]{6,}\d")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a source."""

    title: str
    date: dt.date | None
    summary: str
    body: str
    images: tuple[str, ...]
    decisions: tuple[str, ...]


def clean_text(text: str, where: str, locale: str, said: Mapping[str, str] | None = None) -> Found:
    """Make an article of a press release.

    Args:
        text: The release.
        where: Where it comes from.
        locale: Its language.
        said: What the header of the mail that it came in says.

    Raises:
        ArticleError: If no line of it can be a title.
    """
    release = _Release(locale, _blocks(text), said or {})
    release.read()
    if release.title and not release.named:
        release.without_title()
    if not release.title:
        raise ArticleError("holds no line that could be a title", where=where)
    kept, decisions = release.kept, release.decisions
    if release.date is None:
        release.date_in_text()
    body = "\n\n".join(parts(kept, release.below)) + ("\n" if kept else "")
    decisions.append(counted(len(kept), "paragraph kept", "paragraphs kept"))
    return Found(release.title, release.date, "", body, (), tuple(decisions))


class _Release:
    """The lines of a press release, each judged by what was found before it."""

    def __init__(self, locale: str, blocks: list[list[str]], mail: Mapping[str, str]) -> None:
        self.locale = locale
        self.title = ""
        self.sure = bool(mail)
        """Whether the title is told by what stands outside the text."""
        self.date: dt.date | None = None
        self.kept: list[list[str]] = []
        self.below: list[str] = []
        """What says more directly below the title, and is no heading."""
        self.decisions: list[str] = []
        self.blocks = without_furniture(blocks, self.decisions.append)
        if mail:
            self._mailed(mail)

    @property
    def named(self) -> bool:
        """Whether the title is a title, and no paragraph that stands where one would."""
        return self.sure or len(self.title) <= _LONG or self.title[-1] not in ".。!?"

    def read(self) -> None:
        """Judge every line."""
        for block in self.blocks:
            if not self.title and _is_contact(block):
                self.decisions.append(f"kept as an address above the title: {block[0]!r}")
                self.kept.append(block)
                continue
            if not self.title and self._is_head(block):
                self._beheaded(block)
                continue
            before = self.title
            lines = [line for line in block if self._is_text(line)]
            if lines and self.title and self.title != before:
                self._with_rest(lines)
            dated = len(self.kept) < _TOP and _is_dated(lines, self.locale)
            if dated or (len(lines) == 1 and self.title != before and is_heading(lines[0])):
                self.below.append(lines[0])
            if lines:
                self.kept.append(lines)
        while self.kept and _is_left_over(self.kept[-1]):
            line = self.kept[-1].pop()
            self.decisions.append(f"left out as navigation at the end: {line!r}")
            if not self.kept[-1]:
                self.kept.pop()

    def _with_rest(self, lines: list[str]) -> None:
        """Take the rest of a title from the lines below it, or the title itself from below who writes."""
        capitals = self.title.isupper() and lines[0].isupper() and is_heading(lines[0])
        if capitals and is_letterhead(self.title) and not is_label(lines[0]):
            self.decisions.append(f"left out as a letterhead: {self.title!r}")
            self.title = lines.pop(0)
            self.decisions.append(f"title: {self.title!r}")
        first = self.title
        while lines and _goes_on(self.title, lines[0]):
            self.title = f"{self.title} {lines.pop(0)}"
        if self.title != first:
            self.decisions.append(f"title over more lines than one: {self.title!r}")

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
            if self.date is None and (found := _released(line, self.locale)):
                self._dated(found, line)
        elif _NUMBERED.match(line):
            self.decisions.append(f"left out as a document number: {line!r}")
        elif not self.title and CONTACT.fullmatch(line):
            self.decisions.append(f"kept as an address above the title: {line!r}")
            return True
        elif not self.title and (beside := parted_date(line, self.locale))[0]:
            self._beside(*beside)
        elif above and is_letterhead(self.title) and is_label(line):
            self.decisions.append(f"left out as a letterhead: {self.title!r}, {line!r}")
            self.title = ""
        elif above and self.title and is_label(line):
            self.decisions.append(f"left out as a label: {line!r}")
        elif self.title and not self.kept and is_underline(line):
            self.decisions.append(f"left out as a rule below the title: {line!r}")
        elif self.date is None and len(self.kept) < _TOP and (found := self._dateline(line)):
            self._dated(found, line)
        elif self.sure and not self.kept and line.casefold() == self.title.casefold():
            self.decisions.append(f"left out, the title again: {line!r}")
        elif self.sure and not self.kept and self._is_day(line):
            self.decisions.append(f"date line left out of the text: {line!r}")
        elif not self.title:
            self.title = line
            self.decisions.append(f"title: {line!r}")
        else:
            return True
        return False

    def _mailed(self, said: Mapping[str, str]) -> None:
        """Take title and date from a mail's header."""
        self.title = said["subject"]
        self.decisions.append(f"title, the subject of a mail: {self.title!r}")
        sent = said.get("date") or said.get("sent") or ""
        if found := read_date(sent, self.locale):
            self._dated(found, sent)

    def _beside(self, text: str, date: str) -> None:
        """Take a line apart that has a date at its side: the rest is who writes, or the title."""
        if found := read_date(date, self.locale):
            self._dated(found, date)
        if is_letterhead(text):
            self.decisions.append(f"left out as a letterhead: {text!r}")
        else:
            self.title = text
            self.decisions.append(f"title: {text!r}")

    def _is_head(self, block: list[str]) -> bool:
        """Whether a block says who writes, where and when, and a title stands below it, and text below that."""
        if not is_sender(block):
            return False
        rest = self.blocks[self.blocks.index(block) + 1 :][:4]
        rest = [each for each in rest if not (is_label(each[0]) or _is_dated(each, self.locale))]
        title, *text = rest[:2] or [[""]]
        return (
            bool(text)
            and len(title) == 1
            and title[0][-1].isalnum()
            and not (is_letterhead(title[0]) or is_label(title[0]) or is_byline(title[0]))
            and not is_heading(text[0][0])
        )

    def _beheaded(self, block: list[str]) -> None:
        for line in block:
            if self.date is None and (found := self._dateline(line)):
                self._dated(found, line)
            else:
                self.decisions.append(f"left out as a letterhead: {line!r}")

    def without_title(self) -> None:
        """Let the first sentence stand for a title that there is none of, and keep its paragraph."""
        self.decisions.remove(f"title: {self.title!r}")
        self.kept.insert(0, [self.title])
        text = _DATELINE.sub("", self.title)
        start, end = split(text, self.locale)[0]
        self.title = text[start:end].rstrip(".。")
        self.decisions.append(f"title, as no line is one, the first sentence: {self.title!r}")

    def _is_menu(self, line: str) -> bool:
        """Whether a line of navigation is above the title, or shows that there is none yet."""
        few = len(self.title.split()) <= _WORDS_OF_MENU and not self.sure
        if self.title and few and len(self.kept) == 0:
            self.decisions.remove(f"title: {self.title!r}")
            self.decisions.append(f"left out as navigation: {self.title!r}")
            self.title = ""
        if not self.title and self.date is None and (found := read_date(line, self.locale)):
            self._dated(found, line)
        return not self.title

    def _dateline(self, line: str) -> dt.date | None:
        """The date of a line that is little more than a date ("Geneva, March 29, 2024")."""
        little = len(line) <= 60 and (not line.endswith((".", "。")) or is_dateline(line))
        return read_date(line, self.locale) if little and not _EVENT.match(line) else None

    def _is_day(self, line: str) -> bool:
        """Whether a line says no more than the day that is known."""
        return is_dateline(line) and read_date(line, self.locale) == self.date

    def _dated(self, found: dt.date, line: str) -> None:
        self.date = found
        self.decisions.append(f"date {found.isoformat()}: {line!r}")

    def date_in_text(self) -> None:
        """The date that the first paragraph begins with: "GENEVA, 8 March 2024 -- Women ..."."""
        texts = [
            each[0] for each in self.kept if not _is_contact(each) and each[0] not in self.below
        ]
        for line in texts[:_TOP]:
            if found := date_of_opening(line, self.locale):
                self._dated(found, line[:60])
                return
        self.decisions.append("no date found")


def _is_left_over(block: list[str]) -> bool:
    """Whether the last line of the last block is a menu: no row of a table, and no way to reach somebody."""
    line = block[-1]
    return is_navigation(line) and not (_REACHED.search(line) or is_row(line, (0, len(line))))


def _is_contact(block: list[str]) -> bool:
    """Whether lines say whom to ask: a label that ends in a colon, or an address of mail or phone."""
    return len(block) > 1 and (
        block[0].endswith((":", "：")) and any(_REACHED.search(line) for line in block)
    )


def _is_dated(block: list[str], locale: str) -> bool:
    """Whether a block is a day, alone or behind a label."""
    dated = len(block) == 1 and (is_dateline(block[0]) or is_labelled(block[0]))
    return dated and read_date(block[0], locale) is not None


def _released(label: str, locale: str) -> dt.date | None:
    """The day that a label says: `For immediate release: 3 March 2026`; that of an embargo is one to wait for."""
    return read_date(label, locale) if label.lower().startswith("for immediate") else None


def _goes_on(title: str, line: str) -> bool:
    """Whether a line is the rest of a title that was wrapped: it begins small, or both are capitals; both are no sentences."""
    capitals = title.isupper() and line.isupper() and not is_label(line)
    wrapped = line[0].islower() or capitals
    return title[-1] not in ".!?。！？:" and wrapped and is_heading(line)


def _blocks(text: str) -> list[list[str]]:
    """Paragraphs as lists of lines; white space at the ends is gone, but for the place of cells in a table."""
    blocks: list[list[str]] = [[]]
    for line in re.split(r"\r\n|\n|\r", text):
        if line.strip():
            blocks[-1].append(line.rstrip())
        elif blocks[-1]:
            blocks.append([])
    return [_unindented(block) for block in blocks if block]


def _unindented(block: list[str]) -> list[str]:
    placed = dedent("\n".join(block)).split("\n")
    stripped = [line.strip() for line in block]
    return placed if placed != stripped and holds_table(placed) else stripped


def _another(blocks: list[list[str]], label: str) -> bool:
    """Whether a line that is no label and no menu stands below one."""
    lines = [line for block in blocks for line in block]
    following = lines[lines.index(label) + 1 :]
    if not is_label(label):
        # Words in capitals right above the text are the title.
        stops = [index for index, line in enumerate(following) if line[-1] in ".!?。"]
        following = following[: stops[0]] if stops else following
        following = [line for line in following if not (is_dateline(line) or is_byline(line))]
    return any(
        not (is_kicker(line) or is_label(line) or is_navigation(line) or _NUMBERED.match(line))
        for line in following[:4]
        if line[-1:].isalnum()
    )
