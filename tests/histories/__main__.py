"""Many histories in the background: `python -m tests.histories FIRST COUNT [--fresh] [--keep]`.

Prints each violation with its seed, and at the end, or when it is told to stop (SIGTERM), what the
histories went through. With `--keep` the project of a violation stays in /tmp/history-SEED.
"""

import os
import shutil
import signal
import sys
import tempfile
import traceback
from pathlib import Path

from tests.histories.history import History
from tests.histories.server import warm
from tests.histories.tally import Tally


class _Stopped(BaseException):
    """Somebody wants the figures now."""


def _stop(*_signal: object) -> None:
    raise _Stopped


def main() -> int:
    first, count = int(sys.argv[1]), int(sys.argv[2])
    tally = Tally()
    bad: list[int] = []
    signal.signal(signal.SIGTERM, _stop)
    with tempfile.TemporaryDirectory() as name:
        os.environ.update(HOME=name, XDG_DATA_HOME=f"{name}/data", XDG_CONFIG_HOME=f"{name}/config")
        warm(Path(name))
        started = sum(os.times()[:4])
        try:
            for seed in range(first, first + count):
                bad += _lives(Path(name, str(seed)), seed, tally)
        except _Stopped:
            pass
        print(tally.told(sum(os.times()[:4]) - started))  # noqa: T201
    print(f"violations: {len(bad)} {bad}")  # noqa: T201
    return int(bool(bad))


def _lives(folder: Path, seed: int, tally: Tally) -> list[int]:
    """The seed if promise 3 did not hold in its history."""
    try:
        History(folder, seed, tally, fresh="--fresh" in sys.argv).live()
    except Exception:  # noqa: BLE001 - the next history goes on
        print(f"seed {seed}:")  # noqa: T201
        traceback.print_exc(file=sys.stdout)
        sys.stdout.flush()
        if "--keep" in sys.argv:
            shutil.copytree(folder, f"/tmp/history-{seed}", symlinks=True, dirs_exist_ok=True)
        return [seed]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return []


sys.exit(main())
