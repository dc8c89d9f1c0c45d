import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import html5lib
import pytest

from transflow.errors import TransflowError
from transflow.model import Severity, State
from transflow.publishing import PageChange, search

from .newsroom import BOATS, Newsroom, found

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture
def room(tmp_path):
    room = Newsroom.make(tmp_path)
    room.translate("fr")
    room.translate("ar", "boats", state=State.DRAFT)
    return room


def tree(page):
    return html5lib.parse(page, namespaceHTMLElements=False)


def heads(page, relation):
    return {
        (one.get("hreflang"), one.get("href"))
        for one in tree(page).iter("link")
        if one.get("rel") == relation
    }


def switcher(page):
    navigation = tree(page).find(".//nav[@class='languages']")
    return [] if navigation is None else [one.get("hreflang") for one in navigation.iter("a")]


def test_pages_exist_for_what_passes_and_nothing_else(room):
    report = room.publish()
    pages = {page.address for page in report.published}
    assert pages == {
        "en/boats/", "en/deep/reef/", "en/tide/",
        "fr/boats/", "fr/deep/reef/", "fr/tide/", "ar/boats/",
    }  # fmt: skip
    assert {path for path in room.files() if path.endswith("index.html")} == {
        *(f"{page}index.html" for page in pages),
        "index.html", "en/index.html", "fr/index.html", "ar/index.html",
    }  # fmt: skip
    assert report.exit_code == 0
    refused = [page for page in report.pages if not page.published]
    assert {(page.article, page.locale) for page in refused} == {
        ("tide", "ar"),
        ("deep/reef", "ar"),
    }
    assert all("no catalog" in page.reasons[0] for page in refused)


def test_every_page_is_html_a_strict_parser_accepts(room):
    room.publish()
    for path, data in room.files().items():
        if path.endswith(".html"):
            html5lib.HTMLParser(strict=True).parse(data.decode())


def test_language_links_are_complete_reciprocal_and_only_to_pages_that_are_out(room):
    room.publish()
    base = "https://news.example.org"
    expected = {
        ("en", f"{base}/en/boats/"),
        ("fr", f"{base}/fr/boats/"),
        ("ar", f"{base}/ar/boats/"),
        ("x-default", f"{base}/en/boats/"),
    }
    for locale in ("en", "fr", "ar"):
        page = room.page(f"{locale}/boats/")
        links = {link for link in heads(page, "alternate") if link[0]}
        assert links == expected
        assert heads(page, "canonical") == {(None, f"{base}/{locale}/boats/")}
        assert f'<meta property="og:url" content="{base}/{locale}/boats/">' in page
        assert switcher(page) == ["en", "fr", "ar"]
    assert switcher(room.page("fr/tide/")) == ["en", "fr"]


def test_a_page_in_one_language_has_no_switcher(tmp_path):
    room = Newsroom.make(tmp_path)
    room.publish()
    assert switcher(room.page("en/tide/")) == []


def test_language_and_direction_are_said(room):
    room.publish()
    root = tree(room.page("ar/boats/"))
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    assert tree(room.page("fr/boats/")).get("dir") == "ltr"


def test_an_approved_page_has_no_notice_and_a_draft_says_so_in_the_readers_language(room):
    room.publish()
    assert 'class="notice"' not in room.page("fr/boats/")
    assert '<meta name="translation-status" content="reviewed">' in room.page("fr/boats/")
    draft = room.page("ar/boats/")
    notice = tree(draft).find(".//aside[@class='notice']")
    words = "".join(notice.itertext())
    assert "تُرجمت هذه الصفحة آليًّا" in words
    assert "Argos Translate (en_ar 1.0)" in words
    assert [one.get("href") for one in notice.iter("a")] == ["../../en/boats/"]
    assert '<meta name="translation-status" content="machine">' in draft
    assert 'data-state="draft"' in draft


def test_the_notice_goes_with_the_last_approval_and_comes_back_with_a_change(room):
    room.translate("ar", "boats", state=State.APPROVED)
    room.publish()
    assert 'class="notice"' not in room.page("ar/boats/")
    entries = room.catalogs["boats", "ar"]
    room.catalogs["boats", "ar"] = [
        type(one)(one.msgid, "قديم", State.CHANGED, draft="جديد", fuzzy=True)
        if one.msgid == "Oil the wood."
        else one
        for one in entries
    ]
    room.publish()
    page = room.page("ar/boats/")
    assert "تغيّر النص الأصلي" in page
    assert "جديد" in page
    assert "قديم" not in page


