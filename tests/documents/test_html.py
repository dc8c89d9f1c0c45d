"""HTML in and out."""

import html5lib
import pytest

from tests.documents.skeleton import offered, pseudo, skeleton
from transflow.config.schema import SourceConfig
from transflow.documents import read, read_article
from transflow.errors import ArticleError
from transflow.model import SpanKind, UnitKind


def article(text, **kwargs):
    data = text if isinstance(text, bytes) else text.encode()
    return read_article(data, format="html", **kwargs)


def texts(text, **kwargs):
    return [segment.text for segment in article(text, **kwargs).segments]


def translated(text, words, locale="fr"):
    read_in = article(text)
    assert set(words) <= {segment.text for segment in read_in.segments}
    given = {s.id: words[s.text] for s in read_in.segments if s.text in words}
    return read_in.render(given, locale).decode()


PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Heron</title>
<meta name="description" content="A bird.">
<meta property="og:title" content="Heron bird"><meta property="og:image" content="/h.png">
<style>.a{content:"Hi there."}</style><script>let s="Hello. You.";if(a<b){}</script></head>
<body><nav title='Go on'><a href=/>Home</a></nav>
<article><h1 id=top>The heron</h1>
<p>It is <em>tall</em>. It eats
  fish &amp; frogs &copy;.<br>Not <span translate="no">Luma Nova 3</span>.
