"""The commands and their help; each command's module is light, what it needs is imported when it runs."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from report_extract import __version__
from report_extract.cli import commands
from report_extract.cli.leave import EXIT_CODES, ReaderHasGone


class _Root(TyperGroup):
    """The library below ends with exit code 1 when the reader of the output has gone; here 1 means a finding."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as gone:
            raise ReaderHasGone from gone


app = typer.Typer(
    name="report-extract",
    cls=_Root,
    help="Reads committee covers and annual reports into JSON in which every value says where it stands.",
    epilog=EXIT_CODES,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"report-extract {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    pass


commands.register(app)
