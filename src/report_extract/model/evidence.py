"""Provenance: where something stands, in words and on the page."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from report_extract.model.base import Box, Frozen


class Evidence(Frozen):
    """A span of the document's text on one page; `document.text[start:end] == quote` always holds.

    `bbox` is the smallest box around the words; `boxes` has one per printed line, for marking them on the page.
    A span over a page break is two pieces of evidence.
    """

    page: int = Field(description="1 is the first page of the file")
    bbox: Box = Field(description="x0, top, x1, bottom in points (1/72 inch) from the page's top left")
    start: int = Field(description="First character in the document's text")
    end: int = Field(description="One past the last character")
    section: str | None = Field(default=None, description="The nearest heading")
    quote: str = Field(description="The words: text[start:end]")
    rule: str | None = Field(default=None, description="The rule that found it ('metrics/lado_contacts')")
    boxes: tuple[Box, ...] = Field(default=(), description="One box for each printed line")


class Severity(StrEnum):
    error = "error"
    warning = "warning"
    info = "info"


class Notice(Frozen):
    """Something a person should know: what, how serious, and where it stands."""

    code: str = Field(description="What it is, for programs")
    severity: Severity = Field(description="How serious it is")
    message: str = Field(description="What it is, for people")
    evidence: tuple[Evidence, ...] = ()
