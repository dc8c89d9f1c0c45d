"""Saved pages and press releases to articles."""

import datetime as dt

import pytest

from transflow.documents import ingest, read_article
from transflow.errors import ArticleError

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Sea day | The Harbour</title>
<meta property="og:title" content="Sea day: a report"><meta name="description" content="What the day brought.">
<meta property="article:published_time" content="2024-06-08T10:00:00Z"></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header>
<main><article><h1>Sea day: a report</h1><p class="date">June 8, 2024</p>
<p>The harbour opened its gates on Saturday for a <strong>whole day</strong>, and hundreds of visitors from
all over the island came to see the <a href="/boats">old boats</a> that were restored last year.</p>
<figure><img src="img/a.png" alt="Two boats"><figcaption>The two oldest boats of the harbour.</figcaption></figure>
<h2>What they saw</h2><p>In the morning the master of the yard showed how a plank is bent over steam, and in
the afternoon the children built small boats from cork &amp; paper, at 2 * 3 tables.</p>
<ul><li>A list of boats to begin with</li><li>And a second entry of the list</li></ul>
<blockquote><p>"It was the best day of the whole summer for all of us," said the master.</p></blockquote>
<table><tr><th>Boat</th><th>Year</th></tr><tr><td>Gull</td><td>1902</td></tr></table>
</article></main><aside><p>Related: other news</p></aside>
<footer><p>© The Harbour. <a href=/terms>Terms of use</a></p></footer></body></html>
"""

RELEASE = """Home | News | About us | Contact

HB/2024/31

Harbour signs agreement with four towns

Port Anna, June 8, 2024

The harbour said on Saturday that four towns
share its cost.

- The first town pays *half*
- The others pay the rest

# is the sign of the fund.

Back to top
"""


def test_a_saved_page_becomes_an_article(tmp_path):
    pytest.importorskip("trafilatura", reason="the extra `ingest` is not installed")
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    found = ingest(path)
    assert (found.title, found.date) == ("Sea day: a report", dt.date(2024, 6, 8))
    assert found.images == ("img/a.png",)
    assert found.name == "sea-day-a-report"
    article = read_article(found.text.encode(), format="markdown")
    assert article.meta["title"] == "Sea day: a report"
    texts = [segment.text for segment in article.segments]
    assert "Two boats" in texts
    assert "*The two oldest boats of the harbour.*" in texts
    assert "What they saw" in texts
    assert {"Boat", "Gull", "A list of boats to begin with"} <= set(texts)
    for gone in ("Home", "Terms of use", "Related", "June 8"):
        assert not any(gone in text for text in texts)
    page = article.html({})
    assert "<strong>whole day</strong>" in page
    assert '<a href="/boats">old boats</a>' in page
    assert "2 * 3 tables" in page
    assert "<blockquote>" in page


def test_a_press_release_becomes_an_article():
    found = ingest(RELEASE.encode())
    assert (found.title, found.date) == (
        "Harbour signs agreement with four towns",
        dt.date(2024, 6, 8),
    )
    page = read_article(found.text.encode(), format="markdown").html({})
    assert page == (
        "<p>The harbour said on Saturday that four towns share its cost.</p>\n"
        "<ul>\n<li>The first town pays *half*</li>\n<li>The others pay the rest</li>\n</ul>\n"
        "<p># is the sign of the fund.</p>\n"
    )
    said = " ".join(found.decisions)
    for part in ("Home | News", "HB/2024/31", "title:", "date 2024-06-08", "Back to top"):
        assert part in said


NESTED = """<html lang="en"><head><title>Nets</title></head><body><article><h1>Nets</h1>
<figure><img src="n.jpg" alt="A net"><figcaption>A net dries. Photo: <em>Ida Holm</em></figcaption></figure>
<p>The net loft was opened again on Friday after two years of work, and the town was invited to see it.</p>
<ul><li>Cotton nets are shown on the ground floor:<ol><li>a herring net</li><li>a trawl</li></ol></li>
<li>Nylon nets are shown above</li></ul>
<table><caption>Nets by year</caption><tr><th>Year</th><th>Nets</th></tr><tr><td>1950</td><td>12</td></tr></table>
<p>The loft is open every day until the end of September, and children come in without a ticket.</p>
</article></body></html>"""


def test_lists_in_lists_captions_and_table_captions_of_a_page():
    pytest.importorskip("trafilatura", reason="the extra `ingest` is not installed")
    found = ingest(NESTED.encode())
    assert (
        "- Cotton nets are shown on the ground floor:\n  1. a herring net\n  1. a trawl\n"
        "- Nylon nets are shown above\n"
    ) in found.text
    assert found.text.count("Ida Holm") == 1
    assert "\n\nNets by year\n\n| Year | Nets |\n" in found.text


LABELLED = """Skip to content
Home    Boats    Contact

