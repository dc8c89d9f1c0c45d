import pytest
from hypothesis import given
from hypothesis import strategies as st

from transflow.translation.clauses import begun, cut, is_separator, join, separators


def short(text):
    return len(text) <= 30


def test_cuts_at_the_best_boundary():
    text = "one two three, four five; six seven, eight nine ten eleven"
    assert [text[a:b] for a, b in cut(text, short)] == [
        "one two three, four five;", "six seven,", "eight nine ten eleven",
    ]  # fmt: skip


def test_text_without_any_boundary():
    text = "专" * 100
    ranges = cut(text, short)
    assert "".join(text[a:b] for a, b in ranges) == text
    assert all(short(text[a:b]) for a, b in ranges)


def test_protected_ranges_stay_whole():
    text = "a" * 25 + "LITERAL" + "b" * 25
    ranges = cut(text, short, [(25, 32)])
    assert any(a <= 25 and b >= 32 for a, b in ranges)


def test_joined_as_the_language_spaces():
    source, ranges = "一二，三四", [(0, 3), (3, 5)]
    assert join(["Uno dos,", "tres"], source, ranges, "es")[0] == "Uno dos, tres"
    source, ranges = "one two, three", [(0, 8), (9, 14)]
    assert join(["一二，", "三"], source, ranges, "zh-Hans") == ("一二，三", ((0, 3), (3, 4)))


@pytest.mark.parametrize(
    ("source", "draft", "locale", "expected"),
    [
        ("anybody may ask the Office", "Toute personne peut demander", "fr", "toute personne peut demander"),
        ("from 9:30 to 5", "С 9:30 до 17:00", "ru", "с 9:30 до 17:00"),
        ("which Russia signed", "России подписано", "ru", "России подписано"),
        ("in Geneva", "OMPI à Genève", "fr", "OMPI à Genève"),
        ("unless Bern agrees", "Bern stimmt zu", "de", "Bern stimmt zu"),
        ("Nobody came.", "Personne n’est venu.", "fr", "Personne n’est venu."),
    ],
)  # fmt: skip
def test_a_piece_begins_as_its_source_does(source, draft, locale, expected):
    assert begun(source, draft, locale) == expected


def test_behind_a_comma_a_small_word_is_small_before_a_name():
    said = "El lunes a jueves"
    assert begun("Monday to Thursday", said, "es", "from 9 to 5, ") == "el lunes a jueves"
    assert begun("Monday to Thursday", said, "es", "It is open. ") == said
    assert begun("Geneva opens", "Ginebra abre", "es", "first, ") == "Ginebra abre"
    assert begun("The Hague opens", "La Haya abre", "es", "first, ") == "La Haya abre"
    assert begun("El Salvador opens", "El Salvador abre", "es", "first, ") == "El Salvador abre"


def test_entries_of_a_row_are_pieces_of_their_own():
    text = "Annual report | Press · a|b | Contact"
    ranges = cut(text, short, breaks=separators(text))
    pieces = [text[a:b] for a, b in ranges]
    assert pieces == ["Annual report", "|", "Press", "·", "a|b", "|", "Contact"]
    assert [is_separator(one) for one in pieces] == [False, True] * 3 + [False]
    for locale in ("fr", "zh-Hans"):
        assert join(pieces, text, ranges, locale)[0] == text
    assert separators("| no row |") == separators("a • ") == []
    assert separators("one | two", [(2, 9)]) == []


@given(st.text(alphabet="ab ,;.专 \n", max_size=300))
def test_nothing_is_lost(text):
    ranges = cut(text, lambda piece: len(piece) <= 12)
    assert "".join("".join(text[a:b] for a, b in ranges).split()) == "".join(text.split())
    assert all(b - a <= 12 for a, b in ranges)
