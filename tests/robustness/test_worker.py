"""A reading process that spins, eats memory, dies or lies is dealt with, and the next file is read as ever."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from report_extract.errors import InternalError, UnreadableDocument
from report_extract.model.base import Box
from report_extract.model.document import BlockKind, Document, Reader
from report_extract.read import read, wire
from report_extract.read.assemble import assemble
from report_extract.read.draft import DraftBlock, DraftLine, DraftPage, DraftWord
from report_extract.read.worker import Isolated, read_isolated


@pytest.fixture
def worker() -> Iterator[Isolated]:
    with Isolated(timeout=3, memory=400) as isolated:
        yield isolated


def fault_of(worker: Isolated, job: str) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        worker.call(f"worker_jobs:{job}", "folder/paper.pdf")
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("paper.pdf: ")
    return caught.value


@pytest.mark.parametrize(
    ("job", "reason", "says"),
    [
        ("spin", "time_limit", "longer than 3 s and was stopped on page 7"),
        ("eat_slowly", "memory_limit", "more than 400 MiB of memory and was stopped on page 3"),
        ("eat_at_once", "memory_limit", "more than 400 MiB"),
        ("abort", "crashed", "crash on page 2"),
        ("read_address_zero", "crashed", "crash"),
        ("leave", "crashed", "exit code 4"),
        ("recurse", "damaged", "deeper"),
        ("stumble", "crashed", "KeyError"),
        ("refuse", "encrypted", "it is locked. Unlock it."),
        ("foreign", "crashed", "UnpicklingError"),
    ],
)
def test_what_goes_wrong_in_the_child_is_one_line_and_the_next_file_is_fine(
    worker: Isolated, job: str, reason: str, says: str
) -> None:
    fault = fault_of(worker, job)
    assert fault.reason == reason
    assert says in str(fault)
    assert worker.call("worker_jobs:name_of", "next.pdf") == "next.pdf"


def test_a_killed_child_leaves_no_process(worker: Isolated) -> None:
    process = psutil.Process(worker.call("worker_jobs:process_of", "a.pdf"))
    fault_of(worker, "spin")
    assert not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def test_one_child_serves_several_files_and_is_replaced_after_so_many() -> None:
    with Isolated(recycle_after=2) as worker:
        processes = [worker.call("worker_jobs:process_of", "a.pdf") for _ in range(3)]
    assert processes[0] == processes[1] != processes[2]


def test_what_libraries_print_does_not_disturb(worker: Isolated) -> None:
    assert worker.call("worker_jobs:chatter", "loud.pdf") == "loud.pdf"


def document_of(*lines: str) -> Document:
    drafts = []
    for y, text in enumerate(lines):
        words = tuple(DraftWord(w, 10.5 * i, 10.5 * i + 9.25) for i, w in enumerate(text.split()))
        drafts.append(DraftLine(words, Box(0.0, y * 12.0, 200.0, y * 12.0 + 10)))
    block = DraftBlock(BlockKind.paragraph, Box(0, 0, 200, 100), lines=tuple(drafts), font_size=11.0)
    return assemble(
        [DraftPage(1, 595, 842, Reader.pdfium, (block,))], name="a", file="a", sha256="0", media_type="text/plain"
    )


def test_a_document_crosses_the_wire_unchanged() -> None:
    document = document_of("Referrals to the front door rose", "by 12% to 1,204 — “again”")
    assert wire.loads(wire.dumps(document)) == document


def test_isolated_reading_gives_what_reading_gives(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("Saltmarsh partnership\n\nThe board met four times.\n", encoding="utf-8")
    assert read_isolated(file) == read(file)


def test_a_library_that_is_not_there_is_no_fault_of_the_file(worker: Isolated) -> None:
    with pytest.raises(InternalError, match=r"paper\.pdf: report-extract is not installed whole \(ImportError\)"):
        worker.call("worker_jobs:lack", "paper.pdf")
    assert worker.call("worker_jobs:name_of", "next.pdf") == "next.pdf"


@pytest.mark.skipif(os.name == "nt", reason="the program is acted out by a shell script")
def test_a_program_without_python_starts_itself_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made by PyInstaller, sys.executable is report-extract, which knows nothing of -m."""
    program = tmp_path / "report-extract"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m report_extract "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    paper = tmp_path / "paper.md"
    paper.write_text("# Kestrel Vale\n", encoding="utf-8")
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert read_isolated(paper).text.strip() == "Kestrel Vale"
