"""The console: results of the rules commands on standard output, everything about a run on standard error."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from report_extract.write.plain import one_line


class _Console(Console):
    """Leaves it to the command line what a reader that has gone (`| head`) means; rich would exit with 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError(errno.EPIPE, "the reader of the output has gone")


def notes() -> Console:
    """Standard error, for people: progress, tables, faults. Never interprets markup or emoji codes."""
    return _Console(stderr=True, markup=False, emoji=False, highlight=False)


def output() -> Console:
    """Standard output, for what was asked for."""
    return _Console(file=sys.stdout, markup=False, emoji=False, highlight=False)


class Steps:
    """Progress over a known number of documents; silent where nobody watches."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._task = progress.add_task("", total=total) if progress else None

    def begin(self, name: str) -> None:
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, description=one_line(name, longest=40))

    def end(self) -> None:
        if self._progress is not None and self._task is not None:
            self._progress.advance(self._task)

    def next(self, name: str) -> None:
        """One is done, another begins."""
        self.end()
        self.begin(name)


@contextmanager
def steps(console: Console, *, total: int, quiet: bool) -> Iterator[Steps]:
    """A progress bar that disappears when done; on a terminal only, and not with `quiet`."""
    if quiet or not console.is_terminal:
        yield Steps(None, total)
        return
    columns = (SpinnerColumn(), MofNCompleteColumn(), BarColumn(bar_width=24), TimeElapsedColumn())
    with Progress(*columns, _PlainDescription(), console=console, transient=True) as progress:
        yield Steps(progress, total)


class _PlainDescription(TextColumn):
    """File names are shown as they are: rich would read "[red]" in one as markup."""

    def __init__(self) -> None:
        super().__init__("{task.description}", markup=False)


def say(console: Console, label: str, message: str, *, style: str) -> None:
    """One labelled line, such as "error: …"."""
    console.print(Text.assemble((f"{label}: ", style), one_line(message)), soft_wrap=True)
