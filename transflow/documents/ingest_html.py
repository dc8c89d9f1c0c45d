"""A saved web page: its main text by trafilatura, as Markdown."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from transflow.documents.charset import decoded
from transflow.documents.dates import read_date
from transflow.documents.html_inline import plain
from transflow.documents.html_tokens import Tag, tokens
from transflow.documents.ingest_headings import date_below, title_of, without_permalinks
from transflow.documents.ingest_losses import lost_texts
from transflow.documents.ingest_text import Found
from transflow.documents.md_escape import escape, guard_cell, guard_line
from transflow.documents.text_lines import is_kicker, is_label
from transflow.errors import ArticleError

__all__ = ["clean_html"]

_HEAD = 60
"""Letters by which a summary is found to be the text's beginning."""
_SHORT = 70
_CELLS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th"})
_TEXT_BLOCKS = frozenset({"h1", "h2", "h3", "blockquote"})
_LANGUAGE = re.compile(r"<html[^>]*\slang=[\"']?([a-z]{2,3})\b", re.IGNORECASE)
_MARKS = {"#b": "**", "#i": "*", "#t": "`", "#s": "~~"}


def clean_html(data: bytes, where: str, address: str) -> Found:
    """Make an article of a page.

    Raises:
        ArticleError: If trafilatura is not installed, or finds no text.
    """
    try:
        import trafilatura  # noqa: PLC0415 - an extra
        from lxml import etree  # noqa: PLC0415 - comes with it
    except ImportError as cause:
        raise ArticleError(
            "web pages are read with trafilatura, which is not installed",
            where=where,
            hint="pip install 'transflow[ingest]'",
        ) from cause
    page = without_permalinks(_without_layout(_page(data, where)))
    text = trafilatura.extract(
        _with_times_and_sources(page),
        url=address or None,
        output_format="xml",
        include_images=True,
        include_tables=True,
        include_links=True,
        include_formatting=True,
        include_comments=False,
    )
    if not text:
        raise ArticleError("holds no article that could be recognised", where=where)
    # Without the extensive search, which makes a day of "© 2026".
    about = trafilatura.extract_metadata(page, default_url=address or None, extensive=False)
    root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    main = root.find("main")
    title = title_of(page, (about.title or "").strip()) or _first_heading(main) or "Untitled"
    date = _iso(about.date)
    spoken = _LANGUAGE.search(page)
    date = date if date and _stands(date, page) else None
    date = date or date_below(page, title, spoken[1] if spoken else "en")
    decisions = [
        f"title: {title!r}",
        f"date {date.isoformat()}" if date else "no date found",
        "main text recognised by trafilatura; menus, footers and comments left out",
    ]
    maker = _Maker(title, date, _captions(page), decisions)
    body = "\n\n".join(part for part in maker.blocks(main) if part) + "\n"
    told = " ".join([title, *decisions])
    decisions += (f"not taken over: {text!r}" for text in lost_texts(page, f"{told} {body}"))
    summary = (about.description or "").strip()
    if _is_cut(summary, body):
        decisions.append("left out as a summary: the text's own beginning, cut off")
        summary = ""
    return Found(title, date, summary, body, tuple(maker.images), tuple(decisions))


def _is_cut(summary: str, body: str) -> bool:
    """Whether a summary is only how the text begins, cut off in a sentence."""
    head = re.sub(r"\W", "", summary)[:_HEAD]
    text = re.sub(r"\]\([^)]*\)|\W", "", body[: 20 * _HEAD])
    return summary.endswith(("…", "...")) and text.startswith(head)


def _page(data: bytes, where: str) -> str:
    """The page as text; a byte that its charset has not is no reason to leave it."""
    try:
        return decoded(data, "html", where)[0]
    except ArticleError:
        return data.decode("utf-8", "replace")


def _without_layout(page: str) -> str:
    """The page with tables that lay it out as plain blocks: those with headings or paragraphs in a cell."""
    if "<table" not in page.lower():
        return page
    found = list(tokens(page))
    paragraphs = 0
    tables: list[int] = []
    laid: set[int] = set()
    inside: dict[int, int] = {}
    for index, token in enumerate(found):
        tag = token.tag
        if tag is None:
            continue
        if tag.name == "table" and not tag.closing:
            tables.append(index)
        if tables and tag.name in _CELLS:
            inside[index] = tables[-1]
            paragraphs = 0
        elif tables and not tag.closing:
            paragraphs += tag.name == "p"
            if paragraphs > 1 or tag.name in _TEXT_BLOCKS:
                laid.add(tables[-1])
        if tag.name == "table" and tag.closing and tables:
            tables.pop()
    return "".join(
        ("</div>" if token.tag.closing else "<div>")
        if token.tag and inside.get(index) in laid
        else page[token.start : token.end]
        for index, token in enumerate(found)
    )


