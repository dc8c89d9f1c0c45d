"""The main part of a saved page as Markdown; what Markdown has no signs for stays HTML in it."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Any
from urllib.parse import urljoin

from transflow.documents.ingest_buttons import words_on
from transflow.documents.ingest_code import code, fenced, formula
from transflow.documents.ingest_dates import date_line, names_date
from transflow.documents.ingest_furniture import furniture, is_trail, others
from transflow.documents.ingest_tables import grid
from transflow.documents.ingest_tree import (
    BLOCKS,
    HEADINGS,
    UNSEEN,
    Kept,
    cell_rows,
    letters,
    words,
)
from transflow.documents.md_escape import escape, guard_cell, guard_heading, guard_line
from transflow.documents.text_lines import is_kicker, is_label

__all__ = ["Writer"]

_TOP = 1500
"""Letters above a headline at most."""
_BESIDE = 8
"""A line with the date is one of so many below a headline, or at the top."""
_TOLD = 300
"""Letters of a text left out that are said at most."""
_MARKS = {
    **dict.fromkeys(("b", "strong"), ("**", "strong")),
    **dict.fromkeys(("i", "em"), ("*", "em")),
    **dict.fromkeys(("s", "strike", "del"), ("~~", "del")),
}
_AS_HTML = frozenset("abbr acronym cite dfn ins kbd mark q rp rt ruby sub sup u var".split())  # noqa: SIM905
_FRAMES = {"iframe": "an embedded page", "video": "a video", "audio": "a recording"}
_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
_BREAK = "\x01"


class Writer:
    """Writes a page's elements as Markdown.

    Attributes:
        decisions: What was left out, one sentence each.
        images: Addresses of the images.
        left: The elements left out with a word.
    """

    def __init__(
        self, title: str, date: dt.date | None, locale: str, address: str, kept: Kept
    ) -> None:
        self.title = title
        self.date = date
        self.locale = locale
        self.address = address
        self.kept = kept
        self.decisions: list[str] = []
        self.images: list[str] = []
        self.left: set[Any] = set()
        self._lines = 0
        """So many stand above, but for those above the headline."""
        self._written = 0
        self._titled = False
        self._dated = False
        """Whether the date was left out since the last block."""
        self._linked: set[str] | None = None
        self._others: set[Any] = set()

    def article(self, part: Any) -> str:
        """The page's main part without what is furniture in it."""
        self._others = others(part, self.title, self.kept)
        written: list[str] = []
        for text in self.blocks(part):
            self._without_label(written)
            written += [text] if text else []
        self._without_label(written)
        return "\n\n".join(written) + "\n"

    def _without_label(self, written: list[str]) -> None:
        """Take the date's label with the date that was just left out."""
        if self._dated and written and names_date(written[-1]):
            self.decisions.append(f"left out as a label: {written.pop()!r}")
        self._dated = False

    def blocks(self, node: Any) -> Iterator[str]:
        """The blocks in an element; its text between them is paragraphs."""
        line = [_plain(node.text)]
        for child in node:
            if self._stands_alone(child):
                yield from self._paragraphs(line)
                line = []
                yield from self._block(child)
            else:
                line.append(self._span(child, "".join(line)[-1:]))
            line.append(_plain(child.tail))
        yield from self._paragraphs(line)

    def _stands_alone(self, node: Any) -> bool:
        return node.tag in BLOCKS or (
            node.tag not in UNSEEN and next(node.iterdescendants(*BLOCKS), None) is not None
        )

    def _block(self, node: Any) -> Iterator[str]:
        if node in self._others:
            self._leave(node, "links to other pages")
        elif why := furniture(node, self.kept):
            self._leave(node, why)
        elif is_trail(node, self.title):
            self._leave(node, "the way to this page")
        elif node.tag in _FRAMES:
            self._leave(node, _FRAMES[node.tag], node.get("title") or self._link(node.get("src")))
        elif node.tag in HEADINGS:
            yield self._heading(node)
        elif node.tag in {"ul", "ol", "menu", "dir"}:
            yield from self._list(node)
        elif node.tag == "dl":
            yield from self._definitions(node)
        elif node.tag == "blockquote":
            inside = "\n\n".join(filter(None, self.blocks(node)))
            yield "\n".join(f"> {line}".rstrip() for line in inside.split("\n")) if inside else ""
        elif node.tag == "table":
            yield from self._table(node)
        elif node.tag == "pre":
            yield fenced(node)
        elif _is_caption(node) and node.getparent().find(".//img") is not None:
            yield self._caption(node)
        else:
            yield from self.blocks(node)

    def _leave(self, node: Any, why: str, text: str = "") -> None:
        self.left.add(node)
        if text := text or words(node):
            short = text if len(text) <= _TOLD else f"{text[:_TOLD]}…"
            self.decisions.append(f"left out, {why}: {short!r}")

    def _heading(self, node: Any) -> str:
        if not (text := self._inline(node).replace(_BREAK, " ")):
            return ""
        if self._is_title(words(node)) or self._is_date(text):
            return ""
        name = self._linked_name(node)
        return f"{'#' * max(2, int(node.tag[1]))} {guard_heading(_spaced(text))}{name}"

    def _is_title(self, text: str) -> bool:
        """Whether a text near the top is the title again."""
        if self._written > _TOP or letters(text) != letters(self.title):
            return False
        self._titled, self._lines = True, 0
        return True

    def _is_date(self, text: str) -> bool:
        """Whether a line at the headline is the date again."""
        shown = re.sub(r"[*_\\]|<[^>]*>", "", text)
        if (
            not self.date
            or self._lines > _BESIDE
            or date_line(shown, self.locale, alone=True) != self.date
        ):
            return False
        self.decisions.append(f"date line left out of the text: {text!r}")
        self._dated = True
        return True

    def _linked_name(self, node: Any) -> str:
        """The name of a heading that a link of the page leads to."""
        names = [each.get("id") or each.get("name") for each in node.iter()]
        if self._linked is None:
            self._linked = {link.get("href") or "" for link in node.getroottree().iter("a")}
        found = next((name for name in names if name and f"#{name}" in self._linked), "")
        return f" {{#{found}}}" if re.fullmatch(r"[\w:.-]+", found) else ""

    def _paragraphs(self, parts: list[str]) -> Iterator[str]:
        """Text between blocks: two line breaks part paragraphs, one is a break in its line."""
        for text in re.split(rf"{_BREAK}\s*{_BREAK}", "".join(parts)):
            lines = [line for line in map(_spaced, text.split(_BREAK)) if line]
            if lines and not self._above(lines):
                shown = "".join(re.sub(r"!\[.*?\]\(.*?\)", "", line) for line in lines)
                self._lines += bool(shown)
                self._written += len(shown)
                yield "\\\n".join(map(guard_line, lines))

    def _above(self, lines: list[str]) -> bool:
        """Whether a paragraph is the title, the date or a label above the text."""
        if len(lines) > 1:
            return False
        if self._is_title(lines[0]) or self._is_date(lines[0]):
            return True
        if not (self._titled or self._lines) and (is_label(lines[0]) or is_kicker(lines[0])):
            self.decisions.append(f"left out as a label: {lines[0]!r}")
            return True
        return False

    def _caption(self, node: Any) -> str:
        text = _spaced(self._inline(node).replace(_BREAK, " "))
        if "*" in text:
            text = escape(words(node))
        return f"*{text}*" if text else ""

    def _list(self, node: Any) -> Iterator[str]:
        """The items of a list, what is in them further in."""
        mark = _mark(node)
        items: list[str] = []
        for child in node:
            inside = [part for part in self._item(child) if part]
            if child.tag != "li" and items and inside:  # a list directly in a list
                items[-1] += "\n" + _indented("\n".join(inside), len(mark) + 1)
            elif inside:
                items.append(f"{mark} {_indented(_joined(inside), len(mark) + 1).lstrip()}")
        if items:
            yield "\n".join(items)

    def _item(self, node: Any) -> Iterator[str]:
        return self.blocks(node) if node.tag == "li" else self._block(node)

    def _definitions(self, node: Any) -> Iterator[str]:
        """Terms, each with what explains it behind colons."""
        entries: list[str] = []
        for child in node.iter("dt", "dd"):
            if next(child.iterancestors("dl"), None) is not node:
                continue
            if child.tag == "dt":
                term = guard_line(_spaced(self._inline(child).replace(_BREAK, " ")))
                entries += [term] if term else []
            elif inside := _joined([part for part in self.blocks(child) if part]):
                if entries:
                    entries[-1] += f"\n: {_indented(inside, 2).lstrip()}"
                else:
                    entries.append(inside)
            else:
                self._without_label(entries)
        yield from entries

    def _table(self, node: Any) -> Iterator[str]:
        for caption in node.iterchildren("caption"):
            yield from self.blocks(caption)
        rows = grid(cell_rows(node))
        width = max((len(row) for row in rows), default=0)
        if width == 1:  # a frame around text
            for cell in (row[0] for row in rows if row and row[0] is not None):
                yield from self.blocks(cell)
        elif width:
            texts = [["" if cell is None else self._cell(cell) for cell in row] for row in rows]
            lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in texts]
            yield "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])

    def _cell(self, node: Any) -> str:
        """A cell on one line: its blocks and lines are parted by `<br>`."""
        line = re.sub(rf"^[\s{_BREAK}]+|[\s{_BREAK}]+$", "", self._inline(node))
        return guard_cell(_spaced(re.sub(rf"(?:\s*{_BREAK}\s*)+", "<br>", line)))

    def _inline(self, node: Any) -> str:
        """What is in an element as inline Markdown, blocks in it on lines of their own."""
        parts = [_plain(node.text)]
        for child in node:
            edge = _BREAK if child.tag in BLOCKS else ""
            parts.append(f"{edge}{self._span(child, ''.join(parts)[-1:])}{edge}")
            parts.append(_plain(child.tail))
        return "".join(parts)

    def _span(self, node: Any, before: str) -> str:
        """An element in a line, behind a letter `before` it."""
        if node.tag == "br":
            return _BREAK
        if node.tag == "img":
            return self._image(node)
        if node.tag == "area" and node.get("alt"):
            self._leave(node, "a place on an image", node.get("alt"))
        if node.get("hidden") is not None:
            self._leave(node, "hidden")
        if node.tag == "button":
            self._leave(node, "a button", words_on(node))
        if node.tag in UNSEEN or node in self.left:
            return ""
        if node.tag in {"code", "tt", "samp"} and words(node):
            return code(" ".join("".join(node.itertext()).split()))
        if node.tag == "math":
            return formula(node)
        head, inside, tail = _parted(self._inline(node))
        if not inside:
            return head + tail
        beside = ((head or before)[-1:], (tail or node.tail or "")[:1])
        marked = self._marked(node, inside, tight=any(map(str.isalnum, beside)))
        return f"{head}{marked}{tail}"

    def _marked(self, node: Any, inside: str, *, tight: bool) -> str:
        """Text with the marks of the element it is in; `tight` where a letter stands right beside it."""
        target = node.get("href") or "" if node.tag == "a" else ""
        if target and not target.lower().startswith("javascript:"):
            return f"[{inside}]({_target(self._link(target))})"
        if node.tag in _MARKS and not _is_marked(node):
            mark, name = _MARKS[node.tag]
            # Beside a letter, or around another of its kind, a mark may be none: HTML says it there.
            return (
                f"<{name}>{inside}</{name}>" if tight or mark in inside else f"{mark}{inside}{mark}"
            )
        if node.tag in _AS_HTML:
            title = (node.get("title") or "").replace("&", "&amp;").replace('"', "&quot;")
            said = f' title="{title}"' if title else ""
            return f"<{node.tag}{said}>{inside}</{node.tag}>"
        return inside

    def _image(self, node: Any) -> str:
        source = node.get("src") or ""
        if not source or source.startswith("data:"):
            source = node.get("data-src") or ""
        alt = node.get("alt") or ""
        if not source or {node.get("width"), node.get("height")} & {"0", "1"}:
            return ""
        self.images.append(self._link(source))
        text = escape(" ".join(alt.split())).replace("[", "\\[").replace("]", "\\]")
        return f"![{text}]({_target(self.images[-1])})"

    def _link(self, target: str | None) -> str:
        target = (target or "").strip()
        return urljoin(self.address, target) if self.address else target


