"""The facts of a document as a store takes them: JSON to keep, and lines of JSON for its tables.

Made in the reading process, so that the one that writes only has to write: of 33 ms a document that it spent before,
20 were unpickling and spelling out facts (measured on the variants of the samples).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from report_extract.corpus.rows import Row, rows_by_table
from report_extract.model.extraction import DocumentInfo, Extraction
from report_extract.write.as_json import to_json


class Shelved(NamedTuple):
    """`kept` is what `extract` writes; `lines` are rows by table, one JSON object each, ended by line feeds."""

    document: DocumentInfo
    made_by: str
    kept: bytes
    lines: Mapping[str, bytes]


# One encoder for all rows: `json.dumps` with an argument makes a new one each time.
_encode = json.JSONEncoder(default=str).encode


def shelved(facts: Extraction) -> Shelved:
    """Everything that the store will write of a document."""
    lines = {name: lines_of(rows) for name, rows in rows_by_table(facts).items() if rows}
    return Shelved(facts.document, facts.made_by or "", to_json(facts).encode("utf-8"), lines)


def lines_of(rows: list[Row]) -> bytes:
    """ASCII only: DuckDB's reader need not know what the machine takes text to be."""
    return "".join(f"{_encode(row)}\n" for row in rows).encode("ascii")
