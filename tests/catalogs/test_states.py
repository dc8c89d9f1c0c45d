"""States come from the file alone, whatever editors and tools did to it."""

import re

import pytest

from tests.catalogs.build import (
    LATER,
    NOW,
    draft_of,
    edit,
    gettext_is_content,
    messages,
    read,
    run,
    states,
    texts,
)
from transflow.catalogs import Rules, approve, incorporate, merge, pair_digest, reject
from transflow.catalogs.provenance import provenance_of, with_provenance
from transflow.model import Provenance

ARTICLE = messages("Low tide.", "High tide.", "The boat is here.", "The sea is calm.")


def first():
    return run(None, ARTICLE)


def test_drafts_are_drafts_and_gettext_is_content(tmp_path):
    data = first()
    assert set(states(data).values()) == {"draft"}
    gettext_is_content(data, tmp_path)


def test_without_engine_entries_are_untranslated(tmp_path):
    data = run(None, ARTICLE, drafts=False)
    assert set(states(data).values()) == {"untranslated"}
    gettext_is_content(data, tmp_path)
    assert run(data, ARTICLE, drafts=False) == data


def test_an_edit_and_a_cleared_flag():
    data = edit(first(), "Low tide.", "Marée basse.")
    assert states(data)["Low tide."] == "edited"
    data = edit(data, "Low tide.", flag=False)
    assert states(data)["Low tide."] == "approved"
    data = edit(data, "High tide.", flag=False)
    assert states(data)["High tide."] == "approved"


def test_an_emptied_entry_is_drawn_again():
    data = edit(first(), "Low tide.", "")
    assert states(data)["Low tide."] == "untranslated"
    assert states(run(data, ARTICLE))["Low tide."] == "draft"


def test_approved_once_is_never_a_draft_again_even_if_a_tool_sets_the_flag():
    data = run(edit(first(), "Low tide.", flag=False), ARTICLE)
    assert b"draft=" not in data.split(b'msgid "Low tide."')[0].split(b"X-Transflow")[-1]
    flagged = edit(data, "Low tide.", flag=True)
    assert states(flagged)["Low tide."] == "edited"
    again = run(flagged, ARTICLE, redraw=True)
    assert texts(again)["Low tide."] == draft_of("Low tide.")
    assert states(again)["Low tide."] == "edited"


def test_provenance_that_cannot_be_trusted_means_a_persons_text():
    for broken in (
        "",
        "# transflow: source=zz draft=11111111\n",
        "# transflow: source=1234abcd draft=1234abcd\n# transflow: source=1234abcd\n",
        "# transflow: source=1234abcd source=1234abcd\n",
        "# transflow: nothing to see\n",
        "# transflow:\n",
    ):
        data = re.sub(rb"# transflow: [^\n]*\n", broken.encode(), first())
        assert set(states(data).values()) == {"edited"}
        kept = run(data, ARTICLE, redraw=True)
        assert texts(kept) == texts(data)


@pytest.mark.parametrize(
    "typed", ["#, Fuzzy", "#,fuzzy", "# fuzzy", "#fuzzy", "# FUZZY.", "#, fuzy", "#, fuzzzy"]
)
def test_a_flag_that_somebody_typed_is_what_it_is_meant_as(typed):
    """In a text editor nobody sees the difference; `# fuzzy` approved would pass a doubt off as a yes."""
    done = run(edit(first(), "Low tide.", "Marée basse.", flag=False), ARTICLE)
    doubted = done.replace(b'msgid "Low tide."', f'{typed}\nmsgid "Low tide."'.encode())
    assert states(doubted)["Low tide."] == "edited"
    after = run(doubted, ARTICLE)
    assert b'fuzzy\nmsgid "Low tide."' in after
    assert texts(after)["Low tide."] == "Marée basse."
    assert states(edit(after, "Low tide.", flag=False))["Low tide."] == "approved"


@pytest.mark.parametrize(
    "typed", ["# fuzzy wording, ask Ann", "#, fluffy", "#, no-wrap", "# furry"]
)
def test_other_notes_and_flags_are_no_fuzzy_flag(typed):
    done = run(edit(first(), "Low tide.", "Marée basse.", flag=False), ARTICLE)
    noted = done.replace(b'msgid "Low tide."', f'{typed}\nmsgid "Low tide."'.encode())
    assert states(noted)["Low tide."] == "approved"
    assert run(noted, ARTICLE) == noted


