"""Drafts of the starter models pass the checks that a reviewer's text has to pass."""

import pytest

from tests.translation.test_translator import EMPTY, asked, starter
from transflow.checks import CheckContext, run
from transflow.model import Entry, Severity, State
from transflow.translation import Translator

LOCALES = ("fr", "es", "ru", "ar", "zh-Hans")


def draft_of(text, locale):
    return Translator(starter(locale), EMPTY, locale=locale).translate([asked(text)])[0]


def errors(text, draft, locale):
    found = run([Entry(text, draft, State.DRAFT, line=1)], context=CheckContext(locale))
    return [one.message for one in found if one.severity is Severity.ERROR]


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
        ("The fee is **$10,000** for each team.", "fr", "**10\u202f000\u00a0\\$**"),
        ("The fee is **$10,000** for each team.", "es", "**10.000\u00a0\\$**"),
        ("A fee of [€250](https://x.example/) is due.", "fr", "[250\u00a0€](https://x.example/)"),
        ("The fee is **$10,000** for each team.", "zh-Hans", "**$10,000**"),
    ],
)
def test_a_currency_stays_in_the_mark_of_its_amount(text, locale, marked):
    assert marked in draft_of(text, locale).text
