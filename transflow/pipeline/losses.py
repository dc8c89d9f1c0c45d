"""Catalogs that lost people's words between two runs, by a full disk, a cut copy or a slip.

What a person takes out on purpose is theirs to take out, and an older revision from version control
rightly has fewer approvals than the last run saw. Neither leaves a file without a header, without a
single entry, with the comments of an entry that does not follow, or with half a sentence at its end. A file that does is left alone,
as one that cannot be read. Whatever else is gone is told.
"""

from transflow.catalogs import HUMAN, Catalog, digest
from transflow.catalogs.block import key_of
from transflow.catalogs.provenance import provenance_of
from transflow.catalogs.recalled import is_bare, recalled
from transflow.counting import counted
from transflow.errors import CatalogError
from transflow.model import Entry, Finding, Severity, State
from transflow.pipeline.job import Run, Sheet

__all__ = ["lost", "may_lack", "noted", "recall", "refuse_damaged"]

_UNDOES = "; that undoes all edits of the file since the last commit"
"""What is to be known of `git restore`, which asks nobody."""

_PROVENANCE = "# transflow:"
_MACHINES = ("#:", "#.", "#,", "#|", _PROVENANCE)
"""Comments that only an entry has."""


def refuse_damaged(run: Run, sheet: Sheet, catalog: Catalog) -> None:
    """Refuse a catalog that no program and no person leaves like that.

    Raises:
        CatalogError: With the number of people's entries that the last run found and that are gone.
    """
    gone = _gone(run, sheet, catalog)
    empty = not catalog.blocks and b"msgid" not in (sheet.raw or b"")
    name = run.job.layout.relative(sheet.path)
    if _is_cut(catalog.tail):
        what = "is cut off: the entry that its last comments are of is not there"
    elif _is_cut_short(run, sheet, catalog, others=bool(gone)):
        what = "is cut off inside its last translation"
    elif empty:
        what = "is empty"
    elif gone and not catalog.blocks:
        what = "has no entry any more"
    else:
        return
    if gone:
        what += f"; {_entries(gone)} of the last run are gone"
    raise CatalogError(
        what,
        where=name,
        hint=f"restore it: `git restore {name}`{_UNDOES}; or delete it, and it is drafted anew",
    )


def recall(run: Run, sheet: Sheet, catalog: Catalog) -> Catalog:
    """The catalog with the comments of ours that it lost since the last run, as far as words stayed."""
    if run.records is None or not any(is_bare(block) for block in catalog.blocks):
        return catalog
    where = sheet.article_id, sheet.locale
    found, flagged = recalled(catalog, run.records.entries(*where) or run.records.before(*where))
    if flagged:
        name = run.job.layout.relative(sheet.path)
        stay, they = (
            ("entry as the last run left it stays", "it was")
            if flagged == 1
            else ("entries as the last run left them stay", "they were")
        )
        message = (
            f"came back without transflow's comments and flags: {flagged} {stay} unconfirmed "
            f"until `transflow approve {name}` says that {they} read"
        )
        finding = Finding("mass-unflagged", Severity.WARNING, message, name, locale=sheet.locale)
        if finding not in sheet.findings:
            sheet.findings.append(finding)
            run.notes.append(f"{name}: {message}")
    return found


def lost(run: Run, sheet: Sheet, catalog: Catalog) -> list[Finding]:
    """What people had worded for sentences that the article still has, and is in the file no more."""
    gone = _gone(run, sheet, catalog)
    if gone:
        texts = {segment.text for segment in run.articles[sheet.article_id].segments}
        gone = [one for one in gone if one.msgid in texts]
    if not gone:
        return []
    name = run.job.layout.relative(sheet.path)
    first, them = ("", "it") if len(gone) == 1 else (" the first", "them")
    message = (
        f"the file lacks {_entries(gone)} of the last run,{first} for {gone[0].msgid[:60]!r}: "
        f"drafted anew (`git restore {name}` gets {them} back{_UNDOES})"
    )
    return [Finding("catalog", Severity.WARNING, message, name, locale=sheet.locale)]


def noted(run: Run, sheet: Sheet) -> frozenset[tuple[str, str]]:
    """(msgctxt, msgid) of the entries that the last run left, where the file changed since."""
    found = run.records.before(sheet.article_id, sheet.locale) if run.records else ()
    return frozenset(one.key for one in found if one.state is not State.OBSOLETE)


def may_lack(run: Run, sheet: Sheet) -> bool:
    """Whether there were people's words in another state of the catalog: only then `lost` has any."""
    return bool(_before(run, sheet))


def _entries(gone: list[Entry]) -> str:
    return counted(len(gone), "entry with a person's words", "entries with people's words")


def _gone(run: Run, sheet: Sheet, catalog: Catalog) -> list[Entry]:
    """What people had worded when the catalog was last noted, and what is in it no more.

    What stands under an altered sentence or context is there, whatever its words are now: merging
    sets those right.
    """
    before = _before(run, sheet)
    known = noted(run, sheet) if before else ()
    keys = {key_of(block) for block in catalog.blocks}
    words = {block.msgstr[0] for block in catalog.blocks}
    altered = {
        provenance.source
        for block in catalog.blocks
        if key_of(block) not in known and (provenance := provenance_of(block.comments))
    }
    return [
        one
        for one in before
        if one.key not in keys and one.msgstr not in words and digest(one.msgid) not in altered
    ]


def _before(run: Run, sheet: Sheet) -> list[Entry]:
    found = run.records.before(sheet.article_id, sheet.locale) if run.records else ()
    return [entry for entry in found if entry.state in HUMAN]


def _is_cut_short(run: Run, sheet: Sheet, catalog: Catalog, *, others: bool) -> bool:
    """Whether the last translation is but the first lines of what it was: a file cut between them.

    A person may shorten a last sentence, too; but not in the middle of it, right behind a blank,
    and not with entries of others that followed it gone.
    """
    if not catalog.blocks or run.records is None:
        return False
    last = catalog.blocks[-1]
    lines = (last.raw or "").rpartition("msgstr")[2].strip()
    if not lines.startswith('""'):
        return False
    now = last.msgstr[0]
    before = next((one for one in _before(run, sheet) if one.key == key_of(last)), None)
    if before is None or len(before.msgstr) <= len(now) or not before.msgstr.startswith(now):
        return False
    return others or now.endswith((" ", "\n"))


def _is_cut(tail: str) -> bool:
    """Whether what follows the last entry are comments of one more."""
    lines = [line.strip() for line in tail.splitlines() if line.strip()]
    if any(line.startswith(_MACHINES) for line in lines):
        return True
    return bool(lines) and not tail.endswith("\n") and _PROVENANCE.startswith(lines[-1])
