"""What the examination of drafts finds, mends and costs.

Usage: python -m benchmarks.distrust [--locale fr ...] [--limit 5000] [--references] [--models FOLDER]

On outside test sentences (shared/eval/mt, beside the checkout) and the models at hand it prints,
by kind, the share of suspect drafts before and after they are drawn again, and what examining
costs beside decoding. With `--references` the drafts are human translations: what is flagged
there is a false alarm, or an odd translation. With `--models` other packages than the project's, in a folder
of that name.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from transflow.config import EngineConfig
from transflow.engines import SteerableEngine, open_engine
from transflow.glossary import Glossary
from transflow.model import Draft
from transflow.translation import Request, Translator
from transflow.translation.distrust import Suspicion, examine

ROOT = Path(__file__).resolve().parent.parent
EVAL = ROOT.parent / "shared" / "eval" / "mt"
FILES = {"zh-Hans": "zh"}

_UNSURE = "suspect-unsure"
"""Told by the model's own score, which no second try mends."""


def pairs(locale: str, limit: int) -> list[tuple[str, str]]:
    """Sentences and their human translations, from both sets."""
    code = FILES.get(locale, locale)
    found: dict[str, str] = {}
    for name in ("ntrex128", "tico19"):
        for line in (EVAL / f"{name}.en-{code}.tsv").read_text("utf-8").splitlines():
            source, target, *_ = line.split("\t")
            found.setdefault(source, target)
    return list(found.items())[:limit]


def shares(title: str, drafts: Sequence[tuple[Suspicion, ...]]) -> None:
    """One line a kind."""
    kinds = Counter(kind for found in drafts for kind in {s.kind for s in found})
    total = sum(bool(found) for found in drafts)
    print(f"  {title}: {total} of {len(drafts)} suspect ({total / max(1, len(drafts)):.2%})")
    for kind, count in kinds.most_common():
        print(f"    {kind:<10} {count:>5}  {count / len(drafts):.2%}")


def after(drafts: Sequence[Draft]) -> Iterator[tuple[Suspicion, ...]]:
    """What is still suspect by rule, as findings say."""
    for draft in drafts:
        yield tuple(
            Suspicion(finding.rule.removeprefix("suspect-"), finding.message)
            for finding in draft.findings
            if finding.rule != _UNSURE
        )


def measure(locale: str, limit: int, root: Path) -> None:
    """Draft, examine, draft again."""
    engine = open_engine(EngineConfig(), "en", locale, root=root)
    sentences = [source for source, _ in pairs(locale, limit)]
    print(f"{locale}: {engine.name}, {len(sentences)} sentences")
    assert isinstance(engine, SteerableEngine)
    engine.translate(sentences[:8])
    start = time.process_time()
    plain = [best.text for best, *_ in engine.decode_free(sentences, attention=False)]
    decoding = time.process_time() - start
    start = time.process_time()
    found = [examine(a, b, "en", locale) for a, b in zip(sentences, plain, strict=True)]
    examining = time.process_time() - start
    shares("before", found)
    start = time.process_time()
    drafts = Translator(engine, Glossary(), locale=locale).translate(
        [Request(sentence, format="text") for sentence in sentences]
    )
    whole = time.process_time() - start
    left = list(after(drafts))
    shares("after", left)
    unsure = [any(finding.rule == _UNSURE for finding in draft.findings) for draft in drafts]
    alone = sum(told and not others for told, others in zip(unsure, left, strict=True))
    print(
        f"  unsure by the model's own score: {sum(unsure)} ({sum(unsure) / len(drafts):.2%}),"
        f" {alone} of them by nothing else"
    )
    print(
        f"  decoding {decoding:.1f} s, examining {examining:.1f} s"
        f" ({examining / decoding:.1%} of decoding), all with second tries {whole:.1f} s"
        " (processor time)"
    )


def references(locale: str, limit: int) -> None:
    """False alarms on human translations."""
    known = pairs(locale, limit)
    print(f"{locale}: human translations")
    shares("flagged", [examine(a, b, "en", locale) for a, b in known])


def main() -> None:
    """Read the arguments and go."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--locale", nargs="*", default=["zh-Hans", "fr", "es"])
    parser.add_argument("--limit", type=int, default=5000)
    parser.add_argument("--references", action="store_true")
    parser.add_argument("--models", type=Path, default=ROOT / "models")
    arguments = parser.parse_args()
    if not EVAL.is_dir():
        raise SystemExit(f"the test sentences are not here: {EVAL}")
    for locale in arguments.locale:
        if arguments.references:
            references(locale, arguments.limit)
        else:
            measure(locale, arguments.limit, arguments.models.resolve().parent)


if __name__ == "__main__":
    main()
