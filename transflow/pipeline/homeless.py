"""Catalogs whose article is not there: it was removed, or has a new name."""

import os
from collections.abc import Iterator
from pathlib import Path

from transflow.catalogs import Catalog
from transflow.pipeline.job import Run

__all__ = ["copied", "homeless"]

_SITE = "site"
"""The catalog of the site's own strings belongs to no article."""


def homeless(run: Run) -> Iterator[tuple[str, str, Path]]:
    """(article id, locale, file) of each, sorted, in every locale of the workflow."""
    for locale in run.job.workflow.locales:
        base = str(run.job.layout.catalog_folder(locale))
        names = []
        for folder, _, files in os.walk(base):
            inside = folder[len(base) + 1 :].replace(os.sep, "/")
            names += [f"{inside}/{name}" if inside else name for name in files]
        for name in sorted(names):
            article_id = name.removesuffix(".po")
            if article_id not in {name, _SITE} and article_id not in run.articles:
                yield article_id, locale, Path(base, name)


def copied(run: Run, catalog: Catalog) -> str:
    """The article that a stray file's entries belong to: somebody's copy beside the catalog."""
    ids = {article.path: article.id for article in run.articles.unread()}
    owners = {ids.get(ref, "") for entry in catalog.entries for ref in entry.references}
    return owners.pop() if len(owners) == 1 else ""
