"""Lists of articles: a front page and archive pages, the same ones in every locale."""

from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import html5lib
import pytest

from transflow.documents import read_article
from transflow.model import Severity
from transflow.publishing.facts import facts

from .newsroom import Newsroom

BASE = "https://news.example.org"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def dated(*days):
    return {
        f"day-{day:02}.md": f"---\ntitle: Day {day}\ndate: 2024-05-{day:02}\n---\n\nIt is day {day}.\n"
        for day in days
    }


@pytest.fixture
def room(tmp_path):
    """Eight articles, two a page; all are out in French and one in Arabic."""
    room = Newsroom.make(tmp_path, dated(*range(1, 9)))
    room.settings["site"]["page_size"] = 2
    room.translate("fr")
    room.translate("ar", "day-03")
    return room


def page(room, address):
    return html5lib.parse(room.page(address), namespaceHTMLElements=False)


def listed(room, address):
    return [one.get("href") for one in page(room, address).find(".//ul[@class='cards']").iter("a")]


def related(room, address, relation):
    return [
        one.get("href") for one in page(room, address).iter("link") if one.get("rel") == relation
    ]


def languages(room, address):
    return {
        one.get("hreflang"): one.get("href")
        for one in page(room, address).iter("link")
        if one.get("rel") == "alternate" and one.get("hreflang")
    }


def test_the_newest_are_on_the_front_page_and_every_older_one_on_one_archive_page(room):
    room.publish()
    assert listed(room, "fr/") == ["day-08/", "day-07/"]
    assert listed(room, "fr/page/3/") == ["../../day-06/", "../../day-05/"]
    assert listed(room, "fr/page/2/") == ["../../day-04/", "../../day-03/"]
    assert listed(room, "fr/page/1/") == ["../../day-02/", "../../day-01/"]
    assert "fr/page/4/index.html" not in room.files()


def test_list_pages_lead_to_one_another_in_head_and_body(room):
    room.publish()
    chain = {"fr/": ([], ["page/3/"]), "fr/page/3/": (["../../"], ["../2/"])}
    chain |= {"fr/page/2/": (["../3/"], ["../1/"]), "fr/page/1/": (["../2/"], [])}
    for address, (newer, older) in chain.items():
        assert related(room, address, "prev") == newer
        assert related(room, address, "next") == older
        navigation = page(room, address).find(".//nav[@class='more']")
        assert [one.get("href") for one in navigation.iter("a")] == [*newer, *older]
    assert "Articles plus anciens" in room.page("fr/")
    assert "<h1>Archives, page 2</h1>" in room.page("fr/page/2/")
    assert '<meta name="description" content="Archives, page 2 – ' in room.page("fr/page/2/")


def test_list_pages_correspond_in_all_languages(room):
    room.publish()
    assert listed(room, "ar/page/2/") == ["../../../en/day-04/", "../../day-03/"]
    for locale in ("en", "fr", "ar"):
        assert languages(room, f"{locale}/page/2/") == {
            "en": f"{BASE}/en/page/2/",
            "fr": f"{BASE}/fr/page/2/",
            "ar": f"{BASE}/ar/page/2/",
            "x-default": f"{BASE}/en/page/2/",
        }
        assert related(room, f"{locale}/page/2/", "canonical") == [f"{BASE}/{locale}/page/2/"]
    assert languages(room, "fr/")["x-default"] == f"{BASE}/"


def test_undated_articles_are_in_the_same_order_in_all_languages(tmp_path):
    room = Newsroom.make(tmp_path, {"a.md": "# A\n\nOne here.\n"})
    room.settings["site"]["page_size"] = 1
    room.translate("ar", "a")
    room.publish()
    room.write("b.md", "# B\n\nTwo here.\n")
    room.now = datetime(2024, 9, 5, tzinfo=UTC)
    room.publish()
    room.now = datetime(2024, 9, 9, tzinfo=UTC)
    room.translate("fr", "a")
    room.publish()
    for locale in ("en", "fr", "ar"):
        assert [href.rstrip("/").rpartition("/")[2] for href in listed(room, f"{locale}/")] == ["b"]


def test_the_sitemap_has_the_archive(room):
    room.publish()
    urls = {
        url.find(f"{MAP}loc").text: {one.get("hreflang"): one.get("href") for one in url.iter(LINK)}
        for url in ET.fromstring(room.files()["fr/sitemap.xml"])
    }
    assert {f"{BASE}/fr/", f"{BASE}/fr/page/1/", f"{BASE}/fr/page/3/"} <= urls.keys()
    assert urls[f"{BASE}/fr/page/1/"] == languages(room, "fr/page/1/")
    assert urls[f"{BASE}/fr/"] == languages(room, "fr/")


def test_a_new_article_leaves_the_archive_as_it_is(room):
    room.publish()
    for name, text in dated(9).items():
        room.write(name, text)
    report = room.publish()
    assert listed(room, "fr/") == ["../en/day-09/", "day-08/", "day-07/"]
    assert not [path for path in report.written if "/page/" in path]
    for name, text in dated(10).items():
        room.write(name, text)
    report = room.publish()
    assert listed(room, "fr/page/4/") == ["../../day-08/", "../../day-07/"]
    assert not [path for path in report.written if "/page/1/" in path or "/page/2/" in path]


def test_archive_pages_that_are_no_longer_needed_go(room):
    room.publish()
    room.write("day-01.md", "---\ntitle: Day 1\npublish: false\n---\n\nIt is day 1.\n")
    report = room.publish()
    assert "fr/page/3/index.html" in report.removed
    assert listed(room, "fr/page/2/") == ["../../day-05/", "../../day-04/"]


def test_a_small_site_has_no_archive(room):
    del room.settings["site"]["page_size"]
    room.publish()
    assert len(listed(room, "fr/")) == 8
    assert 'class="more"' not in room.page("fr/")
    assert not [path for path in room.files() if "/page/" in path]


def test_lists_with_originals_elsewhere_have_no_list_in_the_originals_language(room):
    room.settings["site"]["source"] = "https://www.example.org/{id}"
    room.publish()
    assert languages(room, "fr/page/1/").keys() == {"fr", "ar"}
    assert "https://www.example.org/day-02" in listed(room, "ar/page/1/")


def test_no_article_takes_the_place_of_an_archive_page(room):
    room.write("page/2.md", "# Second page\n\nIt is here.\n")
    report = room.publish()
    (finding,) = [one for one in report.findings if one.rule == "address-taken"]
    assert finding.severity is Severity.ERROR
    assert finding.path == "articles/page/2.md"
    assert "<h1>Archive, page 2</h1>" in room.page("en/page/2/")


def test_a_title_keeps_the_sign_before_the_name_of_its_site():
    page = b"<title>Big day | Harbour Authority</title><h1>Welcome</h1><p>Text.</p>"
    assert facts(read_article(page, format="html"), None, "en").title.text == (
        "Big day | Harbour Authority"
    )
