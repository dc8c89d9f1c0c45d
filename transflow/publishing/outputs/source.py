"""Articles in their own format, untouched where they are not translated.

Translations with words that nobody read say so: a Markdown file as for generators, a text in its first lines, an HTML
document where its body begins and, as every translation of one, in its head. That head says its own address, and its
links to what is not out in its language lead to the originals; links in Markdown are left as they are.
"""

import posixpath
import re
from collections.abc import Iterator
from html import escape
from urllib.parse import quote, unquote

from transflow.publishing.address import absolute, source_path
from transflow.publishing.outputs.beside import files_beside
from transflow.publishing.outputs.export import Export, Exported, labelled

__all__ = ["files"]

_HREF = re.compile(rb"""(<a\b[^>]*?\bhref\s*=\s*)(["'])([^"'#?:]+)""", re.IGNORECASE)
_ADDRESSED = re.compile(
    rb"""<link\b(?=[^>]*\brel\s*=\s*["']?canonical\b)[^>]*>|<meta\b(?=[^>]*\bproperty\s*=\s*["']?og:url\b)[^>]*>""",
    re.IGNORECASE,
)
_TARGET = re.compile(
    rb"""(\b(?:href|content)\s*=\s*)(?:"[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE
)
_BODY = re.compile(rb"<body(?:\s[^>]*)?>", re.IGNORECASE)
_HEAD = re.compile(rb"<head(?:\s[^>]*)?>", re.IGNORECASE)


def files(export: Export) -> Iterator[tuple[str, bytes]]:
    """`fr/visit.md` beside the pages, with the files that it refers to."""
    for one in export.pages:
        if one.page.displaced:
            continue
        path = source_path(one.article, one.page.locale)
        data = one.article.render(one.texts, one.page.locale)
        yield path, _MADE[one.article.format](one, export, data)
    yield from files_beside(export)


def _text(one: Exported, _: Export, data: bytes) -> bytes:
    """A text under its notice, which no setting can put anywhere else."""
    text = data.decode("utf-8", "surrogateescape")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    end = "\r\n" if "\r\n" in text else "\n"
    said = one.told + 2 * end if one.told else ""
    return (mark + said + text.removeprefix(mark)).encode("utf-8", "surrogateescape")


def _markdown(one: Exported, _: Export, data: bytes) -> bytes:
    text = labelled(data.decode(), one)
    own = b"\r\n" in data and data.count(b"\n") == data.count(b"\r\n")
    return (re.sub(r"(?<!\r)\n", "\r\n", text) if own else text).encode()


def _page(one: Exported, export: Export, data: bytes) -> bytes:
    """An HTML document of the site: the original as it is."""
    if one.page.locale == one.article.locale:
        return data
    led = _HREF.sub(lambda found: found[1] + found[2] + _led(one, export, found[3]), data)
    return _said(one, _ADDRESSED.sub(lambda found: _addressed(found[0], one, export), led))


def _led(one: Exported, export: Export, href: bytes) -> bytes:
    """Where a link leads: to the original of an article that is not out in the page's language."""
    site, here = export.site, one.article.path.removeprefix(export.site.prefix)
    path = unquote(href.decode("utf-8", "replace"))
    target = site.at(posixpath.normpath(posixpath.join(posixpath.dirname(here), path)))
    if target is None or (target.id, one.page.locale) in site.addresses:
        return href
    if (target.id, site.source_locale) not in site.addresses:
        return href
    there = source_path(target, site.source_locale)
    folder = posixpath.dirname(source_path(one.article, one.page.locale))
    return quote(posixpath.relpath(there, folder)).encode()


def _addressed(tag: bytes, one: Exported, export: Export) -> bytes:
    """The tag that says the page's address, its own; none where the site's is not known.

    With the original's, search engines would leave the translation out.
    """
    base = export.workflow.site.base_url
    if not base:
        return b""
    own = absolute(base, source_path(one.article, one.page.locale)).encode()
    return _TARGET.sub(lambda found: found[1] + b'"' + own + b'"', tag, count=1)


def _said(one: Exported, data: bytes) -> bytes:
    """The document with what a page of ours says in its head."""
    head = _HEAD.search(data)
    if one.making is None or head is None:
        return data
    making = one.making
    said = (
        f'<meta name="translation-status" content="{making.status}">'
        f'<meta name="translation-reviewed" content="{making.reviewed}/{making.total}">'
    )
    data = data[: head.end()] + said.encode() + data[head.end() :]
    body = _BODY.search(data) if one.said else None
    if body is None:
        return data
    note = f'<p role="note" translate="no" class="translation-notice">{escape(one.said)}</p>'
    return data[: body.end()] + note.encode() + data[body.end() :]


_MADE = {"html": _page, "markdown": _markdown, "text": _text}
