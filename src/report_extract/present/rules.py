"""Rules on the console: lists, the fields of a kind, one rule as written, the result of the self-test."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from report_extract.present.console import output
from report_extract.rules.describe import as_written, fields_of
from report_extract.rules.load import RuleBook
from report_extract.rules.rule import Rule
from report_extract.rules.selftest import Failure, SelfTest
from report_extract.write.plain import one_line, plain

_TEXT_LONGEST = 160
_NAMES_SHOWN = 5


def list_rules(book: RuleBook, *, kind: type[Rule] | None, as_json: bool) -> None:
    """Every rule in force, or those of one kind."""
    rules = [rule for rule in book if kind is None or type(rule) is kind]
    if as_json:
        rows = [
            {"kind": type(r).kind, "id": r.id, "description": r.description, "file": r.file, "line": r.line}
            for r in rules
        ]
        print(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    table = _table("rule", "what it recognises", "written in")
    for rule in rules:
        table.add_row(
            Text(rule.name, style="bold"), Text(one_line(rule.description)), Text(f"{rule.pack}:{rule.line}", "dim")
        )
    console = output()
    console.print(table)
    kinds = len({type(rule).kind for rule in rules})
    console.print(Text(f"{len(rules)} rules of {kinds} kind{'s' if kinds != 1 else ''}", style="dim"))


def show_kind(kind: type[Rule]) -> None:
    """What a kind is for and the fields that its rules may have."""
    console = output()
    console.print(Text(kind.kind, style="bold"))
    console.print(Text(plain(_paragraphs(kind.__doc__ or ""))))
    table = _table("field", "", "type", "meaning")
    for field in fields_of(kind):
        required = Text("required" if field.required else "", style="yellow")
        table.add_row(Text(field.name, style="bold"), required, Text(field.type), Text(field.description))
    console.print(table)


def _paragraphs(docstring: str) -> str:
    """Docstrings are wrapped for the source; here the console wraps."""
    lines = [" ".join(line.split()) for line in docstring.strip().splitlines()]
    return "\n\n".join(" ".join(part.split("\n")) for part in "\n".join(lines).split("\n\n")) + "\n"


def show_rule(rule: Rule) -> None:
    """The rule's own lines, and where they stand."""
    console = output()
    console.print(Text(f"{rule.file}:{rule.line}", style="dim"), soft_wrap=True)
    text = plain(as_written(rule))
    if console.is_terminal:
        console.print(Syntax(text, "yaml", background_color="default", word_wrap=True))
    else:
        print(text)


def show_selftest(result: SelfTest, *, as_json: bool) -> None:
    """Coverage by pack, then every failure with its place."""
    if as_json:
        failures = [
            {"rule": f.rule.name, "file": f.rule.file, "line": f.rule.line, "text": f.text, "reason": f.reason}
            for f in result.failures
        ]
        rows = [asdict(row) for row in result.coverage]
        print(json.dumps({"passed": result.passed, "coverage": rows, "failures": failures}, indent=2))
        return
    console = output()
    console.print(_coverage(result))
    _show_failures(console, result.failures)
    tests = sum(row.examples + row.counterexamples for row in result.coverage)
    rules = sum(row.rules for row in result.coverage)
    verdict = Text("all pass", "green") if result.passed else Text(f"{len(result.failures)} failures", "bold red")
    console.print(Text.assemble(f"{rules} rules, {tests} tests: ", verdict))


def _coverage(result: SelfTest) -> Table:
    table = _table("kind", "pack")
    for heading in ("rules", "examples", "counter-\nexamples", "without\nboth", "failed"):
        table.add_column(heading, justify="right", vertical="top")
    for row in result.coverage:
        numbers = (row.rules, row.examples, row.counterexamples, row.incomplete, row.failed)
        style = "red" if row.failed or row.incomplete else ""
        table.add_row(Text(row.kind), Text(row.pack), *(Text(str(n), style=style) for n in numbers))
    return table


def _show_failures(console: Console, failures: Sequence[Failure]) -> None:
    """Each failure with its example; what is wrong with many rules in the same words is said once."""
    alike: dict[str, list[str]] = {}
    for failure in failures:
        if not failure.text:
            alike.setdefault(failure.reason, []).append(failure.rule.name)
            continue
        place = f"{Path(failure.rule.file).name}:{failure.rule.line}"
        console.print(Text.assemble(("✗ ", "red"), (failure.rule.name, "bold"), (f"  {place}", "dim")), soft_wrap=True)
        console.print(Text(f"    {one_line(failure.text, longest=_TEXT_LONGEST)}"), soft_wrap=True)
        console.print(Text(f"    {one_line(failure.reason)}"), soft_wrap=True)
    for reason, names in alike.items():
        more = f" and {len(names) - _NAMES_SHOWN} more" if len(names) > _NAMES_SHOWN else ""
        shown = ", ".join(names[:_NAMES_SHOWN])
        console.print(Text.assemble(("✗ ", "red"), (shown + more, "bold"), f": {one_line(reason)}"), soft_wrap=True)


def _table(*headings: str) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold", show_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table
