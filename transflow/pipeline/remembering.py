"""What people confirmed before: offered where the same sentence comes again, and kept for later."""

import contextlib
import hashlib
from pathlib import Path

from transflow import catalogs
from transflow.bcp47 import serving
from transflow.catalogs import Catalog, Suggestion, pair_digest
from transflow.errors import CatalogError, TransflowError
from transflow.files import contents
from transflow.glossary import Glossary
from transflow.glossary.firstuse import repeats
from transflow.memory import Match, Memory, MemoryUnit, parse_tmx, units_of
from transflow.model import MERGED, Draft, Entry, Message, State
from transflow.pipeline.fingerprints import file_digest
from transflow.pipeline.homeless import copied, homeless
from transflow.pipeline.introducing import introduced, matches_of
from transflow.pipeline.job import Run, Sheet
from transflow.pipeline.merging import put
from transflow.pipeline.reading import catalog_of, release, rules_of, trouble

__all__ = [
    "close_memory",
    "earlier",
    "index_files",
    "index_gone",
    "index_memory",
    "open_memory",
    "recall",
    "suggest",
]

_EQUAL = 100
"""A higher score: equal sentences between equal neighbours."""


def open_memory(run: Run) -> None:
    """Open the memory: confirmed translations, and drafts made before."""
    run.memory = Memory.open(run.job.layout.memory)


def close_memory(run: Run) -> None:
    """Give the memory's file back."""
    if run.memory:
        run.memory.close()
        run.memory = None


def index_files(run: Run) -> None:
    """Take in the TMX files and PO compendia of the workflow, as far as they changed."""
    layout = run.job.layout
    for path in layout.memory_files():
        name = layout.relative(path)
        digest = file_digest(path)
        if digest:
            digest = ":".join(
                (digest, *run.job.workflow.locales)
            )  # what its units serve hangs on them
        if run.memory is None or (digest and run.memory.is_taken(name, digest)):
            continue
        try:
            units = _served(_units(path, name, run.job.workflow.source.locale), run)
        except TransflowError as cause:
            run.findings.append(trouble("memory", cause, layout))
            continue
        run.memory.take(name, units, digest=digest)


def index_gone(run: Run) -> None:
    """Keep what is remembered to what is there: catalogs of removed articles are, as `#~`.

    Without this an index that has seen more than another would draft otherwise than that.
    """
    if run.memory is None or run.unreadable:
        return
    layout = run.job.layout
    gone = {(article_id, locale): path for article_id, locale, path in homeless(run)}
    for (article_id, locale), path in gone.items():
        digest = file_digest(path)
        if digest and not run.memory.is_indexed(article_id, locale, digest):
            with contextlib.suppress(CatalogError):  # told where such catalogs are retired
                rules = rules_of(run, Sheet(article_id, locale, path))
                catalog = catalogs.read(
                    path, shown=layout.relative(path), locale=locale, rules=rules
                )
                if catalog.entries and copied(run, catalog):
                    continue
                _take(run.memory, article_id, locale, catalog, digest)
    files = [layout.relative(path) for path in layout.memory_files()]
    there = {
        (article_id, tag)
        for article_id in run.articles
        for tag in run.job.workflow.locales
        if run.records is None or run.records.catalog(article_id, tag)
    }
    run.memory.forget(there | gone.keys(), files)


def _served(units: dict[str, list[MemoryUnit]], run: Run) -> dict[str, list[MemoryUnit]]:
    """The units by the locale of the project that they serve: those of `fr-FR` are `fr`'s."""
    found: dict[str, list[MemoryUnit]] = {}
    for tag in sorted(units, key=len):
        found.setdefault(serving(tag, run.job.workflow.locales) or tag, []).extend(units[tag])
    return found


def _units(path: Path, name: str, source: str) -> dict[str, list[MemoryUnit]]:
    if path.suffix == ".po":
        catalog = catalogs.read(path, shown=name)
        date = catalog.header.get("PO-Revision-Date", "")
        return {catalog.locale: units_of(_with_obsolete(catalog), name, date)}
    return parse_tmx(contents(path), name, source)


