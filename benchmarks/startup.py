"""How long `transflow --version` and `--help` take, beside an empty Python: python benchmarks/startup.py."""

import statistics
import subprocess
import sys
import time

RUNS = 9
PROGRAM = "from transflow.cli import main; main()"
BASELINE = ["-c", "pass"]
COMMANDS = {
    "python -c pass": BASELINE,
    "python -c 'import typer'": ["-c", "import typer"],
    "transflow --version": ["-c", PROGRAM, "--version"],
    "transflow --help": ["-c", PROGRAM, "--help"],
}


def seconds(words: list[str]) -> float:
    """Wall seconds of one run."""
    started = time.perf_counter()
    subprocess.run([sys.executable, *words], capture_output=True, check=True)
    return time.perf_counter() - started


def main() -> None:
    """Print the median of each command and its ratio to an empty Python."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, words in COMMANDS.items():
            times[name].append(seconds(words))
    base = statistics.median(times["python -c pass"])
    print(f"{'command':<26} {'median s':>9} {'ratio':>7}   ({RUNS} runs, interleaved)")
    for name, values in times.items():
        median = statistics.median(values)
        print(f"{name:<26} {median:>9.3f} {median / base:>7.1f}")


if __name__ == "__main__":
    main()
