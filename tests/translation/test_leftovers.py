"""What is left of an English compound beside a term that says all of it."""

import pytest

from transflow.glossary import Glossary, csv
from transflow.translation.leftovers import (
    unrefused,
    without_half_names,
    without_leftovers,
)


def cleared(source, draft, locale, forms):
    glossary = Glossary(csv.parse(f"id,en,{locale}\nm,trade mark | trademark,{forms}\n"))
    asked = glossary.require(source, glossary.find(source, "en"), locale)
    places = glossary.verify(draft, asked, locale).places
    held = [(place, one) for place, one in zip(places, asked, strict=True) if place]
    return without_leftovers(draft, held, source, locale)


@pytest.mark.parametrize(
    ("locale", "form", "draft", "right"),
    [
        ("fr", "marque", "Les marques de commerce sont libres.", "Les marques sont libres."),
        ("fr", "marque", "Une marque commerciale, ici.", "Une marque, ici."),
        ("es", "marca", "Las marcas comerciales caen.", "Las marcas caen."),
        ("zh-Hans", "商标", "贸易商标必须注册。", "商标必须注册。"),
    ],
)
def test_the_other_half_of_a_compound_goes(locale, form, draft, right):
    assert cleared("Trade marks are free.", draft, locale, form) == right


@pytest.mark.parametrize(
    ("source", "draft", "forms"),
    [
        ("Trade marks fall.", "Les marques de commerce baissent.", "marque de commerce | marque"),
        ("A trade mark in commerce.", "Une marque commerciale.", "marque"),
        ("A brand is no trade mark.", "Une marque commerciale n'est pas une marque.", "marque"),
        ("Trade marks fall.", "La marque commercialement utile.", "marque"),
    ],
)
def test_what_the_glossary_or_the_sentence_says_stays(source, draft, forms):
    assert cleared(source, draft, "fr", forms) == draft


@pytest.mark.parametrize(
    ("locale", "forms", "draft", "right"),
    [
        ("fr", "marque | marques | !marque de commerce", "Les marques, les marques de commerce et le reste.", "Les marques, les marques et le reste."),
        ("es", "marca | !marca comercial", "El titular de una marca comercial, aquí.", "El titular de una marca, aquí."),
        ("zh-Hans", "商标 | !商标权", "商标和商标权。", "商标和商标。"),
        ("fr", "marque | !label", "Le label de la marque.", "Le label de la marque."),
    ],
)  # fmt: skip
def test_a_refused_form_that_begins_as_an_approved_one_is_cut_down_to_it(
    locale, forms, draft, right
):
    glossary = Glossary(csv.parse(f"id,en,{locale}\nm,trade mark,{forms}\n"))
    source = "Trade marks, trade marks and the rest."
    asked = glossary.require(source, glossary.find(source, "en"), locale)
    assert unrefused(draft, asked, glossary, locale) == right


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        ("托马什·Tomasz Wieczorek发明了阀门。", "Tomasz Wieczorek发明了阀门。"),
        ("他说，托马什·Tomasz Wieczorek来了。", "他说，Tomasz Wieczorek来了。"),
        ("托马什·Zoe来了。", "托马什·Zoe来了。"),
        ("托马什·维乔雷克来了。", "托马什·维乔雷克来了。"),
    ],
)
def test_half_a_name_in_other_letters_does_not_stay_before_the_name(draft, right):
    assert without_half_names("Tomasz Wieczorek came.", draft, "zh-Hans") == right