def test_a_git_merge_that_glues_an_old_translation_to_a_new_sentence():
    """The flag is gone, the hash is not: unconfirmed, reported, until edited or approved."""
    data = run(edit(first(), "Low tide.", "Marée basse.", flag=False), ARTICLE)
    glued = data.replace(b'msgid "Low tide."', b'msgid "No low tide."')
    article = messages("No low tide.", *(m.msgid for m in ARTICLE[1:]))
    assert states(glued)["No low tide."] == "unconfirmed"
    after = run(glued, article)
    assert states(after)["No low tide."] == "unconfirmed"
    assert texts(after)["No low tide."] == "Marée basse."
    assert read(after).entry("No low tide.").draft == draft_of("No low tide.")
    assert run(after, article) == after
    edited = edit(after, "No low tide.", "Pas de marée basse.")
    assert states(edited)["No low tide."] == "approved"
    decided = approve(read(after), who="Ann", today=NOW, keys=[("", "No low tide.")]).catalog
    assert states(decided.dump())["No low tide."] == "approved"
    assert states(run(decided.dump(), article))["No low tide."] == "approved"


def test_words_that_were_edited_before_anyone_saw_the_gluing_stay_unconfirmed():
    """A merge may take the sentence from one side, words and comment from the other."""
    data = run(edit(first(), "Low tide.", "Marée basse.", flag=False), ARTICLE)
    glued = data.replace(b'msgid "Low tide."', b'msgid "No low tide."').replace(
        "Marée basse.".encode(), b"Basse mer."
    )
    assert states(glued)["No low tide."] == "unconfirmed"


def test_a_file_whose_flags_were_all_cleared_stays_drafts_until_approved():
    data = first().replace(b"#, fuzzy\n", b"")
    data = edit(data, "Low tide.", "Marée basse.")
    assert states(data) == {
        "Low tide.": "approved",
        "High tide.": "draft",
        "The boat is here.": "draft",
        "The sea is calm.": "draft",
    }
    after = run(data, ARTICLE)
    assert states(after)["High tide."] == "draft"
    assert after.count(b"#, fuzzy") == 3
    assert run(after, ARTICLE) == after
    decision = approve(read(data), who="Ann <ann@example.org>", today=NOW)
    assert set(states(decision.catalog.dump()).values()) == {"approved"}
    assert b"Last-Translator: Ann <ann@example.org>" in decision.catalog.dump()


def test_one_cleared_flag_after_the_other_is_a_reviewer_at_work():
    data = first()
    for one in ARTICLE:
        data = run(edit(data, one.msgid, flag=False), ARTICLE)
    assert set(states(data).values()) == {"approved"}


def changed(count):
    """A catalog of ten sentences a person confirmed, `count` of which have moved on since."""
    old = [f"Ship {number} is here." for number in range(10)]
    data = run(None, messages(*old))
    for number, text in enumerate(old):
        data = run(edit(data, text, f"Navire {number}.", flag=False), messages(*old))
    new = [f"Ship {n} is not here." if n < count else text for n, text in enumerate(old)]
    return run(data, messages(*new)), messages(*new)


def test_clearing_the_flag_of_changed_words_says_that_they_fit_the_new_sentence():
    """The flag is the one thing every editor offers for "I read this"; old words often still do.

    Nobody clears it unseen: the old sentence and the proposal stand right there. A program that
    clears flags clears them all; that is what the guard is for.
    """
    data, article = changed(2)
    for text in ("Ship 0 is not here.", "Ship 1 is not here."):
        assert states(data)[text] == "changed"
        data = edit(data, text, flag=False)
        assert states(data)[text] == "approved"
    after = run(data, article)
    assert set(states(after).values()) == {"approved"}
    assert texts(after)["Ship 0 is not here."] == "Navire 0."
    entry = read(after).entry("Ship 0 is not here.")
    assert (entry.previous_msgid, entry.draft, entry.provenance.prev) == ("", "", "")
    assert run(after, article) == after


