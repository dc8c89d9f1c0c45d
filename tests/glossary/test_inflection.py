"""Which words are forms of one."""

import pytest

from transflow.glossary import Glossary, csv
from transflow.glossary.cases import cases
from transflow.glossary.inflection import language


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("house", "houses"), ("greenhouse", "greenhouses"), ("clause", "clauses"),
        ("size", "sizes"), ("prize", "prizes"), ("base", "bases"), ("basis", "bases"),
        ("box", "boxes"), ("process", "processes"), ("database", "databases"),
        ("phrase", "phrases"), ("leaf", "leaves"), ("tomato", "tomatoes"), ("party", "parties"),
        ("movie", "movies"), ("bus", "buses"), ("lens", "lenses"), ("analysis", "analyses"),
        ("child", "children"), ("city", "cities"), ("branch", "branches"), ("use", "uses"),
    ],
)  # fmt: skip
def test_an_english_noun_and_its_plural_are_one_word(one, many):
    english = language("en")
    assert english.same(many, one)
    assert english.same(one, many)
    assert english.key(many) in english.keys(one)
    assert english.key(one) in english.keys(many)


def test_a_pronoun_is_no_singular():
    assert not language("en").same("uses", "us")


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("حق المؤلف", "لحق المؤلف"), ("حق المؤلف", "وبحق المؤلف"), ("براءة", "للبراءة"),
        ("براءة", "براءتها"), ("بلد", "البلد"), ("بلد", "ولبلدهم"), ("كتاب", "بالكتاب"),
        ("والد", "للوالد"), ("طلب دولي", "بالطلب الدولي"), ("الويبو", "للويبو"),
        ("إلغاء", "للإلغاء"), ("التزام", "الالتزام"), ("علامة تجارية", "علامتك التجارية"),
        ("طلب دولي", "طلبه الدولي"), ("مودع", "المودعة"), ("عضو", "العضوة"),
    ],
)  # fmt: skip
def test_an_arabic_word_carries_its_particles(term, text):
    glossary = Glossary(csv.parse(f"id,ar,en\nx,{term},y\n"))
    assert glossary.find(f"قال {text} أمس", "ar")


def test_an_arabic_word_is_not_found_in_another():
    glossary = Glossary(csv.parse("id,ar,en\na,حق,right\nb,بلد,country\n"))
    assert glossary.find("الحقيقة والبلدية", "ar") == ()


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("مكتب", "المكتبة"),  # an office, the library
        ("المكتب", "للمكتبة"),
        ("عمل", "العملة"),  # work, the currency
        ("معارض", "المعارضة"),  # an opponent, the opposition
        ("طلب دولي", "طلب الدولي"),  # an adjective has the article if its noun has
        ("طلبات دولية", "الطلبات دولية"),
        ("الملكية الفكرية", "ملكية الفكرية"),
    ],
)
def test_an_arabic_word_with_another_ending_or_half_an_article_is_not_the_term(term, text):
    glossary = Glossary(csv.parse(f"id,ar,en,pos\nx,{term},y,noun\n"))
    assert not glossary.find(f"قال {text} أمس", "ar")


def test_an_arabic_genitive_has_the_article_alone():
    glossary = Glossary(csv.parse("id,ar,en\nx,براءة تقنية,y\n"))
    assert glossary.find("قال براءة التقنية أمس", "ar")


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("международная заявка", ["международной заявки", "международную заявку"]),
        ("Договор о патентной кооперации", ["Договором о патентной кооперации"]),
        ("патентное ведомство", ["патентного ведомства", "патентном ведомстве"]),
        ("заявитель", ["заявителя", "заявителем"]),
        ("государство-член", ["государства-члена", "государством-членом"]),
        ("Всемирная организация интеллектуальной собственности",
         ["Всемирной организации интеллектуальной собственности",
          "Всемирную организацию интеллектуальной собственности"]),
    ],
)  # fmt: skip
def test_russian_cases_are_made_and_accepted(form, wanted):
    made = cases(form, "ru")
    assert made[0] == form
    assert set(wanted) <= set(made)
    glossary = Glossary(csv.parse(f"id,en,ru\nx,term,{form}\n"))
    for one in made:
        assert glossary.check("A term.", f"Вот {one} тут.", "en", "ru").ok


def test_russian_plurals_come_first_where_the_source_has_several():
    assert cases("товарный знак", "ru", plural=True)[:2] == ("товарные знаки", "товарных знаков")
    assert cases("ВОИС", "ru") == ("ВОИС",)


def test_russian_adjectives_agree_with_their_noun():
    glossary = Glossary(csv.parse("id,en,ru\nx,Madrid System,Мадридская система\n"))
    text = "The Madrid System."
    assert glossary.check(text, "О Мадридской системе.", "en", "ru").ok
    assert glossary.check(text, "Мадридскую систему знают.", "en", "ru").ok
    assert not glossary.check(text, "Мадридского системы нет.", "en", "ru").ok


def test_arabic_forms_are_made_with_article_and_particles():
    made = cases("طلب دولي", "ar")
    assert {"الطلب الدولي", "للطلب الدولي", "وبطلب دولي"[1:]} <= set(made)
    assert "طلب الدولي" not in made  # either both have the article or none has
    assert "للويبو" in cases("الويبو", "ar")
    assert "الحق المؤلف" not in cases("حق المؤلف", "ar")


def test_a_subject_is_in_the_nominative_and_has_no_particle():
    assert cases("побочный эффект", "ru", plural=True, bare=True) == (
        "побочные эффекты",
        "побочный эффект",
    )
    assert cases("طلب دولي", "ar", bare=True) == ("طلب دولي", "الطلب الدولي")


def test_of_two_arabic_nouns_the_last_has_the_article():
    assert cases("موجة حر", "ar", bare=True) == ("موجة حر", "موجة الحر")
    assert "الرعاية الأولية" in cases("رعاية أولية", "ar", bare=True)


def test_a_russian_imperfective_verb_counts_in_its_passive():
    russian = language("ru")
    assert russian.same("подавать", "подаётся", "verb")
    assert russian.same("подавать", "подавались", "verb")
    assert not russian.same("подавать", "подаётся", "noun")
