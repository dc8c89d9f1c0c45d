"""All steps of the recipe on a few hundred made-up pairs, in under two minutes.

    python -m training.smoke

The text is made from the templates, so the models it ends with know nothing; what is shown is
that every step runs and hands on what the next one needs. The last step adapts the fresh
French package to a small PO memory.
"""

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import polib

from training.corpus import Row, read_rows, write_rows
from training.synthesis import filled

TEMPLATES = Path(__file__).parent / "templates.tsv"
LANGUAGES = ("zh", "fr")
SMALL = (
    "--width", "32", "--inner", "64", "--heads", "2", "--encoder", "2", "--decoder", "1",
    "--domain-cells", "300", "--bulk-cells", "300",
)  # fmt: skip


def make_corpus(folder: Path, count: int) -> None:
    """Write a small corpus of filled templates in the layout that `prepare` reads."""
    rng = random.Random(3)
    templates = list(read_rows(TEMPLATES))
    rows = [filled(rng.choice(templates), rng) for _ in range(count)]
    (folder / "domain").mkdir(parents=True)
    write_rows(folder / "domain" / "made.tsv", rows[: count // 2])
    for language in LANGUAGES:
        lines = [f"made\t{row.english}\t{row.targets[language]}" for row in rows[count // 2 :]]
        (folder / f"en-{language}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def make_memory(path: Path, rows: Sequence[Row]) -> None:
    """Write approved French translations as a PO catalogue."""
    catalog = polib.POFile()
    catalog.metadata = {"Language": "fr", "Content-Type": "text/plain; charset=UTF-8"}
    for row in {row.english: row for row in rows}.values():
        catalog.append(polib.POEntry(msgid=row.english, msgstr=row.targets["fr"]))
    catalog.save(str(path))


def step(name: str, *arguments: str | Path) -> None:
    """Run one step as a user would."""
    command = [sys.executable, "-m", f"training.{name}", *map(str, arguments)]
    print(f"== {name} {' '.join(map(str, arguments))}", flush=True)
    began = time.monotonic()
    subprocess.run(command, check=True)
    print(f"   {time.monotonic() - began:.0f} s", flush=True)


def smoke(folder: Path) -> None:
    """Run every step in a folder."""
    data, work, packages = folder / "data", folder / "work", folder / "packages"
    spm = folder / "spm.model"
    make_corpus(data, 600)
    step(
        "vocabulary", "--data", data, "--extra", "--out", spm, "--pieces", "2500",
        "--languages", "zh,fr",
    )  # fmt: skip
    step(
        "prepare", "--data", data, "--vocabulary", spm, "--out", work, "--keep", "200",
        "--languages", "zh,fr",
    )  # fmt: skip
    run = ("--data", work, "--vocabulary", spm, "--out", folder / "run", "--languages")
    step("train", *run, "zh:0.5:1,fr:0.5:1", *SMALL, "--steps", "60", "--log", "20")
    step("train", *run, "zh:0.5:1,fr:0.5:1", *SMALL, "--steps", "80", "--log", "20")
    step(
        "accelerated", "--data", work, "--vocabulary", spm, "--out", folder / "fast",
        "--languages", "zh:1,fr:1", "--branches", "zh:1,fr:1", *SMALL[:-4], "--cells", "1000",
        "--steps", "20", "--log", "10", "--processes", "1",
    )  # fmt: skip
    step(
        "export", folder / "fast" / "fr" / "checkpoint.pt", "--vocabulary", spm, "--data", work,
        "--language", "fr", "--version", "0.0.1", "--out", packages,
    )  # fmt: skip
    checkpoint = folder / "run" / "checkpoint.pt"
    for language in LANGUAGES:
        step(
            "export", checkpoint, "--vocabulary", spm, "--data", work, "--language", language,
            "--version", "0.0", "--out", packages,
        )  # fmt: skip
    package = packages / "translate-en_fr-0_0.argosmodel"
    memory = folder / "memory.po"
    make_memory(memory, list(read_rows(data / "domain" / "made.tsv"))[:120])
    adapted = folder / "adapted"
    step(
        "train",
        "--from",
        package,
        "--memory",
        memory,
        "--out",
        adapted,
        "--steps",
        "10",
        "--domain-cells",
        "300",
    )
    step(
        "export", adapted / "checkpoint.pt", "--vocabulary", adapted / "spm.model", "--language",
        "fr", "--version", "0.1", "--out", packages,
    )  # fmt: skip
    final = packages / "translate-en_fr-0_1.argosmodel"
    step("evaluate", package, final, "--outside", folder, "--threads", "1")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--keep", type=Path, help="work in this folder and leave it there")
    options = parser.parse_args()
    if options.keep:
        smoke(options.keep)
        return
    with TemporaryDirectory() as folder:
        smoke(Path(folder))


if __name__ == "__main__":
    main()
