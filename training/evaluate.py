"""Step 5: measure packages.

    python -m training.evaluate models/*.argosmodel --outside ../shared/eval/mt

Prints BLEU and chrF2 on the outside sets and on the domain set, how much of the copying set is
copied, how many of 1,000 sentences come out empty, looping or runaway, and the speed. Decoding
is as transflow does it: 8-bit integers, two beams.
"""

import argparse
import json
import re
import time
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import ctranslate2
import sentencepiece
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from training.corpus import read_rows

HERE = Path(__file__).parent / "eval"
GROUPING = re.compile(r"(?<=\d)[ \u00a0\u202f.,](?=\d{3}(?!\d))")
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


class Engine:
    """A package that translates sentences."""

    def __init__(self, package: Path, threads: int) -> None:
        self._folder = TemporaryDirectory()
        with zipfile.ZipFile(package) as archive:
            archive.extractall(self._folder.name)
        root = next(Path(self._folder.name).iterdir())
        self.language: str = json.loads((root / "metadata.json").read_text("utf-8"))["to_code"]
        self._pieces = sentencepiece.SentencePieceProcessor(
            model_file=str(root / "sentencepiece.model")
        )
        self._model = ctranslate2.Translator(
            str(root / "model"), compute_type="int8", inter_threads=threads, intra_threads=1
        )

    def translate(self, texts: Sequence[str]) -> list[str]:
        """Translations of sentences."""
        results = self._model.translate_batch(
            self._pieces.encode(list(texts), out_type=str),
            beam_size=2, max_batch_size=1024, batch_type="tokens",
        )  # fmt: skip
        return [self._pieces.decode(result.hypotheses[0]) for result in results]


@dataclass(frozen=True)
class Score:
    """What a set of sentences gave."""

    sentences: int
    bleu: float
    chrf: float
    seconds: float


def measure(engine: Engine, pairs: Sequence[tuple[str, str]]) -> Score:
    """BLEU and chrF2 of the translations of (English, reference) pairs."""
    began = time.perf_counter()
    found = engine.translate([english for english, _ in pairs])
    seconds = time.perf_counter() - began
    references = [[reference for _, reference in pairs]]
    tokenizer = "zh" if engine.language == "zh" else "13a"
    return Score(
        len(pairs),
        BLEU(tokenize=tokenizer).corpus_score(found, references).score,
        CHRF().corpus_score(found, references).score,
        seconds,
    )


def is_loop(text: str, language: str) -> bool:
    """Whether a text repeats something four times in a row."""
    units = list(text) if language == "zh" else text.split()
    for size in range(1, 9):
        run = 1
        for place in range(size, len(units) - size + 1, 1):
            same = units[place : place + size] == units[place - size : place]
            run = run + 1 if same else 1
            if run > 3 * size:
                return True
    return False


def is_runaway(english: str, text: str, language: str) -> bool:
    """Whether a translation is several times as long as its source."""
    most = 1.2 if language == "zh" else 3.0
    return len(text) > most * len(english) + 40


def has_kept(text: str, wanted: str, language: str = "") -> bool:
    """Whether all tokens of a bar-separated list are in a text; digit grouping may differ.

    An acronym may also be the one that the language has for it (GDPR is RGPD in French), or its name in full.
    """
    plain = GROUPING.sub("", text.translate(DIGITS))
    own = acronyms().get(language, {})
    return all(
        any(form in text or form in plain for form in (token, *own.get(token, ())))
        for token in wanted.split("|")
    )


@cache
def acronyms() -> dict[str, dict[str, tuple[str, ...]]]:
    """Language -> acronym -> what the language writes for it."""
    head, *rows = [
        line.split("\t") for line in (HERE / "acronyms.tsv").read_text("utf-8").splitlines()
    ]
    return {
        language: {row[0]: tuple(row[place].split("|")) for row in rows}
        for place, language in enumerate(head[1:], 1)
    }


