"""From an article to what its catalog must contain, and the template of it."""

from datetime import UTC, datetime

from tests.catalogs.build import gettext_is_content
from transflow.catalogs import messages, parse, renames, template
from transflow.documents import read_article
from transflow.model import Article, Segment, Unit, UnitKind

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def article(*segments):
    units = tuple(
        Unit(f"u{number}", segment.kind, (segment,)) for number, segment in enumerate(segments)
    )
    return Article("tide", "articles/tide.md", "markdown", "en", {}, units, b"")


def segment(number, text, kind=UnitKind.PARAGRAPH, **more):
    return Segment(f"u{number}.s0", text, kind, **more)


def test_one_message_a_distinct_sentence_in_document_order():
    found = messages(
        article(
            segment(0, "Low tide has come again."),
            segment(1, "High tide."),
            segment(2, "Low tide has come again.", UnitKind.HEADING),
            segment(3, "   "),
        ),
        "fr",
    )
    assert [m.msgid for m in found] == ["Low tide has come again.", "High tide."]
    assert found[0].segments == ("u0.s0", "u2.s0")
    assert found[0].reference == "articles/tide.md"


def test_short_equal_texts_of_different_kinds_get_contexts():
    found = messages(
        article(
            segment(0, "Open", UnitKind.HEADING),
            segment(1, "Open", UnitKind.TABLE_CELL),
            segment(2, "Mill", UnitKind.TABLE_CELL),
            segment(3, "Open", context="verb"),
            segment(4, "Open now, all of you", UnitKind.HEADING),
            segment(5, "Open now, all of you", UnitKind.TABLE_CELL),
        ),
        "fr",
    )
    assert [(m.msgctxt, m.msgid) for m in found] == [
        ("heading", "Open"),
        ("table cell", "Open"),
        ("", "Mill"),
        ("verb", "Open"),
        ("", "Open now, all of you"),
    ]


def test_comments_tell_kind_heading_notes_and_terms():
    found = messages(
        article(segment(0, "The PCT.", heading="Law\nof tides", notes=("a treaty",))),
        "fr",
        comments=lambda one: [f"term: {one.text}"],
        concepts=lambda _: "77d0",
    )
    assert found[0].comments == ("paragraph: Law of tides", "a treaty", "term: The PCT.")
    assert found[0].concepts == "77d0"


def test_a_template_is_a_po_file_that_moves_only_with_content(tmp_path):
    wanted = messages(article(segment(0, "Low tide."), segment(1, 'A "b" \\ c')), "fr")
    made = template(wanted, article_id="tide", today=NOW)
    gettext_is_content(made.dump(), tmp_path)
    old = parse(made.dump(), "tide.pot")
    later = datetime(2027, 1, 1, tzinfo=UTC)
    assert template(wanted, article_id="tide", today=later, old=old) is old
    assert template(wanted[:1], article_id="tide", today=later, old=old) is not old


def test_a_new_article_that_shares_half_its_sentences_is_a_rename():
    old = {"tide": ["a", "b", "c", "d"], "moon": ["x"]}
    assert renames(old, {"low-tide": ["a", "b", "n", "m"]}) == {"tide": "low-tide"}
    assert renames(old, {"low-tide": ["a", "n", "m"]}) == {}
    assert renames(old, {"one": ["a", "b"], "two": ["a", "b", "c"]}) == {"tide": "two"}
    assert renames(old, {"empty": []}) == {}


def test_the_article_with_what_people_translated_is_the_renamed_one():
    """Two articles are new: a like one, and the renamed one whose author also went on writing."""
    new = {"like": ["a", "b", "c"], "renamed": ["a", "d", "n"]}
    assert renames({"tide": ["a", "b", "c", "d"]}, new) == {"tide": "like"}
    assert renames({"tide": ["a", "b", "c", "d"]}, new, {"tide": ["d"]}) == {"tide": "renamed"}


def test_an_articles_title_is_named_in_no_entry():
    before, after = (
        read_article(
            f"# Fees rise by *{rate}*\n\nPay soon.\n\n## When\n\nIn May.\n".encode(),
            format="markdown",
        )
        for rate in ("5%", "6%")
    )
    told = [(one.msgid, one.comments) for one in messages(before, "fr")]
    assert told[1:] == [
        ("Pay soon.", ("paragraph",)),
        ("When", ("heading: When",)),
        ("In May.", ("paragraph: When",)),
    ]
    assert told[1:] == [(one.msgid, one.comments) for one in messages(after, "fr")][1:]
