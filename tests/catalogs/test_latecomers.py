"""A person's words for a sentence as it was, that come when the catalog has moved on."""

import polib

from tests.catalogs.build import LATER, edit, messages, read, run, states
from transflow.catalogs import incorporate, merge
from transflow.catalogs.driver import merge_driver

NINE, EIGHT = "The till opens at 9 a.m.", "The till opens at 8 a.m."
OLD, NEW, NEW_AT_EIGHT = (
    "La caisse ouvre à 9 h.",
    "La caisse ouvre dès 9 h.",
    "La caisse ouvre dès 8 h.",
)
OTHER = "A hall stands by the river."


def _approved(data, words):
    return edit(data, NINE, msgstr=words, flag=False)


def _entry(data, msgid):
    file = polib.pofile(data.decode())
    return next(one for one in file if one.msgid == msgid and not one.obsolete)


def merged(data, wanted):
    return merge(read(data), wanted, locale="fr", article_id="tide", today=LATER)


def _obsolete(data):
    return [one.msgstr for one in polib.pofile(data.decode()).obsolete_entries()]


def test_a_branchs_words_for_the_sentence_before_are_what_the_changed_entry_starts_from():
    base = run(_approved(run(None, messages(NINE, OTHER)), OLD), messages(NINE, OTHER))
    branch = _approved(base, NEW)
    here = run(base, messages(EIGHT, OTHER), today=LATER)
    merged, conflict = merge_driver(base, here, branch)
    assert not conflict
    done = run(merged, messages(EIGHT, OTHER), today=LATER)
    entry = _entry(done, EIGHT)
    assert states(done)[EIGHT] == "changed"
    assert entry.msgstr == NEW
    assert entry.previous_msgid == NINE
    assert f"draft: {NEW_AT_EIGHT}" in entry.comment
    assert OLD in entry.tcomment
    assert _obsolete(done) == []
    assert run(done, messages(EIGHT, OTHER), today=LATER) == done


def test_a_branchs_words_take_the_place_of_a_draft_nobody_touched():
    base = run(None, messages(NINE, OTHER))
    branch = _approved(base, NEW)
    here = run(base, messages(EIGHT, OTHER), today=LATER)
    merged, _ = merge_driver(base, here, branch)
    done = run(merged, messages(EIGHT, OTHER), today=LATER)
    assert states(done)[EIGHT] == "changed"
    assert _entry(done, EIGHT).msgstr == NEW
    assert f"draft: {NEW_AT_EIGHT}" in _entry(done, EIGHT).comment
    assert run(done, messages(EIGHT, OTHER), today=LATER) == done


def test_words_of_a_returned_file_serve_the_sentence_with_another_number():
    base = run(None, messages(NINE, OTHER))
    returned = _approved(base, NEW)
    here = run(base, messages(EIGHT, OTHER), today=LATER)
    taken = incorporate(read(here), read(returned), today=LATER)
    assert taken.waiting == 1
    done = run(taken.catalog.dump(), messages(EIGHT, OTHER), today=LATER)
    assert _entry(done, EIGHT).msgstr == NEW
    assert f"draft: {NEW_AT_EIGHT}" in _entry(done, EIGHT).comment


def test_a_persons_own_words_for_the_sentence_stay():
    base = run(None, messages(NINE, OTHER))
    branch = _approved(base, NEW)
    here = edit(run(base, messages(EIGHT, OTHER)), EIGHT, msgstr="Ouverture à 8 h.", flag=False)
    merged, _ = merge_driver(base, here, branch)
    done = run(merged, messages(EIGHT, OTHER), today=LATER)
    assert _entry(done, EIGHT).msgstr == "Ouverture à 8 h."
    assert _obsolete(done) == [NEW]


def test_words_for_what_is_more_than_another_number_wait():
    base = run(None, messages(NINE, OTHER))
    branch = _approved(base, NEW)
    later = "The till is closed for the whole of next week."
    here = run(base, messages(later, OTHER), today=LATER)
    both = merge_driver(base, here, branch)[0]
    done = run(both, messages(later, OTHER), today=LATER)
    assert _obsolete(done) == [NEW]


def test_words_that_no_sentence_takes_up_are_told_with_the_sentence_that_is_like_theirs():
    old, now = "The till at the gate opens at noon.", "The till at the gate never opens at noon."
    theirs = edit(run(None, messages(old, OTHER)), old, msgstr="La caisse ouvre.", flag=False)
    here = edit(run(None, messages(now, OTHER)), now, msgstr="Jamais ouverte.", flag=False)
    both, _ = merge_driver(b"", here, theirs)
    (told,) = merged(both, messages(now, OTHER)).findings
    assert told.rule == "left-over"
    assert old in told.message
    assert now in told.message
    assert both.decode().split("\n")[told.line - 1] == f'msgid "{old}"'
    assert merged(both, messages("A fair in the park.", OTHER)).findings == ()
