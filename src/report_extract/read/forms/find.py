"""Check boxes on a page: printed, drawn or AcroForm, each with its label."""

from __future__ import annotations

from dataclasses import dataclass

from report_extract.model.base import Box
from report_extract.read.draft import DraftField
from report_extract.read.rawpage import RawPage


@dataclass(frozen=True, slots=True)
class FoundField:
    """A field on the page; `owned` are the indexes into `page.words` that it takes out of the body's flow."""

    box: Box
    field: DraftField
    owned: frozenset[int]


def find_checkboxes(page: RawPage, *, taken: frozenset[int]) -> tuple[FoundField, ...]:
    """The page's check boxes in reading order; words in `taken` already belong to a table or figure."""
    return ()
