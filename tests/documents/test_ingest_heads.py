"""Title and date of a saved page: the ones its readers see at the headline, and neither a second time in the text."""

import pytest

from transflow.documents import ingest
from transflow.documents.ingest_dates import date_line

pytest.importorskip("trafilatura", reason="the extra `ingest` is not installed")

H = "<h1>New fishing port opens</h1>"
ART = (
    "<p>The new port of Sandvik was opened on Tuesday by the mayor, and more than two hundred boats took part in the day.</p>"
    "<p>It has room for ninety boats and a hall in which the catch of the night is sold at five in the morning.</p>"
    "<h2>What comes next</h2>"
    "<p>The old port will be filled with sand and stones until the autumn, and a park is planned on the place.</p>"
    "<p>The town pays one half of the costs, and the fishers of the whole coast together pay the other half.</p>"
)
TEXT = "The new port of Sandvik"
DAY = "<p>3 March 2026</p>"
CARD = "<article><h3><a href=a>Old port closes</a></h3><time datetime=2024-05-12>12 May 2024</time></article>"


def made(body, head="<title>New fishing port opens | Harbour News</title>"):
    page = f"<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}</body></html>"
    return ingest(page.encode(), format="html")


def body_of(found):
    return found.text.partition("\n---\n\n")[2]


@pytest.mark.parametrize(
    ("above", "stays"),
    [
        ("", ""),
        ("<p>Fisheries and the sea</p>", "Fisheries and the sea\n\n"),
        ("<figure><img src=a.jpg alt='A port'></figure>", "![A port](a.jpg)\n\n"),
        ("<p>New fishing port opens</p>", ""),
        (f"<p>Fisheries and the sea</p>{DAY}", "Fisheries and the sea\n\n"),
        (f"<h2>Fisheries and the sea</h2><div>{H}</div>", "## Fisheries and the sea\n\n"),
    ],
)
@pytest.mark.parametrize("day", [DAY, "<h4>3 March 2026</h4>", "<p>Published: 3 March 2026</p>"])
def test_headline_and_date_stand_once_wherever_they_are_at_the_top(above, stays, day):
    found = made(f"<main>{above}{H}{day}{ART}</main>")
    assert (found.title, str(found.date)) == ("New fishing port opens", "2026-03-03")
    assert body_of(found).startswith(f"{stays}{TEXT}")
    assert "fishing port opens" not in body_of(found)


def test_a_heading_far_below_that_says_the_title_again_stays():
    again = "<h2>New fishing port opens</h2><p>This is how we said it in the year before the last one.</p>"
    assert "## New fishing port opens\n" in body_of(made(f"<main>{H}{ART * 5}{again}</main>"))


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "<title>New fishing port opens – Harbour Office</title>",
            f"<header><h1>Harbour Office</h1></header><div>{H.replace('h1', 'h2')}{ART}</div>",
        ),
        (
            "<title>Harbour Office | New fishing port opens</title>",
            f"<header><h1>Harbour Office</h1></header><main>{H.replace('h1', 'h2')}{ART}</main>",
        ),
        (
            "<title>New fishing port opens – Harbour Office</title>",
            f"<div><h1>Harbour Office</h1></div><div class=headline>New fishing port opens</div>{ART}",
        ),
        (
            "<title>New fishing port opens</title><meta property=og:title content='New fishing port opens'>",
            f"<div class=headline>» » New fishing port opens</div>{ART}",
        ),
        (
            "<title>New fishing port opens | Harbour News</title>",
            (
                f"<div class=headline>New fishing port opens</div>{ART.replace('<h2>What comes next</h2>', '')}"
                "<div class=sidebar><h2>Latest news</h2><a href=a>Old port closes</a></div>"
            ),
        ),
        (
            "<title>Harbour News - New fishing port opens</title><meta property=og:title content='Port opens at last'>",
            f"<main>{H}{ART}</main>",
        ),
        (
            "<title>A port for ninety boats</title><meta property=og:title content='New fishing port opens | TIME.com'>",
            f"<main>{H}{ART}</main>",
        ),
        (
            "<title>A port for ninety boats</title><meta property=og:title content='New fishing port opens | CNN Politics'>",
            f"<main><h1>A harbour</h1>{ART}</main>",
        ),
        (
            (
                "<title>A port</title><meta property=og:title content='New fishing port opens - Hindustan Times'>"
                "<meta property=og:site_name content='Hindustan Times'>"
            ),
            f"<main><h1>A harbour</h1>{ART}</main>",
        ),
        (
            "<title>New fishing port opens - Harbour News</title>",
            f"<main><h3>New fishing port opens</h3>{ART}</main>",
        ),
    ],
)
def test_the_title_is_what_a_heading_and_the_head_of_the_page_say(head, body):
    found = made(body, head)
    assert found.title == "New fishing port opens"
    assert "fishing port opens" not in body_of(found)