<p>Unclosed paragraph <img src="h.png" alt="Heron &quot;Max&quot;" title=Bird> here
<ul><li>One<li>Two <b>bold</b></ul>
<img src="d.png" alt="">
<input placeholder="Your name" value="x1" aria-label="Name">
<pre>Keep  this.</pre> Press <kbd>Ctrl</kbd> and run <code>ls -l</code>.
<textarea>Draft one.</textarea><template><p>Row.</p></template><!-- Old text. -->
</article></body></html>
"""


def test_every_text_becomes_a_unit():
    assert texts(PAGE) == [
        "Heron",
        "A bird.",
        "Heron bird",
        "Go on",
        "Home",
        "The heron",
        "It is <em>tall</em>.",
        "It eats fish & frogs ©.",
        'Not <span translate="no">Luma Nova 3</span>.',
        'Unclosed paragraph <img src="h.png" alt="Heron &quot;Max&quot;" title=Bird> here',
        'Heron "Max"',
        "Bird",
        "One",
        "Two <b>bold</b>",
        "Your name",
        "Name",
        "Press <kbd>Ctrl</kbd> and run <code>ls -l</code>.",
    ]


@pytest.mark.parametrize("change", [str, lambda t: t.replace("\n", "\r\n"), lambda t: "\ufeff" + t])
def test_unchanged_is_the_same_bytes(change):
    data = change(PAGE).encode()
    read_in = article(data)
    assert read_in.render({s.id: s.text for s in read_in.segments}, "fr") == data


def test_structure_survives_pseudo_translation():
    read_in = article(PAGE)
    out = read_in.render({s.id: pseudo(s) for s in read_in.segments}, "fr").decode()
    before, after = (
        skeleton(page.replace('lang="en"', "").replace('lang="fr"', "")) for page in (PAGE, out)
    )
    readable = ("placeholder", "aria-label", "content")
    strip = [
        [t for t in tags if not any(name in t for name in readable)] for tags in (before, after)
    ]
    assert strip[0] == strip[1]


def test_the_pages_language_is_the_targets_and_nothing_else_changes():
    source = '<html lang="en"><body><p>Say <i lang="en">Ahoy</i>.</p><a hreflang="en" lang="en" href="/">English</a></body></html>'
    out = translated(source, {'Say <i lang="en">Ahoy</i>.': 'Sag <i lang="en">Ahoi</i>.'}, "de")
    assert out == source.replace('<html lang="en">', '<html lang="de">').replace(
        "Say", "Sag"
    ).replace(">Ahoy", ">Ahoi")
    arabic = translated(source, {"English": "الإنجليزية"}, "ar")
    assert arabic.startswith('<html lang="ar" dir="rtl">')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<html lang=en><body>", '<html lang=ar dir="rtl"><body>'),
        ("<HTML LANG=EN-gb class=x><body>", '<HTML LANG=ar dir="rtl" class=x><body>'),
        ("<html lang='en'>", """<html lang='ar' dir="rtl">"""),
        ("<html>", '<html lang="ar" dir="rtl">'),
        ("<html class='a>b'>", """<html lang="ar" dir="rtl" class='a>b'>"""),
        ('<html lang="">', '<html lang="ar" dir="rtl">'),
        ('<html xml:lang="en">', '<html lang="ar" dir="rtl" xml:lang="ar">'),
        ("<html dir=ltr>", '<html lang="ar" dir=rtl>'),
        ("<title>T</title>", '<html lang="ar" dir="rtl"><title>T</title>'),
        (
            "<!doctype html>\n<!-- a --><p>",
            '<!doctype html>\n<!-- a --><html lang="ar" dir="rtl"><p>',
        ),
        ("<BODY bgcolor=white>", '<html lang="ar" dir="rtl"><BODY bgcolor=white>'),
        ("<p>", "<p>"),  # a fragment: the page that it goes into says the language
    ],
)
def test_every_document_says_its_language_and_direction(before, after):
    out = translated(f"{before}<p>One.</p>", {"One.": "واحد."}, "ar")
    assert out == f"{after}<p>واحد.</p>"
    assert translated(f"{before}<p>One.</p>", {"One.": "One."}, "ar") == f"{before}<p>One.</p>"


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<video controls><source src=a.webm>No video.</video>", ["No video."]),
        ("<ul><li>One<li>Two</ul><p>First<p>Second<br/>line<img src=x.png>", ["One", "Two", "First", "Second", "line"]),
        ("<p>a < b && c</p><p>1 <2", ["a < b && c", "1 <2"]),
        ("<p>open <b>bold <i>both</b> rest</p>", ["open <b>bold <i>both</b> rest"]),
        ("<p>Only</p></p></div>x", ["Only", "x"]),
        ("<p attr='a>b'>Text</p", ["Text"]),
        ("Loose <a href=/y>text</a><br>here", ["Loose <a href=/y>text</a>", "here"]),
        ('<p><a href="/x">Only this</a></p>', ["Only this"]),
        ("<div>one</div><div>two</div>", ["one", "two"]),
        ("<p><label>First name <input></label> <label>Last name <input></label></p>", ["First name", "Last name"]),
        ("<p><input type=radio id=a> <label for=a>I agree to the <a href=x>terms</a>.</label>", ["I agree to the <a href=x>terms</a>."]),
        ("<p>Paid <progress max=9 value=3></progress> so far", ["Paid", "so far"]),
        ("<p>Go <input type=hidden name=a>on.</p>", ["Go <input type=hidden name=a>on."]),
        ("<p>un<wbr>believable</p>", ["un<wbr>believable"]),
        ("<a href=/b><h3>Title</h3><p>Text.</p></a>", ["Title", "Text."]),
        ("<p>x<!-- c -->y</p><!-- only -->", ["x<!-- c -->y"]),
        ("<?php echo 1 ?><p>After</p>", ["After"]),
        ("<svg><style>.k{fill:red}</style><title>Map</title><text>North</text></svg>", ["Map"]),
        ("<p>" + "<b>" * 3000 + "deep", ["deep"]),
        ("<div>" * 10000 + "deep" + "</div>" * 10000, ["deep"]),
    ],
)  # fmt: skip
def test_what_a_browser_shows_is_read(source, wanted):
    assert texts(source) == wanted
    read_in = article(source)
    assert read_in.render({s.id: s.text for s in read_in.segments}).decode() == source


def test_translate_is_inherited_and_can_be_turned_on_again():
    source = '<div translate="no">No <p>no <span translate="yes">yes</span> no</p><p translate=yes>Also yes</p></div><p>Yes</p>'
    assert texts(source) == ["yes", "Also yes", "Yes"]


def test_a_part_in_another_language_is_left_alone():
    assert texts('<p>English.</p><blockquote lang="fr">Je pense.</blockquote><p>More.</p>') == [
        "English.",
        "More.",
    ]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ('<body lang="fr"><p>Bonjour.</p><main lang="en"><h1>Fees</h1></main></body>', ["Fees"]),
        ('<div lang="fr"><div><p>Oui.</p><p lang="en-GB">Yes. <b>Now.</b></p></div>Non</div>', ["Yes.", "<b>Now.</b>"]),
        ('<div lang="fr"><p lang="de">Ja.</p><p>Oui <i lang="en">yes</i>.</p></div>', []),
        ('<div lang="fr" translate="no"><p lang="en">Yes.</p></div>', []),
        ('<div lang="fr"><div class="notranslate"><p lang="en">Yes.</p></div></div>', []),
        ('<div translate="no"><p lang="en">Yes.</p></div>', []),
        ('<div lang="fr"><template><p lang="en">Yes.</p></template></div>', []),
    ],
)  # fmt: skip
def test_a_block_in_a_foreign_part_may_be_in_the_articles_language_again(page, wanted):
    assert texts(page) == wanted


def test_what_dublin_core_says_of_a_page_is_translated():
    page = '<meta name="DC.title" content="Fees"><meta name="DC.Description" content="Of boats"><meta name="DC.creator" content="Ann">'
    assert texts(page) == ["Fees", "Of boats"]


def test_words_in_another_language_inside_a_sentence_are_left_alone():
    source = (
        '<p>They say <i lang="fr">à <b>bientôt</b>. Salut</i> and go.</p><p lang="en-GB">Bye.</p>'
    )
    sentence = 'They say <i lang="fr">à <b>bientôt</b>. Salut</i> and go.'
    assert texts(source) == [sentence, "Bye."]
    changed = 'Sie sagen <i lang="fr">bis <b>bald</b></i> und gehen.'
    assert translated(source, {sentence: changed}, "de") == (
        '<p>Sie sagen <i lang="fr">à <b>bientôt</b>. Salut</i> und gehen.</p><p lang="en-GB">Bye.</p>'
    )
    assert texts('<p><span lang="fr">Bonjour.</span></p><p>Good <b lang=en>day</b>.</p>') == [
        "Good <b lang=en>day</b>."
    ]


def test_an_element_that_says_the_articles_language_says_that_of_its_translation():
    """Once all in it is translated; a link to the page in a language names that language."""
    source = (
        '<html lang="en" xml:lang="en"><meta http-equiv="content-language" content="en">'
        "<body lang=en><p lang='en-GB'>One. Two.</p><p><span lang=EN-GB>Three.</span>"
        '<li><a lang="en" hreflang="en" href="/">English</a></body></html>'
    )
    part = translated(source, {"One.": "Un.", "Three.": "Trois."})
    assert part == (
        '<html lang="fr" xml:lang="fr"><meta http-equiv="content-language" content="fr">'
        "<body lang=en><p lang='en-GB'>Un. Two.</p><p><span lang=fr>Trois.</span>"
        '<li><a lang="en" hreflang="en" href="/">English</a></body></html>'
    )
    whole = translated(
        source, {"One.": "Un.", "Two.": "Deux.", "Three.": "Trois.", "English": "English"}
    )
    assert "<body lang=fr><p lang='fr'>Un. Deux.</p>" in whole
    assert '<a lang="en" hreflang="en" href="/">English</a>' in whole


def test_text_about_markup_stays_text():
    source = '<p>Write &lt;script&gt; and &amp;nbsp; by hand, "so".</p>'
    (segment,) = article(source).segments
    assert segment.text == 'Write &lt;script> and &amp;nbsp; by hand, "so".'
    for text in (
        'Ecris &lt;script> et &amp;nbsp; "ainsi".',
        "Écris <script>alert(1)</script> & <p>",
        "<img src=x onerror=alert(1)>",
    ):
        out = translated(source, {segment.text: text})
        tree = html5lib.parse(out, namespaceHTMLElements=False)
        assert [node.tag for node in tree.find("body").iter()] == ["body", "p"]
    shown = html5lib.parse(
        translated(source, {segment.text: 'Ecris &lt;script> et &amp;nbsp; "ainsi".'}),
        namespaceHTMLElements=False,
    )
    assert "".join(shown.itertext()) == 'Ecris <script> et &nbsp; "ainsi".'


def test_elements_are_written_with_the_sources_attributes():
    source = '<p>See <a href="/s" class="k"><em>the <strong>full</strong></em> list</a> today.</p>'
    (segment,) = article(source).segments
    assert [(span.kind, span.dest) for span in segment.spans] == [
        (SpanKind.LINK, "/s"),
        (SpanKind.HTML, "em"),
        (SpanKind.HTML, "strong"),
    ]
    out = translated(
        source,
        {
            segment.text: 'Voyez <a href="/s" onclick="x()"><em>la <strong>liste</strong></em></a> <em>ici</em>.'
        },
    )
    assert out == (
        '<p>Voyez <a href="/s" class="k"><em>la <strong>liste</strong></em></a> &lt;em>ici&lt;/em>.</p>'
    )


def test_attributes_are_quoted_as_they_need():
    source = "<img alt=Heron title='a bird' src=h>"
    out = translated(source, {"Heron": 'Un "héron" & co', "a bird": "l'oiseau"})
    assert out == "<img alt=\"Un &quot;héron&quot; &amp; co\" title='l&#39;oiseau' src=h>"


def test_charsets_are_read_and_written_as_declared():
    source = '<meta charset="iso-8859-1"><p>Caf\xe9 bar.</p>'.encode("latin-1")
    read_in = article(source)
    (segment,) = read_in.segments
    assert segment.text == "Café bar."
    assert read_in.render({segment.id: segment.text}) == source
    assert read_in.render({segment.id: "Été à 中"}, "fr") == (
        '<html lang="fr"><meta charset="iso-8859-1"><p>\xc9t\xe9 \xe0 &#20013;</p>'.encode(
            "latin-1"
        )
    )
    with pytest.raises(ArticleError, match="is not UTF-8"):
        article(b"<p>caf\xe9")
    with pytest.raises(ArticleError, match="not known"):
        article(b"<meta charset=klingon><p>x")


@pytest.mark.parametrize(
    ("script", "left"),
    [
        ("<!-- <script> </script>Code.</script>", ["Words."]),
        ("<!-- a --></script>", ["Words."]),
        ("<!--><script></script>", ["Words."]),
        ("<!-- </script>More. --></script>", ["More. -->", "Words."]),
        ("'<!-- <script>' --></script>", ["Words."]),
    ],
)
def test_a_script_ends_where_browsers_end_it(script, left):
    """https://html.spec.whatwg.org/multipage/parsing.html#script-data-double-escaped-state."""
    assert texts(f"<script>{script}<p>Words.</p>") == left


