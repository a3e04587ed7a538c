"""`report-extract corpus`: many reports as tables that answer questions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from report_extract.cli import options
from report_extract.cli.leave import EXIT_CODES, Exit
from report_extract.cli.reading import Extracting, many_jobs, spread

app = typer.Typer(help="Keep many reports as tables, and ask them questions.", no_args_is_help=True)

Store = Annotated[Path, typer.Option("--store", metavar="DIR", help="Folder of the corpus; made if need be.")]
Json = Annotated[str | None, typer.Option("--json", metavar="FILE", help="As JSON; - is standard output.")]
Csv = Annotated[str | None, typer.Option("--csv", metavar="FILE", help="As CSV; - is standard output.")]
CORPUS = Path("corpus")


@app.command("add", epilog=EXIT_CODES)
@spread
def add(
    paths: options.Paths,
    store: Store = CORPUS,
    copy: Annotated[
        bool, typer.Option("--copy", help="Also keep a copy of each, as DIR/<partnership>/<year>/<name>.")
    ] = False,
    again: Annotated[bool, typer.Option("--again", help="Read documents anew that are known.")] = False,
    jobs: options.Jobs = None,
    *,
    reading: Extracting,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Read documents into the corpus.

    What is known is not read again: the same content, found with the same version of report-extract and of the rules.
    So a run that was stopped goes on where it was. A file whose content has changed takes the place of what it was. A
    document that cannot be read is reported by name and reason; the others go on.
    """
    from report_extract.corpus.discovery import find_documents
    from report_extract.corpus.storing import Shelf
    from report_extract.present.corpus_add import present_add

    files = find_documents(paths, leave_out=store)
    how = reading.options(jobs=many_jobs(jobs, documents=len(files)))
    if not present_add(files, shelf=Shelf(store), options=how, copy=copy, again=again, quiet=quiet, debug=debug):
        raise typer.Exit(Exit.unreadable)


@app.command("list")
def list_documents(
    store: Store = CORPUS,
    failed: Annotated[bool, typer.Option("--failed", help="The files that could not be read, and why.")] = False,
    json: Json = None,
    csv: Csv = None,
    debug: options.Debug = False,
) -> None:
    """List the documents of the corpus."""
    from report_extract.corpus.store import Store as Corpus
    from report_extract.present.rows import show_rows

    corpus = Corpus(store)
    rows = corpus.failures() if failed else corpus.documents()
    shown = ("file", "message") if failed else ("partnership", "reporting_year", "kind", "document", "pages")
    show_rows(rows.columns, rows, json=json, csv=csv, shown=shown)


@app.command("remove")
def remove(
    documents: Annotated[
        list[str],
        typer.Argument(metavar="DOCUMENT", help="Its sha256 or first digits of it, path, or name."),
    ],
    store: Store = CORPUS,
    debug: options.Debug = False,
) -> None:
    """Take documents out of the corpus.

    Their files stay where they are. What is not there is passed over, so that doing it again changes nothing.
    """
    from report_extract.corpus.store import Store as Corpus
    from report_extract.write.plain import one_line

    removed = Corpus(store).remove(*documents)
    for gone in removed:
        typer.echo(one_line(f"removed {gone.document} ({gone.sha256[:12]}, {gone.file})"))
    if not removed:
        typer.echo("nothing removed: the corpus has no such document", err=True)


@app.command("query")
def query(
    sql: Annotated[str, typer.Argument(metavar="SQL", help="A statement in DuckDB's SQL; it can change nothing.")],
    store: Store = CORPUS,
    json: Json = None,
    csv: Csv = None,
    debug: options.Debug = False,
) -> None:
    """Ask the corpus a question in SQL.

    "SHOW TABLES" lists the tables, "DESCRIBE metrics" the columns of one.
    """
    from report_extract.corpus.store import Store as Corpus
    from report_extract.present.rows import show_rows

    rows = Corpus(store).query(sql)
    show_rows(rows.columns, rows, json=json, csv=csv)


@app.command("coding-sheet")
def coding_sheet(
    store: Store = CORPUS,
    json: Json = None,
    csv: Csv = None,
    xlsx: Annotated[Path | None, typer.Option("--xlsx", metavar="FILE", help="As a workbook.")] = None,
    rules: options.Rules = None,
    debug: options.Debug = False,
) -> None:
    """Fill the sheet that researchers fill by hand.

    For each annual report of the corpus by theme: activity, evidence and impact, each with the sentence and its page;
    for training the level up to which it was evaluated; for reviews the actions that followed. "not found" is no
    "no": a person should look.
    """
    from report_extract.corpus.store import Store as Corpus
    from report_extract.present.coding_sheet import show_sheet

    show_sheet(Corpus(store).coding_sheet(rules=rules or ()), json=json, csv=csv, xlsx=xlsx)


@app.command("export")
def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to; made if need be.")],
    parquet: Annotated[bool, typer.Option("--parquet", help="A Parquet file for each table (the default).")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="A CSV file for each table.")] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="One workbook with a sheet for each table.")] = False,
    store: Store = CORPUS,
    debug: options.Debug = False,
) -> None:
    """Write every table of the corpus, for other programs."""
    from report_extract.corpus.store import Store as Corpus

    wanted = {"parquet": parquet, "csv": csv, "xlsx": xlsx}
    for form in [form for form, is_wanted in wanted.items() if is_wanted] or ["parquet"]:
        for path in Corpus(store).export(folder, form=form):
            typer.echo(path)
