"""Catalogs that are up to date, but for sentences that wait for words: when to look at them again."""

from transflow.pipeline.drafting import spec_of
from transflow.pipeline.job import Run

__all__ = ["note_rest", "reopen_work"]


def reopen_work(run: Run) -> None:
    """Merge catalogs again in which something waits for a draft that might be had now.

    Where people translate, only the memory could help, and it says nothing new for as long as no
    catalog of the locale changed.
    """
    for locale in run.job.locales:
        key = _open_key(run, locale)
        if key and run.records and run.records.ledger.whole(f"open {locale}", key):
            run.at_rest.add(locale)
            continue
        for sheet in run.sheets_of(locale):
            if sheet.merged is not None and sheet.merged.work:
                sheet.merged = None


def note_rest(run: Run) -> None:
    """Note that what is open now stays open for as long as nothing changes."""
    for locale in run.job.locales:
        key = _open_key(run, locale)
        if run.records and key and all(sheet.merged for sheet in run.sheets_of(locale)):
            run.records.ledger.record_whole(f"open {locale}", key, value=True)


def _open_key(run: Run, locale: str) -> str:
    if run.records is None or spec_of(run, locale) != "none":
        return ""
    return run.records.whole_key(run, locale)
