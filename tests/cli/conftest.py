"""Commands run as a user runs them, and what they said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from report_extract.cli.leave import run

COVER = """\
# Saltmarsh Council: Children's Board

Report of: Director of Kestrel Services

Classification: Public

## Summary

The yearly report of the partnership covers 2024/25.
"""


class Said(NamedTuple):
    code: int
    out: str
    err: str


Cli = Callable[..., Said]


@pytest.fixture
def cli(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Runs a command line in this process, at 80 columns, as if nobody watched."""
    monkeypatch.setenv("COLUMNS", "80")

    def command(*arguments: object) -> Said:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Said(code, out, err)

    return command


@pytest.fixture
def cover(tmp_path: Path) -> Path:
    """A small readable document."""
    path = tmp_path / "in" / "cover.md"
    path.parent.mkdir()
    path.write_text(COVER, encoding="utf-8")
    return path
