"""The pipelines that `transflow init --ci` writes, run by a shell against a real repository."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.project import SECOND, make, replace, write
from transflow.newproject import CI, create
from transflow.project import examine

WORKFLOW = "locales: {fr: {engine: none}, es: {}}\n"
ARTICLE = "---\ntitle: Fees\n---\n\nThe fee is 40 francs.\n"
ELSEWHERE = ("pip ", "apt-get ", "transflow models install")
"""Commands that need the network."""


class Forge:
    """A bare repository, the programs a runner has, and an environment like its."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.folder, self.kind, self.runs = folder, kind, 0
        self.origin = folder / "origin.git"
        subprocess.run(["git", "init", "-q", "--bare", "-b", "main", self.origin], check=True)
        subprocess.run(
            ["git", "config", "receive.advertisePushOptions", "true"], cwd=self.origin, check=True
        )
        asked = folder / "asked"
        gh = write(
            folder / "bin" / "gh",
            f'#!/bin/sh\necho "$2" >> {asked}\n[ "$2" = list ] && grep -c create {asked}\nexit 0\n',
        )
        gh.chmod(0o755)
        self.env = {
            **os.environ,
            "PATH": f"{gh.parent}:{Path(sys.executable).parent}:{os.environ['PATH']}",
            "TRANSFLOW_TOKEN": "t",
            "CI_SERVER_HOST": "git.example.org",
            "CI_PROJECT_PATH": "news",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.{self.origin}.insteadOf",
            "GIT_CONFIG_VALUE_0": "https://transflow:t@git.example.org/news.git",
        }

    def git(self, *words, cwd=None):
        who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
        done = subprocess.run(
            ["git", *who, *words],
            cwd=cwd or self.origin,
            check=True,
            capture_output=True,
            text=True,
            env=self.env,
        )
        return done.stdout

    def clone(self, name, branch="main"):
        path = self.folder / name
        self.git("clone", "-q", "-b", branch, str(self.origin), str(path), cwd=self.folder)
        return path

    def run(self):
        """What the job for the main branch does in a fresh clone."""
        self.runs += 1
        path = self.clone(f"job{self.runs}")
        data = YAML(typ="safe").load(path / CI[self.kind])
        if self.kind == "github":
            scripts = [step["run"] for step in data["jobs"]["translate"]["steps"] if "run" in step]
        else:
            scripts = data["pages"]["script"]
        for script in scripts:
            if not script.startswith(ELSEWHERE):
                done = subprocess.run(
                    ["bash", "-eo", "pipefail", "-c", script],
                    cwd=path,
                    capture_output=True,
                    text=True,
                    check=False,
                    env=self.env,
                )
                assert done.returncode == 0, (script, done.stdout, done.stderr)
        return path


@pytest.fixture(params=["github", "gitlab"])
def forge(request, tmp_path):
    """A project with two locales, one of them translated by people, with a mistake in it."""
    forge = Forge(tmp_path, request.param)
    work = tmp_path / "work"
    create(work, {"fr": True}, ci=request.param)
    (work / "articles" / "welcome.md").unlink()
    project = make(work, WORKFLOW, fees=ARTICLE, visit=SECOND)
    project.export("fr")
    french = project.layout.catalog("fr", "fees")
    replace(french, 'msgid "Fees"\nmsgstr ""', 'msgid "Fees"\nmsgstr "Taxes"')
    old = 'msgid "The fee is 40 francs."\nmsgstr "'
    replace(french, old + '"', old + 'La taxe est de 50 francs."')
    forge.git("init", "-q", "-b", "main", cwd=work)
    forge.git("remote", "add", "origin", str(forge.origin), cwd=work)
    forge.git("add", "-A", cwd=work)
    forge.git("commit", "-qm", "one", cwd=work)
    forge.git("push", "-q", "origin", "main", cwd=work)
    return forge


def test_an_error_in_one_text_stops_neither_drafts_nor_pages_of_others(forge):
    job = forge.run()
    assert (job / "public" / "es" / "visit" / "index.html").exists()
    files = forge.git("ls-tree", "-r", "--name-only", "translations").splitlines()
    assert {"locales/es/LC_MESSAGES/visit.po", "published.json"} <= set(files)
    assert not [name for name in files if name.endswith(".pot")]


