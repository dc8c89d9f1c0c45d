"""Figures and words that people stress, which find their place without an engine."""

import pytest

from tests.translation.boxes import Scripted
from tests.translation.test_translator import drafted
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


@pytest.mark.parametrize(
    ("locale", "answer", "wanted"),
    [
        ("fr", "L’acte 71 a coûté 83 d’euros.", "L’acte *A/RES/75/1* a coûté **2,5 milliards €** d’euros."),
        ("ru", "По резолюции 71 потратили 83.", "По резолюции *A/RES/75/1* потратили **2,5 млрд €**."),
        ("zh-Hans", "这项71决议用了83。", "这项*A/RES/75/1*决议用了 **€25亿**。"),
    ],
)  # fmt: skip
def test_emphasis_is_around_the_whole_of_a_literal(locale, answer, wanted):
    box = Scripted(lambda _: answer, target=locale)
    (draft,) = drafted(box, "Resolution *A/RES/75/1* cost **€2.5bn**.", locale=locale)
    assert draft.text.replace("\u00a0", " ") == wanted
    assert not [one for one in draft.findings if one.rule == "markup-place"]


def test_a_link_around_the_end_of_a_sentence_has_one_full_stop():
    box = Scripted(lambda _: "C’est à 71..", target="fr")
    (draft,) = drafted(box, "It is at [9:30 p.m.](a.md).", locale="fr")
    assert ".." not in draft.text


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