FOR IMMEDIATE RELEASE

HB/2024/40
Net Loft Opens Again

Port Anna, 7 June 2024

The net loft is open every day.

What is shown

* Cotton nets
* Nylon nets, on the
  upper floor

About the harbour
-----------------
The harbour was dug in 1880.

Media contact
Ida Holm, press@harbour.example

# # #

Privacy | Terms | Site map
"""


def test_labels_headings_items_and_end_marks_of_a_press_release():
    found = ingest(LABELLED.encode())
    assert (found.title, found.date) == ("Net Loft Opens Again", dt.date(2024, 6, 7))
    assert found.text.partition("\n---\n\n")[2] == (
        "The net loft is open every day.\n\n## What is shown\n\n- Cotton nets\n"
        "- Nylon nets, on the upper floor\n\n## About the harbour\n\nThe harbour was dug in 1880.\n\n"
        "Media contact\\\nIda Holm, press@harbour.example\n"
    )
    said = "\n".join(found.decisions)
    for part in ("label: 'FOR IMMEDIATE RELEASE'", "HB/2024/40", "end mark: '# # #'", "Skip to"):
        assert part in said


@pytest.mark.parametrize(
    ("text", "locale", "wanted"),
    [
        ("Genève, le 8 juin 2024", "fr", dt.date(2024, 6, 8)),
        ("1er mars 2023", "fr", dt.date(2023, 3, 1)),
        ("8 de junio de 2024", "es", dt.date(2024, 6, 8)),
        ("2024年6月8日", "zh", dt.date(2024, 6, 8)),
        ("令和6年6月8日（土）", "ja", dt.date(2024, 6, 8)),
        ("平成元年１月８日", "ja", dt.date(1989, 1, 8)),
        ("中華民國113年6月8日", "zh-Hant", dt.date(2024, 6, 8)),
        ("2024-06-08", "en", dt.date(2024, 6, 8)),
        ("31 February 2024", "en", None),
        ("May be 5", "en", None),
    ],
)
def test_dates(text, locale, wanted):
    from transflow.documents.dates import read_date

    assert read_date(text, locale) == wanted


def test_what_is_no_article_says_so(tmp_path):
    with pytest.raises(ArticleError, match="no line that could be a title"):
        ingest(b"\n\nHome\n\n")
    with pytest.raises(ArticleError, match="cannot be read"):
        ingest(tmp_path / "missing.html")
    with pytest.raises(ArticleError, match="is not UTF-8"):
        ingest(b"caf\xe9")


WITH_MENU = """Main menu
Home\tNews\tPress\tAbout

May 24, 2024 | Press Release

Contact:
Jo Lee
+1 555 123 4567
jo@example.org

A Reading Room Opens for Sailors
By Jo Lee

The room opened today. It holds many books.

