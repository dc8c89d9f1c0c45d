"""A press release under embargo is not out before its hour, wherever its readers are."""

from datetime import UTC, datetime

import pytest

from transflow.documents import ingest, read_article
from transflow.documents.embargo import embargo


def utc(*numbers):
    return datetime(*numbers, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("EMBARGOED UNTIL 24 April 2030, 10:00 GMT", utc(2030, 4, 24, 10)),
        ("UNDER EMBARGO UNTIL WEDNESDAY 24 APRIL 2030 AT 3 P.M. CEST", utc(2030, 4, 24, 13)),
        ("Strictly embargoed till 00:01 GMT, 6 May 2030", utc(2030, 5, 6, 0, 1)),
        ("EMBARGO 1000 hrs GMT 6 May 2030", utc(2030, 5, 6, 10)),
        # No zone: the hour comes last in UTC-12.
        ("Embargo: 24.04.2030 09.30", utc(2030, 4, 24, 21, 30)),
        ("*** EMBARGOED FOR RELEASE: May 6, 2030 ***", utc(2030, 5, 6, 12)),
        ("Not for publication before 6 May 2030", utc(2030, 5, 6, 12)),
        ("Hold for release until 6 May 2030, noon EDT", utc(2030, 5, 6, 16)),
    ],
)
def test_the_moment_of_an_embargo(line, moment):
    assert embargo(["PRESS RELEASE", line], "en") == moment


def test_an_embargo_in_french():
    assert embargo(["Sous embargo jusqu'au 6 mai 2030 à 10h30 CEST"], "fr") == utc(
        2030, 5, 6, 8, 30
    )


@pytest.mark.parametrize(
    "line", ["EMBARGO", "UNDER EMBARGO", "Embargoed until the speech is given"]
)
def test_an_embargo_without_a_date(line):
    assert embargo([line], "en") == line


@pytest.mark.parametrize(
    "line",
    [
        "Embargo on oil exports takes effect",
        "Embargo: what it means for exporters of wine",
        "Under embargo for decades, the island opens",
        "The embargo lasts until 6 May 2030",
        "Hold on to your receipts",
    ],
)
def test_news_about_an_embargo_is_none(line):
    assert embargo([line], "en") is None


RELEASE = """PRESS RELEASE
EMBARGOED UNTIL 24 April 2030, 10:00 GMT

Office opens a second reading room

GENEVA, 24 April 2030 -- The Office opened a reading room today.
"""


def test_a_text_under_embargo(tmp_path):
    path = tmp_path / "room.txt"
    path.write_text(RELEASE)
    article = read_article(path)
    assert article.meta["publish_at"] == utc(2030, 4, 24, 10)
    assert article.meta["title"] == "Office opens a second reading room"


def test_an_author_may_say_otherwise(tmp_path):
    path = tmp_path / "room.md"
    path.write_text(
        "---\npublish_at: 2030-04-23\n---\n\n# A room\n\nEMBARGOED UNTIL 24 April 2030\n"
    )
    assert str(read_article(path).meta["publish_at"]) == "2030-04-23"


def test_what_is_ingested_keeps_its_embargo():
    found = ingest(RELEASE.encode(), format="text")
    assert "\npublish_at: 2030-04-24T10:00:00+00:00\n" in found.text
    assert any("under embargo" in one for one in found.decisions)
