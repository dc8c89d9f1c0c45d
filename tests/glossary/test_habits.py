"""What newcomers write into a glossary."""

from pathlib import Path

import pytest

from transflow.glossary import Glossary, csv, lint
from transflow.glossary.habits import habits

SAMPLE = Path(__file__).parents[2] / "glossary" / "terms.csv"


def told(cell: str, locale: str = "fr", pos: str = "noun") -> list[str]:
    (concept,) = csv.parse(f'id,en,{locale},pos\nx,term,"{cell}",{pos}\n')
    return [rule for rule, _ in habits(concept)]


@pytest.mark.parametrize(
    ("cell", "locale", "rule"),
    [
        ("événement indésirable, effet secondaire", "fr", "several"), ("essai / étude", "fr", "several"),
        ("droit/obligation", "fr", "several"), ("patente; registro", "es", "several"),
        ("药物、药品", "zh-Hans", "several"),
        ("patient (m.)", "fr", "remark"), ("Rechtsmittel (pl)", "de", "remark"),
        ("l'autorisation", "fr", "article"), ("El medicamento", "es", "article"),
        ("die Richtlinie", "de", "article"), ("l’innocuité", "fr", "article"),
        ("TBD", "es", "placeholder"), ("à traduire", "fr", "placeholder"), ("待定", "zh-Hans", "placeholder"),
        ("vaccin contre la rougeole.", "fr", "mark"), ("<b>règle</b>", "fr", "markup"), ("{date}", "fr", "markup"),
    ],
)  # fmt: skip
def test_a_dictionarys_habits_are_told(cell: str, locale: str, rule: str):
    assert told(cell, locale) == [rule]


@pytest.mark.parametrize(
    ("cell", "locale"),
    [
        ("essai clinique", "fr"), ("km/h", "fr"), ("S.A.", "fr"), ("etc.", "fr"), ("Inc.", "es"),
        ("патент, существенный для стандарта", "ru"), ("lente", "es"), ("lancement", "fr"),
        ("IVA (impuesto)", "es"), ("NA", "fr"), ("les-autres", "fr"), ("C/C++", "fr"),
    ],
)  # fmt: skip
def test_what_is_right_is_not(cell: str, locale: str):
    assert told(cell, locale) == []


def test_names_may_have_commas_and_articles():
    assert told("La Haye", "fr", "proper") == []
    assert told("Marques, dessins et modèles", "fr", "proper") == []


def test_the_sample_has_none():
    glossary = Glossary.load([SAMPLE], source="en")
    rules = {finding.rule for finding in lint(glossary, source="en")}
    assert not rules & {
        f"glossary-{r}" for r in ("several", "remark", "article", "placeholder", "mark")
    }


def test_rows_without_ids_that_begin_alike_have_names_of_their_own():
    names = [
        one.id for one in csv.parse("en,fr,pos\nfile,dossier,noun\nfile,déposer,verb\nfile-2,x,\n")
    ]
    assert names == ["file", "file-2", "file-2-2"]
