"""Making much that lasts, without Python's looking through all of it for garbage again and again while it is made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def lasting() -> Iterator[None]:
    """Let Python not look for cycles of garbage meanwhile; what is dropped is freed as ever.

    Python looks through all objects whenever a quarter of them is new, which is a third of the time in which the
    register of fourteen thousand titles is made.
    """
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()
