"""What the documentation says is what the code does; `make docs` writes the pages anew."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer

from report_extract.cli.app import app
from report_extract.cli.leave import Exit

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CLI_PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def commands() -> dict[str, Any]:
    """Every command by what one types, groups included."""

    def walk(command: Any, name: str) -> Iterator[tuple[str, Any]]:
        yield name, command
        for child, below in getattr(command, "commands", {}).items():
            yield from walk(below, f"{name} {child}")

    return dict(walk(typer.main.get_command(app), "report-extract"))


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_the_json_reference_is_current(generate: ModuleType) -> None:
    assert (ROOT / "docs" / "json.md").read_text(encoding="utf-8") == generate.json_page(), "run `make docs`"


@pytest.mark.parametrize("name", list(commands()))
def test_the_command_reference_tells_every_option(name: str) -> None:
    """Words and not layout: that is typer's, and changes with its version."""
    section = CLI_PAGE.partition(f"## {name}\n")[2].partition("\n## ")[0]
    assert section, "run `make docs`"
    for parameter in commands()[name].params:
        assert squeezed(parameter.help or "") in squeezed(section), "run `make docs`"
        for option in parameter.opts:
            assert not option.startswith("-") or option in section, "run `make docs`"


def test_the_command_reference_tells_no_option_that_is_gone() -> None:
    known = {
        option for command in commands().values() for p in command.params for option in (*p.opts, *p.secondary_opts)
    }
    assert set(re.findall(r"--[a-z][a-z-]*", CLI_PAGE)) - {"--help"} <= known, "run `make docs`"


def test_every_field_of_the_reference_has_a_meaning() -> None:
    rows = [line for line in (ROOT / "docs" / "json.md").read_text(encoding="utf-8").splitlines() if "| `" in line]
    bare = [row for row in rows if row.endswith("|  |")]
    assert not bare


@pytest.mark.parametrize("page", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_commands_and_options_named_in_prose_exist(page: str) -> None:
    known = commands()
    for line in re.findall(r"(?:^    |`)report-extract ([a-z][^\n`]*)", page, re.MULTILINE):
        words = line.split()
        name = f"report-extract {words[0]}"
        assert name in known, line
        if len(words) > 1 and f"{name} {words[1]}" in known:
            name += f" {words[1]}"
        options = {
            option for parameter in known[name].params for option in (*parameter.opts, *parameter.secondary_opts)
        }
        assert set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", line)) <= options | {"--help"}, line


@pytest.mark.parametrize("page", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_make_targets_and_files_named_in_prose_exist(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`make ([a-z]+)`", page):
        assert f"\n{target}:" in makefile, target
    for link in re.findall(r"\]\(([^)#:]+)\)", page):
        assert (ROOT / link).exists(), link


def test_the_readme_is_short_and_tells_the_exit_codes() -> None:
    assert len(README.splitlines()) < 150
    for code in Exit:
        assert re.search(rf"\| {code.value} +\|", README), code
