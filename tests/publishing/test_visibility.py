from datetime import UTC, date, datetime

import pytest

from transflow.model import Article
from transflow.publishing.known import Known

NOW = datetime(2024, 8, 20, 7, 59, tzinfo=UTC)


def article(**meta):
    return Article("a", "articles/a.md", "markdown", "en", meta, (), b"")


def hidden(one, now):
    return Known({}).brief(one).hidden(now)


@pytest.mark.parametrize(
    "meta",
    [
        {"publish": False},
        {"publish": "false"},
        {"draft": True},
        {"draft": "yes"},
        {"draft": "maybe"},
        {"publish": "maybe"},
        {"publish": 0},
        {"withdrawn": True},
        {"withdrawn": date(2024, 1, 1)},
        {"withdrawn": "The figures were wrong."},
        {"publish_at": datetime(2024, 8, 20, 8, 0, tzinfo=UTC)},
        {"publish_at": "2024-08-20T10:00:00+02:00"},
        {"publish_at": date(2024, 8, 21)},
        {"publish_at": "next week"},
        {"published": False},
        {"publishDate": date(2024, 8, 21)},
        {"publish_at": "21.8.2024"},
        {"expiryDate": datetime(2024, 8, 20, 7, 0, tzinfo=UTC)},
        {"withdraw_at": "20 August 2024"},
        {"withdraw_at": "when it is over"},
    ],
)
def test_hidden(meta):
    assert hidden(article(**meta), NOW)


@pytest.mark.parametrize(
    "meta",
    [
        {},
        {"publish": True},
        {"publish": "yes"},
        {"draft": 0},
        {"draft": "no"},
        {"draft": ""},
        {"withdrawn": False},
        {"published": date(2024, 1, 1)},
        {"publishdate": date(2024, 8, 20), "expirydate": date(2024, 8, 21)},
        {"expiryDate": ""},
        {"publish_at": date(2024, 8, 20)},
        {"publish_at": "2024-08-20T09:58:00+02:00"},
        {"publish_at": datetime(2024, 8, 20, 7, 0)},  # noqa: DTZ001 - as YAML reads it
    ],
)
def test_shown(meta):
    assert hidden(article(**meta), NOW) == ""


def test_why_an_article_was_withdrawn_is_told():
    told = hidden(article(withdrawn="The figures were wrong."), NOW)
    assert told == "its front matter says that it is withdrawn: The figures were wrong."
    assert hidden(article(withdrawn=True), NOW).endswith("withdrawn")
