"""`report-extract rules`: list, show, test and begin rules."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from report_extract.cli import options
from report_extract.cli.leave import Exit

app = typer.Typer(help="List, show, test and begin rules.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="As JSON.")]


@app.command("list")
def list_all(
    kind: Annotated[str | None, typer.Argument(metavar="[KIND]", help="Only rules of this kind.")] = None,
    json: Json = False,
    rules: options.Rules = None,
    debug: options.Debug = False,
) -> None:
    """List the rules in force.

    Kind, id, what each recognises, and where it is written.
    """
    from report_extract.present.rules import list_rules
    from report_extract.rules.describe import kind_called
    from report_extract.rules.load import load_rules

    book = load_rules(tuple(rules or ()))
    list_rules(book, kind=kind_called(kind) if kind else None, as_json=json)


@app.command("show")
def show_one(
    name: Annotated[str, typer.Argument(metavar="KIND[/ID]", help="A kind of rule, or one rule.")],
    rules: options.Rules = None,
    debug: options.Debug = False,
) -> None:
    """Show the fields of a kind of rule, or one rule.

    The fields that a kind may have, each explained; a rule as it was written.
    """
    from report_extract.present.rules import show_kind, show_rule
    from report_extract.rules.describe import kind_called, rule_called
    from report_extract.rules.load import load_rules

    if "/" in name:
        show_rule(rule_called(name, book=load_rules(tuple(rules or ()))))
    else:
        show_kind(kind_called(name))


@app.command("test")
def run_tests(
    kind: Annotated[str | None, typer.Argument(metavar="[KIND]", help="Only rules of this kind.")] = None,
    json: Json = False,
    rules: options.Rules = None,
    debug: options.Debug = False,
) -> None:
    """Run every rule's examples and counterexamples.

    Exit code 1 if one fails or a rule has none.
    """
    from report_extract.cli.testers import testers
    from report_extract.present.rules import show_selftest
    from report_extract.rules.describe import kind_called
    from report_extract.rules.load import load_rules
    from report_extract.rules.selftest import run

    only = kind_called(kind) if kind else None
    result = run(load_rules(tuple(rules or ())), testers=testers(), only=only)
    show_selftest(result, as_json=json)
    if not result.passed:
        raise typer.Exit(Exit.found)


@app.command("new")
def begin(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="`rules list` shows the kinds.")],
    id: Annotated[str, typer.Argument(metavar="ID", help="Lower-case letters, digits, underscores.")],
    folder: Annotated[Path, typer.Option("--in", metavar="DIR", help="Folder of your own packs.")] = Path("my-rules"),
    debug: options.Debug = False,
) -> None:
    """Begin a rule in your own folder.

    Writes a skeleton with the fields of its kind, to fill in and to test.
    """
    from report_extract.rules.scaffold import new_rule

    path = new_rule(folder, kind=kind, id=id)
    typer.echo(f"{path}: fill in {kind}/{id}, then run: report-extract rules test {kind} --rules {folder}")
