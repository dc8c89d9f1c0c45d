"""Dates: what is expected is how the press of each language writes them (CLDR's patterns)."""

import pytest

from transflow.translation.datelines import dateline
from transflow.translation.dates import find, month, ordinal, written
from transflow.translation.torndates import mended, torn

NBSP = "\u00a0"


def by_rule(text, locale):
    (period,) = find(text)
    return written(period, locale)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("3 May 2025", ("3 mai 2025", "3 de mayo de 2025", "2025年5月3日", f"3 мая 2025{NBSP}г.", "3 مايو 2025")),
        ("September 24, 2026", ("24 septembre 2026", "24 de septiembre de 2026", "2026年9月24日", f"24 сентября 2026{NBSP}г.", "24 سبتمبر 2026")),
        ("15 Jan. 2026", ("15 janvier 2026", "15 de enero de 2026", "2026年1月15日", f"15 января 2026{NBSP}г.", "15 يناير 2026")),
        ("1 April", ("1er avril", "1 de abril", "4月1日", "1 апреля", "1 أبريل")),
        ("March 2022", ("mars 2022", "marzo de 2022", "2022年3月", f"март 2022{NBSP}г.", "مارس 2022")),
        ("Monday, 3 May 2025", ("lundi 3 mai 2025", "lunes, 3 de mayo de 2025", "2025年5月3日星期一", f"понедельник, 3 мая 2025{NBSP}г.", "الاثنين، 3 مايو 2025")),
        ("3–5 June 2026", ("3–5 juin 2026", "3–5 de junio de 2026", "2026年6月3日至5日", f"3–5 июня 2026{NBSP}г.", "3–5 يونيو 2026")),
        ("June 3–5, 2026", ("3–5 juin 2026", "3–5 de junio de 2026", "2026年6月3日至5日", f"3–5 июня 2026{NBSP}г.", "3–5 يونيو 2026")),
        ("3 May – 2 August 2025", ("3 mai – 2 août 2025", "3 de mayo – 2 de agosto de 2025", "2025年5月3日至8月2日", f"3 мая – 2 августа 2025{NBSP}г.", "3 مايو – 2 أغسطس 2025")),
        ("1 January to 30 June 2026", ("du 1er janvier au 30 juin 2026", "del 1 de enero al 30 de junio de 2026", "2026年1月1日至6月30日", f"с 1 января по 30 июня 2026{NBSP}г.", "من 1 يناير إلى 30 يونيو 2026")),
        ("3 December 2025 – 2 January 2026", ("3 décembre 2025 – 2 janvier 2026", "3 de diciembre de 2025 – 2 de enero de 2026", "2025年12月3日至2026年1月2日", f"3 декабря 2025{NBSP}г. – 2 января 2026{NBSP}г.", "3 ديسمبر 2025 – 2 يناير 2026")),
        ("May–August 2025", ("mai–août 2025", "mayo–agosto de 2025", "2025年5月至8月", f"май–август 2025{NBSP}г.", "مايو–أغسطس 2025")),
    ],
)  # fmt: skip
def test_a_date_has_one_form_in_each_language(text, forms):
    expected = dict(zip(("fr", "es", "zh-Hans", "ru", "ar"), forms, strict=True))
    assert {locale: by_rule(text, locale) for locale in expected} == expected


def test_other_languages_have_it_from_cldr():
    assert by_rule("3 May 2025", "de") == "3. Mai 2025"
    assert by_rule("3–5 June 2026", "ja") == "2026年6月3日～5日"


@pytest.mark.parametrize(
    "text", ["He may march 3 times.", "In 2025 they met.", "Rule 3.2", "at 3 p.m.", "a 3 May-time", "May", "version 12.5", "24/7"]
)  # fmt: skip
def test_what_is_no_date_is_none(text):
    assert not [one for one in find(text) if one.end - one.start > len("3 May")]


