"""Which words are forms of one."""

import pytest

from transflow.glossary.inflection import language


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("house", "houses"), ("greenhouse", "greenhouses"), ("clause", "clauses"),
        ("size", "sizes"), ("prize", "prizes"), ("base", "bases"), ("basis", "bases"),
        ("box", "boxes"), ("process", "processes"), ("database", "databases"),
        ("phrase", "phrases"), ("leaf", "leaves"), ("tomato", "tomatoes"), ("party", "parties"),
        ("movie", "movies"), ("bus", "buses"), ("lens", "lenses"), ("analysis", "analyses"),
        ("child", "children"), ("city", "cities"), ("branch", "branches"), ("use", "uses"),
    ],
)  # fmt: skip
def test_an_english_noun_and_its_plural_are_one_word(one, many):
    english = language("en")
    assert english.same(many, one)
    assert english.same(one, many)
    assert english.key(many) in english.keys(one)
    assert english.key(one) in english.keys(many)


def test_a_pronoun_is_no_singular():
    assert not language("en").same("uses", "us")
