"""A saved web page: its main text by trafilatura, as Markdown."""

import datetime as dt
import re
from contextlib import suppress
from copy import deepcopy
from typing import Any

from transflow.documents.charset import decoded
from transflow.documents.dates import read_date
from transflow.documents.ingest_buttons import open_buttons
from transflow.documents.ingest_dates import date_of, said_of_dates
from transflow.documents.ingest_headings import title_of, without_permalinks
from transflow.documents.ingest_losses import lost_texts
from transflow.documents.ingest_text import Found
from transflow.documents.ingest_tree import Kept, main_part, page_tree, words
from transflow.documents.ingest_write import Writer
from transflow.errors import ArticleError

__all__ = ["clean_html"]

_BYTES = 256
_HEAD = 60
"""Letters by which a summary is found to be the text's beginning."""
_LANGUAGE = re.compile(r"<html[^>]*\slang=[\"']?([a-z]{2,3})\b", re.IGNORECASE)


def clean_html(data: bytes, where: str, address: str) -> Found:
    """Make an article of a page.

    Raises:
        ArticleError: If trafilatura is not installed, or finds no text.
    """
    try:
        import trafilatura  # noqa: PLC0415 - an extra
    except ImportError as cause:
        raise ArticleError(
            "web pages are read with trafilatura, which is not installed",
            where=where,
            hint="pip install 'transflow[ingest]'",
        ) from cause
    page, read_as = _page(data, where)
    page = without_permalinks(page)
    tree = page_tree(page)
    open_buttons(tree)
    text = trafilatura.extract(
        deepcopy(tree), url=address or None, include_tables=True, include_comments=False
    )
    if not text:
        raise ArticleError("holds no article that could be recognised", where=where)
    kept = Kept(text)
    main = main_part(tree, kept)
    # Without the extensive search, which makes a day of "© 2026".
    about = trafilatura.extract_metadata(page, default_url=address or None, extensive=False)
    site = f"{about.sitename or ''}\n{about.hostname or ''}"
    title = title_of(tree, (about.title or "").strip(), site) or _first_heading(main) or "Untitled"
    spoken = _LANGUAGE.search(page)
    locale = spoken[1] if spoken else "en"

    def said(tree: Any) -> dt.date | None:
        told = said_of_dates(tree, locale)
        day = _iso(trafilatura.extract_metadata(tree, address or None, extensive=False).date)
        return day if day and _stands(day, told, locale) else None

    date = date_of(deepcopy(tree), title, locale, said)
    writer = Writer(title, date, locale, address, kept)
    body = writer.article(main)
    if not body.strip():
        raise ArticleError("holds no article that could be recognised", where=where)
    decisions = [
        *read_as,
        f"title: {title!r}",
        f"date {date.isoformat()}" if date else "no date found",
        "main text recognised by trafilatura; menus, headers and footers of the site left out",
        *dict.fromkeys(writer.decisions),
    ]
    made = " ".join([title, *decisions, body])
    decisions += (f"not taken over: {text!r}" for text in lost_texts(main, writer.left, made, kept))
    summary = (about.description or "").strip()
    if _is_cut(summary, body):
        decisions.append("left out as a summary: the text's own beginning, cut off")
        summary = ""
    return Found(title, date, summary, body, tuple(writer.images), tuple(decisions))


def _is_cut(summary: str, body: str) -> bool:
    """Whether a summary is only how the text begins, cut off in a sentence."""
    head = re.sub(r"\W", "", summary)[:_HEAD]
    text = re.sub(r"\]\([^)]*\)|\W", "", body[: 20 * _HEAD])
    return summary.endswith(("…", "...")) and text.startswith(head)


def _page(data: bytes, where: str) -> tuple[str, list[str]]:
    """The page as text, and what is to be said about it; a byte that its charset has not is no reason to leave it.

    Letters of two bytes and more are hardly ever by chance those of another charset, whose letters are one each.
    """
    try:
        text, charset = decoded(data, "html", where)
    except ArticleError:
        return data.decode("utf-8", "replace"), []
    one_each = len(bytes(range(_BYTES)).decode(charset.codec, "replace")) == _BYTES
    if one_each and charset.codec != "utf-8" and not charset.mark and not data.isascii():
        with suppress(UnicodeDecodeError):
            return data.decode(), [f"read as UTF-8, though it says {charset.codec}"]
    return text, []


def _stands(date: dt.date, text: str, locale: str) -> bool:
    """Whether a text names a day, in figures or in words, and not only a year or a month."""
    figures = (date.strftime(form) for form in ("%Y-%m-%d", "%Y%m%d", "%Y/%m/%d", "%Y.%m.%d"))
    if any(each in text for each in figures) or _numbered(date).search(text):
        return True
    around = re.finditer(rf".{{0,30}}\b{date.year}\b.{{0,20}}", text)
    return any(date == read_date(each[0], locale) for each in around)


def _numbered(date: dt.date) -> re.Pattern[str]:
    day, month = rf"0?{date.day}", rf"0?{date.month}"
    return re.compile(
        rf"\b(?:{day}[./]\s?{month}|{month}/{day})[./]\s?{date.year}\b|\b{date.year}\s*[年./-]\s*{month}\s*[月./-]\s*{day}\b"
    )


def _iso(text: str | None) -> dt.date | None:
    return read_date(text, "en") if text else None


def _first_heading(main: Any) -> str:
    return next((words(head) for head in main.iter("h1", "h2", "h3") if words(head)), "")
