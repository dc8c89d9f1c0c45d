"""The first stages: glossary, articles, catalogs; what did not change is not even parsed."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial
from pathlib import Path

from transflow import catalogs, documents
from transflow.catalogs import Catalog, Reviews, Rules
from transflow.config import Layout
from transflow.counting import counted
from transflow.errors import CatalogError, ConfigError, TransflowError
from transflow.files import contents, dangles, inside
from transflow.glossary import Glossary
from transflow.model import Article, Entry, Finding, Severity
from transflow.pipeline import claims, losses
from transflow.pipeline.facts import ArticleFacts
from transflow.pipeline.job import Run, Sheet

__all__ = [
    "HELD",
    "catalog_of",
    "drop",
    "entries_of",
    "is_fresh",
    "load_catalogs",
    "read_articles",
    "read_decisions",
    "read_glossary",
    "release",
    "reload",
    "reviews_of",
    "rules_of",
    "trouble",
]


HELD = 1 << 20
"""Bytes of articles, counted once a locale, that a run holds with all that follows from them.

With more, each is let go as soon as a stage is done with it, and taken up again when it is needed.
"""


def trouble(rule: str, cause: TransflowError, layout: Layout, locale: str = "") -> Finding:
    """A file that cannot be used, as a finding: the others go on."""
    where, _, line = cause.where.rpartition(":")
    if not line.isdigit():
        where, line = cause.where, "0"
    path = where.removeprefix(f"{layout.root}/")
    hint = f" ({cause.hint})" if cause.hint else ""
    return Finding(rule, Severity.ERROR, cause.message + hint, path, int(line), locale)


def read_glossary(run: Run) -> None:
    """Load the glossary; a broken one stops the run, since no term could be promised."""
    job = run.job
    files = job.layout.glossary_files()
    if not files and job.workflow.glossary.files:
        run.notes.append(
            f"no file matches glossary.files ({', '.join(job.workflow.glossary.files)}): "
            "no term is enforced"
        )
    run.notes += [
        f"{job.layout.relative(path)} is in no pattern of glossary.files: its terms are not enforced"
        for path in _lists_beside(job.layout, files)
    ]
    run.glossary = Glossary.load(files, source=job.workflow.source.locale)
    run.findings += run.glossary.warnings
    if run.glossary:
        source = job.workflow.source.locale
        unserved = [one for one in job.locales if not run.glossary.serves(source, one)]
        run.notes += [
            f"{one}: the glossary ({counted(len(run.glossary.concepts), 'concept')}) has no approved "
            f"term in both {source} and {one}; its columns: {', '.join(run.glossary.locales)}"
            for one in unserved
        ]


def _lists_beside(layout: Layout, files: Collection[Path]) -> list[Path]:
    """Lists of terms in the glossary's folder that the workflow does not name."""
    found = (layout.root / "glossary").glob("[!.]*")
    return sorted(one for one in found if one.suffix in {".csv", ".tbx"} and one not in files)


def read_decisions(run: Run) -> None:
    """Load reviews.yaml: recorded approvals and accepted findings."""
    if run.records is None:
        reviews_of(run)


def reviews_of(run: Run) -> Reviews:
    """The decisions of reviewers, read when they are first needed."""
    if run.reviews is None:
        run.reviews = Reviews.load(run.job.layout.reviews)
    return run.reviews


def rules_of(run: Run, sheet: Sheet) -> Rules:
    """By which rules the states of a sheet's entries are derived."""
    if run.job.workflow.review != "two-step":
        return Rules()
    reviews = reviews_of(run)
    return Rules(
        two_step=True,
        recorded=lambda pair: reviews.is_approved(sheet.locale, sheet.article_id, pair),
    )


