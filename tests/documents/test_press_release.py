"""Press releases in plain text: what stands above the title and below the text."""

import datetime as dt

import pytest

from transflow.documents import ingest, read_article
from transflow.documents.ingest_text import clean_text
from transflow.model import UnitKind

RELEASE = """PATENT OFFICE OF NORLAND
PRESS RELEASE No. 31/2026
FOR IMMEDIATE RELEASE

Online filing becomes cheaper from January

NORDHAVN, 24 November 2026 - The Patent Office of Norland lowers its fees. The
change helps small firms.

Background
The Office was founded in 1891. It employs 312 people and examines more than
four thousand applications each year.

Fees
----
The fee is 120 crowns.

Media contact: Ida Holm, Tel. +47 22 11 00 00, press@npo.example

- ENDS -

Notes to editors

1. The Office is a member of the PCT.
"""


def kinds(text, **options):
    article = read_article(text.encode(), format="text", **options)
    assert article.render({each.id: each.text for each in article.segments}) == article.source
    return article, [(str(each.kind), each.text) for each in article.segments]


def test_a_release_with_labels_a_dateline_headings_and_an_end_mark():
    article, found = kinds(RELEASE)
    assert article.meta == {
        "title": "Online filing becomes cheaper from January",
        "date": dt.date(2026, 11, 24),
    }
    assert found[:4] == [
        ("paragraph", "PATENT OFFICE OF NORLAND"),
        ("paragraph", "PRESS RELEASE No. 31/2026"),
        ("paragraph", "FOR IMMEDIATE RELEASE"),
        ("title", "Online filing becomes cheaper from January"),
    ]
    headings = [text for kind, text in found if kind == "heading"]
    assert headings == ["Background", "Fees", "Notes to editors"]
    contact = "Media contact: Ida Holm, Tel. +47 22 11 00 00, press@npo.example"
    assert ("paragraph", contact) in found
    page = article.html({})
    assert "ENDS" not in page
    assert "----" not in page
    assert "<ul>" not in page
    assert b"- ENDS -" in article.render({})


@pytest.mark.parametrize(
    ("head", "title", "date"),
    [
        ("PRESS RELEASE\nNordhavn, 3 March 2026\n\nNew fees adopted\n", "New fees adopted", True),
        ("FOR IMMEDIATE RELEASE\nNew fees adopted\n", "New fees adopted", False),
        ("3 March 2026\n\nNew fees adopted\n", "New fees adopted", True),
        (
            "EMBARGOED UNTIL 10:00\n\nPress release 7/2026\n\nFees: all new!\n",
            "Fees: all new!",
            False,
        ),
        ("NEW FEES ADOPTED\nBY THE COUNCIL\n", "NEW FEES ADOPTED BY THE COUNCIL", False),
        ("News of 3 March 2026\n", "News of 3 March 2026", False),
        ("New fees adopted\n================\n", "New fees adopted", False),
    ],
)
def test_the_title_is_below_labels_and_datelines(head, title, date):
    article, _ = kinds(head + "\nThe Council adopted new fees on Monday. They hold for all.\n")
    assert article.meta["title"] == title
    assert ("date" in article.meta) is date


@pytest.mark.parametrize(
    ("head", "locale"),
    [
        ("COMMUNIQUÉ DE PRESSE\nPOUR DIFFUSION IMMÉDIATE\n\n", "fr"),
        ("Comunicado de prensa n.º 4\n\n", "es"),
        ("新闻稿\n\n", "zh"),
        ("Pressemitteilung Nr. 12/2026\n\n", "de"),
    ],
)
def test_labels_of_other_languages(head, locale):
    article, _ = kinds(head + "Q 7 R\n\nA b c d e f. G h.\n", locale=locale)
    assert article.meta["title"] == "Q 7 R"


