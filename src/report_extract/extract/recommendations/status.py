"""Where recommendations stand: RAG colours and states, bound to review and number, even pages later."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from report_extract.extract.numbered import number_of
from report_extract.extract.rows import Row, rows_with
from report_extract.extract.sources import case_in, named_review, source_at
from report_extract.extract.statements import first_hit
from report_extract.extract.story import Paragraph, Piece, Story
from report_extract.model.extraction import Status
from report_extract.rules.kinds.statements import Says

_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
_MENTION = re.compile(rf"(?i)\brec(?:ommendation|\.)?s?\s*(?P<numbers>{_NUMBER}(?:\s*(?:,|and|&|to)\s*{_NUMBER}\b)*)\b")
_RAG = re.compile(
    r"\b(?:RED|AMBER|GREEN|BLUE|Red|Amber|Green|Blue)\b"
    r"|(?i:\b(?:rated|marked|is|are|as|remains?|still|now|to|status:?|rag:?)\s+[\"'“‘]?(?:red|amber|green|blue)\b)"
)
_COLOUR = re.compile(r"(?i)\b(?:red|amber|green|blue)\b")
_LEGEND = re.compile(r"(?i)\bred,? amber,?(?: and| or|,)? green\b|\bR\.?A\.?G\b\s*\(")
_LETTER = {"r": "red", "a": "amber", "g": "green", "b": "blue"}
_QUOTED = re.compile(r"[\"“](?P<said>(?:red|amber|green|blue)\b[^\"”]{0,60})[\"”]", re.I)


# A status behind a recommendation's own words: "Status: complete. Forms are in use", "[AMBER - in progress]", "GREEN".
_TRAILING = re.compile(
    r"\s*[\[(–—|-]*\s*"
    r"(?:\b(?i:(?:current )?(?:status|b?rag(?: rating| status)?|progress))\s*[:–—-]\s*(?P<said>.{3,400}?)"
    r"|\b(?P<colour>(?:RED|AMBER|GREEN|BLUE|(?i:(?<=[\[(–—|-] )(?:red|amber|green|blue))"
    r"|(?<=[.!?)] )(?:Red|Amber|Green|Blue))\b[^.]{0,40}?))[\])]?\W*$",
    re.S,
)
_LAST_PART = re.compile(r"(?:(?<=[.!?)])\s+(?=[A-Z])|\s[–—|-]\s+)(?P<part>[^.!?]+)\W*$")
LONGEST_PART = 20  # words of the last part of a recommendation that only says where it stands


class Standing(NamedTuple):
    """A status with the spans that state it."""

    status: Status
    spans: tuple[tuple[int, int], ...]


Key = tuple[str, int]  # the review's name in lower case, the recommendation's number


def key_of(source: str | None, number: int) -> Key:
    """Review and number, however the review's name is set."""
    return (source or "").casefold(), number


def standings(story: Story) -> Mapping[Key, Standing]:
    """(source, number) → where the recommendation stands; of several mentions the first that states a status."""
    found: dict[Key, Standing] = {}
    for paragraph in story.paragraphs:
        for key, standing in _in_paragraph(paragraph, story):
            if standing.status.rag or standing.status.state:
                found.setdefault(key, standing)
    for row in rows_with(story.document, "status", book=story.book):
        place, told = _in_row(row, story)
        if place and told:
            found.setdefault(place, told)
    return found


def status_in(text: str, *, story: Story) -> Status | None:
    """The status that a text states in words or colours, None where it states none."""
    rag = _rag_in(text)
    state = first_hit(_said(text), Says.status, book=story.book) or first_hit(text, Says.status, book=story.book)
    if rag is None and state is None:
        return None
    return Status(rag=rag, state=state.rule.value if state else None, text=" ".join(text.split()))


def status_in_cell(text: str, *, header: str, story: Story) -> Status | None:
    """The status of a table cell; a lone letter is a colour where the header speaks of RAG."""
    bare = text.strip().lower()
    if bare in _LETTER and re.search(r"(?i)rag", header):
        return Status(rag=_LETTER[bare], text=text.strip())
    colour = _COLOUR.search(text)
    state = first_hit(text, Says.status, book=story.book)
    if not colour and not state:
        return None
    return Status(
        rag=colour[0].lower() if colour else None, state=state.rule.value if state else None, text=text.strip()
    )


def source_of(paragraph: Paragraph, story: Story) -> str | None:
    """The review that a paragraph of an action plan belongs to: the case that it or its heading names."""
    plan = first_hit(paragraph.text, Says.action_plan, book=story.book)
    case = case_in(story, plan.groups["source"]) if plan and "source" in plan.groups else None
    if case:
        return named_review(case, paragraph.text)
    return source_at(story, paragraph.start)


