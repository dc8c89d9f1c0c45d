"""Work that goes out as one file and comes back: each entry to the catalog it was taken from."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from transflow import catalogs, clock
from transflow.bcp47 import normalize, serving
from transflow.catalogs import (
    Catalog,
    Reviews,
    bundled,
    dump_xliff,
    noted,
    parse_xliff,
    unbundled,
)
from transflow.catalogs.block import Block
from transflow.config import Layout
from transflow.errors import CatalogError
from transflow.files import contents, write_named
from transflow.glossary import Glossary
from transflow.project.belonging import other_language, refuse_other_article
from transflow.project.reviewing import rules_for

__all__ = ["Returned", "bundle", "take_back", "write_xliff"]

XLIFF = frozenset({".xlf", ".xliff"})


@dataclass(frozen=True)
class Returned:
    """What one file brought to one catalog."""

    file: str
    catalog: str
    taken: int
    conflicts: int
    waiting: int
    unread: int
    homeless: tuple[str, ...] = ()
    """Sentences whose translations belong to no article here; `catalog` is then empty."""
    doubt: str = ""
    """What looks wrong about the file as a whole; `catalog` is then empty."""
    emptied: int = 0
    """Entries that came back blank and keep the text they have here."""
    damage: str = ""
    """Why the catalog cannot be read: nothing was taken for it."""
    left: int = 0
    """Translations that wait for a damaged catalog."""


def take_back(
    layout: Layout, files: Sequence[Path], articles: dict[str, str], *, locale: str, article: str
) -> list[Returned]:
    """Merge returned files entry by entry; nothing of either side is lost.

    What is for a catalog that cannot be read is left, counted and told with the catalog's fault.

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
        if file.suffix.lower() in XLIFF:
            done += _take_xliff(layout, file, articles)
            continue
        returned = catalogs.read(file)
        tag = _locale_of(returned, file, locale, layout.workflow.locales)
        tag = serving(tag, layout.workflow.locales) or tag if tag else ""
        if tag not in layout.workflow.locales:
            known = ", ".join(layout.workflow.locales)
            raise CatalogError(
                f"its header names {tag}, which this project has not" if tag else "names no locale",
                where=file,
                hint=f"say which it is with --locale: {known}",
            )
        if article and not layout.catalog(tag, article).exists():
            raise CatalogError(
                f"there is no catalog of {article!r} in {tag}",
                where=layout.relative(layout.catalog(tag, article)),
                hint=f"articles: {', '.join(sorted(set(articles.values()))[:20])}",
            )
        doubt = other_language(returned, file, tag, layout.workflow.source.locale)
        if doubt and not locale:
            raise doubt
        if doubt:
            done.append(Returned(str(file), "", 0, 0, 0, 0, doubt=doubt.message))
        if one := article or _only_article(layout, returned, file, articles, tag):
            done.append(_take(layout, returned, file, tag, one))
        else:
            done += _take_parts(layout, returned, file, articles, tag)
    return done


def bundle(
    layout: Layout, locale: str, articles: Iterable[str], path: Path, *, overwrite: bool = False
) -> int:
    """Write one PO file for all articles' entries in a locale; how many entries."""
    found = bundled(_catalogs(layout, locale, articles), locale=locale, today=clock.now())
    write_named(path, found.dump(), overwrite=overwrite)
    return len(found.blocks)


def write_xliff(
    layout: Layout,
    locale: str,
    articles: Iterable[str],
    path: Path,
    *,
    version: str,
    terms: Glossary,
    overwrite: bool = False,
) -> int:
    """Write the catalogs of a locale as one XLIFF file; how many articles."""
    source = layout.workflow.source.locale

    def terms_of(text: str) -> list[tuple[str, tuple[str, ...]]]:
        found = terms.find(text, source)
        return [(match.form, forms) for match in found if (forms := terms.terms(match, locale))]

    found = {one: noted(own) for one, own in _catalogs(layout, locale, articles).items()}
    data = dump_xliff(found, source_locale=source, locale=locale, version=version, terms=terms_of)
    write_named(path, data, overwrite=overwrite)
    return len(found)


def _take_xliff(layout: Layout, file: Path, articles: dict[str, str]) -> list[Returned]:
    try:
        parts = parse_xliff(contents(file), str(file))
    except OSError as cause:
        raise CatalogError(f"cannot be read: {cause.strerror}", where=file) from cause
    known = layout.workflow.locales
    parts = {
        article: replace(part, locale=serving(part.locale, known) or part.locale)
        for article, part in parts.items()
    }
    for locale in dict.fromkeys(part.locale for part in parts.values()):
        if locale not in known:
            raise CatalogError(
                f"its target language is {locale}, which this project has not",
                where=file,
                hint=f"this project has: {', '.join(known)}",
            )
    done: list[Returned] = []
    for article, part in parts.items():
        if layout.catalog(part.locale, article).exists():
            done.append(_take(layout, part, file, part.locale, article))
        else:  # renamed or gone since: its sentences may be in another
            done += _taken_elsewhere(layout, part, file, articles)
    return done


