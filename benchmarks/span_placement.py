"""Where marks go: exact, acceptable and wrong placements by the attention of the starter models.

python -m benchmarks.span_placement [-v]
"""

import sys
from collections import Counter
from pathlib import Path

from tests.translation.placements import LOCALES, cases, placed, verdict
from transflow.config.schema import EngineConfig
from transflow.engines import open_engine


def main() -> None:
    """Print a line a locale, and with -v every placement that is not exact."""
    total: Counter[str] = Counter()
    for locale in LOCALES:
        batch = [case for case in cases() if case.locale == locale]
        engine = open_engine(EngineConfig(), "en", locale, root=Path())
        counts: Counter[str] = Counter()
        for case, result in zip(batch, placed(engine, batch), strict=True):
            kind = verdict(case, result.text)
            counts[kind] += 1
            counts["sure"] += result.sure
            counts["sure and wrong"] += result.sure and kind == "wrong"
            if "-v" in sys.argv and kind != "exact":
                print(
                    f"{kind:10} {case.source}\n           {case.wanted}\n           {result.text}"
                )
        print(locale, len(batch), dict(counts))
        total += counts
    good = total["exact"] + total["acceptable"]
    print(f"all: {good} of {len(cases())} exact or acceptable ({good / len(cases()):.1%})")


if __name__ == "__main__":
    main()
