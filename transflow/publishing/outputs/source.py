"""Articles in their own format, untouched where they are not translated."""

from collections.abc import Iterator

from transflow.publishing.address import source_path
from transflow.publishing.outputs.export import Export

__all__ = ["files"]


def files(export: Export) -> Iterator[tuple[str, bytes]]:
    """`fr/visit.md` beside the pages."""
    for one in export.pages:
        path = source_path(one.article, one.page.locale)
        yield path, one.article.render(one.texts, one.page.locale)
