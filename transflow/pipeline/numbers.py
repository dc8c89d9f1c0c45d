"""Catalogs in numbers: what reports and status rows say of them."""

from collections import Counter

from transflow.catalogs import Catalog
from transflow.model import Article, State
from transflow.pipeline.facts import SheetFacts

__all__ = ["sheet_facts", "words"]


def sheet_facts(article: Article, catalog: Catalog | None) -> SheetFacts:
    """The numbers of a catalog beside its article."""
    texts = {segment.text for segment in article.segments}
    entries = catalog.entries if catalog else ()
    own = [entry for entry in entries if entry.msgid in texts]
    missing = texts - {entry.msgid for entry in own}
    waiting = [entry.msgid for entry in own if entry.state is not State.APPROVED]
    standing = Counter(entry.state for entry in own)
    standing[State.UNTRANSLATED] += len(missing)
    return SheetFacts(
        entries=len(entries),
        states=dict(Counter(entry.state for entry in entries)),
        standing={state: standing[state] for state in State if standing[state]},
        waiting_words=sum(words(text) for text in [*waiting, *missing]),
        edited=_edited(catalog),
        complete=not missing,
    )


def _edited(catalog: Catalog | None) -> str:
    if catalog is None:
        return ""
    header = catalog.header
    who = header.get("Last-Translator", "").partition("<")[0].strip()
    return " ".join(part for part in (header.get("PO-Revision-Date", ""), who) if part)


def words(text: str) -> int:
    """How many words a text has, as white space divides it."""
    return len(text.split())
