"""Catalogs brought up to date with articles and glossary, and put on disk."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from transflow import catalogs
from transflow.errors import CatalogError, TransflowError
from transflow.files import contents
from transflow.glossary import Glossary, TermMatch
from transflow.model import Draft, Entry, Finding, Message, Segment, Severity, TermWay
from transflow.pipeline import losses
from transflow.pipeline.facts import MergedFacts
from transflow.pipeline.fingerprints import file_digest
from transflow.pipeline.introducing import introduced, matches_of
from transflow.pipeline.job import Run, Sheet
from transflow.pipeline.numbers import sheet_facts
from transflow.pipeline.pinning import pinned_engine
from transflow.pipeline.reading import catalog_of, drop, release, reload, rules_of, trouble
from transflow.segmentation import RULES_VERSION

__all__ = [
    "let_go",
    "merge_and_write",
    "merge_catalogs",
    "messages_of",
    "put",
    "take_up",
    "write_catalogs",
    "write_templates",
]

_TOLD = frozenset({"mass-unflagged", "righted", "left-over", "glued"})
"""What the file says no more once it is written: nothing that a reviewer may learn by chance."""
_TRIES = 5
"""How often a catalog is merged again because an editor saved it meanwhile."""


def merge_catalogs(run: Run) -> None:
    """Bring each catalog up to date, in memory; what needs a draft is the sheet's work.

    In a large project one that is not there yet is only made when its turn comes to be drafted.
    """
    for number, sheet in enumerate(run.sheets.values(), 1):
        run.job.progress("merging catalogs", number, len(run.sheets))
        if not (run.crowded and _is_new(run, sheet)):
            _bring_up_to_date(run, sheet)


def _is_new(run: Run, sheet: Sheet) -> bool:
    """Whether there is no file, and nothing in the memory that one left there."""
    if sheet.facts or run.records is None or run.unreadable:
        return False
    return not run.records.catalog(sheet.article_id, sheet.locale)


def let_go(run: Run) -> None:
    """In a large project, hold no catalog until the others are merged and known to the memory."""
    for sheet in run.sheets.values() if run.crowded else ():
        if sheet.parsed and not sheet.broken:
            sheet.ahead = not _is_at_rest(run, sheet)
            sheet.work = ()
            drop(sheet)


def _is_at_rest(run: Run, sheet: Sheet) -> bool:
    """Whether merging changes nothing, and leaves nothing that could be drafted."""
    return sheet.merged is not None and not sheet.work and not run.job.redraw


def take_up(run: Run) -> None:
    """Merge those catalogs that `let_go` let go, and those that are new."""
    for sheet in run.sheets.values():
        if sheet.ahead and not sheet.broken:
            sheet.ahead = False
            catalog_of(run, sheet)
            if not sheet.broken:
                _merge(run, sheet, redraw=run.job.redraw)
        elif run.crowded and sheet.merged is None and not sheet.broken:
            _bring_up_to_date(run, sheet)


def merge_and_write(run: Run) -> None:
    """Bring each catalog up to date and put it on disk, one after the other: nothing is drafted."""
    for number, sheet in enumerate(run.sheets.values(), 1):
        run.job.progress("merging catalogs", number, len(run.sheets))
        _bring_up_to_date(run, sheet)
        _put_on_disk(run, sheet)


def _bring_up_to_date(run: Run, sheet: Sheet) -> None:
    if sheet.merged is not None and not run.job.redraw:
        sheet.findings += sheet.merged.findings
        return
    catalog_of(run, sheet)
    if sheet.broken:
        return
    found = _merge(run, sheet, redraw=run.job.redraw)
    if sheet.merged is not None and sheet.locale in run.at_rest:
        sheet.work = ()  # the memory, which may be large, has been asked
    found = tuple(one for one in found if one.rule != "left-over" or _is_late(run, sheet, one))
    sheet.findings += found
    run.notes += [
        f"{one.path}{f':{one.line}' if one.line else ''}: {one.message}"
        for one in found
        if one.rule in _TOLD
    ]


def _is_late(run: Run, sheet: Sheet, finding: Finding) -> bool:
    """Whether words came with a branch or a file: those of a sentence that was there before went."""
    before = run.records.before(sheet.article_id, sheet.locale) if run.records else ()
    return bool(before) and all((finding.msgctxt, finding.msgid) != one.key for one in before)


def _merge(run: Run, sheet: Sheet, *, redraw: bool) -> tuple[Finding, ...]:
    """Merge, and note whether that changed anything; what a person should look at."""
    job = run.job
    merged = catalogs.merge(
        sheet.old,
        messages_of(run, sheet),
        locale=sheet.locale,
        article_id=sheet.article_id,
        today=job.now,
        engine=pinned_engine(run, sheet.locale),
        sentence_rules=RULES_VERSION if sheet.article_id in run.fresh else "",
        rules=rules_of(run, sheet),
        redraw=redraw,
        path=job.layout.relative(sheet.path),
        source_locale=job.workflow.source.locale,
        sound=partial(_is_sound, run, sheet),
        noted=losses.noted(run, sheet),
    )
    sheet.catalog, sheet.work = merged.catalog, merged.work
    same = sheet.raw is not None and merged.catalog.data == sheet.raw and not redraw
    sheet.merged = MergedFacts(len(merged.work), merged.findings) if same else None
    if not same:
        sheet.facts = sheet.checked = None
    return merged.findings


def _is_sound(run: Run, sheet: Sheet, entry: Entry) -> bool:
    from transflow.pipeline.judging import is_sound  # noqa: PLC0415 - the checks, for few entries

    return is_sound(run, sheet, entry)


def messages_of(run: Run, sheet: Sheet) -> tuple[Message, ...]:
    """The article's messages, each with the terms that apply to it in this locale."""
    glossary, locale = run.glossary or Glossary(), sheet.locale
    new = introduced(run, sheet)

    def terms(segment: Segment) -> tuple[str, ...]:
        found = matches_of(run, segment.text, segment.spans)
        return (
            *glossary.comments(found, locale, new.get(segment.id, ())),
            *glossary.comments(_proposed(run, segment), locale),
        )

    def concepts(segment: Segment) -> str:
        found = matches_of(run, segment.text, segment.spans)
        return glossary.fingerprint(found, locale, new.get(segment.id, ()))

    return catalogs.messages(
        run.articles[sheet.article_id], locale, comments=terms, concepts=concepts
    )


