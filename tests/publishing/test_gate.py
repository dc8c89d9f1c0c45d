from dataclasses import replace

from transflow.config.schema import GateConfig
from transflow.model import (
    Article,
    Entry,
    Finding,
    Provenance,
    Segment,
    Severity,
    State,
    Unit,
    UnitKind,
)
from transflow.publishing import Reason, judge

from .newsroom import found


def article(*texts, kind=UnitKind.PARAGRAPH):
    units = tuple(
        Unit(f"u{n}", kind, (Segment(f"u{n}.s0", text, kind),)) for n, text in enumerate(texts)
    )
    return Article("tide", "articles/tide.md", "markdown", "en", {}, units, b"")


def verdict(states, found=(), *, withhold=False, **gate):
    names = [f"Sentence {n}." for n in range(len(states))]
    entries = [
        Entry(
            name,
            "" if state is State.UNTRANSLATED else f"Satz {n}.",
            state,
            draft=f"Neu {n}." if state in {State.CHANGED, State.UNCONFIRMED} else "",
            line=10 + n,
            provenance=Provenance(engine="argos/en_de@1.0"),
        )
        for n, (name, state) in enumerate(zip(names, states, strict=True))
    ]
    config = GateConfig(**gate)
    return judge(article(*names), entries, found, config, locale="de", withhold=withhold)


def shown(result):
    return [one.text for one in result.shown.values()]


def test_a_draft_gate_shows_everything_that_has_a_text_and_never_an_overtaken_translation():
    states = [State.APPROVED, State.TRANSLATED, State.EDITED, State.DRAFT, State.UNCONFIRMED]
    result = verdict([*states, State.CHANGED, State.UNTRANSLATED], require="draft", share=0.8)
    assert shown(result) == [
        "Satz 0.", "Satz 1.", "Satz 2.", "Satz 3.", "Neu 4.", "Neu 5.", "Sentence 6.",
    ]  # fmt: skip
    assert result.passes
    assert round(result.share, 3) == round(6 / 7, 3)
    assert round(result.reviewed, 3) == round(1 / 7, 3)


def test_what_stands_on_no_page_is_no_matter_of_the_gate_of_pages():
    whole = article("Lead.", "Founded in 1911.")
    footer = replace(whole.units[1], aside=True)
    whole = replace(whole, units=(whole.units[0], footer))
    entries = [
        Entry("Lead.", "Satz.", State.APPROVED, line=5),
        Entry("Founded in 1911.", "Gegründet 1912.", State.APPROVED, line=9),
    ]
    wrong = [found("numbers", Severity.ERROR, msgid="Founded in 1911.")]
    for aside, passes, count in ((False, True, 1), (True, False, 2)):
        result = judge(whole, entries, wrong, GateConfig(), locale="de", aside=aside)
        assert (result.passes, len(result.shown)) == (passes, count)


def test_an_edited_gate_shows_drafts_in_the_language_of_the_original():
    result = verdict([State.EDITED, State.DRAFT, State.CHANGED], require="edited", share=0.3)
    assert shown(result) == ["Satz 0.", "Sentence 1.", "Sentence 2."]
    assert result.passes


def test_an_approved_gate_asks_for_the_second_step_where_there_is_one():
    result = verdict([State.APPROVED, State.TRANSLATED], require="approved", share=0.5)
    assert shown(result) == ["Satz 0.", "Sentence 1."]


def test_a_share_too_small_is_a_reason_with_its_numbers():
    result = verdict([State.APPROVED, State.UNTRANSLATED], require="approved", share=0.9)
    assert not result.passes
    (reason,) = result.reasons
    assert reason[0] is Reason.SHARE
    assert "50%" in reason[1]
    assert "90%" in reason[1]


def test_a_changed_entry_without_a_draft_is_the_source_sentence():
    names = ["One."]
    entries = [Entry("One.", "Alt.", State.CHANGED, fuzzy=True)]
    result = judge(article(*names), entries, (), GateConfig(share=0.0), locale="de")
    assert shown(result) == ["One."]


def test_no_catalog_no_page_even_if_no_share_is_asked():
    result = judge(article("One."), (), (), GateConfig(share=0.0), locale="de")
    assert [reason for reason, _ in result.reasons] == [Reason.NO_CATALOG]


def finding(severity, rule="numbers", msgid="Sentence 0."):
    return Finding(rule, severity, "28 is missing", line=10, msgid=msgid)


def test_a_catalog_that_cannot_be_read_is_not_told_as_none():
    broken = Finding("catalog", Severity.ERROR, "is not PO")
    result = judge(article("One."), (), (broken,), GateConfig(findings="none"), locale="de")
    assert result.reasons == ((Reason.NO_CATALOG, "its catalog cannot be used: is not PO"),)


def test_findings_in_a_persons_text_close_the_gate_from_the_severity_asked():
    error, warning = finding(Severity.ERROR), finding(Severity.WARNING)
    assert not verdict([State.APPROVED], [error], findings="error").passes
    assert not verdict([State.EDITED], [error], findings="error", share=0).passes
    assert verdict([State.APPROVED], [warning], findings="error").passes
    assert not verdict([State.APPROVED], [warning], findings="warning").passes
    assert verdict([State.APPROVED], [error], findings="none").passes


def test_a_draft_with_a_finding_is_left_out_and_counts_against_the_share():
    states = [State.DRAFT, State.DRAFT]
    result = verdict(states, [finding(Severity.ERROR)], share=0.5)
    assert result.passes
    assert shown(result) == ["Sentence 0.", "Satz 1."]
    result = verdict(states, [finding(Severity.ERROR)], share=1.0)
    assert [reason for reason, _ in result.reasons] == [Reason.SHARE]
    assert "numbers: 28 is missing (line 10)" in result.reasons[0][1]


def test_a_finding_in_a_text_that_is_not_shown_closes_nothing():
    result = verdict(
        [State.DRAFT, State.APPROVED], [finding(Severity.ERROR)], require="approved", share=0.5
    )
    assert result.passes


def test_a_missing_term_closes_the_gate_whatever_its_severity_unless_terms_are_off():
    term = finding(Severity.WARNING, rule="terminology")
    result = verdict([State.APPROVED], [term], findings="none")
    assert [reason for reason, _ in result.reasons] == [Reason.TERMS]
    assert "line 10" in result.reasons[0][1]
    assert verdict([State.APPROVED], [term], findings="none", terms=False).passes


def test_withholding_shows_the_original_instead_of_closing():
    result = verdict(
        [State.EDITED, State.APPROVED], [finding(Severity.ERROR)], withhold=True, share=0.0
    )
    assert result.passes
    assert shown(result) == ["Sentence 0.", "Satz 1."]


def test_engines_are_those_of_the_drafts_that_are_shown():
    assert verdict([State.APPROVED, State.DRAFT]).engines == ("argos/en_de@1.0",)
    assert verdict([State.APPROVED]).engines == ()


def test_equal_texts_of_different_kinds_find_their_own_entries():
    units = tuple(
        Unit(f"u{n}", kind, (Segment(f"u{n}.s0", "Open", kind),))
        for n, kind in enumerate([UnitKind.HEADING, UnitKind.TABLE_CELL])
    )
    source = Article("a", "articles/a.md", "markdown", "en", {}, units, b"")
    entries = [
        Entry("Open", "Offenes", State.APPROVED, msgctxt="heading"),
        Entry("Open", "Geöffnet", State.APPROVED, msgctxt="table cell"),
    ]
    assert shown(judge(source, entries, (), GateConfig(), locale="de")) == ["Offenes", "Geöffnet"]
