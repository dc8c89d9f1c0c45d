"""Countries: what is expected is the name the United Nations or CLDR give them in each language."""

import pytest

from tests.translation.test_translator import drafted, starter
from transflow.glossary.gazetteer import rows
from transflow.glossary.territories import find, forms, lost, match, names
from transflow.translation.held import declined
from transflow.translation.lines import written


def called(text, locale):
    end, country = match(text, 0)
    assert end == len(text)
    return names(country, locale)[0]


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Lebanon", ("Liban", "Líbano", "黎巴嫩", "Ливан", "لبنان")),
        ("Mauritius", ("Maurice", "Mauricio", "毛里求斯", "Маврикий", "موريشيوس")),
        ("Republic of Korea", ("République de Corée", "República de Corea", "大韩民国", "Республика Корея", "جمهورية كوريا")),
        ("United States of America", ("États-Unis d'Amérique", "Estados Unidos de América", "美利坚合众国", "Соединенные Штаты Америки", "الولايات المتحدة الأمريكية")),
        ("Viet Nam", ("Viet Nam", "Viet Nam", "越南", "Вьетнам", "فييت نام")),
        ("Rwanda", ("Rwanda", "Rwanda", "卢旺达", "Руанда", "رواندا")),
        ("Côte d’Ivoire", ("Côte d'Ivoire", "Côte d'Ivoire", "科特迪瓦", "Кот-д'Ивуар", "كوت ديفوار")),
    ],
)  # fmt: skip
def test_names(name, forms):
    expected = dict(zip(("fr", "es", "zh-Hans", "ru", "ar"), forms, strict=True))
    assert {locale: called(name, locale) for locale in expected} == expected


def test_the_longest_name_counts():
    assert [one.name for _, _, one in find("Papua New Guinea and Guinea-Bissau signed.")] == [
        "Papua New Guinea",
        "Guinea-Bissau",
    ]


@pytest.mark.parametrize(
    "text",
    ["New Mexico", "Jordan won the game.", "Air France said so.", "China Daily", "the South China Sea", "Port of Spain", "Panama Canal",
     "Northern Ireland", "The turkey was eaten.", "Chad spoke."],
)  # fmt: skip
def test_other_names_are_none(text):
    assert not list(find(text))


@pytest.mark.parametrize(
    ("source", "draft", "locale"),
    [
        ("The people of Kenya voted.", "Les Kényans ont voté.", "fr"),
        ("China and the United States met.", "中美两国会晤。", "zh-Hans"),
        ("Talks in Greece.", "Переговоры в Греции.", "ru"),
        ("The Netherlands won.", "Les Néerlandais ont gagné.", "fr"),
        ("It came from Rwanda.", "Llegó de Ruanda.", "es"),
        ("Exports to Lebanon rose.", "ارتفعت الصادرات اللبنانية.", "ar"),
        ("Ethiopia's Tigist ran well.", "Эфиопка Тигист бежала хорошо.", "ru"),
        ("Talks with North Korea began.", "Начались переговоры с Северной Кореей.", "ru"),
        ("Kazakhstan's industry grew.", "L'industrie kazakhe a progressé.", "fr"),
        ("Indonesia's agency said so.", "印尼一家机构如是说。", "zh-Hans"),
        ("The bells of St. Martin's rang.", "圣马丁教堂的钟声响了。", "zh-Hans"),
    ],
)
def test_a_country_may_be_an_adjective_or_a_short_form(source, draft, locale):
    assert not lost(source, draft, locale)


def test_another_country_is_told():
    assert lost("Israel was fifteenth.", "L'Allemagne était quinzième.", "fr") == ("Israel",)
    assert lost("Botswana joined.", "加入了。", "zh-Hans") == ("Botswana",)
    assert lost("It was held in Ethiopia.", "Прошло в Эфиопании.", "ru") == ("Ethiopia",)
    assert lost("It was held in Ethiopia.", "C'était à l'Ethiopia.", "fr") == ("Ethiopia",)
    assert not lost("It was held in Ethiopia.", "C'était en Éthiopie, puis en Ethiopie.", "fr")
    assert not lost(
        "Sudan has an office in Port Sudan.", "El Sudán tiene oficina en Port Sudan.", "es"
    )
    assert not lost("His beer from Iceland", "Sa bière d'Islande « Iceland »", "fr")
    assert not lost("Benin and El Salvador", "Benin et El Salvador", "fr")
    assert not lost("It was held in Ethiopia.", "Прошло в Эфиопии.", "ru")
    assert lost("Delegates from Uganda came.", "Делегация Пирландии прибыла.", "ru") == ("Uganda",)


