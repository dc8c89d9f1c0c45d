"""Verbs agree with the term that is their subject; what another noun may govern is left as it is."""

import pytest

from transflow.glossary import Glossary, csv
from transflow.translation.subjects import agreeing

ROWS = """\
id,en,ru,ar
office,Office,Ведомство,المكتب
dg,Director General,Генеральный директор,المدير العام
fee,renewal fee,пошлина за продление,رسم التجديد
wipo,WIPO,ВОИС,الويبو
claim,claim,пункт формулы,عنصر حماية
"""


def agreed(source, draft, locale):
    glossary = Glossary(csv.parse(ROWS))
    asked = glossary.require(source, glossary.find(source, "en"), locale)
    places = glossary.verify(draft, asked, locale).places
    held = [(place, one) for place, one in zip(places, asked, strict=True) if place]
    return agreeing(draft, held, source, locale)


@pytest.mark.parametrize(
    ("source", "draft", "right"),
    [
        (
            "The Office has published guidelines.",
            "Ведомство опубликовала руководство.",
            "Ведомство опубликовало руководство.",
        ),
        (
            "In 2025 it grew, and when this Office opened its doors, it had ten.",
            "В 2025 году он вырос, и когда эта Ведомство открыла двери, их было десять.",
            "В 2025 году он вырос, и когда это Ведомство открыло двери, их было десять.",
        ),
        ("The Office was founded in 1888.", "Ведомство основан в 1888 году.", "Ведомство основано в 1888 году."),
        ("The Office did not reply.", "Ведомство не ответил.", "Ведомство не ответило."),
    ],
)  # fmt: skip
def test_a_russian_past_tense_has_the_gender_of_its_subject(source, draft, right):
    assert agreed(source, draft, "ru") == right
    assert agreed(source, right, "ru") == right


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("The Director General said no.", "Генеральный директор сказала нет."),  # a woman
        ("The Office was founded by Anna.", "Ведомство основала Анна."),  # the object
        ("She praised the Office has said.", "Она похвалила Ведомство."),
        ("WIPO has published it.", "ВОИС опубликовала это."),
    ],
)
def test_a_russian_verb_that_goes_by_another_noun_stays(source, draft):
    assert agreed(source, draft, "ru") == draft


@pytest.mark.parametrize(
    ("source", "draft", "right"),
    [
        ("The Office will apply new fees.", "ستطبق المكتب رسوما جديدة.", "سيطبق المكتب رسوما جديدة."),
        ("The Office does not search.", "لا تبحث المكتب.", "لا يبحث المكتب."),
        ("The Office has published it.", "ونشرت المكتب ذلك.", "ونشر المكتب ذلك."),
    ],
)  # fmt: skip
def test_an_arabic_verb_before_its_subject_has_its_gender(source, draft, right):
    assert agreed(source, draft, "ar") == right
    assert agreed(source, right, "ar") == right


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("WIPO has published it.", "نشرت الويبو ذلك."),  # the organization, which is feminine
        ("The Director General was received by Ms. Liang.", "استقبلت المدير العام السيدة ليانغ."),
        ("The Office will publish it.", "في وقت المكتب سينشر ذلك."),
    ],
)
def test_an_arabic_word_that_is_no_verb_of_the_term_stays(source, draft):
    assert agreed(source, draft, "ar") == draft


def test_a_russian_term_is_several_where_source_and_verb_are():
    source = "Claims must be clear."
    assert (
        agreed(source, "Пункт формулы должны быть ясны.", "ru")
        == "Пункты формулы должны быть ясны."
    )
    for right in ("Пункт формулы должен быть ясным.", "Ясны должны быть пункты формулы."):
        assert agreed(source, right, "ru") == right
    assert agreed("The claim must go.", "Пункт формулы должны.", "ru") == "Пункт формулы должны."
