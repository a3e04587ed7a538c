"""What a child process is asked to do in the tests of the worker: everything that a hostile file can bring about."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import NoReturn

from report_extract.errors import UnreadableDocument
from report_extract.read.progress import reached


def name_of(file: Path) -> str:
    return file.name


def process_of(file: Path) -> int:
    return os.getpid()


def chatter(file: Path) -> str:
    print("a library says something")
    os.write(1, b"and so does a native one\n")
    print("and complains", file=sys.stderr)
    return file.name


def lack(file: Path) -> NoReturn:
    raise ImportError("no module of that name")


def spin(file: Path) -> NoReturn:
    reached(7)
    while True:
        pass


def eat_slowly(file: Path) -> NoReturn:
    reached(3)
    eaten = []
    while True:
        eaten.append(bytearray(5_000_000))


def eat_at_once(file: Path) -> int:
    return len(bytearray(64 * 2**30))


def abort(file: Path) -> None:
    reached(2)
    os.abort()


def read_address_zero(file: Path) -> None:
    ctypes.string_at(0)


def leave(file: Path) -> None:
    os._exit(4)


def recurse(file: Path) -> None:
    recurse(file)


def stumble(file: Path) -> None:
    raise KeyError("a defect in a parser")


def refuse(file: Path) -> None:
    raise UnreadableDocument(file, reason="encrypted", what="it is locked", do="Unlock it.")


def foreign(file: Path) -> object:
    return Path(file)
