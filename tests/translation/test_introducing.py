"""First use in one sentence: the mention gives way to the long form, the rest stays."""

import pytest

from tests.translation.boxes import Scripted
from transflow.glossary import Glossary, csv
from transflow.translation.terminology import TermItem, enforce

FR = "Administration nationale chinoise de la propriété intellectuelle (CNIPA)"
ES = "Administración Nacional de Propiedad Intelectual de China (CNIPA)"
ROWS = (
    "id,en,zh-Hans,fr,es\n"
    "cnipa,China National Intellectual Property Administration | CNIPA,"
    f"国家知识产权局 | CNIPA | ^国家知识产权局（CNIPA）,CNIPA | ^{FR},CNIPA | ^{ES}\n"
    "pct,PCT,PCT | ^《专利合作条约》（PCT）,PCT | ^Traité de coopération en matière de brevets (PCT),"
    "PCT | ^Tratado de Cooperación en materia de Patentes (PCT)\n"
    "who,WHO,世卫组织,OMS | ^Organisation mondiale de la Santé (OMS),OMS | ^Organización Mundial de la Salud (OMS)\n"
    "wipo,World Intellectual Property Organization,产权组织,Organisation Mondiale de la Propriété Intellectuelle,\n"
    "wipo-short,WIPO,WIPO,OMPI | ^Organisation Mondiale de la Propriété Intellectuelle (OMPI),\n"
)
GLOSSARY = Glossary(csv.parse(ROWS))


def introduced(source: str, draft: str, locale: str, *ids: str) -> str:
    item = TermItem(source, introduces=frozenset(ids))
    (made,) = enforce(Scripted(lambda _: draft, locale), [item], GLOSSARY, locale)
    return made.text


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        ("La CNIPA a répondu.", f"L'{FR} a répondu."),
        ("Le rapport de la CNIPA a paru.", f"Le rapport de l'{FR} a paru."),
        ("CNIPA a répondu.", f"{FR} a répondu."),
    ],
)
def test_the_article_follows_the_long_form(draft: str, right: str):
    assert introduced("CNIPA replied.", draft, "fr", "cnipa") == right


def test_the_short_forms_article_keeps_its_gender():
    assert (
        introduced("It files under the PCT.", "Il dépose en vertu du PCT.", "fr", "pct")
        == "Il dépose en vertu du Traité de coopération en matière de brevets (PCT)."
    )
    assert (
        introduced("The PCT office.", "La oficina del PCT.", "es", "pct")
        == "La oficina del Tratado de Cooperación en materia de Patentes (PCT)."
    )


def test_only_the_first_mention_of_a_sentence_is_long():
    text = introduced(
        "CNIPA says that CNIPA is open.", "国家知识产权局说国家知识产权局开放。", "zh-Hans", "cnipa"
    )
    assert text == "国家知识产权局（CNIPA）说国家知识产权局开放。"


def test_a_gloss_of_the_source_is_not_doubled():
    source = "China National Intellectual Property Administration (CNIPA) replied."
    assert introduced(source, "国家知识产权局（CNIPA）答复。", "zh-Hans", "cnipa") == (
        "国家知识产权局（CNIPA）答复。"
    )
    assert (
        introduced(source, "国家知识产权局 (CNIPA) 答复。", "zh-Hans", "cnipa").count("CNIPA") == 1
    )
    spanish = "La Administración Nacional de la Propiedad Intelectual de China (CNIPA) respondió."
    assert introduced(source, spanish, "es", "cnipa") == f"La {ES} respondió."


def test_two_terms_that_gloss_one_another_introduce_themselves():
    text = "L'Organisation Mondiale de la Propriété Intellectuelle (OMPI) agit."
    source = "The World Intellectual Property Organization (WIPO) acts."
    assert introduced(source, text, "fr", "wipo-short") == text


def test_quotes_of_the_mention_are_those_of_the_form():
    assert introduced("Under the PCT.", "根据《PCT》。", "zh-Hans", "pct") == (
        "根据《专利合作条约》（PCT）。"
    )


def test_a_long_name_that_was_begun_is_not_begun_twice():
    assert (
        introduced("WHO helps.", "L'Organisation mondiale de l'OMS aide.", "fr", "who")
        == "L'Organisation mondiale de la Santé (OMS) aide."
    )
    assert (
        introduced("WHO helps.", "La Organización Mundial de la OMS ayuda.", "es", "who")
        == "La Organización Mundial de la Salud (OMS) ayuda."
    )


def test_a_mention_in_brackets_behind_other_words_is_left():
    text = "L'autorité compétente (OMS) aide."
    assert introduced("WHO helps.", text, "fr", "who") == text


def test_elsewhere_nothing_is_exchanged():
    assert introduced("CNIPA replied.", "La CNIPA a répondu.", "fr") == "La CNIPA a répondu."
    assert introduced("He replied.", "Il a répondu.", "fr", "cnipa") == "Il a répondu."