def read_articles(run: Run) -> None:
    """Read every article; one that cannot be read is a finding, and its catalogs stay as they are.

    Raises:
        ConfigError: If there is none, and there are catalogs: the folder is not what it was.
    """
    job = run.job
    files = job.layout.article_files()
    if not files:
        _refuse_emptied(job.layout)
    run.crowded = sum(map(_size, files)) * len(job.workflow.locales) > HELD
    if run.crowded:
        run.articles.lay_aside(job.layout.state)
    for folder, why in job.layout.closed_folders():
        name = job.layout.relative(folder)
        run.unreadable.add(name)
        run.findings.append(Finding("article", Severity.ERROR, f"cannot be read: {why}", name))
    found: list[tuple[Article, ArticleFacts | None, tuple[Finding, ...]]] = []
    for number, path in enumerate(files):
        job.progress("reading articles", number, len(files))
        name = job.layout.relative(path)
        try:
            inside(job.layout.root, name)  # a link may lead out of the project
            data = _bytes(path)
            facts = _known(run, name, data)
            if facts:
                found.append((_unread(run, data, name, facts), facts, facts.warnings))
            else:
                article = _read(run, data, name)
                found.append((run.articles.kept(article), None, article.warnings))
        except TransflowError as cause:
            run.unreadable.add(name)
            wrong = trouble("article", cause, job.layout)
            run.findings.append(replace(wrong, path=wrong.path or name))
    refused = claims.refused(job.layout, (article for article, *_ in found))
    for article, facts, warnings in found:
        if article.path in refused:
            why = refused[article.path]
            run.unreadable.add(article.path)
            run.findings.append(Finding("article", Severity.ERROR, why, article.path))
            run.fresh.discard(article.id)  # what was said of its cuts holds for no catalog
            continue
        if facts:
            run.facts[article.id] = facts
        run.articles.put(article)
        if job.wants(article.id):
            run.findings += warnings
        if run.records:
            run.records.opened(article.id, article.path, article.source)
    job.progress("reading articles", len(files), len(files))


def _refuse_emptied(layout: Layout) -> None:
    """A disk that is not mounted, a submodule that is not fetched, a slip in a pattern: nothing is gone."""
    found = layout.locales.glob("*/LC_MESSAGES/**/*.po")
    first = next((path for path in sorted(found) if path.name != "site.po"), None)
    if first is not None:
        raise ConfigError(
            f"no file in {layout.workflow.source.root!r} matches `source.articles`, and there are "
            f"catalogs, such as {layout.relative(first)}: catalogs and pages stay as they are",
            where=layout.root / "workflow.yaml",
            hint="bring the articles back, or mend the patterns; to give up all articles, delete "
            "the catalogs first",
        )


