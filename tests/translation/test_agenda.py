"""Items of a programme: the time is written by rule, and what follows is a unit of its own."""

import pytest

from tests.translation.test_translator import starter
from transflow.documents import spans
from transflow.glossary import Glossary
from transflow.translation import Request, Translator
from transflow.translation.agenda import bold_time, timed


@pytest.mark.parametrize(
    ("text", "locale", "begins"),
    [
        ("12:30 p.m. – Lunch", "fr", "12\u00a0h\u00a030 – "),
        ("10.30 – Coffee break", "fr", "10:30 – "),
        ("10.30 – Coffee break", "ru", "10:30 — "),
        ("2:00–3:30 p.m.: Panel discussion", "zh-Hans", "14:00–15:30："),
        ("9 a.m. to 10.30 a.m. | Opening", "es", "9:00–10:30 | "),
        ("9 a.m. - “Designs” opens", "ar", "9:00 – "),
    ],
)
def test_the_time_is_written_by_rule(text, locale, begins):
    found = timed(text, "en", locale)
    assert found is not None
    assert found[1] == begins


@pytest.mark.parametrize(
    "text",
    ["10 – The number of seats", "2026 – A year of change", "10.30 is late", "9:00 a.m. on Monday", "3:1 – Lyon win"],
)  # fmt: skip
def test_what_is_no_time_before_an_item(text):
    assert timed(text, "en", "fr") is None


def test_a_time_in_bold():
    assert bold_time("10.30", " – Coffee break", "en", "fr") == (3, "10:30", " – ")
    assert bold_time("9:00–9:30", " Welcome", "en", "zh-Hans") == (1, "9:00–9:30", " ")
    assert bold_time("10", " – The seats", "en", "fr") is None


@pytest.mark.parametrize(
    ("text", "locale", "draft"),
    [
        ("12:30 p.m. – Lunch", "fr", "12\u00a0h\u00a030 – Déjeuner"),
        ("**12:30 p.m.** – Lunch", "es", "**12:30**: Almuerzo"),
        ("*2:00 p.m.* – Panel discussion", "zh-Hans", "*14:00* – 小组讨论"),
        ("10.30 – Coffee break", "ru", "10:30 — Кофе-брейк"),
        ("5:00 p.m. – Closing remarks", "ar", "17:00 – كلمة الختام"),
        ("Save the date!", "es", "¡Reserve la fecha!"),
        ("Save the date!", "zh-Hans", "敬请预留时间！"),
    ],
)
def test_an_item_alone_is_what_the_list_says(text, locale, draft):
    engine = starter(locale)
    request = Request(text, tuple(spans(text, "markdown")))
    (made,) = Translator(engine, Glossary(), locale=locale).translate([request])
    assert made.text == draft
