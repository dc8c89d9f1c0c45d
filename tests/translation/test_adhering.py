"""Literals on letters: no stand-in is part of a word, and none stays in a draft."""

import pytest

from tests.translation.boxes import Scripted
from tests.translation.test_translator import ROOT
from transflow.config import EngineConfig
from transflow.documents import spans
from transflow.engines import open_engine
from transflow.glossary import Glossary
from transflow.translation import Request, Translator
from transflow.translation.adhering import loosened
from transflow.translation.literals import Literal, find
from transflow.translation.standins import mask, touching, unmask

TEXTS = (
    "The call came at 10:45Z today.",
    "The result[1,2] was confirmed.",
    "{% if user %}Welcome back{% endif %}, dear friend of the museum.",
    "Your {item}s are ready, {name}.",
    "Meet at 10:45h in the hall.",
    "The `Widget`s are in the folder.",
)
STANDINS = ("71", "83", "94")


def drafted(engine, text, locale, form="text"):
    translator = Translator(engine, Glossary(), locale=locale)
    return translator.translate([Request(text, tuple(spans(text, form)), format=form)])[0]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("The call came at 10:45Z today.", "The call came at 71 today."),
        ("The result[1,2] was confirmed.", "The result was confirmed."),
        ("{% if a %}Welcome{% endif %}, friend.", "Welcome, friend."),
        ("Your {item}s are ready.", "Your 71 are ready."),
        ("You are {n}th of them.", "You are 71th of them."),
        ("See https://example.org/a> and go.", "See 71 and go."),
        ("Write to John <john@example.org> now.", "Write to John 71 now."),
        ("A path/of/x.txtfile", "A path/of/x.txtfile"),
    ],
)
def test_a_literal_takes_its_letters_along_or_is_put_in_again(text, masked):
    found = loosened(text, find(text), {})
    assert mask(text, touching(text, found)).text == masked


def test_what_stands_on_two_literals_is_in_one():
    text = "use {a}x{b} now"
    found = loosened(text, find(text), {})
    assert "".join(one.text for one in found) == "{a}x{b}"
    assert [one.text for one in touching(text, found)] == ["{a}x{b}"]


@pytest.mark.parametrize("locale", ["fr", "es", "ru", "zh-Hans", "ar"])
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_no_stand_in_stays(locale, form):
    engine = open_engine(EngineConfig(threads=2), "en", locale, root=ROOT)
    for text in TEXTS:
        draft = drafted(engine, text, locale, form).text
        assert not any(number in draft for number in STANDINS), draft


def test_a_stand_in_on_a_word_is_changed_back_and_told():
    text = "See https://example.org/a now."
    mangled = Scripted(lambda one: one.replace("See ", "Voir la page").replace(" now", ""), "fr")
    draft = drafted(mangled, text, "fr")
    assert draft.text.count("https://example.org/a") == 1
    assert "71" not in draft.text
    assert any(one.rule == "suspect-literal" for one in draft.findings)


def test_a_stand_in_in_a_word_is_found():
    masked = mask("See x_y now", [Literal(4, 7, "x_y", "code")])
    text, _, guessed = unmask(masked, "See x_y now", "Voir page71 ici", (), locale="fr")
    assert (text, guessed) == ("Voir page x_y ici", ())
