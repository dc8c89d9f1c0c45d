"""Step 1: clean, choose and pack the parallel text.

    python -m training.prepare --data ../shared/data --out build/training

Reads `en-LANGUAGE.tsv.xz` (three columns: source name, English, target) and the domain tables
(`domain*/*.tsv`, header `en zh fr ...`; in an `--extra` folder they lie by themselves), and writes
for every language `pairs.LANGUAGE.npz` (pieces as 16-bit integers), and `domain.tsv` and `dev.tsv`
(text; one domain sentence in forty is held for development).
"""

import argparse
import random
import sys
from collections import Counter
from itertools import chain
from pathlib import Path

import sentencepiece

from training import relevance
from training.cleaning import clean, in_step, is_held, tidy
from training.corpus import LANGUAGES, Pair, Row, read_pairs, read_rows, write_rows
from training.packing import pack

# Short lists of names and terms: all of them are taken, whatever they resemble.
LISTS = ("names-un-cldr", "tico-terms", "sdg-goals", "sdg-metadata")
LIST_LIMIT = 12_000
OWN = Path(__file__).parent / "data"
TESTED = Path(__file__).parent / "eval" / "domain.tsv"


def load_pairs(paths: list[Path], language: str) -> list[Pair]:
    """Clean, distinct pairs of one language; what each filter took is printed."""
    taken: Counter[str] = Counter()
    seen: set[tuple[str, str]] = set()
    pairs = []
    for raw in chain.from_iterable(map(read_pairs, paths)):
        pair, reason = clean(raw, language)
        if pair is None:
            taken[reason or ""] += 1
            continue
        key = (pair.english.lower(), pair.target.lower())
        if key in seen:
            taken["duplicate"] += 1
            continue
        seen.add(key)
        pairs.append(pair)
    lost = ", ".join(f"{name} {count}" for name, count in taken.most_common())
    print(f"{language}: {len(pairs)} pairs kept; left out: {lost}", file=sys.stderr)
    return pairs


def load_domain(folders: list[Path]) -> list[Row]:
    """All rows of the domain tables, tidied; a sentence that comes twice is merged.

    Sentences of the domain test set are left out.
    """
    merged: dict[str, dict[str, str]] = {}
    for folder in folders:
        for path in sorted(set(folder.glob("*.tsv")) - set(folder.glob("en-*.tsv"))):
            rows = list(read_rows(path))
            steady = in_step(rows)
            lost = sum(len(row.targets) for row in rows) - sum(len(row.targets) for row in steady)
            if lost:
                print(f"{path.name}: {lost} cells left out: their columns slipped", file=sys.stderr)
            for row in steady:
                cells = {code: tidy(text) for code, text in row.targets.items()}
                merged.setdefault(tidy(row.english), {}).update(cells)
    for row in read_rows(TESTED):
        merged.pop(tidy(row.english), None)
    return [Row(english, targets) for english, targets in merged.items()]


def choose(pairs: list[Pair], keep: int, domain: relevance.Counts) -> list[Pair]:
    """The pairs most like the domain, and the short lists, in random order."""
    order = random.Random(7)
    sample = order.sample(pairs, min(len(pairs), 60_000))
    bulk = relevance.Counts(pair.english for pair in sample)
    lists = [pair for pair in pairs if pair.source in LISTS][:LIST_LIMIT]
    others = [pair for pair in pairs if pair.source not in LISTS]
    places = relevance.best([pair.english for pair in others], keep, domain, bulk)
    chosen = lists + [others[place] for place in places]
    order.shuffle(chosen)
    return chosen


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the parallel text")
    parser.add_argument(
        "--extra", type=Path, action="append", default=[OWN], help="another folder of such text"
    )
    parser.add_argument("--vocabulary", type=Path, required=True, help="SentencePiece model")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    parser.add_argument("--keep", type=int, default=80_000, help="pairs of the bulk a language")
    parser.add_argument("--longest", type=int, default=90, help="pieces of a sentence at most")
    parser.add_argument("--languages", default=",".join(LANGUAGES), help="comma-separated codes")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(options.vocabulary))

    folders = [path for path in sorted(options.data.glob("domain*")) if path.is_dir()]
    rows = load_domain(folders + options.extra)
    write_rows(options.out / "domain.tsv", [row for row in rows if not is_held(row.english)])
    write_rows(options.out / "dev.tsv", [row for row in rows if is_held(row.english)])
    domain = relevance.Counts(row.english for row in rows if not is_held(row.english))

    for language in options.languages.split(","):
        found = [folder.glob(f"en-{language}.tsv*") for folder in (options.data, *options.extra)]
        pairs = load_pairs([path for paths in found for path in sorted(paths)], language)
        chosen = choose(pairs, options.keep, domain)
        sources = pieces.encode([pair.english for pair in chosen])
        targets = pieces.encode([pair.target for pair in chosen])
        fit = [
            (s, t)
            for s, t in zip(sources, targets, strict=True)
            if max(len(s), len(t)) <= options.longest
        ]
        pack(options.out / f"pairs.{language}.npz", fit)
        mix = Counter(pair.source for pair in chosen).most_common(8)
        print(f"{language}: {len(fit)} pairs packed; {mix}", file=sys.stderr)


if __name__ == "__main__":
    main()
