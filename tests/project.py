"""Small real projects for tests: written to disk, translated by the starter models."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from transflow import Project

ARTICLE = """\
---
title: Patents on the rise
date: 2024-03-29
summary: More firms file abroad.
---

The Patent Cooperation Treaty (PCT) helps inventors. It has 157 members.

## What is next

The Office will open a **new** branch in 2025.
"""

SECOND = """\
---
title: A visit to Geneva
date: 2024-04-02
---

The delegation visited the library. Visitors asked many questions.
"""

GLOSSARY = """\
id,en,zh-Hans,fr,es,ru,ar,pos,match,status,note
pct,Patent Cooperation Treaty | PCT,专利合作条约 | PCT,\
Traité de coopération en matière de brevets | PCT,\
Tratado de Cooperación en materia de Patentes | PCT,,,proper,,approved,
"""

WORKFLOW = """\
locales:
  fr:
glossary: {files: ["glossary/*.csv"]}
site: {title: News, base_url: "https://news.example.org/"}
"""


def make(folder: Path, workflow: str = WORKFLOW, **articles: str) -> Project:
    """A project of one or more articles, with the starter models."""
    for name, text in (articles or {"rise": ARTICLE}).items():
        write(folder / "articles" / f"{name}.md", text)
    write(folder / "glossary" / "terms.csv", GLOSSARY)
    write(folder / "workflow.yaml", workflow)
    if not (folder / "models").exists():
        (folder / "models").symlink_to(ROOT / "models")
    return Project.open(folder)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder and its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def catalog(project: Project, locale: str = "fr", article: str = "rise") -> Path:
    return project.layout.catalog(locale, article)


def command(folder: Path, *words: str, **more) -> subprocess.CompletedProcess:
    """Run the command line as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "transflow", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "200"},
        **more,
    )


def start(folder: Path, *words: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "transflow", *words],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def kill(process: subprocess.Popen) -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


FRENCH = {
    "A visit to Geneva": "Visite à Genève",
    "The delegation visited the library.": "La délégation a visité la bibliothèque.",
    "Visitors asked many questions.": "Les visiteurs ont posé beaucoup de questions.",
}


def reviewed(folder: Path) -> Project:
    """`SECOND`, translated by a person, without an engine, and out in both locales."""
    project = make(folder, WORKFLOW.replace("fr:", "fr: {engine: none}"), visit=SECOND)
    project.export()
    for english, french in FRENCH.items():
        old = f'msgid "{english}"\nmsgstr ""'
        replace(catalog(project, "fr", "visit"), old, old[:-1] + french + '"')
    assert project.run().exit_code == 0
    return project
