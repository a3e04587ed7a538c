"""The things of an extraction by their ids, also by the short forms that a person types: "m12", "f3", "rev2"."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ValidationError

from report_extract.errors import WrongUsage
from report_extract.model.evidence import Evidence
from report_extract.model.extraction import EXTRACT_SCHEMA, Extraction

KINDS = (
    "metrics", "findings", "recommendations", "priorities", "achievements", "challenges", "reviews", "tables",
)  # fmt: skip
_PARTS_OF_A_SCHEMA = 2  # slashes of "report-extract/check/1"
_PARTS = re.compile(r"([a-z_]+)-?(\d+)")
_NEAREST = 2  # ids that an error names beside the range: the neighbours of what was typed


def facts_in(file: Path) -> Extraction:
    """The facts of a JSON file that `extract` wrote. Raises WrongUsage for anything else."""
    try:
        content = file.read_bytes()
    except OSError as fault:
        raise WrongUsage(f"{file}: cannot be opened ({fault.strerror})") from fault
    try:
        return Extraction.model_validate_json(content)
    except ValidationError as fault:
        raise WrongUsage(f"{file}: {_what_it_is(content)}") from fault


def _what_it_is(content: bytes) -> str:
    """Why the content is no result of `extract` for one document, and what to give instead."""
    try:
        found = json.loads(content)
    except ValueError:
        return "this is no JSON. Give the OUT.json that `report-extract extract` wrote of the document"
    if isinstance(found, list):
        return "this holds several documents. Extract the one with --out, and give its own JSON"
    schema = found.get("schema") if isinstance(found, dict) else None
    if schema == EXTRACT_SCHEMA:
        return "this is damaged: a result of `report-extract extract` that was changed by hand or cut. Extract again"
    if isinstance(schema, str) and schema.startswith(EXTRACT_SCHEMA.rpartition("/")[0] + "/"):
        return f"another version of report-extract wrote this ({schema}, not {EXTRACT_SCHEMA}). Extract again"
    what = (
        f"a {schema.split('/')[1]} result"
        if isinstance(schema, str) and schema.count("/") == _PARTS_OF_A_SCHEMA
        else "other JSON"
    )
    return f"this is {what}. Give the OUT.json that `report-extract extract` wrote of the document"


def items(facts: Extraction) -> Iterator[tuple[str, BaseModel]]:
    """(kind, thing) of everything that has an id and evidence, kind by kind."""
    for kind in KINDS:
        for item in getattr(facts, kind):
            yield kind, item


def item_called(name: str, facts: Extraction) -> tuple[str, BaseModel]:
    """The thing with that id, or the first for whose id a short form stands ("r1" is recommendation-1, not review-1).

    Raises WrongUsage with the ids that there are of the kind that was meant, else of every kind.
    """
    known = {item_id(item): (kind, item) for kind, item in items(facts)}
    wanted = re.sub(r"[\s_]+", "-", name.strip().lower())
    meant = wanted if wanted in known else next((other for other in known if _short_for(wanted, other, known)), None)
    if meant is not None:
        return known[meant]
    raise WrongUsage(f"there is no {name!r} in this result. {_what_there_is(wanted, facts)}")


def item_id(item: BaseModel) -> str:
    return str(getattr(item, "id", ""))


def evidence_of(item: BaseModel) -> tuple[Evidence, ...]:
    return tuple(getattr(item, "evidence", ()))


def words_of(item: BaseModel) -> str:
    """What the thing says, in its own words."""
    return str(next((v for f in ("label", "title", "text") if (v := getattr(item, f, None))), ""))


def _short_for(short: str, whole: str, known: Mapping[str, tuple[str, BaseModel]]) -> bool:
    """ "f3" for "finding-3", "table 2" for "t2": the beginning of the id's or the kind's word, and the same number."""
    a, b = _PARTS.fullmatch(short), _PARTS.fullmatch(whole)
    if a is None or b is None or int(a[2]) != int(b[2]):
        return False
    return b[1].startswith(a[1]) or known[whole][0].startswith(a[1])


def _what_there_is(wanted: str, facts: Extraction) -> str:
    """ "Its metrics are m1 to m450; nearest: m450, m449" for "m999"; the ranges of every kind for what is no id."""
    ids = {kind: [item_id(item) for item in getattr(facts, kind)] for kind in KINDS}
    typed = _PARTS.fullmatch(wanted)
    meant = next((kind for kind in KINDS if typed and _is_meant(typed[1], kind, ids[kind])), None)
    if typed and meant and not ids[meant]:
        return f"It has no {meant}"
    if typed and meant:
        near = sorted(ids[meant], key=lambda one: abs(_number(one) - int(typed[2])))[:_NEAREST]
        return f"{_range(meant, ids[meant])}. Nearest: {', '.join(near)}"
    ranges = [_range(kind, ids[kind]) for kind in KINDS if ids[kind]]
    return "; ".join(ranges) if ranges else "The document gave no facts"


def _is_meant(word: str, kind: str, ids: Sequence[str]) -> bool:
    """Whether the typed word begins the kind's name or the word of its ids; "m" is the metrics, "r" recommendations."""
    of_ids = _PARTS.fullmatch(ids[0]) if ids else None
    return kind.startswith(word) or (of_ids is not None and of_ids[1].startswith(word))


def _range(kind: str, ids: Sequence[str]) -> str:
    return f"{kind}: {ids[0]} to {ids[-1]}" if len(ids) > 1 else f"{kind}: {ids[0]}"


def _number(name: str) -> int:
    parts = _PARTS.fullmatch(name)
    return int(parts[2]) if parts else 0
