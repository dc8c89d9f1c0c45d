"""Cities: what is expected is the name that newspapers of each language give them."""

import pytest

from tests.translation.test_translator import drafted, starter
from transflow.glossary.cities import forms, lost
from transflow.translation.distrust import examine


@pytest.mark.parametrize(
    ("locale", "name"),
    [("fr", "Hambourg"), ("es", "Hamburgo"), ("zh-Hans", "汉堡"), ("ru", "Гамбург"), ("ar", "هامبورغ")],
)  # fmt: skip
def test_names(locale, name):
    assert forms("They met in Hamburg.", locale) == {"Hamburg": (name,)}


@pytest.mark.parametrize(
    ("source", "draft", "locale"),
    [
        ("He told reporters in Vilnius.", "Dijo a los periodistas en noviembre.", "es"),
        ("Trains from Vienna to Rome were late.", "Los trenes de Viena a Praga se retrasaron.", "es"),
        ("It opens in Cairo.", "Il ouvre en mai.", "fr"),
        ("The fair moved to Lisbon.", "博览会迁往日内瓦。", "zh-Hans"),
        ("Flights to Oslo are full.", "Рейсы в Осаку заполнены.", "ru"),
        ("The office in Kabul closed.", "أغلق المكتب.", "ar"),
    ],
)  # fmt: skip
def test_a_city_that_is_gone(source, draft, locale):
    assert lost(source, draft, locale)
    assert "literal" in {one.kind for one in examine(source, draft, "en", locale)}


@pytest.mark.parametrize(
    ("source", "draft", "locale"),
    [
        ("Talks in Vienna failed.", "Венские переговоры провалились.", "ru"),
        ("A court in Geneva ruled.", "Женевский суд постановил.", "ru"),
        ("It was made in Beijing.", "Il a été fabriqué à Pékin.", "fr"),
        ("She lives in Kabul.", "تعيش في كابول.", "ar"),
        ("She flew to Cape Town.", "Voló a Ciudad del Cabo.", "es"),
        ("He works in London.", "他在London工作。", "zh-Hans"),
        ("Beijing agreed.", "La Chine a accepté.", "fr"),
        ("Sofia wrote to her.", "索菲娅给她写信。", "zh-Hans"),
        ("She plays for Boston Celtics.", "Elle joue chez les Celtics.", "fr"),
        ("They met at Christmas.", "他们在圣诞节见面。", "zh-Hans"),
        ("It grew in Luxembourg.", "نما في لكسمبرغ.", "ar"),
    ],
)  # fmt: skip
def test_what_is_of_a_city_or_none_is_let_be(source, draft, locale):
    assert not lost(source, draft, locale)


@pytest.mark.parametrize("locale", ["fr", "es", "zh-Hans", "ru", "ar"])
def test_a_draft_is_led_to_a_city_that_it_lost(locale):
    text = "Flights from Lisbon to Geneva and from Vienna to Rome were cancelled."
    (draft,) = drafted(starter(locale), text, locale=locale)
    assert not lost(text, draft.text, locale)