def test_head_says_title_and_description():
    read_in = article(PAGE)
    assert read_in.meta["title"] == "Heron"
    assert read_in.meta["summary"] == "A bird."
    given = {segment.id: "Héron" for segment in read_in.segments if segment.text == "Heron"}
    assert read_in.writer.meta(given, "fr")["title"] == "Héron"


def test_page_body_has_marks_and_anchors():
    read_in = article(PAGE.replace(" id=top", ""))
    page = read_in.html({}, "fr", lambda segment: ("[", "]"))
    assert '<h1 id="the-heron">[The heron]</h1>' in page
    assert "<p>[It is <em>tall</em>.] [It eats" in page
    assert "Home" not in page
    assert "[Heron]" not in page


AROUND = """<html><head><title>Tide</title></head><body>
<header><a href="/">Home</a></header><nav>Menu.</nav>{before}
<article><header><p>By Ann.</p></header><p>Inside.</p><aside>Box.</aside></article>
{after}<footer><p>Imprint. Contact.</p></footer></body></html>"""


@pytest.mark.parametrize(
    ("before", "after"),
    [("<p>Lead.</p>", ""), ("", "<section><header>Lead.</header></section>"), ("", "Lead.")],
)
def test_what_stands_beside_an_article_is_on_the_page_menus_and_footers_are_not(before, after):
    page = article(AROUND.format(before=before, after=after)).html({}, "fr", None)
    assert all(text in page for text in ("Lead.", "By Ann.", "Inside.", "Box."))
    assert not any(text in page for text in ("Home", "Menu.", "Imprint.", "Tide"))


