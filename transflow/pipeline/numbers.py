"""Catalogs in numbers: what reports and status rows say of them."""

from collections import Counter

from transflow.catalogs import HUMAN, NOBODY, Catalog
from transflow.model import Article, State
from transflow.pipeline.facts import SheetFacts

__all__ = ["sheet_facts", "words"]


def sheet_facts(article: Article, catalog: Catalog | None) -> SheetFacts:
    """The numbers of a catalog beside its article."""
    texts = {segment.text for segment in article.segments}
    entries = catalog.standing if catalog else []
    own = [(text, state) for text, state in entries if text in texts]
    missing = texts - {text for text, _ in own}
    waiting = [text for text, state in own if state is not State.APPROVED]
    states = Counter(state for _, state in entries)
    standing = Counter(state for _, state in own)
    standing[State.UNTRANSLATED] += len(missing)
    return SheetFacts(
        entries=len(entries),
        states=dict(states),
        standing={state: standing[state] for state in State if standing[state]},
        waiting_words=sum(words(text) for text in [*waiting, *missing]),
        edited=_edited(catalog, people=not states.keys().isdisjoint(HUMAN)) if catalog else "",
        complete=not missing,
        remembered=dict(
            Counter(state for text, state in (catalog.brought if catalog else ()) if text in texts)
        ),
    )


def _edited(catalog: Catalog, *, people: bool) -> str:
    """When the catalog was last revised, and by whom as far as an editor or a command noted it."""
    header = catalog.header
    who = header.get("Last-Translator", "").partition("<")[0].strip()
    if who in {"", NOBODY}:
        who = "by hand" if people else "machine"
    return f"{header.get('PO-Revision-Date', '')} {who}".strip()


def words(text: str) -> int:
    """How many words a text has, as white space divides it."""
    return len(text.split())