def test_sentences_of_the_original_keep_their_order_on_a_page_written_the_other_way(tmp_path):
    """Each isolated by itself, the second would stand to the left of the first (UAX 9)."""
    room = Newsroom.make(
        tmp_path,
        {"tide.md": "# Tides\n\nIt rises. It falls. It rests.\n\nOne. Two.\n"},
        gate={"require": "approved", "share": 0},
    )
    for locale in ("fr", "ar"):
        room.translate(locale)
        room.catalogs["tide", locale] = [
            replace(
                one, state=State.APPROVED if one.msgid in {"It rises.", "Tides"} else State.DRAFT
            )
            for one in room.catalogs["tide", locale]
        ]
    room.publish()
    body = tree(room.page("ar/tide/")).find(".//div[@class='body']")
    first, second = body.iter("p")
    assert ["".join(one.itertext()) for one in first] == ["It rises. ar", "It falls. It rests."]
    assert (first[1].get("dir"), first[1].get("data-state")) == ("ltr", None)
    assert [one.get("lang") for one in first[1]] == ["en", "en"]
    assert ["".join(one.itertext()) for one in second] == ["One. Two."]
    body = tree(room.page("fr/tide/")).find(".//div[@class='body']")
    assert [len(one) for one in body.iter("p")] == [3, 2]


def test_a_locale_without_words_of_the_site_says_that_they_are_english(tmp_path):
    room = Newsroom.make(tmp_path, locales={"he": {}})
    room.translate("he", state=State.DRAFT)
    room.publish()
    page = room.page("he/boats/")
    notice = tree(page).find(".//p[@class='notice-main']")
    assert [(one.get("lang"), one.get("dir")) for one in notice] == [("en", "ltr")]
    assert '<a class="skip" href="#tf-main"><span lang="en" dir="ltr">' in page


def test_untranslated_sentences_are_the_source_with_its_language(tmp_path):
    room = Newsroom.make(tmp_path, gate={"require": "edited", "share": 0.2})
    room.translate("ar", "boats", texts={"Boats are old.": "القوارب قديمة."})
    room.catalogs["boats", "ar"] = [
        one
        if one.msgid != "Oil the wood."
        else type(one)(one.msgid, "زيّت الخشب.", State.DRAFT, fuzzy=True)
        for one in room.catalogs["boats", "ar"]
    ]
    room.publish()
    page = room.page("ar/boats/")
    assert '<span lang="en" dir="ltr" data-state="untranslated">Oil the wood.</span>' in page
    assert "زيّت" not in page


def test_titles_summaries_and_captions_are_the_readers(room):
    room.publish()
    page = room.page("fr/boats/")
    assert "<title>Boats and nets fr – Harbour News</title>" in page
    assert '<meta name="description" content="A page about boats. fr">' in page
    root = tree(page)
    assert "".join(root.find(".//h1").itertext()) == "Boats and nets fr"
    lead = root.find(".//figure[@class='lead']")
    assert lead.find("img").get("alt") == "A boat fr"
    assert (lead.find("img").get("width"), lead.find("img").get("height")) == ("8", "4")
    assert "".join(lead.find("figcaption").itertext()) == "The boat at noon. fr"


def test_dates_are_the_readers(room):
    room.publish()
    assert '<time datetime="2024-05-03">3 mai 2024</time>' in room.page("fr/boats/")
    assert '<time datetime="2024-05-03">3 مايو 2024</time>' in room.page("ar/boats/")


def test_links_go_to_the_readers_locale_where_there_is_a_page_else_to_the_original(room):
    room.publish()
    french = room.page("fr/boats/")
    assert 'href="../tide/#high-water"' in french
    assert 'href="../deep/reef/"' in french
    assert 'href="https://example.com/?a=1&amp;b=2"' in french
    arabic = room.page("ar/boats/")
    assert 'href="../../en/tide/#high-water" hreflang="en" data-language="English"' in arabic
    assert 'href="../../boats/#care"' in room.page("fr/deep/reef/")
    assert 'href="#fish"' in room.page("fr/deep/reef/")


