"""A saved page or press release becomes an article of the project."""

from pathlib import Path

from transflow.config import Layout
from transflow.documents.ingest import ingest as clean
from transflow.errors import ArticleError
from transflow.files import inside, write_atomic

__all__ = ["ingest"]


def ingest(
    layout: Layout, source: str, name: str | None, *, overwrite: bool
) -> tuple[Path, tuple[str, ...]]:
    """Write the clean article under the articles' folder.

    Returns:
        Its file, and what was decided, one sentence each.

    Raises:
        ArticleError: If the source cannot be read, or the article exists and `overwrite` is off.
    """
    found = clean(source, locale=layout.workflow.source.locale)
    path = inside(layout.articles_root, f"{name or found.name}.md")
    if path.exists() and not overwrite:
        raise ArticleError(
            "exists already", where=path, hint="use --overwrite, or another name with --id"
        )
    write_atomic(path, found.text.encode())
    pictures = tuple(
        f"picture {address} is named but not fetched: put it under the articles' folder"
        for address in found.images
    )
    return path, (*found.decisions, *pictures)
