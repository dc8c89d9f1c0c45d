"""One file for many articles, and back to where each entry belongs."""

import subprocess

from tests.catalogs.build import LATER, NOW, edit, gettext_is_content, messages, read, run, states
from tests.conftest import need
from transflow.catalogs import bundled, incorporate, unbundled

ONE = messages("Low tide.", "Salt.", "Shared by both.")
TWO = messages("Shared by both.", "Salt.", "The moon.")


def catalogs():
    one, two = run(None, ONE), run(None, TWO).replace(b"articles/tide.md", b"articles/moon.md")
    one = run(edit(one, "Salt.", "Sel.", flag=False), ONE)
    return {"tide": read(one), "news/moon": read(two)}


def test_equal_entries_are_one_and_different_ones_are_apart(tmp_path):
    bundle = bundled(catalogs(), locale="fr", today=NOW)
    gettext_is_content(bundle.dump(), tmp_path)
    assert [(e.msgctxt, e.msgid) for e in bundle.entries] == [
        ("", "Low tide."),
        (" @ tide", "Salt."),
        (" @ news/moon", "Salt."),
        ("", "Shared by both."),
        ("", "The moon."),
    ]
    assert read(bundle.dump()).entry("Shared by both.").references == (
        "articles/tide.md",
        "articles/moon.md",
    )


def test_what_comes_back_goes_where_it_belongs():
    there = catalogs()
    data = bundled(there, locale="fr", today=NOW).dump()
    data = edit(data, "Shared by both.", "À tous deux.", flag=False)
    data = edit(data, "The moon.", "La lune.", flag=False)
    parts, _ = unbundled(read(data), there)
    after = {
        article: incorporate(there[article], parts[article], today=LATER).catalog.dump()
        for article in there
    }
    assert states(run(after["tide"], ONE)) == {
        "Low tide.": "draft",
        "Salt.": "approved",
        "Shared by both.": "approved",
    }
    assert read(after["news/moon"]).entry("The moon.").msgstr == "La lune."
    assert read(after["news/moon"]).entry("Shared by both.").msgstr == "À tous deux."
    assert states(after["news/moon"])["Salt."] == "draft"


def test_through_a_tool_that_drops_every_generated_comment(tmp_path):
    there = catalogs()
    path = tmp_path / "bundle.po"
    path.write_bytes(bundled(there, locale="fr", today=NOW).dump())
    bare = b"\n".join(x for x in path.read_bytes().split(b"\n") if not x.startswith(b"#."))
    path.write_bytes(edit(bare, "The moon.", "La lune."))
    done = subprocess.run(
        [need("gettext", "msgcat"), "--no-location", str(path)], capture_output=True, check=True
    )
    parts, _ = unbundled(read(done.stdout), there)
    assert [e.msgid for e in parts["tide"].entries] == ["Low tide.", "Salt.", "Shared by both."]
    assert parts["news/moon"].entry("The moon.").msgstr == "La lune."
    untouched = incorporate(there["tide"], parts["tide"], today=LATER).catalog
    assert untouched.dump() == there["tide"].dump()


def test_names_of_articles_that_a_tool_wrapped():
    names = [f"notice-{number}" for number in range(12)]
    data = run(None, ONE)
    there = {name: read(data.replace(b"tide.md", name.encode() + b".md")) for name in names}
    bundle = bundled(there, locale="fr", today=NOW).dump()
    line = f"#. articles: {' | '.join(names)}"
    assert line.encode() in bundle
    broken = line.replace(" | notice-6", " |\n#. notice-6")
    assert broken != line
    parts, strays = unbundled(read(bundle.replace(line.encode(), broken.encode())), there)
    assert (sorted(parts), strays) == (sorted(names), ())


def test_an_article_renamed_since_gets_the_sentences_that_others_share():
    there = catalogs()
    data = edit(bundled(there, locale="fr", today=NOW).dump(), "Shared by both.", "À tous deux.")
    now = {"tide": there["tide"], "help/moon": there["news/moon"]}
    parts, _ = unbundled(read(data), now)
    assert {entry.msgid for entry in parts["help/moon"].entries} >= {"Shared by both."}


def test_words_that_no_run_has_seen_are_no_conflict_when_they_come_back_untouched():
    """Corrected by hand, sent out before a run, corrected here again: the translator left the entries alone."""
    sent = {"tide": read(edit(run(None, ONE), "Salt.", "Sels.", flag=False))}
    sent["tide"] = read(edit(sent["tide"].dump(), "Low tide.", "Marée base."))
    data = bundled(sent, locale="fr", today=NOW).dump()
    data = edit(data, "Shared by both.", "À tous deux.", flag=False)
    here = edit(sent["tide"].dump(), "Salt.", "Sel.", flag=False)
    here = {"tide": read(edit(here, "Low tide.", "Marée basse.", flag=False))}
    parts, _ = unbundled(read(data), here)
    done = incorporate(here["tide"], parts["tide"], today=LATER)
    assert (done.taken, done.conflicts) == (1, ())
    assert {entry.msgid: entry.msgstr for entry in done.catalog.entries} == {
        "Low tide.": "Marée basse.",
        "Salt.": "Sel.",
        "Shared by both.": "À tous deux.",
    }


def test_a_correction_of_words_that_no_run_has_seen_is_taken():
    sent = {"tide": read(edit(run(None, ONE), "Salt.", "Sels.", flag=False))}
    data = edit(bundled(sent, locale="fr", today=NOW).dump(), "Salt.", "Sel.", flag=False)
    parts, _ = unbundled(read(data), sent)
    done = incorporate(sent["tide"], parts["tide"], today=LATER)
    assert (done.taken, done.conflicts) == (1, ())
    assert done.catalog.entry("Salt.").msgstr == "Sel."