@pytest.mark.parametrize("mark", ["- ENDS -", "ENDS", "# # #", "###", "-30-", "— FIN —", "***"])
def test_end_marks_and_rules_are_no_text(mark):
    _, found = kinds(f"Title\n\nIt ended on Monday.\n\n{mark}\n\nAbout us: we are many.\n")
    assert [text for _, text in found[1:]] == ["It ended on Monday.", "About us: we are many."]


def test_a_wrapped_last_word_is_no_end_mark():
    for read in (lambda text: kinds(text)[0].html({}), lambda text: ingest(text.encode()).text):
        assert "ends." in read("Title\n\nHere is how the story of the harbour\nends.\n")
        assert "end" in read("Title\n\nNobody knows whether the story has an\nend\n")


def test_lines_that_belong_together_stay_together():
    text = "Title\n\nThe Council met\non Monday. It went on for a long time after that.\n"
    assert [kind for kind, _ in kinds(text)[1]] == ["title", "paragraph", "paragraph"]
    address = "Title\n\nText here.\n\nHarbour Office\n1 Quay Street\nNordhavn\n"
    assert kinds(address)[1][-1] == ("paragraph", "Harbour Office 1 Quay Street Nordhavn")


WITH_CONTACTS = """Contact: Press Office, press@office.example

PRESS RELEASE No. 12

Office cuts fees for small firms
New scale applies from June

OSLO, 3 March 2026 -- The Office will cut its fees for small firms by a third.

Media contact:
Ida Berg
+47 22 11 22 33
press@office.example
"""


def test_whom_to_ask_is_no_title_and_an_address_keeps_its_lines():
    article = read_article(WITH_CONTACTS.encode(), format="text")
    assert article.meta["title"] == "Office cuts fees for small firms"
    units = [(unit.kind, unit.segments[0].text) for unit in article.units]
    assert (UnitKind.TITLE, "Office cuts fees for small firms") in units
    assert (UnitKind.PARAGRAPH, "New scale applies from June") in units
    assert [text for _, text in units][-3:] == ["Media contact:", "Ida Berg", "+47 22 11 22 33"]
    assert "<p>Ida Berg</p>\n<p>+47 22 11 22 33</p>" in article.html({})


def test_a_title_over_two_lines_is_one():
    wrapped = (
        "The office cuts its fees for small firms and for all\nUniversities of the country\n\n"
    )
    text = wrapped + "The Office will cut its fees for small firms by a third.\n"
    assert read_article(text.encode(), format="text").meta["title"].endswith("of the country")
    cased = "Office Cuts Fees\nFor All Small Firms\n\nThe Office will cut its fees by a third this year.\n"
    assert (
        read_article(cased.encode(), format="text").meta["title"]
        == "Office Cuts Fees For All Small Firms"
    )


@pytest.mark.parametrize(
    "head",
    [
        "  PRESS RELEASE            3 March 2026\n  =====================================\n\n  ",
        "PRESS RELEASE | 3 March 2026\n\n",
        "3 March 2026\tFOR IMMEDIATE RELEASE\n",
    ],
)
def test_a_label_with_the_date_at_its_side_is_no_title(head):
    text = f"{head}Registry to close over Easter\n\nThe registry will be closed. Post goes on.\n"
    read_in = read_article(text.encode(), format="text")
    assert read_in.meta["title"] == "Registry to close over Easter"
    assert str(read_in.meta["date"]) == "2026-03-03"
    assert read_in.render({}, "fr").decode() == text


@pytest.mark.parametrize(
    "head",
    [
        "Harbour Authority of Sandvik\nPress Office\n\nPRESS RELEASE 14/2026\n\nSandvik, 3 March 2026\n\n",
        "Harbour Authority of Sandvik\n12 Quay Street\nSandvik\n\n   3 March 2026\n\n",
        "Universität Sandvik - Pressestelle\n03.03.2026\n\n",
        "Office of Statistics                      3 March 2026\n\n",
    ],
)
def test_who_writes_is_no_title(head):
    text = f"{head}Traffic at a record\n\nThe port handled more goods than ever. It is open.\n"
    read_in = read_article(text.encode(), format="text")
    assert read_in.meta["title"] == "Traffic at a record"
    assert str(read_in.meta["date"]) == "2026-03-03"
    assert read_in.render({}, "fr").decode() == text