def test_months_and_rows_by_themselves():
    assert [month("March", tag) for tag in ("fr", "ru", "zh-Hans", "ar")] == ["mars", "март", "3月", "مارس"]  # fmt: skip
    assert [ordinal("39", tag) for tag in ("fr", "es", "zh-Hans", "ru", "ar")] == ["39e", "39.º", "第39", "39-й", "الـ39"]  # fmt: skip
    assert ordinal("1", "fr") == "1er"


@pytest.mark.parametrize(
    ("source", "draft", "locale", "expected"),
    [
        ("Due on 15 Jan. 2026.", "2026 年 15 一月到期。", "zh-Hans", "2026年1月15日到期。"),
        ("Due on 30 September 2026.", "应于2026年九月、30日。", "zh-Hans", "应于2026年9月30日。"),
        (
            "Open from 3 May to 2 August 2025.",
            "Ouvert du 3 mai 2 2025 août.",
            "fr",
            "Ouvert du 3 mai au 2 août 2025.",
        ),
        ("It was in March 2022.", "C'était en 2022 mars.", "fr", "C'était en mars 2022."),
        ("It was in March 2022.", "Fue en 2022 de marzo.", "es", "Fue en marzo de 2022."),
        ("Held on 5 May 2024.", "Состоялось мая 5 2024.", "ru", "Состоялось 5 мая 2024 года."),
        (
            "It expires on 19 January 2031.",
            "2031 года он истекает 19 января.",
            "ru",
            "Он истекает 19 января 2031 года.",
        ),
    ],
)
def test_a_date_that_was_turned_round_is_put_in_order(source, draft, locale, expected):
    assert mended(source, draft, locale) == expected


@pytest.mark.parametrize(
    ("source", "draft", "locale"),
    [
        ("Held from 3 to 5 May 2024.", "Se celebró del 3 al 5 de mayo de 2024.", "es"),
        ("On 3 May 2024.", "Le vendredi 3 mai 2024.", "fr"),
        ("On 3 May and 5 May 2024.", "2024年5月3日和5月5日。", "zh-Hans"),
        ("In June 2024.", "В июне 2024 года.", "ru"),
        ("Between 3 January and 29 February 2024.", "2024年1月3日至2月29日。", "zh-Hans"),
        ("Due on 5 May 2024.", "مستحق في 5 أيار/مايو 2024.", "ar"),
    ],
)
def test_a_date_that_is_right_stays(source, draft, locale):
    assert mended(source, draft, locale) == draft
    assert not torn(source, draft, locale)


def test_a_month_without_its_year_is_told():
    source = "The annual report for 2024 was published in June 2025."
    assert torn(source, "2024年6月2025日发布的年度报告。", "zh-Hans") == ["June 2025"]
    assert not torn(source, "2024年年度报告于2025年6月发布。", "zh-Hans")


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        (
            "GENEVA, September 24, 2026 – The session opened.",
            "fr",
            "Genève, le 24 septembre 2026 – ",
        ),
        ("Munich, 12 June 2024 — Filings rose.", "es", "Múnich, 12 de junio de 2024 — "),
        ("NAIROBI, 4 March 2026 - It began.", "zh-Hans", "内罗毕，2026年3月4日——"),
        ("New York, 1 May 2025 – It began.", "ru", "Нью-Йорк, 1 мая 2025 года – "),
        ("Cairo, 2 May 2025 – It began.", "ar", "القاهرة، 2 مايو 2025 – "),
    ],
)
def test_datelines(text, locale, expected):
    end, written_so = dateline(text, locale)
    assert written_so == expected
    assert text[end:].startswith(("The", "Filings", "It"))


@pytest.mark.parametrize(
    "text",
    ["Smith, 3 May 2025 – The office", "Geneva, the seat – The office", "In Geneva, 3 May 2025 – it", "Geneva, 3–5 May 2025 – it"],
)  # fmt: skip
def test_what_is_no_dateline_is_none(text):
    assert dateline(text, "fr") is None
