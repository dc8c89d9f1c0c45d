"""How long a large newsroom waits: status and an unchanged run over many catalogs.

Run: python -m benchmarks.catalogs [articles] [locales] [sentences]

The full size is 2000 articles, 5 locales, 40 sentences each: 400,000 entries. The articles are
made up; locales have `engine: none`, so that the figures are of catalogs, not of translation.
Each command is its own process, as a person would start it.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from transflow.catalogs import merge, parse
from transflow.model import Message

LOCALES = ["fr", "es", "ru", "ar", "zh-Hans"]
WORDS = [
    "tide",
    "boat",
    "harbour",
    "closed",
    "open",
    "patent",
    "office",
    "applications",
    "filed",
    "under",
    "the",
    "treaty",
    "rose",
    "by",
    "percent",
    "in",
    "countries",
    "of",
    "members",
    "states",
    "new",
    "world",
    "salt",
    "moon",
    "and",
    "not",
    "with",
    "said",
    "for",
    "design",
]


def project(root: Path, articles: int, locales: list[str], sentences: int) -> None:
    """A project of made-up articles."""
    source = random.Random(5)
    targets = "".join(f"  {locale}: {{engine: none}}\n" for locale in locales)
    (root / "workflow.yaml").write_text(f"locales:\n{targets}glossary: {{files: []}}\n")
    folder = root / "articles"
    folder.mkdir()
    for number in range(articles):
        texts = [
            " ".join(source.choices(WORDS, k=source.randint(5, 25))).capitalize() + f" {number}."
            for _ in range(sentences - 1)
        ]
        paragraphs = "\n\n".join(" ".join(texts[at : at + 4]) for at in range(0, len(texts), 4))
        (folder / f"a{number:04}.md").write_text(
            f"---\ntitle: Article {number}\n---\n\n{paragraphs}\n"
        )


def timed(root: Path, *words: str) -> None:
    """Run a command; print its wall-clock and processor time and its greatest memory."""
    before = os.times()
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", "from transflow.cli import main; main()", *words],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    wall = time.perf_counter() - start
    after = os.times()
    cpu = (
        after.children_user + after.children_system - before.children_user - before.children_system
    )
    print(
        f"transflow {' '.join(words)}: {wall:.1f} s, {cpu:.1f} s of processor, exit {done.returncode}"
    )
    if done.returncode > 1:
        print(done.stderr[-2000:])


def reading(entries: int = 20_000) -> None:
    """Entries a second through our reader and through a merge that changes nothing."""
    now = datetime(2026, 1, 1, tzinfo=UTC)
    wanted = tuple(
        Message(
            f"Sentence number {n} of a long, long article.",
            reference="articles/a.md",
            comments=("paragraph",),
        )
        for n in range(entries)
    )
    data = merge(None, wanted, locale="fr", article_id="a", today=now).catalog.dump()
    start = time.process_time()
    catalog = parse(data, "a.po")
    read = time.process_time()
    again = merge(catalog, wanted, locale="fr", article_id="a", today=now)
    end = time.process_time()
    assert again.catalog is catalog
    print(
        f"read: {entries / (read - start):,.0f} entries/s; merged unchanged: {entries / (end - read):,.0f}/s"
    )


def main(articles: int = 2000, locales: int = 5, sentences: int = 40) -> None:
    """Print the figures."""
    reading()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        project(root, articles, LOCALES[:locales], sentences)
        print(f"{articles} articles x {locales} locales x {sentences} sentences")
        timed(root, "run")
        timed(root, "run")
        timed(root, "status")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
