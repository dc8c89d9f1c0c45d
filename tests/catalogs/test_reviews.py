"""reviews.yaml: bound to both texts, mergeable line by line."""

from datetime import date

import pytest

from tests.catalogs.build import edit, messages, read, run
from transflow.catalogs import Reviews, pair_digest
from transflow.errors import ConfigError

DAY = date(2026, 3, 1)


def entry(msgstr):
    data = run(None, messages("Low tide."))
    return read(edit(data, "Low tide.", msgstr, flag=False)).entry("Low tide.")


def test_without_a_file_nothing_was_decided_and_nothing_is_written(tmp_path):
    path = tmp_path / "reviews.yaml"
    reviews = Reviews.load(path)
    assert reviews.save(path) is False
    assert not path.exists()


def test_decisions_come_back_and_end_with_an_edit(tmp_path):
    path = tmp_path / "reviews.yaml"
    one = entry("Marée basse.")
    reviews = Reviews().with_approvals(
        "fr", "tide", [one], who='Ann "A" <a@example.org>', today=DAY
    )
    reviews = reviews.with_accepted("fr", "tide", one, "numbers", who="Bo: x", today=DAY)
    assert reviews.save(path) is True
    assert reviews.save(path) is False
    again = Reviews.load(path)
    assert again == reviews
    assert again.is_approved("fr", "tide", pair_digest("Low tide.", "Marée basse."))
    assert again.accepts("fr", "tide", one, "numbers")
    assert not again.accepts("fr", "tide", one, "dates")
    assert not again.accepts("es", "tide", one, "numbers")
    assert not again.accepts("fr", "tide", entry("Basse mer."), "numbers")
    assert not again.without_approvals("fr", "tide", [one]).approvals


def test_one_decision_a_line_sorted(tmp_path):
    path = tmp_path / "reviews.yaml"
    reviews = Reviews()
    for words in ("Marée basse.", "Basse mer."):
        reviews = reviews.with_approvals("fr", "tide", [entry(words)], who="Ann", today=DAY)
    reviews.save(path)
    lines = path.read_text().splitlines()
    assert sum("2026-03-01 Ann" in line for line in lines) == 2
    assert lines[3] == '  "fr/tide":'
    assert lines[4:6] == sorted(lines[4:6])


def test_a_renamed_article_keeps_its_decisions():
    one = entry("Marée basse.")
    reviews = Reviews().with_approvals("fr", "tide", [one], who="Ann", today=DAY)
    moved = reviews.moved("fr", "tide", "news/tide")
    assert moved.is_approved("fr", "news/tide", pair_digest(one.msgid, one.msgstr))
    assert not moved.is_approved("fr", "tide", pair_digest(one.msgid, one.msgstr))


@pytest.mark.parametrize("text", ["approved: [1, 2]\n", "- a\n", "<<<<<<< HEAD\nx: y\n"])
def test_what_transflow_did_not_write_is_an_error(tmp_path, text):
    path = tmp_path / "reviews.yaml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=r"reviews\.yaml"):
        Reviews.load(path)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("approved:\n  fr/tide: [1, 2]\n", 2, "'fr/tide' must be a mapping"),
        ("approved: {}\naproved:\n  fr/tide: {}\n", 2, "'aproved' is no section"),
        ("approved:\n  fr/tide:\n    low tide: 2026-03-01 Ann\n", 3, "two hashes"),
        ("approved:\n  fr/tide:\n    aaaa1111.bbbb2222 numbers: Ann\n", 3, "two hashes"),
        ("accepted:\n  fr/tide:\n    aaaa1111.bbbb2222: Ann\n", 3, "two hashes and a rule"),
        ("accepted:\n  fr/tide:\n    aaaa1111.bbbb2222 numbers: {who: Ann}\n", 3, "nobody's name"),
        ('approved:\n  "fr/tide":\n    "aaaa1111.bbbb2222": "Ann"\n oops\n', 4, "valid YAML"),
        ('approved:\n  "fr/tide":\n    "aaaa1111.bbbb2222": "\\q"\n', 3, "valid YAML"),
        ("approved:\n  fr/tide:\n    <<: &b {low tide: Ann}\n", 2, "two hashes"),
    ],
)
def test_an_odd_decision_is_told_with_its_line(tmp_path, text, line, what):
    path = tmp_path / "reviews.yaml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=what) as caught:
        Reviews.load(path)
    assert str(caught.value.where).endswith(f"reviews.yaml:{line}")


def test_decisions_that_a_person_wrote_as_yaml_count(tmp_path):
    path = tmp_path / "reviews.yaml"
    path.write_text(
        "accepted:\n  fr/tide: {aaaa1111.bbbb2222 numbers: 2026-03-01 Ann}  # asked K.\n"
        "approved:\n  fr/tide:\n    'cccc1111.bbbb2222': 2026-03-01\n"
    )
    reviews = Reviews.load(path)
    assert reviews.accepted == {("fr/tide", "aaaa1111.bbbb2222 numbers"): "2026-03-01 Ann"}
    assert reviews.approvals == {("fr/tide", "cccc1111.bbbb2222"): "2026-03-01"}
