"""Glossary commands that compare with a git revision say what is wrong with it, and what to do."""

import subprocess

import pytest

from tests.conftest import need
from tests.project import make
from transflow.errors import GlossaryError
from transflow.project import terminology


def git(folder, *words):
    who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
    subprocess.run([need("git"), *who, *words], cwd=folder, check=True, capture_output=True)


def refused(project, what):
    with pytest.raises(GlossaryError) as error:
        terminology.changes(project.layout, what, "")
    return error.value


def test_outside_git(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    error = refused(make(tmp_path), "HEAD~1")
    assert "is in no git repository" in error.message
    assert "name a glossary file" in error.hint


def test_a_revision_that_is_not_there_and_one_before_the_glossary(tmp_path):
    project = make(tmp_path)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "workflow.yaml")
    git(tmp_path, "commit", "-q", "-m", "before the glossary")
    error = refused(project, "HEAD~1")
    assert "git knows no such revision" in error.message
    assert "HEAD~1 needs two commits" in error.hint
    git(tmp_path, "add", "glossary")
    git(tmp_path, "commit", "-q", "-m", "the glossary")
    assert "git log --oneline -- glossary/terms.csv" in refused(project, "HEAD~1").hint
    assert terminology.changes(project.layout, "HEAD", "") == ()


def test_without_git(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    error = refused(make(tmp_path), "HEAD~1")
    assert "is not installed" in error.message
    assert error.hint == "install git, or name a file"
