"""Runs the code of tutorial.md and writes what comes out below it: `make docs`, and a test that nothing changed.

A block of Python is followed by a block of its output; as in a notebook, the last line's value is shown if it is an
expression. A console block holds a command, and below it what the command printed.
"""

from __future__ import annotations

import ast
import io
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

from report_extract.cli.leave import run

HERE = Path(__file__).parent
PAGE = HERE / "tutorial.md"
CORPORA = HERE.parent / "corpora"
SAMPLES = ("ashcombe", "northmere-saltmarsh", "thornleigh")

_PYTHON = re.compile(r"```python\n(?P<code>.*?)```\n```output\n.*?```\n", re.DOTALL)
_CONSOLE = re.compile(r"```console\n\$ (?P<command>[^\n]+)\n.*?```\n", re.DOTALL)


def tutorial_page() -> str:
    """The page with the outputs of today."""
    names: dict[str, object] = {}
    with _beside_the_samples():
        page = _PYTHON.sub(lambda m: _with_output(m["code"], names), PAGE.read_text(encoding="utf-8"))
        return _CONSOLE.sub(lambda m: f"```console\n$ {m['command']}\n{_said(m['command'])}```\n", page)


def _with_output(code: str, names: dict[str, object]) -> str:
    """The block of code and the block of what it printed."""
    printed = io.StringIO()
    body = ast.parse(code).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    with redirect_stdout(printed):
        exec(compile(ast.Module(body, []), PAGE.name, "exec"), names)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), PAGE.name, "eval"), names)
            if value is not None:
                print(repr(value))
    return f"```python\n{code}```\n```output\n{printed.getvalue()}```\n"


def _said(command: str) -> str:
    """What a command prints on standard output."""
    printed = io.StringIO()
    with redirect_stdout(printed):
        code = run(shlex.split(command)[1:])
    if code:
        raise RuntimeError(f"{command} ended with {code}")
    return "".join(f"{line.rstrip()}\n" for line in printed.getvalue().splitlines())


@contextmanager
def _beside_the_samples() -> Iterator[None]:
    """In a temporary folder that looks like the checkout, at 88 columns."""
    before, columns = Path.cwd(), os.environ.get("COLUMNS")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name in SAMPLES:
            shutil.copytree(CORPORA / name, Path(folder) / "corpora" / name)
        os.chdir(folder)
        os.environ["COLUMNS"] = "88"
        try:
            yield
        finally:
            os.chdir(before)
            if columns is None:
                del os.environ["COLUMNS"]
            else:
                os.environ["COLUMNS"] = columns


if __name__ == "__main__":
    PAGE.write_bytes(tutorial_page().encode("utf-8"))
