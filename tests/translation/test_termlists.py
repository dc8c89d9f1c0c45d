"""Lists of terms keep their order and get the commas and the `and` of their language."""

import re

import pytest

from tests.translation.test_terminology import engine, made
from transflow.model import Draft
from transflow.translation import Request, Translator
from transflow.translation.loops import runs
from transflow.translation.tidying import tidied

PARTS = {
    "anchor": "ancre", "bearing": "palier", "valve": "vanne", "gasket": "joint plat",
    "crankshaft": "vilebrequin", "gearbox": "boîte de vitesses", "camshaft": "arbre à cames",
    "spark plug": "bougie d'allumage", "head gasket": "joint de culasse", "cylinder head": "culasse",
    "connecting rod": "bielle", "oil pan": "carter d'huile",
}  # fmt: skip
FRENCH = "\n".join(f"{en},{en},{fr},noun," for en, fr in PARTS.items())


def draft(text: str, rows: str, locale: str) -> Draft:
    translator = Translator(engine(locale), made(rows, locale), locale=locale)
    return translator.translate([Request(text)])[0]


@pytest.mark.parametrize(
    ("source", "locale", "rows", "wanted"),
    [
        ("Valves and crankshafts; gearbox", "fr", FRENCH, "Vannes et vilebrequins\u202f; boîte de vitesses"),
        ("Valve / gasket / anchor.", "fr", FRENCH, "Vanne / joint plat / ancre."),
        ("VALVE, GASKET AND SPARK PLUG", "fr", FRENCH, "VANNE, JOINT PLAT ET BOUGIE D'ALLUMAGE"),
        ("valve, and gasket", "fr", FRENCH, "vanne et joint plat"),
        ("Water or oil", "es", "w,water,agua,noun,\no,oil,óxido,noun,", "Agua u óxido"),
        ("Fathers and sons", "es", "f,father,padre,noun,\ns,son,hijo,noun,", "Padres e hijos"),
        ("Trial, appeal and plaintiff", "zh-Hans",
         "t,trial,审判,noun,\na,appeal,上诉,noun,\np,plaintiff,原告,noun,", "审判、上诉和原告"),
        ("Heart and kidney", "ar", "h,heart,قلب,noun,\nk,kidney,كلية,noun,", "قلب وكلية"),
        ("Patent Cooperation Treaty (PCT)", "es",
         "l,Patent Cooperation Treaty,Tratado de Cooperación en materia de Patentes,proper,\ns,PCT,PCT,proper,case:exact",
         "Tratado de Cooperación en materia de Patentes (PCT)"),
    ],
)  # fmt: skip
def test_a_unit_of_terms_is_taken_from_the_glossary(
    source: str, locale: str, rows: str, wanted: str
):
    found = draft(source, rows, locale)
    assert found.text == wanted
    assert found.origin == "glossary"
    assert all(term.target for term in found.terms)


def test_a_unit_with_another_word_is_left_to_the_engine():
    assert draft("Valve, new gasket", FRENCH, "fr").origin != "glossary"
    assert draft("The valve and the gasket", FRENCH, "fr").origin != "glossary"


def test_a_list_inside_a_sentence_keeps_its_order_and_all_its_terms():
    names = list(PARTS)
    source = "The box contains " + ", ".join(f"the {one}" for one in names[:-1])
    found = draft(f"{source} and the {names[-1]}.", FRENCH, "fr")
    places = [
        match.start()
        for fr in PARTS.values()
        if (match := re.search(rf"(?<!joint de )\b{fr}\b", found.text))
    ]
    assert len(places) == len(PARTS)
    assert places == sorted(places)
    assert "la boîte de vitesses, l'arbre à cames, la bougie d'allumage" in found.text
    assert found.text.endswith("la bielle et le carter d'huile.")


def test_two_terms_of_a_list_that_share_a_word_are_no_loop():
    text = "le joint de culasse, la culasse, la bielle"
    assert runs(text).twice == ""
    assert tidied("the head gasket, the cylinder head, the rod", text) == text
    assert runs("pour la ville pour la ville de").twice
