"""The form by which an article introduces a concept: once, and where it speaks of it first."""

from collections.abc import Iterator, Sequence

from transflow.checks.rule import Pair, Rule
from transflow.glossary.firstuse import first_uses
from transflow.model import Severity, UnitKind

__all__ = ["RULES"]

_KINDS = {kind.value: kind for kind in UnitKind}


def _kind(pair: Pair) -> UnitKind:
    """What the entry's unit is, as its first `#.` line says: `heading: Fees`."""
    line = next(iter(pair.entry.extracted), "")
    return _KINDS.get(line.partition(":")[0].strip(), UnitKind.PARAGRAPH)


def _first_use(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Pair, str]]:
    articles: dict[str, list[Pair]] = {}
    for pair in pairs:
        articles.setdefault(pair.context.path, []).append(pair)
    for article in articles.values():
        context = article[0].context
        if not context.glossary or not context.glossary.introduces(context.locale):
            continue
        texts = [(pair.source, pair.target, _kind(pair)) for pair in article]
        for found in first_uses(context.glossary, texts, context.source_locale, context.locale):
            pair = article[found.index]
            message = (
                f"{found.form} introduced the concept already; use a short form here"
                if found.repeated
                else f"the article's first mention; expected {found.form}"
            )
            yield pair, pair, message


RULES = (
    Rule(
        "first-use",
        Severity.WARNING,
        "An article does not introduce a concept by its first-use form, or does so twice.",
        "Only for concepts with a `^` form in the locale. Titles and headings count where the concept says "
        "`first:title`; front matter, alternative texts and attributes never do. Not told where the source itself "
        "explains the term in brackets. A sentence that stands twice in an article has one entry, "
        "so its form stands twice as well.",
        check_all=_first_use,
        needs="entry",
    ),
)
