"""Where a reader has got to, for whoever watches from outside: a process that is killed can say on which page."""

from __future__ import annotations

from collections.abc import Callable

_listeners: list[Callable[[int], None]] = []


def reached(page: int) -> None:
    """A reader is about to read `page` (1-based)."""
    for listener in _listeners:
        listener(page)


def listen(listener: Callable[[int], None]) -> None:
    """From now on `listener` hears every page that a reader of this process begins."""
    _listeners.append(listener)
