"""Names that people and programs give to files: each is an article, or is told why not."""

import unicodedata

import pytest

from tests.project import command, make, write
from transflow.project import Project

PEOPLE = "locales:\n  fr: {engine: none}\n"
TEXT = "# A note\n\nThe tide turns at noon.\n"


def articles(root):
    return sorted(sheet.article for sheet in Project.open(root).status() if sheet.article != "rise")


@pytest.mark.parametrize(
    "name",
    ["a note.md", "brève-né.md", "更新.md", "🎉.md", "-dash.md", "UPPER.MD", "x.markdown", "x.htm"],
)
def test_an_article_may_be_called(tmp_path, name):
    project = make(tmp_path, PEOPLE)
    text = TEXT if not name.endswith("htm") else "<h1>A note</h1><p>The tide turns.</p>"
    write(tmp_path / "articles" / name, text)
    assert project.run().exit_code == 0
    assert name.rpartition(".")[0] in articles(tmp_path)


@pytest.mark.parametrize("name", [".hidden.md", "._note.md", ".git/note.md", ".#note.md"])
def test_hidden_files_are_no_articles(tmp_path, name):
    make(tmp_path, PEOPLE, rise=TEXT)
    write(tmp_path / "articles" / name, TEXT)
    assert articles(tmp_path) == []


def test_a_hidden_file_that_is_named_is_one(tmp_path):
    make(tmp_path, PEOPLE + "source: {articles: [.note.md]}\n")
    write(tmp_path / "articles" / ".note.md", TEXT)
    assert articles(tmp_path) == [".note"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("new\nline.md", "control character"),
        ("back\\slash.md", "a backslash"),
        ("caf\udce9.md", "a name with bytes that are not UTF-8"),
        ("n" * 240 + ".md", "240 bytes"),
        ("é" * 110 + ".md", "220 bytes"),
    ],
)
def test_a_name_that_cannot_be_stops_nobody_else(tmp_path, name, said):
    make(tmp_path, PEOPLE, rise=TEXT)
    write(tmp_path / "articles" / name, TEXT)
    done = command(tmp_path, "run", "--quiet")
    assert done.returncode == 1
    assert said in done.stderr
    assert "rename it" in done.stderr
    assert (tmp_path / "public/en/rise/index.html").exists()
    assert (tmp_path / "locales/fr/LC_MESSAGES/rise.po").exists()


def test_an_id_may_be_shorter_than_the_name(tmp_path):
    make(tmp_path, PEOPLE)
    write(tmp_path / "articles" / ("n" * 240 + ".md"), "---\nid: note\n---\n\n" + TEXT)
    assert command(tmp_path, "run", "--quiet").returncode == 0
    assert articles(tmp_path) == ["note"]


def test_links_find_names_however_their_letters_are_composed(tmp_path):
    make(tmp_path, PEOPLE)
    write(tmp_path / "articles" / unicodedata.normalize("NFD", "brève.md"), TEXT)
    link = unicodedata.normalize("NFC", "brève.md")
    write(
        tmp_path / "articles" / "b.md",
        f"# Links\n\nSee [this]({link}) and [that](../articles/b.md).\n",
    )
    done = command(tmp_path, "run", "--quiet")
    assert "link-dead" not in done.stderr
    page = (tmp_path / "public/en/b/index.html").read_text()
    assert (
        "br%C3%A8ve" in page
        or "bre%CC%80ve" in page
        or "brève" in unicodedata.normalize("NFC", page)
    )
