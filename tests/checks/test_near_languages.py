"""What is in the wrong language though its small words are those of both, and what is not."""

import pytest

from tests.conftest import outside

FRENCH = "Le dépôt en ligne coûte 12 % de moins ; les taxes restent les mêmes pour les cinq premières années."
SOURCE = "Online filing costs 12% less; the fees stay the same for the first five years."


def test_french_in_a_spanish_catalog(judge):
    (found,) = (one for one in judge(SOURCE, FRENCH, "es") if one.rule == "wrong-language")
    assert found.message == "reads like French; expected Spanish"
    assert not [one for one in judge(SOURCE, FRENCH, "fr") if one.rule == "wrong-language"]


@pytest.mark.parametrize("code", ["es", "fr"])
def test_translators_write_their_own_language(rules, code):
    told = []
    for name in ("ntrex128", "tico19"):
        for line in outside("mt", f"{name}.en-{code}.tsv").read_text("utf-8").splitlines()[::4]:
            source, target = line.split("\t")[-2:]
            told += [target] * ("wrong-language" in rules(source, target, code))
    assert not told


@pytest.mark.parametrize("target", ["Notre visite à l’OMPI.", "Notre visite à l'OMPI."])
def test_an_acronym_behind_an_article_is_one(rules, target):
    assert "acronyms" not in rules("Our visit to WIPO.", target, "fr")
    assert "acronyms" in rules("Our visit to WIPO.", "Notre visite à l’office.", "fr")
