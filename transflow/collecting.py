"""The garbage collector kept from looking again and again at what is there to stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["set_aside", "uncollected"]

_ASIDE: list[bool] = []


@contextmanager
def uncollected() -> Iterator[None]:
    """Many small objects are made at once, with nobody looking for cycles among them.

    Reading, writing and planning make none to speak of, and looking took a quarter of the time. What
    was made goes among the old objects unseen: the collector would else begin with all of it.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            if not _ASIDE:
                gc.freeze()
                gc.unfreeze()
            gc.enable()


@contextmanager
def set_aside() -> Iterator[None]:
    """All that is there stays to the end: the collector need not go through it.

    Asking `gc.get_freeze_count` whether it is set aside counts all of it, object by object.
    """
    _ASIDE.append(True)
    gc.freeze()
    try:
        yield
    finally:
        _ASIDE.pop()
        if not _ASIDE:
            gc.unfreeze()
