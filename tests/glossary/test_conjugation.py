"""Forms of verbs, as grammars of French and Spanish have them."""

import pytest

from transflow import Glossary
from transflow.glossary import csv
from transflow.glossary.conjugation import conjugated


@pytest.mark.parametrize(
    ("code", "verb", "forms"),
    [
        ("fr", "dédouaner", "dédouané dédouanées dédouanant dédouanait dédouanera"),
        ("fr", "mettre", "mis mise mises met mettent mettait mettra mette"),
        ("fr", "retenir", "retenu retient retiennent retenons retiendra"),
        ("fr", "établir", "établi établissent établissait établira"),
        ("fr", "percevoir", "perçu perçoit perçoivent percevra"),
        ("fr", "commencer", "commençons commençait commencé commencera"),
        ("fr", "céder", "cède cèdent cédons cédera"),
        ("fr", "appeler", "appelle appelons appellera"),
        ("fr", "employer", "emploie employons emploiera"),
        ("fr", "couvrir", "couvert couverte couvre couvrira"),
        ("fr", "produire", "produit produites produisent produisait"),
        ("fr", "inscrire", "inscrit inscrivent inscrira"),
        ("es", "despachar", "despachado despachan despachó despacharon despachando despache"),
        ("es", "pagar", "pagó pague paguen pagará"),
        ("es", "realizar", "realice realizó realizando"),
        ("es", "cubrir", "cubierto cubiertas cubrió cubra"),
        ("es", "aprobar", "aprueba aprueban apruebe aprobó"),
        ("es", "pedir", "pide pidió pidieron pidiendo pida"),
        ("es", "seguir", "sigue siguió siga siguiendo"),
        ("es", "transferir", "transfiere transfirió transfiera transferido"),
        ("es", "producir", "produjo produjeron produzca produce"),
        ("es", "poner", "puesto puso pondrá ponga"),
        ("es", "contribuir", "contribuye contribuyó contribuyendo contribuya"),
        ("es", "enviar", "envía envió envíe enviando"),
        ("es", "leer", "leyó leyeron leyendo leído"),
    ],
)
def test_forms_of_a_verb(code: str, verb: str, forms: str):
    known = conjugated(verb, code)
    assert known is not None
    assert set(forms.split()) <= known.forms


def test_what_is_no_infinitive_has_no_forms():
    assert conjugated("brevet", "fr") is None
    assert conjugated("mercancías", "es") is None
    assert conjugated("clear", "en") is None


@pytest.mark.parametrize(
    ("locale", "target", "held"),
    [
        ("fr", "Les biens ont été mis en œuvre.", True),
        ("fr", "La règle est mise en œuvre.", True),
        ("fr", "Ils mettront en œuvre la règle.", True),
        ("fr", "Un metteur en œuvre.", False),
        ("es", "La regla fue puesta en marcha.", True),
        ("es", "Pusieron en marcha la regla.", True),
        ("es", "El puesto en marcha", True),
        ("es", "Un poniente en marcha", False),
    ],
)
def test_a_verb_counts_in_its_irregular_forms(locale: str, target: str, held: bool):
    rows = "id,en,fr,es,pos\ni,implement,mettre en œuvre,poner en marcha,verb\n"
    verdict = Glossary(csv.parse(rows)).check("They implemented the rule.", target, "en", locale)
    assert verdict.ok is held


def test_no_plural_is_made_of_a_verb():
    glossary = Glossary(csv.parse("id,en,fr,pos\nh,hedge,couvrir,verb\n"))
    assert not glossary.check("She hedges it.", "Elle le couvrirs.", "en", "fr").ok


def test_a_word_before_its_object_is_the_verb():
    glossary = Glossary(csv.parse("id,en,fr,pos\nn,hedge,couverture,noun\nv,hedge,couvrir,verb\n"))
    found = glossary.find("The company hedges its risk.", "en")
    assert [match.concept.id for match in found] == ["v"]
    found = glossary.find("In each hedge its risk is named.", "en")
    assert [match.concept.id for match in found] == ["n"]