def copying(engine: Engine) -> dict[str, tuple[int, int]]:
    """For each kind of token, how many sentences kept it, and of how many."""
    lines = (HERE / "copying.tsv").read_text("utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    found = engine.translate([english for _, english, _ in rows])
    kept: dict[str, tuple[int, int]] = {}
    for (kind, _, wanted), text in zip(rows, found, strict=True):
        good, count = kept.get(kind, (0, 0))
        kept[kind] = (good + has_kept(text, wanted, engine.language), count + 1)
    return kept


def outside(folder: Path, name: str, language: str, limit: int) -> list[tuple[str, str]]:
    """Pairs of an outside set, none if it is not there."""
    path = folder / f"{name}.en-{language}.tsv"
    if not path.exists():
        return []
    lines = path.read_text("utf-8").splitlines()
    pairs = [(cells[0], cells[1]) for line in lines if len(cells := line.split("\t")) >= 2]
    return pairs[:limit] if limit else pairs


def evaluate(package: Path, folder: Path, limit: int, threads: int, show: int) -> dict[str, object]:
    """All measures of one package; the tables are printed as they come."""
    engine = Engine(package, threads)
    language = engine.language
    rows = [row for row in read_rows(HERE / "domain.tsv") if language in row.targets]
    sets = {
        "domain": [(row.english, row.targets[language]) for row in rows],
        "ntrex128": outside(folder, "ntrex128", language, limit),
        "tico19": outside(folder, "tico19", language, limit),
    }
    print(f"{package.name}  {package.stat().st_size / 1e6:.1f} MB")
    answer: dict[str, object] = {"package": package.name, "bytes": package.stat().st_size}
    for name, pairs in sets.items():
        if not pairs:
            print(f"  {name:<9} not there: skipped")
            continue
        score = measure(engine, pairs)
        print(
            f"  {name:<9} {score.sentences:5} sentences  BLEU {score.bleu:5.1f}  "
            f"chrF2 {score.chrf:5.1f}"
        )
        answer[name] = {"sentences": score.sentences, "bleu": score.bleu, "chrf": score.chrf}
    answer["copying"] = kept = copying(engine)
    good, count = (sum(values) for values in zip(*kept.values(), strict=True))
    kinds = ", ".join(f"{kind} {have}/{of}" for kind, (have, of) in kept.items())
    print(f"  copied    {good}/{count} ({100 * good / count:.1f}%): {kinds}")
    answer |= _faults(engine, [english for pairs in sets.values() for english, _ in pairs][:1000])
    for english, reference in sets["domain"][:show]:
        print(f"    {english}\n      {engine.translate([english])[0]}\n      ({reference})")
    return answer


def _faults(engine: Engine, texts: list[str]) -> dict[str, object]:
    engine.translate(texts[:8])
    began, used = time.perf_counter(), time.process_time()
    found = engine.translate(texts)
    speed = len(texts) / (time.perf_counter() - began)
    busy = len(texts) / (time.process_time() - used)
    words = sum(len(text.split()) for text in texts) / len(texts)
    empty = sum(not text.strip() for text in found)
    loops = sum(is_loop(text, engine.language) for text in found)
    pairs = zip(texts, found, strict=True)
    runaway = sum(is_runaway(english, text, engine.language) for english, text in pairs)
    print(f"  of {len(texts)}: {empty} empty, {loops} looping, {runaway} runaway")
    print(
        f"  speed     {speed:.0f} sentences of {words:.0f} words a second, "
        f"{busy:.0f} a second of one core's time"
    )
    return {
        "empty": empty, "loops": loops, "runaway": runaway, "speed": speed, "per_core": busy,
        "words": words,
    }  # fmt: skip


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("packages", type=Path, nargs="+", help=".argosmodel files")
    parser.add_argument(
        "--outside", type=Path, default=Path("../shared/eval/mt"),
        help="folder of NTREX-128 and TICO-19 tables; skipped where absent",
    )  # fmt: skip
    parser.add_argument("--limit", type=int, default=0, help="sentences of an outside set")
    parser.add_argument("--threads", type=int, default=2, help="processor cores to use")
    parser.add_argument("--show", type=int, default=0, help="domain sentences to print")
    parser.add_argument("--json", type=Path, help="also write the numbers to this file")
    options = parser.parse_args()
    answers = [
        evaluate(package, options.outside, options.limit, options.threads, options.show)
        for package in options.packages
    ]
    if options.json:
        options.json.write_text(json.dumps(answers, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
