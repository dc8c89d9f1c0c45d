"""What stands directly before a term in the source is not lost for the term."""

import pytest

from transflow.glossary import Glossary, csv
from transflow.translation.modifiers import with_modifiers, with_numbers

TERMS = """id,en,fr,es,zh-Hans
a,grant fee,taxe de délivrance,tasa de concesión,授权费
b,board of appeal,chambre de recours,cámara de recursos,上诉委员会
c,receiving office,office récepteur,oficina receptora,受理局
d,harbour master,capitaine de port,capitán de puerto,港务长
g,harbour,havre,puerto,港口
f,claim,revendication,reivindicación,权利要求
e,licence agreement,contrat de licence,contrato de licencia,许可协议
"""
GLOSSARY = Glossary(csv.parse(TERMS))


def put_back(source: str, draft: str, locale: str) -> str:
    asked = GLOSSARY.require(source, GLOSSARY.find(source, "en", spans=()), locale)
    places = GLOSSARY.verify(draft, asked, locale, spans=()).places
    held = [(place, one) for place, one in zip(places, asked, strict=True) if place]
    assert held
    return with_modifiers(draft, held, source, locale)


@pytest.mark.parametrize(
    ("source", "draft", "locale", "right"),
    [
        ("A new grant fee came.", "Une taxe de délivrance est venue.", "fr",
         "Une nouvelle taxe de délivrance est venue."),
        ("New grant fees came.", "Des taxes de délivrance sont venues.", "fr",
         "Des nouvelles taxes de délivrance sont venues."),
        ("The new receiving office met.", "L'office récepteur s'est réuni.", "fr",
         "Le nouvel office récepteur s'est réuni."),
        ("The head of the new receiving office", "Le chef de l'office récepteur", "fr",
         "Le chef du nouvel office récepteur"),
        ("To the new receiving office", "À l'office récepteur", "fr", "Au nouvel office récepteur"),
        ("A new board of appeal met.", "Une chambre de recours s'est réunie.", "fr",
         "Une nouvelle chambre de recours s'est réunie."),
        ("The deputy harbour master left.", "Le capitaine de port est parti.", "fr",
         "Le capitaine de port adjoint est parti."),
        ("A new licence agreement", "Un nouvel contrat de licence", "fr", "Un nouveau contrat de licence"),
        ("The new receiving office", "Le nouveau office récepteur", "fr", "Le nouvel office récepteur"),
        ("A new harbour", "Un havre", "fr", "Un nouveau havre"),
        ("A new grant fee came.", "Vino una tasa de concesión.", "es", "Vino una nueva tasa de concesión."),
        ("Two international licence agreements", "Dos contratos de licencia", "es",
         "Dos contratos de licencia internacionales"),
        ("A new grant fee came.", "授权费来了。", "zh-Hans", "新授权费来了。"),
        ("The deputy harbour master left.", "港务长离开了。", "zh-Hans", "副港务长离开了。"),
    ],
)  # fmt: skip
def test_a_lost_adjective_is_put_back(source: str, draft: str, locale: str, right: str):
    assert put_back(source, draft, locale) == right


@pytest.mark.parametrize(
    ("source", "draft", "locale"),
    [
        ("A new grant fee came.", "Une taxe de délivrance nouvelle est venue.", "fr"),
        ("The grant fee is new.", "La taxe de délivrance est chère.", "fr"),
        ("The annual grant fee", "La taxe de délivrance par an", "fr"),
        ("A large grant fee came.", "Vino una tasa de concesión.", "es"),
        ("A new grant fee came.", "全新的授权费来了。", "zh-Hans"),
        ("NEW GRANT FEE", "Taxe de délivrance", "fr"),
    ],
)
def test_what_is_there_or_not_known_stays(source: str, draft: str, locale: str):
    assert put_back(source, draft, locale) == draft


@pytest.mark.parametrize(
    ("source", "draft", "locale", "right"),
    [
        ("Claim 3 fell, claim 4 remains.", "La revendication 3 est tombée, revendication que 4 reste.", "fr",
         "La revendication 3 est tombée, la revendication 4 reste."),
        ("They amended claim 7 and claim 9.", "Ils ont modifié revendication 7 et la revendication.", "fr",
         "Ils ont modifié la revendication 7 et la revendication 9."),
        ("They withdraw claim 3.", "Retiran la reivindicación.", "es", "Retiran la reivindicación 3."),
        ("They withdraw claim 3.", "他们撤回权利要求。", "zh-Hans", "他们撤回权利要求3。"),
        ("The board of appeal, 5 claims and claim 3", "La chambre de recours, 5 revendications et la revendication",
         "fr", "La chambre de recours, 5 revendications et la revendication 3"),
        ("The first claim 3 fell.", "La première revendication 3 est tombée.", "fr",
         "La première revendication 3 est tombée."),
        ("A claim 24 hours later", "Une revendication un jour plus tard", "fr", "Une revendication un jour plus tard"),
        ("See claim 3.", "Revendication 3.", "fr", "Revendication 3."),
    ],
)  # fmt: skip
def test_the_number_of_a_term_stands_directly_behind_it(
    source: str, draft: str, locale: str, right: str
):
    asked = GLOSSARY.require(source, GLOSSARY.find(source, "en", spans=()), locale)
    places = GLOSSARY.verify(draft, asked, locale, spans=()).places
    held = [(place, one) for place, one in zip(places, asked, strict=True) if place]
    assert with_numbers(draft, held, source, locale) == right
