"""A run over more articles than it may hold at once comes to the same files and says the same."""

import json

import polib
import pytest

from tests.project import make, write
from transflow import Project
from transflow.pipeline import grouping, reading

WORKFLOW = "locales: {fr: , es: }\nglossary: {files: [glossary/terms.csv]}\n"
TERMS = "id,en,fr,es\noffice,office,bureau,oficina\n"
PAGE = "# Page {0}\n\nThe office is closed on Monday.\n\nRoom {0} has {0} chairs and no *window*.\n"
CLOSED, FERME = "The office is closed on Monday.", "Le bureau reste fermé le lundi."


@pytest.fixture
def few(monkeypatch):
    """No more than one article may be held at once."""

    def limit(*, on: bool):
        monkeypatch.setattr(reading, "HELD", 0 if on else 1 << 30)
        monkeypatch.setattr(grouping, "GROUP", 1)

    return limit


def files(project: Project) -> dict[str, str]:
    """What lies in the project, without dates."""
    found = {}
    for path in sorted(project.root.rglob("*")):
        name = path.relative_to(project.root).as_posix()
        if path.is_file() and path.suffix in {".po", ".pot", ".html", ".yaml"}:
            lines = path.read_text("utf-8").splitlines()
            found[name] = "\n".join(line for line in lines if "Date: " not in line)
    return found


def said(folder, what) -> str:
    report = getattr(Project.open(folder), what)()
    return json.dumps({**report.as_dict(), "seconds": 0}).replace(str(folder), "")


def approve(project, article, sentence, words):
    path = project.layout.catalog("fr", article)
    catalog = polib.pofile(str(path), wrapwidth=0)
    entry = catalog.find(sentence)
    entry.msgstr, entry.flags = words, []
    catalog.save()


def history(folder, *, few):
    """Three runs: all new; an approval, a change, an article more and a catalog gone; nothing."""
    project = make(folder, WORKFLOW, **{f"a{n}": PAGE.format(n) for n in range(1, 5)})
    write(project.root / "glossary/terms.csv", TERMS)
    few()
    told = [said(folder, "run")]
    approve(project, "a3", CLOSED, FERME)
    approve(project, "a4", CLOSED, "Fermé le lundi.")
    approve(project, "a2", "Room 2 has 2 chairs and no *window*.", FERME)
    project.layout.catalog("es", "a2").unlink()
    write(folder / "articles/a1.md", PAGE.format(11))
    write(folder / "articles/a9.md", PAGE.format(9))
    told += [said(folder, what) for what in ("run", "run", "check")]
    return files(project), told


def test_few_at_a_time_and_all_at_once_come_to_the_same(tmp_path, few):
    whole, told = history(tmp_path / "whole", few=lambda: few(on=False))
    parts, again = history(tmp_path / "parts", few=lambda: few(on=True))
    assert parts == whole
    assert FERME in parts["locales/fr/LC_MESSAGES/a9.po"]
    assert again == told
    assert {"inconsistent", "same-translation"} <= {
        one["rule"] for one in json.loads(again[-1])["findings"]
    }


def test_a_missing_engine_is_told_once(tmp_path, few):
    few(on=True)
    project = make(tmp_path, "locales: {ja: }\n", **{f"a{n}": PAGE.format(n) for n in (1, 2, 3)})
    report = project.translate()
    assert [one.rule for one in report.findings if one.severity == "error"] == ["engine"]
    assert [note for note in report.notes if "wait" in note] == [
        "ja: no engine, so 9 sentences wait untranslated in their catalogs"
    ]