def test_pictures_are_copied_once_and_found_from_any_depth(room):
    room.publish()
    assert 'src="../../../assets/images/net.png"' in room.page("fr/deep/reef/")
    files = room.files()
    assert {path for path in files if path.startswith("assets/")} == {
        "assets/images/boat.png",
        "assets/images/net.png",
    }


def test_a_localized_picture_is_preferred(room):
    room.write("images/net.fr.png", (room.root / "articles/images/net.png").read_bytes())
    room.publish()
    assert "assets/images/net.fr.png" in room.page("fr/boats/")
    assert "assets/images/net.png" in room.page("en/boats/")


def test_every_link_between_files_resolves_and_every_fragment_exists(room):
    room.publish()
    base = room.root / "public"
    ids = {}
    pages = list(base.rglob("*.html"))
    for path in pages:
        ids[path] = {one.get("id") for one in tree(path.read_text()).iter() if one.get("id")}
    for path in pages:
        for one in tree(path.read_text()).iter():
            target = one.get("href") or one.get("src")
            if not target or re.match(r"[a-z]+:", target):
                continue
            place, _, fragment = target.partition("#")
            # The site is at its host's root, where 404.html begins its links.
            start = base if place.startswith("/") else path.parent
            file = (start / place.lstrip("/")).resolve() if place else path
            file = file / "index.html" if file.is_dir() else file
            assert file.is_file(), (path, target)
            assert not fragment or fragment in ids[file], (path, target)


def test_dead_links_missing_pictures_and_dead_anchors_are_findings(room):
    room.write(
        "tide.md",
        "# Tides\n\n## High water\n\n[gone](gone.md) [anchor](boats.md#nowhere) ![no](images/no.png) [out](../../etc/passwd)\n",
    )
    report = room.publish()
    rules = {(one.rule, one.path) for one in report.findings}
    assert rules == {
        ("link-dead", "articles/tide.md"),
        ("anchor-dead", "articles/tide.md"),
        ("asset-missing", "articles/tide.md"),
    }
    assert {one.line for one in report.findings} == {5}
    assert report.findings == room.publish().findings
    assert "passwd" not in room.page("en/tide/").replace("out", "")


def test_hidden_articles_are_nowhere(room):
    marks = {
        "publish": "publish: false",
        "embargo": "publish_at: 2024-09-01T12:00:01Z",
        "withdrawn": "withdrawn: true",
    }
    for name, line in marks.items():
        room.write(f"{name}.md", f"---\ntitle: Secret {name}\n{line}\n---\n\nHush {name}.\n")
    room.write("tide.md", "# Tides\n\nSee [it](embargo.md).\n")
    room.settings["site"]["outputs"] = ["html", "source"]
    room.translate("fr")
    report = room.publish()
    for path, data in room.files().items():
        assert b"Secret" not in data, path
        assert b"Hush" not in data, path
    assert any(one.rule == "link-dead" and "embargo.md" in one.message for one in report.findings)
    room.now = datetime(2024, 9, 1, 12, 0, 1, tzinfo=UTC)
    assert any(page.article == "embargo" for page in room.publish().published)


def test_withdrawing_takes_the_page_and_every_trace_of_it(room):
    room.publish()
    room.write("tide.md", "---\ntitle: Tides\nwithdrawn: 2024-09-01\n---\n\nIt rises twice.\n")
    report = room.publish()
    change = {(page.article, page.locale): page.change for page in report.pages}
    assert change["tide", "fr"] is PageChange.WITHDRAWN
    assert "fr/tide/index.html" in report.removed
    for path, data in room.files().items():
        assert b"/tide/" not in data, path


def test_what_hosts_ask_for_at_the_root_is_laid_there(room):
    room.publish()
    files = {"CNAME": "news.example.org\n", ".well-known/security.txt": "Contact: x\n"}
    for name, text in {**files, "robots.txt": "User-agent: *\nDisallow: /\n"}.items():
        path = room.root / "site/root" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (room.root / "site/root/stolen.txt").symlink_to(room.root / "workflow.yaml")
    out = _published(room)
    assert {name: out[name].decode() for name in files} == files
    assert out["robots.txt"].endswith(b"Disallow: /\n")
    assert "stolen.txt" not in out
    (room.root / "site/root/CNAME").unlink()
    assert "CNAME" not in _published(room)


