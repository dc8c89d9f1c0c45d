"""The pages in a real Chromium, in every script. Screenshots go to build/screenshots."""

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.conftest import ROOT, need
from transflow.catalogs import read
from transflow.model import State
from transflow.publishing import search

from .newsroom import FILES, Newsroom

SHOTS = ROOT / "build" / "screenshots"
CHINESE = {
    "Boats and nets": "船与网",
    "A page about boats.": "一篇关于船的文章。",
    "Boats are old.": "船很古老，并且重要。",
    "Oil the wood.": "给木头上油。",
    "Care": "保养",
    "Nets": "渔网",
}
WORDS = {
    "zh-Hans": CHINESE,
    "fr": {"Oil the wood.": "Huilez le bois chaque été."},
    "ar": {"Oil the wood.": "ادهنوا الخشب بالزيت."},
    "ru": {"Oil the wood.": "Смажьте дерево маслом."},
}
LONG = "\n\n".join(f"Sentence number {n} about the sea and its tides." for n in range(60))


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    files = dict(FILES)
    files["boats.md"] = files["boats.md"].replace("## Nets", f"{LONG}\n\n## Nets") + f"\n\n{LONG}\n"
    sample = ROOT / "articles" / "genetic-resources.md"
    files["genetic-resources.md"] = sample.read_text(encoding="utf-8")
    room = Newsroom.make(
        tmp_path_factory.mktemp("site"),
        files,
        locales={"zh-Hans": {}, "fr": {}, "es": {}, "ru": {}, "ar": {}},
        gate={"require": "draft", "share": 0.2},
    )
    room.write("images/seeds.png", (ROOT / "articles/images/seeds.png").read_bytes())
    room.settings["site"]["search"] = search.available()
    for locale in room.settings["locales"]:
        room.translate(
            locale,
            state=State.DRAFT,
            texts=WORDS.get(locale),
        )
        catalog = ROOT / "locales" / locale.replace("-", "_") / "LC_MESSAGES/genetic-resources.po"
        if catalog.exists():
            room.catalogs["genetic-resources", locale] = read(catalog).entries
    room.publish()
    return room


