"""Extraction: a `Document` → the facts that it states, as the published JSON has them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from report_extract.verbs import make_verb

if TYPE_CHECKING:
    from report_extract.model.document import Document
    from report_extract.model.extraction import Extraction
    from report_extract.rules.load import RuleBook

__all__ = ["extract"]


def extract(source: Document | str | Path, *, rules: RuleBook | None = None) -> Extraction:
    """All facts of one document, given as a `Document` or as the path of a file that `read` reads in this process.

    `rules` are the packs in force, by default the shipped ones. Raises `UnreadableDocument` for a path that cannot be
    read, never for a document that states little: what it does not state is None or empty.
    """
    from report_extract.extract.whole import extract_document
    from report_extract.model.document import Document
    from report_extract.read import read
    from report_extract.rules.load import load_rules

    document = source if isinstance(source, Document) else read(source)
    return extract_document(document, book=rules or load_rules())


make_verb(__name__)
