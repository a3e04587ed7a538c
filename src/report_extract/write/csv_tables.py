"""The facts of many documents as tidy tables: one file a kind, one row a thing, the document's keys on every row.

Columns are the fields of the JSON contract: what is inside a field has its name in front ("status_rag"), lists are
joined with "; ". The first piece of evidence stands in columns of its own, beside the number of all pieces.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from report_extract.model.evidence import Evidence, Notice
from report_extract.model.extraction import (
    Coded,
    Extraction,
    Finding,
    Metric,
    Priority,
    Recommendation,
    Remark,
    Review,
    SectionInfo,
)
from report_extract.write.tidy import Cell

Row = tuple[Cell, ...]

KEYS = ("document", "sha256", "partnership", "reporting_year")
EVIDENCE = ("evidence_count", "page", "x0", "top", "x1", "bottom", "start", "end", "quote", "section", "rule")
_DOCUMENT = ("file", "media_type", "pages", "kind", "title", "partnership_name", "published", "readers")
_TABLE = ("table", "title", "table_page", "row", "column", "row_label", "header", "value", "unit")
_COVER = ("field", "value")
_JOINT = "; "
_NOT_FIELDS = frozenset({"evidence", "template"})

# Kinds whose rows are the model's own fields. The file's name is the key of the JSON.
_LISTS: Mapping[str, type[BaseModel]] = {
    "metrics": Metric,
    "findings": Finding,
    "recommendations": Recommendation,
    "priorities": Priority,
    "achievements": Remark,
    "challenges": Remark,
    "reviews": Review,
    "coding": Coded,
    "sections": SectionInfo,
    "notices": Notice,
}
KINDS = ("documents", *_LISTS, "tables", "cover_fields")


def header_of(kind: str) -> tuple[str, ...]:
    """The column names of a kind's file; the same for every document."""
    if kind == "documents":
        return (*KEYS, *_DOCUMENT, *_LISTS, "tables")
    if kind == "tables":
        return (*KEYS, *_TABLE, *EVIDENCE)
    if kind == "cover_fields":
        return (*KEYS, *_COVER, *EVIDENCE)
    model = _LISTS[kind]
    return (*KEYS, *_columns(model), *(EVIDENCE if "evidence" in model.model_fields else ()))


def rows_of(kind: str, facts: Extraction) -> Iterator[Row]:
    """The rows of one document, each as long as `header_of(kind)`."""
    known = facts.document.partnership
    keys = (facts.document.name, facts.document.sha256, known.key if known else None, facts.document.reporting_year)
    bodies = {"documents": _about, "tables": _cells, "cover_fields": _fields}
    own = bodies[kind](facts) if kind in bodies else _items(getattr(facts, kind), _LISTS[kind])
    for row in own:
        yield (*keys, *row)


def _about(facts: Extraction) -> Iterator[Row]:
    about = facts.document
    readers = _JOINT.join(f"{name} {pages}" for name, pages in about.readers.items())
    name = about.partnership.name if about.partnership else None
    counts = (len(getattr(facts, kind)) for kind in (*_LISTS, "tables"))
    yield (
        about.file, about.media_type, about.pages, about.kind.value, about.title, name, about.published, readers,
        *counts,
    )  # fmt: skip


def _items(items: Sequence[BaseModel], model: type[BaseModel]) -> Iterator[Row]:
    for item in items:
        cells = _flat(item)
        evidence = evidence_cells(item.evidence) if hasattr(item, "evidence") else ()
        yield (*(cells.get(name) for name in _columns(model)), *evidence)


def evidence_cells(evidence: Sequence[Evidence]) -> Row:
    """The cells under EVIDENCE: how many pieces, and the first one."""
    if not evidence:
        return (0, *(None for _ in EVIDENCE[1:]))
    first = evidence[0]
    return (
        len(evidence), first.page, *(round(side, 2) for side in first.bbox), first.start, first.end, first.quote,
        first.section, first.rule,
    )  # fmt: skip


@cache
def _columns(model: type[BaseModel]) -> tuple[str, ...]:
    """The model's fields without its evidence; a field that holds a model gives one column for each of that one's."""
    names: list[str] = []
    for name, info in model.model_fields.items():
        inner = next((a for a in (info.annotation, *get_args(info.annotation)) if _is_model(a)), None)
        if name != "evidence":
            names += [f"{name}_{below}" for below in _columns(inner)] if inner else [name]
    return tuple(names)


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _flat(item: BaseModel) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for name in type(item).model_fields:
        value = getattr(item, name)
        if isinstance(value, BaseModel):
            cells |= {f"{name}_{below}": cell for below, cell in _flat(value).items()}
        elif name != "evidence":
            cells[name] = _JOINT.join(map(str, value)) if isinstance(value, tuple) else value
    return cells


def _cells(facts: Extraction) -> Iterator[Row]:
    """Long form: one row a cell, with the words of its row and of its column."""
    for table in facts.tables:
        evidence = evidence_cells(table.evidence)
        for number, row in enumerate(table.rows, start=1):
            label = _shown(row[0]) if row else None
            for column, cell in enumerate(row):
                head = _shown(table.header[column]) if column < len(table.header) else None
                unit = table.units[column] if column < len(table.units) else None
                place = (table.id, table.title, table.page, number, column + 1)
                yield (*place, label, head, _shown(cell), unit, *evidence)


def _shown(cell: Any) -> Cell:
    """A tick is true and a cross false, whatever was printed."""
    value = cell.get("value") if isinstance(cell, Mapping) else cell
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _fields(facts: Extraction) -> Iterator[Row]:
    """Long form: "committees.0.name"; what stands behind "fields." is the label as printed."""
    if facts.cover is None:
        return
    for field, value, evidence in _leaves(facts.cover, ""):
        pieces = evidence or facts.cover.evidence.get(field, ())
        yield (field, value, *evidence_cells(pieces))


def _leaves(value: Any, path: str, evidence: Sequence[Evidence] = ()) -> Iterator[tuple[str, Cell, Sequence[Evidence]]]:
    """Everything that is stated, with its path and the evidence of the thing that it belongs to."""
    inner: Mapping[Any, Any]
    if isinstance(value, BaseModel):
        inner = {name: getattr(value, name) for name in type(value).model_fields if name not in _NOT_FIELDS}
        own = getattr(value, "evidence", ())
        evidence = own if isinstance(own, tuple) else evidence
    elif isinstance(value, tuple):
        inner = dict(enumerate(value))
    elif isinstance(value, Mapping):
        inner = value
    else:
        if value is not None:
            yield path, value, evidence
        return
    for name, below in inner.items():
        yield from _leaves(below, f"{path}.{name}" if path else str(name), evidence)
