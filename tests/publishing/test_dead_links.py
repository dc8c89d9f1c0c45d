"""A link that leads nowhere is told by every command that looks: run, check in all its formats, publish."""

import json

import pytest

from tests.project import command, make, reviewed, write

ARTICLE = """---
title: Links
date: 03/12/2026
---

See [gone](gone.md), [here](#nowhere) and ![a chart](no.png).
"""
FOUND = {
    "link-dead": "the link 'gone.md' leads nowhere",
    "anchor-dead": "leads to no heading",
    "asset-missing": "there is no picture 'no.png'",
}


@pytest.fixture
def project(tmp_path):
    make(tmp_path)
    write(tmp_path / "articles" / "links.md", ARTICLE)
    return tmp_path


def test_run_and_publish_say_where_a_dead_link_is(project):
    done = command(project, "run", "--quiet")
    for rule, said in FOUND.items():
        lines = [line for line in done.stderr.splitlines() if f"[{rule}]" in line]
        assert len(lines) == 1, done.stderr
        assert lines[0].startswith("articles/links.md:6: warning: ")
        assert said in lines[0]
    assert "articles/links.md:3: warning: date '03/12/2026'" in done.stderr
    assert "articles/links.md:6: warning: the link 'gone.md'" in command(project, "publish").stderr


def test_check_tells_them_in_every_format_and_writes_no_page(project):
    text = command(project, "check").stdout
    for rule, said in FOUND.items():
        assert [said in line for line in text.splitlines() if f"[{rule}]" in line] == [True]
    assert not (project / "public").exists()
    again = command(project, "check").stdout
    assert again == text
    rules = {each["rule"] for each in json.loads(command(project, "check", "--json").stdout)}
    assert set(FOUND) <= rules
    github = command(project, "check", "--format", "github").stdout
    assert "::warning file=articles/links.md,line=6,title=link-dead::" in github
    sarif = json.loads(command(project, "check", "--format", "sarif").stdout)
    assert set(FOUND) <= {each["ruleId"] for each in sarif["runs"][0]["results"]}


def test_check_of_one_article_tells_of_its_links_only(project):
    write(project / "articles" / "other.md", "# Other\n\nSee [lost](lost.md).\n")
    text = command(project, "check", "--article", "other").stdout
    assert "lost.md" in text
    assert "links.md" not in text


def test_a_link_that_was_mended_is_told_no_more(project):
    assert "gone.md" in command(project, "check").stdout
    write(project / "articles" / "gone.md", "# Here again\n\nIt is.\n")
    assert "gone.md" not in command(project, "check").stdout


def test_a_link_by_an_old_name_leads_on_and_what_to_write_is_told(tmp_path):
    project = reviewed(tmp_path)
    link = "# More\n\nSee the [visit](../visit.md#top).\n"
    write(tmp_path / "articles" / "2024" / "more.md", link)
    project.run()
    (tmp_path / "articles" / "trips").mkdir()
    (tmp_path / "articles" / "visit.md").rename(tmp_path / "articles" / "trips" / "visit.md")
    (found,) = [one for one in project.run().findings if one.rule == "link-dead"]
    assert (found.path, found.line) == ("articles/2024/more.md", 3)
    assert "write '../trips/visit.md#top'" in found.message
    page = (tmp_path / "public" / "en" / "2024" / "more" / "index.html").read_text()
    assert 'href="../../trips/visit/#top"' in page
    write(tmp_path / "articles" / "2024" / "more.md", link.replace("../visit", "../trips/visit"))
    assert not [one for one in project.run().findings if one.rule == "link-dead"]


def test_the_top_is_on_every_page(project):
    """HTML: the fragment `top`, in any letter case, is the top of the page, unless an id has it."""
    text = ARTICLE.replace("[here](#nowhere)", "[here](#Top)")
    write(project / "articles" / "links.md", text)
    assert "anchor-dead" not in command(project, "check").stdout
