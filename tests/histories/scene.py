"""The project of a history, with its authors, its people and its git."""

import os
import random
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.histories.authors import Authors
from tests.histories.book import Book
from tests.histories.people import People
from tests.histories.tally import Tally
from tests.histories.tracing import LIMIT
from tests.project import GLOSSARY, write

__all__ = ["Scene"]

WORKFLOW = """\
locales:
  fr: {engine: none}
review: REVIEW
engine: {pins: {}}
glossary: {files: ["glossary/*.csv"]}
site: {title: News, base_url: "https://news.example.org/", outputs: [OUTPUT]}
"""
ENGINES = ("none", "{toy: alpha}", "{toy: beta}")
DRIVER = f"{sys.executable} -c 'from transflow.cli import main; main()' merge-driver %O %A %B %P"


class Scene:
    """One project on disk; everything in it follows from the seed."""

    def __init__(self, folder: Path, seed: int, tally: Tally | None = None, *, fresh: bool = False):
        self.folder = folder / "project"
        self.folder.mkdir(parents=True)
        self.dice = random.Random(seed)
        self.fresh, self.tally = fresh, tally or Tally()
        self.tally.histories += 1
        self.log: list[str] = []
        self.engines = (*ENGINES, "argos") if seed % 25 == 0 else ENGINES
        self.two_step = seed % 3 == 0
        workflow = WORKFLOW.replace("REVIEW", "two-step" if self.two_step else "single")
        workflow = workflow.replace("OUTPUT", "html" if seed % 8 == 0 else "source")
        workflow = workflow.replace("none", self.dice.choice(self.engines))
        if seed % 5 == 0:
            workflow = workflow.replace("locales:\n", "locales:\n  zh-Hans: {engine: none}\n")
        write(self.folder / "workflow.yaml", workflow)
        write(self.folder / "glossary" / "terms.csv", GLOSSARY)
        (self.folder / "models").symlink_to(ROOT / "models")
        self.authors = Authors(self.folder, self.dice)
        self.people = People(self.folder, self.dice)
        self.saved: Book | None = None
        write(self.folder / ".gitignore", ".transflow\npublic\nmodels\nmail\n")
        write(self.folder / ".gitattributes", "*.po merge=transflow\n")
        self.git("init", "-q", "-b", "main")
        self.git("config", "merge.transflow.driver", DRIVER)

    def git(self, *words: str, check: bool = True) -> str:
        identity = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "gc.auto=0")
        done = subprocess.run(
            ["git", *identity, *words],
            cwd=self.folder, check=check, capture_output=True, text=True, timeout=LIMIT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        return done.stdout

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "as it stands")
