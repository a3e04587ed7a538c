"""Recommendations with number, review, addressees and status, and those that a report makes without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal

from rapidfuzz import fuzz

from report_extract.extract.numbered import Numbered, covers, numbered_things, words_of
from report_extract.extract.recommendations.addressees import addressees
from report_extract.extract.recommendations.status import (
    Key,
    Standing,
    key_of,
    row_number,
    row_source,
    source_of,
    standings,
    status_in,
    status_in_cell,
    trailing_status,
)
from report_extract.extract.rows import Row, rows_with
from report_extract.extract.sources import NAMED, REVIEWS, source_at
from report_extract.extract.statements import first_hit
from report_extract.extract.story import Paragraph, Piece, Story
from report_extract.model.document import Document
from report_extract.model.extraction import Recommendation, Status
from report_extract.rules.kinds.statements import Says
from report_extract.rules.load import RuleBook

NOT_HERE = frozenset({"contents", "messages", "glossary", "context"})
_TOPIC = re.compile(r"^(?P<topic>[A-Z][^:.!?]{3,70}):\s+(?P<text>[A-Z].{30,})", re.S)
_DISSEMINATED = re.compile(r"(?i)\b(?:regarding|with regards? to|in terms of|in relation to|for)\b[^,]{3,80}, ")

SAME_WORDS = 90  # likeness from which on two texts are one recommendation, printed twice
SHORTEST, SHORTEST_NUMBERED = 4, 2  # words of a recommendation in a table, and of one that has a number

LISTED = "statements/recommendations_are_listed"

Spans = tuple[tuple[int, int], ...]


_PRINTED_NUMBER = re.compile(
    r"(?i)\W*(?:(?:recommendation|rec\.?|r)\s?)?(?P<number>\d{1,2})(?:[.):]|\s[–-])?\s+(?=[A-Z])"
)


@dataclass(frozen=True, slots=True)
class _Found:
    spans: Spans
    rule: str | None
    kind: Literal["review", "audit", "other"]
    source: str | None
    number: int | None = None
    status: Status | None = None
    also: Spans = ()
    addressees: tuple[str, ...] = ()


def find_recommendations(
    document: Document, *, book: RuleBook, story: Story | None = None
) -> tuple[Recommendation, ...]:
    """All recommendations in the order of the text, each with the status that its own review's action plan states."""
    story = story or Story(document, book=book)
    known = standings(story)
    numbered = numbered_things(story, Says.recommendation_number)
    found = _with_progress([_numbered(thing, known, story) for thing in numbered], story)
    stated = {(f.source, f.number) for f in found}
    found += [f for f in _in_tables(known, story) if (f.source, f.number) not in stated or f.number is None]
    found += _in_action_plans(story)
    found += _unnumbered(story, numbered)
    return tuple(_recommendation(f, story, i) for i, f in enumerate(_distinct(found), start=1))


def _numbered(thing: Numbered, known: Mapping[Key, Standing], story: Story) -> _Found:
    source = source_at(story, thing.start)
    standing = known.get(key_of(source, thing.number)) if thing.number is not None else None
    closing = trailing_status(story.document.text[slice(*thing.spans[-1])], story=story)
    spans = thing.spans
    if closing and closing[0] > 0:
        spans = (*spans[:-1], (spans[-1][0], spans[-1][0] + closing[0]))
    return _Found(
        spans=spans,
        rule=thing.rule,
        kind=_kind(story, thing.start, source),
        source=source,
        number=thing.number,
        status=standing.status if standing else _own_status(closing, story),
        also=standing.spans if standing else (),
    )


def _with_progress(found: list[_Found], story: Story) -> list[_Found]:
    """One recommendation for each number of a review: where its number comes again, its words say how far it got."""
    kept: list[_Found] = []
    for one in found:
        at = next(
            (i for i, f in enumerate(kept) if one.number and (f.source, f.number) == (one.source, one.number)), None
        )
        if at is None:
            kept.append(one)
        elif fuzz.ratio(words_of(story, kept[at].spans), words_of(story, one.spans)) >= SAME_WORDS:
            kept[at] = replace(kept[at], status=kept[at].status or one.status, also=(*kept[at].also, *one.spans))
        elif one.status or "action_plan" in story.meanings_at(one.spans[0][0]):
            told = " ".join(story.document.text[one.spans[0][0] : one.spans[-1][1]].split())
            status = one.status or status_in(told, story=story)
            if status and one.status and one.status.text and one.status.text not in told:
                status = status.model_copy(update={"text": f"{told} {one.status.text}"})
            kept[at] = replace(kept[at], status=kept[at].status or status, also=(*kept[at].also, *one.spans))
        else:
            kept.append(one)
    return kept


def _own_status(closing: tuple[int, str] | None, story: Story) -> Status | None:
    """The status printed behind the recommendation's own words."""
    return status_in_cell(closing[1], header="RAG", story=story) if closing else None


def _kind(story: Story, offset: int, source: str | None) -> Literal["review", "audit", "other"]:
    meanings = story.meanings_at(offset)
    if meanings & REVIEWS or (source or "").startswith(NAMED):
        return "review"
    return "audit" if "audits" in meanings else "other"


