"""Pieces of pages around evidence, found and drawn in the reading process: the documents are opened there again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from report_extract.model.base import Box
from report_extract.model.evidence import Evidence
from report_extract.present.check_html.draw import draw_crops
from report_extract.present.check_html.shots import Shot, marks_in, shot_of
from report_extract.read import read

Cut = tuple[int, Box, tuple[Box, ...], str, bytes]


def cut_out(file: Path, *, evidence: Sequence[Evidence], password: str | None, most_bytes: int) -> list[Cut]:
    """(index of the evidence, piece of page, its marks, media type, picture) until `most_bytes` are spent.

    The most important evidence comes first. Evidence without a place on a page of a PDF gets no picture. Pages are
    read without recognition of text, since the places are known.
    """
    document = read(file, password=password, ocr=False)
    shots: dict[Shot, list[int]] = {}
    for index, piece in enumerate(evidence):
        if (shot := shot_of([piece], document, side="source")) is not None:
            shots.setdefault(shot, []).append(index)
    if not shots:
        return []
    wanted = list(shots)
    crops = [(shot.page, shot.crop) for shot in wanted]
    drawn = draw_crops(file, crops=crops, password=password, most_bytes=most_bytes)
    return [
        (index, wanted[which].crop, marks_in([evidence[index]], wanted[which].crop), media_type, content)
        for which, media_type, content in drawn
        for index in shots[wanted[which]]
    ]
