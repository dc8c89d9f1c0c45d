"""What further tools write into articles: sizes in brackets, fences, places, names of icons."""

import pytest

from tests.documents.skeleton import offered, read
from transflow.documents import read_article


@pytest.mark.parametrize(
    ("alt", "words"),
    [
        ("A pier|300", ["A pier"]),  # Obsidian
        ("A pier|690x300", ["A pier"]),  # Discourse
        ("A pier|690x300, 50%", ["A pier"]),
        ("bg left:40%", []),  # Marp
        ("w:300 h:20px", []),
        ("bg", []),
        ("bg of the harbour", ["bg of the harbour"]),
        ("Either|or", ["Either|or"]),
    ],
)
def test_the_size_and_place_of_an_image_are_no_alternative_text(alt, words):
    assert offered(f"![{alt}](a.png)\n") == words


def test_the_size_stays_behind_a_translated_text():
    article = read("![A pier|690x300](a.png)\n")
    rendered = article.render({article.segments[0].id: "Une jetée"}, "fr").decode()
    assert rendered == "![Une jetée|690x300](a.png)\n"
    page = '<p><img src="a.png" alt="A pier" width="690" height="300" /></p>'
    assert article.html({}).strip() == page


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        (':::row:::\n:::column span="2":::\nRow out.\n:::column-end:::\n:::row-end:::\n', ["Row out."]),
        ("- Row out\n  id:: 65f-a\n  collapsed:: true\n", ["Row out"]),
        ("::right::\n\nRow out.\n", ["Row out."]),
        ("::include{file=a.md}\n\nRow out.\n", ["Row out."]),
        ("::: mermaid\ngraph LR;\n Boat-->Quay\n:::\n\nRow out.\n", ["Row out."]),
        ("::: tip\nBoat-->Quay\n:::\n", ["Boat-->Quay"]),
        ('[quote="ann, post:1"]\nRow out. Now.\n[/quote]\n', ["Row out.", "Now."]),
        ("[spoiler]Row out.[/spoiler]\n", ["Row out."]),
        ("Row out{>>ask Ann<<} now.\n", ["Row out{>>ask Ann<<} now."]),
    ],
)  # fmt: skip
def test_fences_and_names_of_other_tools_are_no_text(source, texts):
    article = read_article(source.encode(), format="markdown")
    assert [each.text for each in article.segments] == texts
    assert article.render({s.id: s.text for s in article.segments}, "fr") == article.source
    if "{>>" in source:
        (span,) = article.segments[0].spans
        assert texts[0][span.start : span.end] == "{>>ask Ann<<}"


@pytest.mark.parametrize("name", ["material-icons", "material-symbols-outlined"])
def test_the_name_of_an_icon_stays(name):
    icon = f'<span class="{name}">home</span>'
    article = read(f"<p>Go {icon} now.</p><i class={name}>menu</i>", "html")
    (segment,) = article.segments
    (span,) = segment.spans
    assert (segment.text[span.start : span.end], span.atomic) == (icon, True)
    assert offered(f"Go {icon} now.\n") == [f"Go {icon} now."]


def test_a_template_that_browsers_show_at_once_is_read():
    shadow = '<a-card><template shadowrootmode="open"><h2><slot name="t">Boats</slot></h2></template></a-card>'
    assert offered(f"{shadow}<template><p>Nets</p></template>", "html") == ["Boats"]


def test_lines_of_template_tags_part_text_that_is_in_no_element():
    page = '{% extends "a.html" %}\n{% block title %}Row out. Now{% endblock %}\n{% block b %}\n<p>Nets</p>\n'
    assert offered(page, "html") == ["Row out.", "Now", "Nets"]


def test_a_name_behind_an_at_sign_is_not_cut():
    assert offered("Ask @System.String or me. Then row.\n") == [
        "Ask @System.String or me.",
        "Then row.",
    ]


MARKS = [
    pytest.param("Thanks to [name=Ann Lee] [time=Tue, Jun 3] again.", ["[name=Ann Lee]", "[time=Tue, Jun 3]"], id="HackMD"),
    pytest.param('See ~"to do", ~type::bug or ~5 m.', ['~"to do"', "~type::bug"], id="labels of GitLab"),
    pytest.param("It rose [#Lee2020], then [p. 3][#Lee:2021] fell [][#Lee].", ["[#Lee2020]", "[p. 3][#Lee:2021]", "[][#Lee]"], id="citations of MultiMarkdown"),
    pytest.param("See {ref}`the quay <quay>` and {abbr}`WHO`.", ["{ref}`the quay <quay>`", "{abbr}`WHO`"], id="roles of MyST"),
    pytest.param("As @fig:quay shows, @ann: wait.", ["@fig:quay"], id="pandoc-crossref"),
    pytest.param("Look [youtube https://x.example/v?a=1&w=3] here.", ["[youtube https://x.example/v?a=1&w=3]"], id="WordPress"),
    pytest.param(':badge[New]{title="Since May"} and :kbd[Ctrl] here.', [':badge[New]{title="Since May"}', ":kbd[Ctrl]"], id="directives"),
    pytest.param("So {~~old~>new~~}, {--gone--}, {++come++}.", ["{~~old~>new~~}", "~>", "{--gone--}", "{++come++}"], id="edits"),
    pytest.param("The [quay]{lang=fr} and [x]{name}.", ["[quay]{lang=fr}", "{name}"], id="attributes without a class"),
    pytest.param("See [#quay][#quay] and [see]: it is so [#3].\n\n[#quay]: /u", ["[#quay][#quay]"], id="a link is one"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "marks"), MARKS)
