"""Markup that parsers accept and readers' tools do not: what an author left open or put anywhere."""

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transflow.publishing.markup import walk
from transflow.publishing.nesting import in_order
from transflow.publishing.sanitize import clean


def mended(html):
    return "".join(map(str, in_order(walk(clean(html)))))


@pytest.mark.parametrize(
    ("html", "right"),
    [
        ("<b>bold <p>in <i>p</i></p> after</b>", "bold <p>in <i>p</i></p> after"),
        ("<p>two <b>open <i>tags<p>more", "<p>two <b>open <i>tags</i></b></p><p><b><i>more</i></b></p>"),
        ("<em><h3>Head</h3></em>", "<h3>Head</h3>"),
        ("<h2>Head <p>with <b>p</b></p></h2>", "<h2>Head with <b>p</b></h2>"),
        ('<td><a href="x.md"><div>link</div></a>', '<a href="x.md"><div>link</div></a>'),
        ("<li>stray</li><dd>loose</dd>", "<div>stray</div><div>loose</div>"),
        ("<dl><div><dt>a</dt><dd>b</dd></div></dl>", "<dl><div><dt>a</dt><dd>b</dd></div></dl>"),
        ("<ul><li value=3>one</li></ul>", "<ul><li>one</li></ul>"),
        ("<ol><li value=3>one</li></ol>", '<ol><li value="3">one</li></ol>'),
        ('<a name="top">x</a><b id="top">y</b>', '<a id="top">x</a><b>y</b>'),
        ("<bdo>x</bdo>", "<span>x</span>"),
        ("<time datetime=soon>x</time>", "<span>x</span>"),
        ('<time datetime="2024-05-03T10:00Z">x</time>', '<time datetime="2024-05-03T10:00Z">x</time>'),
        ("<p dir=sideways lang=fr>x</p>", '<p lang="fr">x</p>'),
        ("<table><tr><td colspan=0>x</table>", "<table><tbody><tr><td>x</td></tr></tbody></table>"),
        ("<p>a<br>b <img src=x alt=y></p>", '<p>a<br>b <img src="x" alt="y"></p>'),
    ],
)  # fmt: skip
def test_each_tag_is_where_it_may_be(html, right):
    assert mended(html) == right


def test_a_sentence_of_blocks_keeps_its_state():
    html = '<table><tr><td><span data-state="draft"><ul><li>x</li></ul></span></td></tr></table>'
    assert '<div data-state="draft"><ul><li>x</li></ul></div>' in mended(html)


TAGS = [
    "b",
    "i",
    "p",
    "h2",
    "ul",
    "li",
    "span",
    "div",
    "table",
    "td",
    "a",
    "dl",
    "dd",
    "pre",
    "br",
    "hr",
]


@given(st.lists(st.sampled_from([f"<{t}>" for t in TAGS] + [f"</{t}>" for t in TAGS] + ["x", " "])))
def test_words_stay_and_tags_balance_whatever_comes(parts):
    html = "".join(parts)
    before, after = (
        html5lib.parse(f"<!DOCTYPE html><body>{page}", namespaceHTMLElements=False)
        for page in (clean(html), mended(html))
    )
    assert "".join(after.itertext()).split() == "".join(before.itertext()).split()
    for inline in (one for one in after.iter() if one.tag in {"b", "i", "span"}):
        assert not [one for one in inline.iter() if one.tag in {"p", "h2", "ul", "div", "pre"}]