def _unread(run: Run, data: bytes, name: str, facts: ArticleFacts) -> Article:
    """An article of which enough is known."""
    return run.articles.unparsed(
        data,
        lambda source: _again(run, source, name, facts),
        id=facts.id,
        path=name,
        format=facts.format,
        locale=run.job.workflow.source.locale,
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # told when it is read


def _bytes(path: Path) -> bytes:
    try:
        return contents(path)
    except OSError as cause:
        hint = "bring back what it leads to, or take it away" if dangles(path) else ""
        raise TransflowError(f"cannot be read: {cause.strerror}", where=path, hint=hint) from cause


def _known(run: Run, name: str, data: bytes) -> ArticleFacts | None:
    """What earlier runs noted about an article, if nothing that decides it changed."""
    if run.records is None or run.job.resegment or b"its-rules" in data:
        # What a file of rules beside the article says is not in the article's bytes.
        return None
    return run.records.article(name, data)


def _again(run: Run, data: bytes, name: str, facts: ArticleFacts) -> Article:
    """An article whose facts are known, parsed after all."""
    if not facts.fresh:
        return _read(run, data, name)
    run.fresh.add(facts.id)
    return _parsed(run, data, name)


def _read(run: Run, data: bytes, name: str) -> Article:
    """The article, cut as its catalogs have it: a unit that did not change keeps its sentences."""
    fresh = _parsed(run, data, name)
    known = frozenset() if run.job.resegment else _texts(run, fresh.id)
    if known and not is_fresh(fresh, known):
        kept = _parsed(run, data, name, known)
        if [one.text for one in kept.segments] != [one.text for one in fresh.segments]:
            return kept
    run.fresh.add(fresh.id)
    return fresh


def _parsed(run: Run, data: bytes, name: str, known: frozenset[str] = frozenset()) -> Article:
    source = run.job.workflow.source
    linked = partial(documents.beside, run.job.layout.root / name)
    return documents.read(
        data, path=name, locale=source.locale, source=source, known=known, linked=linked
    )


def is_fresh(article: Article, known: frozenset[str]) -> bool:
    """Whether its catalogs have just the sentences that today's rules cut."""
    return all(segment.text in known for segment in article.segments)


def _texts(run: Run, article_id: str) -> frozenset[str]:
    """The sentences that an article's catalogs have, whatever the locale."""
    texts: set[str] = set()
    for locale in run.job.workflow.locales:
        sheet = _sheet(run, article_id, locale)
        if sheet.old:
            texts |= sheet.old.msgids
        if run.crowded and not sheet.broken:
            drop(sheet)
    return frozenset(texts)


def load_catalogs(run: Run) -> None:
    """Read the catalogs of the articles; one that cannot be read is left alone and reported."""
    wanted = [
        (article_id, locale)
        for article_id in run.articles
        if run.job.wants(article_id)
        for locale in run.job.locales
    ]
    sheets = {}
    for key in wanted:
        sheet = sheets[key] = _taken(run, *key) or _sheet(run, *key)
        sheet.catalog = sheet.old
        if run.crowded and sheet.facts is None and losses.may_lack(run, sheet):
            catalog_of(run, sheet)  # it was let go when its article was read
        if sheet.old is not None and not sheet.broken:
            found = losses.lost(run, sheet, sheet.old)
            sheet.findings += found
            run.notes += [f"{one.path}: {one.message}" for one in found]
        if run.crowded and not sheet.broken:
            drop(sheet)
    run.sheets = sheets  # of articles that were read meanwhile there are those of every locale


def _taken(run: Run, article_id: str, locale: str) -> Sheet | None:
    """A sheet whose numbers are known, and maybe more: its file is not parsed."""
    article = run.facts.get(article_id)
    facts = article.sheets.get(locale) if article else None
    if facts is None or run.records is None:
        return None
    path = run.job.layout.catalog_folder(locale) / f"{article_id}.po"
    sheet = Sheet(article_id, locale, path, facts=facts)
    row = run.records.sheet(article_id, locale)
    if row is not None:
        sheet.merged, sheet.checked = row.merged, row.checked
    return sheet


def _sheet(run: Run, article_id: str, locale: str) -> Sheet:
    """The sheet of an article in a locale, read once."""
    key = (article_id, locale)
    if key in run.sheets:
        return run.sheets[key]
    path = run.job.layout.catalog(locale, article_id)
    sheet = run.sheets[key] = Sheet(article_id, locale, path)
    _load(run, sheet)
    return sheet


def _load(run: Run, sheet: Sheet) -> None:
    try:
        reload(run, sheet)
    except CatalogError as cause:
        sheet.broken = True
        sheet.findings.append(trouble("catalog", cause, run.job.layout, sheet.locale))


def catalog_of(run: Run, sheet: Sheet) -> Catalog | None:
    """A sheet's catalog, parsed now if it is not held."""
    if not sheet.parsed and not sheet.broken:
        before = run.records.catalog(sheet.article_id, sheet.locale) if run.records else ""
        _load(run, sheet)
        sheet.catalog = sheet.old
        if run.records and run.records.catalog(sheet.article_id, sheet.locale) != before:
            run.records.doubtful = True
    return sheet.catalog


def entries_of(run: Run, sheet: Sheet) -> tuple[Entry, ...] | None:
    """What a sheet's catalog says, obsolete entries last; None where there is none.

    Taken over where nothing changed. Pages that stay as they were need the obsolete ones.
    """
    if sheet.broken:
        return None
    if not sheet.parsed and run.records is not None:
        known = run.records.entries(sheet.article_id, sheet.locale)
        if known is not None:
            return known
    catalog = catalog_of(run, sheet)
    if catalog is None or sheet.broken:
        return None
    entries = (*catalog.entries, *catalog.obsolete)
    if run.records is not None and not (sheet.unsaved or run.job.dry_run):
        run.records.note_entries(sheet.article_id, sheet.locale, entries)
    return entries


def release(run: Run, sheet: Sheet) -> None:
    """Let go of a catalog that lies on disk as it is, where there are many."""
    if run.crowded and sheet.facts is not None and not (sheet.broken or sheet.unsaved):
        drop(sheet)


def drop(sheet: Sheet) -> None:
    """Hold no longer what lies on disk."""
    sheet.raw = sheet.old = sheet.catalog = None
    sheet.parsed = False


def reload(run: Run, sheet: Sheet) -> None:
    """Read a sheet's catalog from disk, again if need be.

    Raises:
        CatalogError: If it cannot be read, or is what a full disk or a cut copy leaves.
    """
    name = run.job.layout.relative(sheet.path)
    sheet.parsed = True
    try:
        sheet.raw = contents(sheet.path)
    except FileNotFoundError:
        sheet.raw = sheet.old = None
    except OSError as cause:
        raise CatalogError(f"cannot be read: {cause.strerror}", where=name) from cause
    if run.records:
        run.records.seen(sheet.article_id, sheet.locale, sheet.raw)
    if sheet.raw is not None:
        found = catalogs.parse(sheet.raw, name, locale=sheet.locale, rules=rules_of(run, sheet))
        losses.refuse_damaged(run, sheet, found)
        sheet.old = losses.recall(run, sheet, found)
