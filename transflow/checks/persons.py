"""Who and where: the titles of people."""

from collections.abc import Iterator

from transflow.checks.rule import Pair, Rule
from transflow.model import Severity
from transflow.quantities import turned_title

__all__ = ["RULES"]


def _titles(pair: Pair) -> Iterator[str]:
    if pair.context.source_language == "en":
        title, other = turned_title(pair.left.plain, pair.right.plain, pair.context.language)
        if title:
            yield f"{title} became {other}"


RULES = (
    Rule(
        "titles",
        Severity.ERROR,
        "A person's title changed its sex (Mrs., M.) or, but in French, its degree (Dr., Sr.).",
        "From English into Arabic, Chinese, French, Russian and Spanish. Only where all titles of the source are of one sex and all "
        "of the translation's of the other; names without a title, and offices, are let be.",
        _titles,
    ),
)
