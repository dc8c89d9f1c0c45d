"""How fast the memory finds like sentences: 1,000 look-ups against 1,000,000 units, one core.

Run: python -m benchmarks.memory [units] [look-ups]

The units are sentences put together from a vocabulary with the frequencies of real text (Zipf), a
tenth of them variants of one another, as in a newsroom's archive; the look-ups are units with one
or two words changed. Recall is against a comparison with everything, on a sample.
"""

import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from rapidfuzz import fuzz, process

from transflow.memory import Memory, MemoryUnit

VOCABULARY = 60_000
LOCALE = "fr"
SAMPLE = 30


def vocabulary(source: random.Random) -> list[str]:
    """Made-up words, short ones first, as frequent words are short."""
    letters = "etaoinshrdlcumwfgypbvk"
    return [
        "".join(
            source.choice(letters) for _ in range(2 + min(9, len(str(rank)) + source.randrange(4)))
        )
        for rank in range(VOCABULARY)
    ]


def sentences(count: int, source: random.Random) -> list[str]:
    """Sentences of 4 to 30 words; every tenth is an earlier one with a word changed."""
    words = vocabulary(source)
    weights = [1 / (rank + 2.7) for rank in range(VOCABULARY)]
    result: list[str] = []
    pool = source.choices(words, weights, k=count * 17 + 100)
    at = 0
    for number in range(count):
        if number % 10 == 9:
            result.append(changed(result[source.randrange(number)], words, source))
            continue
        size = source.randint(4, 30)
        result.append(" ".join(pool[at : at + size]).capitalize() + ".")
        at += size
    return result


def changed(text: str, words: list[str], source: random.Random) -> str:
    """The sentence with one or two words replaced."""
    parts = text.split()
    for _ in range(source.randint(1, 2)):
        parts[source.randrange(len(parts))] = source.choice(words)
    return " ".join(parts)


def peak() -> int:
    """Most memory used so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(units: int = 1_000_000, lookups: int = 1000) -> None:
    """Print the figures."""
    source = random.Random(7)
    texts = sentences(units, source)
    queries = [changed(text, texts[0].split(), source) for text in source.sample(texts, lookups)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.sqlite"
        start = time.perf_counter()
        with Memory.open(path) as memory:
            for at in range(0, units, 50_000):
                part = texts[at : at + 50_000]
                memory.add(f"part{at}", LOCALE, [MemoryUnit(text, text) for text in part])
            print(f"{units:,} units taken in: {time.perf_counter() - start:.1f} s")
            start = time.perf_counter()
            memory.fuzzy(queries[0], LOCALE)
            print(f"index made, once: {time.perf_counter() - start:.1f} s, peak {peak()} MB")
        size = sum(file.stat().st_size for file in Path(folder).iterdir()) >> 20
        print(f"on disk: {size} MB")
        _look_up(path, queries, texts)


def _look_up(path: Path, queries: list[str], texts: list[str]) -> None:
    with Memory.open(path) as memory:
        start = time.perf_counter()
        memory.fuzzy(queries[0], LOCALE)
        print(f"opened and first look-up: {time.perf_counter() - start:.2f} s")
        start = time.process_time()
        found = [memory.fuzzy(query, LOCALE) for query in queries]
        took = time.process_time() - start
        print(
            f"{len(queries):,} look-ups at 75%: {took:.2f} s of one core; {sum(map(bool, found))} hit"
        )
    best = [
        process.extractOne(query, texts, scorer=fuzz.ratio, score_cutoff=75)
        for query in queries[:SAMPLE]
    ]
    there = [(found[i], hit) for i, hit in enumerate(best) if hit is not None]
    same = sum(bool(mine) and mine[0].score >= int(hit[1]) for mine, hit in there)
    print(f"as good as a comparison with everything: {same} of {len(there)}")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
