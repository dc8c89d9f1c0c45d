"""How well terms are enforced, and what that costs: four ways on outside test sets, in one run.

    python benchmarks/terminology.py                     # both sets, starter models
    python benchmarks/terminology.py --set wmt21 --limit 200 --root PROJECT

Free decoding, placeholder masking, source-side replacement, and transflow's enforcement translate
the same sentences with the same model. Term success is counted by the test sets' own rule (an
accepted target form is in the output, upper and lower case alike), not by transflow's matcher:
`exact` as it is written, `lemma` with Snowball stems. Seconds are processor time of one thread.
"""

import argparse
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import sacrebleu
import snowballstemmer

from transflow.config import EngineConfig
from transflow.engines import SteerableEngine, open_engine
from transflow.glossary import Concept, Form, FormStatus, Glossary, TermMatch
from transflow.model import TermWay
from transflow.translation.termfallback import mask, unmask
from transflow.translation.terminology import TermItem, enforce

SETS = {
    "wmt21": ("wmt21dev.en-fr.jsonl", "fr", "french"),
    "wmt25": ("wmt25t1.en-es.jsonl", "es", "spanish"),
}


@dataclass(frozen=True)
class Term:
    """What a test set asks: one of `targets` where the source has `source`."""

    source: str
    targets: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """One sentence of a test set."""

    source: str
    reference: str
    terms: tuple[Term, ...]


class PerSentence(Glossary):
    """Each sentence has terms of its own, as the test sets want it."""

    def __init__(self, lines: Sequence[Line], locale: str) -> None:
        super().__init__()
        self._lines = {
            line.source: Glossary(_concept(term, locale) for term in line.terms if term.source)
            for line in lines
        }

    def find(
        self, text: str, locale: str, *args: object, **options: object
    ) -> tuple[TermMatch, ...]:
        """The terms of this sentence only."""
        found: tuple[TermMatch, ...] = self._lines[text].find(text, locale, *args, **options)  # type: ignore[arg-type]
        return found


def _concept(term: Term, locale: str) -> Concept:
    forms = tuple(
        Form(text, FormStatus.ADMITTED if index else FormStatus.PREFERRED)
        for index, text in enumerate(term.targets)
    )
    return Concept(
        f"{term.source}={forms[0].text}", {"en": (Form(term.source),), locale: forms}, every=True
    )


def load(path: Path, *, random: bool) -> list[Line]:
    """The sentences of a set; tokenised French is joined again."""
    lines = []
    for raw in path.read_text("utf-8").splitlines():
        row = json.loads(raw)
        given = row["terms"] + (row.get("random", []) if random else [])
        terms = {}
        for term in given:
            targets = [term["target"], *term.get("alternatives", [])]
            parts = [part for target in targets for part in re.split(r"\s*\|\s*", target)]
            clean = tuple(dict.fromkeys(_joined(part) for part in parts if part.strip()))
            if clean:
                terms[term["source"]] = Term(_joined(term["source"]), clean)
        lines.append(Line(_joined(row["src"]), _joined(row["ref"]), tuple(terms.values())))
    return lines


def _joined(text: str) -> str:
    text = re.sub(r"(\w)\s*['’]\s+(?=\w)", r"\1'", text)
    return re.sub(r"\s+([.,)\]])", r"\1", re.sub(r"([(\[])\s+", r"\1", text)).strip()


def free(engine: SteerableEngine, lines: Sequence[Line], _: str) -> list[str]:
    """The model alone."""
    return [found[0].text for found in engine.decode_free([line.source for line in lines])]


def placeholder(engine: SteerableEngine, lines: Sequence[Line], locale: str) -> list[str]:
    """A stand-in for each term; where one is lost, the text is left as it came."""
    glossary = PerSentence(lines, locale)
    masked = []
    for line in lines:
        terms = glossary.require(line.source, glossary.find(line.source, "en", spans=()), locale)
        masked.append(mask(line.source, terms, "XQ{}"))
    texts = [found[0].text for found in engine.decode_free([text for text, _ in masked])]
    result = []
    for text, (_, marks) in zip(texts, masked, strict=True):
        for mark, term in marks.items():
            text = unmask(text, {mark: term.forms[0]}) or text  # noqa: PLW2901 - one mark after another
        result.append(text)
    return result


