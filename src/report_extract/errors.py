"""One root error and few children; each says whose fault it is and what to do next."""

from __future__ import annotations

from pathlib import Path


class ReportExtractError(Exception):
    """Root of every error that this package raises on purpose; its text is one plain line for a person."""


class UnreadableDocument(ReportExtractError):
    """The input file is at fault: encrypted, empty, truncated, not what its name says, or without text.

    `reason` is one of: missing, empty, not_a_document, unsupported, encrypted, damaged, no_text, time_limit,
    memory_limit, crashed. The command line ends with exit code 3.
    """

    def __init__(self, file: str | Path, *, reason: str, what: str, do: str) -> None:
        self.file, self.reason, self.what, self.do = str(file), reason, what, do
        super().__init__(f"{Path(file).name or file}: {what}. {do}")

    def __reduce__(self) -> tuple[object, ...]:
        """Keyword-only arguments do not survive pickling by default, and this error crosses processes."""
        return _rebuild_unreadable, (self.file, self.reason, self.what, self.do)


def _rebuild_unreadable(file: str, reason: str, what: str, do: str) -> UnreadableDocument:
    return UnreadableDocument(file, reason=reason, what=what, do=do)


class BadRule(ReportExtractError):
    """A rule pack is at fault; the message names file, line, reason and fix. Exit code 2."""

    def __init__(self, file: str | Path, *, line: int | None, reason: str, fix: str) -> None:
        self.file, self.line, self.reason, self.fix = str(file), line, reason, fix
        where = f"{file}:{line}" if line else str(file)
        super().__init__(f"{where}: {reason}. {fix}")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_bad_rule, (self.file, self.line, self.reason, self.fix)


def _rebuild_bad_rule(file: str, line: int | None, reason: str, fix: str) -> BadRule:
    return BadRule(file, line=line, reason=reason, fix=fix)


class WrongUsage(ReportExtractError):
    """The command or call is at fault: options that contradict, a page that does not exist. Exit code 2."""


class InternalError(ReportExtractError):
    """A defect of report-extract itself; never raised for bad input. `trace` is the traceback, where there is one."""

    def __init__(self, what: str, trace: str = "") -> None:
        self.what, self.trace = what, trace
        super().__init__(what, trace)

    def __str__(self) -> str:
        return self.what
