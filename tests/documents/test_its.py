"""ITS 2.0 (https://www.w3.org/TR/its20/) beside translate: what translators are told, by examples of our own."""

import pytest

from transflow.documents import read_article

HEAD = """<!DOCTYPE html><html lang="en"><head><script type="application/its+xml">
<its:rules xmlns:its="http://www.w3.org/2005/11/its" xmlns:h="http://www.w3.org/1999/xhtml" version="2.0">
{}
</its:rules></script></head><body>{}</body></html>"""


def notes(rules, body):
    article = read_article(HEAD.format(rules, body).encode(), format="html")
    assert article.warnings == ()
    return {segment.text.partition("<")[0].strip(): segment.notes for segment in article.segments}


def test_a_note_holds_for_all_that_is_in_its_element():
    """Section 8.3.2: inherited by child elements."""
    told = notes(
        "",
        "<div its-loc-note='Of ships.'><p>Bow.</p><p its-loc-note='A rope.'>Bow line.</p></div><p>Bow!</p>",
    )
    assert told == {"Bow.": ("Of ships.",), "Bow line.": ("Of ships.", "A rope."), "Bow!": ()}


@pytest.mark.parametrize(
    ("pointer", "note"),
    [
        ("../h:dd", "Front of a ship."),
        ("../h:dd[@class='note']", "Not of an arrow."),
        ("../h:dd[2]", "Not of an arrow."),
        ("h:i", "bow"),
        ("./h:i", "bow"),
        ("../../h:p", "About ships."),
        ("//h:p[@id='x']", "At the end."),
        ("/h:html/h:body/h:p", "About ships."),
        ("../h:dt/h:i", "bow"),
        ("../@title", "Words"),
    ],
)
def test_a_note_may_stand_in_another_element(pointer, note):
    """Section 8.3.3: `locNotePointer` is a relative selector."""
    body = (
        "<p>About ships.</p><dl title=Words><dt>The <i>bow</i><dd>Front of\n a ship.<dd class=note>Not of an arrow.</dl>"
        "<p id=x>At the <b>end</b>."
    )
    rule = (
        f'<its:locNoteRule selector="//h:dt" locNoteType="description" locNotePointer="{pointer}"/>'
    )
    assert notes(rule, body)["The"] == (note,)


def test_a_note_may_be_of_an_attribute():
    rule = """<its:locNoteRule selector="//h:img/@alt" locNoteType="alert"><its:locNote>Keep it short.</its:locNote>
      </its:locNoteRule>"""
    told = notes(rule, "<p>Look: <img src=a.png alt='A kiln'> it burns.</p><img alt=Fire src=b>")
    assert told == {"Look:": (), "A kiln": ("Keep it short.",), "Fire": ("Keep it short.",)}


def test_a_term_may_be_explained_in_another_element():
    """Section 8.4.2: `termInfoPointer`."""
    rule = '<its:termRule selector="//h:span[@class=\'t\']" term="yes" termInfoPointer="../h:q"/>'
    told = notes(rule, "<p>The <span class=t>keel</span> is <q>the spine of a ship</q>.</p>")
    assert told == {"The": ("term: keel (the spine of a ship)",)}


@pytest.mark.parametrize(
    ("attributes", "note"),
    [
        ("its-locale-filter-list='en-CA, fr-CA'", ("only for: en-CA, fr-CA",)),
        ("its-locale-filter-list='*'", ()),
        ("its-locale-filter-list=''", ("only for: no locale",)),
        ("its-locale-filter-list='*-CA' its-locale-filter-type=EXCLUDE", ("not for: *-CA",)),
        ("its-locale-filter-list='' its-locale-filter-type=exclude", ()),
        ("", ()),
    ],
)
def test_a_locale_filter_is_told(attributes, note):
    """Section 8.10.2; attribute values of HTML count in any case."""
    told = notes("", f"<div {attributes}><p>One.</p><p>Two.</p></div><p>Three.</p>")
    assert told == {"One.": note, "Two.": note, "Three.": ()}


def test_a_locale_filter_by_rule_gives_way_to_the_element():
    rule = (
        '<its:localeFilterRule selector="//h:p" localeFilterList="fr" localeFilterType="exclude"/>'
    )
    told = notes(rule, "<p>One.</p><p its-locale-filter-list='*'>Two.</p><h2>Three</h2>")
    assert told == {"One.": ("not for: fr",), "Two.": (), "Three": ()}


