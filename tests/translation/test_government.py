"""Russian terms stand in the case that the words before them govern."""

import pytest

from transflow.glossary import Concept, Form, Glossary
from transflow.translation.government import governed

GLOSSARY = Glossary(
    Concept(key, {"en": (Form(key),), "ru": (Form(ru),)})
    for key, ru in {
        "patent": "патент",
        "international application": "международная заявка",
        "copyright": "авторское право",
        "Member State": "государство-член",
        "International Bureau": "Международное бюро",
        "trademark": "товарный знак",
        "opposition division": "отдел возражений",
    }.items()
)


def settled(source: str, draft: str) -> str:
    asked = GLOSSARY.require(source, GLOSSARY.find(source, "en", spans=()), "ru")
    places = GLOSSARY.verify(draft, asked, "ru", spans=()).places
    found = [(place, one) for place, one in zip(places, asked, strict=True) if place]
    assert found
    return governed(draft, found, source, "ru")


@pytest.mark.parametrize(
    ("source", "draft", "right"),
    [
        ("It lives without a patent.", "Он живёт без патент.", "Он живёт без патента."),
        ("He goes to the International Bureau.", "Он идёт к Международное бюро.", "Он идёт к Международному бюро."),
        ("In an international application", "В международная заявка", "В международной заявке"),
        ("They speak about copyright.", "Они говорят об авторского права.", "Они говорят об авторском праве."),
        ("It agrees with the International Bureau.", "В соответствии с Международного бюро.",
         "В соответствии с Международным бюро."),
        ("157 Member States joined.", "157 государство-член.", "157 государств-членов."),
        ("Two patents were sold.", "Два патент проданы.", "Два патента проданы."),
        ("Three international applications came.", "Пришли три международная заявка.",
         "Пришли три международных заявки."),
        ("23 trademarks", "23 товарный знак", "23 товарных знака"),
        ("Twelve patents", "Двенадцать патенты", "Двенадцать патентов"),
        ("Member States met.", "Государств-членов собрались.", "Государства-члены собрались."),
        ("The owner of the trademark came.", "Владелец товарный знак пришёл.", "Владелец товарного знака пришёл."),
        ("A trademark lasts.", "Знак товарного знака живёт.", "Товарный знак живёт."),
        ("He left the International Bureau.", "Он ушёл из Международный Международное бюро.",
         "Он ушёл из Международного бюро."),
        ("A new opposition division met.", "Новый отдела возражений собрался.", "Новый отдел возражений собрался."),
        ("21 international applications came.", "Пришла 21 международные заявки.", "Пришла 21 международная заявка."),
        ("They speak about copyright.", "Они говорят о авторском праве.", "Они говорят об авторском праве."),
        ("They speak about a patent.", "Они говорят об патенте.", "Они говорят о патенте."),
        ("Each international application counts.", "Для каждой международная заявка.",
         "Для каждой международной заявки."),
    ],
)  # fmt: skip
def test_a_term_is_put_into_the_case_its_place_asks_for(source: str, draft: str, right: str):
    assert settled(source, draft) == right


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("It went into the international application.", "Это вошло в международную заявку."),
        ("It stands in the international application.", "Это стоит в международной заявке."),
        ("A letter from the International Bureau", "Письмо из Международного бюро"),
        ("He took it off the trademark.", "Он снял это с товарного знака."),
        ("The patent was bought.", "Они купили патент."),
        ("Of 45 Member States", "Делегации 45 государств-членов"),
        ("With 60 Member States", "С 60 государствами-членами"),
        ("The office gives a patent.", "Ведомство выдаёт патент."),
        ("The office gives a patent.", "Патент выдаёт ведомство."),
    ],
)
def test_what_may_stand_there_stays(source: str, draft: str):
    assert settled(source, draft) == draft
