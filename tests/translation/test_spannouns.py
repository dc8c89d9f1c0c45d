"""Markup that travels as a word, and markup that hangs on one."""

import pytest

from transflow.documents import spans
from transflow.translation.spannouns import beside, nouns, restored


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Press <kbd>Ctrl</kbd>+<kbd>C</kbd> now.", ["<kbd>Ctrl</kbd>", "<kbd>C</kbd>"]),
        (
            "In <ruby>東京<rp>(</rp><rt>Tokyo</rt><rp>)</rp></ruby> now.",
            ["<ruby>東京<rp>(</rp><rt>Tokyo</rt><rp>)</rp></ruby>"],
        ),
        ("The H<sub>2</sub>O level.", ["H<sub>2</sub>O"]),
        ("Some 20 m<sup>2</sup> of CO<sub>2</sub>.", ["20 m<sup>2</sup>", "CO<sub>2</sub>"]),
        ("It has 1,200 km<sup>2</sup>.", ["km<sup>2</sup>"]),
        ("The 20<sup>th</sup> of May.", []),
        ("It grew<sup>1</sup> fast.", []),
        ("See <img src='i'> and <br> it.", []),
    ],
)
def test_what_travels_as_a_word(text, wanted):
    ranges, _ = nouns(text, spans(text, "html"))
    assert [text[start:end] for start, end in ranges] == wanted


def test_a_lowered_figure_between_tildes_is_part_of_its_formula():
    text = "The H~2~O level, C~6~H~12~O~6~ and ~old~ words."
    ranges, _ = nouns(text, spans(text, "markdown"))
    assert [text[start:end] for start, end in ranges] == ["H~2~O", "C~6~H~12~O~6~"]


def test_attributes_stay_behind_what_they_are_about():
    for written in ("{: .wide }", "{ .btn .wide }", '{ target="_blank" }', "{#id}"):
        text = f"[guide](x.md){written} now"
        ranges, (link,) = nouns(text, spans(text, "markdown"))
        assert text[link.inner_end : link.end] == f"](x.md){written}"
    text = "Some `code`{: .js } now"
    ranges, _ = nouns(text, spans(text, "markdown"))
    assert [text[start:end] for start, end in ranges] == ["`code`{: .js }"]


@pytest.mark.parametrize(
    "note", ["<sup>1</sup>", '<sup><a href="#fn1">1</a></sup>', "<sup>*</sup>", "<sup>TM</sup>"]
)
def test_a_raised_sign_behind_a_word_is_copied_with_all_that_is_in_it(note):
    text = f"The number grew{note} in many countries."
    ranges, kept = nouns(text, spans(text, "html"))
    assert ranges == []
    assert [(text[span.start : span.end], span.atomic) for span in kept] == [(note, True)]


@pytest.mark.parametrize(
    ("markup", "before", "after", "wanted"),
    [
        ("`b`", "`", "", " `b`"),
        ("`b`", "是", "，", "`b`"),
        ("https://x.org", " ", " ", "https://x.org"),
        ("https://x.org", "见", "。", "<https://x.org>"),
        ("a@x.org", "", "：", "<a@x.org>"),
        ("www.x.org", "见", "。", " www.x.org "),
        ("<https://x.org>", "见", "。", "<https://x.org>"),
    ],
)
def test_code_and_addresses_stay_apart_from_their_neighbours(markup, before, after, wanted):
    assert beside(markup, before, after, "markdown") == wanted
    inside = restored(f"{before}\ue000{after}", [("\ue000", markup)], "markdown")
    found = [span.dest for span in spans(inside, "markdown")]
    own = [span.dest for span in spans(markup, "markdown")]
    assert own[0] in found or before == "`"
