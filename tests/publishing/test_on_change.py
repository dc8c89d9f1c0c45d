from dataclasses import replace
from datetime import UTC, datetime

import pytest

from transflow.model import Severity, State
from transflow.publishing import PageChange

from .newsroom import Newsroom, found

BEFORE = """---
title: Tides
date: 2024-05-01
---

The tide rises. It falls at noon.

## Moon

The moon pulls.
"""
AFTER = BEFORE.replace("It falls at noon.", "It falls at midnight.").replace(
    "## Moon", "## The sun"
)
FRENCH = {
    "Tides": "Marées",
    "The tide rises.": "La marée monte.",
    "It falls at noon.": "Elle descend à midi.",
    "Moon": "Lune",
    "The moon pulls.": "La lune attire.",
}


@pytest.fixture
def room(tmp_path):
    room = Newsroom.make(
        tmp_path,
        {"tide.md": BEFORE},
        locales={"fr": {}},
        gate={"require": "approved", "share": 1.0},
    )
    room.translate("fr", texts=FRENCH)
    return room


def overtake(room, policy, *, draft="Elle descend à minuit."):
    """The article changes, and the catalog is merged as `transflow run` would."""
    room.settings["gate"]["on_change"] = policy
    room.publish()
    old = {one.msgid: one for one in room.catalogs["tide", "fr"]}
    room.write("tide.md", AFTER)
    room.now = datetime(2024, 9, 9, tzinfo=UTC)
    changed = replace(
        old["It falls at noon."],
        msgid="It falls at midnight.",
        state=State.CHANGED,
        fuzzy=True,
        previous_msgid="It falls at noon.",
        draft=draft,
    )
    sun = replace(old["Moon"], msgid="The sun", msgstr="", state=State.UNTRANSLATED)
    gone = replace(old["Moon"], state=State.OBSOLETE)
    rest = [old[key] for key in ("Tides", "The tide rises.", "The moon pulls.")]
    room.catalogs["tide", "fr"] = [*rest, changed, sun, gone]
    return room.publish()


def french(report):
    (page,) = [page for page in report.pages if page.locale == "fr"]
    return page


def test_mixed_follows_the_article_and_stays_out_until_the_translation_catches_up(room):
    page = french(overtake(room, "mixed"))
    assert page.published
    assert "changed after the page was out (mixed)" in page.reasons[0]
    html = room.page("fr/tide/")
    assert (
        '<span lang="en" dir="ltr" data-state="untranslated">It falls at midnight.</span>' in html
    )
    assert "Elle descend à midi." not in html
    assert "La marée monte." in html
    assert "L’original a été modifié" in html
    assert french(room.publish()).published
    assert room.publish().written == ()


def test_mixed_shows_the_new_draft_where_the_gate_admits_drafts(room):
    room.settings["gate"]["require"] = "draft"
    overtake(room, "mixed")
    html = room.page("fr/tide/")
    assert '<span data-state="changed">Elle descend à minuit.</span>' in html
    assert '<span lang="en" dir="ltr" data-state="untranslated">The sun</span>' in html


def test_mixed_leaves_out_a_sentence_whose_finding_would_close_the_gate(room):
    room.settings["gate"] |= {"require": "edited"}
    overtake(room, "mixed")
    room.findings["tide", "fr"] = [found("numbers", Severity.ERROR, msgid="The tide rises.")]
    page = french(room.publish())
    assert page.published
    assert "The tide rises." in room.page("fr/tide/")


def test_keep_shows_the_last_good_page_with_its_date(room):
    page = french(overtake(room, "keep"))
    assert (page.published, page.kept) == (True, True)
    html = room.page("fr/tide/")
    assert "Elle descend à midi." in html
    assert "Lune" in html
    assert "midnight" not in html
    assert "L’original a été modifié depuis. Voici la traduction du 1er septembre 2024." in html
    assert "It falls at midnight." in room.page("en/tide/")
    assert '<meta name="translation-status" content="outdated">' in html
    assert '"creativeWorkStatus":"translation of an earlier version"' in html
    assert "Original modifié depuis" in room.page("fr/")
    report = room.publish()
    assert report.written == ()
    assert french(report).change is PageChange.UNCHANGED


def test_a_kept_page_follows_again_once_all_is_approved(room):
    overtake(room, "keep")
    room.translate(
        "fr", texts=FRENCH | {"The sun": "Le soleil", "It falls at midnight.": "Minuit."}
    )
    page = french(room.publish())
    assert (page.published, page.kept) == (True, False)
    html = room.page("fr/tide/")
    assert "Le soleil" in html
    assert 'class="notice"' not in html
    assert '<meta name="translation-status" content="reviewed">' in html
    assert "Original modifié depuis" not in room.page("fr/")


def test_keep_without_what_it_needs_does_as_mixed(room):
    overtake(room, "keep")
    room.catalogs["tide", "fr"] = [
        one for one in room.catalogs["tide", "fr"] if one.state is not State.OBSOLETE
    ]
    page = french(room.publish())
    assert (page.published, page.kept) == (True, False)
    assert "The sun" in room.page("fr/tide/")


def test_withdraw_takes_the_page_down_and_says_why(room):
    page = french(overtake(room, "withdraw"))
    assert (page.published, page.change) == (False, PageChange.WITHDRAWN)
    assert "(withdraw)" in page.reasons[0]
    assert not (room.root / "public/fr").exists()


@pytest.mark.parametrize("policy", ["mixed", "keep", "withdraw"])
def test_an_approval_taken_back_is_the_gates_business(room, policy):
    room.settings["gate"]["on_change"] = policy
    room.publish()
    room.catalogs["tide", "fr"] = [
        replace(one, state=State.EDITED, fuzzy=True) if one.msgid == "The moon pulls." else one
        for one in room.catalogs["tide", "fr"]
    ]
    page = french(room.publish())
    assert (page.published, page.change) == (False, PageChange.WITHDRAWN)


@pytest.mark.parametrize("policy", ["mixed", "keep", "withdraw"])
@pytest.mark.parametrize("line", ["publish: false", "withdrawn: true", "publish_at: 2030-01-01"])
def test_an_authors_word_always_withdraws(room, policy, line):
    room.settings["gate"]["on_change"] = policy
    room.publish()
    room.write("tide.md", AFTER.replace("date:", f"{line}\ndate:"))
    report = room.publish()
    assert not report.published
    assert not [path for path in room.files() if "tide" in path]


def test_a_first_publication_must_pass_by_itself(room):
    room.settings["gate"]["on_change"] = "mixed"
    room.translate("fr", state=State.DRAFT)
    assert not french(room.publish()).published


def test_unreviewed_pages_can_be_kept_out_of_search_engines(room):
    room.settings["gate"] = {"require": "draft"}
    room.settings["site"]["index"] = "reviewed"
    room.translate("fr", state=State.DRAFT)
    room.publish()
    html = room.page("fr/tide/")
    assert '<meta name="robots" content="noindex">' in html
    assert 'hreflang="x-default"' not in html
    assert 'rel="alternate" hreflang="fr"' not in room.page("en/tide/").split("<body>")[0]
    assert "Français" in room.page("en/tide/")
    assert b"fr/tide" not in room.files()["en/sitemap.xml"]
    assert b"fr/tide" not in room.files()["fr/sitemap.xml"]
