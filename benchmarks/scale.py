"""What a re-run costs on a large project: 2,000 articles, 5 locales, 40 segments each.

    python benchmarks/scale.py [--articles N] [--short] [--keep FOLDER]

Makes a project of Markdown articles in a temporary folder, exports its catalogs, has "people"
translate every sentence (the benchmark writes their words into the PO files: the locales have no
engine, since what is measured is everything around one), runs everything once, and then measures
what a person sees: `transflow status`, `transflow run` with nothing changed, and with one
translation, one article changed. Each command is a process of its own, as a person starts it.

Seconds depend on the machine; so every figure is also told as a ratio to reading all the
project's files once and hashing them, in this very session.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

LOCALES = ("ar", "es", "fr", "ru", "zh-Hans")
WORKFLOW = """\
source: {locale: en, articles: ["**/*.md"]}
locales:
  ar: {engine: none}
  es: {engine: none}
  fr: {engine: none}
  ru: {engine: none}
  zh-Hans: {engine: none}
glossary: {files: ["glossary/*.csv"]}
site: {title: News, base_url: "https://news.example.org/"}
"""
GLOSSARY = """\
id,en,zh-Hans,fr,es,ru,ar,pos,match,status,note
pct,Patent Cooperation Treaty | PCT,专利合作条约 | PCT,Traité de coopération en matière de brevets | PCT,\
Tratado de Cooperación en materia de Patentes | PCT,Договор о патентной кооперации | PCT,\
معاهدة التعاون بشأن البراءات | PCT,proper,,approved,
"""
THINGS = ("harbour", "library", "garden", "station", "workshop", "museum", "orchard", "bridge")
DEEDS = ("opened", "closed", "moved", "grew", "changed", "returned", "rested", "began")
WORDS = {
    "ar": ("الميناء", "المكتبة", "الحديقة", "المحطة", "الورشة", "المتحف", "البستان", "الجسر"),
    "es": ("el puerto", "la biblioteca", "el jardín", "la estación", "el taller", "el museo", "el huerto", "el puente"),
    "fr": ("le port", "la bibliothèque", "le jardin", "la gare", "l’atelier", "le musée", "le verger", "le pont"),
    "ru": ("гавань", "библиотека", "сад", "вокзал", "мастерская", "музей", "роща", "мост"),
    "zh-Hans": ("港口", "图书馆", "花园", "车站", "工坊", "博物馆", "果园", "桥"),
}  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """One command, as the system saw it."""

    name: str
    seconds: float
    processor: float
    """Seconds of processor time, which other work on the machine does not lengthen."""
    megabytes: float
    code: int


def sentence(article: int, number: int) -> str:
    """A sentence of its own, with a number that tells it from the others."""
    thing, deed = THINGS[(article + number) % 8], DEEDS[(article // 8 + number) % 8]
    return f"The {thing} of quarter {article * 100 + number} {deed} without anyone taking note."


def make(folder: Path, articles: int, segments: int) -> None:
    """Write the project: articles of a title, two headings, paragraphs and a list."""
    for number in range(articles):
        lines = ["---", f"title: Report {number}", "date: 2024-03-29", "---", ""]
        at = 0
        while at < segments - 1:
            if at in {9, 24}:
                lines += [f"## Part {at} of report {number}", ""]
                at += 1
                continue
            count = min(3, segments - 1 - at)
            lines += [" ".join(sentence(number, at + more) for more in range(count)), ""]
            at += count
        path = folder / "articles" / f"{number % 50:02}" / f"report-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), "utf-8")
    (folder / "glossary").mkdir()
    (folder / "glossary" / "terms.csv").write_text(GLOSSARY, "utf-8")
    (folder / "workflow.yaml").write_text(WORKFLOW, "utf-8")


def said(source: str, locale: str, number: int) -> str:
    """A translation that says nothing, but has the source's numbers, length and full stop."""
    words = WORDS[locale]
    texts = [words[(number + more) % 8] for more in range(3 if source.endswith(".") else 1)]
    stop = {"zh-Hans": "。"}.get(locale, ".") if source.endswith(".") else ""
    words_in_a_row = ("" if locale == "zh-Hans" else " ").join(texts)
    text = " ".join([words_in_a_row, *re.findall("[0-9]+", source)])
    return text[0].upper() + text[1:] + stop


