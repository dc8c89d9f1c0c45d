"""How fast, beside raw CTranslate2 and Argos' own translate: same model, same articles, one run.

Usage: python -m benchmarks.throughput [--locale fr] [--articles 100] [--argos 20] [--models FOLDER]

The articles are put together from the sample articles' sentences, each sentence distinct. Printed:
raw CTranslate2 over all sentences in one call, sorted by length, with four beams as Argos decodes
(1.00) and with two as transflow does; transflow's decoder alone; `transflow translate` end
to end (from article files to written PO files) without a glossary, with as much of the sample one as
touches a third of the sentences, and with all of it; and
`argostranslate.translate` on a share of the articles, with a sentence splitter put in that needs
no download. With `--models` other packages than the project's, in a folder of that name (benchmarks/enlarge.py makes some of the size
that people install). Memory is the process's peak; with `--memory` only that, for growing numbers.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from argostranslate import package as packages
from argostranslate import sbd, translate

from transflow.config import EngineConfig, SourceConfig
from transflow.documents import read
from transflow.engines import open_engine
from transflow.engines.loading import cores
from transflow.engines.packages import best, list_packages, unpacked
from transflow.glossary import Glossary
from transflow.segmentation import split

ROOT = Path(__file__).resolve().parent.parent
WORDS = ("March", "Geneva", "design", "region", "survey", "forum", "treaty", "museum", "harvest")


def sentences() -> list[str]:
    """The sentences of the sample articles, as plain as they come."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "articles").glob("*.md")):
        article = read(path.read_bytes(), path=path.name, locale="en", source=SourceConfig())
        for segment in article.segments:
            if not segment.spans and len(segment.text.split()) > 5 and segment.text.endswith("."):
                found.setdefault(segment.text)
    return list(found)


def distinct(count: int, pool: int = 0) -> Iterator[str]:
    """Sentences that are all different: the sample's, each round with another opening.

    Args:
        count: How many.
        pool: After how many they come again; 0 for never.
    """
    bodies = sentences()
    for number in range(count):
        at = number % pool if pool else number
        body, around = bodies[at % len(bodies)], at // len(bodies)
        lead = f"In {WORDS[around % len(WORDS)]} {1900 + around}, " if around else ""
        yield lead + (body[0].lower() + body[1:] if lead and body[1:2].islower() else body)


def project(
    folder: Path,
    articles: int,
    *,
    touched: float,
    locale: str,
    each: int = 30,
    pool: int = 0,
    root: Path = ROOT,
) -> list[str]:
    """A project of articles; returns its sentences.

    Args:
        folder: Made here.
        articles: How many.
        touched: The most sentences that may hold a term of the glossary, as a share; 0 for none.
        locale: Of the drafts.
        each: Sentences in an article.
        pool: How many different ones there are; 0 for no limit.
        root: Where models/ lies.
    """
    texts = list(distinct(each * articles, pool))
    (folder / "articles").mkdir(parents=True)
    for number in range(articles):
        part = texts[each * number : each * (number + 1)]
        body = "\n\n".join(" ".join(part[at : at + 5]) for at in range(0, each, 5))
        (folder / "articles" / f"a{number:05}.md").write_text(body + "\n", "utf-8")
    (folder / "models").symlink_to(root / "models")
    terms = "glossary:\n  files: []\n"
    if touched:
        terms = 'glossary:\n  files: ["terms.csv"]\n'
        (folder / "terms.csv").write_text("".join(some_terms(texts, touched, locale)), "utf-8")
    (folder / "workflow.yaml").write_text(f"locales:\n  {locale}:\n{terms}", "utf-8")
    return texts


def some_terms(texts: Sequence[str], touched: float, locale: str) -> list[str]:
    """Rows of the sample glossary, one after another as long as few enough sentences hold a term."""
    file = ROOT / "glossary" / "terms.csv"
    glossary = Glossary.load([file])
    held: dict[str, set[str]] = {}
    for text in texts:
        for term in glossary.require(text, glossary.find(text, "en"), locale):
            held.setdefault(term.concept.id, set()).add(text)
    head, *rows = file.read_text("utf-8").splitlines(keepends=True)
    kept = [head]
    touching: set[str] = set()
    for row in rows:
        more = touching | held.get(row.partition(",")[0], set())
        if len(more) <= touched * len(texts):
            kept.append(row)
            touching = more
    share = len(touching) / len(texts)
    print(f"  glossary of {len(kept) - 1} terms, in {share:.0%} of the sentences")
    return kept


def raw(texts: Sequence[str], locale: str, beam: int, root: Path) -> tuple[float, float]:
    """Seconds (wall, processor) of CTranslate2 alone: pieces, one sorted call, text again."""
    engine: Any = open_engine(EngineConfig(), "en", locale, root=root)
    decoder = engine._decoder  # noqa: SLF001
    translator = decoder._translator  # noqa: SLF001
    translator.translate_batch([engine.encode("Warm.")])
    start, spent = time.perf_counter(), time.process_time()
    pieces = sorted((engine.encode(text) for text in texts), key=len, reverse=True)
    results = translator.translate_batch(
        pieces, beam_size=beam, max_batch_size=2048, batch_type="tokens", max_input_length=0
    )
    for result in results:
        engine.decode(result.hypotheses[0])
    return time.perf_counter() - start, time.process_time() - spent


