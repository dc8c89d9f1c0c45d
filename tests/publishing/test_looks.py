"""What readers stumbled over on pages: titles, notices, signs, empty lines, cut pictures, lost readers."""

from .newsroom import Newsroom
from .test_images import png

SAVED = """<!DOCTYPE html><html lang="en"><head><title>About the Office | Patent Office of Norland</title></head><body>
<header><a href="/">Home</a></header><div class="cookie">We use cookies. <button>Accept all</button></div>
<div role="dialog"><p>Join our newsletter today.</p></div>
<main><h1>About the Office</h1><p>Fees change by \u221212% and +3.5 %, from 5-10 to 11, by \u22124.</p></main></body></html>
"""
PLAIN = "# Plain\n\nJust text of an article.\n"


def body(page):
    return page[page.index("<article") : page.index("</article>")]


def test_a_saved_page_has_its_title_once_and_no_notice_of_its_site(tmp_path):
    room = Newsroom.make(tmp_path, {"about.html": SAVED})
    room.translate("fr")
    room.publish()
    for locale, title in (("en", "About the Office"), ("fr", "About the Office fr")):
        page = body(room.page(f"{locale}/about"))
        assert page.count("About the Office") == 1
        assert f">{title}<" in page
        for gone in ("Norland", "cookies", "Accept all", "newsletter"):
            assert gone not in page


def test_what_an_author_wrote_about_cookies_stays(tmp_path):
    """Only beside the main part is an element with such a name the site's."""
    inside = SAVED.replace("<h1>", '<div class="cookie recipe">Bake cookies at home.</div><h1>')
    room = Newsroom.make(
        tmp_path, {"about.html": inside, "all.html": inside.replace("main>", "div>")}
    )
    room.publish()
    assert "Bake cookies at home." in room.page("en/about")
    assert "Bake cookies at home." in room.page("en/all")


def test_signs_stay_before_their_numbers_in_arabic(tmp_path):
    room = Newsroom.make(tmp_path, {"about.html": SAVED})
    room.translate("ar")
    room.publish()
    page = room.page("ar/about")
    for signed in ("\u221212%", "+3.5 %", "\u22124"):
        assert f'<bdi dir="ltr">{signed}</bdi>' in page
    assert "from 5-10 to" in page, "a range has no sign"


def test_there_is_no_empty_line_of_author_and_date(tmp_path):
    room = Newsroom.make(
        tmp_path, {"plain.md": PLAIN, "dated.md": "---\ndate: 2026-01-02\n---\n" + PLAIN}
    )
    room.publish()
    assert "byline" not in room.page("en/plain")
    assert '<p class="byline"><time' in room.page("en/dated")


def test_upright_pictures_are_shown_whole_on_front_pages(tmp_path):
    text = "---\ntitle: T\nimage: images/up.png\n---\n\nText of it.\n"
    room = Newsroom.make(tmp_path, {"up.md": text, "wide.md": text.replace("up.png", "boat.png")})
    room.write("images/up.png", png(4, 8))
    room.publish()
    front = room.page("en")
    assert front.count('class="upright"') == 1
    assert 'up.png" alt="" class="upright"' in front


def test_a_reader_who_is_lost_is_told_in_every_language_of_the_site(tmp_path):
    room = Newsroom.make(tmp_path)
    room.translate("fr")
    room.translate("ar")
    room.publish()
    page = (tmp_path / "public" / "404.html").read_text()
    for locale, way in (("fr", "ltr"), ("ar", "rtl")):
        assert f'<div lang="{locale}" dir="{way}">' in page
        assert f'href="https://news.example.org/{locale}/"' in page
    assert "There is no page at this address" in page
    assert 'href="/static/site.css"' in page, "it is shown at addresses of any depth"