def test_a_body_in_a_title_is_a_title():
    for title in ("University of Sandvik wins a prize", "Office of Statistics"):
        text = f"{title}\n\nThe prize is for a boat made of waste. It is new.\n\nIt swims.\n"
        assert read_article(text.encode(), format="text").meta["title"] == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Dam opens\n\nGeneva, 3 March 2026\nPR/2026/912\nBy Ann Writer", "Dam opens"),
        ("Dam opens\nBy Ann Writer\n3 March 2026", "Dam opens"),
        ("Minister opens museum\n\nBy John Smith | 3 March 2026", "Minister opens museum"),
        ("Skip to content\nHome  News  About  Contact\n\nNews Release\n3 March 2026\n\nDam opens", "Dam opens"),
        ("FOR IMMEDIATE RELEASE\n\nContact:\nJane Doe\nAcme Corp.\n(555) 123-4567\njane@acme.com\n\nACME LAUNCHES NEW ROCKET\n\n3 March 2026", "ACME LAUNCHES NEW ROCKET"),
    ],
)  # fmt: skip
def test_who_wrote_and_when_are_lines_of_their_own(head, title):
    article, found = kinds(f"{head}\n\nWater rose on Tuesday. It fell again.\n")
    assert article.meta == {"title": title, "date": dt.date(2026, 3, 3)}
    assert ("title", title) in found
    for line in head.replace("\n\n", "\n").split("\n"):
        assert "@" in line or line in {text for _, text in found}
    taken = clean_text(article.source.decode(), "a.txt", "en")
    assert (taken.title, taken.date) == (title, dt.date(2026, 3, 3))


def test_the_word_for_a_year_may_stand_behind_it():
    article, found = kinds(
        "Пресс-релиз № 5\nЖенева, 3 марта 2026 г.\n\nБюро открыто\n\nБюро открыли. Оно большое.\n",
        locale="ru",
    )
    assert article.meta == {"title": "Бюро открыто", "date": dt.date(2026, 3, 3)}
    assert found[1] == ("paragraph", "Женева, 3 марта 2026 г.")


def test_a_second_line_that_is_written_otherwise_is_no_part_of_the_title():
    text = "Water Index 2026: River Towns Rise\nNew report shows a shift\n\n" + "Water rose. " * 9
    assert kinds(f"{text}\n")[0].meta["title"] == "Water Index 2026: River Towns Rise"


def test_where_to_ask_is_a_line_of_its_own():
    text = "Fees rise\n\nThey rise now.\n\nFor more please ask the office in town:\nTel: (+41 22) 338 81 61\nE-mail: a@b.example\n"
    assert [line for _, line in kinds(text)[1][2:]] == [
        "For more please ask the office in town:", "Tel: (+41 22) 338 81 61", "E-mail: a@b.example",
    ]  # fmt: skip
    body = clean_text(text, "a.txt", "en").body
    assert "town:\\\nTel: (+41 22) 338 81 61\\\nE-mail: a@b.example" in body


OPENING = (
    "Port opens\n\nThe harbour office opened a fishing port on Monday in the old town, it said.\n\n"
)
TABLE = """Table 1. Prices by group
Group         2025  2026
Food          2.4   2.1
Clothing      0.3   0.9
"""


def test_a_table_right_below_its_caption_is_one_with_the_text_below_it():
    text = f"{OPENING}{TABLE}Prices are those of June.\n"
    article = read_article(text.encode(), format="text")
    shown = [segment.text for segment in article.segments][2:]
    assert shown == [
        "Table 1. Prices by group", "Group", "2025", "2026", "Food", "2.4", "2.1", "Clothing", "0.3",
        "0.9", "Prices are those of June.",
    ]  # fmt: skip
    assert article.render({s.id: s.text for s in article.segments}, "en") == text.encode()


