"""Asking for help is quick because it imports nothing heavy; exit codes and defaults are told truly."""

from __future__ import annotations

import subprocess
import sys

import pytest

from report_extract import __version__
from report_extract.cli import reading
from report_extract.cli.leave import Exit
from report_extract.read import worker
from tests.cli.conftest import Cli

# Everything that this package brings along but for typer, and pydantic, which typer itself uses.
HEAVY = ["docx", "jinja2", "lxml", "numpy", "pdfplumber", "PIL", "psutil", "pypdfium2", "rapidfuzz", "re2", "rich"]
HEAVY += ["spacy", "yaml"]
COMMANDS = ["extract", "check", "read", "inspect", "demo", "schema", "rules", "rules list", "rules show", "rules test"]


@pytest.mark.parametrize("command", ["", "extract", "check", "rules"])
def test_help_imports_nothing_heavy(command: str) -> None:
    code = (
        "import sys\n"
        "from report_extract.cli import main\n"
        "try:\n"
        f"    main({[*command.split(), '--help']!r})\n"
        "finally:\n"
        f"    print('heavy:', *(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Usage: report-extract" in done.stdout
    assert done.stderr.strip() == "heavy:"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_within_80_columns(cli: Cli, command: str) -> None:
    said = cli(*command.split(), "--help")
    assert said.code == 0
    assert f"report-extract {command}" in said.out
    assert max(map(len, said.out.splitlines())) <= 85  # the exit codes' lines are not wrapped


def test_every_exit_code_is_documented(cli: Cli) -> None:
    text = cli("--help").out
    for code in Exit:
        assert f"\n    {code.value} " in text


def test_the_defaults_in_the_help_are_those_of_the_reader() -> None:
    assert (reading.TIMEOUT_SECONDS, reading.MEMORY_MIB) == (worker.TIMEOUT, worker.MEMORY)


def test_version(cli: Cli) -> None:
    assert cli("--version").out == f"report-extract {__version__}\n"


def test_options_of_reading_are_the_same_for_every_command(cli: Cli) -> None:
    """They are written once; a command that lost one would read documents otherwise than the others."""
    for command in ("extract", "check", "compare", "corpus add", "read", "inspect"):
        text = cli(*command.split(), "--help").out
        assert [o for o in ("--timeout", "--memory", "--password", "--no-ocr") if f"  {o} " not in text] == [], command


@pytest.mark.parametrize("group", [(), ("corpus",), ("rules",)])
def test_the_lists_of_commands_are_not_cut_off(cli: Cli, group: tuple[str, ...]) -> None:
    assert "..." not in cli(*group, "--help").out.split("Commands:")[1]
