"""Functions that are loaded when they are first called: a check need not wait for rooms that only others enter."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


def late(place: str) -> Callable[..., Any]:
    """Return the function at a place ("package.module:function"), its module loaded at the first call."""
    module, _, name = place.partition(":")

    def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401  (whatever the function takes and gives)
        return getattr(import_module(module), name)(*given, **named)

    call.__name__ = name
    return call
