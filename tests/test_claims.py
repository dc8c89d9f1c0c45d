"""A second article with the id of one that is reviewed and out takes nothing away from it."""

import pytest

from tests.project import SECOND, catalog, replace, reviewed, tree, write


@pytest.fixture
def project(tmp_path):
    """One article, translated by a person and out in both locales."""
    return reviewed(tmp_path)


def kept(project):
    """Catalogs, pages and what is known to be out."""
    root = project.root
    return [tree(root / "locales"), tree(root / "public"), (root / "published.json").read_bytes()]


def findings(report):
    return sorted((one.rule, one.path, one.locale, one.message) for one in report.findings)


@pytest.mark.parametrize("name", ["a", "z"])
@pytest.mark.parametrize("other", ["visit", "Visit"])
def test_the_article_that_is_out_keeps_its_id(project, name, other):
    """Whether the copy sorts before or after it, and also where only the case differs."""
    before = kept(project)
    copy = write(
        project.root / "articles" / f"{name}.md", f"---\ntitle: Copy\nid: {other}\n---\n\nNew.\n"
    )
    first, second = project.run(), project.run()
    (error,) = [one for one in first.findings if one.severity == "error"]
    assert (error.path, first.exit_code) == (f"articles/{name}.md", 1)
    assert "articles/visit.md" in error.message
    assert findings(first) == findings(second)
    assert kept(project) == before
    copy.unlink()
    assert project.run().exit_code == 0
    assert kept(project) == before


def test_the_original_keeps_it_in_a_fresh_clone_and_when_it_changed(project):
    replace(project.root / "articles" / "visit.md", "many questions", "few questions")
    for path in sorted((project.root / ".transflow").iterdir()):
        if path.is_file():
            path.unlink()
    write(project.root / "articles" / "a.md", "---\ntitle: Copy\nid: visit\n---\n\nNew.\n")
    report = project.run()
    assert [one.path for one in report.findings if one.rule == "article"] == ["articles/a.md"]
    assert 'msgid "Visitors asked few questions."' in catalog(project, "fr", "visit").read_text()


def test_pages_without_catalogs_decide_too(project):
    catalog(project, "fr", "visit").unlink()
    page = project.root / "public" / "en" / "visit" / "index.html"
    write(project.root / "articles" / "a.md", "---\ntitle: Copy\nid: visit\n---\n\nNew.\n")
    (error,) = [one for one in project.publish().findings if one.rule == "article"]
    assert error.path == "articles/a.md"
    assert "The delegation visited the library." in page.read_text()


def test_where_nothing_tells_the_original_both_are_refused(project):
    """It was renamed in the very commit that brought the copy."""
    before = kept(project)
    articles = project.root / "articles"
    (articles / "visit.md").unlink()
    moved = SECOND.replace("---\n", "---\nid: visit\n", 1).replace("many", "more")
    write(articles / "geneva.md", moved)
    write(articles / "a.md", "---\ntitle: Copy\nid: visit\n---\n\nNew.\n")
    report = project.run()
    assert report.exit_code == 1
    refused = [one for one in report.findings if one.rule == "article"]
    assert [one.path for one in refused] == ["articles/a.md", "articles/geneva.md"]
    assert all("stay as they are" in one.message for one in refused)
    assert kept(project) == before
    (articles / "a.md").unlink()
    assert project.run().exit_code == 0
    assert "La délégation" in catalog(project, "fr", "visit").read_text()
