"""Boxes, tabs and lists inside one another: every word is read, and stands in its box on a page."""

import pytest

from transflow.documents import read_article

CASES = [
    pytest.param(
        '=== "Online"\n\n    1. One.\n\n        !!! note\n            Deleted after 90 days.\n\n    2. Two.\n',
        ["Online", "One.", "Deleted after 90 days.", "Two."],
        id="a box in a list in a tab",
    ),
    pytest.param(
        '=== "A"\n\n    === "B"\n\n        10. One.\n\n            !!! note "C"\n\n                Deep.\n\n            Item.\n',
        ["A", "B", "One.", "C", "Deep.", "Item."],
        id="in a tab in a tab",
    ),
    pytest.param(
        "- a\n\n    !!! tip\n        b\n\n        - c\n\n            !!! note\n                d\n\nAfter.\n",
        ["a", "b", "c", "d", "After."],
        id="a box in a list in a box in a list",
    ),
    pytest.param(
        "!!! note\n\n    - a\n\n        | b | c |\n        |---|---|\n        | d | e |\n\n        > f\n",
        ["a", "b", "c", "d", "e", "f"],
        id="a table and a quotation in a list in a box",
    ),
    pytest.param(
        "!!! note\n\n    ```\n    code\n\n    more code\n    ```\n\n    Text.\n",
        ["Text."],
        id="code with a blank line in a box is no text",
    ),
    pytest.param(
        "!!! note\n\n    Text.\n\n        code\n\n    More.\n",
        ["Text.", "More."],
        id="code by its indentation",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("source", "texts"), CASES)
def test_every_word_is_read_and_the_article_comes_back(source, texts):
    article = read_article(source.encode(), format="markdown")
    assert [segment.text for segment in article.segments] == texts
    assert article.render({}, "fr") == source.encode()


@pytest.mark.parametrize(("source", "texts"), CASES)
def test_a_page_shows_each_translation_and_no_markup(source, texts):
    article = read_article(source.encode(), format="markdown")
    page = article.html({one.id: f"x{one.text.upper()}" for one in article.segments}, "fr")
    assert all(f"x{text.upper()}" in page for text in texts)
    assert page.count("<div") == page.count("</div>")
    assert "&lt;" not in page


def test_boxes_that_end_together_end_from_the_inside_out():
    source = (
        "- a\n\n    !!! tip\n        b\n\n        - c\n\n            !!! note\n                d\n"
    )
    page = read_article(source.encode(), format="markdown").html({}, "en")
    inner = page.index("<p>d</p>")
    assert page.index("</div>", inner) < page.index("</li>", inner)


@pytest.mark.parametrize(
    ("source", "texts", "shown"),
    [
        (
            "/// note | Some *title*\nText.\n///\n\nAfter.\n",
            ["Some *title*", "Text.", "After."],
            '<div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title">Some <em>title</em></p>',
        ),
        (
            "/// details | More\n    open: True\n    type: warning\n\nInner.\n\n//// tip\nDeep.\n////\n///\n",
            ["More", "Inner.", "Deep."],
            '<details class="markdown-alert markdown-alert-warning"><summary class="markdown-alert-title">More</summary>',
        ),
        (
            "/// tab | Online\nInner.\n///\n",
            ["Online", "Inner."],
            '<div class="tab"><p class="tab-title">Online</p>',
        ),
        ("/// html | div.card\nInner.\n///\n", ["Inner."], "<div>\n<p>Inner.</p>\n</div>"),
        ("Above.\n\n/// caption\nFigure 1\n///\n", ["Above.", "Figure 1"], "<div>\n<p>Figure 1</p>"),
    ],
)  # fmt: skip
def test_blocks_of_pymdown_are_boxes_with_their_titles(source, texts, shown):
    article = read_article(source.encode(), format="markdown")
    assert [segment.text for segment in article.segments] == texts
    assert article.render({}, "fr") == source.encode()
    page = article.html({}, "en")
    assert shown in page
    assert "///" not in page
    assert "open:" not in page


@pytest.mark.parametrize(
    ("source", "title", "written"),
    [
        (":::note[Title]{.wide}\nText.\n:::\n", "Title", ':::note[x"y]{.wide}'),
        (":::tip {.wide}\nText.\n:::\n", None, ":::tip {.wide}"),
        (':::warning{title="Title"}\nText.\n:::\n', "Title", ':::warning{title="x&quot;y"}'),
    ],
)
def test_boxes_of_docusaurus_with_attributes(source, title, written):
    article = read_article(source.encode(), format="markdown")
    texts = [segment.text for segment in article.segments]
    assert texts == ([title] if title else []) + ["Text."]
    out = article.render({article.segments[0].id: 'x"y'} if title else {}, "fr").decode()
    assert out.startswith(f"{written}\n")
    assert "{" not in article.html({}, "en")


def test_slashes_that_nothing_closes_are_text():
    page = read_article(b"/// summary | no\n\nText.\n", format="markdown").html({}, "en")
    assert "<div" not in page


@pytest.mark.parametrize(
    ("source", "texts", "shown"),
    [
        (
            "```{note}\nThe hall is open. Come in.\n```\n",
            ["The hall is open.", "Come in."],
            '<p class="markdown-alert-title">Note</p>',
        ),
        (
            "````{admonition} A *fine* day\n:class: tip\n\nThe hall is open.\n\n```sh\nls\n```\n````\nAfter it.\n",
            ["A *fine* day", "The hall is open.", "After it."],
            '<p class="markdown-alert-title">A <em>fine</em> day</p>',
        ),
        (
            "````{tab-set}\n```{tab-item} Linux\nThe hall.\n```\n````\n",
            ["Linux", "The hall."],
            '<p class="tab-title">Linux</p>',
        ),
        (
            "```{figure} hall.png\n:width: 300\n\nThe hall.\n```\n",
            ["The hall."],
            "<p>The hall.</p>",
        ),
        (":::{versionadded} 2.0\nThe hall.\n:::\n", ["The hall."], "<p>The hall.</p>"),
        (
            '```admonish warning title="Wet floor"\nThe hall.\n```\n',
            ["Wet floor", "The hall."],
            '<div class="markdown-alert markdown-alert-warning"><p class="markdown-alert-title">Wet floor</p>',
        ),
        ("- One\n\n  ```{tip}\n  Two.\n  ```\n", ["One", "Two."], "markdown-alert-tip"),
    ],
)
def test_fences_of_myst_and_mdbook_that_hold_text_are_boxes(source, texts, shown):
    article = read_article(source.encode(), format="markdown")
    assert [segment.text for segment in article.segments] == texts
    assert article.render({s.id: s.text for s in article.segments}, "en") == source.encode()
    assert shown in article.html({}, "en")


@pytest.mark.parametrize(
    "source",
    [
        "```{code-block} python\nx = 1\n```\n",
        "```{math}\nx = 1\n```\n",
        "````md\n```{note}\nThe hall.\n```\n````\n",
        "```{note}\nThe hall, and nothing closes it.\n",
    ],
)
def test_fences_that_hold_code_hold_no_text(source):
    assert not read_article(source.encode(), format="markdown").segments


def test_no_title_ends_the_fence_it_stands_on():
    source = b"```{admonition} The hall\nText.\n```\n"
    article = read_article(source, format="markdown")
    written = article.render({"u1.s1": "La `salle`"}, "fr")
    assert written == b"```{admonition} La &#96;salle&#96;\nText.\n```\n"


OPTIONS = """# Pier

```{figure} pier.png
:alt: A pier at dawn
:width: 300

The *old* pier.
```

:::{figure} net.png
---
alt: "A net: torn"
name: net
---
A net.
:::

```{image} hall.png
:alt: The hall
```
"""


def test_options_of_myst_that_people_read_are_offered_and_written_in_place():
    article = read_article(OPTIONS.encode(), format="markdown")
    assert [segment.text for segment in article.segments] == [
        "Pier",
        "A pier at dawn",
        "The *old* pier.",
        "A net: torn",
        "A net.",
        "The hall",
    ]
    assert {segment.heading for segment in article.segments} == {"Pier"}
    words = {"A pier at dawn": "Steg: früh", "A net: torn": 'Ein "Netz"', "The hall": "Die Halle"}
    given = {s.id: words[s.text] for s in article.segments if s.text in words}
    assert article.render(given, "de").decode() == OPTIONS.replace(
        "A pier at dawn", "'Steg: früh'"
    ).replace('"A net: torn"', '"Ein \\"Netz\\""').replace("The hall", "Die Halle")
    assert article.render({}, "de").decode() == OPTIONS
    page = article.html(given, "de")
    assert "torn" not in page
    assert ":alt:" not in page


@pytest.mark.parametrize("box", ['=== "Kit"', '!!! note "Kit"'])
def test_a_table_right_below_the_text_of_a_box_is_a_table(box):
    source = f"{box}\n    Words.\n| Boat | Net |\n|------|-----|\n| Oak  | Hemp |\n"
    article = read_article(source.encode(), format="markdown")
    found = [segment.text for segment in article.segments]
    assert found == ["Kit", "Words.", "Boat", "Net", "Oak", "Hemp"]
    given = {segment.id: f"{segment.text} | x" for segment in article.segments[2:]}
    assert article.render(given, "de").decode().count("\\| x") == 4
    assert article.html(given, "de").count("<td>") == 2
    assert article.render({}, "de").decode() == source
