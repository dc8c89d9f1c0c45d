"""What belongs together stays together: votes in their order, a name and its number."""

import pytest

from transflow.translation.distrust import examine

TEXT = "The draft was adopted by 31 votes to 4, with 12 abstentions."


@pytest.mark.parametrize(
    ("locale", "wrong", "right"),
    [
        ("ru", "Проект был принят 31 голосом против 12 при 4 воздержавшихся.", "Проект был принят 31 голосом против 4 при 12 воздержавшихся."),
        ("fr", "Le projet a été adopté par 4 voix contre 31, avec 12 abstentions.", "Le projet a été adopté par 31 voix contre 4, avec 12 abstentions."),
        ("es", "El proyecto se aprobó por 31 votos contra 12 y 4 abstenciones.", "El proyecto se aprobó por 31 votos contra 4 y 12 abstenciones."),
        ("zh-Hans", "草案以4票赞成、31票反对、12票弃权获得通过。", "草案以31票赞成、4票反对、12票弃权获得通过。"),
        ("ar", "اعتمد المشروع بأغلبية 12 صوتا مقابل 4 وامتناع 31 عن التصويت.", "اعتمد المشروع بأغلبية 31 صوتا مقابل 4 وامتناع 12 عن التصويت."),
    ],
)  # fmt: skip
def test_votes_in_another_order(rules, locale, wrong, right):
    assert "swapped" in rules(TEXT, wrong, locale)
    assert "swapped" not in rules(TEXT, right, locale)
    assert "meaning" in {one.kind for one in examine(TEXT, wrong, "en", locale)}


def test_a_defeat_may_begin_with_the_votes_against(rules):
    text = "The amendment was rejected by 62 votes to 48, with 30 abstentions."
    assert "swapped" not in rules(text, "修正案以48票赞成、62票反对、30票弃权被否决。", "zh-Hans")


@pytest.mark.parametrize(
    ("source", "wrong", "right", "locale"),
    [
        ("Terms and conditions", "Conditions et conditions", "Conditions générales", "fr"),
        ("Terms and conditions", "Условия и условия", "Условия", "ru"),
        ("Terms and conditions", "الشروط والشروط", "الشروط والأحكام", "ar"),
    ],
)
def test_a_heading_that_joins_a_word_with_itself(rules, source, wrong, right, locale):
    assert "doubled-words" in rules(source, wrong, locale)
    assert "doubled-words" not in rules(source, right, locale)
    assert "doubled-words" not in rules("More and more", "Всё больше и больше", "ru")


@pytest.mark.parametrize(
    ("source", "wrong", "right", "locale"),
    [
        ("Photos are for private use only.", "Les photos ne sont pas pour un usage privé.", "Les photos sont réservées à l'usage privé.", "fr"),
        ("You may take photos only here.", "No puede tomar fotos aquí.", "Solo puede tomar fotos aquí.", "es"),
        ("You may take photos only here.", "Здесь нельзя фотографировать.", "Фотографировать можно только здесь.", "ru"),
        ("You may only pay here.", "您不能在这里付款。", "您只能在这里付款。", "zh-Hans"),
        ("You may only pay here.", "Vous ne pouvez pas payer ici.", "Vous ne pouvez payer qu'ici.", "fr"),
    ],
)  # fmt: skip
def test_only_is_no_denial(rules, source, wrong, right, locale):
    assert "invented-negation" in rules(source, wrong, locale)
    assert "invented-negation" not in rules(source, right, locale)


def test_a_city_that_is_named_nowhere(rules):
    source = "He told reporters in Vilnius."
    assert "countries" in rules(source, "Dijo a los periodistas en noviembre.", "es")
    assert "countries" not in rules(source, "Dijo a los periodistas en Vilna.", "es")


@pytest.mark.parametrize(
    ("locale", "wrong", "right"),
    [
        ("ar", "يتم دعم OpenSSL 3.12 و PostgreSQL 16.", "يتم دعم Python 3.12 و OpenSSL 16."),
        ("ru", "Поддерживаются PHP 3.12 и OpenSSL 16.", "Поддерживаются Python 3.12 и OpenSSL 16."),
        ("fr", "OpenSSL 3.12 et Python 16 sont pris en charge.", "Python 3.12 et OpenSSL 16 sont pris en charge."),
    ],
)  # fmt: skip
def test_a_name_before_the_number_of_another(rules, locale, wrong, right):
    source = "Python 3.12 and OpenSSL 16 are supported."
    assert "swapped" in rules(source, wrong, locale)
    assert "swapped" not in rules(source, right, locale)
    assert "swapped" not in rules("See Article 5.", "Véase el Artículo 5.", "es")
