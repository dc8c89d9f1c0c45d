"""The public API as README and architecture promise it."""

import subprocess
import sys

import transflow
from tests.project import GLOSSARY, make, write
from transflow import Glossary, Project, read_article


def test_every_public_name_is_there():
    for name in transflow.__all__:
        assert getattr(transflow, name) is not None


def test_importing_the_package_loads_nothing_heavy():
    code = "import sys, transflow; print({'pydantic', 'babel', 'ctranslate2'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_an_article_is_read_and_written_back(tmp_path):
    path = write(tmp_path / "visit.md", "# A visit\n\nIt was *short*. It was useful.\n")
    article = read_article(path)
    texts = [segment.text for segment in article.segments]
    assert texts == ["A visit", "It was *short*.", "It was useful."]
    assert article.render({}) == path.read_bytes()
    last = article.segments[-1].id
    assert article.render({last: "Elle fut utile."}) == (
        b"# A visit\n\nIt was *short*. Elle fut utile.\n"
    )
    same = read_article(path.read_bytes(), format="markdown")
    assert [segment.text for segment in same.segments] == texts


def test_terms_are_found_with_their_places(tmp_path):
    glossary = Glossary.load([write(tmp_path / "terms.csv", GLOSSARY)])
    (match,) = glossary.find("The PCT entered into force.", "en")
    assert (match.concept.id, match.start, match.end) == ("pct", 4, 7)


def test_a_project_translates_and_its_engine_gives_drafts(tmp_path):
    project = make(tmp_path)
    assert project.translate(locale="fr").exit_code == 0
    (draft,) = Project.open(tmp_path).engine("en", "fr").translate(["The library is open."])
    assert draft.text
    assert draft.origin.startswith("argos/en_fr@")
