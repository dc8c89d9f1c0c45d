"""Cuts that catalogs have from earlier rules: kept by every run, cut anew on request."""

import pytest

from tests.project import WORKFLOW, catalog, command, make, replace, tree, write
from transflow.catalogs import read
from transflow.model import State
from transflow.segmentation import RULES_VERSION

ARTICLE = """\
# Harbour

Mayor Smith of St. Mary opened it. Ships came at noon. Everyone cheered at the pier!

Only one sentence here.
"""
OLD = {
    "Mayor Smith of St. Mary opened it.": [
        ("Mayor Smith of St.", "Le maire Smith de Ste"),
        ("Mary opened it.", "Marie l’a ouvert."),
    ],
    "Ships came at noon.": [
        (
            "Ships came at noon. Everyone cheered at the pier!",
            "Les navires sont arrivés à midi. Tout le monde a acclamé au quai !",
        )
    ],
    "Everyone cheered at the pier!": [],
    "Only one sentence here.": [("Only one sentence here.", "Une seule phrase ici.")],
}
"""The sentences of today's rules -> the entries that earlier rules made of them."""
CUT_ANEW = [
    "Harbour",
    "Mayor Smith of St. Mary opened it.",
    "Ships came at noon.",
    "Everyone cheered at the pier!",
    "Only one sentence here.",
]


@pytest.fixture
def project(tmp_path):
    """A project with approved entries that rules of version 2 have cut."""
    found = make(tmp_path, WORKFLOW.replace("fr:", "fr: {engine: none}"), pier=ARTICLE)
    found.export()
    path = catalog(found, article="pier")
    for today, entries in OLD.items():
        told = "\n".join(f'msgid "{one}"\nmsgstr "{words}"\n' for one, words in entries)
        replace(path, f'#. paragraph\n#: articles/pier.md\nmsgid "{today}"\nmsgstr ""\n', told)
    replace(path, f"X-Transflow-Rules: {RULES_VERSION}", "X-Transflow-Rules: 2")
    found.export()
    return found


def fr(project):
    return read(catalog(project, article="pier"), locale="fr")


def test_a_run_keeps_the_cuts_and_says_whose_they_are(project):
    (_, *entries) = fr(project).entries
    told = [one for old in OLD.values() for one, _ in old]
    assert [entry.msgid for entry in entries] == told
    assert {entry.state for entry in entries} == {State.APPROVED}
    assert fr(project).sentence_rules == "2"
    write(project.root / "articles/pier.md", f"{ARTICLE}\nA new one of St. Mary.\n")
    project.export()
    assert [entry.msgid for entry in fr(project).entries][1:-1] == told
    assert fr(project).sentence_rules == "2"


def test_resegment_first_shows_what_it_would_touch(project):
    before = tree(project.root / "locales")
    result = command(project.root, "resegment")
    assert result.returncode == 0
    assert "  - Mayor Smith of St.\n" in result.stdout
    assert "  + Mayor Smith of St. Mary opened it.\n" in result.stdout
    assert "Only one" not in result.stdout
    assert tree(project.root / "locales") == before


def test_resegment_keeps_every_word_and_offers_it_in_its_new_cut(project):
    project.resegment(apply=True)
    entries = {entry.msgid: entry for entry in fr(project).entries}
    assert list(entries) == CUT_ANEW
    assert entries["Only one sentence here."].state == State.APPROVED
    joined = entries["Mayor Smith of St. Mary opened it."]
    assert (joined.state, joined.draft) == (
        State.CHANGED,
        "Le maire Smith de Ste Marie l’a ouvert.",
    )
    assert entries["Ships came at noon."].draft == "Les navires sont arrivés à midi."
    assert entries["Everyone cheered at the pier!"].draft == "Tout le monde a acclamé au quai !"
    data = catalog(project, article="pier").read_text()
    assert all(words in data for old in OLD.values() for _, words in old)
    assert fr(project).sentence_rules == RULES_VERSION
    before = tree(project.root / "locales")
    project.export()
    assert tree(project.root / "locales") == before
    assert (
        command(project.root, "resegment").stdout == "Every unit is cut as today's rules would.\n"
    )


def test_resegment_says_what_it_cannot_read_or_does_not_know(project):
    result = command(project.root, "resegment", "--article", "peer")
    assert result.returncode == 2
    assert "there is no article 'peer'" in result.stderr
    write(project.root / "articles/bad.md", "---\ntitle: [x\n---\nWords.\n")
    result = command(project.root, "resegment", "--yes")
    assert result.returncode == 1
    assert "articles/bad.md" in result.stderr
    assert [entry.msgid for entry in fr(project).entries] == CUT_ANEW