def _with_times_and_sources(page: str) -> str:
    """The page with what trafilatura drops inside text as plain text: times, and who is quoted."""
    parts: list[str] = []
    quotes = 0
    for token in tokens(page):
        tag, text = token.tag, page[token.start : token.end]
        if tag and tag.name == "blockquote":
            quotes = max(0, quotes + (-1 if tag.closing else 1))
        if tag and tag.name == "time":
            continue
        if tag and quotes and tag.name in {"footer", "figcaption"}:
            text = "</p>" if tag.closing else "<p>"
        parts.append(text)
    return "".join(parts)


def _stands(date: dt.date, page: str) -> bool:
    """Whether a page names a day, in figures or in words, and not only a year or a month."""
    figures = (date.strftime(form) for form in ("%Y-%m-%d", "%Y%m%d", "%Y/%m/%d", "%Y.%m.%d"))
    if any(each in page for each in figures) or _numbered(date).search(page):
        return True
    found = _LANGUAGE.search(page)
    around = re.finditer(rf".{{0,30}}\b{date.year}\b.{{0,20}}", page)
    return any(date == read_date(each[0], found[1] if found else "en") for each in around)


def _numbered(date: dt.date) -> re.Pattern[str]:
    day, month = rf"0?{date.day}", rf"0?{date.month}"
    return re.compile(
        rf"\b(?:{day}[./]\s?{month}|{month}/{day})[./]\s?{date.year}\b|\b{date.year}\s*[年./-]\s*{month}\s*[月./-]\s*{day}\b"
    )


def _iso(text: str | None) -> dt.date | None:
    return read_date(text, "en") if text else None


def _first_heading(main: Any) -> str:
    head = main.find(".//head")
    return " ".join("".join(head.itertext()).split()) if head is not None else ""


