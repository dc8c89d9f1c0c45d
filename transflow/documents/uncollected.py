"""Many small objects made at once, with nobody looking for cycles among them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["uncollected"]


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the garbage collector, which would look at the growing article again and again.

    Reading and writing make no cycles to speak of, and it took a quarter of the time. What was made
    goes among the old objects unseen: the collector would else begin with all of it.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
