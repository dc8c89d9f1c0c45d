"""Who and where: the titles of people, countries, regions, cities and languages."""

from collections.abc import Callable, Iterable, Iterator

from transflow.checks.rule import Pair, Rule
from transflow.glossary import cities, gazetteer, languages, regions, territories
from transflow.model import Severity
from transflow.quantities import turned_title

__all__ = ["RULES"]


def _titles(pair: Pair) -> Iterator[str]:
    if pair.context.source_language == "en":
        title, other = turned_title(pair.left.plain, pair.right.plain, pair.context.language)
        if title:
            yield f"{title} became {other}"


def _countries(pair: Pair) -> Iterator[str]:
    yield from _gone(pair, lambda *texts: [n for one in _PLACES for n in one.lost(*texts)])


_PLACES = (territories, regions, cities)


def _languages(pair: Pair) -> Iterator[str]:
    yield from _gone(pair, languages.lost)


def _gone(pair: Pair, lost: Callable[[str, str, str], Iterable[str]]) -> Iterator[str]:
    if pair.context.source_language != "en":
        return
    text, locale = pair.left.plain, pair.context.locale
    gone = list(lost(text, pair.right.plain, locale))
    answered = pair.answered() if gone else []
    for name in gone:
        if any(name in part for part in answered):
            continue
        own = next(iter(gazetteer.forms(text, locale).get(name, ())), "")
        yield f"{name} is named nowhere; expected {own}" if own else f"{name} is named nowhere"


def _turned(pair: Pair) -> Iterator[str]:
    if pair.context.source_language == "en":
        for gone, name in gazetteer.turned(pair.left.plain, pair.right.plain, pair.context.locale):
            if gone and any(gone in part for part in pair.answered()):
                continue
            yield f"{gone} became {name}" if gone else f"{name} is not in the source"


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
        "A country, region of the world or city of the source is named nowhere (Israel, Allemagne; in Vilnius, en noviembre), nor is anything that is of it.",
        "From English into Arabic, Chinese, French, Russian and Spanish. Names are CLDR's and those of international organisations (cities: "
        "those that zones of time are called by, and the list glossary/data/cities.txt, behind in, from, to and their like); "
        "what is of a country will do (danois, 美), and names that mean other things too (Georgia, Jordan) are let be unless another country stands beside them. A country that "
        "is meant by another word (Arab Spain, الأندلس) is accepted by the reviewer.",
        _countries,
    ),
    Rule(
        "other-country",
        Severity.ERROR,
        "A country or region of the world became another (Jordan, l'Iraq; Sub-Saharan Africa, شمال أفريقيا), or one stands there that the source has not.",
        "From English into Arabic, Chinese, French, Russian and Spanish. What goes without saying may be added: of an acronym (NASA, 美国航天局), where the "
        "source speaks of a country, a government or money, and in Chinese to any name. A country that is rightly added is accepted by the reviewer.",
        _turned,
    ),
    Rule(
        "languages",
        Severity.ERROR,
        "A language of the source is named nowhere or became another (into Korean, al japonés; in English, en français), and nothing that is of it is there.",
        "From English into Arabic, Chinese, French, Russian and Spanish, by the names of CLDR, where a language alone can be meant: `in English`, `fluent in Swahili`, "
        "`the Arabic version`, a list that no noun follows; not `French law`, `Japanese applicants`. `lusophone` and `葡文` are of their language.",
        _languages,
    ),
)
