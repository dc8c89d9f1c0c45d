"""What has one right form is written so in every shipped pair: names of countries, dates, rows, labels, letters."""

from pathlib import Path

import pytest

from tests.translation.test_challenge import PAIRS, TAGS
from tests.translation.test_translator import asked, starter
from transflow.glossary import Glossary
from transflow.translation import Translator

COLUMNS = ("fr", "es", "zh", "ru", "ar")
SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f", " "))


def cases(code):
    """(text, what its draft holds), from exact_challenge.txt."""
    path = Path(__file__).with_name("exact_challenge.txt")
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            text, *columns = line.split("|")
            yield text, columns[COLUMNS.index(code)]


def holds(draft, wanted, code):
    """Whether a draft holds each of some forms, or is the one after `=`; Chinese may be set with spaces."""
    plain = draft.translate(SPACES)
    if wanted.startswith("="):
        return plain == wanted[1:].translate(SPACES)
    if code == "zh":
        plain, wanted = plain.replace(" ", ""), wanted.replace(" ", "")
    return all(any(one in plain for one in form.split("~")) for form in wanted.split(";;"))


def test_there_are_enough():
    assert len({text for text, _ in cases("fr")}) >= 150


@pytest.mark.parametrize("code", PAIRS)
def test_exact_forms(code):
    asking = list(cases(code))
    locale = TAGS.get(code, code)
    translator = Translator(starter(locale), Glossary(), locale=locale)
    drafts = translator.translate([asked(text, form="text") for text, _ in asking])
    assert not [
        (text, draft.text, wanted)
        for (text, wanted), draft in zip(asking, drafts, strict=True)
        if not holds(draft.text, wanted, code)
    ]
