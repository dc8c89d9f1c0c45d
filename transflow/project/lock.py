"""One run at a time holds a project; a second is told who has it."""

import contextlib
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from transflow import clock
from transflow.errors import LockedError, TransflowError

__all__ = ["hold"]


@contextmanager
def hold(state: Path, what: str, *, reads: bool = False) -> Iterator[None]:
    """Hold the project's lock; the system lets go of it when the process ends, however it ends.

    Args:
        state: The project's `.transflow` folder.
        what: The command, for whoever finds the project locked.
        reads: The command writes nothing into the project, so that it goes on where no lock can
            be had because nothing can be written.

    Raises:
        LockedError: If another process holds it.
    """
    lock = FileLock(state / "lock", blocking=False)
    holder = state / "lock.holder"
    try:
        state.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as cause:
        who = holder.read_text("utf-8").strip() if holder.exists() else "another process"
        raise LockedError(
            f"the project is in use by {who}", where=state.parent, hint="wait until it is done"
        ) from cause
    except OSError as cause:
        if reads:
            yield
            return
        raise TransflowError(
            f"cannot be locked: {cause.strerror}",
            where=state,
            hint="transflow writes in the project's folder: make it writable, or work in a copy",
        ) from cause
    try:
        _sign(holder, what)
        yield
    finally:
        with contextlib.suppress(OSError):
            holder.unlink(missing_ok=True)
        lock.release()


def _sign(holder: Path, what: str) -> None:
    """Say who holds the lock; it is held also where the disk is full."""
    since = clock.now().strftime("%Y-%m-%d %H:%M:%S")
    who = f"`transflow {what}`, process {os.getpid()} on {socket.gethostname()} since {since}\n"
    with contextlib.suppress(OSError):
        holder.write_text(who, "utf-8")
