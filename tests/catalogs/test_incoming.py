"""Files that come back, made from an older export: taken, kept beside, never over anything."""

from hypothesis import given
from hypothesis import strategies as st

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
from transflow.catalogs import incorporate
from transflow.model import Draft

TEXTS = ("Low tide.", "High tide.", "The bank is closed.", "The sea is calm.")
ARTICLE = messages(*TEXTS)


def take(here, back):
    done = incorporate(read(here), read(back), today=LATER)
    return done, run(done.catalog.dump(), ARTICLE, today=LATER)


def test_an_untouched_file_changes_nothing():
    here = run(None, ARTICLE)
    done = incorporate(read(here), read(here), today=LATER)
    assert done.catalog.dump() == here
    assert (done.taken, done.conflicts, done.waiting) == (0, (), 0)


def test_work_on_drafts_is_taken(tmp_path):
    here = run(None, ARTICLE)
    back = edit(here, "Low tide.", "Marée basse.", flag=False)
    back = edit(back, "High tide.", flag=False)
    back = edit(back, "The sea is calm.", "La mer est calme.")
    done, after = take(here, back)
    assert done.taken == 3
    assert states(after) == dict(
        zip(TEXTS, ["approved", "approved", "draft", "edited"], strict=True)
    )
    gettext_is_content(after, tmp_path)


def test_a_correction_of_what_was_approved_at_export_is_taken():
    here = run(edit(run(None, ARTICLE), "Low tide.", "Marée base.", flag=False), ARTICLE)
    done, after = take(here, edit(here, "Low tide.", "Marée basse."))
    assert done.taken == 1
    assert texts(after)["Low tide."] == "Marée basse."
    assert states(after)["Low tide."] == "approved"


def test_a_correction_of_what_was_edited_at_export_is_taken():
    here = run(edit(run(None, ARTICLE), "Low tide.", "Marée base."), ARTICLE)
    done, after = take(here, edit(here, "Low tide.", "Marée basse.", flag=False))
    assert (done.taken, done.conflicts) == (1, ())
    assert texts(after)["Low tide."] == "Marée basse."
    assert states(after)["Low tide."] == "approved"


def test_both_sides_wrote():
    exported = run(None, ARTICLE)
    here = run(edit(exported, "Low tide.", "Marée basse.", flag=False), ARTICLE)
    back = edit(exported, "Low tide.", "Basse mer.", flag=False)
    done, after = take(here, back)
    assert done.conflicts == (("", "Low tide."),)
    entry = read(after).entry("Low tide.")
    assert (entry.state, entry.msgstr) == ("edited", "Marée basse.")
    assert entry.comments == ("conflict, the returned file says: Basse mer.",)
    again, twice = take(after, back)
    assert twice == after
    assert again.conflicts == ()


def test_a_draft_read_there_and_corrected_here_is_no_conflict():
    exported = run(None, ARTICLE)
    here = run(edit(exported, "Low tide.", "Marée basse.", flag=False), ARTICLE)
    _, after = take(here, edit(exported, "Low tide.", flag=False))
    assert texts(after)["Low tide."] == "Marée basse."
    assert states(after)["Low tide."] == "approved"


def test_a_draft_confirmed_there_is_taken_where_it_was_drawn_again_here():
    exported = run(None, ARTICLE)
    redrawn = {("", one.msgid): Draft("FR2", origin="argos/en_fr@2.0") for one in ARTICLE}
    here = read(exported).with_drafts(redrawn, ARTICLE, LATER).dump()
    done, after = take(here, edit(exported, "Low tide.", flag=False))
    assert (done.taken, done.conflicts) == (1, ())
    assert texts(after)["Low tide."] == draft_of("Low tide.")
    assert states(after)["Low tide."] == "approved"
    assert states(after)["High tide."] == "draft"
    cleared = exported.replace(b"#, fuzzy\n", b"")  # by a program, all of them
    assert take(here, cleared)[0].taken == 0


def test_new_words_for_the_old_sentence_of_a_changed_entry():
    exported = run(edit(run(None, ARTICLE), TEXTS[2], "La banque est fermé.", flag=False), ARTICLE)
    later = messages(*TEXTS[:2], "The bank is not closed.", TEXTS[3])
    here = run(exported, later)
    back = edit(exported, TEXTS[2], "La banque est fermée.")
    done = incorporate(read(here), read(back), today=LATER)
    after = run(done.catalog.dump(), later)
    entry = read(after).entry("The bank is not closed.")
    assert (entry.state, entry.msgstr) == ("changed", "La banque est fermée.")
    assert done.taken == 1
    assert states(run(after, ARTICLE))[TEXTS[2]] == "approved"


def test_words_for_a_sentence_that_is_gone_wait():
    exported = run(None, ARTICLE)
    here = run(exported, messages(*TEXTS[1:]))
    here = b"\n\n".join(part for part in here.split(b"\n\n") if b"Low tide" not in part)
    done = incorporate(read(here), read(edit(exported, "Low tide.", "Marée basse.")), today=LATER)
    assert done.waiting == 1
    after = run(done.catalog.dump(), messages(*TEXTS[1:]))
    assert [(e.msgid, e.msgstr) for e in read(after).obsolete] == [("Low tide.", "Marée basse.")]
    back = run(after, ARTICLE)
    assert texts(back)["Low tide."] == "Marée basse."


def test_a_file_whose_flags_were_all_cleared_approves_nothing_unread():
    here = run(None, ARTICLE)
    back = edit(here.replace(b"#, fuzzy\n", b""), "Low tide.", "Marée basse.")
    done, after = take(here, back)
    assert done.unread == 3
    assert states(after) == dict(zip(TEXTS, ["approved", "draft", "draft", "draft"], strict=True))


