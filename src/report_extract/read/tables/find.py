"""Finds the tables of a page."""

from __future__ import annotations

from dataclasses import dataclass

from report_extract.model.base import Box
from report_extract.read.draft import DraftTable
from report_extract.read.rawpage import RawPage


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table on a page: where it stands, what it says, and which of `page.words` (by index) are its own.

    The owned words are those of the cells and, where the table has one, of its title.
    """

    box: Box
    table: DraftTable
    owned: frozenset[int]


def find_tables(page: RawPage) -> tuple[FoundTable, ...]:
    """The tables of one page from top to bottom; no word belongs to two of them."""
    return ()