About the room
The room is open to every sailor on shore. It costs nothing.
Share
Back to top
"""


def test_menus_addresses_bylines_and_short_first_lines_are_told_apart():
    found = ingest(WITH_MENU.encode(), format="text")
    assert (found.title, str(found.date)) == ("A Reading Room Opens for Sailors", "2024-05-24")
    body = found.text.partition("---\n\n")[2]
    assert body == (
        "Contact:\\\nJo Lee\\\n+1 555 123 4567\\\njo@example.org\n\nBy Jo Lee\n\n"
        "The room opened today. It holds many books.\n\n## About the room\n\n"
        "The room is open to every sailor on shore. It costs nothing.\n"
    )
    assert "left out as navigation: 'Main menu'" in found.decisions
    assert "left out as navigation at the end: 'Share'" in found.decisions


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("A Title\n\nGENEVA, 8 March 2024 -- It rained. It stopped.\n", "2024-03-08"),
        ("A Title\n\nGENEVA — On 8 March 2024 it rained.\n", "None"),
        ("News   |   No. 45/2024   |   April 3, 2024\n\nA Title\n\nIt rained.\n", "2024-04-03"),
    ],
)
def test_the_date_of_a_first_paragraph_or_a_line_above_the_title(text, date):
    found = ingest(text.encode(), format="text")
    assert (found.title, str(found.date)) == ("A Title", date)
    assert "It" in found.text or "it" in found.text


def test_a_page_laid_out_with_tables_is_text_and_tables_of_data_stay():
    story = "<p>The harbour opened its gates on Saturday for a whole day, and hundreds came to see the boats.</p>"
    data = "<table><tr><th>Boat</th><th>Length</th></tr><tr><td><p>Gull</p></td><td><p>9 m</p></td></tr></table>"
    page = (
        "<html><head><title>Sea day</title></head><body><table width=100%><tr><td><a href=/>Home</a></td>"
        f"<td><h1>Sea day</h1>{story}{story.replace('harbour', 'old yard')}{data}</td></tr></table></body></html>"
    )
    found = ingest(page.encode(), format="html")
    assert found.text.count("\n\nThe ") == 2
    assert "| Gull | 9 m |" in found.text


OFFICE = """<!DOCTYPE html><html lang="en"><head><title>About the Office | The Office</title>
<meta property="og:title" content="About the Office"></head><body><header><a href="/">Home</a></header><main>
<h1>About the Office</h1>
<p>We have granted patents since <time datetime="1891-04-01">1 April 1891</time>.<br>Today 312 people work here.
<p>Our mission is simple: good patents, granted fast, and at a price that every inventor can pay.</p>
<blockquote><p>A patent office is a library with a door in both directions.</p>
<footer>— Ingrid Holm, in a speech</footer></blockquote>
<dl><dt>Filing</dt><dd>Handing in an application</dd></dl></main>
<footer>&copy; 2026 The Office. All rights reserved.</footer></body></html>
"""


def test_times_and_who_is_quoted_come_with_a_page_and_no_date_is_made_up():
    pytest.importorskip("trafilatura", reason="the extra `ingest` is not installed")
    found = ingest(OFFICE.encode())
    assert "We have granted patents since 1 April 1891." in found.text
    assert (
        "> A patent office is a library with a door in both directions.\n>\n> — Ingrid Holm, in a speech"
        in found.text
    )
    assert found.date is None
    assert "date:" not in found.text
    assert "no date found" in found.decisions


def test_what_of_the_main_part_is_not_taken_over_is_told():
    pytest.importorskip("trafilatura", reason="the extra `ingest` is not installed")
    found = ingest(OFFICE.encode())
    for text in ("Filing", "Handing in an application"):
        assert (text in found.text) or (f"not taken over: {text!r}" in found.decisions)
    assert not any("All rights" in said or "Home" in said for said in found.decisions)
    assert not [said for said in ingest(PAGE.encode()).decisions if said.startswith("not taken")]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published on 3 March 2026", "2026-03-03"),
        ("Published on 2026-03-03", "2026-03-03"),
        ("Published in 2026", "None"),
    ],
)
def test_a_date_of_a_page_stands_on_it(line, date):
    pytest.importorskip("trafilatura", reason="the extra `ingest` is not installed")
    page = OFFICE.replace("<p>Our", f'<p class="date">{line}</p><p>Our')
    assert str(ingest(page.encode()).date) == date


def release(text):
    return ingest(text.encode(), format="text")


def shown(text):
    return release(text).text.partition("---\n\n")[2]


def test_who_writes_where_and_when_stands_above_the_title():
    """A letterhead, with the date at its side, below it or before a label."""
    text = "\n\nThe port handled more goods than ever before.\n\nIt is open.\n"
    for head in (
        "Harbour Authority of Sandvik\n12 Quay Street\n\nSandvik, 1 July 2026\n\n",
        "Office of Statistics                      1 July 2026\n\n",
        "Universität Sandvik - Pressestelle\n01.07.2026\n\n",
        "HARBOUR AUTHORITY\nPress Office\n\nPRESS RELEASE 14/2026\n\nSandvik, 1 July 2026\n\n",
    ):
        found = release(f"{head}Traffic at a record{text}")
        assert (found.title, str(found.date)) == ("Traffic at a record", "2026-07-01")
        assert "Sandvik" not in found.text
    assert release(f"University of Sandvik wins prize\n\n1 July 2026{text}").title == (
        "University of Sandvik wins prize"
    )


def test_a_mail_says_its_title_and_date():
    found = release(
        "From: press@council.example\nTo: all\nSubject: Council approves budget\n"
        "Date: Tue, 3 Nov 2026 10:15:00 +0100\n\nDear all,\n\nThe budget was approved.\n"
    )
    assert (found.title, str(found.date)) == ("Council approves budget", "2026-11-03")
    assert "press@council.example" not in found.text


def test_whom_to_ask_above_a_title_and_what_says_more_below_it():
    text = (
        "FOR IMMEDIATE RELEASE\nContact: Jane Doe\nPhone: (555) 010-2030\n\n"
        "City Museum Opens Gallery\nVisitors may touch 400 objects\n\nThe gallery is open.\n\nCome.\n"
    )
    assert release(text).title == "City Museum Opens Gallery"
    assert shown(text).split("\n\n")[1] == "Visitors may touch 400 objects"


def test_a_title_over_two_lines_and_a_text_without_one():
    rest = "\n\nThe Commission proposed simpler rules today.\n\nThey are short.\n"
    wrapped = release(f"Commission proposes simpler rules for\nsmall producers of cheese{rest}")
    assert wrapped.title == "Commission proposes simpler rules for small producers of cheese"
    wire = (
        "SANDVIK (AP) — Two ships collided in thick fog off Sandvik on Friday, but nobody was hurt "
        "in the accident. Both reached the port."
    )
    found = release(f"{wire}\n\nIt was early.\n")
    assert found.title == (
        "Two ships collided in thick fog off Sandvik on Friday, but nobody was hurt in the accident"
    )
    assert wire in found.text


@pytest.mark.parametrize(
    "line",
    [
        "- 1 -",
        "Page 1 of 2",
        "10/11/2026, 14:22                 New bridge opens | City of Sandvik",
        "https://city.example/news/new-bridge                                       1/2",
        "(c) 2026 Fisheries Institute",
        "Share this page: Facebook Twitter LinkedIn",
        "Last updated: 7 May 2026",
        "Reference: 26-017",
        "Related news\nHerring quota rises\nNew rules for nets",
    ],
)
def test_what_printers_and_sites_add_is_left_out(line):
    text = "New bridge opens\n\nThe bridge over the river opened on Monday.\n\nIt cost 90 million."
    found = release(f"{text}\n\n{line}\n")
    assert found.text == release(text).text
    assert any("left out" in decision for decision in found.decisions)


def test_what_only_looks_like_an_addition_stays():
    for line in (
        "Share prices rose by a third.",
        "The page 1 story was about fish.",
        "More news from the islands came in the evening.",
        "Copyright protects works for seventy years.",
    ):
        assert line in release(f"Title here\n\nA first text.\n\n{line}\n\nEnd of it.\n").text


BOOK = """<!doctype html><html lang=en><head><title>How nets are made - The fisher's book</title>
<meta name=description content="Nets were made by hand for a thousand years, and then …"></head><body>
<div class=help><h2>Keyboard shortcuts</h2><p>Press s to search in the book.</p></div>
<header><h1>The fisher's book</h1></header><main>
<h1 id=nets><a class=header href="#nets">How nets are made</a></h1>
<p>Nets were made by hand for a thousand years, and then a machine came from Scotland that made ten in a day.</p>
<h2 id=rope>Rope<a class=headerlink href="#rope" title="Permalink to this heading">¶</a></h2>
<p>Rope was spun from hemp, which grew in every garden of the coast until cotton came over the sea.</p>
<h2>About <a href="/makers">the makers</a></h2><p>Three families made all nets of the island for two hundred years.</p>
</main></body></html>"""


def test_the_title_is_the_heading_that_the_page_says_and_headings_link_nowhere():
    found = ingest(BOOK.encode())
    assert found.title == "How nets are made"
    assert "## Rope\n" in found.text
    assert "## About [the makers](/makers)" in found.text
    assert "¶" not in found.text
    assert "(#nets)" not in found.text


def test_a_summary_that_is_the_cut_beginning_is_none():
    assert "summary:" not in ingest(BOOK.encode()).text
    whole = BOOK.replace("Nets were made by hand for a thousand years, and then …", "Of nets.")
    assert "summary: Of nets." in ingest(whole.encode()).text


OLD = """<html><head><title>Library - News</title></head><body><table><tr><td><a href=/>Home</a></td><td>
<h2>Library extends opening hours</h2><b>Monday, May 4, 2026</b>
<p>From June the library will be open until ten in the evening on all weekdays, the city council decided.</p>
<p>Readers had asked for longer hours in a survey last year, in which two thousand people took part.</p>
</td></tr></table></body></html>"""


def test_an_old_page_has_its_title_in_its_only_heading_and_its_date_below():
    found = ingest(OLD.encode())
    assert (found.title, str(found.date)) == ("Library extends opening hours", "2026-05-04")


def test_a_label_above_the_title_is_no_text_and_an_address_keeps_its_lines():
    found = ingest(
        b"<html lang=en><title>Money for small harbours</title><main><p>Press release</p><h1>Money for small harbours</h1>"
        b"<p>Forty small harbours will get twenty million euros for repairs over three years, the Ministry said.</p>"
        b"<p>The money goes to harbours with fewer than fifty boats, and to those that were hit by the storm.</p>"
        b"<h3>Contact</h3><p>Press office<br>Tel. +46 8 123 45 67<br>press@ministry.example</p></main></html>"
    )
    assert "Press release" not in found.text
    assert found.text.count("Money for small harbours") == 1
    assert "Press office\\\nTel. +46 8 123 45 67\\\npress@ministry.example" in found.text


@pytest.mark.parametrize(
    ("top", "date"),
    [
        ("PRESS RELEASE<br>Geneva, March 3, 2003<br>PR/2003/12<h1>Fees rise</h1>", "2003-03-03"),
        ("Geneva, March 3, 2003<br>{}", "2003-03-03"),
        ("Geneva, March 3, 2003<br>Paris, March 4, 2003<br>{}", "None"),
        ("March 4, 2003<br>Menu<br>News<br>Search<br>Help<h1>Fees rise</h1>", "None"),
    ],
)
def test_a_date_above_the_title_is_close_to_it_or_the_only_one(top, date):
    text = "<p>The office raises its fees.</p><p>The change is small, and it begins in May.</p>" * 3
    page = f"<html><head><title>Fees rise</title></head><body>{top}{text}</body></html>"
    assert str(ingest(page.encode(), format="html").date) == date


def test_code_with_fences_in_it_stays_code():
    page = (
        "<html><head><title>Notes</title></head><body><main><h1>Notes</h1><p>Write this file now.</p>"
        "<pre><code># Docs\n```rust\nfn a() {}\n```\n</code></pre><p>Then run the tool on it.</p></main></body></html>"
    )
    body = ingest(page.encode(), format="html").text
    assert "````\n# Docs\n```rust\nfn a() {}\n```\n````" in body
