"""Where marks go: exact, acceptable and wrong placements by what the starter models say.

python -m benchmarks.span_placement [-v]

Half of the sentences (by a hash of the source) never were looked at while the rules were made, but
for the news: rules were made for what was wrong there.
"""

import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path

from tests.translation.placements import LOCALES, cases, drafts, news, placed, verdict
from transflow.config.schema import EngineConfig
from transflow.engines import open_engine


def main() -> None:
    """Print a line a set and locale, and with -v every placement that is not exact."""
    sets = {
        "translations": cases(),
        "drafts": drafts(),
        "drafts of news": news(),
        "translations, black box": cases(),
    }
    for title, several in sets.items():
        total: Counter[str] = Counter()
        for locale in LOCALES:
            batch = [case for case in several if case.locale == locale]
            engine = open_engine(EngineConfig(), "en", locale, root=Path())
            counts: Counter[str] = Counter()
            for case, result in zip(batch, placed(engine, batch, box="box" in title), strict=True):
                kind = verdict(case, result.text)
                good = kind != "wrong"
                counts[kind] += 1
                counts["wrong and told"] += not good and not result.sure
                counts["words lost"] += case.lost
                counts["words lost and told"] += case.lost and not result.sure
                counts["unseen"] += _unseen(case.source)
                counts["unseen and good"] += _unseen(case.source) and good
                if "-v" in sys.argv and kind != "exact":
                    print(f"{kind:10} {case.source}", case.wanted, result.text, sep="\n" + " " * 11)
            print(f"{title:23} {locale:7} {_told(counts)}")
            total += counts
        print(f"{title:23} all     {_told(total)}")


def _told(counts: Counter[str]) -> str:
    good = counts["exact"] + counts["acceptable"]
    whole = good + counts["wrong"]
    return (
        f"{good} of {whole} exact or acceptable ({good / whole:.1%}); "
        f"{counts['exact']} exact; of the {counts['unseen']} unseen {counts['unseen and good']} "
        f"({counts['unseen and good'] / counts['unseen']:.1%}); wrong {counts['wrong']}, "
        f"of them told as a guess {counts['wrong and told']}; words lost {counts['words lost']}, "
        f"told {counts['words lost and told']}"
    )


def _unseen(source: str) -> bool:
    return sha256(source.encode()).digest()[0] % 2 == 1


if __name__ == "__main__":
    main()
