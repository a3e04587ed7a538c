"""Where the output goes: a reader that has left, a full disk, no streams at all. Run as programs of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "corpora" / "northmere-saltmarsh" / "2024-25"
REPORT, COVER = SAMPLES / "annual-report.pdf", SAMPLES / "cover-saltmarsh.pdf"
COMMAND = [sys.executable, "-m", "report_extract"]
FULL = Path("/dev/full")


@pytest.mark.skipif(os.name == "nt", reason="a closed pipe is another error there; test_windows.py acts it out")
@pytest.mark.parametrize("command", [["rules", "list"], ["schema"], ["check", str(COVER), str(REPORT)]])
def test_a_reader_that_has_left_is_no_finding(tmp_path: Path, command: list[str]) -> None:
    """`| head` is no fault; and 1 would say that something was found."""
    program = subprocess.Popen([*COMMAND, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path)
    assert program.stdout is not None
    program.stdout.close()
    assert program.stderr is not None
    said = program.stderr.read().decode("utf-8")
    program.stderr.close()
    assert program.wait() == 0
    assert "rror" not in said


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("command", [["schema"], ["extract", str(COVER), "--json", "-", "-q"], ["rules", "list"]])
def test_a_full_disk_is_no_defect(tmp_path: Path, command: list[str]) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run([*COMMAND, *command], stdout=full, stderr=subprocess.PIPE, check=False, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").startswith("error: the output: No space left")


@pytest.mark.skipif(os.name == "nt", reason="streams are closed by the shell here")
def test_streams_that_are_closed_are_no_defect(tmp_path: Path) -> None:
    line = f'"{sys.executable}" -m report_extract extract "{COVER}" --json - -q >&- 2>&- <&-'
    assert subprocess.run(["sh", "-c", line], check=False, cwd=tmp_path).returncode == 0
    line = f'"{sys.executable}" -m report_extract check "{REPORT}" --claims - <&-'
    done = subprocess.run(["sh", "-c", line], stderr=subprocess.PIPE, check=False, cwd=tmp_path)
    assert done.returncode == 2
    assert b"no claims there" in done.stderr
