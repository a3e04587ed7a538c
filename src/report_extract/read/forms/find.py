"""Check boxes on a page that stand outside tables, each with the words of its label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from report_extract.model.base import Box, union
from report_extract.read.draft import DraftField, DraftLine, DraftWord
from report_extract.read.forms.marks import Choice, Piece, choices, has_ticked_box, may_hold_boxes, pieces
from report_extract.read.layout.segments import baselines
from report_extract.read.rawpage import RawPage, Shape, Word

LABEL_GAP = 1.6  # em between words of one label; more is another column
MARK_GAP = 12.0  # em between a box and its label, which may stand in the next cell
LINE_GAP = 1.6  # em between the baselines of a label's lines
ALIGNED = 3.0  # points by which a label's further lines may start off its first
INSIDE_A_SENTENCE = 1.0  # em; a box this close after words that ask nothing is talked about, not to be ticked


@dataclass(frozen=True, slots=True)
class FoundField:
    """A field on the page; `owned` are the indexes into `page.words` that it takes out of the body's flow.

    The answers to one question have one place in the reading order: they share `asked`, the number of their printed
    row, and the first of them brings the `question`. Other fields have None.
    """

    box: Box
    field: DraftField
    owned: frozenset[int]
    asked: int | None = None
    question: DraftLine | None = None


def find_checkboxes(page: RawPage, *, taken: frozenset[int]) -> tuple[FoundField, ...]:
    """The page's check boxes in reading order; words in `taken` already belong to a table or figure."""
    free = [w for i, w in enumerate(page.words) if w.upright and i not in taken]
    if not may_hold_boxes(w.text for w in free):
        return ()
    if not any(p.checked is not None for p in pieces([w.text for w in free], bullets_too=True)):
        return ()
    bullets_too = has_ticked_box(w.text for w in free)
    rows = baselines(free)
    index = {id(w): i for i, w in enumerate(page.words)}
    found: list[FoundField] = []
    owned: set[int] = set()
    for number, row in enumerate(rows):
        lead, chosen = choices(pieces([w.text for w in row], bullets_too=bullets_too))
        if _in_a_sentence(lead, chosen, row):
            continue
        question = _question(lead, chosen, row, rows[number - 1] if number else ())
        asked = number if question else None
        for choice in chosen:
            label = _label(choice, row)
            below = _further_lines(choice, label, row, rows[number + 1 : number + 4], page.shapes) if label else []
            words = {index[id(row[p.source])] for p in (*choice.mark, *label)} | {
                index[id(w)] for x in below for w in x
            }
            if label and not words & owned:
                words |= {index[id(w)] for w in question}
                line = _line([(w.text, w) for w in question]) if question else None
                found.append(_field(choice, label, row, below, frozenset(words), asked, line))
                owned |= words
                question = ()
    return tuple(found)


def _in_a_sentence(lead: Sequence[Piece], chosen: Sequence[Choice], row: Sequence[Word]) -> bool:
    if not lead or len(chosen) != 1 or lead[-1].text.endswith((":", "?")) or not chosen[0].label:
        return False
    if chosen[0].label[0].source < chosen[0].mark[0].source:
        return False
    before, mark = row[lead[-1].source], row[chosen[0].mark[0].source]
    return mark.box.x0 - before.box.x1 < INSIDE_A_SENTENCE * mark.size


def _question(
    lead: Sequence[Piece], chosen: Sequence[Choice], row: Sequence[Word], above: Sequence[Word]
) -> tuple[Word, ...]:
    """The words before several choices, where they are one line that asks for them."""
    if len(chosen) < 2 or not lead or not lead[-1].text.endswith((":", "?")):
        return ()
    words = tuple(row[p.source] for p in lead)
    first = words[0]
    parted = any(b.box.x0 - a.box.x1 > LABEL_GAP * a.size for a, b in pairwise(words))
    goes_on = any(abs(w.box.x0 - first.box.x0) <= ALIGNED for w in above[:1]) and (
        first.baseline - above[0].baseline <= LINE_GAP * first.size
    )
    whole = all(p.text == row[p.source].text for p in lead)
    return () if parted or goes_on or not whole else words


