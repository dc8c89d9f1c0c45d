"""Other people's pages and press releases to clean articles.

`ingest` takes a saved web page, its address or a press release as plain text, leaves menus and
footers out, finds title and date, and says what it decided and why. What it writes is an ordinary
Markdown article for a person to look at.
"""

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from transflow.documents.anchors import Anchors
from transflow.documents.embargo import embargo
from transflow.documents.ingest_mail import mail
from transflow.documents.ingest_text import Found, clean_text
from transflow.documents.yaml_values import scalar
from transflow.errors import ArticleError
from transflow.files import contents

__all__ = ["IngestResult", "ingest"]

_LIMIT = 20_000_000
"""Bytes of a page that are read at most."""
_TIMEOUT = 30
_HEAD = 4096
"""Bytes by which a page is told from a text."""


@dataclass(frozen=True, slots=True)
class IngestResult:
    """A clean article.

    Attributes:
        text: The article: Markdown with front matter.
        name: A file name without suffix, made of the title.
        title: Its title.
        date: Its date, if one was found.
        images: Addresses of the images it shows, as the page writes them.
        decisions: What was recognised, kept and left out, one sentence each.
    """

    text: str
    name: str
    title: str
    date: dt.date | None
    images: tuple[str, ...]
    decisions: tuple[str, ...]


def ingest(
    source: str | Path | bytes,
    *,
    format: str | None = None,  # noqa: A002 - the field's word
    locale: str = "en",
) -> IngestResult:
    """Make a clean article of a page or a press release.

    Args:
        source: An address (`http:` or `https:`; the only case in which the network is used), a
            path, or bytes.
        format: `html` or `text`; found out from the content if absent.
        locale: BCP 47 tag of its language, for dates in words.

    Raises:
        ArticleError: If it cannot be fetched or read, holds no article, or the extra `ingest`
            is not installed (for HTML).
    """
    data, where, address = _read(source)
    kind = format or ("html" if _looks_like_html(data) else "text")
    if kind == "html":
        from transflow.documents.ingest_html import clean_html  # noqa: PLC0415 - an extra

        found = clean_html(data, where, address)
        begin = None
    else:
        said, text = mail(_decoded(data, where))
        found = clean_text(text, where, locale, said)
        begin = embargo(filter(None, map(str.strip, text.splitlines())), locale)
    return IngestResult(
        text=_front_matter(found, address, begin) + found.body,
        name=Anchors().make(found.title),
        title=found.title,
        date=found.date,
        images=found.images,
        decisions=(*found.decisions, *([f"under embargo: publish_at {begin}"] if begin else [])),
    )


def _read(source: str | Path | bytes) -> tuple[bytes, str, str]:
    """The bytes, where they come from, and the address if they were fetched."""
    if isinstance(source, bytes):
        return source, "input", ""
    if isinstance(source, str) and urlsplit(source).scheme in {"http", "https"}:
        return _fetched(source), source, source
    path = Path(source)
    try:
        return contents(path), str(path), ""
    except OSError as cause:
        raise ArticleError(f"cannot be read: {cause.strerror}", where=path) from cause


def _fetched(address: str) -> bytes:
    import urllib.request  # noqa: PLC0415 - only where the network is used

    request = urllib.request.Request(address, headers={"User-Agent": "transflow"})  # noqa: S310 - scheme checked
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310
            data: bytes = answer.read(_LIMIT + 1)
    except OSError as cause:
        raise ArticleError(
            f"cannot be fetched: {cause}", where=address, hint="save the page and give its file"
        ) from cause
    if len(data) > _LIMIT:
        raise ArticleError(f"is larger than {_LIMIT // 1_000_000} MB", where=address)
    return data


def _looks_like_html(data: bytes) -> bool:
    head = data[:_HEAD].lower()
    marked = re.search(rb"<(?:!doctype html|html|head|body|article|p|div)\b", head)
    return marked is not None and not (b"text/plain" in head and mail(head.decode("latin-1"))[0])


def _decoded(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        line = data.count(b"\n", 0, cause.start) + 1
        raise ArticleError(
            f"is not UTF-8 (byte 0x{data[cause.start]:02x})",
            where=f"{where}:{line}",
            hint="convert it with iconv",
        ) from cause


def _front_matter(found: Found, address: str, begin: dt.datetime | str | None) -> str:
    lines = [f"title: {scalar(found.title)}"]
    if found.date:
        lines.append(f"date: {found.date.isoformat()}")
    if begin:
        lines.append(
            f"publish_at: {begin.isoformat() if isinstance(begin, dt.datetime) else scalar(begin)}"
        )
    if found.summary:
        lines.append(f"summary: {scalar(found.summary)}")
    if address:
        lines.append(f"source: {scalar(address)}")
    return "---\n" + "\n".join(lines) + "\n---\n\n"