def test_three_changed_entries_whose_flags_went_at_once_stay_changed():
    data, article = changed(3)
    cleared = data.replace(b"#, fuzzy\n", b"")
    wanted = {m.msgid: "changed" if "not" in m.msgid else "approved" for m in article}
    assert states(cleared) == wanted
    after = run(cleared, article)
    assert states(after) == wanted
    assert after.count(b"#, fuzzy") == 3
    decided = approve(read(after), who="Ann", today=NOW, keys=[("", "Ship 0 is not here.")])
    assert states(decided.catalog.dump())["Ship 0 is not here."] == "approved"


def test_two_steps():
    data = run(edit(first(), "Low tide.", "Marée basse.", flag=False), ARTICLE)
    pair = pair_digest("Low tide.", "Marée basse.")
    assert states(data, rules=Rules(two_step=True))["Low tide."] == "translated"
    assert (
        states(data, rules=Rules(two_step=True, recorded={pair}.__contains__))["Low tide."]
        == "approved"
    )
    edited = edit(data, "Low tide.", "Basse mer.")
    assert (
        states(edited, rules=Rules(two_step=True, recorded={pair}.__contains__))["Low tide."]
        == "translated"
    )


def test_rejecting_sends_back_and_says_why():
    data = run(edit(first(), "Low tide.", "Marée basse.", flag=False), ARTICLE)
    decision = reject(
        read(data), who="Bo", today=NOW, keys=[("", "Low tide.")], why="wrong\nregister"
    )
    back = decision.catalog.dump()
    assert states(back)["Low tide."] == "edited"
    assert texts(back)["Low tide."] == "Marée basse."
    assert read(back).entry("Low tide.").comments == ("rejected 2026-03-01 by Bo: wrong register",)
    assert states(run(back, ARTICLE))["Low tide."] == "edited"


def test_approving_a_whole_file_leaves_words_for_other_sentences_out():
    data = run(edit(first(), "Low tide.", "Marée basse.", flag=False), ARTICLE)
    article = messages("Very low tide.", *(m.msgid for m in ARTICLE[1:]))
    data = run(data, article)
    decision = approve(read(data), who="Ann", today=NOW)
    assert [entry.msgid for entry in decision.skipped] == ["Very low tide."]
    assert states(decision.catalog.dump())["Very low tide."] == "changed"
    named = approve(read(data), who="Ann", today=NOW, keys=[("", "Very low tide.")])
    assert states(named.catalog.dump())["Very low tide."] == "approved"
    assert b"#|" not in named.catalog.dump()


def test_conflict_marks_of_msgcat_are_never_approved():
    data = first().replace(
        b'msgstr "FR<Low tide.>"',
        b'msgstr "#-#-#-#-#  a.po  #-#-#-#-#\\nA\\n#-#-#-#-#  b.po  #-#-#-#-#\\nB"',
    )
    assert states(data)["Low tide."] == "edited"
    cleared = data.replace(b"#, fuzzy\n", b"", 1)
    assert states(cleared)["Low tide."] == "unconfirmed"


def test_provenance_is_written_where_it_stood():
    comments = (" first", " transflow: source=1234abcd", " last")
    new = Provenance(source="abcd1234", engine="argos/en_fr@1.9")
    result = with_provenance(comments, new)
    assert result == (" first", " transflow: source=abcd1234 engine=argos/en_fr@1.9", " last")
    assert provenance_of(result) == new
    assert with_provenance((" transflow: accept numbers",), None) == (" transflow: accept numbers",)


def test_swapped_translations_are_flagged_with_the_probable_right_words():
    data = first()
    for msgid, words in (("Low tide.", "Marée basse."), ("High tide.", "Marée haute.")):
        data = run(edit(data, msgid, words, flag=False), ARTICLE)
    swapped = (
        data.replace(b'msgid "Low tide."', b'msgid "?"')
        .replace(b'msgid "High tide."', b'msgid "Low tide."')
        .replace(b'msgid "?"', b'msgid "High tide."')
    )
    merged = merge(read(swapped), ARTICLE, locale="fr", article_id="tide", today=NOW)
    assert [finding.rule for finding in merged.findings] == ["unconfirmed", "unconfirmed"]
    told = {finding.msgid: finding.message for finding in merged.findings}
    assert "the right words may be 'Marée basse.'" in told["Low tide."]
    assert "written for another sentence, 'High tide.'" in told["Low tide."]
    assert states(merged.catalog.dump())["Low tide."] == "unconfirmed"


