"""What GitHub's Markdown adds to CommonMark: the same bytes back, the same structure translated.

Tables, task lists, strikethrough, autolinks and raw HTML that GitHub disallows, each in what its
specification (https://github.github.com/gfm/) has rules about. The inputs are our own.
"""

import pytest

from tests.documents.skeleton import as_html, pseudo, skeleton
from transflow.documents import read_article

TABLES = [
    "| Port | Depth |\n| --- | ---: |\n| Anna | 4 m |\n| Old quay | *two* m |\n",
    "Port | Depth\n:-: | -\nAnna | four\n",
    "| Port |\n|:-----|\n| a \\| b |\n| `a \\| b` and **c \\| d** |\n",
    "| Port | Depth |\n| --- | --- |\n| Anna | four |\n> A quote ends it.\n",
    "| Port | Depth |\n| --- | --- |\n| Anna | four |\nstill a row\n\nA paragraph.\n",
    "| Port | Depth |\n| --- |\n| no table |\n",
    "| Port | Depth |\n| --- | --- |\n| one |\n| one | two | three too many |\n",
    "| Only | a head |\n| --- | --- |\n",
    "- In a list:\n\n  | Port | Depth |\n  | --- | --- |\n  | Anna | four |\n",
    '> | Port | Depth |\n> | --- | --- |\n> | [Anna](a.md "The | port") | ![map](m.png) |\n',
    "| 港口 | Tiefe (m) |\n|---|:--|\n| 安娜 | <b>vier</b> & mehr |\n",
    "A line before\n| Port | Depth |\n| --- | --- |\n| ~~Anna~~ | www.port.example/anna |\n",
]
TASKS = [
    "- [ ] paint the hull\n- [x] buy *rope*\n",
    "- [x] outer\n  - [ ] inner one\n  - [x] inner two\n- [ ] last\n",
    "1. [ ] first\n2. [X] second\n",
    "* [ ] one\n\n  A paragraph in it.\n* [ ] two\n",
    "- [ ]no task\n- [y] no task\n- [ ]\n",
    "+ [x] ~~done~~ https://port.example/a\n",
]
STRIKES = [
    "~~Closed~~ Open again.\n",
    "A ~single~ tilde, and ~~~three~~~ of them.\n",
    "This ~~has a\n\nnew paragraph~~ in it.\n",
    "**Bold ~~struck *deep*~~ text** goes on.\n",
    "~~[Old map](old.md)~~ and \\~~not struck~~.\n",
]
AUTOLINKS = [
    "See www.port.example for more.\n",
    "Visit www.port.example/help, then www.port.example/a_b_c?q=(x).\n",
    "(www.port.example/search?q=Quay+(old))\n",
    "www.port.example/search?q=(quay))+ok\n",
    "http://port.example and (https://port.example/?q=Deep+(water))\n",
    "www.port.example/?q=deep&hl=en and www.port.example/?q=deep&hl;\n",
    "www.port.example/he<lp\n",
    "Write to ann.reed@port.example or a+b@mail+x.example.\n",
    "a.b-c_d@a.b and a.b-c_d@a.b. but not a.b-c_d@a.b- or a.b-c_d@a.b_\n",
    "mailto:ann@port.example and xmpp:ann@port.example/txt stay.\n",
    "**https://port.example/a** *www.port.example* ~~ann@port.example~~\n",
    "<https://port.example/a> and [a link](https://port.example) and `www.port.example`.\n",
    "Deep:https://port.example/x, “https://port.example/y”.\n",
]
RAW = [
    "<strong> <title> <style> <em>\n\n<blockquote>\n  <xmp> is disallowed.  <XMP> is too.\n</blockquote>\n",
    "Text <textarea>kept as it is</textarea> text.\n",
    '<iframe src="m.html"></iframe>\n\nBelow the map.\n',
    "Inline <noembed>x</noembed> and <plaintext> here.\n",
]


@pytest.mark.parametrize("markdown", [*TABLES, *TASKS, *STRIKES, *AUTOLINKS, *RAW])
def test_the_extensions_of_github(markdown):
    for text in (markdown, markdown.replace("\n", "\r\n"), markdown.rstrip("\n")):
        article = read_article(text.encode(), format="markdown")
        same = {segment.id: segment.text for segment in article.segments}
        assert article.render(same, "fr") == text.encode()
        for mark in ("{}", "{}。", "（{}", "x{}y", "1. {}", "| {}"):
            texts = {s.id: mark.replace("{}", pseudo(s)) for s in article.segments}
            rendered = article.render(texts, "zh-Hans").decode()
            assert skeleton(as_html(rendered)) == skeleton(as_html(text))


def _with(source, words):
    article = read_article(source.encode(), format="markdown")
    return article.render({article.segments[0].id: words}, "fr").decode()


@pytest.mark.parametrize("words", ["[x] Sel", "[ ] Sel", "[X] Sel", "[x]$ Sel"])
def test_no_translation_makes_a_task_of_an_item(words):
    assert "<input" not in as_html(_with("- Salt\n", words))
    assert as_html(_with("- [ ] Salt\n", words)).count("<input") == 1


def test_a_note_that_is_not_defined_is_text_with_its_brackets():
    source = "See [the [^1] map](m.md) of **salt**[^2].\n\n[^2]: Old.\n"
    page = as_html(_with(source, "Voir [la [^1] carte](m.md) du **sel**[^2]."))
    assert '<a href="m.md">la [^1] carte</a>' in page
    assert page.count('class="footnote-ref"') == 1


def test_emphasis_beside_a_note_that_is_not_defined_is_read_as_comrak_reads_it():
    article = read_article(b"With **\\bold*[^1]*.\n", format="markdown")
    rendered = article.render({article.segments[0].id: "Avec **\\gras*[^1]*."}, "fr").decode()
    assert rendered.count("*") == 4
    assert as_html("With **\\bold*[^1]*.\n").count("<em>") == as_html(rendered).count("<em>")


def test_a_formula_of_its_own_lines_at_the_beginning_stays_one():
    page = as_html(_with("$$\na^2\n$$ is an area.\n", "$$ a^2 $$ est une aire."))
    assert page.count('data-math-style="display"') == 1


def test_an_address_with_angle_brackets_stays_one():
    source = "See *it*: http://e.example/a>>b\n"
    page = as_html(_with(source, "Voir *ça* : http://e.example/a>>b"))
    assert as_html(source).split('href="')[1].split('"')[0] in page


def test_code_between_three_backticks_may_begin_a_line():
    page = as_html(_with("```a``b``` is code.\n", "```a``b``` est du code."))
    assert page == "<p><code>a``b</code> est du code.</p>\n"
    assert "<pre>" not in as_html(_with("Words.\n", "``` mots"))


@pytest.mark.parametrize("address", ["https://a.example/b", "www.a.example", "x@a.example"])
def test_an_address_behind_an_open_bracket_stays_text(address):
    """GFM sees no link between brackets, and the bracket of a text is escaped."""
    source = f"See [the {address}](b c) now.\n"
    words = f"Voir [le {address}](b c) ici."
    page = as_html(_with(source, words))
    assert page.count("<a ") == as_html(source).count("<a ")


def test_a_lone_pipe_under_a_table_stays_on_its_line():
    source = "| a | b |\n|---|---|\n|\nwords here\n"
    article = read_article(source.encode(), format="markdown")
    assert [each.text for each in article.segments] == ["a", "b", "words here"]
    written = article.render({"u3.s1": "des mots"}, "fr").decode()
    assert written == source.replace("words here", "des mots")