def test_what_reviewers_pushed_to_the_branch_stays(forge):
    forge.run()
    reviewer = forge.clone("reviewer", "translations")
    path = reviewer / "locales/fr/LC_MESSAGES/visit.po"
    replace(
        path, 'msgid "A visit to Geneva"\nmsgstr ""', 'msgid "A visit to Geneva"\nmsgstr "Visite"'
    )
    forge.git("commit", "-qam", "Reviewed", cwd=reviewer)
    forge.git("push", "-q", "origin", "translations", cwd=reviewer)
    reviewed = forge.git("rev-parse", "translations").strip()
    author = forge.folder / "work"
    write(author / "articles" / "more.md", "# More\n\nNothing else.\n")
    with (author / "articles" / "visit.md").open("a") as stream:
        stream.write("\nThey left.\n")
    forge.git("add", "-A", cwd=author)
    forge.git("commit", "-qm", "two", cwd=author)
    forge.git("push", "-q", "origin", "main", cwd=author)
    forge.run()
    forge.git("merge-base", "--is-ancestor", reviewed, "translations")
    text = forge.git("show", "translations:locales/fr/LC_MESSAGES/visit.po")
    assert 'msgid "A visit to Geneva"\nmsgstr "Visite"' in text
    assert 'msgid "They left."' in text
    assert "More" in forge.git("show", "translations:locales/es/LC_MESSAGES/more.po")
    if forge.kind == "github":
        asked = (forge.folder / "asked").read_text().split()
        assert asked == ["list", "create", "list"]


def test_templates_in_folders_are_not_committed(tmp_path):
    create(tmp_path, {"fr": True})
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    for name in ("a.pot", "2026/a.pot", "2026/05/a.pot"):
        subprocess.run(["git", "check-ignore", "-q", f"locales/{name}"], cwd=tmp_path, check=True)


def test_two_branches_of_a_new_project_meet_in_its_catalogs(tmp_path):
    """What `init` writes has git merge entry by entry in a clone that was told of the driver."""

    def git(*words):
        who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, capture_output=True)

    create(tmp_path, {"fr": False})
    write(tmp_path / "articles" / "visit.md", SECOND)
    project = make(tmp_path, "locales: {fr: {engine: none}}\n", visit=SECOND)
    project.export()
    path = project.layout.catalog("fr", "visit")
    git("init", "-q", "-b", "main")
    told = {one.subject: one.detail for one in examine(tmp_path)}
    assert told["git merge driver"].startswith("not set in this clone")
    program = f"{sys.executable} -c 'from transflow.cli import main; main()'"
    git("config", "merge.transflow.driver", f"{program} merge-driver %O %A %B %P")
    git("add", "-A")
    git("commit", "-qm", "one")
    before = path.read_text()
    sentence = 'msgid "{}"\nmsgstr "{}"'
    for branch, english, french in (
        ("ann", "The delegation visited the library.", "Elle a vu la bibliothèque."),
        ("ben", "Visitors asked many questions.", "On a posé des questions."),
    ):
        git("checkout", "-q", "-b", branch, "main")
        path.write_text(before)
        replace(path, sentence.format(english, ""), sentence.format(english, french))
        git("commit", "-qam", branch)
    git("merge", "-q", "-m", "both", "ann")
    text = path.read_text()
    assert "Elle a vu la bibliothèque." in text
    assert "On a posé des questions." in text
    assert "<<<<<<<" not in text
    told = {one.subject: one.detail for one in examine(tmp_path)}
    assert "merge-driver %O %A %B %P" in told["git merge driver"]


def test_a_request_that_was_squashed_and_one_sentence_worded_twice(forge):
    """Both words are kept in the entry for a reviewer to choose from; the job goes on."""
    forge.run()
    author = forge.folder / "work"
    forge.git("fetch", "-q", cwd=author)
    forge.git("merge", "-q", "--squash", "origin/translations", cwd=author)
    forge.git("commit", "-qm", "Drafts (#1)", cwd=author)
    sentence = 'msgid "Visitors asked many questions."\nmsgstr "{}"'
    path = "locales/fr/LC_MESSAGES/visit.po"
    replace(author / path, sentence.format(""), sentence.format("On a posé des questions."))
    write(author / "articles" / "more.md", "# More\n\nNothing else.\n")
    forge.git("add", "-A", cwd=author)
    forge.git("commit", "-qm", "more", cwd=author)
    forge.git("push", "-q", "origin", "main", cwd=author)
    reviewer = forge.clone("reviewer", "translations")
    replace(reviewer / path, sentence.format(""), sentence.format("Elles furent nombreuses."))
    forge.git("commit", "-qam", "Reviewed", cwd=reviewer)
    forge.git("push", "-q", "origin", "translations", cwd=reviewer)
    forge.run()
    text = forge.git("show", f"translations:{path}")
    for words in ("On a posé des questions.", "Elles furent nombreuses."):
        assert words in text
    assert "# conflict, the other branch says:" in text
    assert "<<<<<<<" not in text
    assert "More" in forge.git("show", "translations:locales/es/LC_MESSAGES/more.po")