def test_a_tool_that_dropped_the_provenance():
    exported = run(None, ARTICLE)
    bare = b"\n".join(x for x in exported.split(b"\n") if not x.startswith(b"# transflow"))
    here = run(edit(exported, "Low tide.", "Marée basse.", flag=False), ARTICLE)
    back = edit(edit(bare, "Low tide.", "Basse mer."), "High tide.", "Marée haute.")
    done, after = take(here, back)
    assert texts(after)["High tide."] == "Marée haute."
    assert done.conflicts == (("", "Low tide."),)


def test_the_machines_own_words_without_their_comments_are_no_conflict():
    """A file that went out as drafts and comes back stripped brings nobody's words against a person's."""
    exported = run(None, ARTICLE)
    lines = (x for x in exported.split(b"\n") if not x.startswith((b"# transflow", b"#, fuzzy")))
    bare = b"\n".join(lines)
    fresh = edit(
        edit(exported, "Low tide.", "Marée basse.", flag=False), "High tide.", "Haute mer."
    )
    for here in (fresh, run(fresh, ARTICLE), run(run(fresh, ARTICLE), ARTICLE)):
        done, after = take(here, bare)
        assert done.conflicts == ()
        assert texts(after)["Low tide."] == "Marée basse."
        assert texts(after)["High tide."] == "Haute mer."
        assert states(after)["Low tide."] == "approved"
    later = run(edit(run(fresh, ARTICLE), "Low tide.", "Basse mer.", flag=False), ARTICLE)
    assert take(later, bare)[0].conflicts == ()
    theirs = edit(bare, "Low tide.", "Mer basse.")
    assert take(later, theirs)[0].conflicts == (("", "Low tide."),)


def test_comments_come_with_the_file():
    here = run(None, ARTICLE)
    _, after = take(here, here.replace(b"# transflow", b"# why low?\n# transflow", 1))
    assert read(after).entry("Low tide.").comments == ("why low?",)


WORDS = st.sampled_from(["Un.", "Deux.", "Trois."])
EDITS = st.lists(st.tuples(st.sampled_from(TEXTS), WORDS, st.booleans()), max_size=4)


@given(EDITS, EDITS, st.booleans())
def test_no_word_of_either_side_is_lost(mine, theirs, run_here):
    exported = run(None, ARTICLE, today=NOW)
    here = back = exported
    for msgid, words, flag in mine:
        here = edit(here, msgid, words, flag=flag)
    if run_here:
        here = run(here, ARTICLE)
    for msgid, words, flag in theirs:
        back = edit(back, msgid, words, flag=flag)
    _, after = take(here, back)
    for side in (here, back):
        for msgid, words in texts(side).items():
            if words != draft_of(msgid):
                entry = read(after).entry(msgid)
                assert words == entry.msgstr or any(words in c for c in entry.comments)


def test_a_file_with_an_obsolete_twin_of_a_live_entry_changes_nothing():
    """As other tools leave them: the same sentence live and, with other words, under `#~`."""
    here = read(
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        b'msgid "Auto Detect"\nmsgstr "D\xc3\xa9tection automatique"\n\n'
        b'#~ msgid "Auto Detect"\n#~ msgstr "Auto-d\xc3\xa9tection"\n'
    )
    done = incorporate(here, here, today=LATER)
    assert (done.taken, done.conflicts, done.waiting) == (0, (), 0)
    assert done.catalog.dump() == here.dump()


def test_a_note_on_a_sentence_that_the_translator_left_open_is_taken(tmp_path):
    here = run(None, ARTICLE, drafts=False)
    back = here.replace(b"#. paragraph", b"# Which bank is meant?\n#. paragraph", 3)
    done, after = take(here, back)
    assert read(after).entry("Low tide.").comments == ("Which bank is meant?",)
    assert (done.taken, done.conflicts) == (0, ())
    gettext_is_content(after, tmp_path)
    assert take(after, back)[1] == after


def test_what_a_program_noted_in_the_export_does_not_come_back():
    here = run(edit(run(None, ARTICLE), "Low tide.", "Marée basse.", flag=False), ARTICLE)
    lines = b"# memory 80%: Mar\xc3\xa9e. [Tide.]\n# conflict, the other branch says: Mer.\n"
    done, after = take(here, here.replace(b"# transflow", lines + b"# transflow", 1))
    assert after == here
    assert done.taken == 0


def test_an_old_file_that_comes_twice_settles_no_conflict():
    """Ours, with the flag cleared, is what the first of two files says; the second says otherwise."""
    sent = run(None, ARTICLE)
    first = edit(sent, "Low tide.", "Marée basse.", flag=False)
    second = edit(sent, "Low tide.", "Basse mer.", flag=False)
    _, here = take(sent, first)
    done, here = take(here, second)
    assert len(done.conflicts) == 1
    assert states(here)["Low tide."] == "edited"
    for again in (first, second):
        assert take(here, again)[1] == here


def test_a_conflict_that_the_translator_was_sent_is_settled_by_clearing_its_flag():
    sent = run(None, ARTICLE)
    _, here = take(sent, edit(sent, "Low tide.", "Marée basse.", flag=False))
    _, here = take(here, edit(sent, "Low tide.", "Basse mer.", flag=False))
    done, after = take(here, edit(here, "Low tide.", flag=False))
    assert done.taken == 1
    assert states(after)["Low tide."] == "approved"
