"""Merging: identical sentences keep everything, others lose nothing and pass nothing off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalogs.build import (
    ENGINE,
    LATER,
    draft_of,
    edit,
    gettext_is_content,
    message,
    messages,
    read,
    run,
    states,
    texts,
)
from transflow.catalogs import IN_CONTEXT, digest, merge, parse
from transflow.catalogs.predecessors import gaps
from transflow.model import Draft, UnitKind

TEXTS = ("Low tide.", "Ten boats came in.", "The bank is closed.", "The sea is calm.")
ARTICLE = messages(*TEXTS)


def reviewed():
    """A catalog with one approved, one edited and two draft entries."""
    data = run(None, ARTICLE)
    data = edit(data, "The bank is closed.", "La banque est fermée.", flag=False)
    data = edit(data, "Ten boats came in.", "Dix bateaux sont arrivés.")
    return run(data, ARTICLE)


def test_a_second_run_changes_nothing():
    data = reviewed()
    assert run(data, ARTICLE, today=LATER) == data
    old = read(data)
    merged = merge(old, ARTICLE, locale="fr", article_id="tide", today=LATER)
    assert merged.catalog is old
    assert merged.work == ()


def test_a_changed_sentence_keeps_the_words_and_shows_what_they_translated(tmp_path):
    article = messages("Low tide.", "Ten boats came in.", "The bank is not closed.", TEXTS[3])
    data = run(reviewed(), article)
    entry = read(data).entry("The bank is not closed.")
    assert entry.state == "changed"
    assert entry.msgstr == "La banque est fermée."
    assert entry.previous_msgid == "The bank is closed."
    assert entry.draft == draft_of("The bank is not closed.")
    assert entry.fuzzy
    gettext_is_content(data, tmp_path)
    assert run(data, article, today=LATER) == data


def test_a_tool_that_drops_the_previous_text_does_not_hide_the_change():
    article = messages("Low tide.", "Ten boats came in.", "The bank is not closed.", TEXTS[3])
    data = run(reviewed(), article)
    stripped = b"\n".join(x for x in data.split(b"\n") if not x.startswith(b"#|"))
    assert states(stripped)["The bank is not closed."] == "changed"
    assert states(run(stripped, article))["The bank is not closed."] == "changed"


def test_the_previous_text_goes_when_the_flag_goes():
    article = messages("Low tide.", "Ten boats came in.", "The bank is not closed.", TEXTS[3])
    data = run(reviewed(), article)
    data = edit(data, "The bank is not closed.", "La banque n’est pas fermée.", flag=False)
    assert states(data)["The bank is not closed."] == "approved"
    after = run(data, article)
    assert b"#|" not in after
    assert b"draft: " not in after
    assert b"prev=" not in after
    assert states(after)["The bank is not closed."] == "approved"


def test_words_edited_for_the_new_sentence_are_edited_not_changed():
    article = messages("Low tide.", "Ten boats came in.", "The bank is not closed.", TEXTS[3])
    data = edit(run(reviewed(), article), "The bank is not closed.", "Pas fermée.")
    assert states(data)["The bank is not closed."] == "edited"
    after = run(data, article)
    assert states(after)["The bank is not closed."] == "edited"
    assert texts(after)["The bank is not closed."] == "Pas fermée."


def test_the_author_goes_back_and_the_approval_with_him():
    article = messages("Low tide.", "Ten boats came in.", "The bank is not closed.", TEXTS[3])
    there = run(reviewed(), article)
    back = run(there, ARTICLE)
    assert states(back)["The bank is closed."] == "approved"
    assert texts(back)["The bank is closed."] == "La banque est fermée."
    assert b"#|" not in back


def test_a_sentence_that_changes_twice_still_says_what_the_words_translate():
    once = run(reviewed(), messages(*TEXTS[:2], "The bank is not closed.", TEXTS[3]))
    twice = run(once, messages(*TEXTS[:2], "The bank is not closed today.", TEXTS[3]))
    entry = read(twice).entry("The bank is not closed today.")
    assert (entry.state, entry.previous_msgid) == ("changed", "The bank is closed.")
    back = run(twice, ARTICLE)
    assert states(back)["The bank is closed."] == "approved"


def test_an_untouched_draft_of_a_changed_sentence_is_drawn_anew(tmp_path):
    article = messages("Very low tide.", *TEXTS[1:])
    data = run(reviewed(), article)
    entry = read(data).entry("Very low tide.")
    assert (entry.state, entry.msgstr) == ("draft", draft_of("Very low tide."))
    assert entry.previous_msgid == ""
    assert read(data).obsolete == ()


def test_a_removed_sentence_waits_as_obsolete_and_comes_back(tmp_path):
    data = reviewed().replace(b"# transflow", b"# checked by K.\n# transflow")
    without = messages(*TEXTS[:2], TEXTS[3])
    gone = run(data, without)
    assert [(e.msgid, e.msgstr) for e in read(gone).obsolete] == [
        ("The bank is closed.", "La banque est fermée.")
    ]
    gettext_is_content(gone, tmp_path)
    assert run(gone, without) == gone
    back = run(gone, ARTICLE)
    entry = read(back).entry("The bank is closed.")
    assert (entry.state, entry.msgstr) == ("approved", "La banque est fermée.")
    assert entry.comments == ("checked by K.",)
    assert read(back).obsolete == ()
    gettext_is_content(back, tmp_path)


def test_a_flag_that_a_program_cleared_approves_nothing_when_the_sentence_comes_back():
    data = run(None, ARTICLE)
    cleared = b"\n".join(line for line in data.split(b"\n") if line != b"#, fuzzy")
    gone = run(cleared, messages(*TEXTS[1:]))
    assert states(run(gone, ARTICLE)) == dict.fromkeys(TEXTS, "draft")


def test_words_that_were_approved_and_removed_between_two_runs_are_noted_as_approved():
    data = edit(run(None, ARTICLE), "Low tide.", "Marée basse.", flag=False)
    (entry,) = read(run(data, messages(*TEXTS[1:]))).obsolete
    assert entry.provenance.approved == digest("Marée basse.")


def test_words_that_the_memory_brought_stay_when_they_are_redrawn(tmp_path):
    """They are a person's, and may be the last copy."""
    merged = merge(None, messages(*TEXTS), locale="fr", article_id="tide", today=LATER)
    words = {("", TEXTS[0]): Draft('Marée "basse".', origin="memory")}
    data = merged.catalog.with_drafts(words, merged.work, LATER).dump()
    after = run(data, messages(*TEXTS), redraw=True)
    entry = read(after).entry(TEXTS[0])
    assert (entry.msgstr, entry.state) == (draft_of(TEXTS[0]), "draft")
    assert entry.comments == ('earlier translation: Marée \\"basse\\".',)
    gettext_is_content(after, tmp_path)
    assert run(after, messages(*TEXTS), redraw=True) == after