def _published(room):
    room.publish()
    return room.files()


def test_a_second_publish_writes_nothing_and_a_fresh_one_the_same_bytes(room, tmp_path):
    room.publish()
    first = room.files()
    record = (room.root / "published.json").read_bytes()
    report = room.publish()
    assert (report.written, report.removed) == ((), ())
    assert {page.change for page in report.published} == {PageChange.UNCHANGED}
    assert (room.root / "published.json").read_bytes() == record
    (room.root / ".transflow/published-files.json").unlink()
    assert room.publish().written == ()
    assert room.files() == first


def test_one_changed_sentence_writes_the_pages_that_show_it(room):
    room.publish()
    room.now = datetime(2024, 9, 2, tzinfo=UTC)
    room.translate("fr", "tide", tag="FR")
    report = room.publish()
    assert set(report.written) == {
        "fr/tide/index.html", "fr/feed.xml", "fr/index.html", "fr/sitemap.xml",
    }  # fmt: skip
    record = json.loads((room.root / "published.json").read_text())["pages"]
    assert (record["fr/tide"]["first"], record["fr/tide"]["updated"]) == (
        "2024-09-01",
        "2024-09-02",
    )
    assert record["fr/boats"]["updated"] == "2024-09-01"


def test_a_dry_run_says_what_would_change_and_changes_nothing(room):
    report = room.publish(dry_run=True)
    assert report.dry_run
    assert "fr/boats/index.html" in report.written
    assert not (room.root / "public").exists()
    assert not (room.root / "published.json").exists()
    assert json.dumps(report.as_dict())


def test_a_changed_slug_keeps_the_old_address_answering(room):
    room.publish()
    room.write("boats.md", BOATS.replace("title:", "slug: ships\ntitle:", 1))
    room.publish()
    assert "Boats and nets fr" in room.page("fr/ships/")
    old = room.page("fr/boats/")
    assert '<meta http-equiv="refresh" content="0; url=../ships/">' in old
    assert heads(old, "canonical") == {(None, "https://news.example.org/fr/ships/")}
    assert "/fr/boats/ /fr/ships/ 301" in (room.root / "public/_redirects").read_text()
    assert b"fr/boats/" not in room.files()["fr/sitemap.xml"]


def test_required_pages_that_are_missing_fail_and_say_why(room):
    room.settings["site"]["required"] = ["tide"]
    report = room.publish()
    assert report.exit_code == 1
    assert [(page.article, page.locale) for page in report.missing] == [("tide", "ar")]


def test_findings_close_the_gate_of_their_page_only(room):
    room.findings["boats", "fr"] = [found("numbers", Severity.ERROR, msgid="Oil the wood.")]
    report = room.publish()
    closed = [page for page in report.pages if page.reasons and page.locale == "fr"]
    assert [(page.article, page.published) for page in closed] == [("boats", False)]


def test_sitemaps_name_every_page_with_its_alternates(room):
    room.publish()
    index = ET.fromstring(room.files()["sitemap.xml"])
    assert [one.text for one in index.iter(f"{MAP}loc")] == [
        f"https://news.example.org/{locale}/sitemap.xml" for locale in ("en", "fr", "ar")
    ]
    french = ET.fromstring(room.files()["fr/sitemap.xml"])
    by_url = {url.find(f"{MAP}loc").text: url for url in french}
    boats = by_url["https://news.example.org/fr/boats/"]
    assert {one.get("hreflang") for one in boats.iter(LINK)} == {"en", "fr", "ar", "x-default"}


def test_the_feed_has_full_texts_stable_ids_and_the_notice(room):
    room.publish()
    feed = ET.fromstring(room.files()["ar/feed.xml"])
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"
    (entry,) = feed.iter(f"{ATOM}entry")
    content = entry.find(f"{ATOM}content").text
    assert "Oil the wood. ar" in content
    assert "تُرجمت هذه الصفحة آليًّا" in content
    links = re.findall(r'(?:href|src)="([^"]+)"', content)
    assert "https://news.example.org/en/tide/#high-water" in links
    assert "https://news.example.org/assets/images/net.png" in links
    assert all(link.startswith("https://") for link in links)
    identity = entry.find(f"{ATOM}id").text
    room.write("boats.md", BOATS.replace("title:", "slug: ships\ntitle:", 1))
    room.publish()
    (entry,) = ET.fromstring(room.files()["ar/feed.xml"]).iter(f"{ATOM}entry")
    assert entry.find(f"{ATOM}id").text == identity


