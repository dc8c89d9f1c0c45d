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
