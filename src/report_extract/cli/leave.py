"""How a command ends: every fault is one clear line on standard error and a documented exit code."""

from __future__ import annotations

import errno
import io
import os
import sys
import traceback
from enum import IntEnum

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


def run(arguments: list[str]) -> int:
    """Runs the command line and returns its exit code; nothing but the result goes to standard output."""
    from report_extract.cli.app import app

    _speak_utf8()
    debug = "--debug" in arguments
    try:
        code = app(args=arguments, prog_name="report-extract", standalone_mode=True)
        return int(code or 0)
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
        return _stopped() if code == Exit.interrupted else code
    except KeyboardInterrupt:
        return _stopped()
    except BrokenPipeError:
        _silence_output()
        return int(Exit.fine)
    except ReportExtractError as fault:
        if debug:
            traceback.print_exc()
        return _end("error", str(fault), _code(fault))
    except Exception as fault:
        if _reader_has_gone(fault):
            _silence_output()
            return int(Exit.fine)
        if debug:
            traceback.print_exc()
        hint = "" if debug else " (--debug shows where)"
        said = f"{type(fault).__name__}: {fault}. This is a defect of report-extract: please report it{hint}"
        return _end("error", said, Exit.defect)


def _stopped() -> int:
    return _end("stopped", "What was finished is complete and in its place.", Exit.interrupted)


def _code(fault: ReportExtractError) -> Exit:
    if isinstance(fault, UnreadableDocument):
        return Exit.unreadable
    return Exit.usage if isinstance(fault, WrongUsage | BadRule) else Exit.defect


def _end(label: str, said: str, code: Exit) -> int:
    from report_extract.write.plain import one_line

    print(f"{label}: {one_line(said)}", file=sys.stderr)
    return int(code)


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
