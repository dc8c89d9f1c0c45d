"""Who waits for an engine may want to stop, or may have waited for long enough."""

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as NoAnswerError
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event, Thread
from typing import TypeVar

from transflow.errors import EngineError

__all__ = ["go_on", "started", "until", "within"]

R = TypeVar("R")

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


def started(name: str, call: Callable[[], R]) -> "Future[R]":
    """What `call` will return, asked for in a thread that nobody need wait for."""
    answer: Future[R] = Future()

    def ask() -> None:
        try:
            answer.set_result(call())
        except BaseException as cause:  # noqa: BLE001 - it is raised where somebody waits for it
            answer.set_exception(cause)

    Thread(target=ask, daemon=True, name=name).start()
    return answer


def within(seconds: float, name: str, call: Callable[[], R]) -> R:
    """What `call` returns, if it does so in time; what does not come back ends with the process.

    Args:
        seconds: How long it may take; 0 for no limit.
        name: Of the engine, for the message.
        call: Asks it, from a thread of its own.

    Raises:
        EngineError: If it has not answered until then.
    """
    if not seconds:
        return call()
    answer = started(name, call)
    try:
        return answer.result(seconds)
    except NoAnswerError:
        if answer.done():
            raise  # the engine's own
        raise EngineError(
            f"the engine {name} has not answered for {seconds:g} seconds",
            hint="what it drafted before is kept; `engine.timeout` in workflow.yaml gives it longer",
        ) from None
