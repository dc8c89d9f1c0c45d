"""The first stages: glossary, articles, catalogs."""

from pathlib import Path

from transflow import catalogs, documents
from transflow.catalogs import Reviews, Rules
from transflow.config import Layout
from transflow.errors import CatalogError, TransflowError
from transflow.glossary import Glossary
from transflow.model import Article, Finding, Severity
from transflow.pipeline.job import Run, Sheet

__all__ = ["load_catalogs", "read_articles", "read_decisions", "read_glossary", "reload", "trouble"]


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
    run.glossary = Glossary.load(job.layout.glossary_files(), source=job.workflow.source.locale)
    run.findings += run.glossary.warnings


def read_decisions(run: Run) -> None:
    """Load reviews.yaml: recorded approvals and accepted findings."""
    run.reviews = Reviews.load(run.job.layout.reviews)


def rules_of(run: Run, sheet: Sheet) -> Rules:
    """By which rules the states of a sheet's entries are derived."""
    reviews = run.reviews or Reviews()
    return Rules(
        two_step=run.job.workflow.review == "two-step",
        recorded=lambda pair: reviews.is_approved(sheet.locale, sheet.article_id, pair),
    )


def read_articles(run: Run) -> None:
    """Read every article; one that cannot be read is a finding, and its catalogs stay as they are."""
    job = run.job
    files = job.layout.article_files()
    seen: dict[str, str] = {}
    for number, path in enumerate(files):
        job.progress("reading articles", number, len(files))
        name = job.layout.relative(path)
        try:
            article = _read(run, path, name)
        except TransflowError as cause:
            run.unreadable.add(name)
            run.findings.append(trouble("article", cause, job.layout))
            continue
        other = seen.setdefault(article.id, name)
        if other != name or article.id == "site":
            run.unreadable.add(name)
            taken = (
                "is the name of the site's own strings" if other == name else f"is {other}'s too"
            )
            run.findings.append(
                Finding("article", Severity.ERROR, f"its id {article.id!r} {taken}", name)
            )
            continue
        run.articles[article.id] = article
        run.findings += article.warnings
    job.progress("reading articles", len(files), len(files))


def _read(run: Run, path: Path, name: str) -> Article:
    """The article, cut as its catalogs have it: a unit that did not change keeps its sentences."""
    source = run.job.workflow.source
    try:
        data = path.read_bytes()
    except OSError as cause:
        raise TransflowError(f"cannot be read: {cause.strerror}", where=path) from cause
    fresh = documents.read(data, path=name, locale=source.locale, source=source)
    known = frozenset() if run.job.resegment else _known(run, fresh)
    if known and any(segment.text not in known for segment in fresh.segments):
        return documents.read(data, path=name, locale=source.locale, source=source, known=known)
    return fresh


def _known(run: Run, article: Article) -> frozenset[str]:
    texts: set[str] = set()
    for locale in run.job.workflow.locales:
        sheet = _sheet(run, article.id, locale)
        if sheet.old:
            texts |= sheet.old.msgids
    return frozenset(texts)


def load_catalogs(run: Run) -> None:
    """Read the catalogs of the articles; one that cannot be read is left alone and reported."""
    wanted = [
        (article_id, locale)
        for article_id in run.articles
        if run.job.wants(article_id)
        for locale in run.job.locales
    ]
    run.sheets = {key: _sheet(run, *key) for key in wanted}
    for sheet in run.sheets.values():
        sheet.catalog = sheet.old


def _sheet(run: Run, article_id: str, locale: str) -> Sheet:
    """The sheet of an article in a locale, read once."""
    key = (article_id, locale)
    if key in run.sheets:
        return run.sheets[key]
    path = run.job.layout.catalog(locale, article_id)
    sheet = run.sheets[key] = Sheet(article_id, locale, path)
    try:
        reload(run, sheet)
    except CatalogError as cause:
        sheet.broken = True
        sheet.findings.append(trouble("catalog", cause, run.job.layout, locale))
    return sheet


def reload(run: Run, sheet: Sheet) -> None:
    """Read a sheet's catalog from disk, again if need be.

    Raises:
        CatalogError: If it cannot be read.
    """
    name = run.job.layout.relative(sheet.path)
    try:
        sheet.raw = sheet.path.read_bytes()
    except FileNotFoundError:
        sheet.raw = sheet.old = None
        return
    except OSError as cause:
        raise CatalogError(f"cannot be read: {cause.strerror}", where=name) from cause
    sheet.old = catalogs.parse(sheet.raw, name, locale=sheet.locale, rules=rules_of(run, sheet))
