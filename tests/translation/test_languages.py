"""Names of languages: what is expected is CLDR's name, and what a reader of each language would miss."""

import pytest

from tests.translation.test_translator import drafted, starter
from transflow.glossary.languages import forms, lost
from transflow.translation.lines import written


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("fr", "Anglais, français, coréen, espagnol"),
        ("es", "Inglés, francés, coreano, español"),
        ("zh-Hans", "英语、法语、韩语、西班牙语"),
        ("ru", "Английский, французский, корейский, испанский"),
        ("ar", "الإنجليزية، الفرنسية، الكورية، الإسبانية"),
    ],
)
def test_cells_and_brackets(locale, expected):
    text = "English, French, Korean, Spanish"
    assert written(text, "en", locale) == expected
    inside = written(text, "en", locale, inside=True)
    assert inside == expected[0].lower() + expected[1:]
    (draft,) = drafted(starter(locale), f"Interpretation is provided ({text}).", locale=locale)
    assert inside in draft.text


@pytest.mark.parametrize(
    ("source", "draft", "locale", "gone"),
    [
        ("Excellent English; Arabic or Swahili.", "Excellent anglais, anglais ou sélie.", "fr", ("Arabic", "Swahili")),
        ("She is fluent in Japanese, English and French.", "هي تجيد اليابانية والإنكليزية.", "ar", ("French",)),
        ("Disputes are settled in Geneva, in English, by one arbitrator.", "Споры решаются в Женеве одним арбитром.", "ru", ("English",)),
        ("Interpretation into Korean is provided.", "Se ofrece interpretación al japonés.", "es", ("Korean",)),
        ("The Arabic version prevails.", "以西班牙文本为准。", "zh-Hans", ("Arabic",)),
    ],
)  # fmt: skip
def test_a_language_that_is_gone(source, draft, locale, gone):
    assert lost(source, draft, locale) == gone


@pytest.mark.parametrize(
    ("source", "draft", "locale"),
    [
        ("It is available in English.", "Доступно на английском языке.", "ru"),
        ("The English version prevails.", "La version anglaise fait foi.", "fr"),
        ("She reads Greek and writes in Arabic.", "Lee griego y escribe en árabe.", "es"),
        ("Forms may be completed in Chinese or Portuguese.", "表格可用中文或葡文填写。", "zh-Hans"),
        ("French patents and English law differ.", "Le droit diffère.", "fr"),
        ("In French law this is a contract.", "En derecho es un contrato.", "es"),
        ("The Japanese were polite.", "Ils étaient polis.", "fr"),
        ("Portuguese-speaking countries met.", "Les pays lusophones se sont réunis.", "fr"),
    ],
)  # fmt: skip
def test_what_is_a_language_by_another_name_or_no_language_is_let_be(source, draft, locale):
    assert not lost(source, draft, locale)


def test_how_a_draft_may_write_them():
    assert forms("It is written in English.", "ru")["English"][0] == "английском языке"
    assert forms("We teach French, Korean and Spanish here.", "fr")["Korean"][0] == "coréen"


@pytest.mark.parametrize("locale", ["fr", "es", "zh-Hans", "ru", "ar"])
def test_a_draft_is_led_to_a_language_that_it_lost(locale):
    text = "The arbitration is held in Geneva, in English, by one arbitrator."
    (draft,) = drafted(starter(locale), text, locale=locale)
    assert not lost(text, draft.text, locale)
