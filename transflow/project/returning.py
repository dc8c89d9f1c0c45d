"""PO files that come back by mail: each entry goes to the catalog it was exported from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from transflow import catalogs
from transflow.bcp47 import normalize
from transflow.catalogs import Catalog, Reviews
from transflow.config import Layout
from transflow.errors import CatalogError
from transflow.project.reviewing import rules_for

__all__ = ["Returned", "take_back"]


@dataclass(frozen=True)
class Returned:
    """What one file brought to one catalog."""

    file: str
    catalog: str
    taken: int
    conflicts: int
    waiting: int
    unread: int


def take_back(
    layout: Layout, files: Sequence[Path], articles: dict[str, str], *, locale: str, article: str
) -> list[Returned]:
    """Merge returned files entry by entry; nothing of either side is lost.

    Args:
        layout: The project.
        files: PO files, of one article or of many (a bundle).
        articles: Path of an article, as `#:` lines have it -> its id.
        locale: Where the files' headers do not name it.
        article: Where neither references nor file names tell it.

    Raises:
        CatalogError: If a file cannot be read, or nothing tells where it belongs.
    """
    done = []
    for file in files:
        returned = catalogs.read(file)
        tag = normalize(locale) if locale else returned.locale
        if tag not in layout.workflow.locales:
            raise CatalogError(
                f"is for {tag or 'no locale that it names'}", where=file, hint="use --locale"
            )
        stem = PurePosixPath(file.name).stem
        alone = article or (stem if layout.catalog(tag, stem).exists() else "")
        for name, part in _parts(returned, file, articles, alone).items():
            done.append(_take(layout, part, file, tag, name))
    return done


def _parts(
    returned: Catalog, file: Path, articles: dict[str, str], alone: str
) -> dict[str, Catalog]:
    """The file's blocks by the article they belong to: by reference, else the one it is named for."""
    groups: dict[str, list[int]] = {}
    for number, block in enumerate(returned.blocks):
        references = [ref for line in block.references for ref in line.split()]
        named = [articles[ref] for ref in references if ref in articles]
        for name in named or ([alone] if alone else []):
            groups.setdefault(name, []).append(number)
    if not groups:
        raise CatalogError(
            "nothing in it tells which article it belongs to", where=file, hint="use --article ID"
        )
    return {
        name: replace(returned, blocks=tuple(returned.blocks[n] for n in numbers), data=None)
        for name, numbers in groups.items()
    }


def _take(layout: Layout, part: Catalog, file: Path, locale: str, article: str) -> Returned:
    path = layout.catalog(locale, article)
    shown = layout.relative(path)
    rules = rules_for(layout, Reviews.load(layout.reviews), locale, article)
    now = datetime.now().astimezone()
    for _ in range(5):
        current = catalogs.read(path, shown=shown, locale=locale, rules=rules)
        found = catalogs.incorporate(current, part, today=now)
        try:
            catalogs.save(found.catalog, path, current.data)
        except catalogs.StaleCatalogError:
            continue
        return Returned(
            str(file), shown, found.taken, len(found.conflicts), found.waiting, found.unread
        )
    raise CatalogError("keeps changing while it is being written", where=shown)