def test_obsolete_entries_of_other_contexts_survive():
    data = run(None, ARTICLE) + (
        b'\n#~ msgctxt "a"\n#~ msgid "Open"\n#~ msgstr "Ouvert"\n'
        b'\n#~ msgctxt "b"\n#~ msgid "Open"\n#~ msgstr "Ouvrir"\n'
    )
    once = run(data, ARTICLE)
    assert run(once, ARTICLE) == once
    assert [e.msgstr for e in read(once).obsolete] == ["Ouvert", "Ouvrir"]


def test_a_twin_that_gettext_would_refuse_becomes_a_comment(tmp_path):
    """Git merges can leave a live and an obsolete entry, or two obsolete ones, of one key."""
    data = reviewed() + (
        b'\n#~ msgid "The bank is closed."\n#~ msgstr "La banque a ferm\xc3\xa9."\n'
        b'\n#~ msgid "Gone."\n#~ msgstr "Un."\n\n#~ msgid "Gone."\n#~ msgstr "Deux."\n'
    )
    after = run(data, ARTICLE)
    gettext_is_content(after, tmp_path)
    assert texts(after)["The bank is closed."] == "La banque est fermée."
    assert "earlier translation: La banque a fermé." in after.decode()
    assert [e.msgstr for e in read(after).obsolete] == ["Deux."]
    assert "earlier translation: Un." in after.decode()
    assert run(after, ARTICLE) == after


