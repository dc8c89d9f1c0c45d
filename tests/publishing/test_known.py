"""What the last publish found out is taken over, and says the same as finding it out again."""

import hashlib
from datetime import UTC, datetime

import pytest

from transflow.model import Severity, State

from .newsroom import Newsroom, found


class Watched(dict):
    """Catalogs that remember which of them were looked into."""

    def __init__(self, items):
        super().__init__(items)
        self.seen = set()

    def get(self, key, default=None):
        self.seen.add(key)
        return super().get(key, default)


@pytest.fixture
def room(tmp_path):
    room = Newsroom.make(tmp_path)
    room.translate("fr", "boats", "tide")
    room.translate("ar", state=State.DRAFT)
    return room


def publish(room, **options):
    """Publish with names for everything; returns the report and which catalogs were looked into."""
    catalogs = dict(room.catalogs)
    sources = {article.id: article.source for article in room.articles()}

    def stamp(article, locale):
        about = catalogs.get((article, locale)), room.findings.get((article, locale))
        return hashlib.sha256(f"{sources[article]!r}{about if locale else ''}".encode()).hexdigest()

    room.catalogs = Watched(room.catalogs)
    report = room.publish(stamp=stamp, **options)
    return report, room.catalogs.seen


def test_what_did_not_change_is_not_judged_again(room):
    _, seen = publish(room)
    assert len(seen) == 6
    report, seen = publish(room)
    assert (report.written, seen) == ((), set())
    room.translate("fr", "tide", tag="FR")
    report, seen = publish(room)
    assert seen == {("tide", "fr"), ("boats", "fr")}, "the feed has the whole text of both"
    assert "High water FR" in room.page("fr/tide/")


@pytest.mark.parametrize(
    "change",
    [
        lambda room: room.settings["gate"].update(require="approved"),
        lambda room: room.settings["gate"].update(share=0.0),
        lambda room: room.write("tide.md", "---\npublish: false\n---\n\n# Tides\n\nThey turn.\n"),
        lambda room: room.write(
            "tide.md", "---\nslug: t\n---\n\n# Tides\n\n## High water\n\nUp.\n"
        ),
        lambda room: room.findings.update(
            {("boats", "ar"): [found("numbers", Severity.ERROR, msgid="Boats are old.")]}
        ),
        lambda room: room.catalogs.pop(("tide", "fr")),
        lambda room: room.translate("ar", "tide"),
        lambda room: room.write("new.md", "# New\n\nSee [boats](boats.md).\n"),
        lambda room: (room.root / "articles/tide.md").unlink(),
        lambda room: room.settings["site"].update(index="reviewed"),
        lambda room: room.settings["site"].update(page_size=1),
    ],
)
def test_taking_over_gives_the_same_site_as_starting_afresh(room, change, tmp_path_factory):
    room.write("boats.md", "# Boats\n\nSee [tides](tide.md) and [new ones](new.md).\n")
    room.translate("fr", "boats")
    publish(room)
    change(room)
    room.now = datetime(2024, 9, 1, 18, tzinfo=UTC)
    report, _ = publish(room)
    taken, said = room.files(), {(p.article, p.locale): (p.reasons, p.states) for p in report.pages}
    (room.root / ".transflow/published-files.json").unlink()
    report = room.publish()
    assert room.files() == taken
    assert {(p.article, p.locale): (p.reasons, p.states) for p in report.pages} == said


def test_an_embargo_that_ends_is_noticed(room):
    room.write("tide.md", "---\npublish_at: 2024-09-02\n---\n\n# Tides\n\nThey turn.\n")
    publish(room)
    publish(room)
    assert "en/tide/index.html" not in room.files()
    room.now = datetime(2024, 9, 2, 1, tzinfo=UTC)
    publish(room)
    assert "They turn." in room.page("en/tide/")


def test_a_new_article_makes_only_what_leads_to_it(room):
    room.write("deep/reef.md", "# The reef\n\nFish live there. See [new ones](../new.md).\n")
    room.translate("ar", "deep/reef", state=State.DRAFT)
    publish(room)
    room.write("new.md", "# New\n\nIt is new.\n")
    report, _ = publish(room)
    pages = {path for path in report.written if path.endswith("index.html")}
    assert pages == {
        "en/new/index.html", "en/deep/reef/index.html", "ar/deep/reef/index.html",
        "en/index.html", "fr/index.html", "ar/index.html",
    }  # fmt: skip
    assert 'href="../../new/"' in room.page("en/deep/reef/")