def test_metadata_says_what_the_page_is(room):
    room.publish()
    script = tree(room.page("ar/boats/")).find(".//script[@type='application/ld+json']").text
    data = json.loads(script)
    assert data["@type"] == "NewsArticle"
    assert data["inLanguage"] == "ar"
    assert data["translationOfWork"]["url"] == "https://news.example.org/en/boats/"
    assert data["digitalSourceType"] == "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
    assert data["image"] == ["https://news.example.org/assets/images/boat.png"]
    assert "datePublished" in data
    room.write("about.md", "---\ntitle: About\n---\n\nWe are an office.\n")
    room.publish()
    about = tree(room.page("en/about/")).find(".//script[@type='application/ld+json']").text
    assert json.loads(about)["@type"] == "WebPage"  # nobody said that it is news, or of which day
    assert "datePublished" not in about
    assert "published_time" not in room.page("en/about/")
    approved = tree(room.page("fr/boats/")).find(".//script[@type='application/ld+json']").text
    assert "translator" not in json.loads(approved)


def test_without_a_summary_search_engines_are_told_the_first_sentence(room):
    label = "title: The reef\n---\n\nNEWS\n\nFish live in warm and shallow water near the coast. More.\n"
    room.write("deep/reef.md", f"---\n{label}")
    room.publish()
    head = room.page("en/deep/reef/").partition("</head>")[0]
    said = "Fish live in warm and shallow water near the coast."
    assert f'<meta name="description" content="{said}" data-opening>' in head


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("It rises twice. See boats. It falls at noon, and at night. More.",
         "It rises twice. See boats. It falls at noon, and at night."),
        ("NEWS\n\nIt rises.\n\nIt falls.", "NEWS It rises. It falls."),
        ("水面每天升降两次，涨落各需大约六个小时左右。第二句。", "水面每天升降两次，涨落各需大约六个小时左右。"),
        ("- [Boats](boats.md)\n- Nets\n", "Boats Nets"),
        ("![A net on a pier](images/net.png)\n", "A net on a pier"),
        ("```\ncode\n```\n", "Tides"),
    ],
)  # fmt: skip
def test_every_page_tells_search_engines_how_it_begins(room, body, said):
    room.write("tide.md", f"# Tides\n\n{body}\n")
    room.publish()
    head = room.page("en/tide/").partition("</head>")[0]
    assert f'<meta name="description" content="{said}" data-opening>' in head
    assert f'<meta property="og:description" content="{said}">' in head
    assert 'class="card-summary"' not in room.page("en/").partition("tide/")[2]


def test_a_description_in_the_language_of_the_original_says_so(room):
    room.settings["gate"] = {"require": "approved", "share": 0}
    room.translate("fr", state=State.DRAFT)
    room.publish()
    head = room.page("fr/boats/").partition("</head>")[0]
    assert '<meta name="description" content="A page about boats." lang="en">' in head
    assert '<meta property="og:title" content="Boats and nets" lang="en">' in head


def test_a_dry_run_says_nothing_of_a_search_index_that_stays(room):
    if not search.available():
        pytest.skip("Pagefind is not installed (pip install 'transflow[search]')")
    room.settings["site"]["search"] = True
    room.publish()
    assert any(path.startswith("pagefind/") for path in room.files())
    room.write("tide.md", "# Tides\n\nIt rises once.\n")
    report = room.publish(dry_run=True)
    assert "en/tide/index.html" in report.written
    assert report.removed == ()
    room.settings["site"]["search"] = False
    assert "pagefind/pagefind.js" in room.publish(dry_run=True).removed


