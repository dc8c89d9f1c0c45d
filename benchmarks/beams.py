"""What beams and a repetition penalty do to drafts: chrF2, BLEU, runaways, processor time.

    python -m benchmarks.beams --locales fr es zh --limit 240

Half of the sentences are from NTREX-128, half from TICO-19 (`--data`); free decoding, nothing else.
"""

import argparse
import time
from pathlib import Path

import sacrebleu

from transflow.config import EngineConfig
from transflow.engines import STEADY, Decoding, SteerableEngine, open_engine

ROOT = Path(__file__).resolve().parents[1]
SETS = ("ntrex128", "tico19")
WAYS = (
    (4, Decoding()),
    (2, Decoding()),
    (2, STEADY),
    (4, STEADY),
    (2, Decoding(repetition_penalty=1.2)),
)


def sentences(data: Path, locale: str, limit: int) -> list[tuple[str, str]]:
    """Sources and references, spread over both sets."""
    found = []
    for name in SETS:
        lines = (data / f"{name}.en-{locale}.tsv").read_text("utf-8").splitlines()[5:]
        rows = [line.split("\t") for line in lines]
        step = max(1, len(rows) // (limit // len(SETS)))
        found += [(row[0], row[1]) for row in rows[::step][: limit // len(SETS)]]
    return found


def main() -> None:
    """Read the arguments and go."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--locales", nargs="+", default=["fr", "es", "zh"])
    parser.add_argument("--limit", type=int, default=240)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "eval" / "mt")
    options = parser.parse_args()
    print("| | beams | penalty | chrF2 | BLEU | run on | seconds |\n|---|---|---|---|---|---|---|")
    for locale in options.locales:
        engine = open_engine(EngineConfig(), "en", locale, root=ROOT)
        assert isinstance(engine, SteerableEngine)
        sources, references = zip(*sentences(options.data, locale, options.limit), strict=True)
        for beam, how in WAYS:
            start = time.process_time()
            found = engine.decode_free(sources, beam=beam, attention=False, decoding=how)
            seconds = time.process_time() - start
            texts = [best.text for best, *_ in found]
            rule = "zh" if locale == "zh" else "13a"
            print(
                f"| {locale} | {beam} | {how.repetition_penalty} "
                f"| {sacrebleu.corpus_chrf(texts, [references]).score:.2f} "
                f"| {sacrebleu.corpus_bleu(texts, [references], tokenize=rule).score:.2f} "
                f"| {sum(not best.complete for best, *_ in found)} | {seconds:.1f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
