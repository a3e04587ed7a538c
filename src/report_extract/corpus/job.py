"""What the reading process does for one document: reads it, finds its facts, and sends back only these."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from pathlib import Path

from report_extract.errors import InternalError, ReportExtractError
from report_extract.model.extraction import DocumentInfo, Extraction


def extract_file(file: Path, *, password: str | None, ocr: bool, rules: Sequence[str]) -> Extraction:
    """`read` and `extract` with the packs of `rules` over the shipped ones.

    Raises UnreadableDocument, BadRule, and InternalError for a defect of ours.
    """
    from report_extract.corpus.fingerprint import fingerprint
    from report_extract.extract import extract
    from report_extract.read import read
    from report_extract.rules.load import load_rules

    folders = tuple(Path(folder) for folder in rules)
    book = load_rules(folders)
    document = read(file, password=password, ocr=ocr)
    try:
        return extract(document, rules=book).model_copy(update={"made_by": fingerprint(folders)})
    except (ReportExtractError, MemoryError, RecursionError):
        raise
    except Exception as fault:
        raise InternalError(f"{file.name}: {type(fault).__name__}: {fault}", traceback.format_exc()) from fault


def shelve_file(
    file: Path, *, password: str | None, ocr: bool, rules: Sequence[str]
) -> tuple[DocumentInfo, str, bytes, dict[str, bytes]]:
    """`extract_file`, made ready for a store: the parts of a `Shelved`, as plain types that may travel."""
    from report_extract.corpus.shelved import shelved

    ready = shelved(extract_file(file, password=password, ocr=ocr, rules=rules))
    return ready.document, ready.made_by, ready.kept, dict(ready.lines)