def test_the_front_page_lists_originals_of_what_is_not_out_and_marks_them(room):
    room.publish()
    page = tree((room.root / "public/ar/index.html").read_text())
    links = [
        (one.get("href"), one.get("hreflang"))
        for one in page.find(".//ul[@class='cards']").iter("a")
    ]
    assert links == [("../en/deep/reef/", "en"), ("boats/", None), ("../en/tide/", "en")]


def test_originals_may_live_elsewhere(room):
    room.settings["site"]["source"] = "https://www.example.org/news/{id}.html"
    room.publish()
    assert not (room.root / "public/en").exists()
    page = room.page("ar/boats/")
    assert ("x-default", "https://www.example.org/news/boats.html") in heads(page, "alternate")
    assert 'href="https://www.example.org/news/tide.html#high-water"' in page
    assert ("en", "https://www.example.org/news/boats.html") in heads(page, "alternate")


def test_without_a_base_url_there_is_nothing_that_needs_one(room):
    room.settings["site"]["base_url"] = ""
    room.publish()
    page = room.page("fr/boats/")
    assert 'rel="canonical"' not in page
    assert ("ar", "../../ar/boats/") in heads(page, "alternate")
    assert not [path for path in room.files() if path.endswith(".xml")]


def test_source_output_is_the_article_with_its_translations_and_nothing_else_touched(room):
    room.settings["site"]["outputs"] = ["source"]
    room.publish()
    files = room.files()
    assert files["en/boats.md"].decode() == BOATS
    french = files["fr/boats.md"].decode()
    assert "title: Boats and nets fr" in french
    assert "date: 2024-05-03" in french
    assert "`boat --oil`" in french
    assert "| 1999 fr |" in french or "| 1999 |" in french
    assert not [path for path in files if path.endswith(".html")]


def test_two_articles_at_one_address_are_an_error_and_the_first_keeps_it(room):
    room.write("ships.md", "---\ntitle: Ships\nslug: boats\n---\n\nShips are new.\n")
    report = room.publish()
    assert report.exit_code == 1
    assert [one.rule for one in report.findings] == ["address-taken"]
    assert "Boats are old." in room.page("en/boats/")


@pytest.mark.parametrize("slug", ["Boats", "BOATS"])
def test_addresses_that_are_one_folder_on_some_systems_are_an_error(room, slug):
    room.write("ships.md", f"---\ntitle: Ships\nslug: {slug}\n---\n\nShips are new.\n")
    report = room.publish()
    assert [one.rule for one in report.findings] == ["address-taken"]
    assert f"en/{slug}/index.html" not in room.files()


def test_a_project_may_replace_a_template_or_one_block_of_it(room):
    folder = room.root / "site/templates"
    folder.mkdir(parents=True)
    (folder / "article.html").write_text(
        '{% extends "delivered/article.html" %}{% block after_body %}<p>{{ page.facts.author }}!</p>{% endblock %}'
    )
    (room.root / "site/static").mkdir()
    (room.root / "site/static/extra.css").write_text("p { color: red }")
    report = room.publish()
    assert "<p>Harbour Desk!</p>" in room.page("fr/boats/")
    assert "static/extra.css" in report.written
    (folder / "article.html").write_text("{% extends %}")
    before = room.files()
    with pytest.raises(TransflowError, match=r"article\.html:1"):
        room.publish()
    assert room.files() == before
    assert not (room.root / ".public.new").exists()


def test_an_article_outside_the_usual_letters_has_an_address_that_works(room):
    room.write("ünï cöde.md", "# Straße\n\nHello.\n")
    room.publish()
    assert (room.root / "public/en/ünï cöde/index.html").is_file()
    page = (room.root / "public/en/index.html").read_text()
    assert 'href="%C3%BCn%C3%AF%20c%C3%B6de/"' in page


def test_anchors_are_those_of_the_original_in_every_language_the_titles_too(room):
    room.write(
        "boats.md",
        "# Boats\n\nSee [boats](#boats), [care](#care), [oil](tide.md#high-water) and [again]"
        "(#care-1).\n\n## Care\n\n## Fixed {#keep-me}\n\n## Care\n\n## 概要\n\n## ???\n",
    )
    room.write("tide.md", "# Tides\n\n## High water\n\nSee [boats](boats.md#boats).\n")
    room.translate("fr", "boats", "tide")
    room.translate("ar", "boats", "tide", state=State.DRAFT)
    report = room.publish()
    assert [one for one in report.findings if one.rule == "anchor-dead"] == []
    for locale in ("en", "fr", "ar"):
        found = [
            one.get("id")
            for one in tree(room.page(f"{locale}/boats/")).find(".//article").iter()
            if one.tag in {"h1", "h2"} and one.get("id") not in {None, "tf-contents"}
        ]
        assert found == ["boats", "care", "keep-me", "care-1", "概要", "section-6"]


