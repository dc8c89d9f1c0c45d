"""What only several entries show: one sentence in two wordings, one edit of several, one wording for two."""

from transflow.checks import CheckContext, across, run
from transflow.model import Entry, State


def catalog(name: str, *entries: Entry) -> tuple[CheckContext, list[Entry]]:
    return CheckContext("fr", format="text", path=f"{name}.po"), list(entries)


def entry(msgid: str, msgstr: str, state: State = State.APPROVED, line: int = 1, **more) -> Entry:
    return Entry(msgid, msgstr, state, line=line, **more)


FELL = "The fee fell again."


def test_two_wordings_of_one_sentence():
    found = across(
        [
            catalog("a", entry(FELL, "La taxe a encore baissé.", line=3)),
            catalog("b", entry(FELL, "La taxe a encore baissé.", line=5)),
            catalog("c", entry(FELL, "La taxe a de nouveau baissé.", line=9)),
        ]
    )
    (finding,) = found
    assert (finding.rule, finding.path, finding.line) == ("inconsistent", "c.po", 9)
    assert "a.po:3 says “La taxe a encore baissé.”" in finding.message


def test_wordings_that_may_differ():
    other = "La taxe a de nouveau baissé."
    mine = entry(FELL, "La taxe a encore baissé.")
    for twin in (
        entry(FELL, other, msgctxt="caption"),
        entry(FELL, "La taxe a encore  baissé."),
        entry(FELL, other, State.CHANGED, draft=other),
        entry(FELL, "", State.UNTRANSLATED),
        entry(FELL, other, State.OBSOLETE),
        entry("The fee fell.", other),
    ):
        assert not across([catalog("a", mine), catalog("b", twin)])


def test_an_edit_that_reached_one_of_several():
    found = across(
        [
            catalog("a", entry(FELL, "La taxe a encore baissé.", State.EDITED, line=3)),
            catalog("b", entry(FELL, "Le tarif est tombé.", State.DRAFT, line=5)),
        ]
    )
    (finding,) = found
    assert (finding.rule, finding.path) == ("one-of-several", "b.po")
    assert "a.po:3" in finding.message


def test_two_drafts_that_differ_are_nobodys_fault():
    assert not across(
        [
            catalog("a", entry(FELL, "La taxe a encore baissé.", State.DRAFT)),
            catalog("b", entry(FELL, "Le tarif est tombé.", State.DRAFT)),
        ]
    )


def test_one_wording_for_two_sentences():
    context, entries = catalog(
        "a",
        entry("The fee may be waived.", "La taxe peut être supprimée.", line=2),
        entry("The tax may be waived.", "La taxe peut être supprimée.", line=6),
    )
    (finding,) = run(entries, context=context)
    assert (finding.rule, finding.line) == ("same-translation", 6)
    assert "a.po:2" in finding.message
    assert "The fee may be waived." in finding.message
    assert not across([(context, entries)])


def test_sentences_that_are_one_in_other_languages():
    context = CheckContext("zh-Hans", format="text", path="a.po")
    entries = [
        entry("The patent was granted.", "专利已授权。"),
        entry("The patents was granted.", "专利已授权。"),
        entry("A patent was granted!", "专利已授权。"),
        entry("Yes", "是"),
        entry("Yes, it is", "是"),
    ]
    assert not [f for f in run(entries, context=context) if f.rule == "same-translation"]


def test_acceptance_and_severity_count_here_too():
    pair = [
        entry(FELL, "La taxe a encore baissé.", comments=(" transflow: accept inconsistent",)),
        entry(FELL, "La taxe a de nouveau baissé.", comments=(" transflow: accept inconsistent",)),
    ]
    assert not across([catalog("a", pair[0]), catalog("b", pair[1])])
    off = CheckContext("fr", format="text", path="b.po", severities={"inconsistent": "off"})
    plain = [entry(FELL, each.msgstr) for each in pair]
    assert len(across([catalog("a", plain[0]), catalog("b", plain[1])])) == 1
    assert not across([catalog("a", plain[0]), (off, [plain[1]])])
