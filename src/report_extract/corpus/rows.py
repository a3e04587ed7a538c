"""The tables of the store: names, columns, types, and the rows of one document.

They are the tidy tables that `extract` writes as CSV, with SQL's types, without SQL's reserved words as names, and with
two more: one row for each printed table, and one for each piece of evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from report_extract.model.evidence import Evidence
from report_extract.model.extraction import Extraction
from report_extract.write.csv_tables import EVIDENCE, KEYS, KINDS, evidence_cells, header_of, rows_of

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the store: its columns with their SQL types."""

    name: str
    columns: Mapping[str, str]


# Our names beside those of the CSV files.
_FROM_CSV = {kind: kind for kind in KINDS if kind not in ("documents", "tables")} | {"table_cells": "tables"}
_RENAMED = {"start": "start_char", "end": "end_char", "table": "table_id", "row": "row_number", "column": "col_number"}

_INTEGERS = frozenset(
    ("pages", "page", "page_start", "page_end", "level", "number", "start_char", "end_char", "evidence_count", "count",
     "row_number", "col_number", "table_page", "columns", "rows", "year", "period_year", "values_stated")
)  # fmt: skip
_DOUBLES = frozenset({"value_max", "compared_with_value", "confidence", "x0", "top", "x1", "bottom"})
# Elsewhere text, a number, and the year of a document as a number.
_SPECIAL = {("metrics", "value"): "DOUBLE", ("coding", "level"): "VARCHAR", ("priorities", "year"): "VARCHAR"}
_TYPES = {"is_new": "BOOLEAN", "added_at": "TIMESTAMP", "failed_at": "TIMESTAMP"}

# Kinds of facts that have evidence and an id of their own.
_EVIDENT = (
    "metrics", "findings", "recommendations", "priorities", "achievements", "challenges", "reviews", "coding", "tables",
)  # fmt: skip

# What a question to many reports needs and no report prints: years as numbers, and whether a figure is the only one.
_OWN_TIME = frozenset({"current", "share", "total", "cumulative"})
_YEAR, _PERIOD_YEAR, _VALUES = "year", "period_year", "values_stated"

# How the document came to the store: where it is now, where it was found, what made its facts.
_STORED = ("given_as", "made_by", "version", "added_at")
_FAILURES = ("file", "sha256", "reason", "message", "failed_at")


@cache
def schema() -> Mapping[str, Table]:
    """Every table by its name; `documents` first."""
    counts = tuple(kind for kind in header_of("documents") if kind in (*_FROM_CSV, "tables"))
    about = tuple(name for name in header_of("documents") if name not in counts)
    tables = [_table("documents", (*about, _YEAR, *_STORED))]
    more = {"metrics": (_PERIOD_YEAR, _VALUES)}
    tables += [_table(name, (*header_of(kind), *more.get(name, ()))) for name, kind in _FROM_CSV.items()]
    tables.append(_table("tables", (*KEYS, "id", "title", "page", "page_end", "columns", "rows")))
    tables.append(_table("evidence", (*KEYS, "fact", "fact_id", "number", *EVIDENCE[1:])))
    tables.append(_table("failures", _FAILURES))
    return {table.name: table for table in tables}


def rows_by_table(facts: Extraction) -> Mapping[str, list[Row]]:
    """The rows of one document for every table but `failures`; how it came to the store, the store adds."""
    header = header_of("documents")
    (about,) = (dict(zip(header, row, strict=True)) for row in rows_of("documents", facts))
    known = schema()["documents"].columns
    rows: dict[str, list[Row]] = {"documents": [{k: v for k, v in about.items() if k in known}]}
    for name, kind in _FROM_CSV.items():
        columns = tuple(_RENAMED.get(column, column) for column in header_of(kind))
        rows[name] = [dict(zip(columns, row, strict=True)) for row in rows_of(kind, facts)]
    rows["documents"] = [{**row, _YEAR: _begins(row["reporting_year"])} for row in rows["documents"]]
    rows["metrics"] = list(_with_years(rows["metrics"]))
    keys = {key: about[key] for key in KEYS}
    rows["tables"] = [{**keys, **row} for row in _tables(facts)]
    rows["evidence"] = [{**keys, **row} for row in _evidence(facts)]
    return rows


def _with_years(rows: Sequence[Row]) -> Iterator[Row]:
    """`values_stated`: how many values a document has for one metric, area and year; 1 is the only one."""
    values: dict[tuple[Any, ...], set[float]] = {}
    for row in rows:
        values.setdefault(_thing(row), set()).add(row["value"])
    for row in rows:
        count = len(values[_thing(row)]) if row["metric"] else None
        yield {**row, _PERIOD_YEAR: _begins(row["period"]), _VALUES: count}


def _thing(row: Row) -> tuple[Any, ...]:
    about = tuple(row[name] for name in ("metric", "unit", "area"))
    return (*about, _begins(row["period"]), "" if row["role"] in _OWN_TIME else row["role"])


def _begins(period: str | None) -> int | None:
    """2024 of "2024/25" and of "31 March 2025": the year in which the financial year of a period begins."""
    from report_extract.compare.when import fiscal_year  # only those who fill the store need it

    return fiscal_year(period)


def _table(name: str, columns: tuple[str, ...]) -> Table:
    named = (_RENAMED.get(column, column) for column in columns)
    return Table(name, {column: _type(name, column) for column in named})


def _type(table: str, column: str) -> str:
    if (table, column) in _SPECIAL:
        return _SPECIAL[table, column]
    if column in _DOUBLES:
        return "DOUBLE"
    return "INTEGER" if column in _INTEGERS else _TYPES.get(column, "VARCHAR")


def _tables(facts: Extraction) -> Iterator[Row]:
    for table in facts.tables:
        width = max((len(row) for row in (table.header, *table.rows)), default=0)
        about = {"id": table.id, "title": table.title, "page": table.page, "page_end": table.page_end}
        yield {**about, "columns": width, "rows": len(table.rows)}


def _evidence(facts: Extraction) -> Iterator[Row]:
    for kind in _EVIDENT:
        for fact in getattr(facts, kind):
            pieces: tuple[Evidence, ...] = fact.evidence
            for number, piece in enumerate(pieces, start=1):
                cells = dict(zip(EVIDENCE[1:], evidence_cells((piece,))[1:], strict=True))
                named = {_RENAMED.get(name, name): cell for name, cell in cells.items()}
                yield {"fact": kind, "fact_id": fact.id, "number": number, **named}
