"""Our files through the real tools and back: states, texts and provenance afterwards.

gettext from Debian, translate-toolkit and Babel from the package index. Each tool gets a file
with every state in it; then the next run must bring it back to what it was.
"""

import shutil
import subprocess
import sys
from pathlib import Path

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
from tests.conftest import need
from transflow.catalogs import template

LONG = (
    "A very long sentence which every tool likes to wrap at another column, "
    'with "quotes", a \\ and https://example.org/a/very/long/path/without/any/blank/in/it.html in it.'
)
OLD = ("Low tide.", "Ten boats came in.", "The bank is closed.", "The sea is calm.", LONG, "Gone.")
NEW = (*OLD[:2], "The bank is not closed.", *OLD[3:5], "High tide.")
ARTICLE = messages(*NEW)
STATES = {
    "Low tide.": "draft",
    "Ten boats came in.": "edited",
    "The bank is not closed.": "changed",
    "The sea is calm.": "approved",
    LONG: "draft",
    "High tide.": "draft",
}


@pytest.fixture
def home(tmp_path):
    """A folder with `tide.po`, all states in it, `tide.pot` and the template of a later article."""
    need("gettext", "msgcat")
    data = run(None, messages(*OLD))
    data = edit(data, "The bank is closed.", "La banque est fermée.", flag=False)
    data = edit(data, "Gone.", "Parti.", flag=False)
    data = edit(data, "The sea is calm.", "La mer est calme.", flag=False)
    data = edit(data, "Ten boats came in.", "Dix bateaux sont arrivés.")
    data = run(run(data, messages(*OLD)), ARTICLE)
    data = data.replace(b"# transflow", b"# seen by K.\n# transflow", 1)
    assert states(data) == STATES
    (tmp_path / "tide.po").write_bytes(data)
    (tmp_path / "tide.pot").write_bytes(template(ARTICLE, article_id="tide", today=NOW).dump())
    later = messages("Low tide.", "Eleven boats came in.", *NEW[2:])
    (tmp_path / "later.pot").write_bytes(template(later, article_id="tide", today=NOW).dump())
    return tmp_path


