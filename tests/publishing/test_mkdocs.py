"""The settings of a MkDocs site switch on what its articles are written with; ids stand where they belong."""

import re
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from transflow.publishing.outputs.mkdocs_extensions import extensions

from .newsroom import Newsroom
from .test_outputs import publish

HANDBOOK = """---
hide: [toc]
---

# Welcome to the handbook

See [fees](#fees) and [the start](#welcome-to-the-handbook).

!!! warning "Do not wait"
    Time limits are short.

???+ tip "Save money"
    File online.

## Fees

## Dates {: .wide }

<h2>Written in HTML</h2>

=== "Online"

    1. Sign in.

        !!! note
            Drafts go.

=== "By post"

    ```
    two copies
    ```

Filing date
:   The day of receipt.

/// note | Some title
Block text.
///

Press ++ctrl+alt+del++. It ==must not== be ~~old~~ {++added++}. ^^In^^ :smile: WIPO

- [x] Done

*[WIPO]: World Intellectual Property Organization
"""


@pytest.fixture
def room(tmp_path):
    room = Newsroom.make(tmp_path / "project", {"handbook.md": HANDBOOK})
    room.translate("fr")
    return room


def test_an_id_stands_behind_its_heading_and_in_no_title_of_a_box(room):
    files, _ = publish(room, "mkdocs")
    for locale, tail in (("en", ""), ("fr", " fr")):
        text = files[f"mkdocs/docs/{locale}/handbook.md"]
        assert f"# Welcome to the handbook{tail} {{#welcome-to-the-handbook}}\n" in text
        assert f"## Fees{tail} {{#fees}}\n" in text
        assert f"## Dates{tail} {{: #dates .wide }}\n" in text
        assert f'???+ tip "Save money{tail}"\n' in text
        assert f'!!! warning "Do not wait{tail}"\n' in text
        assert f"<h2>Written in HTML{tail}</h2>\n" in text


def test_titles_of_docusaurus_have_no_id(room):
    files, _ = publish(room, "docusaurus")
    text = files["docusaurus/docs/handbook.md"]
    assert "# Welcome to the handbook\n" in text
    assert "## Fees {#fees}\n" in text


def test_only_what_articles_use_is_switched_on():
    plain = extensions(['# Title\n\nWords. `++ctrl++`\n\n```\n!!! note\n=== "A"\n```\n'])
    assert plain == [
        "markdown_extensions:",
        "  - attr_list",
        "  - footnotes",
        "  - md_in_html",
        "  - tables",
    ]  # fmt: skip
    used = extensions([HANDBOOK])
    for name in ("abbr", "admonition", "def_list", "pymdownx.details", "pymdownx.superfences"):
        assert f"  - {name}" in used


OWN = """site_name: Handbook
markdown_extensions:
  # ours
  - admonition
  - toc:
      permalink: true
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji

  - tables
nav:
  - index.md
"""


@pytest.mark.parametrize(
    ("own", "lines"),
    [
        (OWN, [*OWN.splitlines()[1:10], "  - attr_list", "  - footnotes", "  - md_in_html"]),
        (
            "markdown_extensions: [admonition, toc: {permalink: true}]\n",
            ['  - "admonition"', '  - {"toc": {"permalink": true}}', '  - "attr_list"'],
        ),
        (
            "markdown_extensions:\n  admonition: {}\n  attr_list: {}\n",
            ["  admonition: {}", "  attr_list: {}", "  footnotes: {}"],
        ),
        ("markdown_extensions:\n- admonition", ["- admonition", "- attr_list", "- footnotes"]),
    ],
)
def test_the_extensions_of_the_projects_own_settings_are_taken(own, lines):
    taken = extensions(["!!! note\n    Words\n"], own)
    assert [line for line in lines if line not in taken] == []
    assert "nav:" not in taken
    assert not any(line.startswith("  - pymdownx.details") for line in taken)


def test_settings_are_written_again_when_the_projects_own_change(room):
    publish(room, "mkdocs")
    (room.root / "mkdocs.yml").write_text("markdown_extensions: [smarty]\n")
    files, _ = publish(room, "mkdocs")
    assert '  - "smarty"\n' in files["mkdocs/mkdocs.yml"]


@pytest.mark.tools
@pytest.mark.timeout(1800)
def test_mkdocs_shows_what_was_written(room, tmp_path):
    folder = ROOT / "build/tools/mkdocs-pymdownx"
    if not (folder / "bin/mkdocs").exists():
        _run(sys.executable, "-m", "venv", str(folder), cwd=tmp_path)
        wanted = ("mkdocs", "mkdocs-static-i18n", "mkdocs-material", "pymdown-extensions")
        _run(str(folder / "bin/pip"), "install", "-q", *wanted, cwd=tmp_path)
    publish(room, "mkdocs")
    work = tmp_path / "mkdocs"
    shutil.copytree(room.root / "public/mkdocs", work)
    _run(str(folder / "bin/mkdocs"), "build", "--strict", "-q", cwd=work)
    for address, tail in (("handbook", ""), ("fr/handbook", " fr")):
        page = (work / "site" / address / "index.html").read_text("utf-8")
        body = page[page.index("<h1 id=") :]
        assert f'<h1 id="welcome-to-the-handbook">Welcome to the handbook{tail}' in body
        assert re.search(rf'<h2 [^>]*id="dates"[^>]*>Dates{tail}', body)
        assert f'<p class="admonition-title">Do not wait{tail}</p>' in body
        assert f"<summary>Save money{tail}</summary>" in body
        assert 'class="tabbed-set' in body
        assert "<dt>Filing date" in body
        assert f'<p class="admonition-title">Some title{tail}</p>' in body
        assert "<del>old</del>" in body
        assert "<mark>must not</mark>" in body
        assert 'type="checkbox"' in body
        assert '<abbr title="World Intellectual Property Organization' in body
        for sign in ("!!!", "???", "===", "///", "++", "{#", "{:", ":smile:", "[x]"):
            assert sign not in re.sub(r"<script.*?</script>|<footer.*", "", body, flags=re.DOTALL)


def _run(*command, cwd):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
