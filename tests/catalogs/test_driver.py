"""Git merges entry by entry, with real git."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalogs.build import (
    LATER,
    draft_of,
    edit,
    gettext_is_content,
    messages,
    read,
    run,
    states,
    texts,
)
from tests.conftest import ROOT, need
from transflow.catalogs import merge_driver
from transflow.errors import CatalogError
from transflow.model import Draft

ARTICLE = messages("Low tide.", "High tide.", "The bank is closed.", "The sea is calm.")


def base():
    return run(None, ARTICLE)


def say(data, msgid, msgstr, *, flag=False):
    return run(edit(data, msgid, msgstr, flag=flag), ARTICLE, today=LATER)


def dated(data, stamp):
    return data.replace(b"Revision-Date: 2026-03-01 09:30", b"Revision-Date: " + stamp)


def test_edits_of_different_entries_merge_and_dates_do_not_conflict(tmp_path):
    ours = dated(say(base(), "Low tide.", "Marée basse."), b"2026-03-02 08:00")
    theirs = dated(say(base(), "The sea is calm.", "La mer est calme."), b"2026-03-02 10:00")
    merged, conflict = merge_driver(base(), ours, theirs)
    assert not conflict
    assert states(merged) == {
        "Low tide.": "approved",
        "High tide.": "draft",
        "The bank is closed.": "draft",
        "The sea is calm.": "approved",
    }
    assert b"PO-Revision-Date: 2026-03-02 10:00" in merged
    gettext_is_content(merged, tmp_path)
    assert run(merged, ARTICLE) == merged


def test_edits_of_one_entry_are_one_conflict_with_both_texts(tmp_path):
    ours = say(base(), "Low tide.", "Marée basse.")
    theirs = edit(base(), "Low tide.", 'La \\"basse\\" mer.', flag=False)
    merged, conflict = merge_driver(base(), ours, theirs)
    assert conflict
    entry = read(merged).entry("Low tide.")
    assert (entry.state, entry.msgstr, entry.fuzzy) == ("edited", "Marée basse.", True)
    assert entry.comments == ('conflict, the other branch says: La \\"basse\\" mer.',)
    gettext_is_content(merged, tmp_path)
    assert run(merged, ARTICLE) == merged
    assert sum(line.startswith(b"# conflict, ") for line in merged.split(b"\n")) == 1


def test_a_persons_words_win_over_a_machines():
    other_engine = {("", "Low tide."): Draft("FR2", origin="argos/en_fr@2.0")}
    ours = read(base()).with_drafts(other_engine, ARTICLE, LATER).dump()
    theirs = edit(base(), "Low tide.", "Marée basse.")
    for one, other in ((ours, theirs), (theirs, ours)):
        merged, conflict = merge_driver(base(), one, other)
        assert texts(merged)["Low tide."] == "Marée basse."
        assert states(merged)["Low tide."] == "edited"
        assert not conflict


def test_a_draft_that_somebody_confirmed_is_not_drawn_again_by_the_other_branch():
    other_engine = {("", "Low tide."): Draft("FR2", origin="argos/en_fr@2.0")}
    redrawn = read(base()).with_drafts(other_engine, ARTICLE, LATER).dump()
    confirmed = edit(base(), "Low tide.", flag=False)
    for one in (confirmed, run(confirmed, ARTICLE)):
        for sides in ((one, redrawn), (redrawn, one)):
            merged, conflict = merge_driver(base(), *sides)
            assert texts(merged)["Low tide."] == draft_of("Low tide.")
            assert states(merged)["Low tide."] == "approved"
            assert not conflict


def test_words_changed_here_and_approved_there_are_not_approved():
    """The approval was of the old words."""
    start = run(edit(base(), "Low tide.", "Marée basse."), ARTICLE)
    ours = edit(start, "Low tide.", "Marée très basse.")
    theirs = run(edit(start, "Low tide.", flag=False), ARTICLE)
    merged, _ = merge_driver(start, ours, theirs)
    assert texts(merged)["Low tide."] == "Marée très basse."
    assert states(merged)["Low tide."] == "edited"


def test_comments_of_both_sides_stay():
    ours = base().replace(b"# transflow", b"# ours\n# transflow", 1)
    theirs = base().replace(b"# transflow", b"# theirs\n# transflow", 1)
    merged, conflict = merge_driver(base(), ours, theirs)
    assert read(merged).entry("Low tide.").comments == ("ours", "theirs")
    assert not conflict


def test_the_article_changes_on_one_side_and_words_on_the_other():
    ours = run(base(), messages("Low tide.", "A new one.", *[m.msgid for m in ARTICLE[2:]]))
    theirs = say(base(), "High tide.", "Marée haute.")
    merged, _ = merge_driver(base(), ours, theirs)
    both = messages("Low tide.", "A new one.", *[m.msgid for m in ARTICLE[2:]])
    after = run(merged, both)
    assert [e.msgid for e in read(after).entries] == [m.msgid for m in both]
    assert any("Marée haute." in text for text in [e.msgstr for e in read(after).obsolete])


def test_removed_here_and_untouched_there_is_removed_but_words_wait():
    start = say(base(), "High tide.", "Marée haute.")
    ours = b"\n\n".join(p for p in start.split(b"\n\n") if b'msgid "High tide."' not in p)
    merged, _ = merge_driver(start, ours, say(start, "Low tide.", "Marée basse."))
    assert [(e.msgid, e.msgstr) for e in read(merged).obsolete] == [("High tide.", "Marée haute.")]


def test_a_broken_side_is_an_error():
    with pytest.raises(CatalogError):
        merge_driver(base(), base(), b'msgid "a"\nmsgstr "cut')


WORDS = st.sampled_from(["Un.", "Deux.", "Trois."])
EDITS = st.lists(
    st.tuples(st.sampled_from([m.msgid for m in ARTICLE]), WORDS, st.booleans()), max_size=4
)


@given(EDITS, EDITS)
def test_no_word_of_either_side_is_lost(one, other):
    sides = []
    for edits in (one, other):
        data = base()
        for msgid, words, flag in edits:
            data = edit(data, msgid, words, flag=flag)
        sides.append(data)
    merged, conflict = merge_driver(base(), *sides)
    raw = merged.decode()
    for side in sides:
        for msgid, words in texts(side).items():
            if words != draft_of(msgid):
                entry = read(merged).entry(msgid)
                assert words == entry.msgstr or any(words in c for c in entry.comments), raw
    assert conflict == ("# conflict, " in raw)
    assert run(merged, ARTICLE) == run(run(merged, ARTICLE), ARTICLE)


def test_real_git_merges_branches_with_the_two_lines_of_the_documentation(tmp_path):
    program = need("git")
    lines = [
        line
        for line in (ROOT / "docs" / "review.md").read_text().splitlines()
        if "merge=transflow" in line or "merge.transflow.driver" in line
    ]
    assert len(lines) == 2
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "GIT_CONFIG_NOSYSTEM": "1",
    }

    def git(*words, code=0):
        done = subprocess.run(
            [program, "-c", "user.name=t", "-c", "user.email=t@example.org", *words],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr

    git("init", "-q", "-b", "main")
    script = "\n".join(["set -e", "command -v transflow", *lines])
    subprocess.run(["sh", "-c", script], cwd=tmp_path, env=environment, check=True)
    path = tmp_path / "tide.po"
    path.write_bytes(base())
    git("add", ".")
    git("commit", "-qm", "base")
    git("checkout", "-qb", "ann")
    path.write_bytes(say(base(), "Low tide.", "Marée basse."))
    git("commit", "-qam", "ann")
    git("checkout", "-q", "main")
    path.write_bytes(say(base(), "High tide.", "Marée haute."))
    git("commit", "-qam", "bo")
    git("merge", "-q", "ann")
    merged = path.read_bytes()
    assert states(merged)["Low tide."] == states(merged)["High tide."] == "approved"
    git("checkout", "-q", "ann")
    path.write_bytes(say(path.read_bytes(), "High tide.", "Mer haute."))
    git("commit", "-qam", "ann again")
    git("merge", "-q", "main", code=1)
    merged = path.read_bytes()
    assert texts(merged)["High tide."] == "Mer haute."
    assert "the other branch says: Marée haute." in merged.decode()
