import pytest

from transflow.translation.distrust import examine
from transflow.translation.englishwords import copied, english_in


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


@pytest.mark.parametrize(
    ("source", "draft", "locale", "word"),
    [
        ("Ask at the desk on the left.", "Pregunte en el desk de la izquierda.", "es", "desk"),
        ("She kept the seed in a jar.", "Elle gardait le seed dans un bocal.", "fr", "seed"),
        ("The beekeeper came.", "El beekeeper vino.", "es", "beekeeper"),
    ],
)
def test_a_word_of_the_source_that_was_left(source, draft, locale, word):
    assert copied(draft, source) == [word]
    assert "untranslated" in {one.kind for one in examine(source, draft, "en", locale)}


@pytest.mark.parametrize(
    ("source", "draft", "locale"),
    [
        ("You can watch it online.", "Se puede ver online.", "es"),
        ("The canvas bag is pink.", "Le sac en toile est rose.", "fr"),
        ("Press “desk” now.", "Pulse «desk» ahora.", "es"),
        ("The image is national.", "L'image est nationale.", "fr"),
    ],
)
def test_loans_and_words_that_languages_share_are_none(source, draft, locale):
    assert "untranslated" not in {one.kind for one in examine(source, draft, "en", locale)}
