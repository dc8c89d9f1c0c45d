"""Published articles in their own format, for other site generators."""

from collections.abc import Iterator

from transflow.publishing.plan import Planned

__all__ = ["source_files"]

_SUFFIX = {"markdown": ".md", "html": ".html", "text": ".txt"}


def source_files(page: Planned) -> Iterator[tuple[str, bytes]]:
    """`fr/visit.md`: the article with its translations, every other byte as in the original."""
    texts = page.verdict.texts if page.verdict else {}
    suffix = _SUFFIX.get(page.article.format, "")
    yield f"{page.locale}/{page.article.id}{suffix}", page.article.render(texts, page.locale)
