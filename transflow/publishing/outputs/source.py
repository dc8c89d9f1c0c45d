"""Articles in their own format, untouched where they are not translated.

The head of an HTML document says how its translation was made and where it is, and its links to what is not out in
its language lead to the originals; a Markdown file is left as it is.
"""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

from transflow.publishing.address import absolute, source_path
from transflow.publishing.outputs.beside import files_beside
from transflow.publishing.outputs.export import Export, Exported

__all__ = ["files"]

_HREF = re.compile(rb"""(<a\b[^>]*?\bhref\s*=\s*)(["'])([^"'#?:]+)""", re.IGNORECASE)
_ADDRESSED = re.compile(
    rb"""<link\b(?=[^>]*\brel\s*=\s*["']?canonical\b)[^>]*>|<meta\b(?=[^>]*\bproperty\s*=\s*["']?og:url\b)[^>]*>""",
    re.IGNORECASE,
)
_TARGET = re.compile(
    rb"""(\b(?:href|content)\s*=\s*)(?:"[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE
)
_HEAD = re.compile(rb"<head(?:\s[^>]*)?>", re.IGNORECASE)


def files(export: Export) -> Iterator[tuple[str, bytes]]:
    """`fr/visit.md` beside the pages, with the files that it refers to."""
    for one in export.pages:
        if one.page.displaced:
            continue
        path = source_path(one.article, one.page.locale)
        data = one.article.render(one.texts, one.page.locale)
        yield path, _page(one, export, data) if one.article.format == "html" else data
    yield from files_beside(export)


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
    return data[: head.end()] + said.encode() + data[head.end() :]
