"""Progress over many documents: how many, how fast, how long still. A bar on a terminal, else now and then a line."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn
from rich.text import Text

LINE_EVERY = 10.0  # seconds between two lines in a log
_MINUTE, _HOUR = 60, 3600


class Pace:
    """Counts documents; only those that took work (`worked`) tell how fast the rest will go."""

    def __init__(self, total: int, *, console: Console, progress: Progress | None, quiet: bool) -> None:
        self._total, self._console, self._progress, self._quiet = total, console, progress, quiet
        self._task: TaskID | None = progress.add_task("", total=total) if progress else None
        self._began = self._said = time.monotonic()
        self._done = self._worked = 0

    def step(self, *, worked: bool) -> None:
        """One document has ended."""
        self._done += 1
        self._worked += worked
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, advance=1, description=self._tempo())
        elif not self._quiet and self._done < self._total and time.monotonic() - self._said >= LINE_EVERY:
            self._said = time.monotonic()
            line = f"{self._done} of {self._total} documents{', ' if self._worked else ''}{self._tempo()}"
            self._console.print(Text(line), soft_wrap=True)

    def _tempo(self) -> str:
        if not self._worked:
            return ""
        seconds = time.monotonic() - self._began
        left = (self._total - self._done) * seconds / self._worked
        return f"{tempo(self._worked, seconds)}, {duration(left)} left"


@contextmanager
def pace(console: Console, *, total: int, quiet: bool) -> Iterator[Pace]:
    """A bar that disappears when done; lines where nobody watches; silence with `quiet`."""
    if quiet or not console.is_terminal:
        yield Pace(total, console=console, progress=None, quiet=quiet)
        return
    columns = (SpinnerColumn(), MofNCompleteColumn(), BarColumn(bar_width=24), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True) as progress:
        yield Pace(total, console=console, progress=progress, quiet=quiet)


def tempo(documents: int, seconds: float) -> str:
    """ "31 a minute", "0.4 a minute"."""
    rate = documents / max(seconds, 0.001) * _MINUTE
    return f"{rate:.0f} a minute" if rate >= 10 else f"{rate:.1f} a minute"


def duration(seconds: float) -> str:
    """ "40 s", "6 min", "2 h 10 min"."""
    if seconds < _MINUTE:
        return f"{seconds:.0f} s"
    if seconds < _HOUR:
        return f"{seconds / _MINUTE:.0f} min"
    return f"{int(seconds // _HOUR)} h {int(seconds % _HOUR // _MINUTE)} min"