def _only_article(
    layout: Layout, returned: Catalog, file: Path, articles: dict[str, str], locale: str
) -> str:
    """The article that a file's references, or else its name, tell; empty for a bundle."""
    references = {ref for b in returned.blocks for line in b.references for ref in line.split()}
    named = {articles[ref] for ref in references if ref in articles}
    if len(named) == 1 and references <= articles.keys():  # else a bundle of which others are gone
        return named.pop()
    stem = PurePosixPath(file.name).stem
    return stem if not named and layout.catalog(locale, stem).exists() else ""


def _locale_of(returned: Catalog, file: Path, named: str, known: Container[str]) -> str:
    """The locale a file is of: as `--locale` says, else its header (`fr_FR` may go where fr is).

    Raises:
        CatalogError: If the header names another locale of the project, or another language.
    """
    tag, said = normalize(named) if named else "", returned.locale
    other = said in known or said.partition("-")[0] != tag.partition("-")[0]
    if tag and said and said != tag and other:
        raise CatalogError(
            f"its header names {said}, --locale {tag}",
            where=file,
            hint="leave --locale out, or set Language in its header",
        )
    return tag or said


def _take_parts(
    layout: Layout, returned: Catalog, file: Path, articles: dict[str, str], locale: str
) -> list[Returned]:
    there, damaged = _readable(layout, locale, articles.values())
    parts, strays = unbundled(returned, there, damaged)
    if not parts:
        raise CatalogError(
            "nothing in it tells which article it belongs to", where=file, hint="use --article ID"
        )
    return _placed(layout, parts, strays, file, locale)


def _taken_elsewhere(
    layout: Layout, part: Catalog, file: Path, articles: dict[str, str]
) -> list[Returned]:
    """What is of an article that is not here any more, where its sentences are now."""
    there, damaged = _readable(layout, part.locale, articles.values())
    return _placed(layout, *unbundled(part, there, damaged), file, part.locale)


def _placed(
    layout: Layout,
    parts: dict[str, Catalog],
    strays: Iterable[Block],
    file: Path,
    locale: str,
) -> list[Returned]:
    done = [_take(layout, part, file, locale, name) for name, part in parts.items()]
    homeless = tuple(block.msgid for block in strays if catalogs.is_touched(block))
    return [*done, Returned(str(file), "", 0, 0, 0, 0, homeless)] if homeless else done


def _catalogs(layout: Layout, locale: str, articles: Iterable[str]) -> dict[str, Catalog]:
    found, damaged = _readable(layout, locale, articles)
    for error in damaged.values():
        raise error
    return found


def _readable(
    layout: Layout, locale: str, articles: Iterable[str]
) -> tuple[dict[str, Catalog], dict[str, CatalogError]]:
    """The catalogs of a locale, and why others cannot be read."""
    reviews = Reviews.load(layout.reviews)
    found: dict[str, Catalog] = {}
    damaged: dict[str, CatalogError] = {}
    for article in articles:
        path = layout.catalog(locale, article)
        rules = rules_for(layout, reviews, locale, article)
        shown = layout.relative(path)
        try:
            catalog = catalogs.load_or_none(path, shown=shown, locale=locale, rules=rules)
        except CatalogError as error:
            damaged[article] = error
            continue
        if catalog is not None:
            found[article] = catalog
    return found, damaged


def _take(layout: Layout, part: Catalog, file: Path, locale: str, article: str) -> Returned:
    path = layout.catalog(locale, article)
    shown = layout.relative(path)
    rules = rules_for(layout, Reviews.load(layout.reviews), locale, article)
    now = clock.now()
    for _ in range(5):
        try:
            current = catalogs.read(path, shown=shown, locale=locale, rules=rules)
        except CatalogError as error:
            left = sum(any(block.msgstr) for block in part.blocks)
            return Returned(str(file), shown, 0, 0, 0, 0, damage=str(error), left=left)
        refuse_other_article(part, current, file)
        found = catalogs.incorporate(current, part, today=now)
        try:
            catalogs.save(found.catalog, path, current.data)
        except catalogs.StaleCatalogError:
            continue
        counts = found.taken, len(found.conflicts), found.waiting, found.unread
        return Returned(str(file), shown, *counts, emptied=found.emptied)
    raise CatalogError("keeps changing while it is being written", where=shown)
