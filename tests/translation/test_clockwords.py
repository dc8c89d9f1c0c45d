"""Times in words: half past six is 6:30, a quarter to one third is none."""

import pytest

from tests.translation.test_translator import asked
from transflow.glossary import Glossary
from transflow.translation import Translator
from transflow.translation.clockwords import written
from transflow.translation.literals import find


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We left at half past six.", ["half past six"]),
        (
            "By a quarter to eight, or a quarter past one",
            ["a quarter to eight", "a quarter past one"],
        ),
        ("It leaves at twenty-five minutes to five.", ["twenty-five minutes to five"]),
        ("It rose from a quarter to one third.", []),
        ("A quarter to one tenth of them, ten to five people", []),
        ("It was passed by five to one, by ten past four.", ["ten past four"]),
        ("He gave ten to five of them, half past the road.", []),
    ],
)
def test_where_a_time_is(text, found):
    assert [one.text for one in find(text)] == found


def test_words_are_written_in_every_style_of_numbers():
    translator = Translator(None, Glossary(), locale="es", number_style="source")
    cells = ("Half past six.", "$5–6 million", "12,500.50")
    drafts = translator.translate([asked(text, form="text") for text in cells])
    assert [draft.text for draft in drafts] == ["6:30.", "5–6 millones\u00a0$", "12,500.50"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("half past six", "6:30"), ("a quarter to eight", "7:45"), ("quarter past one", "1:15"), ("ten to one", "12:50"),
        ("half past twelve", "12:30"), ("twenty-five minutes to five", "4:35"), ("five past nine", "9:05"),
    ],
)  # fmt: skip
def test_a_time_in_figures(text, figures):
    assert written(text, "es") == figures
    assert written(text, "fr") == figures.replace(":", "\u00a0h\u00a0")
