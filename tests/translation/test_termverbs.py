"""A verb is offered to the decoder in the forms that the English one may stand for."""

import pytest

from transflow.glossary import Glossary, Requirement, csv
from transflow.translation.termforms import candidates

ROWS = "id,en,fr,es,ru,pos\nc,clear,dédouaner,despachar,растаможить,verb\ns,submit,soumettre,presentar,подавать,verb\n"


def forms(text: str, locale: str) -> list[str]:
    glossary = Glossary(csv.parse(ROWS))
    (term,) = glossary.require(text, glossary.find(text, "en"), locale)
    assert isinstance(term, Requirement)
    return candidates(term, text, "x ", locale)


@pytest.mark.parametrize(
    ("text", "locale", "wanted", "unwanted"),
    [
        ("The shipment was cleared.", "fr", "dédouanée", "dédouaner"),
        ("It was not yet cleared.", "es", "despachado", "despachar"),
        ("The officer cleared it.", "fr", "a dédouané", "dédouaner"),
        ("The officer cleared it.", "es", "despachó", "despachar"),
        ("They must clear it.", "fr", "dédouaner", "dédouané"),
        ("They will clear it.", "es", "despacharán", "despachado"),
        ("She clears it.", "fr", "dédouane", "dédouaner"),
        ("We clear it.", "es", "despachamos", "despachan"),
        ("Firms clear it.", "fr", "dédouanent", "dédouaner"),
        ("The shipment was cleared.", "ru", "растаможена", "растаможить"),
        ("The officer cleared it.", "ru", "растаможил", "растаможить"),
        ("They have cleared it.", "ru", "растаможили", "растаможены"),
        ("They must clear it.", "ru", "растаможить", "растаможили"),
        ("They will clear it.", "ru", "растаможат", "растаможить"),
        ("Submit it at once.", "ru", "подавайте", "подают"),
        ("They will submit it.", "ru", "подавать", "подают"),
        ("Firms submit it.", "ru", "подают", "подавать"),
        ("We submit it.", "ru", "подаём", "подавать"),
        ("It is submitted in May.", "ru", "подаётся", "подавать"),
        ("They check and clear it.", "fr", "dédouanent", "dédouané"),
    ],
)
def test_the_forms_fit_the_english_one(text: str, locale: str, wanted: str, unwanted: str):
    found = forms(text, locale)
    assert wanted in found
    assert unwanted not in found


def test_the_infinitive_is_the_subject_of_a_sentence():
    assert forms("Clearing it takes a day.", "fr")[0] == "dédouaner"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The goods were cleared.", ["despachó", "despacharon"]),
        ("The goods are cleared.", ["despacha", "despachan"]),
        ("The goods will be cleared.", ["despachará", "despacharán"]),
    ],
)
def test_no_participle_stands_behind_se(text: str, wanted: list[str]):
    glossary = Glossary(csv.parse(ROWS))
    (term,) = glossary.require(text, glossary.find(text, "en"), "es")
    assert candidates(term, text, "Las mercancías se ", "es") == wanted


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Resets the filters.", "Restablecer"),  # a menu's help: no plural of a noun
        ("Reset all filters.", "Restablecer"),
    ],
)
def test_a_term_with_an_object_is_a_verb_though_nobody_said_so(text: str, first: str):
    glossary = Glossary(csv.parse("id,en,es\nr,reset,restablecer\n"))
    (term,) = glossary.require(text, glossary.find(text, "en"), "es")
    found = candidates(term, text, "", "es")
    assert found[0] == first
    assert "Restableceres" not in found


def test_behind_what_will_be_stands_an_infinitive():
    text = "Forms will be submitted in May."
    glossary = Glossary(csv.parse(ROWS))
    (term,) = glossary.require(text, glossary.find(text, "en"), "ru")
    assert candidates(term, text, "Формы будут ", "ru") == ["подаваться"]
    assert "подаются" in candidates(term, text, "Формы ", "ru")