def test_rows_and_contacts_at_the_end_are_no_menu_when_a_release_is_taken_in():
    contact = "Press contacts\nAnn Lee | Press officer | +32 2 281 0000\n"
    found = clean_text(f"{OPENING}{TABLE}\n{contact}", "a.txt", "en")
    assert found.body.split("\n\n")[1:] == [
        "Table 1. Prices by group",
        "| Group | 2025 | 2026 |\n| --- | --- | --- |\n| Food | 2.4 | 2.1 |\n| Clothing | 0.3 | 0.9 |",
        "Press contacts\\\nAnn Lee | Press officer | +32 2 281 0000\n",
    ]
    rows = TABLE.split("\n", 2)[2] + "Housing       1.8   2.2\n"
    found = clean_text(f"{OPENING}Prices by group\n\n{rows}", "a.txt", "en")
    assert "| Housing | 1.8 | 2.2 |" in found.body
    assert not any("navigation" in decision for decision in found.decisions)


def test_a_telephone_keeps_the_lines_of_an_address():
    found = clean_text(f"{OPENING}Contacts\nMedia Relations\n613-555-0100\n", "a.txt", "en")
    assert found.body.endswith("Contacts\\\nMedia Relations\\\n613-555-0100\n")


TITLED = "New office opens in Nairobi"
LETTER = "Acme Corp.\n12 Main Street\nSpringfield, IL 62701\n(555) 123-4567"
PARTICULARS = "Date: 3 March 2026\nRef: ABC/12\nFor immediate release"


@pytest.mark.parametrize(
    ("head", "title", "locale"),
    [
        (f"{PARTICULARS}\n\n{TITLED}", TITLED, "en"),
        (f"{PARTICULARS}\n{TITLED}", TITLED, "en"),
        (f"Release date: 3 March 2026\n\nReference: PR/2026/12\n\nLocation: Geneva\n\n{TITLED}", TITLED, "en"),
        (f"Press Release No: 12/2026\nPublished: March 3, 2026\n\n{TITLED}", TITLED, "en"),
        ("Communiqué de presse\nDate : 3 mars 2026\nRéf. : ABC/12\n\nUn bureau ouvre", "Un bureau ouvre", "fr"),
        ("Fecha: 3 de marzo de 2026\nRef.: ABC/12\n\nUna oficina abre", "Una oficina abre", "es"),
        ("日期：2026年3月3日\n编号：ABC/12\n\n新办事处开幕", "新办事处开幕", "zh"),
        ("Дата: 3 марта 2026 г.\nИсх. № 12\n\nБюро открыто", "Бюро открыто", "ru"),
        ("التاريخ: 3 مارس 2026\nالرقم: 12\n\nمكتب جديد", "مكتب جديد", "ar"),
        ("الرئيسية > الأخبار\n\nمكتب جديد\n\nجنيف، 3 آذار/مارس 2026", "مكتب جديد", "ar"),
        ("مكتب جديد\n\n3 مارس/آذار 2026", "مكتب جديد", "ar"),
        ("مكتب جديد\n\n٣ آذار ٢٠٢٦", "مكتب جديد", "ar"),
        ("Inicio > Noticias\n\nUna oficina abre\n\nMadrid, 3 de marzo de 2026", "Una oficina abre", "es"),
        ("Una oficina abre\n\nMadrid, 3 de marzo de 2026.-", "Una oficina abre", "es"),
        ("Una oficina abre\n\nMadrid, 3 de marzo de 2026.- Es grande.", "Una oficina abre", "es"),
        ("首页＞新闻＞公报\n\n新办事处开幕\n\n2026年3月3日", "新办事处开幕", "zh"),
        ("首页 ＞ 新闻\n新办事处开幕\n2026年3月3日", "新办事处开幕", "zh"),
        (f"Home>News>Press\n\n{TITLED}\n3 March 2026", TITLED, "en"),
        (f"Home > News > {TITLED} for all\n\n{TITLED}\n3 March 2026", TITLED, "en"),
        (f"{LETTER}\n\n{TITLED}\n\n3 March 2026", TITLED, "en"),
        (f"OFFICE OF STATISTICS\n3, Quay Street\nTel. +41 22 338 91 11\n\nPRESS RELEASE\n\n{TITLED}\n\n3 March 2026", TITLED, "en"),
        ("NEW PORT HAS ROOM FOR MORE BOATS\nTHAN ALL OTHERS\n\n3 March 2026", "NEW PORT HAS ROOM FOR MORE BOATS THAN ALL OTHERS", "en"),
        ("PRESS RELEASE\nNEW PORT FOR MORE BOATS\nTHAN ALL\nTHE OTHERS\n\n3 March 2026", "NEW PORT FOR MORE BOATS THAN ALL THE OTHERS", "en"),
        ("MINISTRY OF FISHERIES\nNEW PORT OPENS\n\nSandvik, 3 March 2026", "NEW PORT OPENS", "en"),
        ("NEW PORT OPENS\nFOR IMMEDIATE RELEASE\n3 March 2026", "NEW PORT OPENS", "en"),
    ],
)  # fmt: skip
def test_heads_of_many_kinds_have_title_and_date_and_leave_nothing_else(head, title, locale):
    body = "The office has twelve staff members now. They work with forty countries every day."
    text = f"{head}\n\n{body}\n"
    article, _ = kinds(text, locale=locale)
    assert article.meta == {"title": title, "date": dt.date(2026, 3, 3)}
    found = clean_text(text, "a.txt", locale)
    assert (found.title, found.date) == (title, dt.date(2026, 3, 3))
    assert found.body.removeprefix("Madrid, 3 de marzo de 2026.- Es grande.\n\n") == f"{body}\n"
    assert len(found.decisions) >= 3


