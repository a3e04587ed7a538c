"""Labels in one column and values in the next that were read one column after the other: rows again, by their height.

Memos set "To / From / Date / Subject" so, without lines and often without colons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from report_extract.extract.cover.pieces import Piece
from report_extract.model.document import Line

FEWEST_ROWS = 3  # two short lines with two longer ones to their right may be columns of text
LONGEST_LABEL = 5  # words
ALIGNED = 3.0  # points by which the left edges of one column may differ


def rows_again(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The same pieces; runs of labels followed by the values to their right become cells of two columns."""
    at = 0
    while at < len(pieces):
        labels = list(takewhile(_may_be_label, pieces[at:]))
        labels = _one_column(labels)
        values = _to_the_right(labels, pieces[at + len(labels) :]) if len(labels) >= FEWEST_ROWS else []
        cells = _paired(labels, values) if values else []
        if cells:
            yield from cells
            at += len(labels) + len(values)
        else:
            yield pieces[at]
            at += 1


def _may_be_label(piece: Piece) -> bool:
    short = piece.row is None and len(piece.lines) == 1 and piece.words <= LONGEST_LABEL
    return short and piece.checked is None and piece.marker is None and not piece.text.endswith(".")


def _one_column(pieces: Sequence[Piece]) -> list[Piece]:
    """The first of the pieces that share a left edge and go down one page."""
    if not pieces:
        return []
    first, last = pieces[0], None
    out: list[Piece] = []
    for piece in pieces:
        box = piece.lines[0].bbox
        if piece.page != first.page or abs(box.x0 - first.lines[0].bbox.x0) > ALIGNED:
            break
        if last is not None and box.top < last:
            break
        out.append(piece)
        last = box.bottom
    return out


def _to_the_right(labels: Sequence[Piece], pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that follow, as long as they stand right of all labels and not above the first."""
    edge, top = max(p.lines[0].bbox.x1 for p in labels), labels[0].lines[0].bbox.top
    out: list[Piece] = []
    for piece in pieces:
        boxes = [line.bbox for line in piece.lines]
        if piece.page != labels[0].page or piece.row is not None or not boxes:
            break
        if any(b.x0 < edge or b.bottom < top for b in boxes) or boxes[0].top > labels[-1].lines[0].bbox.bottom:
            break
        out.append(piece)
    return out


def _paired(labels: Sequence[Piece], values: Sequence[Piece]) -> list[Piece]:
    """Each label with the lines that begin at its height; empty where a label has none."""
    lines = [(piece, line) for piece in values for line in piece.lines]
    owner = [_beside(labels, line) for _, line in lines]
    if None in owner or set(owner) != set(range(len(labels))):
        return []
    out: list[Piece] = []
    for i, group in groupby(zip(owner, lines, strict=True), key=lambda found: found[0]):
        label = labels[i or 0]
        row = (-1 - labels[0].start, i or 0)
        run = [line for _, line in group]
        piece, last = run[0]
        words = piece.cut(run[0][1].start, run[-1][1].end if run[-1][0] is piece else piece.end)
        if words is None or any(other is not piece for other, _ in run) or last is None:
            return []
        out.append(replace(label, shape="cell", row=row, column=0, columns=2))
        out.append(replace(words, shape="cell", row=row, column=1, columns=2))
    return out


def _beside(labels: Sequence[Piece], line: Line) -> int | None:
    """The last label that does not begin below the middle of a line."""
    middle = line.bbox.center[1]
    above = [i for i, label in enumerate(labels) if label.lines[0].bbox.top <= middle]
    return above[-1] if above else None
