"""How fast terms are found, and what a large glossary costs to load.

    python benchmarks/matching.py
    python benchmarks/matching.py --terms 10000 --megabytes 10 --rows 50000

Invented terms of one to four words over a vocabulary of 30,000 words; text of the same words with
a term in every third sentence, given sentence by sentence as a run does. One thread, processor
time.
"""

import argparse
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from transflow.glossary import Glossary

_ENDINGS = ("", "", "s", "'s", "ed", "ing")


def words(count: int, rng: random.Random) -> list[str]:
    """Pronounceable words, all different."""
    found: set[str] = set()
    while len(found) < count:
        size = rng.randint(2, 4)
        found.add("".join(rng.choice("bcdfglmnprstv") + rng.choice("aeiou") for _ in range(size)))
    return sorted(found)


def table(rows: int, vocabulary: list[str], rng: random.Random) -> str:
    """A CSV glossary of distinct terms."""
    terms: set[str] = set()
    while len(terms) < rows:
        terms.add(" ".join(rng.choice(vocabulary) for _ in range(rng.randint(1, 4))))
    lines = ["id,en,fr,es,pos,match,status,note"]
    lines += [
        f"t{n},{term},{term}e,{term}o,noun,,approved," for n, term in enumerate(sorted(terms))
    ]
    return "\n".join(lines) + "\n"


def sentences(
    megabytes: float, vocabulary: list[str], terms: list[str], rng: random.Random
) -> list[str]:
    """Sentences of some 20 words."""
    result, size = [], 0
    while size < megabytes * 1_000_000:
        line = [rng.choice(vocabulary) + rng.choice(_ENDINGS) for _ in range(rng.randint(12, 28))]
        if rng.random() < 1 / 3:
            line.insert(rng.randrange(len(line)), rng.choice(terms))
        text = " ".join(line).capitalize() + "."
        result.append(text)
        size += len(text) + 1
    return result


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--terms", type=int, default=10_000)
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--rows", type=int, default=50_000)
    options = parser.parse_args()
    rng = random.Random(7)
    vocabulary = words(30_000, rng)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.csv"
        path.write_text(table(options.terms, vocabulary, rng), "utf-8")
        glossary = Glossary.load([path], ["fr", "es"], source="en")
        glossary.find("warm", "en")
        text = sentences(
            options.megabytes, vocabulary, [c.allowed("en")[0] for c in glossary.concepts], rng
        )
        start = time.process_time()
        hits = sum(len(glossary.find(sentence, "en")) for sentence in text)
        seconds = time.process_time() - start
        rate = options.megabytes / seconds * 60
        print(
            f"matching: {options.megabytes:g} MB in {len(text)} sentences against {options.terms} terms: "
            f"{hits} hits, {seconds:.1f} s, {rate:.0f} MB a minute"
        )
        path.write_text(table(options.rows, vocabulary, rng), "utf-8")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.process_time()
        large = Glossary.load([path], ["fr", "es"], source="en")
        loaded = time.process_time() - start
        large.find("warm", "en")
        ready = time.process_time() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(
            f"loading: {len(large.concepts)} rows in {loaded:.2f} s, ready to match after {ready:.2f} s; "
            f"{(memory - before) / 1024:.0f} MB more memory at the peak"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