def test_marks_of_further_tools_are_one_piece_each(source, marks):
    segment = read(source).segments[0]
    assert [segment.text[span.start : span.end] for span in segment.spans] == marks


def test_what_a_directive_says_in_its_list_is_translated():
    assert offered(':badge[New]{title="Since May"} and [quay]{.x title="A pier"} here.') == [
        ':badge[New]{title="Since May"} and [quay]{.x title="A pier"} here.', "Since May", "A pier"
    ]  # fmt: skip


def test_a_substitution_stays_one_on_the_page():
    article = read("So {~~old~>new~~}.\n")
    (segment,) = article.segments
    words = {segment.id: "Ainsi {~~vieux~>neuf~~}."}
    assert article.html(words, "fr") == "<p>Ainsi <del>vieux</del><ins>neuf</ins>.</p>\n"


GOVSPEAK = """%Bring your licence. It is checked.%

^The office opens.^

@Apply by 5 May@

$CTA
[Apply now](https://x.example/apply)
$CTA

$C
**Press office**

Telephone: 020 7946 0000
$C

s1. Fill in the form. Sign it.

s2. Send it.

[Image:quay.png]

[embed:attachments:inline:12345]

$LegislativeList
* Sub.
$EndLegislativeList
"""


def test_marks_of_govspeak_are_no_text():
    assert offered(GOVSPEAK) == [
        "Bring your licence.", "It is checked.", "The office opens.", "Apply by 5 May",
        "[Apply now](https://x.example/apply)", "**Press office**", "Telephone: 020 7946 0000",
        "Fill in the form.", "Sign it.", "Send it.", "Sub.",
    ]  # fmt: skip


def test_signs_that_enclose_no_paragraph_stay_in_it():
    source = "@ann and @otto came.\n\n^[A note] is x^\n\n%s is 5 %\n"
    assert offered(source) == ["@ann and @otto came.", "^[A note] is x^", "%s is 5 %"]


MDC = """::block-hero{.wide}
---
cta: [Go, /x]
title: Head

image: a.png
---
#title
Row *out*.

#description
Come home. Rest.

  :::card{title="Nets"}
  ---
  icon: net
  ---
  Mend them.
  :::
::

Words below.
"""


def test_components_of_mdc_keep_their_names_and_hold_text():
    assert offered('::alert{type="warning"}\nText is here.\n::\n') == ["Text is here."]
    for ends in ("\n", "\r\n"):
        article = read_article(MDC.replace("\n", ends).encode(), format="markdown")
        assert [segment.text for segment in article.segments] == [
            "Row *out*.", "Come home.", "Rest.", "Nets", "Mend them.", "Words below.",
        ]  # fmt: skip
        assert article.render({s.id: s.text for s in article.segments}, "fr") == article.source
    page = article.html({})
    assert page.count("<p>") == 4
    assert not any(mark in page for mark in ("::", "#title", "icon", "cta"))


def test_components_of_mdc_may_be_as_deep_as_code():
    source = (
        '::tabs\n  :::tabs-item{label="x"}\n  Two.\n\n    ::::card{title="Nets"}\n    ---\n    a: b\n    ---\n'
        "    Row *out*.\n\n    - Rest\n\n    #foot\n    Go home.\n\n        code\n    ::::\n  :::\n::\n\nWords below.\n"
    )
    texts = ["Two.", "Nets", "Row *out*.", "Rest", "Go home.", "Words below."]
    article = read_article(source.encode(), format="markdown")
    assert [segment.text for segment in article.segments] == texts
    assert article.render({s.id: s.text for s in article.segments}, "fr") == article.source
    for text in texts:
        source = source.replace(text, text.upper())
    shouted = article.render({s.id: s.text.upper() for s in article.segments}, "fr").decode()
    assert shouted == source


def test_a_leaf_and_a_tag_are_none_of_mdc():
    source = "::toc\n\n#tag\n\n:::note\n::film{id=3}\nRow out.\n:::\n"
    article = read_article(source.encode(), format="markdown")
    assert [segment.text for segment in article.segments] == [
        "::toc",
        "#tag",
        "::film{id=3} Row out.",
    ]


@pytest.mark.parametrize(
    ("opening", "closing"), [(":::{card}", ":::"), ("```{grid-item-card}", "```")]
)
def test_the_parts_of_a_card_stay_parts(opening, closing):
    source = f"{opening} Title\n:link: a\n\nHead\n^^^\nBody *so*.\nOn.\n+++\nFoot\n{closing}\n"
    article = read_article(source.encode(), format="markdown")
    texts = [segment.text for segment in article.segments]
    assert texts == ["Title", "Head", "Body *so*.", "On.", "Foot"]
    assert article.render({s.id: s.text for s in article.segments}, "fr") == article.source
    shouted = article.render({s.id: s.text.upper() for s in article.segments}, "fr").decode()
    assert shouted.splitlines()[4::3] == ["^^^", "+++"]
    assert "^^^" not in article.html({})


def test_signs_that_part_cards_are_text_elsewhere():
    assert offered("Words\n^^^\nmore\n") == ["Words ^^^ more"]
