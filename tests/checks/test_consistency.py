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


def names(locale: str, *pairs: tuple[str, str]) -> list[int]:
    """The lines of a catalog in which a name is told."""
    entries = [entry(source, target, line=at) for at, (source, target) in enumerate(pairs, 1)]
    found = run(entries, context=CheckContext(locale, format="text", path="a.po"))
    return [finding.line for finding in found if finding.rule == "name-spelling"]


APPOINTED = "Hannah Nakamura was appointed on Monday."
SAID = "“It is an honour,” Ms. Hannah Nakamura said."
LEFT = "Hannah Nakamura leaves a post in Geneva."


def test_one_person_under_several_names():
    right = [
        (APPOINTED, "汉娜·中村于周一获任命。"),
        (SAID, "汉娜·中村女士说：“我很荣幸。”"),
        (LEFT, "汉娜·中村将离开在日内瓦的职位。"),
    ]
    assert names("zh-Hans", *right) == []
    assert names("zh-Hans", *right[:2], (LEFT, "安娜·纳米尔将离开在日内瓦的职位。")) == [3]
    assert names("zh-Hans", *right[:2], (LEFT, "Hannah Nakamura将离开在日内瓦的职位。")) == [3]
    first = (APPOINTED, "汉娜·中村（Hannah Nakamura）于周一获任命。")
    assert names("zh-Hans", first, *right[1:]) == []


def test_a_name_that_stays_in_its_own_letters_stays_everywhere():
    kept = [
        (SAID, "«Это честь», — сказала г-жа Hannah Nakamura."),
        (LEFT, "Hannah Nakamura покидает пост в Женеве."),
    ]
    assert names("ru", *kept, (APPOINTED, "Hannah Nakamura назначена в понедельник.")) == []
    assert names("ru", *kept, (APPOINTED, "Ханна Накамура назначена в понедельник.")) == [3]
    assert (
        names(
            "fr",
            (SAID, "« C'est un honneur », a dit Mme Hannah Nakamura."),
            (LEFT, "Mme Nakamura quitte Genève."),
        )
        == []
    )


def test_what_is_no_persons_name_may_stay_or_not():
    office = [
        ("The World Bank lent more.", "World Bank увеличил кредиты."),
        ("The World Bank lent less.", "Всемирный банк сократил кредиты."),
    ]
    assert names("ru", *office) == []