@pytest.mark.parametrize(
    ("source", "draft", "expected"),
    [
        ("Held in Ethiopia.", "Прошло в Эфиопия.", "Прошло в Эфиопии."),
        ("Delegations from Kenya, Uganda and Rwanda came.", "Делегации из Кении, Уганда и Руанда прибыли.", "Делегации из Кении, Уганды и Руанды прибыли."),
        ("Germany, France and Italy filed.", "Германия, Франция и Италия подали.", "Германия, Франция и Италия подали."),
        ("France thanked Spain.", "Франция поблагодарила Испанию.", "Франция поблагодарила Испанию."),
    ],
)  # fmt: skip
def test_russian_names_stand_in_the_case_of_their_place(source, draft, expected):
    assert declined(source, draft, "en", "ru") == expected


def test_how_a_draft_may_write_them():
    assert forms("It was ratified by Lebanon.", "fr") == {"Lebanon": ("Liban", "le Liban", "du Liban")}  # fmt: skip
    assert forms("Kenya and Chile signed.", "ar")["Chile"][:2] == ("شيلي", "وشيلي")


@pytest.mark.parametrize(
    ("source", "draft", "locale", "names"),
    [
        ("Urges Jordan and Lebanon to resume talks;", "Insta a Líbano a reanudar las conversaciones;", "es", ("Jordan",)),
        ("Urges Jordan and Lebanon to resume talks;", "敦促约旦和黎巴嫩恢复会谈；", "zh-Hans", ()),
        ("Chad and Nigeria abstained.", "امتنعت نيجيريا.", "ar", ("Chad",)),
        ("Kenya, Chad and Jordan signed.", "Le Kenya et la Jordanie ont signé.", "fr", ("Chad",)),
        ("Jordan and Chad came to dinner.", "Michael et Tom sont venus dîner.", "fr", ()),
        ("She won 18 seconds ahead of Ethiopia's Dawit Bekele.", "فازت بفارق 18 ثانية عن برازيلي.", "ar", ("Ethiopia",)),
    ],
)  # fmt: skip
def test_beside_a_country_a_name_is_one_and_so_it_is_before_an_s(source, draft, locale, names):
    assert lost(source, draft, locale) == names


UN = (
    "Türkiye, the Netherlands (Kingdom of the), the United Kingdom of Great Britain and Northern Ireland, the Lao People's Democratic Republic, "
    "the Congo, the Democratic Republic of the Congo, Niger, Nigeria, Austria and Australia"
)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("fr", ("Türkiye, Pays-Bas (Royaume des), Royaume-Uni de Grande-Bretagne et d'Irlande du Nord, République démocratique populaire lao, "
               "Congo, République démocratique du Congo, Niger, Nigeria, Autriche et Australie")),
        ("zh-Hans", "土耳其、荷兰王国、大不列颠及北爱尔兰联合王国、老挝人民民主共和国、刚果、刚果民主共和国、尼日尔、尼日利亚、奥地利和澳大利亚"),
        ("ru", ("Турция, Нидерланды (Королевство), Соединенное Королевство Великобритании и Северной Ирландии, Лаосская Народно-Демократическая Республика, "
               "Конго, Демократическая Республика Конго, Нигер, Нигерия, Австрия и Австралия")),
    ],
)  # fmt: skip
def test_a_long_row_in_united_nations_form_is_written_by_rule(locale, expected):
    stop = "。" if locale == "zh-Hans" else "."
    assert written(f"{UN}.", "en", locale) == expected + stop
    (draft,) = drafted(starter(locale), f"The following States were elected: {UN}.", locale=locale)
    assert expected in draft.text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was signed by Chad, the Niger, Nigeria and South Sudan.", ["Chad, the Niger, Nigeria and South Sudan"]),
        ("China Mobile, Japan Airlines and Air France agreed.", []),
        ("Jordan and Lebanon met.", []),
    ],
)  # fmt: skip
def test_rows(text, found):
    assert [text[a:b] for a, b in rows(text)] == found