def test_moved_paragraphs_move_with_their_translations():
    article = messages(TEXTS[3], TEXTS[2], TEXTS[1], TEXTS[0])
    data = run(reviewed(), article)
    assert [e.msgid for e in read(data).entries] == [m.msgid for m in article]
    assert texts(data) == texts(reviewed())
    assert states(data) == states(reviewed())


def test_moved_and_changed():
    article = messages("The bank in the harbour is closed.", *TEXTS[:2], TEXTS[3])
    entry = read(run(reviewed(), article)).entry("The bank in the harbour is closed.")
    assert (entry.state, entry.msgstr) == ("changed", "La banque est fermée.")


def test_a_new_paragraph_is_a_new_entry_and_nothing_else_in_the_diff():
    before = reviewed()
    after = run(before, messages("A new day.", *TEXTS), today=LATER)
    old, new = before.decode().split("\n\n"), after.decode().split("\n\n")
    assert [part for part in new if part not in old and 'msgid "A new day."' not in part] == [
        new[0]
    ]
    assert [part for part in old if part not in new] == [old[0]]
    changed = set(new[0].split("\n")) ^ set(old[0].split("\n"))
    assert {line.split(":")[0] for line in changed} == {'"PO-Revision-Date'}


def test_the_date_moves_only_with_content():
    moved = run(reviewed(), messages(*reversed(TEXTS)), today=LATER)
    assert b"PO-Revision-Date: 2026-03-01" in moved
    heading = tuple(message(text, heading="Harbour") for text in TEXTS)
    assert b"PO-Revision-Date: 2026-03-01" in run(reviewed(), heading, today=LATER)
    assert b"PO-Revision-Date: 2026-03-02" in run(
        reviewed(), messages(*TEXTS, "More."), today=LATER
    )


def test_header_names_fields_comments_and_flags_of_people_stay(tmp_path):
    data = (
        b"# French articles.\n# Translators:\n# A. Nonym <a@example.org>, 2020\n"
        b'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"X-Team-Note: keep\\n"\n'
        b'"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        b'# reviewer: "banc", not "banque"\n#. heading of the page\n#: bench.md\n#, no-wrap\n'
        b'msgid "Bank"\nmsgstr "Banc"\n'
    )
    article = (message("Bank", kind=UnitKind.HEADING), message("Sit down."))
    after = run(data, article)
    for line in [*data.split(b"\n")[:3], b'"X-Team-Note: keep\\n"', b"#, no-wrap"]:
        assert line in after
    assert b'# reviewer: "banc", not "banque"\n' in after
    assert b"bench.md" not in after
    assert states(after) == {"Bank": "approved", "Sit down.": "draft"}
    assert run(after, article) == after
    gettext_is_content(after, tmp_path)


def test_a_header_in_lower_case_is_the_same_header(tmp_path):
    """So gettext-parser writes it, on which tools in JavaScript stand."""
    head, _, rest = reviewed().decode().replace(": none", ": K. <k@example.org>").partition("\n\n")
    lines = [line.partition(":") for line in head.split("\n")]
    lower = "\n".join(name.lower() + colon + value for name, colon, value in lines)
    data = f"{lower}\n\n{rest}".encode()
    assert read(data).header == read(f"{head}\n\n{rest}".encode()).header
    assert run(data, ARTICLE, today=LATER) == data
    after = run(data, messages(*TEXTS, "More."), today=LATER)
    assert after.decode().partition("\n\n")[0] == head.replace(
        "2026-03-01 09:30", "2026-03-02 10:00", 2
    ).replace("POT-Creation-Date: 2026-03-02 10:00", "POT-Creation-Date: 2026-03-01 09:30")
    gettext_is_content(after, tmp_path)


def test_raw_lines_of_entries_that_did_not_change_stay_whoever_wrapped_them():
    data = reviewed().replace(b'msgid "The sea is calm."\n', b'msgid ""\n"The sea "\n"is calm."\n')
    after = run(data, messages(*TEXTS, "More."))
    assert b'msgid ""\n"The sea "\n"is calm."\n' in after


