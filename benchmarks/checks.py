"""How many planted errors each checker finds, how much noise it makes, and how fast ours is.

Corpus: the news sentences of NTREX-128 with their human translations into Chinese, French, Spanish,
Russian and Arabic (../shared/eval/mt). Noise is what a checker says about these as they are. Then one
error at a time is planted, as people and engines make them; it counts as found where the checker says
something new. translate-toolkit's pofilter runs with all its filters and the target language set;
Weblate's checks run where `--weblate PYTHON` names an interpreter that has Weblate installed.

    python benchmarks/checks.py                   the table
    python benchmarks/checks.py --speed           100,000 entries on one core
"""

import argparse
import json
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from planted import ERRORS, Error

from transflow.checks import RULES, CheckContext, run
from transflow.model import Entry, Severity, State

DATA = Path(__file__).parent.parent.parent / "shared" / "eval" / "mt"
LOCALES = {"zh": "zh-Hans", "fr": "fr", "es": "es", "ru": "ru", "ar": "ar"}
Texts = tuple[str, str, str]
"""Locale, source, target."""
Checker = Callable[[Sequence[Texts]], list[frozenset[str]]]


def corpus(size: int) -> dict[str, list[tuple[str, str]]]:
    """Locale -> pairs, the same sentences in every locale."""
    pairs = {}
    for code, locale in LOCALES.items():
        lines = (DATA / f"ntrex128.en-{code}.tsv").read_text("utf-8").splitlines()
        pairs[locale] = [(s, t) for s, _, t in (line.partition("\t") for line in lines)][:size]
    return pairs


def ours(texts: Sequence[Texts], least: Severity = Severity.INFO) -> list[frozenset[str]]:
    """Rules of transflow that speak about each pair."""
    loud = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}
    found = []
    for locale, source, target in texts:
        entry = Entry(source, target, State.EDITED)
        findings = run([entry], context=CheckContext(locale))
        found.append(frozenset(f.rule for f in findings if loud[f.severity] >= loud[least]))
    return found


def pofilter(texts: Sequence[Texts]) -> list[frozenset[str]]:
    """Filters of translate-toolkit that fail for each pair."""
    from translate.filters import checks  # noqa: PLC0415 - not for --speed
    from translate.storage import po  # noqa: PLC0415

    checkers = {}
    for locale in LOCALES.values():
        config = checks.CheckerConfig(targetlanguage=locale.replace("zh-Hans", "zh_CN"))
        classes = [checks.StandardChecker, checks.StandardUnitChecker]
        checkers[locale] = checks.TeeChecker(config, checkerclasses=classes)
    found = []
    for locale, source, target in texts:
        unit = po.pounit(source)
        unit.target = target
        found.append(frozenset(checkers[locale].run_filters(unit)))
    return found


def weblate(python: str) -> Checker:
    """Weblate's checks, run by an interpreter that has them."""

    def checker(texts: Sequence[Texts]) -> list[frozenset[str]]:
        script = Path(__file__).with_name("weblate_checks.py")
        answer = subprocess.run(
            [python, str(script)],
            input=json.dumps(texts),
            capture_output=True,
            text=True,
            check=True,
        )
        return [frozenset(names) for names in json.loads(answer.stdout)]

    return checker


def plant(
    error: Error, pairs: dict[str, list[tuple[str, str]]], most: int
) -> Iterator[tuple[Texts, Texts]]:
    """(as it was, with the error) for up to `most` pairs of each locale it can be planted in."""
    for locale, texts in pairs.items():
        dice = random.Random(f"{error.name} {locale}")
        planted = 0
        for at in dice.sample(range(len(texts)), len(texts)):
            other = {name: rows[at][1] for name, rows in pairs.items()}
            result = error.plant(*texts[at], locale, dice, other)
            if result and planted < most:
                planted += 1
                source, clean, broken = result
                yield (locale, source, clean), (locale, source, broken)


def table(checkers: dict[str, Checker], size: int, most: int) -> None:
    """Print noise and finds of every checker as Markdown."""
    pairs = corpus(size)
    clean = [(locale, s, t) for locale, rows in pairs.items() for s, t in rows]
    print(f"| {len(clean)} pairs as they are | " + " | ".join(checkers) + " |")
    print("|---|" + "---:|" * len(checkers))
    noise = {name: checker(clean) for name, checker in checkers.items()}
    shares = [f"{100 * sum(map(bool, found)) / len(clean):.1f}%" for found in noise.values()]
    print("| pairs with a finding | " + " | ".join(shares) + " |")
    counts = [f"{100 * sum(map(len, found)) / len(clean):.1f}" for found in noise.values()]
    print("| findings for 100 pairs | " + " | ".join(counts) + " |")
    for severity in (Severity.ERROR, Severity.WARNING):
        loud = 100 * sum(map(bool, ours(clean, severity))) / len(clean)
        print(f"| … of severity {severity} or worse | {loud:.1f}% |" + "  |" * (len(checkers) - 1))
    print("\n| planted error | pairs | " + " | ".join(checkers) + " | found by |")
    print("|---|---:|" + "---:|" * len(checkers) + "---|")
    for error in ERRORS:
        row(error, list(plant(error, pairs, most)), checkers)


def row(error: Error, planted: list[tuple[Texts, Texts]], checkers: dict[str, Checker]) -> None:
    """Print what each checker finds of one kind of error."""
    cells, by = [], Counter[str]()
    for name, checker in checkers.items():
        before, after = checker([a for a, _ in planted]), checker([b for _, b in planted])
        new = [now - was for was, now in zip(before, after, strict=True)]
        cells.append(f"{100 * sum(map(bool, new)) / max(len(new), 1):.0f}%")
        if name == "transflow":
            by.update(rule for rules in new for rule in rules)
    rules = ", ".join(rule for rule, count in by.most_common(3) if count * 10 >= len(planted))
    print(f"| {error.name} | {len(planted)} | " + " | ".join(cells) + f" | {rules} |", flush=True)


def speed(entries: int) -> None:
    """Print how long all rules take over many entries, markup and all."""
    pairs = corpus(2000)
    done, started = 0, time.process_time()
    while done < entries:
        for locale, rows in pairs.items():
            batch = [Entry(s, t, State.EDITED) for s, t in rows[: entries - done]]
            run(batch, context=CheckContext(locale, path=f"{locale}.po"))
            done += len(batch)
    seconds = time.process_time() - started
    letters = sum(len(s) + len(t) for rows in pairs.values() for s, t in rows)
    mean = letters / sum(map(len, pairs.values()))
    print(
        f"{done:,} entries (mean {mean:.0f} characters of source and target), {len(RULES)} rules: "
        f"{seconds:.1f} s of one core, {done / seconds:,.0f} entries a second"
    )


def main() -> None:
    """Parse the options and run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--speed", action="store_true", help="time 100,000 entries")
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--weblate", metavar="PYTHON", help="an interpreter with Weblate")
    parser.add_argument("--size", type=int, default=600, help="sentences of each locale")
    parser.add_argument("--most", type=int, default=40, help="planted errors of a kind and locale")
    options = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"the corpus is not there: {DATA}")
    if options.speed:
        speed(options.entries)
        return
    checkers: dict[str, Checker] = {"transflow": ours, "pofilter": pofilter}
    if options.weblate:
        checkers["Weblate"] = weblate(options.weblate)
    table(checkers, options.size, options.most)


if __name__ == "__main__":
    main()