def test_languages_said_in_an_article_stay_and_that_of_the_page_is_its_own(room):
    room.write(
        "tide.html",
        '<html lang="en"><head><title>Tides</title></head><body><p>Say <i lang="en">Ahoy</i> or '
        '<i lang="fr">salut</i>.</p></body></html>',
    )
    (room.root / "articles/tide.md").unlink()
    text = 'Say <i lang="en">Ahoy</i> or <i lang="fr">salut</i>.'
    said = 'Dis <i lang="en">Ahoy</i> ou <i lang="fr">salut</i>.'
    room.translate("fr", "tide", texts={text: said})
    room.publish()
    page = tree(room.page("fr/tide/"))
    assert page.get("lang") == "fr"
    assert [(one.get("lang"), one.text) for one in page.iter("i")] == [
        ("en", "Ahoy"), ("fr", "salut"),
    ]  # fmt: skip


def test_targets_written_in_any_way_resolve_at_any_depth(room):
    room.write(
        "a/b/deep.md",
        "# Deep\n\n[chart](../../images/net.png) [boats](../../boats.md#care) [self](#deep) "
        "[web](https://example.org/a) [mail](mailto:a@example.org) [root](/map) `[no](../x.md)`\n\n"
        '![p](../../images/net.png?v=1)\n\n<a href="../../tide.md">r</a> '
        '<img srcset="../../images/net.png 1x, ../../images/boat.png 2x" '
        'src="../../images/net.png" alt="">\n',
    )
    room.translate("fr", "a/b/deep")
    report = room.publish()
    assert report.findings == ()
    page = room.page("fr/a/b/deep/")
    for target in (
        'href="../../../../assets/images/net.png"', 'href="../../../boats/#care"', 'href="#deep"',
        'href="https://example.org/a"', 'href="mailto:a@example.org"', 'href="/map"',
        "[no](../x.md)", 'href="../../../tide/"',
        'srcset="../../../../assets/images/net.png 1x, ../../../../assets/images/boat.png 2x"',
    ):  # fmt: skip
        assert target in page


def test_what_is_wrong_in_an_article_is_told_once_with_its_line(room):
    room.write(
        "tide.md",
        "---\nimage: images/no.png\n---\n\n# Tides\n\nA nowhere.md word.\n\n"
        "See [a](nowhere.md) and\n[b](boats.md).\n\n<img src=x alt=''>\n",
    )
    room.translate("fr", "tide")
    room.translate("ar", "tide")
    report = room.publish()
    told = [
        (one.rule, one.line, one.locale) for one in report.findings if one.path.endswith("tide.md")
    ]
    assert sorted(told) == [
        ("asset-missing", 2, ""), ("asset-missing", 12, ""), ("link-dead", 9, ""),
    ]  # fmt: skip


def test_a_catalog_that_cannot_be_read_takes_no_page_down(room):
    room.translate("fr", "boats", state=State.DRAFT)
    room.publish()
    before, feed = room.page("fr/boats/"), room.files()["fr/index.html"]
    del room.catalogs["boats", "fr"]
    folder = room.root / "locales/fr/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "boats.po").write_text('msgid "broken')
    report = room.publish()
    (page,) = [one for one in report.pages if (one.article, one.locale) == ("boats", "fr")]
    assert page.published
    assert page.reasons == (
        "locales/fr/LC_MESSAGES/boats.po cannot be read or written: the page stays as it was",
    )
    assert room.page("fr/boats/") == before
    assert room.files()["fr/index.html"] == feed
    assert "assets/images/boat.png" in room.files()
    (room.root / ".transflow/published-files.json").unlink()
    assert room.publish().pages
    assert room.page("fr/boats/") == before


