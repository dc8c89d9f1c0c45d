"""How fast pages are made: a full build, an unchanged one, and one after a single edit.

    python benchmarks/publishing.py [--articles 2000] [--keep FOLDER]

The articles are generated, about 600 words each in 40 sentences with headings, a list, a table and
a picture; their catalogs are in memory, so that only the publishing room is measured. Each has a
name for its content, as a run gives it (the hash of the files), so that what the last publish found
out is taken over; "without names" everything is judged again. Times are processor seconds of one
core (wall-clock in brackets), memory is the process's peak.
"""

import argparse
import resource
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from transflow.config.schema import SourceConfig, Workflow
from transflow.documents import read
from transflow.model import Article, Entry, Provenance, State
from transflow.publishing import publish
from transflow.publishing.known import Stamp, unnamed

LOCALES = {
    "zh-Hans": "本办公室本周登记了更多的申请，申请人只需要一个账户。",
    "fr": "L’Office a enregistré davantage de demandes cette semaine : un seul compte suffit.",
    "es": "La Oficina registró más solicitudes esta semana y basta con una sola cuenta.",
    "ru": "На этой неделе Ведомство зарегистрировало больше заявок, и одной учётной записи достаточно.",
    "ar": "سجّل المكتب مزيدا من الطلبات هذا الأسبوع ويكفي حساب واحد.",
}
SENTENCE = (
    "The Office registered {n} more applications in week {m}, and applicants need *one* account."
)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63f8cfc0f01f0005000201e221bc330000000049454e44ae426082"
)


def source(number: int) -> str:
    """One generated article."""
    sentences = [SENTENCE.format(n=number * 40 + index, m=index % 52) for index in range(36)]
    paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, 30, 3)]
    parts = [
        f"---\ntitle: Report {number}\nsummary: What happened in report {number}.\ndate: 2024-01-01\n---\n"
    ]
    for index, paragraph in enumerate(paragraphs):
        if index % 3 == 0:
            parts.append(f"## Part {index} of report {number}\n")
        parts.append(paragraph + "\n")
    parts.append("\n".join(f"- {sentence}" for sentence in sentences[30:]) + "\n")
    parts.append(f"| Week | Number |\n|---|---:|\n| first | {number} |\n")
    parts.append(f"![A chart](images/chart.png) See [the next](report-{number + 1:05}.md).\n")
    return "\n".join(parts)


def article(number: int) -> Article:
    """The same, read."""
    return read(
        source(number).encode(),
        path=f"articles/report-{number:05}.md",
        locale="en",
        source=SourceConfig.model_validate({}),
    )


def entries(one: Article, text: str) -> list[Entry]:
    """A catalog: half approved, half drafts."""
    found = {}
    for index, segment in enumerate(one.segments):
        state = State.APPROVED if index % 2 else State.DRAFT
        found[segment.text] = Entry(
            segment.text,
            f"{text} ({index})",
            state,
            fuzzy=state is State.DRAFT,
            line=index * 5,
            provenance=Provenance(engine="argos/en_xx@1.0"),
        )
    return list(found.values())


@contextmanager
def timed(what: str, pages: int) -> Iterator[None]:
    """Print what a step took."""
    wall, processor = time.perf_counter(), time.process_time()
    yield
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rate = f", {pages / processor:.0f} pages a second" if pages else ""
    print(f"{what}: {processor:.1f} s ({wall:.1f} s){rate}; peak memory {peak:.0f} MB")


def main() -> None:
    """Build, build again, change one sentence."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--keep", type=Path, help="folder to leave the site in")
    options = parser.parse_args()
    root = options.keep or Path(tempfile.mkdtemp(prefix="transflow-benchmark-"))
    picture = root / "articles/images/chart.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(PIXEL)
    workflow = Workflow.model_validate(
        {
            "locales": {locale: {} for locale in LOCALES},
            "site": {"title": "Benchmark", "base_url": "https://news.example.org"},
        }
    )
    with timed(f"reading {options.articles} articles", 0):
        articles = [article(number) for number in range(options.articles)]
        catalogs = {
            (one.id, locale): entries(one, text)
            for one in articles
            for locale, text in LOCALES.items()
        }
    pages = len(articles) * (len(LOCALES) + 1)
    now = datetime(2024, 9, 1, tzinfo=UTC)

    edits: Counter[tuple[str, str]] = Counter()

    def name(article_id: str, locale: str) -> str:
        return f"{article_id} {locale} {edits[article_id, locale]}"

    def run(what: str, made: int = 0, stamp: Stamp = name) -> None:
        with timed(what, made):
            report = publish(workflow, articles, catalogs, {}, root=root, now=now, stamp=stamp)
        print(f"    {len(report.published)} pages out, {len(report.written)} files written")

    run(f"full build of {pages} pages", pages)
    run("unchanged build")
    run("unchanged build, without names", stamp=unnamed)
    run("unchanged build, names noted again")
    key = (articles[0].id, "fr")
    for title in ("Un autre titre", "Encore un titre", "Un dernier titre"):
        catalogs[key] = [replace(catalogs[key][0], msgstr=title), *catalogs[key][1:]]
        edits[key] += 1
        run("after one edit")
    articles.append(article(options.articles))
    run("after one more article")
    if options.keep is None:
        shutil.rmtree(root)


if __name__ == "__main__":
    main()
