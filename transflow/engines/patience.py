"""Who waits for an engine may want to stop: a decoder asks between two batches whether to go on."""

from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event

__all__ = ["go_on", "until"]

_STOPPED: ContextVar[Event | None] = ContextVar("stopped", default=None)


@contextmanager
def until(stopped: Event) -> Iterator[None]:
    """What is asked of engines in here and in this thread ends soon after `stopped` is set."""
    token = _STOPPED.set(stopped)
    try:
        yield
    finally:
        _STOPPED.reset(token)


def go_on() -> None:
    """Go on, unless nobody waits any more.

    Raises:
        CancelledError: If so.
    """
    stopped = _STOPPED.get()
    if stopped is not None and stopped.is_set():
        raise CancelledError