def test_a_catalog_that_is_gone_takes_its_page_with_it(room):
    room.publish()
    del room.catalogs["boats", "fr"]
    room.publish()
    assert "fr/boats/index.html" not in room.files()


def test_an_article_of_tomorrow_is_out_and_says_so(room):
    room.write("tide.md", "---\ndate: 2030-01-01\n---\n\n# Tides\n\nThey turn.\n")
    room.write("moon.md", "---\ndate: 2030-01-01\npublish_at: 2020-01-01\n---\n\n# Moon\n\nFull.\n")
    report = room.publish()
    (finding,) = [one for one in report.findings if one.rule == "date-ahead"]
    assert finding.path == "articles/tide.md"
    assert "publish_at: 2030-01-01" in finding.message


def test_addresses_from_before_lead_to_the_original(tmp_path):
    """What Hugo calls `aliases` and Jekyll `redirect_from`: old links from elsewhere stay good."""
    room = Newsroom.make(tmp_path)
    old = "aliases: [/old/fees/, fees-2020.html, /en/tide/, ../x/]\n"
    room.write("town/fees.md", f"---\ntitle: Fees\n{old}---\n\nThe fee is 4 francs.\n")
    jekyll = "---\ntitle: Dogs\nredirect_from: /dogs\n---\n\nDogs may come in.\n"
    room.write("dogs.md", jekyll)
    report = room.publish()
    for path, target in {
        "old/fees/index.html": "../../en/town/fees/",
        "town/fees-2020.html": "../en/town/fees/",
        "dogs/index.html": "../en/dogs/",
    }.items():
        assert f'href="{target}"' in (room.root / "public" / path).read_text()
    assert "/old/fees/ /en/town/fees/ 301" in (room.root / "public/_redirects").read_text()
    (told,) = [one for one in report.findings if one.rule == "address-taken"]
    assert "alias /en/tide/ is that of a page" in told.message
    assert "Fees" not in (room.root / "public/en/tide/index.html").read_text().partition("<main")[0]
    assert not room.publish().written
    room.write("dogs.md", jekyll.replace("redirect_from: /dogs\n", ""))
    assert "dogs/index.html" in room.publish().removed


def test_old_addresses_are_those_that_a_reader_asks_for(tmp_path):
    site = {"title": "Harbour News", "base_url": "https://example.org/news/"}
    room = Newsroom.make(tmp_path, site=site)
    room.write("fees.md", "---\ntitle: Fees\naliases: [/old/]\n---\n\nText.\n")
    room.publish()
    assert "/news/old/ /news/en/fees/ 301" in (room.root / "public/_redirects").read_text()


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("author: Ingrid Sørensen", {"Ingrid Sørensen": "Person"}),
        ("author: {name: Ingrid Sørensen, url: /people}", {"Ingrid Sørensen": "Person"}),
        ("authors:\n  - name: Ada Byron\n  - Jo Bloggs", {"Ada Byron": "Person", "Jo Bloggs": "Person"}),
        ("author: Press Office", {"Press Office": "Organization"}),
        ("author: Webmaster", {"Webmaster": "Organization"}),
        ("summary: None is named.", {"Harbour News": "Organization"}),
    ],
)  # fmt: skip
def test_an_author_is_told_as_the_person_or_the_office_that_it_is(tmp_path, written, authors):
    room = Newsroom.make(tmp_path, {"boats.md": f"---\ntitle: Boats\n{written}\n---\nText.\n"})
    room.publish()
    script = tree(room.page("en/boats/")).find(".//script[@type='application/ld+json']").text
    told = json.loads(script)["author"]
    assert {one["name"]: one["@type"] for one in told} == authors


def test_a_caption_and_the_words_for_a_missing_picture_say_who_wrote_them(room):
    """They are attributes in the source, but a page shows them."""
    words = '![A boat](images/boat.png "At noon")\n\n![A net](gone.png)\n'
    room.write("boats.md", f"# Boats\n\n{words}")
    room.translate("ar", "boats", state=State.DRAFT)
    room.publish()
    page = room.page("ar/boats/")
    assert '<figcaption><span data-state="draft">At noon ar</span></figcaption>' in page
    assert '<span class="no-picture" data-state="draft">A net ar</span>' in page
    assert "<figcaption>At noon</figcaption>" in room.page("en/boats/")