ROLES = """<body><header>Port.</header><div role="navigation">Menu.</div>{body}
<div role="contentinfo"><p title="Box.">Imprint.</p></div></body>"""


@pytest.mark.parametrize(
    ("body", "left_out"),
    [
        ('<div role="main"><div><p>Inside.</p></div></div>', ("Port.", "Menu.", "Imprint.")),
        ('<div role="main"><p>Inside.</p></div><p>Lead.</p>', ("Port.", "Menu.", "Imprint.")),
        ("<p>Inside.</p>", ("Menu.", "Imprint.")),  # the header may be the article's
        ("<nav><p>List.</p></nav><p>Inside.</p>", ("List.", "Menu.", "Imprint.")),
    ],
)
def test_elements_say_by_their_role_what_they_are(body, left_out):
    read_in = article(ROLES.format(body=body))
    page = read_in.html({}, "fr", None)
    assert "Inside." in page
    assert ("Lead." in page) is ("Lead." in body)
    assert ("Port." in page) is ("Port." not in left_out)
    assert not any(text in page for text in left_out)
    aside = {one.text for unit in read_in.units if unit.aside for one in unit.segments}
    assert aside == {*left_out, "Box."}


def test_an_article_with_nothing_but_menus_around_is_the_page_and_the_rest_is_told():
    read_in = article(AROUND.format(before="", after=""))
    page = read_in.html({}, "fr", None)
    assert page.strip().startswith("<header><p>By Ann.</p></header>")
    assert page.strip().endswith("</aside>")
    (told,) = read_in.warnings
    assert told.message == (
        "4 sentences stand in menus, headers or footers beside the content, on no page"
    )
    assert "Imprint." in read_in.render({}, "fr").decode()


@pytest.mark.parametrize(
    "source",
    [
        "<h1>Tide</h1><main><article><p>Inside.</p></article><p>Lead.</p></main><p>End.</p>",
        "<head><title>Tide</title></head><article><p>Inside.</p></article><p>Lead. End.",
        "<body><p>Inside.</p></body><p>Lead.</p><p>End.</p>",
        "<body><header>Inside.</header><p>Lead. End.</p></body>",
        "<body><header>Inside. <article>Lead.</article></header><p>End.</p></body>",
    ],
)
def test_no_text_of_a_page_without_menus_vanishes(source):
    page = article(source).html({}, "fr", None)
    assert all(text in page for text in ("Inside.", "Lead.", "End."))
    assert "<title>" not in page


def test_notes_and_skips():
    source = (
        "<!-- transflow: note: a boat --><p>Bank</p><!-- transflow: skip --><p>No.</p><p>Yes.</p>"
    )
    found = article(source).segments
    assert [(segment.text, segment.notes) for segment in found] == [
        ("Bank", ("a boat",)),
        ("Yes.", ()),
    ]


def test_options_for_pre_and_svg():
    source = b"<pre>Text  here</pre><svg><text>North</text></svg>"
    config = SourceConfig(pre_text=True, svg_text=True)
    found = read(source, path="a.html", locale="en", source=config)
    assert [segment.text for segment in found.segments] == ["Text  here", "North"]


def test_kinds():
    source = "<h2>H</h2><p>P</p><ul><li>L<p>M</p></ul><table><caption>C</caption><tr><td>D</table><figure><img alt=A><figcaption>F</figcaption></figure>"
    assert [(s.text, s.kind) for s in article(source).segments] == [
        ("H", UnitKind.HEADING),
        ("P", UnitKind.PARAGRAPH),
        ("L", UnitKind.LIST_ITEM),
        ("M", UnitKind.LIST_ITEM),
        ("C", UnitKind.CAPTION),
        ("D", UnitKind.TABLE_CELL),
        ("A", UnitKind.ALT),
        ("F", UnitKind.CAPTION),
    ]


