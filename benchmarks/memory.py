"""How fast the memory finds like sentences: 1,000 look-ups against 1,000,000 units, one core.

Run: python -m benchmarks.memory [units] [look-ups]

Times are of the processor, so that other work on the machine does not count. The units are sentences put together from a vocabulary with the frequencies of real text (Zipf), a
tenth of them variants of one another, as in a newsroom's archive; the look-ups are units with one
or two words changed. Recall is against a comparison with everything, on a sample.
"""

import json
import random
import re
import resource
import subprocess
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
    """Most memory this program used so far, in MB; Linux counts from its own start."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
        return int(found[1]) // 1024 if found else 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(units: int = 1_000_000, lookups: int = 1000) -> None:
    """Print the figures."""
    source = random.Random(7)
    texts = sentences(units, source)
    queries = [changed(text, texts[0].split(), source) for text in source.sample(texts, lookups)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.sqlite"
        start = time.process_time()
        with Memory.open(path) as memory:
            for at in range(0, units, 50_000):
                part = texts[at : at + 50_000]
                memory.add(f"part{at}", LOCALE, [MemoryUnit(text, text) for text in part])
            print(f"{units:,} units taken in: {time.process_time() - start:.1f} s")
            start = time.process_time()
            memory.fuzzy(queries[0], LOCALE)
            print(f"index made, once: {time.process_time() - start:.1f} s")
        size = sum(file.stat().st_size for file in Path(folder).iterdir()) >> 20
        print(f"on disk: {size} MB")
        asked = Path(folder) / "queries.json"
        asked.write_text(json.dumps(queries))
        command = [sys.executable, "-m", "benchmarks.memory", "--look-up", str(path), str(asked)]
        found = json.loads(
            subprocess.run(command, capture_output=True, text=True, check=True).stdout
        )
    print(f"opened and first look-up: {found['first']:.2f} s")
    print(
        f"{lookups:,} look-ups at 75%: {found['all']:.2f} s, {sum(map(bool, found['scores']))} hit; "
        f"the process used {found['peak']} MB"
    )
    _recall(queries, texts, found["scores"])


def look_up(path: str, asked: str) -> None:
    """In a process of its own: time and memory of the look-ups alone."""
    queries = json.loads(Path(asked).read_text())
    with Memory.open(Path(path)) as memory:
        start = time.process_time()
        memory.fuzzy(queries[0], LOCALE)
        first = time.process_time() - start
        start = time.process_time()
        found = [memory.fuzzy(query, LOCALE) for query in queries]
        took = time.process_time() - start
    scores = [matches[0].score if matches else 0 for matches in found]
    print(json.dumps({"first": first, "all": took, "peak": peak(), "scores": scores}))


def _recall(queries: list[str], texts: list[str], scores: list[int]) -> None:
    best = [
        process.extractOne(query, texts, scorer=fuzz.ratio, score_cutoff=75)
        for query in queries[:SAMPLE]
    ]
    there = [(scores[i], int(hit[1])) for i, hit in enumerate(best) if hit is not None]
    same = sum(mine >= wanted for mine, wanted in there)
    print(f"as good as a comparison with everything: {same} of {len(there)}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--look-up"]:
        look_up(*sys.argv[2:])
    else:
        main(*(int(word) for word in sys.argv[1:]))