MODIFIED = '<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2026-05-09T10:00:00Z"}</script>'
TITLE = "<title>New fishing port opens</title>"


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        (
            "",
            f"<main>{H}{DAY}{ART}<section><h2>More stories</h2>{CARD}</section></main>",
            "2026-03-03",
        ),
        ("", f"<main>{H}{ART}<section><h2>More stories</h2>{CARD}</section></main>", "None"),
        ("", f"<main>{H}{ART}</main><aside><h2>Latest</h2>{CARD}</aside>", "None"),
        (MODIFIED, f"<main>{H}{DAY}{ART}</main>", "2026-03-03"),
        (MODIFIED, f"<main>{H}{ART}<p>9 May 2026</p></main>", "None"),
        ("", f"<main>{H}{ART}</main><footer>Last updated: 5 March 2026</footer>", "None"),
        ("", f"<main>{H}<p>Last updated: 5 March 2026</p>{ART}</main>", "None"),
        (
            "",
            f"<main>{H}<p>Updated <time datetime=2026-03-05>5 March 2026</time></p>{ART}</main>",
            "None",
        ),
        (
            "<meta property=article:modified_time content=2026-03-05>",
            f"<main>{H}{ART}<p>5 March 2026</p></main>",
            "None",
        ),
        (
            "<meta property=article:published_time content=2026-03-03>",
            f"<main>{H}{ART}</main>",
            "2026-03-03",
        ),
        (
            "",
            f"<main>{H}<p>A lead</p><p>By Ann Lee</p><p>Fisheries desk</p>{DAY}{ART}</main>",
            "2026-03-03",
        ),
    ],
)
def test_the_date_is_that_at_the_headline_and_of_no_change_or_other_page(head, body, date):
    found = made(body, TITLE + head)
    assert str(found.date) == date
    assert ("3 March 2026" in body_of(found)) is False


@pytest.mark.parametrize(
    "opening",
    ["GENEVA, 3 March 2026 – The", "<strong>GENEVA, 3 March 2026</strong> – The"],
)
def test_the_date_with_which_the_text_begins_stays_in_it(opening):
    found = made(
        f"<main>{H}<p>{opening} harbour office has new rooms and opens on all days.</p>{ART}</main>"
    )
    assert str(found.date) == "2026-03-03"
    assert "GENEVA, 3 March 2026" in body_of(found)


@pytest.mark.parametrize(
    ("line", "locale", "date"),
    [
        ("Released: Tuesday 3 March 2026", "en", "2026-03-03"),
        ("Tuesday, March 3, 2026, 10:15 a.m. EST", "en", "2026-03-03"),
        ("令和8年3月3日", "ja", "2026-03-03"),
        ("Published: 3 March 2026 | Last updated: 5 March 2026", "en", "2026-03-03"),
        ("Last updated: 5 March 2026 | Published: 3 March 2026", "en", "2026-03-03"),
        ("3 March 2026, 9 am", "en", "2026-03-03"),
        ("First published on 3 March 2026 at 10:15 GMT", "en", "2026-03-03"),
        ("2:28 p.m. EST March 3, 2026", "en", "2026-03-03"),
        ("Tuesday, March 3, 2026, 11:01 am PT (02:01 pm ET)", "en", "2026-03-03"),
        ("Sandvik – 3 March 2026", "en", "2026-03-03"),
        ("Press release | 3 March 2026", "en", "2026-03-03"),
        ("03/03/2026", "en", "2026-03-03"),
        ("25/03/2026", "en", "2026-03-25"),
        ("03/25/2026", "en", "2026-03-25"),
        ("03/04/2026", "en", "None"),
        ("Publié le mardi 3 mars 2026 à 10h15", "fr", "2026-03-03"),
        ("Dienstag, 3. März 2026, 10:15 Uhr", "de", "2026-03-03"),
        ("发布时间：2026年3月3日 10:15", "zh", "2026-03-03"),
        ("Updated 5 March 2026", "en", "None"),
        ("The port opened on 3 March 2026.", "en", "None"),
        ("By Ann Lee | 3 March 2026", "en", "None"),
    ],
)
def test_lines_that_say_no_more_than_a_date(line, locale, date):
    assert str(date_line(line, locale, alone=True)) == date


def test_a_line_with_the_writer_says_the_date_and_stays():
    found = made(f"<main>{H}<p>By Ann Lee | 3 March 2026</p>{ART}</main>")
    assert str(found.date) == "2026-03-03"
    assert body_of(found).startswith("By Ann Lee | 3 March 2026\n\n")


