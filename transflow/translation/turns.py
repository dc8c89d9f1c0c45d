"""Rounds that overlap: while the decoder works for one, Python works for another.

Decoders need no Python while they run, and what else a round does (stemmers, look-ups) is not
made for several threads at once. So a round holds the turn except where it waits for its engine,
and comes to the same drafts as it would alone.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, ThreadPoolExecutor, wait
from functools import wraps
from threading import Condition, Event
from typing import ParamSpec, TypeVar

from transflow.engines import Engine, SteerableEngine
from transflow.engines.patience import until

__all__ = ["rounds"]

_AT_ONCE = 4
"""One that decodes, two that wait for it so that no core runs dry, one for Python."""

_PATIENCE = 0.05
"""Seconds between two looks whether the first round is done, while others have the turn."""

Meanwhile = Callable[[], bool]
P = ParamSpec("P")
R = TypeVar("R")
Part = TypeVar("Part")
Made = TypeVar("Made")


class _Turn:
    """A lock that one who is in no hurry takes only while nobody else wants it."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._held = False
        self._wanted = 0

    def __enter__(self) -> None:
        self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()

    def acquire(self) -> None:
        with self._changed:
            self._wanted += 1
            try:
                self._changed.wait_for(lambda: not self._held)
                self._held = True
            finally:
                self._wanted -= 1

    def release(self) -> None:
        with self._changed:
            self._held = False
            self._changed.notify_all()

    def spare(self, seconds: float) -> bool:
        """Take it if it is free and unwanted within that time; whether it was."""
        with self._changed:
            free = self._changed.wait_for(lambda: not (self._held or self._wanted), seconds)
            self._held = self._held or free
        return free


class _Yielding:
    """A steerable engine that gives the turn away while it decodes."""

    def __init__(self, engine: SteerableEngine, turn: _Turn, stopped: Event) -> None:
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


def _released(turn: _Turn, stopped: Event, call: Callable[P, R]) -> Callable[P, R]:
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
    engine: Engine | None,
    work: Callable[[Part, Engine | None], Made],
    parts: Iterable[Part],
    meanwhile: Meanwhile = lambda: False,
) -> Iterator[Made]:
    """What `work` makes of each part, as it is done; who takes it has the turn until he asks for more.

    Args:
        engine: Handed to `work`; rounds overlap only if it says that it is `concurrent`.
        work: One round.
        parts: What the rounds are about.
        meanwhile: Called in the caller's thread while no round wants the turn; does a little of what may
            wait, and says whether there was any. It is not called after the last round.
    """
    if not (isinstance(engine, SteerableEngine) and getattr(engine, "concurrent", False)):
        for part in parts:
            yield work(part, engine)
            while meanwhile():
                pass
        return
    turn, stopped = _Turn(), Event()
    yielding = _Yielding(engine, turn, stopped)

    def one(part: Part) -> Made:
        with until(stopped), turn:
            return work(part, yielding)

    waiting: list[Future[Made]] = []
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        try:
            for part in parts:
                waiting.append(pool.submit(one, part))
                if len(waiting) == _AT_ONCE:
                    made = _first(waiting, turn, meanwhile)
                    with turn:
                        yield made
            while waiting:
                made = _first(waiting, turn, meanwhile)
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


def _first(waiting: list[Future[Made]], turn: _Turn, meanwhile: Meanwhile) -> Made:
    """What the round made that is done first, which is taken out."""
    more = True
    while not (done := [future for future in waiting if future.done()]):
        if not more:
            wait(waiting, return_when=FIRST_COMPLETED)
        elif turn.spare(_PATIENCE):
            try:
                more = meanwhile()
            finally:
                turn.release()
    made = done[0].result()
    waiting.remove(done[0])
    return made


def _end(stopped: Event, waiting: Iterable[Future[Made]]) -> None:
    """Rounds at work end at their next question to the engine, the others do not begin."""
    stopped.set()
    for future in waiting:
        future.cancel()
