"""Pictures of evidence for the page: which are wanted, where the documents are, and the drawing of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from report_extract.corpus.kept import content_hash
from report_extract.corpus.run import Options
from report_extract.errors import ReportExtractError
from report_extract.model.base import Box
from report_extract.model.comparison import Comparison, PriorityChange, RecommendationChange
from report_extract.model.evidence import Evidence
from report_extract.model.extraction import DocumentInfo
from report_extract.present import compare_words as words
from report_extract.present.html.pictures import Picture
from report_extract.read.worker import Isolated

# Bytes of all pictures together: as base64 they grow by a third, and the page stays below 3 MB with its tables.
MOST_PICTURES = 1_500_000

_JOB = "report_extract.present.compare_html.cutting:cut_out"


class Place(NamedTuple):
    """Where evidence stands: the index of the document, and what tells its pieces apart."""

    document: int
    page: int
    start: int
    end: int


@dataclass(frozen=True)
class Cutout:
    """A piece of a page; `marks` are in points from its top left."""

    crop: Box
    marks: tuple[Box, ...]
    picture: Picture


Cutouts = Mapping[Place, Cutout]


def place_of(document: int, evidence: Evidence) -> Place:
    return Place(document, evidence.page, evidence.start, evidence.end)


def wanted(comparison: Comparison) -> dict[int, list[Evidence]]:
    """For each document the evidence that gets a picture, each once, what a reader will doubt first in front."""
    found: dict[int, dict[Place, Evidence]] = {}
    for document, piece in _by_importance(comparison):
        found.setdefault(document, {}).setdefault(place_of(document, piece), piece)
    return {document: list(pieces.values()) for document, pieces in found.items()}


def _by_importance(c: Comparison) -> Iterator[tuple[int, Evidence]]:
    """Restated values, priorities, recommendations, then metrics in the order of the page."""
    for r in c.restated:
        if r.status == "restated":
            if r.first_document is not None:
                yield from ((r.first_document, e) for e in r.evidence[:1])
            yield from ((r.later_document, e) for e in r.evidence[-1:])
    followed: tuple[PriorityChange | RecommendationChange, ...] = (*c.priorities, *c.recommendations)
    for item in followed:
        yield from zip(item.evidence_documents, item.evidence, strict=False)
    groups = words.in_groups(c.metrics)
    for status in ("changed", "not_comparable", "same", "appeared", "disappeared"):
        for metric in groups[status]:
            for value in metric.values:
                yield from ((value.document, e) for e in value.evidence[:1])
    for r in c.restated:
        yield from ((r.later_document, e) for e in r.evidence[-1:])


def draw_cutouts(
    comparison: Comparison, *, near: Sequence[Path], options: Options, warn: Callable[[str], None]
) -> dict[Place, Cutout]:
    """The pictures that can be drawn; a document that is not at hand, or is no PDF, has its words only.

    `near` are the papers as given: a document is looked for where its facts say, and beside them.
    """
    pieces = wanted(comparison)
    files = {d: file for d in pieces if (file := original_of(comparison.documents[d], near)) is not None}
    cutouts: dict[Place, Cutout] = {}
    with Isolated(timeout=options.timeout, memory=options.memory) as worker:
        for document, file in files.items():
            arguments = {"evidence": pieces[document], "password": options.password}
            try:
                cuts = worker.call(_JOB, file, most_bytes=MOST_PICTURES // len(files), **arguments)
            except ReportExtractError as fault:
                warn(f"the page has no pictures of this paper: {fault}")
                continue
            for index, crop, marks, media_type, content in cuts:
                place = place_of(document, pieces[document][index])
                cutouts[place] = Cutout(crop, marks, Picture(media_type, content))
    return cutouts


def original_of(info: DocumentInfo, near: Sequence[Path]) -> Path | None:
    """The PDF that the facts are of, with the very same bytes; None where it is not at hand."""
    stated = Path(info.file)
    name = info.file.replace("\\", "/").rpartition("/")[2]
    folders: Iterable[Path] = dict.fromkeys(path.parent for path in near)
    for file in (stated, *near, *(folder / name for folder in folders)):
        try:
            if file.suffix.lower() == ".pdf" and file.is_file() and content_hash(file) == info.sha256:
                return file
        except OSError:
            continue
    return None
