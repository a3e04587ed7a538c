"""Writing results: a file is there whole or not at all, whatever interrupts the writing."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from report_extract.errors import WrongUsage


def write_whole(path: Path, content: str | bytes) -> None:
    """Writes UTF-8 text (line feeds as they are) or bytes at once. Raises WrongUsage where that is not possible."""
    with whole_file(path) as file:
        file.write(content.encode("utf-8") if isinstance(content, str) else content)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its name only when all is written: a temporary one beside it, then a rename."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    except OSError as fault:
        raise _cannot_write(path, fault) from fault
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        _give_usual_rights(temporary)
        Path(temporary).replace(path)
    except BaseException as fault:
        with suppress(OSError):
            Path(temporary).unlink()
        if isinstance(fault, OSError):
            raise _cannot_write(path, fault) from fault
        raise


def _give_usual_rights(temporary: str) -> None:
    """Temporary files are private; results get the rights that any new file of this user gets."""
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)


def _cannot_write(path: Path, fault: OSError) -> WrongUsage:
    return WrongUsage(f"{path}: cannot be written ({fault.strerror or fault}). Choose another place with --out")
