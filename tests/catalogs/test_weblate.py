"""Files as Weblate saves them: through translate-toolkit, which is its writer for PO."""

from translate.storage import pypo

from tests.catalogs.build import edit, gettext_is_content, messages, run, states, texts

LONG = (
    "A very long sentence which Weblate wraps at column seventy-seven, as gettext does, on saving."
)
OLD = messages("Low tide.", "The bank is closed.", LONG, "Gone.")
NEW = messages("Low tide.", "The bank is not closed.", LONG)


def weblate(data, changes, *, drop_obsolete=False):
    """What saving in Weblate does: the unit, its flag, its previous text, the header."""
    store = pypo.pofile.parsestring(data)
    for unit in list(store.units):
        if unit.source in changes:
            target, fuzzy = changes[unit.source]
            unit.target = target
            unit.markfuzzy(fuzzy)
            if not fuzzy:
                unit.prev_source = ""
    if drop_obsolete:
        store.units = [unit for unit in store.units if not unit.isobsolete()]
    store.updateheader(
        add=True,
        PO_Revision_Date="2026-04-01 12:00+0000",
        Last_Translator="Ann <ann@example.org>",
        Language_Team="French <https://weblate.example/fr/>",
        X_Generator="Weblate 5.14",
    )
    return bytes(store)


def catalog():
    data = edit(run(None, OLD), "The bank is closed.", "La banque est fermée.", flag=False)
    data = edit(data, "Gone.", "Parti.", flag=False)
    return run(run(data, OLD), NEW)


def test_a_save_without_work_changes_no_state():
    data = catalog()
    saved = weblate(data, {})
    assert (states(saved), texts(saved)) == (states(data), texts(data))
    again = run(saved, NEW)
    assert (states(again), texts(again)) == (states(data), texts(data))
    assert b"X-Generator: Weblate" in again
    assert b"Language-Team: French <https://weblate.example/fr/>" in again


def test_work_in_weblate(tmp_path):
    done = {
        "Low tide.": ("Marée basse.", False),
        "The bank is not closed.": ("La banque n’est pas fermée.", False),
    }
    saved = weblate(catalog(), done, drop_obsolete=True)
    assert states(saved) == {
        "Low tide.": "approved",
        "The bank is not closed.": "approved",
        LONG: "draft",
    }
    after = run(saved, NEW)
    assert states(after) == states(saved)
    assert b"#|" not in after
    assert b"draft: " not in after
    gettext_is_content(after, tmp_path)
    assert run(after, NEW) == after


def test_marked_as_needing_edit(tmp_path):
    saved = weblate(catalog(), {"The bank is not closed.": ("Pas fermée.", True)})
    assert states(run(saved, NEW))["The bank is not closed."] == "edited"