def test_drafts_are_redrawn_for_other_concepts_and_for_the_pinned_engine_only():
    data = run(None, ARTICLE, engine=ENGINE)
    termed = (message(TEXTS[0], concepts="77d0aa11"), *ARTICLE[1:])
    merged = merge(read(data), termed, locale="fr", article_id="tide", today=LATER)
    assert [m.msgid for m in merged.work] == ["Low tide."]
    assert merged.redraw == 1
    other = merge(read(data), ARTICLE, locale="fr", article_id="t", today=LATER, engine="argos/x@2")
    assert len(other.work) == 4
    unpinned = merge(read(data), ARTICLE, locale="fr", article_id="t", today=LATER)
    assert unpinned.work == ()


def test_no_glossary_engine_or_redraw_touches_a_persons_words():
    before = texts(reviewed())
    after = texts(
        run(
            reviewed(),
            tuple(message(text, concepts="0123abcd") for text in TEXTS),
            engine="argos/en_fr@2.0",
            redraw=True,
        )
    )
    for msgid in ("The bank is closed.", "Ten boats came in."):
        assert after[msgid] == before[msgid]


def test_equal_words_in_two_contexts_are_two_entries(tmp_path):
    one = message("Open", kind=UnitKind.HEADING)
    data = edit(run(None, (one,)), "Open", "Ouvert", flag=False)
    both = (
        message("Open", context="heading", kind=UnitKind.HEADING),
        message("Open", context="table cell", kind=UnitKind.TABLE_CELL),
    )
    after = read(run(data, both))
    assert after.entry("Open", "heading").state == "approved"
    assert after.entry("Open", "table cell").state == "draft"
    gettext_is_content(after.dump(), tmp_path)
    again = read(run(after.dump(), (one,)))
    assert again.entry("Open").state == "approved"


def test_a_foreign_msgmerge_result_is_changed_not_approved():
    """msgmerge --previous guessed: fuzzy, old provenance, new sentence."""
    data = run(reviewed(), ARTICLE)
    foreign = data.replace(
        b'msgid "The bank is closed."',
        b'#, fuzzy\n#| msgid "The bank is closed."\nmsgid "The bank is shut."',
    )
    assert states(foreign)["The bank is shut."] == "changed"
    after = run(foreign, messages(*TEXTS[:2], "The bank is shut.", TEXTS[3]))
    entry = read(after).entry("The bank is shut.")
    assert (entry.state, entry.msgstr) == ("changed", "La banque est fermée.")
    assert entry.draft == draft_of("The bank is shut.")


def test_a_file_reference_with_a_space_is_kept_whole():
    article = tuple(
        type(m)(m.msgid, reference="articles/low tide.md", comments=m.comments) for m in ARTICLE
    )
    data = run(None, article)
    assert read(data).entries[0].references == ("articles/low tide.md",)
    assert run(data, article) == data


def test_a_split_sentence_offers_its_words_in_both_pieces(tmp_path):
    long = "The boat came in at noon, and the crew left it at once."
    before = messages("Low tide.", long, "Salt.")
    data = edit(
        run(None, before), long, "Le bateau est arrivé à midi. L’équipage est parti.", flag=False
    )
    data = run(data, before)
    pieces = ("The boat came in at noon.", "And the crew left it at once.")
    article = messages("Low tide.", *pieces, "Salt.")
    after = run(data, article)
    found = [read(after).entry(piece) for piece in pieces]
    assert [entry.state for entry in found] == ["changed", "changed"]
    assert {entry.msgstr for entry in found} == {
        "Le bateau est arrivé à midi. L’équipage est parti."
    }
    assert {entry.previous_msgid for entry in found} == {long}
    assert [entry.draft for entry in found] == [
        "Le bateau est arrivé à midi.",
        "L’équipage est parti.",
    ]
    gettext_is_content(after, tmp_path)
    assert run(after, article) == after
    assert run(after, article, redraw=True).count(b"#. draft: FR") == 0
    back = read(run(after, before))
    assert back.entry(long).state == "approved"
    assert back.obsolete == ()


