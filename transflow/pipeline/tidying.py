"""Articles that came under a new name, articles that are gone, and locales that are."""

from collections import Counter
from pathlib import Path

from transflow import catalogs
from transflow.bcp47 import gettext_name
from transflow.catalogs import Catalog
from transflow.config import Layout
from transflow.counting import counted
from transflow.errors import CatalogError, TransflowError
from transflow.pipeline.homeless import copied, homeless
from transflow.pipeline.job import Run, Sheet
from transflow.pipeline.reading import reload, reviews_of, rules_of, trouble
from transflow.publishing.record import Record

__all__ = ["follow_renames", "note_left_locales", "retire_removed"]


def follow_renames(run: Run) -> None:
    """Move the catalogs of an article whose file was renamed, in every locale of the workflow."""
    if run.unreadable or run.job.only:
        return
    homeless = _homeless(run)
    if not homeless:
        return
    appeared = {
        article_id: {segment.text for segment in run.articles[article_id].segments}
        for article_id in run.articles
        if any(not run.job.layout.catalog(tag, article_id).exists() for _, tag in homeless)
    }
    vanished: dict[str, set[str]] = {}
    worded: dict[str, set[str]] = {}
    for (article_id, _), catalog in homeless.items():
        texts = {entry.msgid for entry in (*catalog.entries, *catalog.obsolete)}
        vanished.setdefault(article_id, set()).update(texts)
        texts = {entry.msgid for entry in catalog.entries if entry.state in catalogs.HUMAN}
        worded.setdefault(article_id, set()).update(texts)
    for old, new in catalogs.renames(vanished, appeared, worded).items():
        _move(run, old, new)


def _move(run: Run, old: str, new: str) -> None:
    """Move the catalogs that are still under the old name.

    A run that is killed here is gone on with by the next one, so what was decided is known under
    both names until all of them have moved, and the pages' addresses go first.
    """
    layout = run.job.layout
    left = [tag for tag in _locales(run) if _waits(layout, tag, old, new)]
    if not left:
        return
    if run.records:
        run.records.doubtful = True
    if not run.job.dry_run:
        reviews = reviews_of(run)
        for locale in left:
            reviews = reviews.copied(locale, old, new)
        reviews.save(layout.reviews)
        if layout.published.exists():
            Record.load(layout.published).renamed(old, new).save(layout.published)
        for locale in left:
            _rename(layout.catalog(locale, old), layout.catalog(locale, new))
            reviews = reviews.moved(locale, old, new)
        reviews.save(layout.reviews)
        layout.template(old).unlink(missing_ok=True)
        run.reviews = reviews
    for locale in run.job.locales:
        sheet = run.sheets.get((new, locale))
        if sheet is not None:
            try:
                reload(run, sheet)
            except CatalogError as cause:
                sheet.broken = True
                sheet.findings.append(trouble("catalog", cause, layout, locale))
    run.notes.append(f"article {old!r} is {new!r} now: its catalogs moved with it")


def _waits(layout: Layout, locale: str, old: str, new: str) -> bool:
    return layout.catalog(locale, old).exists() and not layout.catalog(locale, new).exists()


def _rename(source: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        source.rename(target)
    except OSError as cause:
        raise TransflowError(
            f"cannot be moved to {target.name}: {cause.strerror}",
            where=source,
            hint="its article was renamed: the next run goes on with that",
        ) from cause


def retire_removed(run: Run) -> None:
    """Turn the catalogs of removed articles into `#~`, people's words kept, and report them."""
    if run.unreadable or run.job.only:
        return
    for (article_id, locale), catalog in _homeless(run).items():
        name = run.job.layout.relative(run.job.layout.catalog(locale, article_id))
        if catalog.entries and (original := copied(run, catalog)):
            run.notes.append(
                f"{name} looks like a copy of {original}'s catalog and is"
                " left alone: `transflow import` takes it in, then delete it"
            )
            continue
        left = catalogs.merge(
            catalog,
            (),
            locale=locale,
            article_id=article_id,
            today=run.job.now,
            rules=catalog.rules,
        ).catalog
        if left.obsolete:
            many = counted(len(left.obsolete), "entry", "entries")
            what = f"people's words ({many}) are kept as #~"
        else:
            what = "nobody had worked on its drafts, so the file is gone too"
        if catalog.entries or not left.obsolete:
            run.notes.append(f"{name}: its article is gone; {what}")
        if not run.job.dry_run:
            _retire(run, article_id, locale, catalog, left)


def note_left_locales(run: Run) -> None:
    """Say what becomes of a locale that was taken out of the workflow: its words stay, its pages go."""
    if run.job.only:
        return
    layout, workflow = run.job.layout, run.job.workflow
    named = {gettext_name(tag) for tag in (workflow.source.locale, *workflow.locales)}
    pages: Counter[str] | None = None
    for folder in sorted(layout.locales.glob("*/LC_MESSAGES")):
        name = folder.parent.name
        number = sum(path.name != "site.po" for path in folder.rglob("*.po"))
        if name in named or not number:
            continue
        if pages is None:
            out = Record.load(layout.published).pages
            pages = Counter(gettext_name(key.partition("/")[0]) for key in out)
        told = f"; {counted(pages[name], 'page goes', 'pages go')}" if pages[name] else ""
        run.notes.append(
            f"{layout.relative(folder)}: workflow.yaml does not name this locale: "
            f"{counted(number, 'catalog stays as it is', 'catalogs stay as they are')}{told}"
        )


def _retire(run: Run, article_id: str, locale: str, old: Catalog, left: Catalog) -> None:
    """Put on disk what is left of a catalog, or take it away where nothing is."""
    layout = run.job.layout
    path = layout.catalog(locale, article_id)
    try:
        if left.blocks or left.head.comments or left.tail.strip():
            catalogs.save(left, path, old.data)
        else:
            catalogs.remove(path, old.data)
        layout.template(article_id).unlink(missing_ok=True)
    except TransflowError as cause:
        run.findings.append(trouble("write", cause, layout, locale))
    except OSError as cause:
        where = layout.template(article_id)
        error = TransflowError(f"cannot be removed: {cause.strerror}", where=where)
        run.findings.append(trouble("write", error, layout, locale))


def _homeless(run: Run) -> dict[tuple[str, str], Catalog]:
    """Catalogs without an article; those that cannot be read are reported and left alone."""
    layout = run.job.layout
    found: dict[tuple[str, str], Catalog] = {}
    for article_id, locale, path in homeless(run):
        sheet = Sheet(article_id, locale, path)
        try:
            found[article_id, locale] = catalogs.read(
                path, shown=layout.relative(path), locale=locale, rules=rules_of(run, sheet)
            )
        except CatalogError as cause:
            run.findings.append(trouble("catalog", cause, layout, locale))
    return found


def _locales(run: Run) -> tuple[str, ...]:
    return tuple(run.job.workflow.locales)
