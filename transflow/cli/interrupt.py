"""Ctrl-C is answered at once, also while the decoder works and Python must wait for it."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["answered"]

_TOLD = "transflow: stopping as soon as the sentences at work are done\n"


@contextmanager
def answered() -> Iterator[None]:
    """Say on standard error that Ctrl-C was heard; what it then does is left to Python."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread hears signals
        return
    heard, hears = os.pipe()
    os.set_blocking(hears, False)
    before = signal.set_wakeup_fd(hears, warn_on_full_buffer=False)
    answers = threading.Thread(target=_answer, args=(heard,), daemon=True)
    answers.start()
    try:
        yield
    finally:
        signal.set_wakeup_fd(before)
        os.close(hears)
        answers.join()
        os.close(heard)


def _answer(heard: int) -> None:
    while signals := os.read(heard, 64):
        if signal.SIGINT in signals:
            with contextlib.suppress(OSError, ValueError):
                sys.stderr.write(_TOLD)
                sys.stderr.flush()
            return
