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
        ("index.htm", "<title>Ferries</title><p>All.", "ferry.html", "en/ferry.html"),
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


@pytest.mark.parametrize(
    ("name", "text", "title", "address"),
    [
        ("hugo.toml", 'baseURL = "https://tide.example/"\ntitle = "Tidepool"\n[params]\ntitle = "x"\n',
         "Tidepool", "https://tide.example/"),
        ("mkdocs.yml", "site_name: 'Tide: docs'\nsite_url: https://docs.example/a/\n",
         "Tide: docs", "https://docs.example/a/"),
        ("docusaurus.config.js", "export default {\n  title: 'Tide',\n  url: 'https://tide.example',\n}\n",
         "Tide", "https://tide.example"),
        ("index.html", "<html><head><TITLE>The\nLight</TITLE>", "The Light", "https://news.example.org/"),
        ("hugo.yaml", "params: {}\n", "Our newsroom", "https://news.example.org/"),
    ],
)  # fmt: skip
def test_title_and_address_are_the_sites_own(tmp_path, name, text, title, address):
    write(tmp_path / name, text)
    for folder in ("content", "docs"):
        write(tmp_path / folder / "ferry.md", PAGE)
    create(tmp_path, {"fr": False})
    site = Project.open(tmp_path).workflow.site
    assert (site.title, site.base_url) == (title, address)


def test_what_was_published_is_no_article_of_a_site_at_the_projects_root(tmp_path):
    write(tmp_path / "index.html", "<title>Ferries</title><p>All ferries.</p>")
    create(tmp_path, {"fr": False})
    write(tmp_path / "site" / "templates" / "article.html", "{{ page.body }}")
    for _ in range(2):
        assert Project.open(tmp_path).run().exit_code == 0
    assert (tmp_path / "build/transflow/en/index.html").is_file()
    assert list(Project.open(tmp_path).inspect().articles) == ["index"]


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
