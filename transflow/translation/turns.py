"""Rounds that overlap: while the decoder works for one, Python works for another.

Decoders need no Python while they run, and what else a round does (stemmers, look-ups) is not
made for several threads at once. So a round holds the turn except where it waits for its engine,
and comes to the same drafts as it would alone.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import wraps
from threading import Event, Lock
from typing import ParamSpec, TypeVar

from transflow.engines import Engine, SteerableEngine
from transflow.engines.patience import until

__all__ = ["rounds"]

_AT_ONCE = 4
"""One that decodes, two that wait for it so that no core runs dry, one for Python."""

P = ParamSpec("P")
R = TypeVar("R")
Part = TypeVar("Part")
Made = TypeVar("Made")


class _Yielding:
    """A steerable engine that gives the turn away while it decodes."""

    def __init__(self, engine: SteerableEngine, turn: Lock, stopped: Event) -> None:
        self.name = engine.name
        self.source = engine.source
        self.target = engine.target
        self.encode = engine.encode
        self.decode = engine.decode
        self.align = engine.align
        self.translate = _released(turn, stopped, engine.translate)
        self.decode_free = _released(turn, stopped, engine.decode_free)
        self.complete = _released(turn, stopped, engine.complete)
        self.score = _released(turn, stopped, engine.score)
        self.piece_logprobs = _released(turn, stopped, engine.piece_logprobs)


def _released(turn: Lock, stopped: Event, call: Callable[P, R]) -> Callable[P, R]:
    @wraps(call)
    def waiting(*args: P.args, **options: P.kwargs) -> R:
        turn.release()
        try:
            if stopped.is_set():
                raise CancelledError
            return call(*args, **options)
        finally:
            turn.acquire()

    return waiting


def rounds(
    engine: Engine | None, work: Callable[[Part, Engine | None], Made], parts: Iterable[Part]
) -> Iterator[Made]:
    """What `work` makes of each part, in order; who takes it has the turn until he asks for more.

    Args:
        engine: Handed to `work`; rounds overlap only if it says that it is `concurrent`.
        work: One round.
        parts: What the rounds are about.
    """
    if not (isinstance(engine, SteerableEngine) and getattr(engine, "concurrent", False)):
        for part in parts:
            yield work(part, engine)
        return
    turn, stopped = Lock(), Event()
    yielding = _Yielding(engine, turn, stopped)

    def one(part: Part) -> Made:
        with until(stopped), turn:
            return work(part, yielding)

    waiting: deque[Future[Made]] = deque()
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        try:
            for part in parts:
                waiting.append(pool.submit(one, part))
                if len(waiting) == _AT_ONCE:
                    made = _first(waiting)
                    with turn:
                        yield made
            while waiting:
                made = _first(waiting)
                with turn:
                    yield made
        except GeneratorExit:
            raise
        except BaseException:
            _end(stopped, waiting)
            pool.shutdown()
            for future in waiting:  # what is made is not lost because another failed, or by Ctrl-C
                if not (future.cancelled() or future.exception()):
                    yield future.result()
            raise
        finally:
            _end(stopped, waiting)


def _first(waiting: deque[Future[Made]]) -> Made:
    made = waiting[0].result()
    waiting.popleft()
    return made


def _end(stopped: Event, waiting: Iterable[Future[Made]]) -> None:
    """Rounds at work end at their next question to the engine, the others do not begin."""
    stopped.set()
    for future in waiting:
        future.cancel()
