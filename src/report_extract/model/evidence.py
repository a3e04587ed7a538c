"""Provenance: where something stands, in words and on the page."""

from __future__ import annotations

from enum import StrEnum

from report_extract.model.base import Box, Frozen


class Evidence(Frozen):
    """A span of the document's text on one page; `document.text[start:end] == quote` always holds.

    `bbox` is the smallest box around the words; `boxes` has one per printed line, for marking them on the page.
    A span over a page break is two pieces of evidence.
    """

    page: int
    bbox: Box
    start: int
    end: int
    section: str | None = None
    quote: str
    rule: str | None = None
    boxes: tuple[Box, ...] = ()


class Severity(StrEnum):
    error = "error"
    warning = "warning"
    info = "info"


class Notice(Frozen):
    """Something a person should know: what, how serious, and where it stands."""

    code: str
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...] = ()
