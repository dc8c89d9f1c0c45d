"""Small documents of kinds that generators of documents find: what is read, and that the tree stays."""

import pytest

from tests.documents.skeleton import as_html, pseudo, skeleton
from transflow.documents import read_article

DEFINITIONS = [
    pytest.param("[map]\n\n- [map]: /m\n", id="in an item"),
    pytest.param("4. [map]\n7. [map]: /m\n", id="in the next item"),
    pytest.param("Word\n: [map]\n\n0. [map]: /m\n", id="behind a list of words"),
    pytest.param("- > [map]: /m\n\n[map]\n", id="in a quotation in an item"),
    pytest.param("[^1]: [map]: /m\n\n[map]\n", id="in a note"),
    pytest.param("[map]\n\n> [!NOTE]\n> [map]: /m\n", id="in an alert"),
    pytest.param("??? note\n[map]: /m\n\n# [map]\n", id="right below a box's first line"),
]


@pytest.mark.parametrize("source", DEFINITIONS)
def test_a_definition_is_found_wherever_it_stands(source):
    article = read_article(source.encode(), format="markdown")
    # The label is written out, so that a translated text still finds its definition.
    assert "[map][map]" in [segment.text for segment in article.segments]


READ = [
    pytest.param("6. >\n\n    Two\n\n#\n", ["Two"], id="an empty heading"),
    pytest.param(' !!! note ""\n\n     code\n', ['!!! note ""'], id="no box, and code below it"),
    pytest.param("    :::tip Words\n\nText\n\n:::\n", ["Text"], id="a box's first line as code"),
    pytest.param('=== "Tab"\n    In it.\nBelow it.\n', ["Tab", "In it.", "Below it."], id="below a tab"),
    pytest.param("??? note\n    In it.\n    So too.\nBelow it.\n", ["In it.", "So too.", "Below it."], id="below a box"),
    pytest.param("!!! note\n    In it.\n\n      Further in.\n", ["In it.", "Further in."], id="two blanks are no code"),
    pytest.param("A (*&nbsp;*).\n", ["A (*&nbsp;*)."], id="emphasis of a no-break space"),
    pytest.param("So ][http://x.example/a goes.\n", ["So ][http://x.example/a goes."], id="an address behind a bracket"),
    pytest.param("[https://x.example][https://y.example] **so**\n", ["[https://x.example][https://y.example] **so**"], id="two addresses in brackets"),
    pytest.param("（**Red****\n", ["（**Red****"], id="more stars behind than before"),
    pytest.param("*Red**\n", ["*Red**"], id="one star too many"),
    pytest.param("*[WHO]: World Health\nThe next line.\n", ["World Health", "The next line."], id="below an abbreviation"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "texts"), READ)
def test_all_words_are_read_and_the_page_keeps_its_tree(source, texts):
    article = read_article(source.encode(), format="markdown")
    assert [segment.text for segment in article.segments] == texts
    words = {segment.id: pseudo(segment) for segment in article.segments}
    assert skeleton(article.html(words, "fr")) == skeleton(article.html({}, "fr"))
    if not any(mark in source for mark in ("!!!", "???", ":::", "===")):
        rendered = article.render(words, "fr").decode()
        assert skeleton(as_html(rendered)) == skeleton(as_html(source))


@pytest.mark.parametrize("mark", ["END", "-- ENDS --", "\\###", "**ENDS**", "-30-"])
def test_an_end_mark_of_a_press_release_is_no_text(mark):
    article = read_article(f"The tide turns.\n\n{mark}\n\nCall us.\n".encode(), format="markdown")
    assert [segment.text for segment in article.segments] == ["The tide turns.", "Call us."]


def test_an_item_or_a_cell_that_says_end_is_text():
    article = read_article(b"- Start\n- End\n\n| End | b |\n|---|---|\n", format="markdown")
    assert [segment.text for segment in article.segments] == ["Start", "End", "End", "b"]


