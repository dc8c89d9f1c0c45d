"""Commands that write a file where a person says replace nothing unasked."""

import pytest

from tests.project import GLOSSARY, command, make, write

NONE = """\
locales: {fr: {engine: none}}
glossary: {files: ["glossary/*.csv"]}
"""
COMMANDS = [
    ("bundle", "fr", "--to"),
    ("exchange", "export", "fr"),
    ("memory", "export"),
    ("glossary", "export", "--format", "tbx"),
    ("glossary", "export", "--format", "deepl", "-l", "fr"),
]


@pytest.fixture
def project(tmp_path):
    project = make(tmp_path, NONE)
    project.export()
    return project


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_file_that_somebody_works_on_stays(project, words):
    path = project.root / "out.xlf"
    assert command(project.root, *words, path.name).returncode == 0
    made = path.read_bytes()
    path.write_text("somebody's work\n")
    done = command(project.root, *words, path.name)
    assert done.returncode == 2
    assert "out.xlf: is there already with other content" in done.stderr
    assert "--overwrite" in done.stderr
    assert path.read_text() == "somebody's work\n"
    done = command(project.root, *words, path.name, "--overwrite")
    assert done.returncode == 0, done.stderr
    assert path.read_bytes().splitlines()[:1] == made.splitlines()[:1]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_folder_is_made_by_the_way(project, tmp_path, words):
    target = tmp_path / "no such" / "out.xlf"
    done = command(project.root, *words, str(target))
    assert done.returncode == 2
    assert "there is no folder" in done.stderr
    assert not target.parent.exists()
    done = command(project.root, *words, str(tmp_path / "articles"), "--overwrite")
    assert done.returncode == 2
    assert "is there already and is no file" in done.stderr


def test_the_projects_own_glossary_stays(project):
    path = write(project.root / "glossary" / "terms.csv", GLOSSARY)
    words = ("glossary", "export", "glossary/terms.csv", "--format", "deepl", "-l", "fr")
    assert command(project.root, *words).returncode == 2
    assert path.read_text() == GLOSSARY


def test_what_is_there_as_it_would_be_written_is_no_fault(project):
    for _ in range(2):
        done = command(project.root, "glossary", "export", "all.csv", "--format", "csv")
        assert done.returncode == 0, done.stderr
