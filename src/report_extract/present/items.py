"""The things of an extraction by their ids, also by the short forms that a person types: "m12", "f3", "rev2"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ValidationError

from report_extract.errors import WrongUsage
from report_extract.model.evidence import Evidence
from report_extract.model.extraction import EXTRACT_SCHEMA, Extraction

KINDS = (
    "metrics", "findings", "recommendations", "priorities", "achievements", "challenges", "reviews", "tables",
)  # fmt: skip
_PARTS = re.compile(r"([a-z_]+)-?(\d+)")
_NAMED = 8  # ids that an error names


def facts_in(file: Path) -> Extraction:
    """The facts of a JSON file that `extract` wrote. Raises WrongUsage for anything else."""
    try:
        return Extraction.model_validate_json(file.read_bytes())
    except OSError as fault:
        raise WrongUsage(f"{file}: cannot be opened ({fault.strerror})") from fault
    except ValidationError as fault:
        first = fault.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the whole"
        raise WrongUsage(
            f"{file}: this is no result of `report-extract extract` for one document ({EXTRACT_SCHEMA}): "
            f"{place}: {first['msg']}"
        ) from fault


def items(facts: Extraction) -> Iterator[tuple[str, BaseModel]]:
    """(kind, thing) of everything that has an id and evidence, kind by kind."""
    for kind in KINDS:
        for item in getattr(facts, kind):
            yield kind, item


def item_called(name: str, facts: Extraction) -> tuple[str, BaseModel]:
    """The thing with that id, or the first for whose id a short form stands ("r1" is recommendation-1, not review-1).

    Raises WrongUsage with the nearest ids.
    """
    known = {item_id(item): (kind, item) for kind, item in items(facts)}
    wanted = name.strip().lower()
    meant = wanted if wanted in known else next((other for other in known if _short_for(wanted, other)), None)
    if meant is not None:
        return known[meant]
    near = ", ".join(_nearest(wanted, list(known))) or "nothing: the document gave no facts"
    raise WrongUsage(f"there is no {name!r} in this result. Nearest: {near}")


def item_id(item: BaseModel) -> str:
    return str(getattr(item, "id", ""))


def evidence_of(item: BaseModel) -> tuple[Evidence, ...]:
    return tuple(getattr(item, "evidence", ()))


def words_of(item: BaseModel) -> str:
    """What the thing says, in its own words."""
    return str(next((v for f in ("label", "title", "text") if (v := getattr(item, f, None))), ""))


def _short_for(short: str, whole: str) -> bool:
    """ "f3" for "finding-3": the beginning of the word, and the same number."""
    a, b = _PARTS.fullmatch(short), _PARTS.fullmatch(whole)
    return a is not None and b is not None and b[1].startswith(a[1]) and int(a[2]) == int(b[2])


def _nearest(wanted: str, known: list[str]) -> list[str]:
    """Of the same kind the nearest numbers, else what is spelt alike."""
    parts = _PARTS.fullmatch(wanted)
    if parts:
        same = [(abs(int(o[2]) - int(parts[2])), o[0]) for k in known if (o := _PARTS.fullmatch(k)) and _kin(parts, o)]
        if same:
            return [name for _, name in sorted(same, key=lambda pair: pair[0])[:_NAMED]]
    from rapidfuzz import process

    return [match[0] for match in process.extract(wanted, known, limit=_NAMED)]


def _kin(a: re.Match[str], b: re.Match[str]) -> bool:
    return b[1].startswith(a[1]) or a[1].startswith(b[1])
