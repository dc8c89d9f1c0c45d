"""Who and where: the titles of people, and countries."""

from collections.abc import Iterator

from transflow.checks.rule import Pair, Rule
from transflow.glossary import territories
from transflow.model import Severity
from transflow.quantities import turned_title

__all__ = ["RULES"]


def _titles(pair: Pair) -> Iterator[str]:
    if pair.context.source_language == "en":
        title, other = turned_title(pair.left.plain, pair.right.plain, pair.context.language)
        if title:
            yield f"{title} became {other}"


def _countries(pair: Pair) -> Iterator[str]:
    if pair.context.source_language == "en":
        for name in territories.lost(pair.left.plain, pair.right.plain, pair.context.locale):
            own = next(iter(territories.forms(name, pair.context.locale).get(name, ())), "")
            yield f"{name} is named nowhere; expected {own}" if own else f"{name} is named nowhere"


RULES = (
    Rule(
        "titles",
        Severity.ERROR,
        "A person's title changed its sex (Mrs., M.) or, but in French, its degree (Dr., Sr.).",
        "From English into Arabic, Chinese, French, Russian and Spanish. Only where all titles of the source are of one sex and all "
        "of the translation's of the other; names without a title, and offices, are let be.",
        _titles,
    ),
    Rule(
        "countries",
        Severity.WARNING,
        "A country of the source is named nowhere (Israel, Allemagne), nor is anything that is of it.",
        "From English into Arabic, Chinese, French, Russian and Spanish. Names are CLDR's and those of international organisations; "
        "what is of a country will do (danois, 美), and names that mean other things too (Georgia, Jordan) are let be unless another country stands beside them. A country that "
        "is meant by another word (Arab Spain, الأندلس) is accepted by the reviewer.",
        _countries,
    ),
)
