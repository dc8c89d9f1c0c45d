"""A place has the glossary's name, in sentences, cells, rows and brackets, whatever the lists of places call it."""

import pytest

from tests.translation.test_translator import asked, starter
from transflow.checks import CheckContext, run
from transflow.glossary import Glossary, csv
from transflow.model import Entry, State, UnitKind
from transflow.translation import Translator

ROWS = {
    "ar": ["morocco,Morocco,المملكة المغربية", "guangzhou,Guangzhou,غوانغتشو", "niger,the Niger,جمهورية النيجر"],
    "ru": ["morocco,Morocco,Королевство Марокко", "guangzhou,Guangzhou,Кантон", "niger,the Niger,Республика Нигер"],
    "zh-Hans": ["morocco,Morocco,摩洛哥王国", "guangzhou,Guangzhou,穗城", "niger,the Niger,尼日共和国"],
    "fr": ["morocco,Morocco,Royaume du Maroc", "guangzhou,Guangzhou,Canton", "niger,the Niger,République du Niger"],
}  # fmt: skip


def drafts(locale, *texts, kind=UnitKind.PARAGRAPH):
    glossary = Glossary(csv.parse("\n".join([f"id,en,{locale}", *ROWS[locale]])))
    translator = Translator(starter(locale), glossary, locale=locale)
    return glossary, translator.translate([asked(text, kind, "text") for text in texts])


@pytest.mark.parametrize("locale", ROWS)
def test_sentences_have_the_glossarys_name_and_no_other(locale: str):
    texts = ["Talks in Guangzhou", "The visit went from Guangzhou to Morocco.", "The members are Chad, the Niger and Mali."]  # fmt: skip
    glossary, made = drafts(locale, *texts)
    for text, draft in zip(texts, made, strict=True):
        assert glossary.check(text, draft.text, "en", locale).ok, draft.text
        assert not [one for one in draft.findings if "lacks" in one.message], draft


@pytest.mark.parametrize(("locale", "text", "written"), [
    ("ar", "Spain, Morocco", "إسبانيا، المملكة المغربية"),
    ("ar", "Guangzhou, China", "غوانغتشو، الصين"),
    ("ru", "Chad, the Niger and South Sudan", "Чад, Республика Нигер и Южный Судан"),
    ("ru", "Morocco (2)", "Королевство Марокко (2)"),
    ("zh-Hans", "Guangzhou, China", "穗城、中国"),
    ("fr", "Spain, Morocco", "Espagne, Royaume du Maroc"),
])  # fmt: skip
def test_rows_are_written_with_it(locale: str, text: str, written: str):
    _, (draft,) = drafts(locale, text, kind=UnitKind.TABLE_CELL)
    assert draft.text == written
    assert draft.findings == ()


@pytest.mark.parametrize(("source", "translation"), [
    ("Talks in Guangzhou", "Переговоры в Кантоне"),
    ("The office in Guangzhou opened.", "Открылось бюро в Кантоне."),
])  # fmt: skip
def test_reviewers_are_not_told_that_it_is_gone(source: str, translation: str):
    glossary = Glossary(csv.parse("\n".join(["id,en,ru", *ROWS["ru"]])))
    entry = Entry(source, translation, State.APPROVED)
    assert run([entry], context=CheckContext("ru", format="text", glossary=glossary)) == []
    told = {one.rule for one in run([entry], context=CheckContext("ru", format="text"))}
    assert "countries" in told
