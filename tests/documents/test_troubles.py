"""What broke in other tools, on inputs of our own: front matter, blocks, sentences, pages."""

import html5lib
import pytest

from tests.documents.skeleton import as_html
from transflow.documents import read_article, spans
from transflow.errors import ArticleError
from transflow.model import SpanKind
from transflow.translation.spans import lift


def article(text, form="markdown", **kwargs):
    data = text if isinstance(text, bytes) else text.encode()
    return read_article(data, format=form, **kwargs)


def texts(text, form="markdown", **kwargs):
    return [segment.text for segment in article(text, form, **kwargs).segments]


def engine_texts(read_in):
    return [lift(s.text, s.spans, read_in.format).text for s in read_in.segments]


def translated(text, words, locale="de", form="markdown"):
    read_in = article(text, form)
    given = {s.id: words[s.text] for s in read_in.segments if s.text in words}
    assert len(given) >= len(words)
    return read_in.render(given, locale).decode()


FRONT = """---
omega: yes
title: "Rope: its uses"   # on cards
date: 2023-11-02
authors: ["d. hand", 'e. knot']
weight: 007
---

Rope holds.

---

Rope rests.
"""


def test_front_matter_keeps_everything_but_the_value():
    out = translated(FRONT, {"Rope: its uses": "Seil: wozu"})
    assert out == FRONT.replace('"Rope: its uses"', '"Seil: wozu"')
    assert texts(FRONT) == ["Rope: its uses", "Rope holds.", "Rope rests."]
    assert not any("---" in text for text in engine_texts(article(FRONT)))


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_windows_editors_change_no_entry(bom, end):
    data = bom + b"---\ntitle: Fern\n---\n\nFerns like\nshade.\n".replace(b"\n", end)
    read_in = article(data)
    assert [s.text for s in read_in.segments] == ["Fern", "Ferns like shade."]
    out = read_in.render({read_in.segments[1].id: "Farne mögen Schatten."}, "de")
    assert out.count(b"\n") == out.count(end)
    assert out.startswith(bom + b"---")


LISTS = """Tools:
- saw

    Keep it sharp.

    1. short
    1. long
        - rusty
- plane
* [ ] buy oil
* [x] buy glue
"""


def test_list_items_keep_indentation_and_markers():
    found = texts(LISTS)
    assert found == [
        "Tools:",
        "saw",
        "Keep it sharp.",
        "short",
        "long",
        "rusty",
        "plane",
        "buy oil",
        "buy glue",
    ]
    out = translated(LISTS, {text: text.upper() for text in found})
    for before, after in zip(LISTS.splitlines(), out.splitlines(), strict=True):
        lead = before[: len(before) - len(before.lstrip(" -*10.[]x"))]
        assert after.startswith(lead)


def test_a_heading_stays_one_line_and_a_long_line_no_list():
    source = "## Out of ink\n\nThe press opened on Monday.\n"
    long = "Eröffnet wurde sie\nam Sonntag, dem\n1. Mai, - trotz\n# Regen -"
    out = translated(source, {"Out of ink": "Keine\nTinte #", "The press opened on Monday.": long})
    page = as_html(out)
    assert page.count("<h2>") == page.count("<p>") == 1
    assert "<li>" not in page
    assert "Keine Tinte #" in page


def test_template_tags_are_bytes_that_no_engine_sees():
    source = 'See {{< image src="/old map.png" alt="It\'s old" >}} first.\n\n{% if page.map %}Mind it.{% endif %} [Map]({{ site.base }}/m)\n'
    read_in = article(source)
    assert engine_texts(read_in)[0] == "See first."
    assert not any("{" in text or "%" in text for text in engine_texts(read_in))
    out = read_in.render({s.id: f"* {s.text}" for s in read_in.segments}, "de").decode()
    for kept in (
        '{{< image src="/old map.png" alt="It\'s old" >}}',
        "{% if page.map %}",
        "({{ site.base }}/m)",
    ):
        assert kept in out


