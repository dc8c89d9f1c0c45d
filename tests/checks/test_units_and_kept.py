"""Percent, currencies, measures, addresses, acronyms."""

import pytest

from transflow.model import Provenance

FOUND = [
    ("percent", "zh-Hans", "Filings rose 10% in 2023.", "2023年申请量增长10件。"),
    ("percent", "fr", "Filings rose 10% in 2023.", "Les dépôts ont augmenté de 10 en 2023."),
    ("percent", "es", "Filings rose by 10 percent.", "Las solicitudes aumentaron en 10."),
    ("percent", "ru", "Filings rose 10%.", "Число заявок выросло на 10."),
    ("percent", "ar", "Filings rose 10%.", "ارتفعت الطلبات بمقدار 10."),
    ("percent", "fr", "Filings rose by 10.", "Les dépôts ont augmenté de 10 %."),
    ("currency", "zh-Hans", "The fee is $40.", "费用为40欧元。"),
    ("currency", "fr", "The fee is €40.", "La taxe s’élève à 40 dollars."),
    ("currency", "es", "The fee is 40 Swiss francs.", "La tasa es de 40 euros."),
    ("currency", "ru", "The fee is £40.", "Пошлина составляет 40 долларов."),
    ("currency", "ar", "The fee is $40.", "الرسم 40 يورو."),
    ("currency", "fr", "It cost €3 million.", "Il a coûté 3 millions."),
    ("currency", "zh-Hans", "A fine of CHF 500.", "罚款500元。"),
    ("units", "zh-Hans", "It is 30 km away.", "距离30英里。"),
    ("units", "fr", "It weighs 12 kg.", "Il pèse 12 tonnes."),
    ("unit-size", "es", "The lab is 40 kilometres away.", "El laboratorio está a 40 metros."),
    ("unit-size", "ru", "A file of 5 GB.", "Файл размером 5 мегабайт."),
    ("units", "ar", "It is 30 km away.", "تبعد 30 ميلا."),
    ("units", "fr", "You have 30 days to reply.", "Vous avez 30 mois pour répondre."),
    ("units", "es", "It took 5 years.", "Tardó 5 meses."),
    ("addresses", "fr", "Write to help@example.org now.", "Écrivez à aide@example.org maintenant."),
    (
        "addresses",
        "fr",
        "Pay to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa.",
        "Payez à 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb.",
    ),
    ("addresses", "ru", "The text is SGVsbG8gV29ybGQhCg==.", "Текст — SGVsbG8gV29ybGQh."),
    ("addresses", "zh-Hans", "See https://example.org/a?id=7.", "见https://example.org/a?id=8。"),
    ("addresses", "ru", "Write to help@example.org now.", "Напишите нам сейчас."),
    ("addresses", "es", "See www.example.org today.", "Véase hoy www.ejemplo.org."),
    ("addresses", "ar", "See the page.", "انظر https://example.org."),
    (
        "acronyms",
        "fr",
        "The EPO and the JPO agreed.",
        "L’office européen et l’office japonais sont d’accord.",
    ),
    (
        "acronyms",
        "fr",
        "Account: IBAN VK21 0042, BIC BOPEVKPX.",
        "Compte : VK21 0042, BIC BOPEVKPX.",
    ),
    ("percent", "fr", "It rose 5% and fell 3% later.", "Il a augmenté de 5 % puis baissé de 3."),
    ("percent", "zh-Hans", "It rose 5% and fell 3% later.", "先增长5，后下降3%。"),
    ("percent", "ru", "Up 5%, then 5 firms and 8% left.", "Рост на 5, потом ушли 5 фирм и 8%."),
    ("percent", "zh-Hans", "Up 7.5% from 1,120.", "从1,120%上调7.5%。"),
    ("acronyms", "es", "The TRIPS Agreement applies.", "El acuerdo se aplica."),
    ("acronyms", "ru", "A PCT application was filed.", "Была подана международная заявка."),
    ("acronyms", "zh-Hans", "A PCT application was filed.", "提交了国际申请。"),
]
LET_BE = [
    (
        "partly-untranslated",
        "zh-Hans",
        'Run "ls -la | grep foo" in the folder first.',
        "请先在文件夹中运行“ls -la | grep foo”。",
    ),
    ("addresses", "fr", 'Run "rm -i *.tmp" now.', "Lancez « rm -i *.tmp » maintenant."),
    (
        "addresses",
        "zh-Hans",
        "Send it to 7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV with password Tr0ub4dor&3.",
        "用密码Tr0ub4dor&3发送到7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV。",
    ),
    (
        "acronyms",
        "es",
        "HOW TO FILE WITH ePCT OF McDONALD'S",
        "CÓMO PRESENTAR CON ePCT DE McDONALD'S",
    ),
    ("percent", "zh-Hans", "Seven in 10 of 712 cases settled.", "712起案件中七成以和解告终。"),
    ("percent", "zh-Hans", "Shares fell to 2 euros on Tuesday.", "周二成交价跌至2欧元。"),
    (
        "percent",
        "fr",
        "The margin is 2.1 percentage points.",
        "La marge est de 2,1 points de pourcentage.",
    ),
    ("currency", "ar", "It is fixed at 12 to the dollar.", "سعر الصرف مثبت عند 12 للدولار."),
    ("currency", "ar", "It cost 4.4 billion yen.", "بلغت 4.4 مليارات ين."),
    ("percent", "zh-Hans", "Filings rose 10%.", "申请量增长百分之十。"),
    ("percent", "zh-Hans", "Filings rose 30%.", "申请量增长三成。"),
    (
        "percent",
        "fr",
        "Between 5% and 10.5% of it, or 12%.",
        "Entre 5 et 10,5 % (ou 12 pour cent).",
    ),
    ("percent", "ru", "From 5% to 10%, then 3%.", "От 5 до 10 %, потом 3-процентный рост."),
    ("percent", "zh-Hans", "From 5% to 10% and 3%.", "从5至10个百分点，再到百分之3。"),
    ("percent", "ar", "From 5% to 10%, 3% of it.", "من ٪5 إلى 10 في المائة و3 بالمئة منها."),
    ("percent", "es", "It rose 3 pp.", "Subió 3 puntos porcentuales."),
    ("percent", "fr", "5% of 5 firms, 8% of all.", "5 % de 5 entreprises, 8 % de toutes."),
    ("percent", "zh-Hans", "Filings rose in 2023.", "2023年申请量成功增长。"),
    ("percent", "fr", "Filings rose 10%.", "Les dépôts ont augmenté de 10 %."),
    ("percent", "zh-Hans", "The PCT has 157 members.", "PCT有157个成员。"),
    ("percent", "es", "A percentage of 40 or more.", "Una proporción de 40 o más."),
    ("percent", "fr", "Filings rose 10%.", "Les dépôts ont augmenté de 10 pour cent."),
    ("percent", "es", "Filings rose 10%.", "Las solicitudes aumentaron un 10 por ciento."),
    ("percent", "ru", "A 10% rise.", "Рост на 10 процентов."),
    ("percent", "ar", "Filings rose 10%.", "ارتفعت الطلبات بنسبة 10 في المئة."),
    ("percent", "ar", "Filings rose 10%.", "ارتفعت الطلبات بنسبة ١٠٪."),
    ("currency", "zh-Hans", "The fee is $40.", "费用为40美元。"),
    ("currency", "fr", "The fee is $40.", "La taxe s’élève à 40 dollars des États-Unis."),
    ("currency", "fr", "The fee is USD 40.", "La taxe s’élève à 40 $."),
    ("currency", "es", "It cost €3 million.", "Costó 3 millones de euros."),
    ("currency", "ru", "A fine of 500 Swiss francs.", "Штраф в 500 швейцарских франков."),
    ("currency", "ar", "The fee is $40.", "الرسم 40 دولاراً."),
    ("currency", "zh-Hans", "It cost ¥300.", "花费300元。"),
    ("currency", "zh-Hans", "At least USD 25,000 a year.", "每年至少USD 25,000。"),
    ("currency", "zh-Hans", "A fund of CHF 12.5 million.", "推出了CHF 1250万基金。"),
    (
        "currency",
        "fr",
        "Since March 2020, Europe has grown.",
        "Depuis mars 2020, l’Europe a grandi.",
    ),
    ("currency", "es", "He won 3 medals.", "Ganó 3 medallas."),
    ("currency", "fr", "A 40-pound parcel.", "Un colis de 40 livres."),
    ("units", "zh-Hans", "It is 30 km away.", "距离30公里。"),
    ("units", "zh-Hans", "It is 30 km away.", "距离30千米。"),
    ("units", "fr", "It weighs 12 kilograms.", "Il pèse 12 kg."),
    ("units", "ru", "The lab is 40 kilometres away.", "Лаборатория находится в 40 километрах."),
    ("units", "ar", "The lab is 40 km away.", "يبعد المختبر 40 كيلومترًا."),
    ("units", "es", "It is 21 °C.", "Hace 21 grados Celsius."),
    ("units", "fr", "You have 30 days to reply.", "Vous avez un mois pour répondre."),
    ("units", "zh-Hans", "Within 12 months of filing.", "自申请之日起12个月内。"),
    ("units", "zh-Hans", "It took 5 years, until 2024.", "历时5年，直到2024年。"),
    ("units", "ru", "The 30-year-old office.", "Бюро, которому 30 лет."),
    ("units", "fr", "In 2020 in Rome.", "En 2020 à Rome."),
    (
        "addresses",
        "zh-Hans",
        "Write to help@example.org, or see https://example.org/a?id=7.",
        "请写信至help@example.org，或见https://example.org/a?id=7。",
    ),
    ("addresses", "fr", "See https://example.org/en/news.", "Voir https://example.org/fr/news."),
    ("addresses", "es", "[See](https://example.org/en)", "[Véase](https://example.org/en)"),
    ("addresses", "ar", "Write to help@example.org.", "اكتبوا إلى help@example.org."),
    ("acronyms", "fr", "WIPO agreed.", "L’OMPI est d’accord."),
    (
        "acronyms",
        "es",
        "The UN and the EU agreed.",
        "Las Naciones Unidas y la Unión Europea están de acuerdo.",
    ),
    ("acronyms", "ru", "WIPO agreed.", "ВОИС согласна."),
    ("acronyms", "zh-Hans", "A PCT application was filed.", "提交了PCT申请。"),
    ("acronyms", "fr", "NOTICE TO ALL MEMBERS", "Avis à tous les membres"),
    ("acronyms", "ar", "The EPO agreed.", "وافق المكتب الأوروبي."),
    ("acronyms", "ar", "The PCT applies.", "تسري معاهدة PCT."),
]


