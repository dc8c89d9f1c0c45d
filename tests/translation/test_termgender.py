"""The gender of a form is the model's opinion of the bare term, once for all sentences."""

from functools import cache
from pathlib import Path

import pytest

from transflow.config import EngineConfig
from transflow.engines import open_engine
from transflow.glossary import Concept, Form, Glossary, csv
from transflow.translation.termforms import candidates
from transflow.translation.termgender import feminine
from transflow.translation.translator import Request, Translator

ROOT = Path(__file__).parents[2]


@cache
def engine(locale):
    return open_engine(EngineConfig(threads=1), "en", locale, root=ROOT)


def asked(locale, source, *forms):
    concept = Concept(source, {"en": (Form(source),), locale: tuple(map(Form, forms))})
    glossary = Glossary([concept])
    (term,) = glossary.require(source, glossary.find(source, "en", spans=()), locale)
    return term


@pytest.mark.parametrize(
    ("locale", "source", "form", "gender"),
    [
        ("fr", "international application", "demande internationale", True),
        ("fr", "transmittal fee", "taxe de transmission", True),
        ("fr", "general assembly", "assemblée générale", True),
        ("fr", "public domain", "domaine public", False),
        ("fr", "prior art", "état de la technique", False),
        ("es", "patent application", "solicitud de patente", True),
        ("es", "public domain", "dominio público", False),
    ],
)
def test_nouns_have_the_gender_that_dictionaries_give(locale, source, form, gender):
    assert feminine(engine(locale), [(asked(locale, source, form), source)], locale) == {
        form: gender
    }


def test_what_has_no_gender_to_tell_is_not_asked():
    """French plurals have one article for both; Chinese has none."""
    patents = asked("fr", "patents", "brevets")
    assert feminine(engine("fr"), [(patents, "patents")], "fr") == {}
    assert feminine(engine("zh-Hans"), [(asked("zh-Hans", "patent", "专利"), "patent")], "zh") == {}


def test_a_form_longer_than_any_model_is_not_asked():
    long = asked("fr", "patent", "brevet " * 200)
    assert feminine(engine("fr"), [(long, "patent")], "fr") == {}


def test_a_singular_source_takes_the_singular_of_a_listed_pair():
    fee = asked("fr", "transmittal fee", "taxe de transmission", "taxes de transmission")
    assert candidates(fee, "the transmittal fee", "la ", "fr") == ["taxe de transmission"]
    advice = asked("es", "know-how", "conocimientos técnicos", "pericia")
    assert "conocimientos técnicos" in candidates(advice, "the know-how", "los ", "es")


def test_what_the_glossary_says_of_a_gender_holds_against_the_model():
    """PME, a small or medium-sized enterprise, is feminine; the model writes `un PME`."""
    rows = "id,en,fr,pos,match\nsme,SME,PME,noun,gender:fr=f\n"
    glossary = Glossary(csv.parse(rows))
    text = "A new SME was founded in Geneva."
    (draft,) = Translator(engine("fr"), glossary, locale="fr").translate([Request(text, ())])
    assert draft.text.startswith("Une nouvelle PME ")
