import pytest

from transflow.translation.literals import find
from transflow.translation.numerals import every


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("World War I began in 1914.", ["I"]),
        ("Sections I to III apply.", ["I", "III"]),
        ("Parts I, II and IV, and Annex X", ["I", "II", "IV", "X"]),
        ("ANNEX IV AND PART I", ["IV", "I"]),
        ("a phase I trial and a phase II trial", ["I", "II"]),
        ("Resolutions 2758 (XXVI) and 377 A (V), A. 1514 (XV)", ["2758 (XXVI)", "1514 (XV)"]),
        ("The part I like, and the section I wrote", []),
        ("Part I'm in, Class V8, Table X-ray", []),
        ("Chapter MIX and Volume LIX", ["LIX"]),
    ],
)
def test_numerals_behind_what_they_number_are_literals(text, found):
    assert [literal.text for literal in find(text)] == found


def test_all_numerals_of_two_letters():
    text = "IV. LIST OF II, CIVIL MIX, LOUIS XIV"
    assert [text[start:end] for start, end in every(text)] == ["IV", "II", "XIV"]


def test_looking_for_numerals_is_quick():
    assert find("Part I, " * 2_000 + "X" * 50_000)
