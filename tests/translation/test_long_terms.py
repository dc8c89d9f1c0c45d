"""A segment too long for a model is never cut inside a term: in neither piece would it be found."""

from tests.translation.boxes import Scripted
from transflow.glossary import Concept, Form, Glossary
from transflow.translation import Request
from transflow.translation.dismantling import prepare
from transflow.translation.work import Settings

TERM = "Committee on the Law of Trademarks, Industrial Designs and Geographical Indications"


def test_a_long_segment_is_not_cut_inside_a_term():
    concept = Concept("c", {"en": (Form(TERM),), "fr": (Form("Comité du droit des marques"),)})
    settings = Settings(Glossary([concept]), "en", "fr", "locale", 60, "flag")
    text = f"we say that the {TERM} meets here in autumn " * 12
    work = prepare("key", Request(text.strip(), format="text"), settings, Scripted(str.upper))
    assert len(work.parts) > 1
    assert sum(part.text.count(TERM) for part in work.parts) == 12