def _in_paragraph(paragraph: Paragraph, story: Story) -> Iterator[tuple[Key, Standing]]:
    pieces = story.pieces_between(paragraph.start, paragraph.end)
    mentions = [(i, m) for i, piece in enumerate(pieces) for m in _MENTION.finditer(piece.text)]
    if not mentions or not any(_rag_in(p.text) or first_hit(p.text, Says.status, book=story.book) for p in pieces):
        return
    source = source_of(paragraph, story)
    for index, (at, mention) in enumerate(mentions):
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        start = pieces[at].start + mention.start()
        if first_hit(pieces[at].text, Says.recommendation_number, book=story.book):
            yield from _beside_label(source, mention, pieces[at : following[0] if following else None], story)
            continue
        if following and following[0] == at and _same_numbers(mention, following[1]):
            continue
        end = (
            pieces[following[0]].start + (following[1].start() if following[0] == at else 0)
            if following
            else paragraph.end
        )
        own = pieces[at].end if end > pieces[at].end else end
        told = story.document.text[start:own]
        status = status_in(told, story=story)
        if status is None:
            status = status_in(story.document.text[start:end], story=story)
        if status:
            whole = " ".join(story.document.text[start:end].split())
            standing = Standing(status.model_copy(update={"text": whole}), ((start, end),))
            for number in _numbers(mention["numbers"]):
                yield key_of(source, number), standing


def _beside_label(
    source: str | None, mention: re.Match[str], pieces: Sequence[Piece], story: Story
) -> Iterator[tuple[Key, Standing]]:
    """The status printed at the end of the recommendation's own words ("... Status: on track")."""
    said = trailing_status(story.document.text[pieces[0].start : pieces[-1].end], story=story)
    status = status_in_cell(said[1], header="RAG", story=story) if said else None
    if said and status:
        span = (pieces[0].start + said[0], pieces[-1].end)
        for number in _numbers(mention["numbers"]):
            yield key_of(source, number), Standing(status, (span,))


def trailing_status(text: str, *, story: Story) -> tuple[int, str] | None:
    """(offset, words) of a status that closes a text, None where none does."""
    found = _TRAILING.search(text)
    if found:
        return found.start(), (found["said"] or found["colour"]).strip()
    last = _LAST_PART.search(text)
    if last is None or len(last["part"].split()) > LONGEST_PART:
        return None
    state = first_hit(last["part"], Says.status, book=story.book)
    return (last.start(), last["part"].strip()) if state and state.start == 0 else None


def _same_numbers(one: re.Match[str], other: re.Match[str]) -> bool:
    return one["numbers"] == other["numbers"]


def _numbers(printed: str) -> list[int]:
    """ "2 and 3" → [2, 3]; "1 to 3" → [1, 2, 3]."""
    found = [n for n in map(number_of, re.findall(rf"(?i){_NUMBER}", printed)) if n is not None]
    if re.search(r"(?i)\bto\b", printed) and len(found) == 2:
        return list(range(found[0], found[1] + 1))
    return found


def _rag_in(text: str) -> str | None:
    found = _RAG.search(_LEGEND.sub("", text))
    colour = _COLOUR.search(found[0]) if found else None
    return colour[0].lower() if colour else None


def _said(text: str) -> str:
    """The quoted status ("GREEN - Complete") where there is one: the words around it may speak of other things."""
    quoted = _QUOTED.search(text)
    return quoted["said"] if quoted else ""


def _in_row(row: Row, story: Story) -> tuple[Key | None, Standing | None]:
    cell = row.cells["status"]
    status = status_in_cell(cell.text, header=_header(row), story=story)
    number = row_number(row)
    if status is None or number is None:
        return None, None
    progress = row.cells.get("progress")
    spans = ((cell.start, cell.end), *(((progress.start, progress.end),) if progress else ()))
    if progress:
        status = status.model_copy(update={"text": f"{cell.text.strip()}: {' '.join(progress.text.split())}"})
    return key_of(row_source(row, story), number), Standing(status, spans)


def row_number(row: Row) -> int | None:
    """The number of a table's row: its number column, else what its recommendation begins with."""
    for name in ("number", "recommendation"):
        if name in row.cells:
            printed = re.match(
                rf"(?i)^\W*(?:r|rec(?:ommendation)?)?[\s.]*(?P<number>{_NUMBER})\b", row.cells[name].text
            )
            if printed:
                return number_of(printed["number"])
    return None


def row_source(row: Row, story: Story) -> str | None:
    """The review of a table: the case that its title names, else the section that it stands in."""
    case = case_in(story, row.table.title or "")
    return named_review(case, row.table.title or "") if case else source_at(story, row.start)


def _header(row: Row) -> str:
    column = row.cells["status"].column
    return " ".join(c.text for c in row.table.cells if c.column == column and c.row < max(1, row.table.header_rows))