@pytest.mark.parametrize(("rule", "locale", "source", "target"), FOUND)
def test_is_found(rules, rule, locale, source, target):
    assert rule in rules(source, target, locale)


@pytest.mark.parametrize(("rule", "locale", "source", "target"), LET_BE)
def test_is_let_be(rules, rule, locale, source, target):
    assert rule not in rules(source, target, locale)


def test_says_what_was_expected(judge):
    messages = [f.message for f in judge("It is 30 km away.", "C’est à 30 miles.", "fr")]
    assert messages == ["30 km became 30 miles; expected kilomètres"]
    messages = [f.message for f in judge("Mail a@example.org now.", "Écrivez maintenant.", "fr")]
    assert messages == ["a@example.org is missing; it must stand as it is in the source"]


def test_the_glossary_answers_for_its_acronyms(rules, tmp_path):
    from transflow.glossary import Glossary

    path = tmp_path / "terms.csv"
    path.write_text("id,en,zh-Hans\npct,PCT,专利合作条约\n", encoding="utf-8")
    glossary = Glossary.load([path])
    texts = ("A PCT application was filed.", "提交了专利合作条约申请。", "zh-Hans")
    assert "acronyms" in rules(*texts)
    assert "acronyms" not in rules(*texts, glossary=glossary)


def test_what_drafting_copied_is_not_untranslated(rules):
    address = "12 Market Street, 8001 Zurich"
    copied = Provenance("1f3a9c", "copy")
    assert "untranslated" not in rules(address, address, "ru", provenance=copied)
    assert "untranslated" in rules(
        address, address, "ru", provenance=Provenance("1f3a9c", "argos/en_ru@1.9")
    )


def test_a_street_in_a_translation_is_no_untranslated_phrase(rules):
    source = "The hall is at 34, chemin des Colombettes, in Geneva."
    assert "partly-untranslated" not in rules(
        source, "Зал находится по адресу 34, chemin des Colombettes, в Женеве.", "ru"
    )
    assert "partly-untranslated" in rules(
        "See the list of all members.", "См. the list of all членов.", "ru"
    )
