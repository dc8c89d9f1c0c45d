"""`transflow init` where there is something already."""

import pytest
from typer.testing import CliRunner

from tests.cli.test_json import APP
from tests.project import write
from transflow.newproject import CI, create
from transflow.project import Project

PAGE = "---\ntitle: Ferry\n---\n\nThe ferry leaves at nine.\n"


@pytest.mark.parametrize(
    ("settings", "text", "article", "made"),
    [
        ("hugo.toml", "", "content/posts/ferry.md", "hugo/content/en/posts/ferry/index.md"),
        ("config.toml", 'baseURL = "/"\n', "content/ferry.md", "hugo/content/en/ferry/index.md"),
        ("config/_default/hugo.toml", "", "content/ferry.md", "hugo/content/en/ferry/index.md"),
        ("mkdocs.yml", "site_name: X\n", "docs/ferry.md", "mkdocs/docs/en/ferry.md"),
        ("docusaurus.config.js", "", "docs/ferry.md", "docusaurus/docs/ferry.md"),
    ],
)
def test_a_site_that_a_generator_builds_is_read_where_it_is(
    tmp_path, settings, text, article, made
):
    write(tmp_path / settings, text)
    write(tmp_path / article, PAGE)
    create(tmp_path, {"fr": False}, ci="github")
    assert not (tmp_path / "articles").exists()
    assert "path: build/transflow}" in (tmp_path / CI["github"]).read_text()
    report = Project.open(tmp_path).run()
    assert report.exit_code == 0
    assert "The ferry leaves at nine." in (tmp_path / "build/transflow" / made).read_text()
    assert not (tmp_path / "public").exists()


def test_init_says_what_it_found(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "hugo.toml", "")
    write(tmp_path / "content" / "ferry.md", PAGE)
    told = CliRunner().invoke(APP, ["init", ".", "-l", "fr"]).stdout
    assert "This is a site of Hugo: its articles are read from content/" in told


def test_what_is_no_generators_site_gets_an_article_to_begin_with(tmp_path):
    """Zola has a config.toml and a content folder, too."""
    write(tmp_path / "config.toml", 'base_url = "/"\n')
    write(tmp_path / "content" / "ferry.md", PAGE)
    create(tmp_path, {"fr": False}, ci="gitlab")
    assert (tmp_path / "articles" / "welcome.md").exists()
    assert "paths: [public]" in (tmp_path / CI["gitlab"]).read_text()