def _label(choice: Choice, row: Sequence[Word]) -> tuple[Piece, ...]:
    """The words that stand together beside the box: those of a further column are not its label's."""
    if not choice.label:
        return ()
    on_right = choice.label[0].source >= choice.mark[-1].source
    near_first = choice.label if on_right else tuple(reversed(choice.label))
    kept: list[Piece] = []
    last, reach = row[(choice.mark[-1] if on_right else choice.mark[0]).source].box, MARK_GAP
    for piece in near_first:
        word = row[piece.source]
        gap = word.box.x0 - last.x1 if on_right else last.x0 - word.box.x1
        if gap > reach * word.size:
            break
        kept.append(piece)
        last, reach = word.box, LABEL_GAP
    return tuple(kept if on_right else reversed(kept))


def _further_lines(
    choice: Choice,
    label: Sequence[Piece],
    row: Sequence[Word],
    below: Sequence[Sequence[Word]],
    shapes: Sequence[Shape],
) -> list[list[Word]]:
    """Lines beneath that go on with a label on the right: aligned with it, no rule and no other box between."""
    mark, first = row[choice.mark[0].source], row[label[0].source]
    if first.box.x0 < mark.box.x1 - 1 or first is mark:
        return []
    limit = min((w.box.x0 for w in row if w.box.x0 > row[label[-1].source].box.x1), default=float("inf"))
    lines: list[list[Word]] = []
    last = first
    for words in below:
        line = [w for w in words if first.box.x0 - ALIGNED <= w.box.x0 < limit]
        if not line or abs(line[0].box.x0 - first.box.x0) > ALIGNED:
            break
        beside_marks = any(w.box.x0 < first.box.x0 - ALIGNED and w.box.x1 > mark.box.x0 - ALIGNED for w in words)
        far = line[0].baseline - last.baseline > LINE_GAP * first.size
        if far or beside_marks or _ruled_off(last, line[0], shapes) or _has_box(line):
            break
        lines.append(_together(line))
        last = line[0]
    return lines


def _has_box(line: Sequence[Word]) -> bool:
    return any(p.checked is not None for p in pieces([w.text for w in line]))


def _together(line: Sequence[Word]) -> list[Word]:
    kept = [line[0]]
    for word in line[1:]:
        if word.box.x0 - kept[-1].box.x1 > LABEL_GAP * word.size:
            break
        kept.append(word)
    return kept


def _ruled_off(upper: Word, lower: Word, shapes: Sequence[Shape]) -> bool:
    """A rule, or an edge of a box, between two lines."""
    x = upper.box.x0 + 1
    for shape in shapes:
        if shape.box.x0 <= x <= shape.box.x1 and shape.kind in ("hline", "rect"):
            edges = (shape.box.top, shape.box.bottom)
            if any(upper.baseline < edge < lower.baseline - 0.5 * lower.size for edge in edges):
                return True
    return False


def _field(
    choice: Choice,
    label: Sequence[Piece],
    row: Sequence[Word],
    below: Sequence[Sequence[Word]],
    owned: frozenset[int],
    asked: int | None,
    question: DraftLine | None,
) -> FoundField:
    mark = _line([(p.text, row[p.source]) for p in choice.mark])
    lines = [_line([(p.text, row[p.source]) for p in label]), *(_line([(w.text, w) for w in x]) for x in below)]
    form = DraftField(label=tuple(lines), mark=mark, checked=choice.checked)
    return FoundField(union([mark.box, *(x.box for x in lines)]), form, owned, asked, question)


def _line(words: Sequence[tuple[str, Word]]) -> DraftLine:
    drafts = tuple(DraftWord(text, w.box.x0, w.box.x1) for text, w in words)
    return DraftLine(drafts, union(w.box for _, w in words))
