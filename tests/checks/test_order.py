"""Figures that are all there and belong to others."""

import pytest

TURNED = [
    ("Call +41 22 338 81 61.", "fr", "Appelez le +41 22 338 61 81."),
    ("Tel.: (022) 338 81 61", "es", "Tel.: (022) 81 61 338"),
    ("Call 338 81 61 / 338 72 24.", "fr", "Appelez le 338 81 61 / 338 24 72."),
    ("The fax is +41 22 338 81 61.", "zh-Hans", "传真为+41 22 81 338 61。"),
    ("They meet on 3 May and vote on 5 June.", "fr", "Ils se réunissent le 5 mai et votent le 3 juin."),
    ("They meet on May 3 and vote on June 5.", "es", "Se reúnen el 5 de mayo y votan el 3 de junio."),
    ("They meet on 3 May and vote on 5 June.", "ru", "Встреча 5 мая, голосование 3 июня."),
    ("They meet on 3 May and vote on 5 June.", "zh-Hans", "5月5日开会，6月3日表决。"),
    ("They meet on 3 May and vote on 5 June.", "ar", "يجتمعون في 5 مايو ويصوتون في 3 يونيو."),
]  # fmt: skip
RIGHT = [
    ("Call +41 22 338 81 61.", "fr", "Appelez le +41 22 338 81 61."),
    ("Call +41 22 338 81 61.", "fr", "Appelez le 022 338 81 61 (+41)."),
    ("From 2010 to 2020, 12 of 15 rose.", "fr", "De 2010 à 2020, 12 sur 15 ont augmenté."),
    ("They meet on 3 May and vote on 5 June.", "zh-Hans", "6月5日表决，5月3日开会。"),
    ("They meet on 3 May and vote on 5 June.", "ru", "Встреча 3 мая, голосование 5 июня."),
    ("From 3 to 5 May, and on 5 June", "fr", "Du 3 au 5 mai, et le 5 juin"),
    ("On 1 May and 2 June", "fr", "Le 1er mai et le 2 juin"),
]


@pytest.mark.parametrize(("source", "locale", "target"), TURNED)
def test_figures_that_changed_places(rules, source, locale, target):
    assert "swapped" in rules(source, target, locale)


@pytest.mark.parametrize(("source", "locale", "target"), RIGHT)
def test_figures_where_they_belong(rules, source, locale, target):
    assert "swapped" not in rules(source, target, locale)


@pytest.mark.parametrize(
    ("source", "locale", "target", "told"),
    [
        ("Pay within six months.", "fr", "Payez dans un délai de 50 %.", True),
        ("Pay within six months.", "fr", "Payez dans un délai de six mois.", False),
        ("Pay within six months.", "fr", "Payez dans le semestre.", False),
        ("Pay within six months.", "ru", "Заплатите в течение полугода.", False),
        ("Pay within two months.", "zh-Hans", "两年内付款。", True),
        ("Pay within two months.", "zh-Hans", "两个月内付款。", False),
        ("Pay within twelve months.", "es", "Pague en un año.", False),
        ("It is due two weeks before 15 January.", "zh-Hans", "截止日期为1月15日。", True),
        ("It is due two weeks before 15 January.", "ar", "يستحق قبل أسبوعين من 15 يناير.", False),
        ("A six-year-old girl won.", "fr", "Une fillette a gagné.", False),
    ],
)
def test_a_length_of_time_keeps_its_unit(rules, source, locale, target, told):
    assert ("durations" in rules(source, target, locale)) is told