@pytest.fixture(scope="module")
def base(room):
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    handler = functools.partial(Quiet, directory=str(room.root / "public"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def browser():
    path = need("chromium", "chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


class Visit:
    """A page that must neither complain nor ask any other host for anything."""

    def __init__(self, browser, base, *, width=1280, height=900, **options):
        self.base = base
        self.complaints = []
        self.page = browser.new_page(viewport={"width": width, "height": height}, **options)
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._requested)

    def _requested(self, request):
        if not request.url.startswith((self.base, "file:", "data:")):
            self.complaints.append(f"asked for {request.url}")

    def __enter__(self):
        return self.page

    def __exit__(self, kind, *_):
        self.page.close()
        assert kind is not None or not self.complaints


def shoot(page, name):
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png")


LOCALES = ["en", "zh-Hans", "fr", "es", "ru", "ar"]


@pytest.mark.parametrize("locale", LOCALES)
def test_pages_fit_every_screen_in_light_and_dark(browser, base, locale):
    for scheme, paths in (("light", ("", "boats/")), ("dark", ("genetic-resources/",))):
        with Visit(browser, base, color_scheme=scheme) as page:
            for path in paths:
                page.goto(f"{base}{locale}/{path}")
                for width in (320, 768, 1920, 1280):
                    page.set_viewport_size({"width": width, "height": 900})
                    wide = page.evaluate(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
                    )
                    assert wide <= 0, (path, width)
                    if width in {320, 1280}:
                        shoot(page, f"{locale}-{path.strip('/') or 'front'}-{width}-{scheme}")


def test_dark_mode_is_dark(browser, base):
    def brightness(scheme):
        with Visit(browser, base, color_scheme=scheme) as page:
            page.goto(f"{base}fr/boats/")
            colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
            return sum(int(part) for part in colour.strip("rgb()").split(",")[:3])

    assert brightness("dark") < 150
    assert brightness("light") > 600


def test_the_switcher_leads_to_the_same_article_at_the_same_heading(browser, base):
    with Visit(browser, base, reduced_motion="reduce") as page:
        page.goto(f"{base}en/boats/")
        page.evaluate("document.getElementById('nets').scrollIntoView()")
        link = page.locator('.languages a[hreflang="zh-Hans"]')
        link.dispatch_event("click")
        page.wait_for_url("**/zh-Hans/boats/*")
        assert page.url == f"{base}zh-Hans/boats/#nets"
        assert page.locator("html").get_attribute("lang") == "zh-Hans"


def test_arabic_is_laid_out_from_the_right(browser, base):
    with Visit(browser, base) as page:
        page.goto(f"{base}ar/genetic-resources/")
        name = page.locator(".site-name").bounding_box()
        languages = page.locator(".languages").bounding_box()
        assert name["x"] > languages["x"]
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
        quote = "getComputedStyle(document.querySelector('blockquote'))"
        assert page.evaluate(f"{quote}.borderRightWidth") != "0px"
        assert page.evaluate(f"{quote}.borderLeftWidth") == "0px"


def test_emphasis_does_not_lean_where_the_script_has_no_italics(browser, base):
    style = "getComputedStyle(document.querySelector('.body em'))"
    with Visit(browser, base) as page:
        page.goto(f"{base}zh-Hans/genetic-resources/")
        assert page.evaluate(f"{style}.fontStyle") == "normal"
        assert "dot" in page.evaluate(f"{style}.textEmphasisStyle")
        page.goto(f"{base}en/genetic-resources/")
        assert page.evaluate(f"{style}.fontStyle") == "italic"


def test_unreviewed_sentences_are_marked_on_demand_by_keyboard(browser, base):
    mark = "getComputedStyle(document.querySelector('.body [data-state=draft]')).backgroundImage"
    with Visit(browser, base) as page:
        page.goto(f"{base}fr/boats/")
        assert page.evaluate(mark) == "none"
        button = page.locator(".marks-button")
        button.focus()
        page.keyboard.press("Enter")
        assert button.get_attribute("aria-pressed") == "true"
        assert page.evaluate(mark) != "none"
        shoot(page, "fr-boats-marked")
        page.keyboard.press("Enter")
        assert page.evaluate(mark) == "none"


@pytest.mark.parametrize("locale", ["zh-Hans", "fr", "ru", "ar"])
def test_a_mark_does_not_cover_the_line_above(browser, base, locale):
    """What is painted of a line begins below the letters of the line before, descenders included."""
    overlaps = """() => {
      const found = [];
      for (const mark of document.querySelectorAll("h1 [data-state], .body [data-state]")) {
        const clear = parseFloat(getComputedStyle(mark).backgroundImage.split("0) ")[1]) / 100;
        const lines = [...mark.getClientRects()].filter((line) => line.width > 1);
        lines.slice(1).forEach((line, index) => {
          if (line.top > lines[index].top + 1)
            found.push(line.top + clear * line.height - lines[index].bottom);
        });
      }
      return found;
    }"""
    with Visit(browser, base, width=240) as page:  # with any font there are lines to measure
        page.goto(f"{base}{locale}/genetic-resources/")
        page.evaluate("document.documentElement.toggleAttribute('data-marks', true)")
        page.evaluate(
            "document.querySelectorAll('[data-state]').forEach("
            "(one) => { one.dataset.state = 'draft' })"
        )
        found = page.evaluate(overlaps)
        assert len(found) > 10
        assert min(found) >= 0


def test_the_first_tab_skips_to_the_content(browser, base):
    with Visit(browser, base) as page:
        page.goto(f"{base}ar/boats/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        shoot(page, "ar-skip-link")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "tf-main"


def test_printing_leaves_the_furniture_out_and_keeps_the_notice(browser, base):
    with Visit(browser, base) as page:
        page.goto(f"{base}ru/boats/")
        page.emulate_media(media="print")
        assert not page.locator(".languages").is_visible()
        assert not page.locator(".marks-button").is_visible()
        assert page.locator(".notice").is_visible()
        shoot(page, "ru-boats-print")


def test_pages_are_complete_without_scripts(browser, base):
    with Visit(browser, base, java_script_enabled=False) as page:
        page.goto(f"{base}fr/boats/")
        assert page.locator(".notice").is_visible()
        assert not page.locator(".marks").is_visible()
        assert page.locator(".languages a").count() == 6


def test_pages_read_from_a_disk_lead_to_one_another(browser, base, room):
    with Visit(browser, base) as page:
        page.goto((room.root / "public/index.html").as_uri())
        page.locator('a[hreflang="fr"]').click()
        page.locator(".card a").last.click()
        assert Path(page.url.removeprefix("file://")).name == "index.html"
        assert page.locator("h1").inner_text()


def test_nothing_jumps_while_pictures_load(browser, base):
    with Visit(browser, base) as page:
        page.goto(f"{base}en/boats/")
        for box in page.locator(".article img").evaluate_all(
            "images => images.map(one => [one.getAttribute('width'), one.getAttribute('height')])"
        ):
            assert all(box)


@pytest.mark.parametrize(
    ("locale", "query", "title"),
    [
        ("zh-Hans", "木头", "船与网"),
        ("fr", "ete", "Boats and nets fr"),  # without the accents
        ("ar", "خشب", "Boats and nets ar"),  # without the article
        ("ru", "масло", "Boats and nets ru"),  # in another case
    ],
)
def test_search_finds_words_in_the_readers_language_only(browser, base, locale, query, title):
    need_search()
    with Visit(browser, base) as page:
        page.goto(f"{base}{locale}/")
        page.locator(".search input").fill(query)
        page.locator(".results a").first.wait_for()
        assert page.locator(".results a").all_inner_texts() == [title]
        card = page.locator(".card", has_text=title).first
        said = card.locator(".badge").all_inner_texts()
        assert said
        assert page.locator(".results .badge").all_inner_texts() == said
        shoot(page, f"{locale}-search")
        page.locator(".search input").fill("xylophone")
        page.locator(".results > p").wait_for()
        assert page.locator(".results a").count() == 0
        page.keyboard.press("Escape")
        assert not page.locator(".results").is_visible()


def test_search_shows_the_words_around_what_it_found_as_they_are(browser, base):
    need_search()
    with Visit(browser, base) as page:
        page.goto(f"{base}en/")
        page.locator(".search input").fill("wood")
        page.locator(".results mark").first.wait_for()
        assert "Oil the wood. Use boat --oil." in page.locator(".results p").first.inner_text()


def need_search():
    if not search.available():
        pytest.skip("Pagefind is not installed (pip install 'transflow[search]')")
