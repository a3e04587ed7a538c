"""The list of commands; a new command is a module beside this one and a line here."""

from __future__ import annotations

import typer

from report_extract.cli import check, compare, corpus, demo, explain, extract, inspect, read, rules, schema
from report_extract.cli.leave import EXIT_CODES


def register(app: typer.Typer) -> None:
    """Hangs every command into the application, in the order of the help."""
    app.command("extract", epilog=EXIT_CODES)(extract.extract)
    app.command("check", epilog=EXIT_CODES)(check.check)
    app.command("compare", epilog=EXIT_CODES)(compare.compare)
    app.command("read")(read.read)
    app.command("explain")(explain.explain)
    app.command("inspect")(inspect.inspect)
    app.command("demo")(demo.demo)
    app.add_typer(corpus.app, name="corpus")
    app.add_typer(rules.app, name="rules")
    app.command("schema")(schema.schema)