def _proposed(run: Run, segment: Segment) -> tuple[TermMatch, ...]:
    """What the glossary only proposes: the reviewer is told, the draft is free."""
    glossary = run.glossary or Glossary()
    source = run.job.workflow.source.locale
    return glossary.find(segment.text, source, spans=segment.spans, proposed=True)


def put(run: Run, sheet: Sheet, drafts: Mapping[tuple[str, str], Draft]) -> None:
    """Fill drafts into a sheet's catalog; they are kept in case it must be merged again."""
    assert sheet.catalog is not None  # noqa: S101 - merged before
    sheet.drafts = dict(drafts)
    filled = sheet.catalog.with_drafts(drafts, sheet.work, run.job.now)
    if filled is not sheet.catalog:
        sheet.catalog = filled
        sheet.facts = sheet.merged = sheet.checked = None


def write_catalogs(run: Run) -> None:
    """Put changed catalogs on disk; a file that an editor saved meanwhile is merged again first."""
    for sheet in run.sheets.values():
        _put_on_disk(run, sheet)


def _put_on_disk(run: Run, sheet: Sheet) -> None:
    if sheet.broken or not sheet.parsed or sheet.catalog is None or run.job.dry_run:
        return
    try:
        _write(run, sheet)
    except CatalogError as cause:
        sheet.broken = True
        sheet.findings.append(trouble("catalog", cause, run.job.layout, sheet.locale))
    except TransflowError as cause:
        sheet.unsaved = True
        sheet.findings.append(trouble("write", cause, run.job.layout, sheet.locale))
    _note_drafts(run, sheet)
    if sheet.broken or sheet.unsaved:
        return
    if sheet.facts is None:
        sheet.facts = sheet_facts(run.articles[sheet.article_id], sheet.catalog)
    release(run, sheet)


def _note_drafts(run: Run, sheet: Sheet) -> None:
    """Keep of a sheet's drafts what the report tells: they stand in the catalog now."""
    for (context, msgid), draft in sheet.drafts.items():
        sheet.concepts.update((term.concept, term.way) for term in draft.terms)
        lost = [
            Finding(
                "terminology",
                Severity.WARNING,
                f"{term.source!r} has no approved form in the draft",
            )
            for term in draft.terms
            if term.way is TermWay.FAILED
        ]
        if not (lost or draft.findings):
            continue
        entry = sheet.catalog.entry(msgid, context) if sheet.catalog else None
        about = partial(
            replace,
            path=run.job.layout.relative(sheet.path),
            line=entry.line if entry else 0,
            locale=sheet.locale,
            msgctxt=context,
            msgid=msgid,
        )
        sheet.failed += map(about, lost)
        sheet.doubts += map(about, draft.findings)
    sheet.drafts = {}
    sheet.work = ()


def _write(run: Run, sheet: Sheet) -> None:
    for _ in range(_TRIES):
        assert sheet.catalog is not None  # noqa: S101 - the caller looked
        try:
            written = catalogs.save(sheet.catalog, sheet.path, sheet.raw)
        except catalogs.StaleCatalogError:
            reload(run, sheet)
            _merge(run, sheet, redraw=run.job.redraw)
            put(run, sheet, sheet.drafts)
            continue
        if written:
            _settle(run, sheet)
        return
    raise CatalogError(
        "keeps changing while it is being written",
        where=run.job.layout.relative(sheet.path),
        hint="close the editor that saves it and run again",
    )


def _settle(run: Run, sheet: Sheet) -> None:
    """Read what was written as others will, with today's line numbers, and see that it is at rest.

    Only what a second merge leaves as it is need not be merged again by the next run.
    """
    sheet.written = True
    sheet.facts = sheet.checked = None
    reload(run, sheet)
    if run.records is not None:
        work = sheet.work
        _merge(run, sheet, redraw=False)
        sheet.work = work
    sheet.catalog = sheet.old


def write_templates(run: Run) -> None:
    """Write `locales/<id>.pot` for each article: generated, for tools that want one."""
    layout, source = run.job.layout, run.job.workflow.source.locale
    for article_id in run.articles:
        if not run.job.wants(article_id) or run.job.dry_run:
            continue
        known = run.facts.get(article_id)
        if known and known.pot and file_digest(layout.locales / f"{article_id}.pot") == known.pot:
            continue
        article = run.articles[article_id]
        path = layout.template(article.id)
        try:
            old = catalogs.load_or_none(path, shown=layout.relative(path))
            data = old.data if old else None
        except CatalogError:  # generated: nobody's words are in it
            old, data = None, contents(path)
        new = catalogs.template(
            catalogs.messages(article, source), article_id=article.id, today=run.job.now, old=old
        )
        catalogs.save(new, path, data)
        run.pots[article_id] = file_digest(path)
