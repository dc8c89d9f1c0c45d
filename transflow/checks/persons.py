"""Who and where: the titles of people, countries and cities."""

from collections.abc import Iterator

from transflow.checks.rule import Pair, Rule
from transflow.glossary import cities, territories
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
        texts, locale = (pair.left.plain, pair.right.plain), pair.context.locale
        known = territories.forms(texts[0], locale) | cities.forms(texts[0], locale)
        for name in (*territories.lost(*texts, locale), *cities.lost(*texts, locale)):
            own = next(iter(known.get(name, ())), "")
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
        "A country or city of the source is named nowhere (Israel, Allemagne; in Vilnius, en noviembre), nor is anything that is of it.",
        "From English into Arabic, Chinese, French, Russian and Spanish. Names are CLDR's and those of international organisations (cities: "
        "those that zones of time are called by, and the list glossary/data/cities.txt, behind in, from, to and their like); "
        "what is of a country will do (danois, 美), and names that mean other things too (Georgia, Jordan) are let be unless another country stands beside them. A country that "
        "is meant by another word (Arab Spain, الأندلس) is accepted by the reviewer.",
        _countries,
    ),
)
