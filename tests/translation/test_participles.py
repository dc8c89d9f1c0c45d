"""Participles agree with a term that is the subject, and as a term with their subject."""

import pytest

from transflow.translation.agreement import agreed
from transflow.translation.participles import agreeing


def ranges(text: str, term: str) -> list[tuple[int, int]]:
    start = text.index(term)
    return [(start, start + len(term))]


@pytest.mark.parametrize(
    ("locale", "term", "text", "right"),
    [
        ("fr", "droits de douane", "Les droits de douane ont été réduites.", "réduits"),
        ("fr", "bilans", "Les bilans doivent être publiées chaque année.", "publiés"),
        ("fr", "essai clinique", "L'essai clinique sera publiée en mai.", "publié"),
        ("fr", "dédouané", "L'expédition a été dédouané hier.", "dédouanée"),
        ("fr", "dédouanés", "Les marchandises qui ne sont pas dédouanés ici.", "dédouanées"),
        ("fr", "connaissement", "Le connaissement doit être munie ici.", "muni ici"),
        ("fr", "licence", "La licence sera rendu.", "rendue"),
        ("fr", "piston", "La vanne et le piston ont été remplacée.", "remplacés"),
        ("fr", "revue", "Une licence et la revue sont traités.", "traitées"),
        ("fr", "licence", "Le brevet, l'essai et la licence sont traitée.", "traités"),
        ("es", "pistón", "La válvula y el pistón fueron reemplazada.", "reemplazados"),
        ("es", "balance general", "El balance general del banco fue publicada.", "publicado"),
        ("es", "despachados", "Las mercancías que no sean despachados.", "despachadas"),
        ("es", "energía", "La energía es más barato que antes.", "más barata"),
        ("es", "licencias", "Las licencias deben ser renovados.", "renovadas"),
    ],
)
def test_the_participle_agrees(locale: str, term: str, text: str, right: str):
    assert right in agreeing(text, ranges(text, term), locale)


@pytest.mark.parametrize(
    ("locale", "term", "text"),
    [
        ("fr", "essai clinique", "Les résultats de cet essai clinique seront publiés."),
        ("fr", "marque", "Le brevet et la marque sont protégés."),
        ("fr", "brevets", "La majorité des brevets sont délivrés ici."),
        ("fr", "demandes", "Un grand nombre de demandes ont été publiées."),
        ("fr", "bilan", "Le bilan de la banque qui est fusionnée est long."),
        ("fr", "brevet", "Le brevet est plus cher."),
        ("fr", "brevet", "La demande et le brevet ainsi."),
        ("fr", "licence", "La licence est mise ici."),
        ("es", "patente", "La patente es más problema que ayuda."),
        ("es", "patente", "La patente es muy importante."),
        ("es", "patente", "La patente era demasiado cara."),
        ("es", "patentes", "Un gran número de patentes son concedidas."),
        ("es", "patente", "La patente es cara."),
    ],
)
def test_where_the_subject_is_another_nothing_changes(locale: str, term: str, text: str):
    assert agreeing(text, ranges(text, term), locale) == text


@pytest.mark.parametrize(
    ("locale", "term", "text", "right"),
    [
        ("fr", "droits", "Toutes les droits sont payés.", "Tous les droits"),
        ("fr", "marques", "tous les marques", "toutes les marques"),
        ("es", "derechos", "Todas los derechos", "Todos los derechos"),
        ("es", "ensayos", "Algunas ensayos", "Algunos ensayos"),
        ("es", "locales", "en el mismo locales", "en los mismos locales"),
        ("es", "agua", "Todo el agua", "Toda el agua"),
    ],
)
def test_what_stands_before_the_article_agrees_too(locale: str, term: str, text: str, right: str):
    assert right in agreed(text, ranges(text, term), locale)


@pytest.mark.parametrize("locale", ["zh-Hans", "ru", "ar", "de"])
def test_other_languages_are_left_as_they_are(locale: str):
    assert agreed("el todo term", [(8, 12)], locale) == "el todo term"
    assert agreeing("el todo term", [(8, 12)], locale) == "el todo term"