def test_markup_never_reaches_an_engine():
    source = "Press **[Start](go.md?x.y=1)**, then see ![a crab](crab.png) at <https://x.example:8080/>.\n"
    (sentence, *_) = engine_texts(article(source))
    for markup in ("](", "**", "![", "http", "go.md"):
        assert markup not in sentence
    spoiled = "Drücke ** [Start] (go.md? x_y = 1) **, dann! [Krabbe] (crab.png)."
    out = as_html(translated(source, {article(source).segments[0].text: spoiled}))
    assert "<a href" not in out
    assert "<strong>" not in out


def test_escapes_stay_escapes():
    source = "Press \\[Menu\\] or \\<Esc\\>; type 2\\*3\\*4 and a\\_b\\_c.\n"
    (segment,) = article(source).segments
    out = translated(
        source, {segment.text: segment.text.replace("Press", "Drücke").replace("type", "tippe")}
    )
    page = as_html(out)
    for shown in ("[Menu]", "&lt;Esc&gt;", "2*3*4", "a_b_c"):
        assert shown in page
    assert "<em>" not in page


def test_the_same_link_written_in_three_ways_stays_three():
    source = 'Ask the [desk](https://d.example/h?a=1&b=2 "Open daily").\n\nOr <https://d.example/> and [https://d.example/](https://d.example/).\n'
    read_in = article(source)
    out = read_in.render(
        {
            s.id: s.text.replace("Ask", "Frag").replace("Or", "Oder").replace("daily", "täglich")
            for s in read_in.segments
        },
        "de",
    ).decode()
    assert out == source.replace("Ask", "Frag").replace("Or ", "Oder ").replace("daily", "täglich")


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ('<p><a href="/l">Left</a> is not <a href="/r">right</a></p>', ['<a href="/l">Left</a> is not <a href="/r">right</a>']),
        ("<p>cell<sup>2</sup> un<wbr>known<br>next<span> step</span>, s<u>o</u>on</p>", ["cell<sup>2</sup> un<wbr>known", "next<span> step</span>, s<u>o</u>on"]),
        ('<p>Please <a href="/s"><em>see the <strong>whole</strong></em> list</a> today.</p>', ['Please <a href="/s"><em>see the <strong>whole</strong></em> list</a> today.']),
        ("<video controls><source src=a.webm>No film.</video><ol><li>One<li>Two</ol>", ["No film.", "One", "Two"]),
    ],
)  # fmt: skip
def test_pages_give_whole_sentences(source, wanted):
    assert texts(source, "html") == wanted
    assert not any("<" in text for text in engine_texts(article(source, "html")))


def test_words_around_a_break_opportunity_are_one_word():
    read_in = article("<p>un<wbr>known</p>", "html")
    assert engine_texts(read_in) == ["unknown"]


def test_share_previews_and_their_locale():
    source = (
        '<html lang="en"><head><meta property="og:title" content="Gull"><meta property="og:image" content="/g.png">'
        '<meta property="og:locale" content="en_GB"></head><body><img src=g.png alt="The &quot;Max&quot;"><img src=d alt="">'
        "<p>Bird</p></body></html>"
    )
    assert texts(source, "html") == ["Gull", 'The "Max"', "Bird"]
    out = translated(source, {"Gull": "Möwe", 'The "Max"': 'Die "Max"'}, "de-DE", "html")
    assert 'content="de_DE"' in out
    assert 'alt="Die &quot;Max&quot;"' in out
    assert 'alt=""' in out


@pytest.mark.parametrize("change", [str, lambda t: t.replace("&lt;", "<").replace("&amp;", "&")])
def test_text_about_markup_never_becomes_markup(change):
    source = '<p>Write &lt;script&gt; and &amp;nbsp; by hand, "so".</p>'
    (segment,) = article(source, "html").segments
    out = translated(source, {segment.text: change(segment.text) + " "}, "de", "html")
    tree = html5lib.parse(out, namespaceHTMLElements=False)
    assert tree.find(".//script") is None
    assert "<script>" in "".join(tree.itertext())


