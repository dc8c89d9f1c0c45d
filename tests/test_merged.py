"""A sentence that a reviewer rendered in its neighbour's translation, from the PO file to the page."""

import polib
import pytest

from tests.project import WORKFLOW, make
from transflow.checks import CheckContext, run
from transflow.documents import read_article
from transflow.memory.units import units_of
from transflow.model import Entry, State

PARTS = ("The office opened today.", "It is **large** and has [3 rooms](r.md).", "Rain fell.")
HOST = "Le bureau, qui est **grand** et a [3 salles](r.md), a ouvert aujourd'hui."


def entries(*texts):
    return [
        Entry(source, text, State.APPROVED, line=line)
        for line, (source, text) in enumerate(zip(PARTS, texts, strict=True), 1)
    ]


def found(*texts):
    findings = run(entries(*texts), context=CheckContext("fr"))
    return [(finding.line, finding.rule) for finding in findings]


def test_the_host_is_judged_with_what_it_took_in():
    assert found(HOST, "[[merged]]", "La pluie tombait.") == []
    assert found("[[merged]]", HOST, "La pluie tombait.") == []
    long = "La pluie tombait alors que le bureau était **grand** et avait [3 salles](r.md)."
    assert found("Le bureau a ouvert aujourd'hui.", "[[merged]]", long) == []
    lost = found(HOST.replace("3 ", "des "), "[[merged]]", "La pluie tombait.")
    assert lost == [(1, "numbers")]
    assert (1, "markup") in found("Le bureau a ouvert.", "[[merged]]", "La pluie tombait.")


def test_a_mark_that_a_page_would_show_is_an_error():
    assert (2, "merged") in found(HOST, "Voir [[merged]].", "La pluie tombait.")
    assert (2, "merged") in found("", "[[merged]]", "")


@pytest.mark.parametrize("first", [True, False])
def test_the_host_keeps_the_markup_of_what_it_took_in(first):
    article = read_article(" ".join(PARTS).encode(), format="markdown")
    ids = [segment.id for segment in article.segments]
    texts = [HOST, "[[merged]]"] if first else ["[[merged]]", HOST]
    assert (
        article.render(dict(zip(ids, texts, strict=False)), "fr").decode() == f"{HOST} Rain fell."
    )


def test_neither_a_merged_sentence_nor_its_neighbours_are_remembered():
    assert units_of(entries(HOST, "[[merged]]", "La pluie tombait."), "a", "2024-01-01") == []
    assert len(units_of(entries(*PARTS), "a", "2024-01-01")) == 3


def test_no_page_shows_the_mark(tmp_path):
    project = make(tmp_path, visit=f"---\ntitle: A visit\n---\n\n{' '.join(PARTS)}\n")
    project.run()
    path = tmp_path / "locales/fr/LC_MESSAGES/visit.po"
    catalog = polib.pofile(str(path), wrapwidth=0)
    for entry in catalog:
        if entry.msgid in PARTS[:2]:
            entry.msgstr = HOST if entry.msgid == PARTS[0] else "[[merged]]"
            entry.flags = []
    catalog.save()
    project.run()
    page = (tmp_path / "public/fr/visit/index.html").read_text("utf-8")
    assert "qui est <strong>grand</strong> et a" in page
    public = [each for each in (tmp_path / "public").rglob("*") if each.is_file()]
    assert not [each for each in public if b"[[merged]]" in each.read_bytes()]


def merged_in_the_catalog(project, first=HOST):
    path = project.layout.root / "locales/fr/LC_MESSAGES/visit.po"
    catalog = polib.pofile(str(path), wrapwidth=0)
    for entry in catalog:
        entry.flags = []
        entry.msgstr = {PARTS[0]: first, PARTS[1]: "[[merged]]"}.get(entry.msgid, "Rien.")
    catalog.save()
    return path


def merged(root):
    """A project whose reviewer rendered two sentences in one, and its catalog."""
    project = make(root, visit=f"---\ntitle: A visit\n---\n\n{' '.join(PARTS)}\n")
    project.run()
    path = merged_in_the_catalog(project)
    project.run()
    return project, path


