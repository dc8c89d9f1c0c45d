"""Old cuts kept."""

from hypothesis import given
from hypothesis import strategies as st

from transflow.segmentation import retile


def pieces(text, known):
    ranges = retile(text, known)
    return None if ranges is None else [text[start:end] for start, end in ranges]


def test_a_text_made_of_known_pieces_keeps_them():
    known = {"Mr.", "Hale came.", "He left.", "Unused."}
    assert pieces("Mr. Hale came.  He left.", known) == ["Mr.", "Hale came.", "He left."]
    assert pieces("Mr.\nHale\ncame. He left.", known) == ["Mr.", "Hale\ncame.", "He left."]


def test_longer_pieces_first_and_back_from_dead_ends():
    assert pieces("a b c", {"a b", "a", "b c"}) == ["a", "b c"]
    assert pieces("a b c", {"a b c", "a", "b", "c"}) == ["a b c"]


def test_a_changed_text_is_not_tiled():
    assert pieces("Mr. Hale came today.", {"Mr.", "Hale came."}) is None
    assert pieces("", {"a"}) is None
    assert pieces("a", set()) is None


@given(st.lists(st.text(alphabet="ab .", min_size=1, max_size=6).filter(str.strip), min_size=1))
def test_what_was_cut_is_found_again(parts):
    text = " ".join(parts)
    ranges = retile(text, parts)
    assert ranges is not None
    covered = "".join(text[start:end] for start, end in ranges)
    assert "".join(covered.split()) == "".join(text.split())


def test_many_equal_pieces_are_no_trap():
    assert retile("a" * 3000 + "b", {"a", "aa", "aaa"}) is None
