"""Plain text in and out."""

import datetime as dt

from transflow.documents import read_article
from transflow.model import UnitKind

NOTE = """PRESS NOTE

A title below it

12 May 2024

On Monday, the Office opened. It is
open daily. See https://office.example/a.b?c=d now.

What the law allows

1. Fill in the form.
2. Name a person.
"""


def article(text=NOTE, **kwargs):
    return read_article(text.encode(), format="text", **kwargs)


def test_paragraphs_headings_and_items():
    assert [(segment.kind, segment.text) for segment in article().segments] == [
        (UnitKind.PARAGRAPH, "PRESS NOTE"),
        (UnitKind.TITLE, "A title below it"),
        (UnitKind.PARAGRAPH, "12 May 2024"),
        (UnitKind.PARAGRAPH, "On Monday, the Office opened."),
        (UnitKind.PARAGRAPH, "It is open daily."),
        (UnitKind.PARAGRAPH, "See https://office.example/a.b?c=d now."),
        (UnitKind.HEADING, "What the law allows"),
        (UnitKind.LIST_ITEM, "Fill in the form."),
        (UnitKind.LIST_ITEM, "Name a person."),
    ]


def test_unchanged_is_the_same_bytes():
    for text in (
        NOTE,
        NOTE.replace("\n", "\r\n"),
        "\ufeff" + NOTE,
        NOTE.strip(),
        "\n\n" + NOTE + "\n ",
    ):
        read_in = article(text)
        assert read_in.render({s.id: s.text for s in read_in.segments}, "fr") == text.encode()


def test_translated_in_place():
    read_in = article()
    given = {s.id: "L'Office a ouvert\nlundi." for s in read_in.segments if "Monday" in s.text}
    out = read_in.render(given, "fr").decode()
    assert out == NOTE.replace("On Monday, the Office opened.", "L'Office a ouvert lundi.")


def test_page():
    read_in = article("T\n\nA < b & c.\n\n- one\n- two\n")
    page = read_in.html({}, "fr", lambda segment: ("<i>", "</i>"))
    assert (
        page
        == "<p><i>A &lt; b &amp; c.</i></p>\n<ul>\n<li><i>one</i></li>\n<li><i>two</i></li>\n</ul>\n"
    )
    assert read_in.meta == {"title": "T"}
    assert read_in.writer.meta({read_in.segments[0].id: "Titre"}, "fr") == {"title": "Titre"}


def test_title_and_date_are_known():
    assert article().meta == {"title": "A title below it", "date": dt.date(2024, 5, 12)}
    assert article("Only a title\n\nText.\n").meta == {"title": "Only a title"}
    assert article("LOUD TITLE\n\nText follows here.\n").meta == {"title": "LOUD TITLE"}


def kinds(text):
    return [(str(segment.kind), segment.text) for segment in article(text).segments]


def test_a_signature_keeps_its_lines():
    """A name and an office are no sentence: their author broke the line where more would have fit."""
    body = "The quay opens\n\nIt opens on Monday, after long repairs to all of its stairs.\n\n"
    for last in (
        "Ann Reed\nHarbour Master, Nordhavn",
        "Yours sincerely,\nAnn Reed\nHarbour Master",
        "— Ann Reed\n   Harbour Office\n\nHarbour Office\n1 Quay Street",
    ):
        lines = [line.strip() for line in last.split("\n") if line]
        assert kinds(body + last + "\n")[2:] == [("paragraph", line) for line in lines]
    for whole in ("She said that all of\nNordhavn will come.", "So it is\nin Nordhavn"):
        assert kinds(body + whole)[2:] == [("paragraph", whole.replace("\n", " "))]
    # With text below it, it is none.
    above = kinds(f"{body}Ann Reed\nHarbour Master\n\nIt was closed for all of the winter.\n")
    assert above[2] == ("paragraph", "Ann Reed Harbour Master")


def test_what_stands_last_is_no_heading():
    """A contact, a signature or an address has nothing below it."""
    body = "The quay opens\n\nIt opens on Monday.\n\n"
    for last in ("Contact:", "Contact: Ann Reed", "Press office", "Ann Reed\n\nHarbour Office"):
        assert ("heading" in dict(kinds(body + last + "\n"))) is False, last
    assert kinds(body + "Contact: Ann Reed\n\nShe answers daily.\n")[2:] == [
        ("paragraph", "Contact: Ann Reed"),
        ("paragraph", "She answers daily."),
    ]
    assert kinds(body + "Opening hours\n\nFrom nine to five.\n")[2:] == [
        ("heading", "Opening hours"),
        ("paragraph", "From nine to five."),
    ]
    assert "<h2>" not in article(body + "Contact:\n").html({})