def test_a_split_sentence_with_a_note_keeps_it_once():
    long = "The boat came in at noon, and the crew left it at once."
    data = run(None, messages("Low tide.", long, "Salt."))
    data = edit(data, long, "Le bateau est arrivé. L’équipage est parti.", flag=False)
    line = f'msgid "{long}"'.encode()
    data = data.replace(b"# transflow: " + data.rpartition(line)[0].rpartition(b"# transflow: ")[2],
                        b"# which boat?\n# transflow: "
                        + data.rpartition(line)[0].rpartition(b"# transflow: ")[2])  # fmt: skip
    assert read(data).entry(long).comments == ("which boat?",)
    pieces = ("The boat came in at noon.", "And the crew left it at once.")
    after = read(run(data, messages("Low tide.", *pieces, "Salt.")))
    assert [after.entry(piece).state for piece in pieces] == ["changed", "changed"]
    assert [after.entry(piece).comments for piece in pieces] == [("which boat?",), ()]


def test_joined_sentences_offer_the_words_of_both(tmp_path):
    pieces = ("The boat came in at noon.", "The crew left it at once.")
    before = messages("Low tide.", *pieces, "Salt.")
    data = run(None, before)
    for piece, words in zip(pieces, ("Le bateau est là.", "L’équipage est parti."), strict=True):
        data = run(edit(data, piece, words, flag=False), before)
    whole = "The boat came in at noon, the crew left it at once."
    after = run(data, messages("Low tide.", whole, "Salt."))
    entry = read(after).entry(whole)
    assert (entry.state, entry.msgstr) == ("changed", "Le bateau est là.")
    assert entry.draft == "Le bateau est là, l’équipage est parti."
    assert [e.msgstr for e in read(after).obsolete] == ["L’équipage est parti."]
    gettext_is_content(after, tmp_path)
    again = read(run(after, messages("Low tide.", whole, "Salt."), redraw=True))
    assert again.entry(whole).draft == entry.draft
    assert states(run(after, before)) == states(data)


def test_a_persons_words_from_the_same_place_elsewhere_count_as_edited():
    wanted = messages("Low tide.", "Salt.")
    merged = merge(None, wanted, locale="fr", article_id="tide", today=LATER)
    found = {
        ("", "Low tide."): Draft("Marée basse.", origin=IN_CONTEXT),
        ("", "Salt."): Draft("Sel.", origin="memory"),
    }
    data = merged.catalog.with_drafts(found, merged.work, LATER).dump()
    assert states(data) == {"Low tide.": "edited", "Salt.": "draft"}
    assert read(data).entry("Low tide.").provenance.engine == "memory-in-context"
    assert run(data, wanted, redraw=True).count("Marée basse.".encode()) == 1
    assert run(data, wanted) == data


def test_drafts_of_odd_shapes_leave_a_file_gettext_accepts(tmp_path):
    wanted = messages("Low tide.", "High tide.", "Salt.", "Sea.")
    merged = merge(None, wanted, locale="fr", article_id="tide", today=LATER)
    odd = ["\nMarée\r\nbasse.\n", "  ", 'a "b" \\ \t\x07', "#-#-#-#-# x"]
    drafts = {
        ("", m.msgid): Draft(text, origin="a/b@1") for m, text in zip(wanted, odd, strict=True)
    }
    data = merged.catalog.with_drafts(drafts, merged.work, LATER).dump()
    assert list(texts(data).values()) == ["Marée\nbasse.", "", 'a "b" \\ \t\x07', "#-#-#-#-# x"]
    assert list(states(data).values()) == ["draft", "untranslated", "draft", "draft"]
    gettext_is_content(data, tmp_path)
    beside = run(
        run(edit(data, "Salt.", "Sel.", flag=False), wanted), messages("Low tide.", "Salty.")
    )
    assert read(beside).entry("Salty.").draft == draft_of("Salty.")