def test_a_release_says_its_day_in_its_label_or_below_a_second_title():
    text = "The port holds ninety boats now. It is new."
    opening = f"SANDVIK, Ill., March 3, 2026 /Newswire/ -- {text}"
    for head in (
        f"FOR IMMEDIATE RELEASE: March 3, 2026\n\nPort Opens\n\n{text}\n",
        f"Media Contact:\nAnn Lee\nann@port.example\n\nPort Opens\nIt is new and large\n\n{opening}\n",
    ):
        found = clean_text(head, "a.txt", "en")
        assert (found.title, found.date) == ("Port Opens", dt.date(2026, 3, 3))
    for label in ("Embargo: 5 March 2026", "Not for release before: 5 March 2026"):
        waiting = clean_text(f"{label}\n\nPort opens\n\n{text}\n", "a.txt", "en")
        assert (waiting.title, waiting.date) == ("Port opens", None)


def test_what_a_newsroom_has_around_its_titles_is_left_out():
    saved = "Newsroom\nPort opens in Sandvik\nPublished: 3 March 2026\nShare this page\n\n"
    found = clean_text(f"{saved}The port holds ninety boats now. It is new.\n", "a.txt", "en")
    assert (found.title, found.date) == ("Port opens in Sandvik", dt.date(2026, 3, 3))
    assert found.body == "The port holds ninety boats now. It is new.\n"


def test_a_title_that_names_a_page_below_another_is_no_menu():
    assert kinds("Sandvik > Port opens\n\nIt is open. It is new.\n")[0].meta["title"] == (
        "Sandvik > Port opens"
    )


def test_heads_of_many_letters_are_read_in_no_time():
    for line in (
        "Ref: " + "a" * 50000,
        "Home" + " " * 50000 + "x",
        "3 مارس/" * 20000,
        "a." * 50000,
    ):
        clean_text(f"{line}\n\nTitle\n\nText goes on. It ends.\n", "a.txt", "ar")