def test_a_menu_on_top_is_not_the_title():
    for menu in (
        "Home | News | About | Contact\n\n",
        "Home > Press room > 2024\n",
        "Skip to content\n\n",
    ):
        read_in = article(menu + "The quay opens\n\n12 May 2024\n\nIt opens on Monday.\n")
        assert read_in.meta == {"title": "The quay opens", "date": dt.date(2024, 5, 12)}
        assert read_in.segments[0].kind == UnitKind.PARAGRAPH
        assert read_in.render({s.id: s.text for s in read_in.segments}) == read_in.source
    both = article("Home | News | Shop\n\nPRESS RELEASE\n\nThe quay opens\n\nOn Monday.\n")
    assert both.meta == {"title": "The quay opens"}


TABLE = """Harbour traffic

The port grew.

Quarter        Boats     Guests
-------------------------------
January        1,200     31,200
February                 58,100
-------------------------------
Total ........ 1,200     89,300

More in May.
"""


def test_a_table_of_figures_is_read_cell_by_cell():
    read_in = article(TABLE)
    kinds = [(segment.kind, segment.text) for segment in read_in.segments]
    assert kinds[:2] == [
        (UnitKind.TITLE, "Harbour traffic"),
        (UnitKind.PARAGRAPH, "The port grew."),
    ]
    cells = " ".join(text for kind, text in kinds if kind is UnitKind.TABLE_CELL)
    assert cells == "Quarter Boats Guests January 1,200 31,200 February 58,100 Total 1,200 89,300"
    assert kinds[-1] == (UnitKind.PARAGRAPH, "More in May.")
    assert "<tr><td>February</td><td></td><td>58,100</td></tr>" in read_in.html({}, "en")
    given = {s.id: s.text for s in read_in.segments}
    assert read_in.render(given, "fr") == TABLE.encode()


def test_cells_stay_in_their_columns_where_there_is_room():
    read_in = article(TABLE)
    words = {"Quarter": "Mois", "January": "Janvier", "Guests": "Hôtes"}
    out = read_in.render({s.id: words.get(s.text, s.text) for s in read_in.segments}, "fr")
    wanted = TABLE.replace("Quarter", "Mois   ").replace("January", "Janvier")
    assert out.decode() == wanted.replace("Guests", "Hôtes")
    (head,) = [s.id for s in read_in.segments if s.text == "Quarter"]
    assert "季度           Boats" in read_in.render({head: "季度"}, "zh-Hans").decode()
    tabs = "Fees\n\nPort\t2024\nOslo\t1,200\nBergen\t900\n\nDone.\n"
    (port,) = [s.id for s in article(tabs).segments if s.text == "Oslo"]
    assert article(tabs).render({port: "O"}, "fr").decode() == tabs.replace("Oslo", "O")


def test_a_rule_below_two_rows_is_no_text():
    text = "Title\n\nBoats     5\nShips     7\n-----------\n\nEnd.\n"
    assert [s.text for s in article(text).segments][-1] == "End."
    assert not any("---" in s.text for s in article(text).segments)


def test_sentences_with_gaps_are_no_table():
    two_spaces = "It is open.  It closes\nat 5.  On 1 May it is\nclosed.  Call us.\n"
    columns = (
        "The first column has words in    while another has 3 of them that\n"
        "it goes on and on in long lines    and so does the one beside it at 5\n"
        "until both of them are at an end    and nothing is left of them in 2024\n"
    )
    for text in (two_spaces, columns):
        kinds = {s.kind for s in article(f"Title\n\n{text}").segments}
        assert UnitKind.TABLE_CELL not in kinds


def test_an_address_keeps_its_brackets_with_and_without_its_scheme():
    # cut before the bracket, the rest would be words that an engine may lose
    for address in ("www.port.example/path_(new)", "https://port.example/path_(new)"):
        (segment,) = article(f"See {address} (in English).").segments
        assert [span.dest for span in segment.spans] == [address]