def tool(home, *command):
    program = shutil.which(command[0]) or str(Path(sys.executable).with_name(command[0]))
    done = subprocess.run([program, *command[1:]], cwd=home, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def proposals_and_marks(data):
    return {e.msgid: (e.provenance, e.draft, e.previous_msgid) for e in read(data).entries}


REWRITERS = {
    "msgcat": ["msgcat", "tide.po"],
    "msgcat --width=40": ["msgcat", "--width=40", "tide.po"],
    "msgcat --sort-output": ["msgcat", "--sort-output", "tide.po"],
    "msgcat --properties": ["msgcat", "--no-location", "tide.po"],
    "msgattrib": ["msgattrib", "tide.po"],
    "msgconv": ["msgconv", "--to-code=UTF-8", "tide.po"],
    "msguniq": ["msguniq", "tide.po"],
    "msgmerge": ["msgmerge", "--quiet", "--previous", "tide.po", "tide.pot"],
    "msgmerge without previous": ["msgmerge", "--quiet", "tide.po", "tide.pot"],
    "msgmerge --no-fuzzy-matching": ["msgmerge", "-q", "-N", "tide.po", "tide.pot"],
}


@pytest.mark.parametrize("name", REWRITERS)
def test_gettext_tools_change_no_state_and_no_text(home, name):
    before = (home / "tide.po").read_bytes()
    after = tool(home, *REWRITERS[name])
    assert states(after) == STATES
    assert texts(after) == texts(before)
    again = run(after, ARTICLE, today=LATER)
    assert states(again) == STATES
    assert texts(again) == texts(before)
    marks, wanted = proposals_and_marks(again), proposals_and_marks(before)
    if "msgmerge" in REWRITERS[name] and "--previous" not in REWRITERS[name]:
        changed = marks.pop("The bank is not closed.")
        assert changed[:2] == wanted.pop("The bank is not closed.")[:2]
    assert marks == wanted
    assert [e.msgid for e in read(again).entries] == list(NEW)
    assert b"# seen by K.\n" in again
    assert [e.msgstr for e in read(again).obsolete] == ["Parti."]
    gettext_is_content(again, home)


def test_msgattrib_drops_obsolete_and_previous_at_its_users_wish(home):
    before = texts((home / "tide.po").read_bytes())
    for option in ("--no-obsolete", "--clear-previous"):
        after = tool(home, "msgattrib", option, "tide.po")
        assert states(after) == STATES
        again = run(after, ARTICLE)
        assert (states(again), texts(again)) == (STATES, before)


def test_msgattrib_clearing_every_flag_approves_nothing_unread(home):
    after = tool(home, "msgattrib", "--clear-fuzzy", "tide.po")
    assert states(after) == STATES
    again = run(after, ARTICLE)
    assert states(again) == STATES
    later = edit(after, "Ten boats came in.", "Dix bateaux sont entrés.")
    assert states(later)["Ten boats came in."] == "approved"
    assert texts(again) == texts((home / "tide.po").read_bytes())


def test_msgmerge_with_a_later_template_passes_nothing_off(home):
    """msgmerge guesses: the person's words come as fuzzy for a sentence they do not translate."""
    article = messages("Low tide.", "Eleven boats came in.", *NEW[2:])
    for options in ([], ["--previous"]):
        after = tool(home, "msgmerge", "--quiet", *options, "tide.po", "later.pot")
        assert states(after)["Eleven boats came in."] == "changed"
        again = run(after, article)
        entry = read(again).entry("Eleven boats came in.")
        assert (entry.state, entry.msgstr) == ("changed", "Dix bateaux sont arrivés.")
        assert entry.draft == draft_of("Eleven boats came in.")
        assert states(again)["The bank is not closed."] == "changed"


def test_msgcat_of_two_branches_conflicts_visibly(home):
    one = edit((home / "tide.po").read_bytes(), "The sea is calm.", "La mer est paisible.")
    (home / "one.po").write_bytes(one)
    after = tool(home, "msgcat", "tide.po", "one.po")
    assert states(after)["The sea is calm."] == "edited"
    again = run(after, ARTICLE)
    text = texts(again)["The sea is calm."]
    assert "La mer est calme." in text
    assert "La mer est paisible." in text
    unflagged = run(edit(again, "The sea is calm.", flag=False), ARTICLE)
    assert states(unflagged)["The sea is calm."] == "unconfirmed"


def test_pot2po(home):
    before = texts((home / "tide.po").read_bytes())
    tool(home, "pot2po", "-t", "tide.po", "tide.pot", "out.po")
    after = (home / "out.po").read_bytes()
    assert states(after) == STATES
    again = run(after, ARTICLE)
    assert (states(again), texts(again)) == (STATES, before)
    assert b'"Language: fr\\n"' in again
    gettext_is_content(again, home)


def test_pot2po_with_a_later_template(home):
    tool(home, "pot2po", "-t", "tide.po", "later.pot", "out.po")
    again = run(
        (home / "out.po").read_bytes(), messages("Low tide.", "Eleven boats came in.", *NEW[2:])
    )
    entry = read(again).entry("Eleven boats came in.")
    assert (entry.state, entry.msgstr) == ("changed", "Dix bateaux sont arrivés.")
    assert entry.previous_msgid == "Ten boats came in."


def test_pofilter_and_pomerge(home):
    """pofilter hands out what it finds fault with, pomerge takes the corrected part back."""
    before = (home / "tide.po").read_bytes()
    tool(home, "pofilter", "--fuzzy", "-t", "isfuzzy", "tide.po", "part.po")
    part = (home / "part.po").read_bytes()
    assert set(states(part)) == {m for m, s in STATES.items() if s != "approved"}
    assert states(part) == {m: s for m, s in STATES.items() if s != "approved"}
    (home / "part.po").write_bytes(edit(part, "High tide.", "Marée haute."))
    tool(home, "pomerge", "-t", "tide.po", "part.po", "out.po")
    again = run((home / "out.po").read_bytes(), ARTICLE)
    assert texts(again) == texts(before) | {"High tide.": "Marée haute."}
    assert states(again)["High tide."] in {"edited", "approved"}
    assert states(again)["The bank is not closed."] == "changed"
    gettext_is_content(again, home)


def test_babel_update(home):
    """Babel knows no `#|`, wraps translator comments and rewrites the header."""
    before = (home / "tide.po").read_bytes()
    tool(home, "pybabel", "update", "-i", "tide.pot", "-o", "tide.po", "-l", "fr", "--previous")
    after = (home / "tide.po").read_bytes()
    assert states(after) == STATES
    assert texts(after) == texts(before)
    again = run(after, ARTICLE)
    assert (states(again), texts(again)) == (STATES, texts(before))
    assert proposals_and_marks(again) == proposals_and_marks(before)
    assert b"# |" not in again
    gettext_is_content(again, home)


def test_babel_update_with_a_later_template(home):
    tool(home, "pybabel", "update", "-i", "later.pot", "-o", "tide.po", "-l", "fr", "--previous")
    again = run(
        (home / "tide.po").read_bytes(), messages("Low tide.", "Eleven boats came in.", *NEW[2:])
    )
    entry = read(again).entry("Eleven boats came in.")
    assert (entry.state, entry.msgstr) == ("changed", "Dix bateaux sont arrivés.")


def test_polib_saves_and_nothing_is_lost(home):
    import polib

    path = home / "tide.po"
    before = path.read_bytes()
    polib.pofile(str(path)).save(str(path))
    again = run(path.read_bytes(), ARTICLE)
    assert (states(again), texts(again)) == (STATES, texts(before))
    assert [e.msgstr for e in read(again).obsolete] == ["Parti."]