@pytest.mark.parametrize(
    ("words", "flag", "seen", "becomes", "told"),
    [
        ("La banque est fermée.", False, True, "approved", "were approved for this sentence"),
        ("La banque est fermée.", False, False, "edited", "clear the flag"),
        ("La banque est fermée.", None, True, "edited", "clear the flag"),
        (None, None, True, "draft", None),
    ],
)
def test_a_msgid_that_somebody_altered_is_set_right_and_told(words, flag, seen, becomes, told):
    """Its `source=` still names the sentence, so nothing is guessed and no approval is invented."""
    wanted = messages("Low tide.", "The bank is closed today.", "Ten boats came in.")
    data = run(None, wanted)
    if words:
        data = edit(data, "The bank is closed today.", words, flag=flag)
    if seen:
        data = run(data, wanted)
    altered = data.replace(
        b'msgid "The bank is closed today."', b'msgid "The bank is closd today."'
    )
    merged = merge(parse(altered, "tide.po"), wanted, locale="fr", article_id="tide", today=LATER)
    one = merged.catalog.entry("The bank is closed today.")
    assert (one.state.value, one.previous_msgid) == (becomes, "")
    assert one.msgstr == (words or draft_of("The bank is closed today."))
    assert not merged.work
    assert [told in finding.message for finding in merged.findings] == ([True] if told else [])
    assert run(merged.catalog.dump(), wanted) == merged.catalog.dump()


def test_splits_and_joins_are_seen_where_paragraphs_moved(tmp_path):
    """A paragraph that went to the top is no landmark for what stands below it."""
    ferry = "The ferry leaves at dawn and it returns at dusk when the lamps are lit."
    before = (ferry, "The crew was tired.", "The captain slept.", "All members agreed to the plan.")
    data = run(None, messages(*before))
    for text in before:
        data = edit(data, text, f"[{text}]", flag=False)
    article = messages(
        "All members agreed to the plan.",
        "The ferry leaves at dawn.",
        "It returns at dusk when the lamps are lit.",
        "The crew was tired and the captain slept.",
    )
    after = run(run(data, messages(*before)), article)
    entries = {entry.msgid: entry for entry in read(after).entries}
    assert entries["All members agreed to the plan."].state == "approved"
    for piece in ("The ferry leaves at dawn.", "It returns at dusk when the lamps are lit."):
        assert (entries[piece].state, entries[piece].msgstr) == ("changed", f"[{ferry}]")
    joined = entries["The crew was tired and the captain slept."]
    assert (joined.state, joined.draft) == ("changed", "[The crew was tired.] [The captain slept.]")
    gettext_is_content(after, tmp_path)
    assert run(after, article, today=LATER) == after


@given(st.dictionaries(st.integers(0, 9), st.integers(0, 9), max_size=8))
def test_landmarks_are_the_longest_row_that_kept_its_order(pairs):
    """Every run of new sentences lies between neighbours that did not move; none is lost."""
    same = {new: old for new, old in pairs.items() if list(pairs.values()).count(old) == 1}
    found = gaps(10, 10, same)
    assert sorted(i for run, _, _ in found for i in run) == [i for i in range(10) if i not in same]
    assert all(low <= high for _, low, high in found)
    assert [low for _, low, _ in found] == sorted(low for _, low, _ in found)


@pytest.mark.parametrize("sentence", ["%d boats came in.", "%d big boats came in."])
def test_plural_forms_of_another_project_are_kept_in_comments(tmp_path, sentence):
    """Our sentences have no plural; a file that somebody placed as a catalog may have."""
    foreign = (
        'msgid "%d boats came in."\nmsgid_plural "%d boats came in!"\n'
        'msgstr[0] "Un bateau."\nmsgstr[1] "%d \\"bateaux\\"."\nmsgstr[2] ""\n'
    )
    data = run(foreign.encode(), messages(sentence), drafts=False)
    gettext_is_content(data, tmp_path)
    (entry,) = read(data).entries
    assert entry.msgstr == "Un bateau."
    assert entry.comments == ('plural form 1: %d \\"bateaux\\".',)
    assert run(data, messages(sentence), drafts=False) == data


@pytest.mark.parametrize(
    ("named", "becomes"),
    [("articles strike", "articles tide"), ("Harbour 2.0", "Harbour 2.0")],
)
def test_the_header_names_the_article_as_it_is_called_now(named, becomes):
    data = run(None, messages("Low tide."), sentence_rules="6")
    data = data.replace(
        b"Project-Id-Version: articles tide", f"Project-Id-Version: {named}".encode()
    )
    again = run(data, messages("Low tide."), sentence_rules="6")
    assert read(again).header["Project-Id-Version"] == becomes
    assert run(again, messages("Low tide."), sentence_rules="6") == again
