"""What headings are called by, `IV.` or `A.`: it stays as it is, and the rest is drafted by itself."""

import pytest

from tests.translation.boxes import Scripted
from transflow.documents import spans
from transflow.glossary import Glossary
from transflow.model import UnitKind
from transflow.quantities import lettered
from transflow.translation import Request, Translator


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("IV. CONCLUSIONS", 4),
        ("I. INTRODUCTION", 3),
        ("A. General", 3),
        ("(iv) Budget", 5),
        ("II — The way forward", 5),
        ("B) Findings", 3),
        ("A. B. Yehoshua", 0),
        ("C. elegans genome", 0),
        ("J. Smith wins", 0),
        ("I want a budget", 0),
        ("IV", 0),
        ("V-shaped", 0),
    ],
)
def test_where_the_numeral_of_a_heading_ends(text, end):
    assert lettered(text, heading=True) == end


def test_in_a_sentence_a_lone_letter_is_an_initial():
    assert lettered("A. Keller said so.", heading=False) == 0
    assert lettered("(ii) the fee", heading=False) == len("(ii) ")


@pytest.mark.parametrize(
    ("text", "asked", "right"),
    [
        ("V. Budget", ["Budget"], "V. Presupuesto"),
        ("(iv) Budget", ["Budget"], "(iv) Presupuesto"),
        ("**IV.** Budget", ["Budget"], "**IV.** Presupuesto"),
    ],
)
@pytest.mark.parametrize("locale", ["es", "ru"])
def test_the_rest_of_a_heading_is_drafted_by_itself(text, asked, right, locale):
    words = {"es": "presupuesto", "ru": "бюджет"}
    box = Scripted({"Budget": words[locale]}, locale)
    translator = Translator(box, Glossary(), locale=locale)
    request = Request(text, tuple(spans(text, "markdown")), UnitKind.HEADING, "markdown")
    (draft,) = translator.translate([request])
    assert draft.text == right.replace("Presupuesto", words[locale].capitalize())
    assert box.asked[:1] == asked


def test_a_heading_in_capitals_keeps_its_numeral_in_front():
    box = Scripted({"Conclusions and tasks": "Conclusiones y tareas"})
    translator = Translator(box, Glossary(), locale="es")
    (draft,) = translator.translate([Request("IV. CONCLUSIONS AND TASKS", kind=UnitKind.HEADING)])
    assert draft.text == "IV. CONCLUSIONES Y TAREAS"