@pytest.mark.parametrize("part", ["<h3><a href=x>Port news</a></h3>", "<ul><li>One</ul>"])
def test_a_page_of_many_like_parts_is_read_in_no_time(part):
    assert made(f"<main>{H}{DAY}{ART}{part * 1200}</main>").title == "New fishing port opens"


@pytest.mark.parametrize(
    "part",
    [
        "<pre>-rw-r--r-- 1 root root 20 2024-03-24 19:05 catch.csv</pre>",
        "<p>The next meeting is on 2025-01-15 in the town hall. All are welcome to come.</p>",
        "<p>It met on 2025-01-15.</p>",
        "<ul><li>2025-01-15 the town hall</li></ul>",
        "<table><tr><td>2025-01-15<td>90 boats<tr><td>2025-02-15<td>80 boats</table>",
        "<h2>The storm of 2025-01-15</h2><p>It sank nine boats of the old fleet.</p>",
        "<p>The council met on <time datetime=2025-01-15>15 January</time> and said yes to it.</p>",
    ],
)
def test_a_day_in_prose_code_or_cells_is_not_that_of_the_page(part):
    found = made(f"<main>{H}{ART * 2}{part}{ART}</main>", TITLE)
    assert found.date is None
    assert "no date found" in found.decisions


@pytest.mark.parametrize(
    "part",
    [
        "<div class=post-date>3 March 2026, for the harbour desk, by Ann Lee and Bo Ek</div>",
        "<p>By Ann Lee, harbour desk, 2026-03-03</p>",
        f"<p><span class=meta>Posted by{' ' * 99}<a href=/a>Ann Lee</a>{' ' * 99}on March 3, 2026</span></p>",
        "<p>Published on 2026-03-03.</p>",
        "<p><time datetime=2026-03-03>Tuesday</time> | Harbour desk | 4 min</p>",
        "<meta itemprop=datePublished content=2026-03-03>",
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-03-03T10:00:00Z"}</script>',
    ],
)
def test_a_day_that_an_element_a_line_or_the_head_says_is_that_of_the_page(part):
    assert str(made(f"<main>{H}{ART * 2}{part}{ART}</main>", TITLE).date) == "2026-03-03"


@pytest.mark.parametrize(
    "day",
    [
        "<dl><dt>Published</dt><dd>3 March 2026</dd></dl>",
        "<dl><dt>Published:</dt><dd><p>3 March 2026</p></dd></dl>",
        "<div>Publication date</div><div>3 March 2026</div>",
        "<div><div><b>Date</b></div><div>3 March 2026</div></div>",
        "<h4>Published on</h4><p>3 March 2026</p>",
    ],
)
def test_what_names_the_date_goes_with_it(day):
    found = made(f"<main>{H}{day}{ART}</main>")
    assert str(found.date) == "2026-03-03"
    assert body_of(found) == body_of(made(f"<main>{H}{ART}</main>"))


def test_a_label_of_other_things_stays():
    found = made(
        f"<main>{H}<dl><dt>Published<dd>3 March 2026<dt>Author<dd>Ann Lee</dl>{ART}</main>"
    )
    assert body_of(found).startswith("Author\n: Ann Lee\n\nThe new port")


HAN = "专利授权量增长5.2%"
NEWS = (
    "<p>国家知识产权局今天表示，专利授权量比去年增长了百分之五点二，这是自二零一八年以来的最大增幅，并且将继续增长。</p>"
    "<p>国家知识产权局今天还表示，商标注册量下降了百分之一，外观设计数量保持不变，全年共受理申请一百二十万件。</p>"
)


@pytest.mark.parametrize("sign", [" | ", " - ", "_", "｜", " _ ", "-要闻_"])
def test_a_title_with_a_dot_is_no_address_of_a_site(sign):
    """Whatever stands between a title and the name of its site."""
    found = made(f"<div class=title>{HAN}</div>{NEWS}", f"<title>{HAN}{sign}国家知识产权局</title>")
    assert found.title == (HAN if sign[0] != "-" else f"{HAN}-要闻")
    assert HAN not in body_of(found) or sign[0] == "-"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f"{HAN}_国家知识产权局", HAN),
        (f"{HAN} | 国家知识产权局", HAN),
        ("Catch up 5.2% | Harbour Office", "Catch up 5.2%"),
        (
            "Mr. Ek of the port retires - Harbour Office",
            "Mr. Ek of the port retires - Harbour Office",
        ),
        ("harbour.example - Mr Ek retires", "Mr Ek retires"),
        ("What snake_case is", "What snake_case is"),
    ],
)
def test_a_title_that_stands_nowhere_on_the_page_loses_a_sure_name(head, title):
    assert (
        made(NEWS + ART.replace("<h2>What comes next</h2>", ""), f"<title>{head}</title>").title
        == title
    )