def index_memory(run: Run) -> None:
    """Take in what people approved, as far as a catalog changed since it was last taken in."""
    for sheet in run.sheets.values():
        if run.memory is None or sheet.broken:
            continue
        if sheet.parsed and sheet.catalog is not None:
            digest = hashlib.sha256(sheet.catalog.dump()).hexdigest()
        elif not sheet.parsed and run.records is not None:
            digest = run.records.catalog(sheet.article_id, sheet.locale)
        else:
            digest = ""
        if digest and not run.memory.is_indexed(sheet.article_id, sheet.locale, digest):
            _index(run, sheet, run.memory, digest)


def _index(run: Run, sheet: Sheet, memory: Memory, digest: str) -> None:
    held = sheet.parsed
    catalog = catalog_of(run, sheet)
    if catalog is None:
        return
    _take(memory, sheet.article_id, sheet.locale, catalog, digest)
    if not held:
        release(run, sheet)


def _take(memory: Memory, article_id: str, locale: str, catalog: Catalog, digest: str) -> None:
    date = catalog.header.get("PO-Revision-Date", "")
    memory.index(article_id, locale, _with_obsolete(catalog), date=date, digest=digest)


def _with_obsolete(catalog: Catalog) -> tuple[Entry, ...]:
    """All entries; of the obsolete ones those that nobody approved in two-step review are left out.

    A first reader's words are not remembered while they stand, so neither once they are gone.
    """
    rules = catalog.rules
    gone = [
        entry
        for entry in catalog.obsolete
        if not rules.two_step
        or entry.msgstr == MERGED
        or rules.recorded(pair_digest(entry.msgid, entry.msgstr))
    ]
    return (*catalog.entries, *gone)


def recall(run: Run) -> None:
    """Draft from memory what was confirmed for the very same sentence, if its terms still hold."""
    if run.job.workflow.memory.exact != "draft" or run.memory is None:
        return
    for sheet in run.sheets.values():
        if sheet.broken or not sheet.work or sheet.catalog is None:
            continue
        new = introduced(run, sheet)
        found = {
            (message.msgctxt, message.msgid): draft
            for message in sheet.work
            if (draft := earlier(run, sheet, message, new.get(message.segments[0], frozenset())))
        }
        if found:
            put(run, sheet, found)


def earlier(run: Run, sheet: Sheet, message: Message, introduces: frozenset[str]) -> Draft | None:
    """What a person approved for this very sentence, if its terms hold; the likest place first."""
    assert run.memory is not None  # noqa: S101 - the caller looked
    texts = ["", *(s.text for s in run.articles[sheet.article_id].segments), ""]
    at = texts.index(message.msgid) if message.msgid in texts else 0
    matches = run.memory.exact(
        message.msgid,
        sheet.locale,
        before=texts[at - 1] if at else "",
        after=texts[at + 1] if at else "",
        context=message.msgctxt,
    )
    glossary = run.glossary or Glossary()
    source = run.job.workflow.source.locale
    terms = matches_of(run, message.msgid, message.spans)
    for match in matches:
        verdict = glossary.check(
            message.msgid, match.target, source, sheet.locale, introduces=introduces
        )
        found = [m for m in terms if m.concept.id not in introduces]
        repeated = any(repeats(message.msgid, match.target, found, sheet.locale))
        if verdict.ok and not repeated:
            origin = catalogs.IN_CONTEXT if match.score > _EQUAL else catalogs.REMEMBERED
            return Draft(match.target, origin=origin)
    return None


def suggest(run: Run) -> None:
    """Show what was confirmed for like sentences, in catalogs that have work for people anyway."""
    if run.memory is None:
        return
    for sheet in run.sheets.values():
        if sheet.broken or not sheet.work or sheet.catalog is None:
            continue
        found = {
            entry.key: lines
            for entry in sheet.catalog.entries
            if entry.state is not State.APPROVED and (lines := _alike(run, sheet, entry))
        }
        shown = catalogs.suggested(sheet.catalog, found)
        if shown is not sheet.catalog:
            sheet.catalog = shown
            sheet.facts = sheet.merged = sheet.checked = None


def _alike(run: Run, sheet: Sheet, entry: Entry) -> list[Suggestion]:
    settings = run.job.workflow.memory
    assert run.memory is not None  # noqa: S101 - the caller looked
    matches: list[Match] = []
    if settings.exact == "suggest":
        matches += run.memory.exact(entry.msgid, sheet.locale, context=entry.msgctxt)
    if settings.fuzzy != "off" and not matches:
        matches += run.memory.fuzzy(entry.msgid, sheet.locale, threshold=settings.threshold)
    return [Suggestion(match.score, match.source, match.target) for match in matches]