INSIDE = [
    pytest.param("<div markdown>\n- a\n  - b\n- **c** d\n</div>\n", ["a", "b", "**c** d"], id="a list"),
    pytest.param('> <div markdown="1">\n> - a\n> - b\n> </div>\n', ["a", "b"], id="a list in a quotation"),
    pytest.param(
        '<div markdown="1">\n  # Head\n  Words here.\n  > Quote\n</div>\n', ["Head", "Words here.", "Quote"], id="indented"
    ),
    pytest.param("<section markdown>\n| a | b |\n|---|---|\n| c \\| e | d |\n</section>\n", ["a", "b", "c | e", "d"], id="a table"),
    pytest.param(
        "<div markdown>\n[a]: /u\nSee [a] and [b].\n</div>\n\nAnd [a].\n\n[b]: /v\n",
        ["See [a][a] and [b][b].", "And [a][a]."], id="definitions hold inside and outside",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("source", "texts"), INSIDE)
def test_markdown_in_an_element_of_html_is_read_in_blocks(source, texts):
    article = read_article(source.encode(), format="markdown")
    assert [segment.text for segment in article.segments] == texts
    assert (
        article.render({segment.id: segment.text for segment in article.segments})
        == source.encode()
    )
    words = {segment.id: pseudo(segment) for segment in article.segments}
    assert skeleton(article.html(words, "fr")) == skeleton(article.html({}, "fr"))


def test_references_on_the_page_of_markdown_in_html_are_links():
    source = "<div markdown>\n[a]: /u\nSee [a] and [b].\n</div>\n\nAnd [a].\n\n[b]: /v\n"
    page = read_article(source.encode(), format="markdown").html({})
    assert page.count('href="/u"') == 2
    assert page.count('href="/v"') == 1


@pytest.mark.parametrize(
    ("source", "translation", "written"),
    [
        ("Read the _guide_ now.", "请阅读_指南_吧。", "请阅读<em>指南</em>吧。"),
        ("Read __the guide__ now.", "请阅读__指南__吧。", "请阅读<strong>指南</strong>吧。"),
        ("Use `词_b_` and _so_.", "使用`词_b_`和_如此_吧。", "使用`词_b_`和<em>如此</em>吧。"),
        ("See [it](u_v_) _so_.", "见[它](u_v_)_如此_吧。", "见[它](u_v_)<em>如此</em>吧。"),
        ("A plain snake_case_word.", "一个snake_case_word词。", "一个snake_case_word词。"),
    ],
)
def test_emphasis_between_underlines_holds_beside_chinese_letters(source, translation, written):
    article = read_article(source.encode(), format="markdown")
    assert article.render({"u1.s1": translation}, "zh-Hans").decode() == written


def test_single_tildes_strike_out_beside_chinese_letters():
    article = read_article(b"This is ~so~ here, and H~2~O.", format="markdown")
    page = article.html({"u1.s1": "这里是~如此~的H~2~O。"}, "zh-Hans")
    assert page == "<p>这里是<del>如此</del>的H<sub>2</sub>O。</p>\n"


PIECES = [
    ("markdown", "See [https://x.example/a] now.", ["https://x.example/a"]),
    ("markdown", "See [https://x.example/a](/u) now.", []),
    ("markdown", "A mail [me@x.example].", ["me@x.example"]),
    ("markdown", "Here \\(a^2 + b\\) is it.", ["\\(a^2 + b\\)"]),
    ("markdown", "So \\\\[x = y\\\\] goes.", ["\\\\[x = y\\\\]"]),
    ("markdown", "An \\[optional\\] word \\(so\\).", []),
    ("html", "So \\(a+b\\) and $x^2$ go.", ["\\(a+b\\)", "$x^2$"]),
    ("html", "So $$E=mc^2$$ goes.", ["$$E=mc^2$$"]),
    ("html", "It costs $5 and $6 now.", []),
    ("text", "So $\\alpha$ goes.", ["$\\alpha$"]),
]


@pytest.mark.parametrize(("form", "text", "pieces"), PIECES)
def test_addresses_between_brackets_and_formulas_stay_as_they_are(form, text, pieces):
    (segment,) = read_article(text.encode(), format=form).segments
    found = [text[span.start : span.end] for span in segment.spans if span.kind == "protected"]
    assert found == pieces


def test_code_that_is_left_open_goes_on_to_the_end_of_what_it_stands_in():
    for source, code in [
        ("A <code>let x = 1 and so on.", "<code>let x = 1 and so on."),
        ("A *b <code>let x* and so on.", "<code>let x"),
    ]:
        (segment,) = read_article(source.encode(), format="markdown").segments
        assert [source[s.start : s.end] for s in segment.spans if s.kind == "code"] == [code]
        written = read_article(source.encode()).render({segment.id: f"Là. {segment.text}"}, "fr")
        assert written.decode() == f"Là. {source}"


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        (
            "| Kit | Use |\n|---|---|\n| Boats | <ul><li>Row *out*</li><li>Row home</li></ul> |\n",
            ["Kit", "Use", "Boats", "Row *out*", "Row home"],
        ),
        ("Type <pre>a  *b*\nc</pre> twice.\n", ["Type", "twice."]),
        ("- Nets <p>and rods</p> are dear\n", ["Nets", "and rods", "are dear"]),
        (
            "| Knot | Rope |{% for k in knots %}\n|---|---|{% endfor %}\n| Reef | Hemp |\n",
            ["Knot", "Rope", "Reef", "Hemp"],
        ),
        ("> [!faq]- Can *they* fold?\n> They can.\n", ["Can *they* fold?", "They can."]),
    ],
)
def test_what_ends_a_paragraph_ends_a_sentence(source, texts):
    """Elements of HTML in a cell or an item, the title of a callout, a tag of Liquid behind a row."""
    article = read_article(source.encode(), format="markdown")
    assert [segment.text for segment in article.segments] == texts
    assert article.render({}, "de").decode() == source
    out = article.render({segment.id: pseudo(segment) for segment in article.segments}, "de")
    assert skeleton(as_html(out.decode())) == skeleton(as_html(source))


def test_a_blank_line_in_a_translation_ends_no_block_of_html():
    source = (
        "- Gear\n\n  <details>\n  <summary>More</summary>\n  </details>\n\n<div>\nTop\n</div>\n"
    )
    article = read_article(source.encode(), format="markdown")
    out = article.render({segment.id: "Eins\n\nzwei" for segment in article.segments}, "de")
    assert skeleton(as_html(out.decode())) == skeleton(as_html(source))


def test_a_backslash_at_the_end_of_a_cell_escapes_no_pipe():
    source = "|Boat|Net|\n|-|-|\n|oak|hemp|\n"
    article = read_article(source.encode(), format="markdown")
    out = article.render({segment.id: "C:\\" for segment in article.segments}, "de").decode()
    assert skeleton(as_html(out)) == skeleton(as_html(source))
