"""Writing results: a file is there whole or not at all, whatever interrupts the writing."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from report_extract.errors import WrongUsage

_WINDOWS = os.name == "nt"
# Seconds between attempts to give a file its name on Windows, where scanners let go of it after a moment.
_WAITS = (0.1, 0.3, 1.0)
# Windows takes 260 characters with the drive and an ending zero, and programs that ask for the short name need twelve.
_LONGEST_OF_WINDOWS = 247
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT}) if hasattr(errno, "EDQUOT") else frozenset({errno.ENOSPC})


def write_whole(path: Path, content: str | bytes) -> None:
    """Writes UTF-8 text (line feeds as they are) or bytes at once. Raises WrongUsage where that is not possible."""
    with whole_file(path) as file:
        file.write(content.encode("utf-8") if isinstance(content, str) else content)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its name only when all is written: a temporary one beside it, then a rename.

    What is no file (the null device, a named pipe) is written to; nothing may take its place.
    """
    if _is_device(path):
        try:
            with path.open("wb") as device:
                yield device
        except OSError as fault:
            raise _cannot_write(path, fault) from fault
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    except OSError as fault:
        raise _cannot_write(path, fault) from fault
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        _give_usual_rights(temporary)
        _take_place(Path(temporary), path)
    except BaseException as fault:
        with suppress(OSError):
            Path(temporary).unlink()
        if isinstance(fault, OSError):
            raise _cannot_write(path, fault) from fault
        raise


def _is_device(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _give_usual_rights(temporary: str) -> None:
    """Temporary files are private; results get the rights that any new file of this user gets."""
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)


def _take_place(temporary: Path, path: Path) -> None:
    """Renames. On Windows a scanner may hold a new file for a moment, and nothing replaces a file that is open."""
    for wait in _WAITS if _WINDOWS else ():
        try:
            temporary.replace(path)
            return
        except PermissionError:
            time.sleep(wait)
    temporary.replace(path)


def _cannot_write(path: Path, fault: OSError) -> WrongUsage:
    do = "Choose another place"
    full = Path(os.path.realpath(path))
    if fault.errno in _FULL:
        do = "Make room there, or choose another place"
    elif isinstance(fault, PermissionError) and os.path.isfile(path):  # noqa: PTH113 (Path raises for refused names)
        do = "If another program shows it, close it there; or choose another name"
    elif fault.errno == errno.ENAMETOOLONG or (_WINDOWS and len(str(full)) > _LONGEST_OF_WINDOWS):
        do = f"Its name and folders are {len(str(full))} characters long; choose a shorter place"
    elif os.path.isdir(path):  # noqa: PTH112
        do = "It is a folder; name a file in it"
    elif no_folder := next((parent for parent in path.parents if parent.is_file()), None):
        do = f"{no_folder} is a file, not a folder"
    return WrongUsage(f"{path}: cannot be written ({fault.strerror or fault}). {do}")
