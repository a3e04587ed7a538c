"""What is compared, however it is given: facts, a document, a file to read, or the JSON that `extract` wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from report_extract.errors import WrongUsage
from report_extract.model.document import Document
from report_extract.model.extraction import EXTRACT_SCHEMA, Extraction
from report_extract.rules.load import RuleBook


def facts_of(given: Extraction | Document | str | Path, *, book: RuleBook) -> list[Extraction]:
    """The extractions that one input stands for; a JSON file may hold several. Paths are read in this process."""
    if isinstance(given, Extraction):
        return [given]
    if isinstance(given, str | Path) and is_json(Path(given)):
        return facts_from_json(Path(given))
    from report_extract.extract.whole import extract_document
    from report_extract.read import read

    document = given if isinstance(given, Document) else read(given)
    return [extract_document(document, book=book)]


def is_json(path: Path) -> bool:
    """Told by the name: no document that can be read ends in .json."""
    return path.suffix.lower() == ".json"


def facts_from_json(path: Path) -> list[Extraction]:
    """One object or an array of them. Raises WrongUsage for anything that `extract` did not write."""
    try:
        loaded: Any = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as fault:
        raise WrongUsage(f"{path.name}: cannot be read as JSON ({fault})") from fault
    return [_extraction(one, path) for one in (loaded if isinstance(loaded, list) else [loaded])]


def _extraction(loaded: Any, path: Path) -> Extraction:
    schema = loaded.get("schema") if isinstance(loaded, dict) else None
    if schema != EXTRACT_SCHEMA:
        said = f"its schema is {schema!r}" if schema else "it has no schema"
        raise WrongUsage(f"{path.name}: not written by `report-extract extract` ({said}, not {EXTRACT_SCHEMA!r})")
    try:
        return Extraction.model_validate(loaded)
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise WrongUsage(f"{path.name}: {where}: {first['msg']}. Extract the document again") from fault
