"""Brackets with one right form: what is expected is how the press of each language writes them."""

import pytest

from transflow.translation.asides import find


def inside(text, locale):
    return [one.text for one in find(text, "en", locale)]


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("Amina Haddad (Morocco) spoke.", "fr", "Maroc"),
        ("It was open (Mon–Fri, 9 a.m. to 5 p.m.).", "fr", "lun.–ven., 9\u00a0h–17\u00a0h"),
        ("Türkiye (39th) rose.", "es", "39.º"),
        ("The show (3 May – 2 August 2025) is free.", "zh-Hans", "2025年5月3日至8月2日"),
        ("Ask us (tel. +41 22 338 91 11, fax +41 22 733 54 28).", "ru", "тел. +41 22 338 91 11, факс +41 22 733 54 28"),
        ("They won (Germany, 2nd; Spain, 3rd).", "ar", "ألمانيا، الـ2؛ إسبانيا، الـ3"),
    ],
)  # fmt: skip
def test_what_stands_in_brackets_is_written_by_rule(text, locale, expected):
    assert inside(text, locale) == [expected]


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("Office hours: Mon–Thu 9–12 and 14–17, Fri 9–12; closed on public holidays.", "fr", "lun.–jeu. 9–12 et 14–17, ven. 9–12"),
        ("We are open Mon–Thu 9–12 and 14–17.", "ru", "пн–чт 9–12 и 14–17"),
        ("The desk is staffed Mon-Fri, 9 a.m. to 5 p.m., and closed on Sundays.", "es", "lun–vie, 9:00–17:00"),
        ("Visit us Tue and Thu 10–16, or call.", "zh-Hans", "周二和周四 10–16"),
    ],
)  # fmt: skip
def test_days_and_their_hours_are_written_by_rule(text, locale, expected):
    assert inside(text, locale) == [expected]


@pytest.mark.parametrize(
    "text", ["The Sun 5–3 shone.", "It is open Mon–Fri.", "Sat to Sun 9–12 degrees"]
)
def test_days_without_hours_are_not(text):
    assert not inside(text, "fr")


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("© IHWA/J. Müller", ["© IHWA/J. Müller"]),
        ("A nurse in Dhaka. © UNICEF/Ana María López", ["© UNICEF/Ana María López"]),
        ("Photo: AFP/J. van Dijk, 2019", ["AFP/J. van Dijk"]),
        ("© IHWA 2026. The TCP/IP protocol and the UN/EU Joint Programme", []),
    ],
)
def test_who_took_a_photo_is_named_as_in_the_source(text, credited):
    assert inside(text, "ar") == credited


@pytest.mark.parametrize(
    "text", ["Entry is (almost) free.", "The PCT (free) is used.", "f(May) is x.", "The treaty (see China Mobile) is old.", "It is big (50)."]
)  # fmt: skip
def test_words_are_left_to_the_engine(text):
    assert not inside(text, "fr")