def replacement(engine: SteerableEngine, lines: Sequence[Line], locale: str) -> list[str]:
    """The target term written into the source."""
    glossary = PerSentence(lines, locale)
    texts = []
    for line in lines:
        terms = glossary.require(line.source, glossary.find(line.source, "en", spans=()), locale)
        text = line.source
        for term in sorted(terms, key=lambda term: -term.start):
            text = text[: term.start] + term.forms[0] + text[term.end :]
        texts.append(text)
    return [found[0].text for found in engine.decode_free(texts)]


def ours(engine: SteerableEngine, lines: Sequence[Line], locale: str) -> list[str]:
    """Enforcement."""
    drafts = enforce(
        engine, [TermItem(line.source) for line in lines], PerSentence(lines, locale), locale
    )
    ways: dict[TermWay, int] = defaultdict(int)
    for draft in drafts:
        for result in draft.terms:
            ways[result.way] += 1
    print(
        "    terms came in by:", ", ".join(f"{way} {count}" for way, count in sorted(ways.items()))
    )
    return [draft.text for draft in drafts]


SYSTEMS: dict[str, Callable[[SteerableEngine, Sequence[Line], str], list[str]]] = {
    "free decoding": free,
    "placeholder masking": placeholder,
    "source-side replacement": replacement,
    "transflow": ours,
}


def success(
    lines: Sequence[Line],
    outputs: Sequence[str],
    found: Sequence[Sequence[bool]],
    stem: Callable[[str], str] | None,
) -> tuple[float, float]:
    """Share of all terms, and of those that matching finds in the source, that are in the output."""
    hits = [
        [_has(output, term, stem) for term in line.terms]
        for line, output in zip(lines, outputs, strict=True)
    ]
    every = [hit for row in hits for hit in row]
    matched = [
        hit
        for row, which in zip(hits, found, strict=True)
        for hit, is_found in zip(row, which, strict=True)
        if is_found
    ]
    return sum(every) / max(1, len(every)), sum(matched) / max(1, len(matched))


def _has(output: str, term: Term, stem: Callable[[str], str] | None) -> bool:
    words = _words(output, stem)
    return any(f" {_words(target, stem).strip()} " in words for target in term.targets)


def _words(text: str, stem: Callable[[str], str] | None) -> str:
    words = re.findall(r"\w+|[^\w\s]", text.casefold().replace("’", "'"))
    return " " + " ".join(stem(word) if stem else word for word in words) + " "


def consistency(lines: Sequence[Line], outputs: Sequence[str]) -> float:
    """Of the source terms that occur often, the mean share of their commonest rendering."""
    seen: dict[str, list[str]] = defaultdict(list)
    for line, output in zip(lines, outputs, strict=True):
        for term in line.terms:
            words = _words(output, None)
            used = next((t for t in term.targets if f" {_words(t, None).strip()} " in words), "")
            seen[term.source.casefold()].append(used.casefold())
    shares = [
        max(used.count(form) for form in set(used) - {""}) / len(used) if set(used) - {""} else 0.0
        for used in seen.values()
        if len(used) >= 3
    ]
    return sum(shares) / max(1, len(shares))


