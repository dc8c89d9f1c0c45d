"""Words that a person approved, in place of a machine's draft of the very same sentence elsewhere."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from transflow import catalogs
from transflow.counting import counted
from transflow.model import Entry, State
from transflow.pipeline.introducing import introduced
from transflow.pipeline.job import Run, Sheet
from transflow.pipeline.merging import messages_of, put
from transflow.pipeline.reading import catalog_of, entries_of, release
from transflow.pipeline.remembering import earlier

__all__ = ["find_passed", "note_passed", "pass_on"]


def find_passed(run: Run) -> None:
    """Find the sentences that people approved words for, where those may have to be passed on.

    What is known of all catalogs of a locale decides, not which of them changed: an old index and
    a new one agree.
    """
    if run.job.workflow.memory.exact != "draft" or run.memory is None or run.job.only:
        return
    for locale in run.job.locales:
        if not _is_passed(run, locale):
            run.approved[locale] = run.memory.sentences(locale, run.articles)


def pass_on(run: Run) -> None:
    """Give untouched drafts the words that people approved for their sentences.

    They stay drafts that wait for an approval, as sentences do that come later.
    """
    for locale in run.job.locales:
        approved = run.approved.get(locale)
        if approved:
            for sheet in run.sheets_of(locale):
                run.passed[locale] += _pass(run, sheet, approved)


def note_passed(run: Run) -> None:
    """Tell what was passed on, and note that nothing is to be for as long as no catalog changes."""
    run.notes += [
        f"{locale}: {counted(number, 'draft has', 'drafts have')} words now that a person "
        "approved for the same sentence elsewhere"
        for locale, number in run.passed.items()
        if number
    ]
    for locale in run.approved:  # where none was looked for, it is noted already
        key = run.records.across_key(run, locale) if run.records else ""
        if run.records and key:
            run.records.ledger.record_whole(f"passed {locale}", key, value=True)


def _is_passed(run: Run, locale: str) -> bool:
    key = run.records.across_key(run, locale) if run.records else ""
    return bool(key and run.records and run.records.ledger.whole(f"passed {locale}", key))


def _pass(run: Run, sheet: Sheet, approved: Collection[tuple[str, str]]) -> int:
    if sheet.broken or (sheet.facts is not None and not sheet.facts.states.get(State.DRAFT)):
        return 0
    held = sheet.parsed
    entries = sheet.catalog.entries if held and sheet.catalog else entries_of(run, sheet)
    waiting = _waiting(entries or (), approved) - {(m.msgctxt, m.msgid) for m in sheet.work}
    if not waiting or catalog_of(run, sheet) is None:
        if not held:
            release(run, sheet)
        return 0
    new = introduced(run, sheet)
    messages = [m for m in messages_of(run, sheet) if (m.msgctxt, m.msgid) in waiting]
    found = {
        (one.msgctxt, one.msgid): replace(draft, origin=catalogs.REMEMBERED)
        for one in messages
        if (draft := earlier(run, sheet, one, new.get(one.segments[0], frozenset())))
    }
    sheet.work = (*sheet.work, *(m for m in messages if (m.msgctxt, m.msgid) in found))
    if found:
        put(run, sheet, {**sheet.drafts, **found})
    elif not held:
        release(run, sheet)
    return len(found)


def _waiting(
    entries: Iterable[Entry], approved: Collection[tuple[str, str]]
) -> set[tuple[str, str]]:
    """Untouched drafts by a machine of sentences that a person's words are there for."""
    return {
        entry.key
        for entry in entries
        if entry.state is State.DRAFT and not entry.remembered and entry.key in approved
    }
