"""Articles in their own format, untouched where they are not translated."""

from collections.abc import Iterator

from transflow.publishing.outputs.export import Export

__all__ = ["files"]

_SUFFIX = {"markdown": ".md", "html": ".html", "text": ".txt"}


def files(export: Export) -> Iterator[tuple[str, bytes]]:
    """`fr/visit.md` beside the pages."""
    for one in export.pages:
        suffix = _SUFFIX.get(one.article.format, "")
        path = f"{one.page.locale}/{one.article.id}{suffix}"
        yield path, one.article.render(one.texts, one.page.locale)
