"""What site generators read as code, and boxes that they know and CommonMark does not."""

import re

import pytest

from tests.documents.skeleton import offered, read
from transflow.documents import read_article


@pytest.mark.parametrize(
    "code",
    [
        "import {\n  Alert,\n  Button,\n} from './components'\nexport const metadata = {title: 'Example'}",
        "import React, * as Dom from 'react-dom'",
        "<Chart render={() => null} size={3} />",
        "{items.map(item => (\n  item.name\n))}",
        "<<< @/snippets/a.js{2}",
        "%%\nask Ann\n%%",
        "^block-1",
        "(a-target)=",
        "[!INCLUDE [About the product](../includes/a.md)]",
        ':::image type="content" source="a.png" alt-text="A window.":::',
        ":::row-end:::",
        '<Tab :size="3" @click="go(x)" />',
        '{\n  "title": "A *net*",\n  "draft": true\n}',
        "+---+---+\n| A | B |\n+===+===+\n| 1 | x |\n+---+---+",
    ],
)
def test_code_of_generators_is_not_offered(code):
    assert offered(f"{code}\n\nWords.\n") == ["Words."]


def test_words_that_begin_like_code_are():
    for text in (
        "import taxes rise.",
        "{so to speak} it rose.",
        "(so it is) = true",
        "[!note that]",
    ):
        assert offered(f"{text}\n") == [text]


@pytest.mark.parametrize(
    ("box", "kind", "title"),
    [
        ("::: {.callout-note}\nText.\n:::\n", "note", ""),
        ('::: {.callout-warning title="Wet floor"}\nText.\n:::\n', "warning", "Wet floor"),
        ("::: Tip ::::::\nText.\n:::::\n", "tip", ""),
        (":::{tip} Wet floor\n:class: wide\n:name: floor\nText.\n:::\n", "tip", "Wet floor"),
    ],
)
def test_divs_of_pandoc_quarto_and_myst_are_boxes(box, kind, title):
    article = read(box + "\nAfter.\n")
    assert [s.text for s in article.segments] == [*([title] if title else []), "Text.", "After."]
    page = article.html({})
    assert f"markdown-alert-{kind}" in page
    assert ":::" not in page
    assert ":class:" not in page


def test_a_div_without_a_kind_is_no_box():
    article = read("::::: {#special .sidebar}\nOne.\n\nTwo.\n:::::\nAfter.\n")
    assert [segment.text for segment in article.segments] == ["One.", "Two.", "After."]
    assert article.html({}).startswith("<div>")


def test_the_title_of_an_alert_is_offered():
    article = read("> [!tip]- Wet floor\n> Text.\n")
    title, text = article.segments
    assert (title.text, text.text) == ("Wet floor", "Text.")
    given = {title.id: "Sol mouillé"}
    assert article.render(given, "fr").decode() == "> [!tip]- Sol mouillé\n> Text.\n"
    assert '<p class="markdown-alert-title">Sol mouillé</p>' in article.html(given, "fr")
    assert '<p class="markdown-alert-title">Tip</p>' in read("> [!tip]-\n> Text.\n").html({})


def test_a_chapter_without_a_number():
    (title,) = read("# Chapter {-}\n").segments
    assert title.text == "Chapter"


def test_a_title_block_of_pandoc_is_a_title_and_on_no_page():
    source = "% Water falls\n  in the *hills*\n% Ann Lee; Bob Ray\n% June 14, 2018\n\nText.\n"
    article = read(source)
    title, text = article.segments
    assert (title.text, title.kind, text.text) == ("Water falls in the *hills*", "title", "Text.")
    assert article.meta["title"] == "Water falls in the hills"
    assert article.html({}).strip() == "<p>Text.</p>"
    rendered = article.render({title.id: "L’eau *baisse*"}, "fr").decode()
    assert rendered == "% L’eau *baisse*\n% Ann Lee; Bob Ray\n% June 14, 2018\n\nText.\n"


def test_types_in_braces_stay_as_they_are():
    (segment,) = read("Takes {string\\[]|Buffer} or {null | Date}, not {so|and so}.\n").segments
    kept = [segment.text[span.start : span.end] for span in segment.spans]
    assert kept == ["{string\\[]|Buffer}", "{null | Date}"]


