"""The options of every command that reads documents: written once, and spread into each command's own."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any

import typer

from report_extract.cli import options

if TYPE_CHECKING:
    from report_extract.corpus.run import Options

# Kept equal to the defaults of read/worker.py by a test; importing that module here would cost `--help` its speed.
TIMEOUT_SECONDS = 120.0
MEMORY_MIB = 2048


@dataclass(frozen=True)
class Reading:
    """How a document is read; each field is an option."""

    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", min=1, help="Give up on a document after this time.")
    ] = TIMEOUT_SECONDS
    memory: Annotated[
        int, typer.Option("--memory", metavar="MIB", min=128, help="Give up on a document that needs more memory.")
    ] = MEMORY_MIB
    password: options.Password = None
    no_ocr: Annotated[bool, typer.Option("--no-ocr", help="Do not recognise text on scanned pages.")] = False

    @property
    def ocr(self) -> bool:
        return not self.no_ocr


@dataclass(frozen=True)
class Extracting(Reading):
    """How facts are found in it: with whose rules besides the shipped ones."""

    rules: options.Rules = None

    def options(self, *, jobs: int = 1) -> Options:
        """The same, for a run over documents."""
        from report_extract.corpus.run import Options

        return Options(
            timeout=self.timeout,
            memory=self.memory,
            password=self.password,
            ocr=self.ocr,
            rules=tuple(self.rules or ()),
            jobs=jobs,
        )


def spread(command: Callable[..., None]) -> Callable[..., None]:
    """The command with an option for each field of its parameter `reading` (a Reading or Extracting) in its place."""
    parameters = inspect.signature(command, eval_str=True).parameters
    kind = parameters["reading"].annotation
    fields = inspect.signature(kind, eval_str=True).parameters

    @wraps(command)
    def spread_out(**given: Any) -> None:
        reading = kind(**{name: given.pop(name) for name in fields})
        command(**given, reading=reading)

    shown = [p for name, own in parameters.items() for p in (fields.values() if name == "reading" else [own])]
    by_keyword = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in shown]
    spread_out.__signature__ = inspect.Signature(by_keyword)  # type: ignore[attr-defined]
    spread_out.__annotations__ = {p.name: p.annotation for p in by_keyword}
    del spread_out.__wrapped__
    return spread_out


def many_jobs(jobs: int | None, *, documents: int) -> int:
    """As many processes as asked for, else as many as the machine carries."""
    from report_extract.corpus.machine import default_jobs

    return jobs or default_jobs(documents)
