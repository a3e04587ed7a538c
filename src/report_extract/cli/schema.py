"""`report-extract schema`: the JSON Schema of a result."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Result(StrEnum):
    """Results whose schema is published."""

    extract = "extract"
    check = "check"
    compare = "compare"


def schema(
    result: Annotated[Result, typer.Argument(help="Whose result.")] = Result.extract,
) -> None:
    """Print the JSON Schema of a command's result."""
    from report_extract.present.schema import schema_of

    typer.echo(schema_of(result.value))
