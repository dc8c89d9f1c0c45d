"""Articles of a Docusaurus site that are MDX: read, shown, linked; never handed out raw."""

import pytest

from .newsroom import Newsroom
from .test_outputs import publish

FILING = """---
title: Filing
---
import Tabs from '@theme/Tabs';
import Snippet from './_snippet.mdx';

# Filing

<Tabs groupId="os">
  <TabItem value="win" label="On Windows">

Install the client.

  </TabItem>
</Tabs>

## Online {#online}

<Snippet />

{/* a comment */}
"""
INTRO = """# Introduction

Read [how to file](./guide/filing.mdx#online), [fees](guide/fees.md) and [drafts](guide/notes.mdx).
"""


@pytest.fixture
def room(tmp_path):
    files = {"intro.md": INTRO, "guide/filing.mdx": FILING, "guide/fees.md": "# Fees\n\nPay.\n"}
    room = Newsroom.make(tmp_path / "project", files)
    room.translate("fr")
    return room


def test_mdx_is_an_article_with_a_page(room):
    files, _ = publish(room, "html")
    page = files["fr/guide/filing/index.html"]
    assert "Install the client. fr" in page
    assert "On Windows fr" in page
    assert "import" not in page
    assert "a comment" not in page
    assert 'href="../guide/filing/#online"' in files["fr/intro/index.html"]
    assert not [path for path in files if path.startswith("assets/") and path.endswith("x")]


def test_a_source_that_is_no_article_is_no_download(room):
    articles = room.articles()
    (room.root / "articles/guide/notes.mdx").write_text("# Notes\n\nNot yet.\n")
    room.articles = lambda: articles
    files, report = publish(room, "html")
    assert "assets/guide/notes.mdx" not in files
    assert "notes.mdx" not in files["en/intro/index.html"]
    dead = [one for one in report.findings if one.rule == "link-dead"]
    assert "source.articles" in dead[0].message
    assert dead[0].line == 3


def test_docusaurus_runs_what_is_mdx_and_no_other_markdown(room):
    room.write("guide/tabs.md", "# Tabs\n\n<Tabs>\n\nSee [fees](fees.md).\n\n</Tabs>\n")
    room.write("guide/code.md", "# Code\n\n```\n<Tabs>\n```\n\n[tabs](tabs.md) [one](filing.mdx)\n")
    files, _ = publish(room, "docusaurus", "mkdocs", "source")
    docs = {path.removeprefix("docusaurus/docs/") for path in files if "docusaurus/docs/" in path}
    assert {"intro.md", "guide/filing.mdx", "guide/tabs.mdx", "guide/code.md"} <= docs
    assert "(./guide/filing.mdx#online)" in files["docusaurus/docs/intro.md"]
    assert "[tabs](tabs.mdx) [one](filing.mdx)" in files["docusaurus/docs/guide/code.md"]
    assert "[fees](fees.md)" in files["docusaurus/docs/guide/tabs.mdx"]
    assert "(./guide/filing.md#online)" in files["mkdocs/docs/en/intro.md"]
    assert "mkdocs/docs/fr/guide/filing.md" in files
    assert "fr/guide/filing.mdx" in files


def test_a_piece_of_other_articles_is_translated_and_no_page(room):
    room.write("guide/_snippet.mdx", "Bring your *passport*.\n")
    room.write("posts/_index.md", "# Posts\n\nAll of them.\n")
    room.settings["locales"]["fr"] = {"required": True}
    room.translate("fr")
    files, report = publish(room, "html", "docusaurus")
    assert not [path for path in files if "_snippet" in path and path.endswith(".html")]
    told = "_snippet" + files["fr/index.html"] + files["fr/feed.xml"] + files["fr/sitemap.xml"]
    assert told.count("_snippet") == 1
    assert "fr/posts/_index/index.html" in files
    french = "docusaurus/i18n/fr/docusaurus-plugin-content-docs/current/guide/_snippet.mdx"
    assert "passport*. fr" in files[french]
    assert files["docusaurus/docs/guide/_snippet.mdx"] == "Bring your *passport*.\n"
    [piece] = [
        one for one in report.pages if one.article == "guide/_snippet" and one.locale == "fr"
    ]
    assert "begins with _" in piece.reasons[0]
    assert not piece.required
    _, again = publish(room, "html", "docusaurus")
    assert [one.change for one in again.pages if one.published and one.change != "unchanged"] == []