def _in_tables(known: Mapping[Key, Standing], story: Story) -> Iterator[_Found]:
    for row in rows_with(story.document, "recommendation", book=story.book):
        cell = row.cells["recommendation"]
        if len(cell.text.split()) < (SHORTEST_NUMBERED if row_number(row) else SHORTEST):
            continue
        number, source = row_number(row), row_source(row, story)
        standing = known.get(key_of(source, number)) if number is not None else None
        yield _Found(
            spans=((cell.start + _number_length(cell.text, number), cell.end),),
            rule="statements/column_recommendation",
            kind=_kind(story, row.start, source),
            source=source,
            number=number,
            status=standing.status if standing else _row_status(row, story),
            also=standing.spans if standing else (),
            addressees=(row.cells["owner"].text.strip(),) if "owner" in row.cells else (),
        )


def _number_length(text: str, number: int | None) -> int:
    """How many characters the printed number of a recommendation takes in front of its words ("R2 ", "2. ")."""
    printed = _PRINTED_NUMBER.match(text)
    return printed.end() if printed and int(printed["number"]) == number else 0


def _row_status(row: Row, story: Story) -> Status | None:
    if "status" not in row.cells:
        return None
    header = " ".join(c.text for c in row.table.cells if c.row == 0 and c.column == row.cells["status"].column)
    return status_in_cell(row.cells["status"].text, header=header, story=story)


def _in_action_plans(story: Story) -> Iterator[_Found]:
    """Actions that a plan names by topic ("School charter: ... is in progress") and gives no number."""
    open_: str | None = None
    general: Status | None = None
    section: str | None = None
    for paragraph in story.paragraphs:
        here = paragraph.section.id if paragraph.section else None
        if here != section:
            section, open_, general = here, None, None
        if REVIEWS & story.meanings_at(paragraph.start):
            plan = first_hit(paragraph.text, Says.action_plan, book=story.book)
            if open_ is not None:
                yield from _by_topic(paragraph, open_, general, story)
            if plan and not _TOPIC.match(paragraph.text):
                open_ = source_of(paragraph, story) or ""
                general = status_in(paragraph.text, story=story)


def _by_topic(paragraph: Paragraph, source: str, general: Status | None, story: Story) -> Iterator[_Found]:
    if "recommendation" in paragraph.text[:60].lower() and first_hit(
        paragraph.text, Says.recommendation_number, book=story.book
    ):
        return
    topic = _TOPIC.match(paragraph.text)
    status = status_in(paragraph.text, story=story)
    numbered = re.search(r"(?i)\brec(?:ommendation)?s?\.?\s*\d", paragraph.text)
    if topic:
        own = status or (general and Status(rag=None, state=general.state, text=None))
    elif _DISSEMINATED.search(paragraph.text[:90]) and status and not numbered:
        own = status
    else:
        return
    yield _Found(
        spans=((paragraph.start, paragraph.end),),
        rule="statements/action_plan_of_review",
        kind="review",
        source=source or None,
        status=own,
    )


def _unnumbered(story: Story, numbered: tuple[Numbered, ...]) -> Iterator[_Found]:
    for piece, after in zip_longest(story.pieces, story.pieces[1:]):
        if NOT_HERE & piece.meanings or covers(numbered, piece) or _announces(piece, after, story):
            continue
        hit = first_hit(piece.text, Says.recommendation, book=story.book, meanings=piece.meanings)
        labelled = piece.first and "recommendations" in piece.own
        listed = piece.item and piece.lead and _follow(piece.lead, story)
        if hit or ((labelled or listed) and len(piece.text.split()) >= SHORTEST):
            yield _Found(
                spans=((piece.start, piece.end),),
                rule=hit.rule.name if hit else "sections/recommendations" if labelled else LISTED,
                kind=_kind(story, piece.start, source := source_at(story, piece.start)),
                source=source,
            )


def _announces(piece: Piece, after: Piece | None, story: Story) -> bool:
    """A sentence that says no more than that recommendations follow, with their list behind it."""
    return after is not None and after.item and after.lead == piece.text and _follow(piece.text, story)


def _follow(text: str, story: Story) -> bool:
    return first_hit(text, Says.recommendations_follow, book=story.book) is not None


def _distinct(found: list[_Found]) -> list[_Found]:
    kept: list[_Found] = []
    for one in sorted(found, key=lambda f: (f.spans[0][0], -f.spans[-1][1])):
        if all(one.spans[0][0] >= other.spans[-1][1] or one.spans[-1][1] <= other.spans[0][0] for other in kept):
            kept.append(one)
    return kept


def _recommendation(found: _Found, story: Story, index: int) -> Recommendation:
    text = words_of(story, found.spans)
    evidence = tuple(e for a, b in (*found.spans, *found.also) for e in story.document.evidence(a, b, rule=found.rule))
    return Recommendation(
        id=f"recommendation-{index}",
        kind=found.kind,
        source=found.source,
        number=found.number,
        text=text,
        addressees=found.addressees or addressees(text, story=story),
        status=found.status,
        evidence=evidence,
    )
