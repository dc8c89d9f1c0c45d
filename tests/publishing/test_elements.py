"""Elements that pages do not have: nothing is left of some, others end a line, labels stay."""

import pytest

from transflow.publishing.elements import removed
from transflow.publishing.sanitize import clean

from .newsroom import Newsroom

FAQ = """# Questions

These are the questions that people ask most often about fees.

<video controls src="tour.mp4">Your browser does not support video.</video>
<form action="/s"><label for="m">Your e-mail address</label> <input id="m" type="checkbox">
<button>Send</button><p>We answer within a week.</p></form><address>National Office</address>

The end of the page.
"""


def test_what_a_browser_shows_instead_of_a_player_or_a_frame_is_on_no_page():
    for name in ("video", "audio", "iframe", "object", "canvas"):
        assert clean(f"<p>a</p><{name}>Not supported.</{name}><p>b</p>") == "<p>a</p><p>b</p>"


def test_blocks_end_a_line_and_labels_of_forms_go():
    html = (
        "One<form><label>E-mail</label><input><button>Go</button></form><address>Two</address>three"
    )
    assert clean(html) == "One<div></div><div>Two</div>three"
    assert clean("<nav>a</nav><main>b<footer>c</footer></main>") == (
        "<div>a</div><div>b<div>c</div></div>"
    )
    assert clean("<label>Fee</label>: 5") == "Fee: 5", "a label outside of a form is words"
    assert clean("<p><form><p>x<label>y<label>z</label></label></p>") == (
        "<p></p><div><p>x</p></div>"
    )


def test_tabs_and_cards_have_their_labels():
    html = '<Tabs><TabItem value="l" label="Linux &amp; <co>"><p>Run.</p></TabItem></Tabs>'
    assert clean(html) == (
        '<div class="tab"><p class="tab-title">Linux &amp; &lt;co&gt;</p><p>Run.</p></div>'
    )
    assert clean('<TabItem value="mac"><p>x</p></TabItem>') == (
        '<div class="tab"><p class="tab-title">mac</p><p>x</p></div>'
    )
    assert clean('<p><TabItem label="Mac">Run.</TabItem></p>') == "<p><strong>Mac</strong> Run.</p>"


def test_what_is_removed():
    assert removed('<Video src="a"></Video><iframe src=b>') == ("iframe", "video")
    assert removed("<!-- <video> --><p>&lt;audio&gt;</p>") == ()
    assert removed('<form><input type="hidden"><p>A page.</p></form>') == ()
    assert removed("<form><input type=text></form>") == ("form",)
    assert removed('<a class=x href="JavaScript:go()">Go</a>') == ('a href="javascript:"',)
    assert removed('<a href="https://example.org/?q=javascript:">Go</a>') == ()
    assert removed("<img usemap='#m'><MAP name=m><AREA href=a.htm alt=A></MAP>") == ("map",)


@pytest.mark.parametrize("form", ["<form", "<FORM"])
def test_an_article_is_told_once_of_what_its_pages_lack(tmp_path, form):
    room = Newsroom.make(tmp_path, {"faq.md": FAQ.replace("<form", form)})
    report = room.publish()
    page = (room.root / "public/en/faq/index.html").read_text()
    assert "does not support" not in page
    assert "Your e-mail" not in page
    assert "<p>We answer within a week.</p>" in page
    (finding,) = [one for one in report.findings if one.rule == "element-removed"]
    assert finding.path == "articles/faq.md"
    assert finding.line == 6
    assert "<form>, <video>" in finding.message


def test_labels_of_tabs_are_on_pages_in_every_language(tmp_path):
    text = '# Setup\n\n<Tabs>\n<TabItem value="p" label="On paper">\n\nPrint it.\n\n</TabItem>\n</Tabs>\n'
    room = Newsroom.make(tmp_path, {"setup.md": text})
    room.publish()
    assert (
        '<p class="tab-title">On paper</p>'
        in (room.root / "public/en/setup/index.html").read_text()
    )


HIDDEN = """<p>Shown.</p><div hidden>Ask a lawyer.<p>Then <b>print</b>.<br>Now.</p></div>
<p style="color: red; DISPLAY : none">Not yet.</p><p>An <span style="visibility:hidden">inner</span> word.</p>
<p style="display: block">Styled.</p><p hidden="until-found">Found.</p><img hidden src="a.png" alt="A mark">"""


def test_what_a_browser_would_hide_is_on_no_page():
    page = clean(HIDDEN)
    for text in ("Ask", "print", "Now", "Not yet", "inner", "A mark", "hidden", "style"):
        assert text not in page
    for text in ("<p>Shown.</p>", "An  word.", "<p>Styled.</p>", "<p>Found.</p>"):
        assert text in page