SEVEN = tuple(
    f"Tide number {word} is low." for word in ("one", "two", "three", "four", "five", "six", "ten")
)


def test_approving_one_entry_leaves_the_standing_of_the_others():
    """Three flags cleared by hand, one by one in one sitting, count; a fourth by command as well."""
    data = edit(run(None, messages(*SEVEN)), SEVEN[6], "Marée.")
    data = run(data, messages(*SEVEN))
    for text in (*SEVEN[:3], SEVEN[6]):
        data = edit(data, text, flag=False)
    before = states(data)
    assert [before[text] for text in SEVEN] == ["approved"] * 3 + ["draft"] * 3 + ["approved"]
    done = approve(read(data), who="A", today=LATER, keys=[("", SEVEN[3])])
    assert states(done.catalog.dump()) == {**before, SEVEN[3]: "approved"}


def test_rejecting_an_entry_approves_none_of_a_file_whose_flags_a_program_cleared():
    data = run(None, messages(*SEVEN))
    for text in SEVEN[:4]:
        data = edit(data, text, flag=False)
    assert set(states(data).values()) == {"draft"}
    done = reject(read(data), who="A", today=LATER, keys=[("", SEVEN[0])], why="no")
    assert not {"approved", "translated"} & set(states(done.catalog.dump()).values())


def test_a_file_that_comes_back_leaves_the_standing_of_the_others():
    data = run(None, messages(*SEVEN))
    for text in SEVEN[:3]:
        data = edit(data, text, flag=False)
    returned = edit(
        edit(data, SEVEN[3], "Marée quatre.", flag=False), SEVEN[4], "Cinq.", flag=False
    )
    done = incorporate(read(data), read(returned), today=LATER)
    after = states(done.catalog.dump())
    assert [after[text] for text in SEVEN[:5]] == ["approved"] * 5


@pytest.mark.parametrize("text", ['"Marée basse."\n"La mer est basse."', '"Basse »."\n"« Élevée."'])
def test_what_a_merge_by_lines_glued_is_flagged_until_somebody_read_it(text):
    """With git's merge=union a wrapped translation gets the lines of both sides: still good PO."""
    done = run(edit(first(), "Low tide.", "Marée.", flag=False), ARTICLE)
    glued = done.replace('msgstr "Marée."'.encode(), f'msgstr ""\n{text}'.encode())
    assert states(glued)["Low tide."] == "edited"
    (finding,) = merge(read(glued), ARTICLE, locale="fr", article_id="tide", today=NOW).findings
    assert (finding.rule, finding.msgid) == ("glued", "Low tide.")
    after = run(glued, ARTICLE)
    assert b'#, fuzzy\nmsgid "Low tide."' in after
    assert texts(after) == texts(glued)
    assert run(after, ARTICLE) == after
    read_and_right = after.replace(b'#, fuzzy\nmsgid "Low tide."', b'msgid "Low tide."')
    assert states(read_and_right)["Low tide."] == "approved"
    assert states(run(read_and_right, ARTICLE))["Low tide."] == "approved"


@pytest.mark.parametrize(
    "text",
    [
        '"Marée basse ce soir. "\n"Demain aussi."',
        '"Marée basse ce soir."\n" Demain aussi."',
        '"Marée basse.\\n"\n"Demain aussi."',
        '"今晚退潮。"\n"明天也是。"',
        '"www.example."\n"org"',
    ],
)
def test_a_translation_that_is_wrapped_as_programs_wrap_is_approved(text):
    done = run(edit(first(), "Low tide.", "Marée.", flag=False), ARTICLE)
    wrapped = done.replace('msgstr "Marée."'.encode(), f'msgstr ""\n{text}'.encode())
    assert states(wrapped)["Low tide."] == "approved"


def test_marks_of_a_merge_inside_a_translation_are_no_approved_text():
    done = run(edit(first(), "Low tide.", "Marée.", flag=False), ARTICLE)
    marked = edit(done, "Low tide.", "<<<<<<< HEAD Marée basse.")
    (finding,) = merge(read(marked), ARTICLE, locale="fr", article_id="tide", today=NOW).findings
    assert (finding.rule, states(marked)["Low tide."]) == ("unconfirmed", "unconfirmed")
    assert "marks of a merge" in finding.message
