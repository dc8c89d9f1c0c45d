"""Which words of a draft a term takes the place of, and what is left around it."""

import pytest

from transflow.engines.base import Hypothesis
from transflow.glossary import Glossary, Requirement, csv
from transflow.translation.agreement import joined
from transflow.translation.termglue import unglued
from transflow.translation.termleads import leads
from transflow.translation.termplaces import places


def term(text: str, source: str, target: str, locale: str) -> Requirement:
    glossary = Glossary(csv.parse(f"id,en,{locale}\nx,{source},{target}\n"))
    (found,) = glossary.require(text, glossary.find(text, "en"), locale)
    return found


def draft(source: str, text: str, links: dict[str, str], spaced: bool = True) -> Hypothesis:
    """A hypothesis of whole words, each of which attends to the source words it is given."""
    words = source.rstrip(".").split()
    pieces = text.split("|")
    rows = []
    for piece in pieces:
        wanted = links.get(piece, "").split()
        rows.append([0.9 if word in wanted else 0.05 for word in words])
    plain = (" " if spaced else "").join(pieces).replace(" ,", ",").replace("' ", "'")
    lead = "▁" if spaced else ""
    return Hypothesis(
        plain, tuple(lead + piece for piece in pieces), -0.3, rows, tuple("▁" + w for w in words)
    )


def replaced(hypothesis: Hypothesis, source: str, wanted: Requirement, locale: str) -> str:
    place = places(hypothesis, source, wanted, (), locale)[0]
    return hypothesis.text[place.start : place.end]


def test_the_article_stays_and_the_preposition_between_goes():
    source = "The balance sheet is long."
    wanted = term(source, "balance sheet", "bilan", "fr")
    links = dict.fromkeys(("La", "feuille", "balance"), "balance sheet")
    hypothesis = draft(source, "La|feuille|de|balance|est|longue", links)
    assert replaced(hypothesis, source, wanted, "fr") == "feuille de balance"


def test_a_helping_verb_and_a_comma_end_the_place():
    source = "Customs duties must rise."
    wanted = term(source, "customs duty", "derecho de aduana", "es")
    links = dict.fromkeys(("tasas", "aduanas", "deben"), "Customs duties")
    hypothesis = draft(source, "Las|tasas|de|aduanas|deben|subir", links)
    assert replaced(hypothesis, source, wanted, "es") == "tasas de aduanas"
    links = dict.fromkeys(("tasas", "multas"), "Customs duties")
    hypothesis = draft(source, "Las|tasas|,|multas|suben", links)
    assert replaced(hypothesis, source, wanted, "es") == "tasas"


def test_a_pronoun_begins_the_verb_and_ends_the_place():
    source = "Heart failure grows."
    wanted = term(source, "heart failure", "insuffisance cardiaque", "fr")
    links = dict.fromkeys(("lésions", "s'", "accroissent"), "Heart failure")
    hypothesis = draft(source, "Les|lésions|s'|accroissent", links)
    assert replaced(hypothesis, source, wanted, "fr") == "lésions"


def test_a_name_that_the_model_let_stand_is_the_place():
    source = "The AEO moved there."
    wanted = term(source, "AEO", "OEA", "fr")
    hypothesis = draft(source, "Le|AEO|est|venu|là", {"là": "AEO"})
    assert replaced(hypothesis, source, wanted, "fr") == "AEO"


def test_a_chinese_place_is_whole_words():
    source = "R&D costs fell."
    wanted = term(source, "R&D", "研发", "zh-Hans")
    hypothesis = draft(source, "R|&|D|成本|下降|了", {"R": "R&D"}, spaced=False)
    assert replaced(hypothesis, source, wanted, "zh-Hans") == "R&D"


@pytest.mark.parametrize(
    ("before", "form", "source", "locale", "options"),
    [
        ("", "bilan", "A ", "fr", {"bilan", "un bilan", "une bilan"}),
        ("", "insuffisance", "", "fr", {"insuffisance", "l'insuffisance"}),
        ("en el mismo ", "locales", "in the same ", "es", {"en el mismo locales"}),
        ("avec des ", "lésion", "with ", "fr", {"avec de la lésion", "avec une lésion"}),
    ],
)
def test_ways_in(before: str, form: str, source: str, locale: str, options: set[str]):
    found = leads(before, form, source, locale)
    assert options <= set(found)
    if "mismo" in before:
        assert set(found) == options


def test_a_name_may_stand_without_an_article():
    found = leads("utilise des ", "TCP/IP", "uses ", "fr", named=True)
    assert "utilise TCP/IP" in found


def test_a_term_is_not_begun_twice():
    assert leads("进口商的自", "自评", "", "zh-Hans") == ["进口商的自评"]
    assert leads("通过海关", "关税", "", "zh-Hans") == ["通过海关关税"]


@pytest.mark.parametrize(
    ("text", "beginning", "rest"),
    [
        ("专利用于生产", "专利", "专利用于生产"),
        ("专利的价格", "专利", "专利的价格"),
        ("签署协定书", "签署协定", None),
    ],
)
def test_letters_that_make_another_word_of_a_term_go(text: str, beginning: str, rest: str | None):
    found = unglued(Hypothesis(text, (), 0.0, None, ()), beginning, spaced=False)
    assert found.text == (rest or found.text)
    assert found.text.startswith(beginning)


def test_no_space_stays_between_chinese_words():
    assert joined("欧元的 息税 ABC 增长", "zh-Hans") == "欧元的息税 ABC 增长"


def test_a_term_takes_the_place_of_both_halves_of_a_hyphenated_word():
    source = "Labels fail."
    wanted = term(source, "label", "marque", "fr")
    hypothesis = draft(source, "L'en-étiquette|échoue", {"L'en-étiquette": "Labels"})
    assert replaced(hypothesis, source, wanted, "fr") == "en-étiquette"