def _is_marked(node: Any) -> bool:
    """Whether a line has the mark of an element already where it stands."""
    around = takewhile(lambda each: each.tag not in BLOCKS, node.iterancestors())
    return any(_MARKS.get(each.tag) == _MARKS[node.tag] for each in around)


def _is_caption(node: Any) -> bool:
    """Whether an element is what stands below an image; WordPress makes paragraphs of them."""
    return node.tag == "figcaption" or "wp-caption-text" in (node.get("class") or "")


def _target(address: str) -> str:
    return f"<{address}>" if re.search(r"[\s()]", address) else address


def _plain(text: str | None) -> str:
    return escape(re.sub(r"\s+", " ", text)) if text else ""


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _parted(text: str) -> tuple[str, str, str]:
    """White space and line breaks at the ends of a text, which no mark can stand beside, and what is between."""
    inside = text.strip(f" {_BREAK}\t\r\n")
    at = text.find(inside) if inside else len(text)
    return text[:at], inside, text[at + len(inside) :]


def _mark(node: Any) -> str:
    """What the items of a list begin with: another sign right below a list, which would go on else."""
    second, above = False, node.getprevious()
    while above is not None and above.tag == node.tag and not (above.tail or "").strip():
        second, above = not second, above.getprevious()
    if node.tag != "ol":
        return "*" if second else "-"
    start = node.get("start") or ""
    number = start if start.isdecimal() and len(start) < 10 else "1"
    return f"{number}{')' if second else '.'}"


def _indented(text: str, width: int) -> str:
    return "\n".join(f"{' ' * width}{line}".rstrip() for line in text.split("\n"))


def _joined(parts: list[str]) -> str:
    """Blocks of an item: a list stands right below a line."""
    text = parts[0] if parts else ""
    for before, part in pairwise(parts):
        tight = re.match(r"(?:[-*]|\d+[.)]) ", part) and "\n" not in before
        text += ("\n" if tight else "\n\n") + part
    return text