def test_what_no_engine_may_answer_with_markup():
    source = "Plus one point.\n\nNumber one sign\n\nIn May 1. came.\n\nLess than three.\n"
    words = {
        "Plus one point.": "+ ein Punkt.",
        "Number one sign": "# 1 Zeichen",
        "In May 1. came.": "1. Mai kam.",
        "Less than three.": "< 3 & mehr *sehr*",
    }
    page = as_html(translated(source, words))
    assert page == (
        "<p>+ ein Punkt.</p>\n<p># 1 Zeichen</p>\n<p>1. Mai kam.</p>\n<p>&lt; 3 &amp; mehr *sehr*</p>\n"
    )


def test_placeholders_are_found():
    found = spans("Move %1$s to %(box)s, {name}, %{count} and 10% down.", "text")
    assert [(s.kind, s.dest) for s in found] == [
        (SpanKind.PROTECTED, "%1$s"),
        (SpanKind.PROTECTED, "%(box)s"),
        (SpanKind.PROTECTED, "{name}"),
        (SpanKind.PROTECTED, "%{count}"),
    ]


def test_anchors_of_every_script():
    read_in = article("## 概要\n## 概要\n## Обзор\n## ⚙️ 設定!\n## ???\n", locale="ja")
    page = read_in.html({s.id: "X" for s in read_in.segments}, "en")
    for name in ("概要", "概要-1", "обзор", "設定", "section-5"):
        assert f'<h2 id="{name}">' in page


NAMED = (
    "Title: Rope: its uses\nDate: 2024-03-29 10:14\nTags: a, b\nSummary: Old rope.\n\nRope holds.\n"
)


def test_lines_of_names_and_values_are_front_matter():
    """As MultiMarkdown, Python-Markdown and Pelican read them."""
    read_in = article(NAMED)
    assert [segment.text for segment in read_in.segments] == [
        "Rope: its uses",
        "Old rope.",
        "Rope holds.",
    ]
    assert (str(read_in.meta["date"]), read_in.meta["tags"]) == ("2024-03-29", "a, b")
    words = {"Rope: its uses": "Seil: wozu", "Old rope.": "Altes\nSeil."}
    out = translated(NAMED, words)
    assert out == NAMED.replace("Rope: its uses", "Seil: wozu").replace("Old rope.", "Altes Seil.")
    given = {segment.id: words.get(segment.text, "") for segment in read_in.segments}
    assert read_in.writer.meta(given, "de")["title"] == "Seil: wozu"
    assert "Tags" not in read_in.html({}, "de")


@pytest.mark.parametrize(
    "text",
    [
        "Title: a\nWords of it.\n",
        "Note: a\nDate: today\n\nWords.\n",
        "Title: a\n\nDate: b\n",
        "Title: a\nDate: b\n# Head\n",
    ],
)
def test_a_paragraph_with_colons_is_no_front_matter(text):
    assert texts(text)[0].startswith(("Title", "Note"))
    assert "title" not in article(text).meta or article(text).meta["title"] != "a"


SIDES = "<<<<<<< HEAD\nIt is closed.\n=======\nIt is shut.\n>>>>>>> x\n"


@pytest.mark.parametrize("kind", ["markdown", "text"])
def test_both_sides_of_a_merge_are_no_article_unless_they_are_an_example(kind):
    with pytest.raises(ArticleError, match=r"article:3: holds a git conflict \(resolve"):
        read_article(f"Title\n\n{SIDES}".encode(), format=kind)
    shown = read_article(f"Words.\n\n```\n{SIDES}```\n".encode(), format="markdown")
    assert [segment.text for segment in shown.segments] == ["Words."]


@pytest.mark.parametrize("kind", ["markdown", "html", "text"])
def test_a_nul_character_in_a_text_is_told_with_its_line(kind):
    with pytest.raises(ArticleError, match="article:3: holds a NUL character"):
        read_article(b"Title\n\nThe door\0 is red.\n", format=kind)


def test_a_moment_that_cannot_be_read_is_told_with_its_line():
    text = b"---\ntitle: A\npublishDate: tomorrow-ish\n---\nWords.\n"
    (found,) = read_article(text, format="markdown").warnings
    assert found.line == 3
    assert found.message == (
        "publishDate 'tomorrow-ish' cannot be read, so no page of the article is out; "
        "write 2026-11-24, 24.11.2026 or 24 November 2026"
    )
