import pytest

from transflow.translation.englishwords import english_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il est sur le bottom du lac", ["bottom"]),
        ("des cochets frequently froides", ["frequently"]),
        ("trois dangerous nations with un loan", ["dangerous", "with", "loan"]),
        ("La oficina published el informe", []),
        ("El coche es para you", ["you"]),
        ("Le car est important, sur la table", []),
        ("Il y a un show de marketing et un parking", ["show"]),
        ("Le https://example.org/the/first et the.txt", []),
        ("La méthode, le rythme, l’athlète et le zénith", []),
        ("Está en el hotel, sin luz, y sea como sea", []),
    ],
)
def test_english_and_nothing_else(text, found):
    assert english_in(text) == found