def measure(
    name: str, lines: list[Line], engine: SteerableEngine, locale: str, language: str
) -> None:
    """Run the four ways over a set and print a table."""
    stem = snowballstemmer.stemmer(language).stemWord
    glossary = PerSentence(lines, locale)
    found = []
    for line in lines:
        here = {match.concept.id for match in glossary.find(line.source, "en", spans=())}
        found.append([f"{term.source}={term.targets[0]}" in here for term in line.terms])
    engine.decode_free([lines[0].source])
    count = sum(len(line.terms) for line in lines)
    print(
        f"\n## {name}: {len(lines)} sentences, {count} terms, {sum(map(sum, found))} found by matching ({engine.name})"
    )
    rows = []
    for system, run in SYSTEMS.items():
        start = time.process_time()
        outputs = run(engine, lines, locale)
        seconds = time.process_time() - start
        references = [[line.reference for line in lines]]
        exact, of_found = success(lines, outputs, found, None)
        lemma, lemma_found = success(lines, outputs, found, stem)
        rows.append(
            f"| {system} | {exact:.3f} | {of_found:.3f} | {lemma:.3f} | {lemma_found:.3f} | {consistency(lines, outputs):.3f} "
            f"| {sacrebleu.corpus_chrf(outputs, references).score:.1f} "
            f"| {sacrebleu.corpus_bleu(outputs, references).score:.1f} | {seconds:.1f} |"
        )
    human = [line.reference for line in lines]
    exact, of_found = success(lines, human, found, None)
    lemma, lemma_found = success(lines, human, found, stem)
    rows.append(
        f"| the set's own reference | {exact:.3f} | {of_found:.3f} | {lemma:.3f} | {lemma_found:.3f} "
        f"| {consistency(lines, human):.3f} | | | |"
    )
    print(
        "| | exact | exact of matched | lemma | lemma of matched | consistency | chrF2 | BLEU | seconds |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    print("\n".join(rows))
    print(f"\nwhere a third needs a repair: {cost(engine, lines, found, locale, stem)}")


def cost(
    engine: SteerableEngine,
    lines: Sequence[Line],
    found: Sequence[Sequence[bool]],
    locale: str,
    stem: Callable[[str], str],
) -> str:
    """Enforcement's time over that of free decoding, where a third of the sentences need it.

    The others of the same set are drafted as well, without terms of theirs.
    """
    drafts = free(engine, lines, locale)
    lacking = [
        any(
            is_found and not _has(draft, term, stem)
            for term, is_found in zip(line.terms, which, strict=True)
        )
        for line, draft, which in zip(lines, drafts, found, strict=True)
    ]
    needing = [line for line, lacks in zip(lines, lacking, strict=True) if lacks]
    others = [line for line, lacks in zip(lines, lacking, strict=True) if not lacks]
    some = needing[: len(lines) // 3]
    rest = [*others, *needing[len(some) :]][: 2 * len(some)]
    mixed = [*some, *(Line(line.source, line.reference, ()) for line in rest)]
    freely, enforced = [], []
    for _ in range(3):
        start = time.process_time()
        free(engine, mixed, locale)
        middle = time.process_time()
        ours(engine, mixed, locale)
        freely.append(middle - start)
        enforced.append(time.process_time() - middle)
    return f"{min(enforced) / min(freely):.2f} times free decoding (the quicker of three runs each)"


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    here = Path(__file__).resolve().parents[1]
    parser.add_argument("--set", choices=[*SETS, "all"], default="all")
    parser.add_argument("--data", type=Path, default=here.parent / "shared" / "eval" / "terms")
    parser.add_argument("--root", type=Path, default=here, help="project whose models are used")
    parser.add_argument("--limit", type=int, default=0, help="only the first sentences")
    parser.add_argument("--random", action="store_true", help="WMT25: also the random words")
    options = parser.parse_args()
    if not options.data.is_dir():
        print(
            f"{options.data} is not there: the outside test sets are not part of the project",
            file=sys.stderr,
        )
        return 2
    for name, (file, locale, language) in SETS.items():
        if options.set in {name, "all"}:
            lines = load(options.data / file, random=options.random)
            engine = open_engine(EngineConfig(threads=1), "en", locale, root=options.root)
            assert isinstance(engine, SteerableEngine)
            measure(name, lines[: options.limit or None], engine, locale, language)
    return 0


if __name__ == "__main__":
    sys.exit(main())
