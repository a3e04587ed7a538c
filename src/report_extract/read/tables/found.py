"""What the search for tables hands over."""

from __future__ import annotations

from dataclasses import dataclass

from report_extract.model.base import Box
from report_extract.read.draft import DraftTable


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table on a page: where it stands, what it says, and which of `page.words` (by index) are its own.

    The owned words are those of the cells. The title is a copy: its words stay the page's heading or caption.
    """

    box: Box
    table: DraftTable
    owned: frozenset[int]