def test_what_is_indented_inside_a_component_is_text():
    source = (
        '<Tabs>\n  <TabItem label="Linux">\n\n    Text one\n    goes on. Two.\n\n    Three *now*.\n\n'
        "  </TabItem>\n</Tabs>\n\n    code outside\n\nAfter.\n"
    )
    article = read_article(source.encode(), format="markdown")
    texts = {segment.text: segment.id for segment in article.segments}
    assert list(texts) == ["Linux", "Text one goes on.", "Two.", "Three *now*.", "After."]
    given = {texts["Three *now*."]: "Trois *maintenant*."}
    wanted = source.replace("Three *now*", "Trois *maintenant*")
    assert article.render(given, "fr").decode() == wanted
    assert article.render({i: text for text, i in texts.items()}, "fr") == source.encode()


def test_lists_and_code_without_a_component_stay():
    for source in (
        "<Tab>\n\n    - one\n\n</Tab>\n",
        "Use <Tab> now.\n\n    let a\n",
        "<B>\n\n    let a\n\n</B>\n",
    ):
        article = read_article(source.encode(), format="markdown")
        assert not {"one", "let a"} & {segment.text for segment in article.segments}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("(@)  Boats sink.\n(@net)  Nets\n   tear.\n\nAs (@net) says.\n", ["Boats sink.", "Nets tear.", "As (@net) says."]),
        ("#. Haul in\n#. Row home\n", ["Haul in", "Row home"]),
        ("| The sea is wide\n| and cold\n", ["The sea is wide", "and cold"]),
        (": Boats by *year*\n  and port {#tbl:boats}\n", ["Boats by *year* and port {#tbl:boats}"]),
        ("Table: Boats by year {#tbl-boats}\n", ["Boats by year {#tbl-boats}"]),
        ('+++ {"tag": "sea"}\n\nWords.\n', ["Words."]),
        ("!> Mind the *gap*.\n\n?> See [it](a.md ':include').\n", ["Mind the *gap*.", "See [it](a.md ':include')."]),
        ("- [-] caulk\n- [>] paint\n- [x] sand\n", ["caulk", "paint", "sand"]),
        ('{% tabs %}\n{% tab title="One" %}\nRow out.\n{% endtab %}\n{% endtabs %}\n', ["Row out."]),
        ("> Row home.\n{.wide #home}\n", ["Row home."]),
    ],
)  # fmt: skip
def test_what_begins_a_line_is_in_no_sentence(source, found):
    """Examples, lists, verse and captions of Pandoc, tips of Docsify, tasks of Obsidian, tabs of GitBook."""
    article = read_article(source.encode(), format="markdown")
    assert [segment.text for segment in article.segments] == found
    out = article.render({s.id: s.text.upper() for s in article.segments}, "de").decode()
    marks = re.compile(r"(?m)^(?:\(@\w*\)|#\.|\||: |Table:|\+|[!?]>|- \[.\]|\{.*\}$)")
    assert marks.findall(out) == marks.findall(source)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("##The Hub\n", ["The Hub"]),
        ("##Midas\nMidas: One. Two.\n", ["Midas", "Midas: One.", "Two."]),
        ("Words\n###The *Hub* ###\n##水門##  \nand so\n", ["Words", "The *Hub*", "水門", "and so"]),
        ("- ##The C#\n  row\n\n> ##Out\\\n> home\n", ["The C#", "row", "Out", "home"]),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_headings_without_a_blank_keep_to_themselves(source, found, ends):
    """kramdown and older readers have headings there, CommonMark a paragraph."""
    source = source.replace("\n", ends)
    assert offered(source) == found
    article = read_article(source.encode(), format="markdown")
    out = article.render({s.id: s.text.upper() for s in article.segments}, "de").decode()
    assert out == source.upper()


def test_no_list_comes_of_the_translation_of_such_a_heading():
    article = read("##Midas\nRow out.\n")
    out = article.render({s.id: f"1. {s.text}" for s in article.segments}, "de").decode()
    assert out == "##1\\. Midas\n1\\. Row out.\n"


@pytest.mark.parametrize("text", ["#fff is white", "#tide and ##home", "##1a now", "Row ##out"])
def test_other_number_signs_are_text(text):
    assert offered(f"{text}\n") == [text]


TABLES = """\
  Boats     Nets
-------     ----
     12     torn
 a lone     whole

-------------------------
 Port     Who
 name     keeps it
-------- ----------------
 Bergen   Ida, who
          lives there.

 Oslo     Nobody.
-------------------------

--- ---
 12 old
--- ---

Words below.
"""


def test_tables_that_stand_by_their_columns_stay_as_they_are():
    for ends in ("\n", "\r\n"):
        assert offered(TABLES.replace("\n", ends)) == ["Words below."]
    assert offered("Words above\n\n--- ---\n\nWords below\n") == ["Words above", "Words below"]
