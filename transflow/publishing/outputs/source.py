"""Articles in their own format, untouched where they are not translated.

The head of an HTML document says how its translation was made; a Markdown file is left as it is.
"""

import re
from collections.abc import Iterator

from transflow.publishing.address import source_path
from transflow.publishing.outputs.export import Export, Exported

__all__ = ["files"]

_HEAD = re.compile(rb"<head(?:\s[^>]*)?>", re.IGNORECASE)


def files(export: Export) -> Iterator[tuple[str, bytes]]:
    """`fr/visit.md` beside the pages."""
    for one in export.pages:
        path = source_path(one.article, one.page.locale)
        data = one.article.render(one.texts, one.page.locale)
        yield path, _said(one, data) if one.article.format == "html" else data


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
