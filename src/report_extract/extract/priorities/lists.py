"""Priorities in lists, tables and sentences: numbered items, "Name: what it means", and enumerations by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from report_extract.extract.numbered import number_of
from report_extract.extract.priorities.headings import (
    AHEAD,
    OF_PRIORITIES,
    says_new,
    title_without_new,
)
from report_extract.extract.priorities.stated import LONGEST_TITLE, Stated, holder_at, year_at, year_in
from report_extract.extract.rows import rows_with
from report_extract.extract.statements import Hit, first_hit
from report_extract.extract.story import Paragraph, Piece, Story
from report_extract.extract.themes import theme_of
from report_extract.language.headings import meanings_of
from report_extract.rules.kinds.statements import Says

_NAMED = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s*)?(?P<title>[A-Z][^:.;!?]{2,110}?)\s*(?::|\s[–—-])\s+(?P<text>\S.{8,})", re.S
)
_NUMBERED = re.compile(r"^\W*\(?(?P<number>\d{1,2})[.)]\s*(?P<title>\S.*)$", re.S)
_COMMAS = re.compile(r",\s*(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?(?=[^,]*$)|;\s*(?:and\s+)?")
_LEADING = re.compile(r"(?i)^(?:the |ongoing |risks? associated with |our work on |tackling |and )+")
_NEXT = re.compile(r"\s+(?=(?:The|This|These|We|Our|In|It)\s)")  # a sentence that begins without a full stop before it
LONGEST_NAME = (
    10  # words of one name in an enumeration; "strengthening the way in which we listen to children" has nine
)


def listed_priorities(story: Story, headed: Sequence[Stated]) -> list[Stated]:
    """Priorities of lists, tables and sentences; a list in a section whose headings are the priorities is none."""
    starts = {s.spans[0][0] for s in headed}
    containers = {s.container for s in headed} | {s.id for s in story.document.outline if s.start in starts}
    return [
        *_in_lists(story, containers),
        *_in_tables(story),
        *(s for piece in story.pieces for s in _in_sentence(piece, story)),
    ]


def _in_lists(story: Story, containers: set[str | None]) -> Iterator[Stated]:
    announced: str | None = None
    follows = titles = nested = False
    for paragraph in story.paragraphs:
        section = paragraph.section
        label = first_hit(paragraph.text, Says.priority_number, book=story.book)
        own = _own(paragraph, story)
        in_list = bool(OF_PRIORITIES & own and section and section.id not in containers and _listed(paragraph))
        in_list = in_list and not _in_another_box(paragraph, story)
        nested = nested and paragraph.item
        going_on = follows and section is not None and section.id == announced
        if label and label.groups.get("title"):
            yield _item(paragraph, label, story)
        elif going_on and (titled := _title_line(paragraph, story)):
            titles = True
            yield _stated(paragraph, titled, story, number=None, rule="statements/priorities_announced")
        elif nested:
            continue
        elif going_on and (paragraph.item or _NAMED.match(paragraph.text)):
            stated = _named(paragraph, story, titled_only=not paragraph.item)
            if stated:
                yield stated
        elif in_list and (stated := _named(paragraph, story, titled_only=False)):
            yield stated
        elif not (going_on and titles):
            titles = False
            last = story.pieces_between(paragraph.start, paragraph.end)
            follows = any(first_hit(p.text, Says.priorities_follow, book=story.book) for p in last)
            announced = section.id if section and follows else None
        nested = nested or (paragraph.item and paragraph.text.endswith(":"))


def _in_another_box(paragraph: Paragraph, story: Story) -> bool:
    """A call-out with a label of its own ("What this means for you") inside a section about priorities."""
    return paragraph.tag is not None and not OF_PRIORITIES & meanings_of(paragraph.tag, story.book)


def _own(paragraph: Paragraph, story: Story) -> frozenset[str]:
    """What the heading right above says, or the label above that is no heading."""
    first = story.pieces_between(paragraph.start, paragraph.end)[:1]
    labelled = first[0].own if first else frozenset()
    headed = meanings_of(paragraph.section.title, story.book) if paragraph.section else frozenset()
    return headed | labelled


def _title_line(paragraph: Paragraph, story: Story) -> str | None:
    """The title in a line of its own that a colon ends ("Family wellbeing (early help):"), without the bracket."""
    if paragraph.item or not paragraph.text.endswith(":") or len(paragraph.text.split()) > LONGEST_TITLE:
        return None
    if first_hit(paragraph.text, Says.priorities_follow, book=story.book):
        return None
    return re.sub(r"\s*\([^)]*\)", "", paragraph.text).strip(" :") or None


def _listed(paragraph: Paragraph) -> bool:
    return paragraph.item or bool(_NUMBERED.match(paragraph.text))


def _item(paragraph: Paragraph, label: Hit, story: Story) -> Stated:
    """ "Priority 2: Homes: finding homes for ..." """
    rest = label.groups["title"].strip()
    named = _NAMED.match(rest)
    title = named["title"] if named else rest.split(". ")[0].rstrip(".")
    return _stated(paragraph, title, story, number=number_of(label.groups["number"]), rule=label.rule.name)


def _named(paragraph: Paragraph, story: Story, *, titled_only: bool) -> Stated | None:
    numbered = _NUMBERED.match(paragraph.text)
    words = numbered["title"] if numbered else paragraph.text
    named = _NAMED.match(words)
    if titled_only and not named:
        return None
    title = (named["title"] if named else words.split(". ")[0]).strip(" .;,:")
    if len(title.split()) > LONGEST_TITLE:
        return None
    number = numbered["number"] if numbered else (paragraph.marker or "").strip(" .)(")
    return _stated(paragraph, title, story, number=number_of(number), rule="statements/priorities_announced")


def _stated(paragraph: Paragraph, title: str, story: Story, *, number: int | None, rule: str) -> Stated:
    kind, owner = holder_at(story, paragraph.start)
    own = _own(paragraph, story)
    return Stated(
        title=" ".join(title.split()),
        spans=((paragraph.start, paragraph.end),),
        rule=rule,
        kind=kind,
        container=paragraph.section.id if paragraph.section else None,
        owner=owner,
        stage="ahead" if AHEAD & own else None,
        number=number,
        year=year_at(story, paragraph.start),
    )


def _in_tables(story: Story) -> Iterator[Stated]:
    for row in rows_with(story.document, "priority", book=story.book):
        title = row.cells.get("priority")
        if title is None or len(title.text.split()) > LONGEST_TITLE or not re.search(r"[A-Za-z]{3}", title.text):
            continue
        label = first_hit(title.text, Says.priority_number, book=story.book)
        kind, owner = holder_at(story, row.start)
        outcome, pledge = row.cells.get("outcome"), row.cells.get("pledge")
        number = (
            label.groups["number"] if label else row.cells["number"].text.strip(" .") if "number" in row.cells else None
        )
        yield Stated(
            title=title_without_new((label.groups.get("title") if label else None) or " ".join(title.text.split())),
            is_new=True if says_new(title.text) else None,
            spans=tuple((c.start, c.end) for c in (title, outcome, pledge) if c),
            rule="statements/column_priority",
            kind=kind,
            container=row.table.id,
            owner=owner,
            number=number_of(number),
            year=year_at(story, row.start),
            outcome=outcome.text if outcome else None,
            pledge=pledge.text if pledge else None,
        )


def _in_sentence(piece: Piece, story: Story) -> Iterator[Stated]:
    hit = first_hit(piece.text, Says.priorities_listed, book=story.book, meanings=piece.meanings)
    if hit is None or piece.meanings & {"contents", "messages", "case_study"}:
        return
    names = [_LEADING.sub("", _NEXT.split(n.strip(" .,"))[0]) for n in _COMMAS.split(hit.groups["list"])]
    names = [n for n in names if n and len(n.split()) <= LONGEST_NAME]
    themed = [n for n in names if theme_of(n, book=story.book)]
    if len(names) < 2 or len(themed) * 2 < len(names):
        return
    holder, owner = holder_at(story, piece.start)
    kind: Literal["local", "agency"] = "agency" if holder == "agency" else "local"
    listed = ";" in hit.groups["list"]
    for name in (n for n in names if listed or n in themed or n[0].isupper()):
        yield Stated(
            title=name[:1].upper() + name[1:],
            spans=((piece.start, piece.end),),
            rule=hit.rule.name,
            kind=kind,
            container=f"sentence-{piece.start}",
            owner=owner,
            stage="ahead",
            year=year_in(piece.text),
        )