def translate(folder: Path) -> int:
    """Write a person's words into every empty entry; returns how many there are."""
    count = 0
    for locale in LOCALES:
        name = locale.replace("-", "_")
        for path in sorted((folder / "locales" / name / "LC_MESSAGES").rglob("*.po")):
            blocks = path.read_text("utf-8").split("\n\n")
            for number, block in enumerate(blocks[1:], 1):
                if not block.rstrip("\n").endswith('msgstr ""'):
                    continue
                source = block.partition('msgid "')[2].partition('"')[0]
                text = said(source, locale, count)
                blocks[number] = block.rstrip("\n").removesuffix('""') + f'"{text}"'
                count += 1
            path.write_text("\n\n".join(blocks) + "\n", "utf-8")
    return count


def command(name: str, folder: Path, *words: str) -> Measured:
    """Run transflow as a person does."""
    started = time.monotonic()
    with (folder / "output.txt").open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-c", "from transflow.cli import main; main()", *words],
            cwd=folder,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - started
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Measured(
        name,
        seconds,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss / scale,
        process.returncode,
    )


def plain_read(folder: Path) -> float:
    """Processor seconds to read and hash every article and catalog: the least a re-run can cost."""
    started = time.process_time()
    for part in ("articles", "locales"):
        for base, _, names in os.walk(folder / part):
            for name in names:
                with open(os.path.join(base, name), "rb") as stream:  # noqa: PTH118, PTH123
                    hashlib.sha256(stream.read()).digest()
    return time.process_time() - started


def replace(path: Path, old: str, new: str) -> None:
    """Edit a file as a person would."""
    text = path.read_text("utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new, 1), "utf-8")


def measure(folder: Path, *, short: bool) -> None:
    """Run the commands one after the other and print a line for each."""
    plain_read(folder)

    def told(one: Measured) -> None:
        base = plain_read(folder)
        print(
            f"{one.name:<40} {one.seconds:7.1f} s, {one.processor:6.1f} s of processor time "
            f"= {one.processor / base:6.1f} x reading ({base:.2f} s); "
            f"{one.megabytes:5.0f} MB; exit {one.code}",
            flush=True,
        )

    if not (folder / "locales").exists():
        told(command("first export", folder, "export", "--json"))
        print(f"{translate(folder)} entries translated", flush=True)
    told(command("status after all catalogs changed", folder, "status", "--json"))
    told(command("status", folder, "status", "--json"))
    if short:
        told(command("export after all catalogs changed", folder, "export", "--json"))
        told(command("unchanged export", folder, "export", "--json"))
        told(command("status, as a table", folder, "status"))
        return
    told(command("first run (checks, 6 pages an article)", folder, "run", "-q", "--json"))
    told(command("unchanged run", folder, "run", "-q", "--json"))
    told(command("unchanged run, as a table", folder, "run", "-q"))
    told(command("status", folder, "status", "--json"))
    told(command("status, as a table", folder, "status"))
    replace(folder / "locales/fr/LC_MESSAGES/00/report-0.po", " le jardin", " le parc")
    told(command("run after one translation changed", folder, "run", "-q", "--json"))
    replace(folder / "articles" / "00" / "report-0.md", "without anyone", "with hardly anyone")
    told(command("run after one sentence changed", folder, "run", "-q", "--json"))
    told(command("unchanged run", folder, "run", "-q", "--json"))
    shutil.rmtree(folder / ".transflow")
    told(command("run after .transflow was deleted", folder, "run", "-q", "--json"))


def main() -> None:
    """Make the project, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--segments", type=int, default=40)
    parser.add_argument(
        "--keep",
        type=Path,
        help="Make the project here and leave it; one that is there is measured as it is.",
    )
    parser.add_argument("--short", action="store_true", help="Leave checks and pages out.")
    options = parser.parse_args()
    entries = options.articles * options.segments * len(LOCALES)
    print(f"{options.articles} articles x {len(LOCALES)} locales = about {entries} entries")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary) / "scale"
        if not folder.exists():
            folder.mkdir(parents=True)
            make(folder, options.articles, options.segments)
        measure(folder, short=options.short)
    print(f"load at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
