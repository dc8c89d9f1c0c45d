"""Figures and words that people stress, which find their place without an engine."""

import pytest

from transflow.documents import spans
from transflow.translation.smallwords import is_small
from transflow.translation.spans import lift, place
from transflow.translation.spanwords import words


@pytest.mark.parametrize(
    ("source", "draft", "wanted"),
    [
        ("He does **not** smoke.", "Il ne fume pas.", "Il ne fume **pas**."),
        ("He does **not** agree.", "Él no está de acuerdo.", "Él **no** está de acuerdo."),
        ("They do **not** support it.", "他们不支持它。", "他们**不**支持它。"),
        ("Tell us *how* you work.", "请告诉我们如何工作。", "请告诉我们*如何*工作。"),
        ("Apples **and** pears are sold.", "Se venden manzanas y peras.", "Se venden manzanas **y** peras."),
        ("Only **all** of them may go.", "Seuls tous peuvent partir.", "Seuls **tous** peuvent partir."),
    ],
)  # fmt: skip
def test_a_word_that_is_stressed_is_found_by_what_it_means(source, draft, wanted):
    placed = place(lift(source, spans(source, "markdown"), "markdown"), draft)
    assert placed.text == wanted
    assert placed.sure


def test_a_word_that_is_there_twice_is_not_known():
    """The second `no` is of `none`: which one is stressed nothing but an engine can tell."""
    source = "He does **not** want one of them."
    placed = place(
        lift(source, spans(source, "markdown"), "markdown"), "No quiere ninguno, no de ellos."
    )
    assert not placed.sure


def test_a_time_and_a_telephone_number_are_one_word():
    assert words("会议于10:00开始") == ["会", "议", "于", "10:00", "开", "始"]
    assert words("Call +46 8 123 now.") == ["Call", "+46 8 123", "now"]
    assert words("2+3 is 5") == ["2", "3", "is", "5"]


def test_names_in_capitals_are_no_pronouns():
    assert is_small("us")
    assert is_small("It")
    assert not is_small("US")
    assert not is_small("IT")