ITS = """<html lang="en"><head><script type="application/its+xml">
<its:rules xmlns:its="http://www.w3.org/2005/11/its" xmlns:h="http://www.w3.org/1999/xhtml" version="2.0">
<its:param name="which">name</its:param>
<its:translateRule selector="//h:*[@id=$which]" translate="no"/>
<its:translateRule selector="//h:section//h:b" translate="no"/>
<its:translateRule selector="//h:input/@value" translate="yes"/>
<its:withinTextRule selector="//h:label" withinText="no"/>
<its:locNoteRule selector="//h:h1" locNoteType="description"><its:locNote>The  name.</its:locNote></its:locNoteRule>
<its:translateRule selector="id('x')" translate="no"/>
</its:rules></script><title>T</title></head>
<body><h1>Heading</h1><p id="name">Not this.</p><section><div><b>Nor this.</b> But this.</div></section>
<p its-loc-note="A fish.">Bass</p><p>One <label>two</label> three</p><input value="Go">
<p>a <span its-within-text="no">nested</span> b</p></body></html>"""


def test_its_rules_in_the_page_and_on_elements():
    read_in = article(ITS)
    assert [(segment.text, segment.notes) for segment in read_in.segments] == [
        ("T", ()),
        ("Heading", ("The name.",)),
        ("But this.", ()),
        ("Bass", ("A fish.",)),
        ("One", ()),
        ("two", ()),
        ("three", ()),
        ("Go", ()),
        ("a", ()),
        ("nested", ()),
        ("b", ()),
    ]
    assert [finding.message for finding in read_in.warnings] == [
        "a selector of an ITS rule is not understood: id('x')"
    ]


def test_unclosed_elements_are_reported_and_read():
    read_in = article("<div><p>Text <b>bold")
    assert [segment.text for segment in read_in.segments] == ["Text <b>bold"]
    assert [finding.message for finding in read_in.warnings] == [
        "an element is not closed: div",
        "an element is not closed: b",
    ]


def test_linked_its_rules_are_read_from_beside_the_article(tmp_path):
    rules = """<its:rules xmlns:its="http://www.w3.org/2005/11/its" xmlns:h="http://www.w3.org/1999/xhtml"
     version="2.0"><its:translateRule selector="//h:*" translate="no"/>
     <its:translateRule selector="//h:p" translate="yes"/></its:rules>"""
    (tmp_path / "rules.xml").write_text(rules, encoding="utf-8")
    page = tmp_path / "a.html"
    page.write_text(
        '<html><head><title>No</title><link rel="its-rules" href="rules.xml"></head>'
        "<body><h1>No</h1><p>Yes</p></body></html>",
        encoding="utf-8",
    )
    assert [segment.text for segment in read_article(page).segments] == ["Yes"]
    page.write_text(page.read_text("utf-8").replace("rules.xml", "../rules.xml"), encoding="utf-8")
    read_in = read_article(page)
    assert [segment.text for segment in read_in.segments] == ["No", "No", "Yes"]
    assert "../rules.xml" in read_in.warnings[0].message


RULES = """<html lang="en"><head><script type="application/its+xml">
<its:rules xmlns:its="http://www.w3.org/2005/11/its" xmlns:h="http://www.w3.org/1999/xhtml" version="2.0">
<its:termRule selector="//h:dfn" term="yes" termInfoRef="#terms"/>
<its:termRule selector="//h:p[2]/h:dfn" term="no"/>
<its:preserveSpaceRule selector="//h:div[@class='verse']" space="preserve"/>
<its:locNoteRule selector="//h:p[3]" locNoteType="description" locNoteRef="notes.html#third"/>
<its:dirRule selector="//h:bdo" dir="rtl"/>
</its:rules></script></head><body>"""


def test_its_terms_are_named_to_the_translator():
    page = article(
        f"{RULES}<p>A <dfn>hull <b>form</b></dfn> is drawn.</p><p>No <dfn>term</dfn> here.</p>"
        "<p>A <span its-term=yes its-term-info-ref='#keel'>keel</span>.</p><h2 its-term=yes>Bow</h2>"
    )
    assert [(segment.text.partition("<")[0], segment.notes) for segment in page.segments] == [
        ("A ", ("term: hull form (#terms)",)),
        ("No ", ()),
        ("A ", ("notes.html#third", "term: keel (#keel)")),
        ("Bow", ("term",)),
    ]
    assert page.warnings == ()


def test_its_keeps_the_spaces_that_a_rule_preserves():
    page = f"{RULES}<div class=verse>One  line\n   two</div><div>One  line\n   two</div>"
    assert texts(page) == ["One  line\n   two", "One line two"]
    assert texts('<p xml:space="preserve">a  b <i xml:space="default">c</i></p>') == [
        'a  b <i xml:space="default">c</i>'
    ]


