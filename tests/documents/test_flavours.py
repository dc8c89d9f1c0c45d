"""Marks that Obsidian, MkDocs, Pandoc and others read in Markdown."""

import pytest

from transflow.documents import read_article, spans
from transflow.model import SpanKind


def marks(text):
    return [text[span.start : span.end] for span in spans(text, "markdown")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("See [[Fish Market]] and ![[pier.png]].", ["[[Fish Market]]", "![[pier.png]]"]),
        ("Some 40 km^2^ and 10^-3^ here.", ["40 km^2^", "10^-3^"]),
        ("约有40 km^2^的水。", ["40 km^2^"]),
        ("Press ++ctrl+alt+del++ now.", ["++ctrl+alt+del++"]),
        ("Known [@smith2020, p. 5] before.", ["[@smith2020, p. 5]"]),
        ("Known [see @ann, pp. 3-5] before.", ["[see @ann, pp. 3-5]"]),
        ("Known [See also @ann; @bob] before.", ["[See also @ann; @bob]"]),
        ("Known [so does -@ann, ch. 2] before.", ["[so does -@ann, ch. 2]"]),
        ("Known [after @lee2020a] before.", ["[after @lee2020a]"]),
        ("See (\\#fig:nice-net) and (\\#tab:x).", ["(\\#fig:nice-net)", "(\\#tab:x)"]),
        ("Seen %%ask Ann%% by all ^block-1", ["%%ask Ann%%", "^block-1"]),
        ("[!faq]- Can they fold?", ["[!faq]-"]),
        ('See [gallery ids="1,2" columns=3] below.', ['[gallery ids="1,2" columns=3]']),
        ("Write [code]a = *1*[/code] there.", ["[code]a = *1*[/code]"]),
        (
            "It is \\begin{align*} a*b & = 2 * c \\end{align*} here.",
            ["\\begin{align*} a*b & = 2 * c \\end{align*}"],
        ),
        ("See \\@ref(fig:map) and `<br>`{=html} here.", ["\\@ref(fig:map)", "`<br>`", "{=html}"]),
    ],
)
def test_names_and_commands_stay_as_they_are(text, wanted):
    found = spans(text, "markdown")
    assert [text[span.start : span.end] for span in found] == wanted
    assert all(span.atomic for span in found)


@pytest.mark.parametrize(
    ("text", "opening", "inner"),
    [
        ("Read [[Hours|when it *opens*]] now.", "[[Hours|", "when it *opens*"),
        ("It is ==very [cold](a.md)== here.", "==", "very [cold](a.md)"),
        ("A fee of ++12 euros++ is due.", "++", "12 euros"),
        ("这是==很冷==的。", "==", "很冷"),
        ("Known to [all *of* us]{.underline} here.", "[", "all *of* us"),
        ("It rose.^[By [half](a.md), they say.]", "^[", "By [half](a.md), they say."),
        (
            'See [button link="http://a.org/x" size=3]the hours[/button] now.',
            '[button link="http://a.org/x" size=3]',
            "the hours",
        ),
        ("A [b]bold *word*[/b] here.", "[b]", "bold *word*"),
        ("A <>part of *it*</> here.", "<>", "part of *it*"),
    ],
)
def test_pairs_stand_around_words(text, opening, inner):
    (pair,) = [span for span in spans(text, "markdown") if span.kind is SpanKind.HTML]
    assert text[pair.start : pair.inner_start] == opening
    assert text[pair.inner_start : pair.inner_end] == inner


def test_what_only_looks_like_them_is_text():
    for text in (
        "x == y and z == w",
        "C++ and g++ compile",
        "a==b and c==d",
        "2^10 is 1024 and 2^20 more",
        "50%% of these and 20%% of those",
        "See `[[x]] ==y==`.",
        "Mail [@home] ^ and ^",
    ):
        assert not [mark for mark in marks(text) if mark[:2] in {"==", "++", "[[", "%%"}]
        assert not [mark for mark in marks(text) if "^" in mark]


@pytest.mark.parametrize(
    "text", ["So [thanks to @ann] now.", "So [ask @ann, please] now.", "See (#fig:x) now."]
)
def test_names_between_brackets_are_text(text):
    assert marks(text) == []


@pytest.mark.parametrize("many", ["[a ", "[see @a,", "[a @a2020 ", "(\\#a", "@a [" * 9])
def test_many_open_brackets_are_read(many):
    assert marks(many * (20000 // len(many))) == []


def test_a_link_around_brackets_is_a_link():
    (link,) = spans("See [[1]](#one) there.", "markdown")
    assert link.kind is SpanKind.LINK


def test_a_pair_crosses_nothing():
    assert marks("*a ==b* c== d") == ["*a ==b*"]
    assert marks("**a ==b== c**") == ["**a ==b== c**", "==b=="]


def test_pages_show_what_is_raised_marked_and_inserted():
    article = read_article(b"It has 40 km^2^ of ==very== ++cold++ water.", format="markdown")
    assert article.html({}, "en").strip() == (
        "<p>It has 40 km<sup>2</sup> of <mark>very</mark> <ins>cold</ins> water.</p>"
    )


def test_brackets_are_no_shortcodes_or_lists():
    for text in ("A list [a, b] and [sic].", "It is [x]{y}.", "As \\[n]{.z} says.", "[no=1](a.md)"):
        assert not [mark for mark in marks(text) if mark[:1] == "[" and not mark.endswith(")")]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ('See [gallery ids="1,2"] below.', ['[gallery ids="1,2"]']),
        ('[caption id="3"]A boat[/caption] left.', ['[caption id="3"]A boat[/caption]']),
        ("Dear *|FNAME|* or %%NAME%%,", ["*|FNAME|*", "%%NAME%%"]),
        ("See [note] and [a/b] and [1='2'].", []),
    ],
)
def test_shortcodes_and_names_to_fill_in_stay_as_they_are_on_pages(text, pieces):
    assert [text[span.start : span.end] for span in spans(text, "html")] == pieces


def test_a_note_in_a_sentence_belongs_to_the_sentence_before_it():
    article = read_article(b"It rose.^[By half. So they say.] Then it fell.\n", format="markdown")
    assert [segment.text for segment in article.segments] == [
        "It rose.^[By half. So they say.]",
        "Then it fell.",
    ]


def test_what_a_caption_of_wordpress_holds_is_offered_and_its_arguments_are_not():
    text = '[caption id="a3" width="300"]<img src="a.jpg" alt="A boat" /> The *boat*.[/caption]\n\n[gallery ids="1,2"]\n'
    article = read_article(text.encode(), format="markdown")
    caption, alt = article.segments
    assert alt.text == "A boat"
    written = article.render(
        {caption.id: caption.text.replace("The *boat*", "Le *bateau*"), alt.id: "Un bateau"}, "fr"
    )
    assert written.decode() == text.replace("The *boat*", "Le *bateau*").replace(
        "A boat", "Un bateau"
    )


def test_an_environment_of_latex_over_lines_is_no_text():
    text = "\\begin{equation}\ny_1 + 2 = *3*\n\\end{equation}\n\nWords.\n"
    assert [s.text for s in read_article(text.encode(), format="markdown").segments] == ["Words."]