def by_source(path):
    return {
        entry.msgid: entry for entry in polib.pofile(str(path), wrapwidth=0) if not entry.obsolete
    }


def visit(root, *parts):
    (root / "articles/visit.md").write_text(
        f"---\ntitle: A visit\n---\n\n{' '.join(parts)}\n", "utf-8"
    )


@pytest.mark.parametrize(
    "parts",
    [(PARTS[0], PARTS[2]), (PARTS[0], PARTS[1].replace("3", "5"), PARTS[2])],
    ids=["gone", "changed"],
)
def test_words_that_also_held_what_the_article_no_longer_says_are_not_approved(tmp_path, parts):
    project, path = merged(tmp_path)
    assert not by_source(path)[PARTS[0]].fuzzy
    visit(tmp_path, *parts)
    project.run()
    host = by_source(path)[PARTS[0]]
    assert host.fuzzy
    assert (host.previous_msgid, host.msgstr) == (" ".join(PARTS[:2]), HOST)
    assert "[[merged]]" not in path.read_text("utf-8")
    assert "qui est" not in (tmp_path / "public/fr/visit/index.html").read_text("utf-8")
    before = path.read_bytes()
    project.run()
    assert path.read_bytes() == before


def test_a_merged_sentence_does_not_go_with_the_one_that_held_it(tmp_path):
    project, path = merged(tmp_path)
    visit(tmp_path, *PARTS[1:])
    project.run()
    entry = by_source(path)[PARTS[1]]
    assert entry.fuzzy
    assert "[[merged]]" not in entry.msgstr


def test_an_insertion_between_two_sentences_parts_them(tmp_path):
    project, path = merged(tmp_path)
    visit(tmp_path, PARTS[0], "Nobody had asked for it.", *PARTS[1:])
    project.run()
    assert by_source(path)[PARTS[0]].fuzzy


def test_a_mark_alone_in_its_paragraph_is_an_error_and_leaves_no_gap(tmp_path):
    project = make(
        tmp_path,
        WORKFLOW + "gate: {share: 0, findings: none}\n",
        visit="---\ntitle: A visit\n---\n\nIt rained.\n\nThe sun shone.\n",
    )
    project.run()
    path = tmp_path / "locales/fr/LC_MESSAGES/visit.po"
    catalog = polib.pofile(str(path), wrapwidth=0)
    for entry in catalog:
        entry.flags = []
        entry.msgstr = "[[merged]]" if entry.msgid == "The sun shone." else "Il pleuvait."
    catalog.save()
    found = [f for f in project.check().findings if f.rule == "merged"]
    assert [(f.severity, f.msgid) for f in found] == [("error", "The sun shone.")]
    project.run()
    assert by_source(path)["The sun shone."].msgstr == "[[merged]]"
    page = (tmp_path / "public/fr/visit/index.html").read_text("utf-8")
    assert "The sun shone." in page


def test_sentences_of_one_translation_go_and_come_back_together(tmp_path):
    """Their words are neither remembered for the first alone meanwhile, nor approved for it alone."""
    project, path = merged(tmp_path)
    visit(tmp_path, PARTS[2])
    other = tmp_path / "articles/other.md"
    other.write_text(f"---\ntitle: Another\n---\n\n{' '.join(PARTS[:2])}\n", "utf-8")
    project.run()
    assert HOST not in (path.parent / "other.po").read_text("utf-8")
    other.unlink()
    visit(tmp_path, *PARTS)
    project.run()
    back = by_source(path)
    assert [back[part].msgstr for part in PARTS[:2]] == [HOST, "[[merged]]"]
    assert not any(back[part].fuzzy for part in PARTS[:2])


def test_the_first_of_two_that_comes_back_alone_is_to_be_looked_at(tmp_path):
    project, path = merged(tmp_path)
    visit(tmp_path, PARTS[2])
    project.run()
    visit(tmp_path, PARTS[0], PARTS[2])
    project.run()
    host = by_source(path)[PARTS[0]]
    assert host.fuzzy
    assert (host.previous_msgid, host.msgstr) == (" ".join(PARTS[:2]), HOST)
    assert "[[merged]]" not in path.read_text("utf-8")
