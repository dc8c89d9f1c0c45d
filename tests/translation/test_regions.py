"""Regions of the world: what is expected is how the United Nations name them in each language."""

import pytest

from transflow.glossary.regions import forms, lost, turned
from transflow.translation.lines import written


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Latin America and the Caribbean", ("Amérique latine et Caraïbes", "América Latina y el Caribe", "拉丁美洲和加勒比", "Латинская Америка и Карибский бассейн", "أمريكا اللاتينية ومنطقة البحر الكاريبي")),
        ("Sub-Saharan Africa", ("Afrique subsaharienne", "África Subsahariana", "撒哈拉以南非洲", "Африка к югу от Сахары", "أفريقيا جنوب الصحراء الكبرى")),
        ("Arab States", ("États arabes", "Estados árabes", "阿拉伯国家", "Арабские государства", "الدول العربية")),
        ("Western Europe and other States", ("Europe occidentale et autres États", "Europa Occidental y otros Estados", "西欧和其他国家", "Западная Европа и другие государства", "أوروبا الغربية ودول أخرى")),
        ("World", ("Monde", "Mundo", "世界", "Весь мир", "العالم")),
        ("Europe and Central Asia", ("Europe et Asie centrale", "Europa y Asia Central", "欧洲和中亚", "Европа и Центральная Азия", "أوروبا وآسيا الوسطى")),
        ("South Africa", ("Afrique du Sud", "Sudáfrica", "南非", "Южно-Африканская Республика", "جنوب أفريقيا")),
    ],
)  # fmt: skip
def test_cells(name, expected):
    locales = ("fr", "es", "zh-Hans", "ru", "ar")
    assert tuple(written(name, "en", locale) for locale in locales) == expected


@pytest.mark.parametrize(
    ("source", "draft", "locale", "gone"),
    [
        ("Most of them live in Latin America and the Caribbean.", "其中大多数人生活在拉丁语和木匠。", "zh-Hans", "Latin America and the Caribbean"),
        ("It fell in Sub-Saharan Africa.", "Он снизился в Африке.", "ru", "Sub-Saharan Africa"),
        ("The Arab States abstained.", "Les États-Unis se sont abstenus.", "fr", "Arab States"),
        ("It tripled in Western Europe.", "Se triplicó en Europa.", "es", "Western Europe"),
        ("Deaths in the Middle East doubled.", "تضاعفت الوفيات.", "ar", "Middle East"),
    ],
)  # fmt: skip
def test_a_region_is_lost_if_a_part_of_it_is(source, draft, locale, gone):
    assert lost(source, draft, locale) == (gone,)


@pytest.mark.parametrize(
    ("source", "draft", "locale"),
    [
        ("Few Caribbean performers came.", "Peu d'artistes caribéens sont venus.", "fr"),
        ("It fell in Sub-Saharan Africa.", "Он снизился в странах Африки к югу от Сахары.", "ru"),
        ("Exports to Latin America rose.", "对拉美出口增长。", "zh-Hans"),
        ("She works in South Africa.", "Elle travaille à Johannesburg.", "fr"),
        ("Farmers in West Africa planted it.", "Los agricultores del África occidental lo plantaron.", "es"),
        ("The East Africa Journal printed it.", "Le journal l'a imprimé.", "fr"),
    ],
)  # fmt: skip
def test_a_region_may_be_an_adjective_or_part_of_another_name(source, draft, locale):
    assert not lost(source, draft, locale)


def test_how_a_draft_may_write_them():
    assert forms("It rose in Central Asia.", "es") == {"Central Asia": ("Asia Central",)}


def test_another_region_is_told():
    assert turned("Aid to Sub-Saharan Africa fell.", "انخفضت المعونة إلى شمال أفريقيا.", "ar")
    assert not turned("Aid to Sub-Saharan Africa fell.", "انخفضت المعونة.", "ar")
