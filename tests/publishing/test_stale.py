"""A slip in a file takes no page down, from the pages nor from anything that leads to them."""

import json
from datetime import UTC, datetime

import pytest

from transflow.model import State

from .newsroom import Newsroom
from .test_on_change import BEFORE, FRENCH, overtake

OUTPUTS = ["html", "source", "hugo", "mkdocs", "docusaurus"]


def breaks(room, article, locale):
    """A PO file with a string that does not end: the pipeline hands over no entries for it."""
    room.catalogs.pop((article, locale), None)
    path = room.root / f"locales/{locale}/LC_MESSAGES/{article}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('msgid "broken')


@pytest.fixture
def room(tmp_path):
    room = Newsroom.make(tmp_path)
    room.settings["site"]["outputs"] = OUTPUTS
    room.translate("fr", state=State.DRAFT)
    room.translate("ar")
    room.publish()
    return room


def test_an_unreadable_catalog_changes_no_file(room):
    before = room.files()
    breaks(room, "boats", "fr")
    room.now = datetime(2024, 9, 20, tzinfo=UTC)
    room.publish()
    assert room.files() == before
    assert "Boats are old. fr" in before["fr/feed.xml"].decode()


def test_an_unreadable_catalog_of_a_kept_page_changes_no_file(tmp_path):
    room = Newsroom.make(
        tmp_path, {"tide.md": BEFORE}, locales={"fr": {}}, gate={"require": "approved"}
    )
    room.settings["site"]["outputs"] = OUTPUTS
    room.translate("fr", texts=FRENCH)
    overtake(room, "keep")
    before = room.files()
    assert "Elle descend à midi." in before["fr/feed.xml"].decode()
    breaks(room, "tide", "fr")
    room.publish()
    assert room.files() == before
    record = json.loads((tmp_path / "published.json").read_text())
    assert record["pages"]["fr/tide"]["good"] == "2024-09-01"


def test_others_may_change_while_a_catalog_cannot_be_read(room):
    before = room.files()
    breaks(room, "boats", "fr")
    room.write("tide.md", "# Tides\n\n## High water\n\nIt rises once. See [boats](boats.md).\n")
    room.translate("fr", "tide", state=State.DRAFT)
    room.publish()
    after = room.files()
    feed = after["fr/feed.xml"].decode()
    assert "It rises once. fr" in feed
    assert "Boats are old. fr" in feed
    for path in ("fr/boats.md", "hugo/content/fr/boats/index.md", "fr/boats/index.html"):
        assert after[path] == before[path]
    assert 'href="../boats/"' in room.page("fr/tide/")
    assert "fr/boats/" in after["fr/sitemap.xml"].decode()


def test_a_page_stays_where_it_was_though_its_slug_changed(room):
    page = room.page("fr/boats/")
    breaks(room, "boats", "fr")
    text = (room.root / "articles/boats.md").read_text()
    room.write("boats.md", text.replace("title:", "slug: ships\ntitle:", 1))
    room.translate("ar")
    room.publish()
    assert room.page("fr/boats/") == page
    assert "fr/boats/" in room.page("ar/ships/")
    room.translate("fr", state=State.DRAFT)
    room.publish()
    assert "Boats are old. fr" in room.page("fr/ships/")
    assert 'http-equiv="refresh" content="0; url=../ships/"' in room.page("fr/boats/")


@pytest.mark.parametrize(
    ("article", "cache"),
    [
        ("tide", "kept"),
        ("tide", "lost"),
        ("boats", "kept"),
        ("boats", "lost"),
        ("deep/reef", "lost"),
    ],
)
def test_an_unreadable_article_takes_nothing_down(room, article, cache):
    """Its pages, the links to them, lists, feeds, sitemaps and other outputs are as they were."""
    room.settings["gate"]["share"] = 0
    room.translate("ar", article, state=State.UNTRANSLATED)  # title and summary in English
    room.publish()
    before = room.files()
    file = room.root / f"articles/{article}.md"
    text = file.read_bytes()
    file.unlink()
    if cache == "lost":
        (room.root / ".transflow/published-files.json").unlink()
    report = room.publish(held=[f"articles/{article}.md"])
    assert room.files() == before
    stays = [page for page in report.pages if page.article == article]
    assert [(page.locale, page.published) for page in stays] == [
        ("ar", True), ("en", True), ("fr", True),
    ]  # fmt: skip
    room.write(f"{article}.md", text)
    room.publish()
    assert room.files() == before


def test_a_page_that_stays_keeps_a_picture_whose_file_is_gone(room):
    before = room.files()["assets/images/boat.png"]
    breaks(room, "boats", "fr")
    (room.root / "articles/boats.md").unlink()
    (room.root / "articles/images/boat.png").unlink()
    room.publish(held=["articles/boats.md"])
    assert room.files()["assets/images/boat.png"] == before


def test_how_a_text_begins_is_not_taken_for_its_summary(room):
    """Search engines are told it; lists show summaries that an author wrote, also of kept pages."""
    page = room.page("fr/deep/reef/")
    assert (
        '<meta name="description" content="Fish live in the reef, near boats. fr" data-opening>'
        in page
    )
    assert '<meta name="description" content="A page about boats. fr">' in room.page("fr/boats/")
    front = room.page("fr/")
    assert front.count("card-summary") == 1
    breaks(room, "deep/reef", "fr")
    breaks(room, "boats", "fr")
    room.write("new.md", "# New\n\nA page of text.\n")
    room.publish()
    front = room.page("fr/")
    assert 'href="../en/new/"' in front
    assert front.count("card-summary") == 1