def test_the_direction_of_an_element_that_names_the_language_is_the_translations():
    source = '<html lang="en"><p lang="en" dir="ltr">One.</p><p dir="ltr">Two.</p>'
    out = translated(source, {"One.": "واحد.", "Two.": "اثنان."}, "ar")
    assert '<p lang="ar" dir="rtl">واحد.</p><p dir="ltr">اثنان.</p>' in out
    turned = translated('<html dir=ltr lang="en"><p>One.</p>', {"One.": "واحد."}, "ar")
    assert turned.startswith('<html dir=rtl lang="ar"><p>')


def test_code_left_open_is_code_to_its_end():
    source = "<p>Set <code># size<br>width=3</p><p>Then go.</p>"
    assert texts(source) == ["Set <code># size<br>width=3", "Then go."]
    assert texts("<p><code># size<br># width</p><p>Go.</p>") == ["Go."]


POINTERS = """<html lang="en"><head><title>T</title><script type="application/its+xml">
<its:rules xmlns:its="http://www.w3.org/2005/11/its" xmlns:h="http://www.w3.org/1999/xhtml" version="2.0">
<its:locNoteRule selector="//h:p[@data-note]" locNoteType="description" locNotePointer="@data-note"/>
<its:locNoteRule selector="//h:li" locNoteType="description" locNoteRefPointer="../@title"/>
<its:termRule selector="//h:dfn" term="yes" termInfoRefPointer="@data-href"/>
<its:langRule selector="//h:*[@data-tongue]" langPointer="@data-tongue"/>
<its:locNoteRule selector="//h:h2" locNoteType="description" locNotePointer="../h:p"/>
</its:rules></script></head><body>"""


def test_its_rules_point_to_attributes():
    page = (
        '<h2>Head</h2><p data-note="Of a river.">The bank.</p><ul title="Menu"><li>Home</li></ul>'
        "<p>A <dfn data-href='t#x'>keel</dfn>.</p><p data-tongue=fr>Bonjour.</p><p data-tongue=en-GB>Colour.</p>"
    )
    article = read_article((POINTERS + page).encode(), format="html")
    notes = {segment.text: segment.notes for segment in article.segments}
    assert notes["The bank."] == ("Of a river.",)
    assert notes["Home"] == ("Menu",)
    assert notes["A <dfn data-href='t#x'>keel</dfn>."] == ("term: keel (t#x)",)
    assert "Bonjour." not in notes
    assert notes["Colour."] == ()
    # The first paragraph beside it, as its rule says.
    assert notes["Head"] == ("The bank.",)
    assert article.warnings == ()


# https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign
@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("<svg><pre>let x</pre></svg><p>More.</p>", ["More."]),
        ("<svg><title>A pier</title><p>Out of it.</p>", ["A pier", "Out of it."]),
        ("<svg><style>p{}</style><p>Hi there</p><style>p{}</style>", ["Hi there"]),
        ("<svg><g><p translate=no>No.</p></g><p>Yes.</p>", ["Yes."]),
        ("<svg><g><font size=2><p>Words</p></font></g></svg>", ["Words"]),
        ("<svg><g><font><desc>Drawn</desc></font></g></svg><p>After.</p>", ["Drawn", "After."]),
        ("<svg><foreignObject><p>Box</p></foreignObject></svg><p>After.</p>", ["After."]),
        ("<p>Low <math/> tide</p><p>High tide</p>", ["Low <math/> tide", "High tide"]),
    ],
)
def test_elements_of_html_end_a_drawing_as_in_browsers(source, texts):
    read_in = article(source)
    assert [each.text for each in read_in.segments] == texts
    changed = {each.id: f"<i>{each.text}</i> &" for each in read_in.segments}
    assert skeleton(read_in.render(changed, "fr").decode()) == skeleton(source)


@pytest.mark.parametrize(
    ("kind", "source", "texts"),
    [
        ("html", "<li><a href=/tags/>Tags</a> of all</li>", ["<a href=/tags/>Tags</a> of all"]),
        ("html", "<p><a href=/a/>One</a>, <a href=/b/>two</a>.", ["<a href=/a/>One</a>, <a href=/b/>two</a>."]),
        ("html", "<p><b/>Bold. Two.</b> Three.", ["<b/>Bold. Two.</b>", "Three."]),
        ("html", "<p><svg class=/x/>a</svg> High tide", ["High tide"]),
        ("html", '<p><a id="x"/>A <a href="y">link</a> here.', ['A <a href="y">link</a> here.']),
        ("html", '<p>An <i class="x"/> icon. See <i>it</i>.', ['An <i class="x"/> icon.', "See <i>it</i>."]),
        ("markdown", "<p align=center><a href=https://a.org/>Our site</a> is good.</p>", ["<a href=https://a.org/>Our site</a> is good."]),
        ("markdown", "<b/>Bold. Two.</b> Three.", ["<b/>Bold. Two.</b>", "Three."]),
        ("markdown", "It is <Chart size={3}/> <Chart>x</Chart>.", ["It is <Chart size={3}/> <Chart>x</Chart>."]),
    ],
)  # fmt: skip
def test_a_slash_closes_no_element_of_html_nor_is_one_that_ends_a_value(kind, source, texts):
    assert offered(source, kind) == texts


