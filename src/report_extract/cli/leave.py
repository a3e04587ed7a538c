"""How a command ends: every fault is one clear line on standard error and a documented exit code."""

from __future__ import annotations

import errno
import io
import os
import sys
import traceback
from contextlib import suppress
from enum import IntEnum
from pathlib import Path

from report_extract.errors import BadRule, ReportExtractError, UnreadableDocument, WrongUsage

_WINDOWS = os.name == "nt"


class Exit(IntEnum):
    """What the exit code says to a script."""

    fine = 0
    found = 1  # something was found, and the command was asked to fail on it (`rules test`, --fail-on)
    usage = 2
    unreadable = 3
    defect = 70  # EX_SOFTWARE of sysexits.h: report-extract itself is at fault
    interrupted = 130  # what shells say after Ctrl-C (128 + SIGINT)


# For the end of a help text; \\b keeps the lines apart.
EXIT_CODES = """\b
Exit codes:
  0    fine
  1    something was found, and the command fails on it (rules test, --fail-on)
  2    wrong usage, or a faulty rule pack
  3    a document could not be read; all others were, and their results are written
  70   a defect of report-extract itself
  130  stopped with Ctrl-C; finished results are complete
"""


# Faults of the machine that no program can help: full, worn, closed or forbidden places.
_OF_THE_MACHINE = frozenset(
    number
    for name in ("ENOSPC", "EDQUOT", "EIO", "EROFS", "EFBIG", "EMFILE", "ENFILE", "EACCES", "EPERM", "ENAMETOOLONG")
    if (number := getattr(errno, name, None)) is not None
)


class ReaderHasGone(Exception):
    """Nobody reads our output any more (`| head`): no fault, and nothing to go on for."""


def run(arguments: list[str]) -> int:
    """Runs the command line and returns its exit code; nothing but the result goes to standard output."""
    _have_streams()
    _speak_utf8()
    debug = "--debug" in arguments
    try:
        return _command(arguments)
    except KeyboardInterrupt:
        return _stopped()
    except (ReaderHasGone, BrokenPipeError):
        _silence_output()
        return int(Exit.fine)
    except ReportExtractError as fault:
        if debug:
            traceback.print_exc()
        return _end("error", _told(fault, debug=debug), _code(fault))
    except Exception as fault:
        if _reader_has_gone(fault):
            _silence_output()
            return int(Exit.fine)
        if debug:
            traceback.print_exc()
        if isinstance(fault, OSError) and fault.errno in _OF_THE_MACHINE:
            return _end("error", f"{fault.filename or 'the output'}: {fault.strerror}", Exit.usage)
        return _end("error", _defect(f"{type(fault).__name__}: {fault}", debug=debug), Exit.defect)


def _command(arguments: list[str]) -> int:
    from report_extract.cli.app import app

    try:
        code: object = app(args=arguments, prog_name="report-extract", standalone_mode=True)
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    sys.stdout.flush()
    return _stopped() if code == Exit.interrupted else int(code) if isinstance(code, int) else int(Exit.fine)


def _told(fault: ReportExtractError, *, debug: bool) -> str:
    return _defect(str(fault), debug=debug) if _code(fault) is Exit.defect else str(fault)


def _defect(what: str, *, debug: bool) -> str:
    hint = "" if debug else " (--debug shows where)"
    return f"{what}. This is a defect of report-extract: please report it{hint}"


def _stopped() -> int:
    return _end("stopped", "What was finished is complete and in its place.", Exit.interrupted)


def _code(fault: ReportExtractError) -> Exit:
    if isinstance(fault, UnreadableDocument):
        return Exit.unreadable
    return Exit.usage if isinstance(fault, WrongUsage | BadRule) else Exit.defect


def _end(label: str, said: str, code: Exit) -> int:
    from report_extract.write.plain import one_line

    with suppress(OSError):  # where nobody can be told, the exit code still tells
        print(f"{label}: {one_line(said)}", file=sys.stderr)
    return int(code)


def _have_streams() -> None:
    """A program that was started without standard input or output (a scheduler, `>&-`) reads and writes nothing."""
    sys.stdin = sys.stdin or Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 (as long as the process lives)
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def _speak_utf8() -> None:
    """JSON is UTF-8 whatever the console's code page; a console that cannot show a character shows its escape."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def _reader_has_gone(fault: Exception) -> bool:
    """Windows says "invalid argument" where other systems say "broken pipe"."""
    return _WINDOWS and isinstance(fault, OSError) and fault.errno == errno.EINVAL and not fault.filename


def _silence_output() -> None:
    """The reader of our output has gone (`| head`): Python's last flush must not complain about it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
