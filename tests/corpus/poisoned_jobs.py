"""What a reading process is asked to do in the tests: extract, or what a hostile file can bring about, by its name."""

from __future__ import annotations

import os
import time
from pathlib import Path

from report_extract.corpus.job import shelve_file
from report_extract.model.extraction import DocumentInfo


def name_of(file: Path) -> str:
    return file.name


def slowest_first(file: Path) -> str:
    """The first file takes longer than all others together."""
    time.sleep(1.0 if file.name == "0" else 0.0)
    return file.name


def misbehave(file: Path) -> None:
    if file.stem == "hangs":
        while True:
            pass
    if file.stem == "crashes":
        os.abort()
    if file.stem == "eats":
        eaten = []
        while True:
            eaten.append(bytearray(5_000_000))
    if file.stem == "leaves":
        os._exit(3)


def name_or_misbehave(file: Path) -> str:
    misbehave(file)
    return file.name


def shelve_or_misbehave(
    file: Path, *, password: str | None, ocr: bool, rules: list[str]
) -> tuple[DocumentInfo, str, bytes, dict[str, bytes]]:
    misbehave(file)
    return shelve_file(file, password=password, ocr=ocr, rules=rules)