def _fenced(code: str) -> str:
    """Code between fences longer than any in it."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`{3,}", code)), 0)
    return f"{fence}\n{code}\n{fence}"


class _Maker:
    """trafilatura's XML (TEI-like) to Markdown."""

    def __init__(
        self, title: str, date: dt.date | None, captions: dict[str, str], decisions: list[str]
    ) -> None:
        self.title = title
        self.date = date
        self.captions = captions
        self.decisions = decisions
        self.images: list[str] = []
        self.text_seen = False
        self.titled = False

    def blocks(self, parent: Any) -> Iterator[str]:
        for node in parent:
            yield from self._block(node)

    def _block(self, node: Any) -> Iterator[str]:
        if node.tag == "head":
            yield self._heading(node)
        elif node.tag == "p":
            yield self._paragraph(node)
        elif node.tag == "graphic":
            yield from self._image(node)
        elif node.tag == "list":
            yield "\n".join(self._items(node))
        elif node.tag == "quote":
            inside = list(self.blocks(node)) or [guard_line(self._inline(node))]
            yield "\n>\n".join("> " + part.replace("\n", "\n> ") for part in inside if part)
        elif node.tag == "table":
            yield from self._table(node)
        elif node.tag == "code":
            yield _fenced("".join(node.itertext()).strip("\n"))
        elif node.tag != "hi" or not self._captioned(node):
            yield guard_line(self._inline(node))

    def _captioned(self, node: Any) -> bool:
        """Whether marked words beside an image are a part of its caption, which stands there whole."""
        text = " ".join("".join(node.itertext()).split())
        return bool(text) and any(text in caption for caption in self.captions.values())

    def _items(self, node: Any, indent: str = "") -> Iterator[str]:
        """The items of a list, those of the lists in them further in."""
        mark = "1." if node.get("rend") == "ol" else "-"
        for child in node:
            if child.tag == "list":
                yield from self._items(child, indent + " " * 3)
                continue
            text = self._inline(child, without="list")
            if text:
                yield f"{indent}{mark} {guard_line(text)}"
            for inner in child.iter("list"):
                if inner.getparent() is child:
                    yield from self._items(inner, indent + " " * (len(mark) + 1))

    def _heading(self, node: Any) -> str:
        text = self._inline(node)
        plain = " ".join("".join(node.itertext()).split())
        if plain.casefold() == self.title.casefold() and not (self.text_seen or self.titled):
            self.titled = True
            return ""
        level = int((node.get("rend") or "h2")[1:] or 2)
        return f"{'#' * max(2, level)} {text}"

    def _paragraph(self, node: Any) -> str:
        plain = " ".join("".join(node.itertext()).split())
        if (
            self.date
            and not self.text_seen
            and len(plain) < 60
            and read_date(plain, "en") == self.date
        ):
            self.decisions.append(f"date line left out of the text: {plain!r}")
            return ""
        if len(node) == 1 and node[0].tag == "hi" and self._captioned(node):
            return ""
        if not (self.text_seen or self.titled) and (is_label(plain) or is_kicker(plain)):
            self.decisions.append(f"left out as a label: {plain!r}")
            return ""
        self.text_seen = self.text_seen or bool(plain)
        lines = [line.strip() for line in self._inline(node, breaks=True).split("\n")]
        if len(lines) > 1 and all(0 < len(line) < _SHORT for line in lines):
            return "\\\n".join(map(guard_line, lines))  # an address: its lines are its own
        return guard_line(" ".join(filter(None, lines)))

    def _image(self, node: Any) -> Iterator[str]:
        source = node.get("src") or ""
        self.images.append(source)
        alt = escape(node.get("alt") or "").replace("[", "\\[").replace("]", "\\]")
        target = f"<{source}>" if re.search(r"[\s()]", source) else source
        yield f"![{alt}]({target})"
        if caption := self.captions.get(source):
            yield f"*{escape(caption)}*"

    def _table(self, node: Any) -> Iterator[str]:
        rows = [[self._inline(cell) for cell in row.iter("cell")] for row in node.iter("row")]
        width = max((len(row) for row in rows), default=0)
        if not width:
            return
        if len(rows) > 1 and width > 1 and rows[0][0] and not any(rows[0][1:]):
            yield guard_line(rows.pop(0)[0])  # its caption
        lines = [
            "| " + " | ".join(guard_cell(cell) for cell in row + [""] * (width - len(row))) + " |"
            for row in rows
        ]
        yield "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])

    def _inline(self, node: Any, without: str = "", *, breaks: bool = False) -> str:
        """What is in a node as Markdown, on one line but for its own line breaks where they are asked for."""
        parts = [_plain(node.text)]
        for child in node:
            line = breaks and child.tag == "lb"
            span = "" if child.tag == without else "\n" if line else self._span(child)
            parts += (span, _plain(child.tail))
        return re.sub(r"[^\S\n]+" if breaks else r"\s+", " ", "".join(parts)).strip()

    def _span(self, node: Any) -> str:
        if node.tag == "graphic":
            return next(iter(self._image(node)))
        if node.tag == "lb":
            return " "
        inside = self._inline(node)
        if not inside:
            return ""
        if node.tag == "ref" and node.get("target"):
            target = node.get("target")
            target = f"<{target}>" if re.search(r"[\s()]", target) else target
            return f"[{inside}]({target})"
        if node.tag == "code":
            return f"`{''.join(node.itertext())}`"
        mark = _MARKS.get(node.get("rend") or "", "") if node.tag in {"hi", "del"} else ""
        return f"{mark}{inside}{mark}"


def _plain(text: str | None) -> str:
    return escape(re.sub(r"\s+", " ", text)) if text else ""


def _captions(page: str) -> dict[str, str]:
    """What figures say below their image: the image's address -> the caption's text."""
    found: dict[str, str] = {}
    sources: list[str] = []
    inside, text = False, ""
    for token in tokens(page):
        tag: Tag | None = token.tag
        if tag and tag.name == "figure":
            sources = []
        elif tag and tag.name == "img" and tag.get("src"):
            sources.append(tag.get("src") or "")
        elif tag and tag.name == "figcaption":
            inside = not tag.closing
            if tag.closing:
                found.update(dict.fromkeys(sources, " ".join(text.split())))
                text = ""
        elif token.kind == "text" and inside:
            text += plain(page[token.start : token.end])
    return found
