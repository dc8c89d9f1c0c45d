"""Drafts of the starter models pass the checks that a reviewer's text has to pass."""

import re

import pytest

from tests.translation.test_translator import EMPTY, asked, starter
from transflow.checks import CheckContext, run
from transflow.glossary import Glossary, csv
from transflow.model import Entry, Severity, State
from transflow.translation import Translator

LOCALES = ("fr", "es", "ru", "ar", "zh-Hans")


def draft_of(text, locale):
    return Translator(starter(locale), EMPTY, locale=locale).translate([asked(text)])[0]


def errors(text, draft, locale):
    found = run([Entry(text, draft, State.DRAFT, line=1)], context=CheckContext(locale))
    return [one.message for one in found if one.severity is Severity.ERROR]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_british_time_is_a_time(locale):
    text = "Open from 8 a.m. to 4.30 p.m. and 8.15 a.m. to 6.45 p.m."
    draft = draft_of(text, locale)
    assert errors(text, draft.text, locale) == []
    assert "16" in draft.text


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "text",
    [
        "See https://patents.example/guide for the guide.",
        "The form is at https://patents.example/forms/new and costs nothing.",
    ],
)
def test_a_bare_address_is_one_in_the_draft(text, locale):
    assert errors(text, draft_of(text, locale).text, locale) == []


@pytest.mark.parametrize(
    ("text", "locale", "marked"),
    [
        ("The fee is **$10,000** for each team.", "fr", "**10\u202f000\u00a0$**"),
        ("The fee is **$10,000** for each team.", "es", "**10.000\u00a0$**"),
        ("A fee of [€250](https://x.example/) is due.", "fr", "[250\u00a0€](https://x.example/)"),
        ("The fee is **$10,000** for each team.", "zh-Hans", "**$10,000**"),
    ],
)
def test_a_currency_stays_in_the_mark_of_its_amount(text, locale, marked):
    assert marked in draft_of(text, locale).text


HOURS = {
    "The meeting starts at 3 p.m. on Monday.": ("15\u00a0h", "15:00"),
    "The office is open from 9 a.m. to 3:30 p.m. every day.": ("15\u00a0h\u00a030", "15:30"),
    "The workshop runs from 2 to 4 p.m. on Friday.": ("14\u00a0h", "14:00"),
}
"""A sentence -> an hour of it in French, and elsewhere: of 24, as these countries write them."""


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("text", HOURS)
def test_an_hour_of_the_afternoon_is_one_of_24(text, locale):
    draft = draft_of(text, locale).text
    assert HOURS[text][locale != "fr"] in draft
    assert errors(text, draft, locale) == []
    if locale == "zh-Hans":
        assert "下午" not in draft


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "text",
    [
        "The summary must have not more than 150 words.",
        "No more than five pages are allowed.",
        "The fee must not exceed 20 euros.",
    ],
)
def test_a_limit_is_one_in_the_draft_or_told(text, locale):
    draft = draft_of(text, locale)
    told = [one.rule for one in draft.findings]
    assert "suspect-negation" in told or not errors(text, draft.text, locale)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_version_is_written_as_in_the_source(locale):
    text = "The tool is called *ClaimSplit 2.0* and is free."
    draft = draft_of(text, locale).text
    assert "*ClaimSplit 2.0*" in draft
    assert errors(text, draft, locale) == []


@pytest.mark.parametrize(
    ("text", "locale", "drafted"),
    [
        ("**11,847**", "fr", "**11\u202f847**"),
        ("**11,847**", "es", "**11.847**"),
        ("*+4.2%*", "fr", "*+4,2\u00a0%*"),
        ("[28,000](https://x.example/1,000)", "fr", "[28\u202f000](https://x.example/1,000)"),
        ("`1,000` / **2,000**", "es", "`1,000` / **2.000**"),
    ],
)
def test_a_number_in_markup_is_written_like_its_neighbour(text, locale, drafted):
    draft = draft_of(text, locale)
    assert (draft.text, draft.origin) == (drafted, "copy")
    assert errors(text, draft.text, locale) == []


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("fr", "Come to the Open Day for Inventors on Monday, 26 April 2027, from 9:30 a.m. to 5 p.m., at the Kelso Hall, 14 Harbour Street, Port Ellen."),
        ("ar", "© 2026 Intellectual Property Office of Veldmark"),
    ],
)  # fmt: skip
def test_a_doubt_is_about_words_that_the_finished_draft_has(locale, text):
    rows = "id,en,fr,ar\no,Intellectual Property Office of Veldmark,Office du Veldmark,مكتب الملكية الفكرية في فيلدمارك\n"
    translator = Translator(starter(locale), Glossary(csv.parse(rows)), locale=locale)
    (draft,) = translator.translate([asked(text)])
    for finding in draft.findings:
        if seen := re.search(r"'(.+)' (is counted|twice running)", finding.message):
            assert draft.text.count(seen[1]) > (seen[2] != "is counted")