def test_a_construct_that_begins_or_ends_with_blanks_stays_whole():
    source = '<div><b>In <a href="n">News</a> <a href="f" class="icon">&nbsp;</a> </b>+ <i>Now.</i></div>'
    article = read_article(source.encode(), format="html")
    (segment,) = article.segments
    assert segment.text.startswith('<b>In <a href="n">News</a>')
    assert segment.spans[0].end == segment.text.index("+ ")
    written = article.render({segment.id: segment.text.replace("News", "Nouvelles")}, "fr").decode()
    assert skeleton(written) == skeleton(source)
    assert "Nouvelles" in written
    begins = read_article(b"<p><b><i>&nbsp;</i> One.</b> Two.</p>", format="html")
    assert [each.text for each in begins.segments] == ["<b><i>\u00a0</i> One.</b>", "Two."]


def test_what_names_an_element_is_read_where_its_text_is_not():
    page = (
        '<textarea placeholder="Write">raw</textarea><iframe src=v title="A film"></iframe>'
        '<pre title="Listing">x y</pre><iframe translate=no title="Stays"></iframe>'
        '<div translate=no><textarea placeholder="Stays too"></textarea></div>'
    )
    found = [segment.text for segment in read_article(page.encode(), format="html").segments]
    assert found == ["Write", "A film", "Listing"]


def test_a_telephone_link_behind_a_colon_is_one_sentence():
    text = '<p>Tel.: <a href="tel:+41223389111">022 338 91 11</a></p>'
    assert texts(text) == ['Tel.: <a href="tel:+41223389111">022 338 91 11</a>']


def test_icons_beside_words_are_no_part_of_their_entries():
    """An inline drawing is hundreds of letters that no translator can read."""
    source = (
        '<p><a href=x><svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg> Download it</a></p>'
        "<p>Go on <svg><path/></svg></p><p>Press <svg><path/></svg> to go.</p>"
    )
    read_in = article(source)
    texts = [each.text for each in read_in.segments]
    assert texts == ["Download it", "Go on", "Press <svg><path/></svg> to go."]
    written = read_in.render({read_in.segments[0].id: "Le charger"}, "fr").decode()
    assert written == source.replace("Download it", "Le charger")


def test_the_name_of_a_site_is_an_entry_of_its_own():
    head = '<meta property="og:site_name" content="Harbour Authority">'

    def titled(title, rest=""):
        return texts(f"<title>{title}</title>{rest}<p>Text.</p>")[: -1 - bool(rest)]

    assert titled("Ferries | Harbour Authority") == ["Ferries", "Harbour Authority"]
    assert titled("Big ship | News | Harbour") == ["Big ship", "News", "Harbour"]
    assert titled("Fees – Harbour Authority", head) == ["Fees", "Harbour Authority"]
    assert titled("Harbour Authority: Fees", head) == ["Harbour Authority: Fees"]
    assert titled("Fees - Harbour", "<h1>Fees</h1>") == ["Fees", "Harbour"]
    assert titled("Fees – what changes in May") == ["Fees – what changes in May"]
    assert titled("A|B tests") == ["A|B tests"]
    old = b"<title>Ferries | Harbour</title>"
    config, known = SourceConfig(), frozenset({"Ferries | Harbour"})
    whole = read(old, path="a.html", locale="en", source=config, format="html", known=known)
    assert [segment.text for segment in whole.segments] == ["Ferries | Harbour"]
    page = "<title>Ferries | Harbour</title><meta property=og:title content='Ferries | Harbour'>"
    assert translated(page, {"Ferries": "Bacs", "Harbour": "Port"}, "fr") == (
        """<html lang="fr"><title>Bacs | Port</title><meta property=og:title content='Bacs | Port'>"""
    )


@pytest.mark.parametrize(
    "inner",
    ["<em>Old anchor</em>", '<a name="top">Old anchor</a>', '<a href="a.html">Old anchor</a>'],
)
def test_a_heading_within_one_element_is_called_by_its_words(inner):
    """The element is no part of the sentence, and none of its anchor or of a note for translators."""
    page = f"<!DOCTYPE html><html><body><main><h2>{inner}</h2><p>Text.</p></main></body></html>"
    article = read(page.encode(), path="articles/a.html", locale="en", source=SourceConfig())
    assert f'<h2 id="old-anchor">{inner}</h2>' in article.html({})
    assert {segment.heading for segment in article.segments} == {"Old anchor"}


def test_blank_lines_part_paragraphs_that_are_in_no_element():
    """WordPress keeps articles so, and makes paragraphs of them itself."""
    source = 'First boats\n\nThen <em>nets</em>\nand rods [gallery ids="1"]\r\n\r\n<!--more-->\n\n<b>Last</b>\n'
    read_in = article(source)
    assert texts(source) == ["First boats", 'Then <em>nets</em> and rods [gallery ids="1"]', "Last"]
    out = read_in.render({segment.id: "网" for segment in read_in.segments}, "zh-Hans").decode()
    assert out == "网\n\n网\r\n\r\n<!--more-->\n\n<b>网</b>\n"
    assert texts("<p>First\n\nboats</p>") == ["First boats"]


