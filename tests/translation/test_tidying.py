from dataclasses import replace

import pytest

from transflow.translation.literals import find
from transflow.translation.tidying import coupled, moved, spaced, tidied, unglued
from transflow.translation.torndates import mended


@pytest.mark.parametrize(
    ("source", "draft", "right"),
    [
        ("granted", "concedida concedida concedida", "concedida"),
        ("the fifth session", "第五届第五届大会", "第五届大会"),
        ("on the bottom", "sur le bottom bottom bottom du lac", "sur le bottom du lac"),
        ("of most of them", "de la plupart de la plupart de ces", "de la plupart de ces"),
        ("No, no, no.", "No, no, no.", "No, no, no."),
        ("It is safe; it is.", "La sécurité, ♪ la sécurité.", "La sécurité, la sécurité."),
        ("slightly ahead", "Чуть-чуть ♪ впереди.", "Чуть-чуть впереди."),
        ("on the lake", "du lac, du lac, du lac", "du lac"),
        ("They see each other.", "Nous nous voyons.", "Nous nous voyons."),
        ("Press the key.", "Pulse ❝ la tecla ⁇ .", "Pulse la tecla."),
        ("The sign ⁇ is new.", "El signo ⁇ es nuevo.", "El signo ⁇ es nuevo."),
        ("The office is closed.", "L'offi@@ ce est ferm@@ é.", "L'office est fermé."),
        ("Write @@name@@ here.", "Écrivez @@name@@ ici.", "Écrivez @@name@@ ici."),
        ("well", "♪", "♪"),
    ],
)
def test_what_a_decoder_left(source, draft, right):
    assert tidied(source, draft) == right


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        ("«Я этого не видел, —» сказала она.", "«Я этого не видел», — сказала она."),
        ("Она сказала,, что да.", "Она сказала, что да."),
        ("她说，，好。", "她说，好。"),
        ("في الموعد،قالت", "في الموعد، قالت"),
        ("1،5 و2،5", "1،5 و2،5"),
        ("البحث (القاعة 2.07)\u202c", "البحث (القاعة 2.07)"),
    ],
)
def test_commas_and_dashes_out_of_place(draft, right):
    assert spaced("She has never seen it.", draft) == right


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        ("قبل 1 تشرين الأول/فبراير.", "قبل 1 تشرين الأول."),
        ("قبل 1 شباط/أكتوبر.", "قبل 1 أكتوبر."),
        ("قبل 1 تشرين الأول/أكتوبر.", "قبل 1 تشرين الأول/أكتوبر."),
    ],
)
def test_the_two_names_of_an_arabic_month_are_of_one_month(draft, right):
    assert mended("It ends before 1 October.", draft, "ar") == right


def test_a_page_of_one_syllable_is_soon_read():
    assert len(tidied("preliminarily", "pre-" * 5000)) < 10


def test_places_move_along():
    places = moved("le bottom bottom lac", "le bottom lac")
    assert places[0] == 0
    assert places[-1] == len("le bottom lac")


def test_arabic_has_its_conjunction_between_two_names():
    draft = coupled("H2O and CO2 were measured.", "وبلغت H2O CO2 و.", "ar")
    assert draft == "وبلغت H2O و CO2."
    right = "تم قياس H2O و CO2."
    assert coupled("H2O and CO2 were measured.", right, "ar") == right
    assert coupled("H2O and CO2 fell.", "H2O CO2 y.", "es") == "H2O CO2 y."
    assert coupled("See A/64/5 and A/64/6.", "انظر A/64/5 A/64/6.", "ar") == "انظر A/64/5 و A/64/6."
    measures = [replace(one, text=one.text.replace("km", "كم")) for one in find("5 km and 3 km")]
    assert coupled("5 km and 3 km", "5 كم 3 كم", "ar", measures) == "5 كم و 3 كم"
    assert coupled("See A/64/5, A/64/6.", "انظر A/64/5 A/64/6.", "ar") == "انظر A/64/5 A/64/6."
    assert coupled("See {a} and this.", "انظر {a} هذا و.", "ar") == "انظر {a} هذا."
    assert coupled("See this and", "انظر هذا و", "ar") == "انظر هذا و"


@pytest.mark.parametrize(
    ("source", "draft", "locale", "expected"),
    [
        ("Call or fax 022.", "Appelez ou 9fax 022.", "fr", "Appelez ou fax 022."),
        ("It rose in Türkiye (39th).", "Рост в Турции (39th).", "ru", "Рост в Турции (39-й)."),
        ("Ghana (Accra) won.", "Le Ghana () a gagné.", "fr", "Le Ghana a gagné."),
        ("Wait 30 seconds.", "Attendez 30secondes.", "fr", "Attendez 30 secondes."),
        ("Call f() now.", "Appelez f().", "fr", "Appelez f()."),
        ("The 46th year.", "La 46ème année.", "fr", "La 46ème année."),
        (
            "It is due at noon (CET).",
            "В полдень (CET) должно быть (CET).",
            "ru",
            "В полдень должно быть (CET).",
        ),
        (
            "The office (EPO) and the court (UPC) met.",
            "L'office (EPO) et la cour (UPC) se sont réunis.",
            "fr",
            "L'office (EPO) et la cour (UPC) se sont réunis.",
        ),
    ],
)
def test_nothing_stays_glued_empty_or_english(source, draft, locale, expected):
    assert unglued(source, draft, locale) == expected


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        ("Пошлина повышена в март 2022 года.", "Пошлина повышена в марте 2022 года."),
        ("Приём заявок — до май 2027 года.", "Приём заявок — до мая 2027 года."),
        ("Действует с январь 2027 года.", "Действует с января 2027 года."),
        ("После август 2026 года — нет.", "После августа 2026 года — нет."),
        ("Вышел журнал «Май 2022».", "Вышел журнал «Май 2022»."),
    ],
)
def test_a_russian_month_has_the_case_of_its_preposition(draft, right):
    assert unglued("", draft, "ru") == right


def test_an_arabic_month_has_the_name_that_the_other_dates_have():
    draft = "يستمر المعرض من 3 أيار/مايو إلى 2 أغسطس 2025، وحتى 5 كانون الثاني / يناير 2026."
    right = "يستمر المعرض من 3 مايو إلى 2 أغسطس 2025، وحتى 5 يناير 2026."
    assert unglued("", draft, "ar") == right
    assert unglued("", "أيار/حزيران", "ar") == "أيار/حزيران"