def alone(texts: Sequence[str], locale: str, root: Path) -> tuple[float, float]:
    """Seconds (wall, processor) of transflow's decoder alone: one call, rows of a batch of equal length."""
    engine: Any = open_engine(EngineConfig(), "en", locale, root=root)
    engine.decode_free(["Warm."], attention=False)
    start, spent = time.perf_counter(), time.process_time()
    engine.decode_free(texts, attention=False)
    return time.perf_counter() - start, time.process_time() - spent


def whole(folder: Path, what: str = "translate") -> tuple[float, float, int]:
    """Seconds (wall, processor) and peak memory in MB of a command in a process.

    With bytecode, which every installation has; it lies beside the project's folder.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder.parent / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    command = [sys.executable, "-m", "transflow", what]
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode not in {0, 1}:
        raise SystemExit(f"transflow {what} ended with {process.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


def argos(texts: Sequence[str], locale: str, root: Path) -> tuple[float, float]:
    """Seconds of Argos' own translate, article by article, with a splitter that needs no network."""
    code = {"zh-Hans": "zh"}.get(locale, locale)
    found = best(list_packages(root, EngineConfig()), "en", code)
    assert found is not None
    package = packages.Package(unpacked(found, root))

    class Splitter(sbd.ISentenceBoundaryDetectionModel):
        def split_sentences(self, text: str) -> list[str]:
            return [text[a:b] for a, b in split(text, "en")]

    languages = translate.Language("en", "English"), translate.Language(code, code)
    translate.MiniSBDSentencizer = lambda _package: Splitter()
    translation = translate.PackageTranslation(*languages, package)
    translation.translate("Warm.")
    start, spent = time.perf_counter(), time.process_time()
    for at in range(0, len(texts), 30):
        translation.translate("\n".join(texts[at : at + 30]))
    return time.perf_counter() - start, time.process_time() - spent


def line(
    name: str, seconds: tuple[float, float], base: tuple[float, float], extra: str = ""
) -> None:
    """One way, beside the raw one: by the clock and by processor time."""
    print(
        f"  {name:<28} {seconds[0]:8.1f} s  {base[0] / seconds[0]:5.2f}"
        f"   processor {seconds[1]:8.1f} s  {base[1] / seconds[1]:5.2f}  {extra}",
        flush=True,
    )


def compare(locale: str, articles: int, share: int, root: Path) -> None:
    """All ways in one run."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        texts = project(base / "plain", articles, touched=0, locale=locale, root=root)
        print(f"{locale}: {articles} articles, {len(texts)} sentences, {cores()} cores", flush=True)
        first = raw(texts, locale, 4, root)
        line("raw CTranslate2, 4 beams", first, first)
        line("raw CTranslate2, 2 beams", raw(texts, locale, 2, root), first)
        line("transflow's decoder alone", alone(texts, locale, root), first)
        project(base / "first", 1, touched=0, locale=locale, root=root)
        whole(base / "first")  # makes the bytecode
        wall, spent, memory = whole(base / "plain")
        line("transflow, no glossary", (wall, spent), first, f"{memory} MB")
        for touched in (1 / 3, 1):
            folder = base / f"terms-{touched:.1f}"
            project(folder, articles, touched=touched, locale=locale, root=root)
            wall, spent, memory = whole(folder)
            line("transflow, glossary", (wall, spent), first, f"{memory} MB")
        if share:
            some = texts[: 30 * share]
            wall, spent = argos(some, locale, root)
            scale = len(texts) / len(some)
            line(f"argostranslate ({share} articles)", (wall * scale, spent * scale), first)


def growth(locale: str, counts: Sequence[int], each: int, pool: int) -> None:
    """Peak memory of commands over more and more articles."""
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "p"
            project(folder, count, touched=0, locale=locale, each=each, pool=pool)
            for what in ("translate", "run", "check", "publish", "status"):
                _, spent, memory = whole(folder, what)
                print(
                    f"  {count:>6} articles, {what:<9}: peak {memory} MB, processor {spent:.0f} s",
                    flush=True,
                )


def main() -> None:
    """Read the arguments and go."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--locale", default="fr")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--argos", type=int, default=10, help="articles for argostranslate")
    parser.add_argument("--memory", nargs="*", type=int, help="numbers of articles")
    parser.add_argument(
        "--each", type=int, default=30, help="sentences in an article, for --memory"
    )
    parser.add_argument("--pool", type=int, default=0, help="different ones, for --memory; 0: all")
    parser.add_argument("--models", type=Path, default=ROOT / "models", help="folder of packages")
    arguments = parser.parse_args()
    if arguments.memory:
        growth(arguments.locale, arguments.memory, arguments.each, arguments.pool)
    else:
        compare(
            arguments.locale, arguments.articles, arguments.argos, arguments.models.resolve().parent
        )


if __name__ == "__main__":
    main()