def test_a_direction_that_is_not_the_articles_is_told():
    """Section 8.5: `dir` on the element before a rule."""
    rule = '<its:dirRule selector="//h:blockquote" dir="rtl"/>'
    told = notes(
        rule,
        "<blockquote>One.</blockquote><blockquote dir=ltr>Two.</blockquote><p>Three <bdo dir=rtl>x y</bdo>.</p>",
    )
    assert told == {"One.": ("direction: rtl",), "Two.": (), "Three": ("direction: rtl",)}
    arabic = read_article(
        "<p dir=ltr>واحد.</p><p dir=rtl>اثنان.</p>".encode(), format="html", locale="ar"
    )
    assert [segment.notes for segment in arabic.segments] == [("direction: ltr",), ()]


@pytest.mark.parametrize(
    "pointer", ["id(@ref)", "following-sibling::h:p", "../h:p[last()]", "..//@x/y", "../../"]
)
def test_a_pointer_that_is_not_understood_is_reported(pointer):
    rule = (
        f'<its:locNoteRule selector="//h:p" locNoteType="description" locNotePointer="{pointer}"/>'
    )
    article = read_article(HEAD.format(rule, "<p>One.</p>").encode(), format="html")
    assert [each.message for each in article.warnings] == [
        f"a selector of an ITS rule is not understood: {pointer}"
    ]
    assert article.segments[-1].notes == ()


def test_words_of_another_language_stay_in_their_sentence_whatever_rules_there_are():
    rule = '<its:dirRule selector="//h:*[@class=\'right\']" dir="rtl"/>'
    body = "<p>The title <q lang=he class=right>שלום</q> is <b class=notranslate>Old</b>.</p>"
    article = read_article(HEAD.format(rule, body).encode(), format="html")
    (segment,) = article.segments
    assert segment.text == body[3:-4]
    assert segment.notes == ("direction: rtl",)


def test_values_of_its_attributes_count_in_any_case():
    told = notes(
        "",
        "<p>A <b its-term=YES its-term-info-ref='#k'>keel</b>.</p><p>Now <b its-within-text=No>b</b></p>",
    )
    assert told == {"A": ("term: keel (#k)",), "Now": (), "b": ()}


@pytest.mark.parametrize(
    ("rules", "body", "wanted"),
    [
        (
            '<its:translateRule selector="//h:meta[@name=\'keywords\']/@content" translate="yes"/>',
            "<meta name=keywords content='boats, nets'><meta name=description content='All boats'><p>Bow</p>",
            ["boats, nets", "All boats", "Bow"],
        ),
        (
            '<its:translateRule selector="//h:meta/@content" translate="no"/>',
            "<meta name=description content='All boats'><p title='A bow'>Bow</p>",
            ["A bow", "Bow"],
        ),
        (
            '<its:translateRule selector="//@*" translate="no"/>',
            "<meta name=description content='All boats'><p title='A bow'>Bow <img alt=Port></p>",
            ["Bow"],
        ),
        (
            '<its:withinTextRule selector="//h:button" withinText="yes"/>',
            "<p>Press <button>the <i>big</i> bell</button> now. Then go.</p>",
            ["Press <button>the <i>big</i> bell</button> now.", "Then go."],
        ),
        (
            '<its:withinTextRule selector="//h:li" withinText="yes"/>',
            "<ul>Take <li>one <li>two now</ul>Then go.",
            ["Take <li>one <li>two now", "Then go."],
        ),
        (
            '<its:withinTextRule selector="//h:span" withinText="nested"/>',
            "<p>Press <span>the bell</span> now.</p>",
            ["Press <span>the bell</span> now."],
        ),
        (
            '<its:translateRule selector="//h:i" translate="yes"/>',
            "<p>It rose <script>x()</script> again.</p>",
            ["It rose <script>x()</script> again."],
        ),
    ],
)
def test_rules_hold_for_what_a_page_says_of_itself_and_for_both_tags(rules, body, wanted):
    page = HEAD.format(rules, body)
    article = read_article(page.encode(), format="html")
    assert [segment.text for segment in article.segments] == wanted
    assert article.render({s.id: s.text for s in article.segments}, "en") == page.encode()


def test_an_element_that_says_itself_that_it_is_within_text_ends_so_too():
    body = "<p>Press <button its-within-text=yes>OK</button> now. Then go.</p>"
    article = read_article(body.encode(), format="html")
    assert next(s.text for s in article.segments) == (
        "Press <button its-within-text=yes>OK</button> now."
    )