@pytest.mark.parametrize(
    "about", ['<link itemprop="url" href="x">', '<meta itemprop="url" content="x">']
)
def test_what_microdata_says_of_an_element_cuts_no_sentence(about):
    text = f'<p>By <span itemprop="author">{about}Ann</span> in Geneva. It rose.</p>'
    assert texts(text) == [f'By <span itemprop="author">{about}Ann</span> in Geneva.', "It rose."]
    assert texts(f"<div>One word {about} two</div>") == ["One word", "two"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (
            "An <svg><title>icon <b>of</b></title></svg> boat <em>sails</em>.",
            [("code", "svg"), ("html", "em")],
        ),
        ('See <a href="a&amp;b">the <b>page</b></a> now.', [("link", "a&b"), ("html", "b")]),
        ("A <!-- <b> --><em>new</em> pier.", [("comment", ""), ("html", "em")]),
        ("A <math><mi>x</mi></math> and <em>so</em>.", [("code", "math"), ("html", "em")]),
        ("Go {{ '<b>' }} or <em>stay</em>.", [("protected", "{{ '<b>' }}"), ("html", "em")]),
        ('Now [wide a="b"]go <em>on</em>[/wide] there.', [("html", "wide"), ("html", "em")]),
    ],
)
@pytest.mark.parametrize("before", ["<p>", "<p>\n", "<p>{{ x }}</p><p>"])
def test_what_is_in_a_text_does_not_depend_on_how_it_stands_in_its_page(text, spans, before):
    source = f"{before}{text}</p>"
    article = read_article(source.encode(), format="html")
    (segment,) = [each for each in article.segments if each.text == text]
    assert [(each.kind, each.dest) for each in segment.spans] == spans
    assert article.render({segment.id: segment.text}, "en") == source.encode()


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<p>Mail <script>mail('a. B', '<b>c</b>')</script> or call. Then go.</p>", ["Mail <script>mail('a. B', '<b>c</b>')</script> or call.", "Then go."]),
        ("<p>It <b>rose <style>b{}</style> again</b> now.</p>", ["It <b>rose <style>b{}</style> again</b> now."]),
        ("<p>It <b><script>x()</script>rose</b> now.</p>", ["It <b><script>x()</script>rose</b> now."]),
        ("<p>It is <noscript>not</noscript> on.</p>", ["It is <noscript>not</noscript> on."]),
        ("<p>It rose.<script>x()</script> It fell.</p>", ["It rose.<script>x()</script>", "It fell."]),
        ("<p><script>x()</script>It rose. It fell.<script>y()</script></p>", ["It rose.", "It fell."]),
        ("<p>It rose.<noscript><img src=a alt='A pier'></noscript></p>", ["It rose.", "A pier"]),
        ("<p>It rose <noscript><p>Again</noscript>now</p>", ["It rose", "Again", "now"]),
        ("<p>It rose <script>x()</p>", ["It rose"]),
        ("<ul><li>One <script>x()</script> fish<li>Two</ul>", ["One <script>x()</script> fish", "Two"]),
        ("It rose <script>x()</script> again\n\n<script>y()</script>\n\nIt fell", ["It rose <script>x()</script> again", "It fell"]),
    ],
)  # fmt: skip
def test_what_a_page_does_not_show_cuts_no_sentence(body, wanted):
    read_in = article(body)
    assert [segment.text for segment in read_in.segments] == wanted
    assert read_in.render({s.id: s.text for s in read_in.segments}, "en") == body.encode()
    written = read_in.render({s.id: pseudo(s) for s in read_in.segments}, "en").decode()
    assert skeleton(written) == skeleton(body)
    for code in ("mail('a. B', '<b>c</b>')", "b{}", "x()"):
        assert (code in written) is (code in body)


def test_a_note_of_long_markup_stays_behind_its_sentence():
    note = '<a class="see-footnote" id="footnoteref1_x" title="See p. 3." href="#footnote1">1</a>'
    for mark in (note, f"<sup>{note}</sup>"):
        assert texts(f"<p>It rose.{mark} It fell.</p>")[:2] == [f"It rose.{mark}", "It fell."]


def test_suggestions_are_read_as_a_browser_shows_them():
    inner = "<option value=Cod><option value=x>Hake</option><option label='Big eel' value=y><option value='12'>"
    page = f"<input list=f><datalist id=f>{inner}</datalist><select><option value=z></option><option>Bass</select>"
    assert texts(page) == ["Cod", "Hake", "Big eel", "Bass"]
    assert "<option value=Merlu><option value=x>" in translated(page, {"Cod": "Merlu"})


def test_many_scripts_in_one_paragraph_are_read_in_no_time():
    assert len(texts("<p>It rose " + "<script>x()</script>" * 5000 + "again")) == 1
