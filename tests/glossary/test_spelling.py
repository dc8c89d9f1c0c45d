"""A term is found in the other English spelling, and only where it is the same word."""

import pytest

from transflow import Glossary
from transflow.glossary import csv


def found(term: str, text: str, pos: str = "", match: str = "") -> list[str]:
    glossary = Glossary(csv.parse(f"id,en,fr,pos,match\nx,{term},y,{pos},{match}\n"))
    return [text[one.start : one.end] for one in glossary.find(text, "en")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("World Health Organization", "World Health Organisation"),
        ("authorised economic operator", "authorized economic operators"),
        ("labour market", "labor markets"),
        ("data centre", "data centers"),
        ("programme budget", "program budgets"),
        ("licence fee", "license fees"),
        ("national defence", "national defense"),
        ("good practice", "good practise"),
        ("leukaemia", "leukemia"),
        ("paediatric ward", "pediatric wards"),
        ("oestrogen", "estrogen"),
        ("behavioural therapy", "behavioral therapies"),
        ("labelling rule", "labeling rules"),
        ("catalogue", "catalogs"),
        ("analyse", "analyzed"),
        ("judgement", "judgments"),
        ("enrolment", "enrollments"),
        ("metre", "meters"),
    ],
)
def test_both_spellings_are_one_word(one: str, other: str):
    pos = "verb" if one == "analyse" else ""
    assert found(one, f"The {other} here.", pos) == [other] or pos
    assert found(one, f"They {other} it.", pos) == [other]


def test_an_american_glossary_finds_british_words():
    assert found("labor market", "The labour market") == ["labour market"]
    assert found("fetus", "The foetus") == ["foetus"]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("four", "for us"),
        ("hour", "a hor"),
        ("tour", "a tor"),
        ("prise", "a prize"),
        ("theory", "a theatre"),
        ("acre", "an acer"),
        ("customs", "an old custom"),
        ("goods", "a good idea"),
        ("damages", "the damage"),
        ("genetics", "a genetic code"),
        ("media", "a medium size"),
    ],
)
def test_another_word_is_none(term: str, text: str):
    assert found(term, text) == []


def test_the_very_spelling_where_the_term_asks_for_it():
    assert found("Organization", "The Organisation", match="inflect:no") == []


def test_a_plural_that_is_a_term_of_its_own_is_that_term():
    rows = "id,en,fr\none,security,sécurité\ntwo,securities,titres\n"
    glossary = Glossary(csv.parse(rows))
    text = "Securities need security, says the Security's owner."
    assert [match.concept.id for match in glossary.find(text, "en")] == ["two", "one", "one"]


def test_letters_with_figures_need_no_capitals():
    assert found("COVID-19", "Covid-19 and covid-19") == ["Covid-19", "covid-19"]
    assert found("WHO", "those who") == []


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("undertake", "undertook"),
        ("begin", "begun"),
        ("oversee", "oversaw"),
        ("lie", "lying"),
        ("panic", "panicked"),
        ("run", "ran"),
        ("withhold", "withheld"),
        ("lay", "laid"),
    ],
)
def test_irregular_verbs(verb: str, form: str):
    assert found(verb, f"They {form} it.", "verb") == [form]
