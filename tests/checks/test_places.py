"""Countries, regions and languages that became others: a reader takes the wrong one for what was meant."""

import pytest

ARAB = "Hospitals in Chad, Niger and South Sudan are full."


@pytest.mark.parametrize(
    ("source", "wrong", "right", "locale"),
    [
        ("Talks between Jordan and Lebanon began.", "بدأت المحادثات بين العراق ولبنان.", "بدأت المحادثات بين الأردن ولبنان.", "ar"),
        ("Sales to Austria rose.", "Продажи в США выросли.", "Продажи в Австрию выросли.", "ru"),
        ("The trial was held in Kenya.", "La prueba se hizo en Uganda.", "La prueba se hizo en Kenia.", "es"),
        ("Rain fell in Kenya.", "Il a plu au Kenya et en Ouganda.", "Il a plu au Kenya.", "fr"),
        ("It was filed by Agrinova AG of Basel, Switzerland.", "Elle a été déposée par Agrinova AG de Bâle, en Finlande et en Suisse.", "Elle a été déposée par Agrinova AG de Bâle, en Suisse.", "fr"),
        ("Slovakia and Slovenia agreed.", "斯洛伐克和奥地利同意。", "斯洛伐克和斯洛文尼亚同意。", "zh-Hans"),
        ("Aid to Sub-Saharan Africa fell.", "انخفضت المعونة إلى شمال أفريقيا.", "انخفضت المعونة إلى أفريقيا جنوب الصحراء.", "ar"),
    ],
)  # fmt: skip
def test_another_country_or_region_is_an_error(judge, source, wrong, right, locale):
    told = {one.rule: one.severity for one in judge(source, wrong, locale)}
    assert told.get("other-country") == "error"
    assert not {"other-country", "countries"} & {one.rule for one in judge(source, right, locale)}


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("NASA scientists lost contact.", "美国航天局科学家失去联系。", "zh-Hans"),
        ("Spain paid USD 5 million.", "España pagó 5 millones de dólares de los Estados Unidos.", "es"),
        ("Developing countries were helped.", "发展中国家得到了帮助。", "zh-Hans"),
        ("The cost was $86 million.", "Расходы составили 86 млн долл. США.", "ru"),
        ("A Danish firm and the Dutch court agreed.", "Une entreprise du Danemark et un tribunal des Pays-Bas se sont accordés.", "fr"),
        ("They sell it at home and abroad.", "La vendent en Chine et à l'étranger.", "fr"),
    ],
)  # fmt: skip
def test_a_country_that_goes_without_saying_may_be_added(rules, source, target, locale):
    assert "other-country" not in rules(source, target, locale)


@pytest.mark.parametrize(
    ("draft", "locale", "gone"),
    [
        ("尼日尔和南苏丹的医院人满为患。", "zh-Hans", "Chad"),
        ("Больницы в Чаде и Нигере переполнены.", "ru", "South Sudan"),
        ("Los hospitales del Chad y de Nigeria están llenos.", "es", "South Sudan"),
    ],
)
def test_a_country_of_a_list_is_missed(judge, draft, locale, gone):
    told = [one.message for one in judge(ARAB, draft, locale) if one.rule == "countries"]
    assert any(message.startswith(gone) for message in told)


def test_one_name_does_not_stand_for_two(rules):
    source = "Niger and Nigeria signed; so did Guinea and Guinea-Bissau."
    wrong = "Le Nigeria a signé, ainsi que la Guinée-Bissau."
    right = "Le Niger et le Nigeria ont signé, ainsi que la Guinée et la Guinée-Bissau."
    assert "countries" in rules(source, wrong, "fr")
    assert "countries" not in rules(source, right, "fr")


@pytest.mark.parametrize(
    ("source", "wrong", "right", "locale"),
    [
        ("Interpretation into Korean is provided.", "Se ofrece interpretación al japonés.", "Se ofrece interpretación al coreano.", "es"),
        ("The English text prevails.", "Prevalece el texto español.", "Prevalece el texto en inglés.", "es"),
        ("The arbitration is held in English.", "L'arbitrage se tient en français.", "L'arbitrage se tient en anglais.", "fr"),
    ],
)  # fmt: skip
def test_another_language_is_an_error(judge, source, wrong, right, locale):
    told = {one.rule: one.severity for one in judge(source, wrong, locale)}
    assert told.get("languages") == "error"
    assert "languages" not in {one.rule for one in judge(source, right, locale)}


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("Unemployment in the UK fell to 4.1%.", "Le chômage du Royaume-Uni est tombé à 4,1\u00a0%.", "fr"),
        ("Unemployment in the UK fell to 4.1%.", "英国的失业率降至4.1%。", "zh-Hans"),
        ("Italy and the U.K. signed.", "Италия и Великобритания подписали договор.", "ru"),
        ("A US-led force went to Kenya.", "Une force dirigée par les États-Unis est allée au Kenya.", "fr"),
        ("Kenya and the DRC signed.", "Kenia y la República Democrática del Congo firmaron.", "es"),
        ("Kenya and the PRC signed.", "وقعت كينيا والصين.", "ar"),
        ("Kenya and the ROK signed.", "肯尼亚和大韩民国签署了协议。", "zh-Hans"),
        ("Kenya, NZ and BiH signed.", "Le Kenya, la Nouvelle-Zélande et la Bosnie-Herzégovine ont signé.", "fr"),
    ],
)  # fmt: skip
def test_the_initials_of_a_country_are_its_name(rules, source, target, locale):
    assert not {"other-country", "acronyms"} & rules(source, target, locale)


def test_the_initials_of_one_country_are_no_other(rules):
    assert "other-country" in rules("Talks in the UK failed.", "L'Iraq a échoué.", "fr")
    assert "other-country" in rules(
        "Kenya and the DRC met.", "Le Kenya et l'Iraq se sont vus.", "fr"
    )
