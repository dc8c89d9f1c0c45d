"""What goes wrong on localized pages elsewhere, tried on whole pages."""

import re

import html5lib
import pytest

from transflow.model import State

from .newsroom import Newsroom

BASE = "https://news.example.org"


def tree(page):
    return html5lib.parse(page, namespaceHTMLElements=False)


def one(tmp_path, text, texts, *, name="tide.md", locale="fr", **settings):
    """The body of a page of one article with these translations, as a tree."""
    room = Newsroom.make(
        tmp_path, {name: text}, **{"locales": {locale: {}}, "gate": {"share": 0}} | settings
    )
    room.translate(locale, texts=texts)
    room.publish()
    return tree(room.page(f"{locale}/tide/")).find(".//div[@class='body']")


def shape(element):
    """Its blocks, without our own marks."""
    return [inner.tag for inner in element.iter() if inner.tag != "span"]


def test_each_page_names_itself_as_canonical_and_what_is_not_out_has_none(tmp_path):
    """An author's own canonical link in an HTML article must not reach the translations."""
    room = Newsroom.make(tmp_path)
    room.write(
        "ship.html",
        '<html lang="en"><head><title>Ship</title><link rel="canonical" '
        'href="https://elsewhere.example/ship/"></head><body><p>It sails.</p></body></html>',
    )
    room.translate("fr", "boats", "ship")
    room.publish()
    pages = {
        path: text.decode()
        for path, text in room.files().items()
        if "/boats/" in path or "/ship/" in path
    }
    assert {path.split("/")[0] for path in pages if path.endswith("html")} == {"en", "fr"}
    for path, text in pages.items():
        address = f"{BASE}/{path.removesuffix('index.html')}"
        assert re.findall(r'<link rel="canonical" href="([^"]*)"', text) == [address]
        assert re.findall(r'<meta property="og:url" content="([^"]*)"', text) == [address]
        assert "elsewhere.example" not in text


def test_headings_of_every_script_have_anchors_that_links_reach(tmp_path):
    text = "# 概況\n\n[今](#概況-1) [印](#section-5) [章](#обзор)\n\n## 概況\n\n## Обзор\n\n## ⚙️ 設定!\n\n## ???\n\n## 概況\n"
    room = Newsroom.make(tmp_path, {"tide.md": text}, locales={"fr": {}})
    room.translate(
        "fr", texts={"概況": "Aperçu", "Обзор": "Revue", "⚙️ 設定!": "Réglages", "???": "Quoi"}
    )
    report = room.publish()
    assert report.findings == ()
    found = {}
    for locale in ("en", "fr"):
        body = tree(room.page(f"{locale}/tide/")).find(".//div[@class='body']")
        found[locale] = [head.get("id") for head in body.iter("h2")]
    assert (
        found["fr"][-5:] == found["en"][-5:] == ["概況-1", "обзор", "設定", "section-5", "概況-2"]
    )


SYNTAX = {
    "Plus one point.": "+ ein Punkt.",
    "Number one sign": "# 1 Zeichen",
    "In May it came.": "1. Mai kam es.",
    "Less than three.": "< 3 & mehr *sehr*",
    "Three rules": "---",
    "A quote.": "> Zitat.",
    "A table.": "| a | b |",
    "Code.": "    vier Leerzeichen und `kein Code",
}


@pytest.mark.parametrize("name", ["tide.md", "tide.html", "tide.txt"])
def test_a_translation_that_looks_like_markup_is_shown_as_it_is(tmp_path, name):
    if name == "tide.html":
        text = "<title>T</title>" + "".join(f"<p>{words}</p>" for words in SYNTAX)
    else:
        text = "\n\n".join(SYNTAX) + "\n"
    body = one(tmp_path, text, SYNTAX, name=name, locale="de")
    original = (tmp_path / "public/en/tide/index.html").read_text()
    assert shape(body) == shape(tree(original).find(".//div[@class='body']"))
    page = (tmp_path / "public/de/tide/index.html").read_text()
    shown = "".join(tree(page).find(".//article").itertext())
    for words in SYNTAX.values():
        assert words.strip() in shown


def test_a_block_that_a_translation_adds_does_not_change_the_page(tmp_path):
    body = one(tmp_path, "Start\n\nEnd.\n", {"Start": "```markdown\nStart\n```", "End.": "Ende."})
    assert shape(body) == ["div", "p", "p"]


def test_a_link_that_a_translation_bends_leads_nowhere_new(tmp_path):
    text = "Go to the [**old** map](go.md?x.y=1) now.\n"
    bent = {
        "Go to the [**old** map](go.md?x.y=1) now.": "Va à la [**vieille** carte](https://evil.example/) vite."
    }
    body = one(tmp_path, text, bent)
    assert list(body.iter("a")) == []


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_how_a_file_was_saved_does_not_show_on_its_page(tmp_path, mark, end):
    text = f"{mark}---\ntitle: Moss\n---\n\nMoss needs shade.\n".replace("\n", end)
    room = Newsroom.make(tmp_path, {"tide.md": text}, locales={"fr": {}})
    room.translate(
        "fr", texts={"Moss": "Mousse", "Moss needs shade.": "La mousse veut de l’ombre."}
    )
    room.publish()
    page = (tmp_path / "public/fr/tide/index.html").read_bytes()
    assert b"\r" not in page
    assert "\ufeff" not in page.decode()
    assert "La mousse veut de l’ombre." in page.decode()


def test_a_sentence_without_a_translation_says_its_language_in_every_place(tmp_path):
    room = Newsroom.make(tmp_path, locales={"ar": {}}, gate={"share": 0})
    room.translate("ar", "boats", state=State.UNTRANSLATED)
    room.publish()
    page = tree(room.page("ar/boats/"))
    body = page.find(".//div[@class='body']")
    for element in body.iter("span"):
        if element.get("data-state"):
            assert (element.get("lang"), element.get("dir")) == ("en", "ltr")
    image = page.find(".//figure/img")
    assert (image.get("alt"), image.get("lang")) == ("A boat", "en")
