"""Numbered findings and recommendations as reports print them: labelled, under a heading, in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from report_extract.extract.statements import Hit, first_hit
from report_extract.extract.story import Heading, Paragraph, Piece, Story
from report_extract.language.headings import meanings_of
from report_extract.rules.kinds.statements import Says

_NUMBER_WORDS = {
    w: n for n, w in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1)
}
_ROMAN = {w: n for n, w in enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split(), start=1)}
_COUNT = r"(?P<number>\d{1,2}|[ivx]{1,4}|[IVX]{1,4}|[a-hA-H])"
_MARKED = re.compile(rf"^\W?\(?{_COUNT}[.):]\)?\s+(?=\S)")
_MARKER = re.compile(rf"^\W?\(?{_COUNT}[.):]?\)?$")
LONGEST_TITLE = 6  # words of a finding's title that stands in a line of its own above the finding
_ENDED = re.compile(r"[.!?;:][\"'”’)\]]*$")
_BEHIND_LABEL = " \t\n:.)–—-"
ABOUT_REVIEWS = frozenset({"practice_reviews", "rapid_reviews", "learning", "audits"})
MEANT = {Says.finding_number: "findings", Says.recommendation_number: "recommendations"}


class Numbered(NamedTuple):
    """A numbered thing: its number, the spans of its words in the document, and the rule that recognised its label."""

    number: int | None
    spans: tuple[tuple[int, int], ...]
    rule: str | None

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]


class _Label(NamedTuple):
    at: int
    number: int | None
    text_start: int
    rule: str
    heading: Heading | None
    paragraph: Paragraph | None


def number_of(printed: str | None) -> int | None:
    """ "2" → 2, "Three" → 3, "iv" → 4, "A" → None."""
    if printed is None:
        return None
    return int(printed) if printed.isdigit() else _NUMBER_WORDS.get(printed.lower(), _ROMAN.get(printed.lower()))


def numbered_things(story: Story, says: Says) -> tuple[Numbered, ...]:
    """All things with a printed label; in sections that have none, the numbered items under a fitting heading."""
    labelled = tuple(_labelled(story, says))
    taken = {story.document.section_at(thing.start) for thing in labelled}
    return (*labelled, *(t for t in _marked(story, MEANT[says]) if story.document.section_at(t.start) not in taken))


def words_of(story: Story, spans: Sequence[tuple[int, int]]) -> str:
    """The words of several spans as one text."""
    return " ".join(" ".join(story.document.text[a:b].split()) for a, b in spans)


def _labelled(story: Story, says: Says) -> Iterator[Numbered]:
    labels = sorted(_labels(story, says), key=lambda label: label.at)
    for label, after in zip_longest(labels, labels[1:]):
        limit = after.at if after else story.document.body_end
        spans = _spans(story, label, limit)
        if spans:
            yield Numbered(label.number, spans, label.rule)


def _labels(story: Story, says: Says) -> Iterator[_Label]:
    for heading in story.headings:
        title = heading.section.title
        hit = first_hit(title, says, book=story.book)
        if hit:
            yield _label(hit, title, heading.section.start, heading=heading)
    for paragraph in story.paragraphs:
        hit = first_hit(paragraph.text, says, book=story.book)
        if hit:
            yield _label(hit, paragraph.text, paragraph.start, paragraph=paragraph)
    for piece in story.pieces:
        paragraph = story.paragraphs[piece.paragraph]
        hit = first_hit(piece.text, says, book=story.book) if piece.start > paragraph.start else None
        if hit:
            yield _label(hit, piece.text, piece.start, paragraph=paragraph)


def _label(
    hit: Hit, text: str, offset: int, *, heading: Heading | None = None, paragraph: Paragraph | None = None
) -> _Label:
    printed = hit.groups["number"]
    at = text.index(printed, hit.start) + len(printed)
    while at < len(text) and text[at] in _BEHIND_LABEL:
        at += 1
    return _Label(offset, number_of(printed), offset + at, hit.rule.name, heading, paragraph)


def _spans(story: Story, label: _Label, limit: int) -> tuple[tuple[int, int], ...]:
    """The words behind a label: the rest of its paragraph, and what follows where the paragraph breaks off."""
    if label.heading:
        own = _trim(story, label.text_start, label.heading.end)
        below = _below_heading(story, label.heading, limit)
        return (*own, *below)
    assert label.paragraph is not None
    spans = list(_trim(story, label.text_start, min(label.paragraph.end, limit)))
    for after in story.paragraphs[label.paragraph.number + 1 :]:
        if after.start >= limit or after.section is not label.paragraph.section or not _goes_on(story, spans, after):
            break
        spans += _trim(story, after.start, min(after.end, limit))
    return tuple(spans)


def _goes_on(story: Story, spans: list[tuple[int, int]], after: Paragraph) -> bool:
    """Nothing stands behind the label yet, a list is announced, or the paragraph broke off in mid sentence."""
    if not spans:
        return True
    said = story.document.text[spans[0][0] : spans[-1][1]].rstrip()
    if after.item:
        return said.endswith(":") or len(spans) > 1
    if len(said.split()) <= LONGEST_TITLE and not _ENDED.search(said):
        return bool(_ENDED.search(after.text))
    return not _ENDED.search(said) and after.text[:1].islower()


def _below_heading(story: Story, heading: Heading, limit: int) -> Iterator[tuple[int, int]]:
    for paragraph in story.paragraphs:
        inside = heading.section.start < paragraph.start < min(limit, heading.section.end)
        if inside and paragraph.section and paragraph.section.id == heading.section.id:
            yield paragraph.start, paragraph.end


def _trim(story: Story, start: int, end: int) -> tuple[tuple[int, int], ...]:
    text = story.document.text[start:end]
    lead, tail = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
    return ((start + lead, end - tail),) if text.strip() else ()


def _marked(story: Story, meaning: str) -> Iterator[Numbered]:
    """Items numbered 1, 2, 3 under a heading of the meaning, or in a list that a sentence of it announces."""
    wanted, announced = 1, False
    section: str | None = None
    for paragraph in story.paragraphs:
        here = paragraph.section.id if paragraph.section else None
        if here != section:
            section, wanted, announced = here, 1, False
        printed, start = _printed_number(paragraph)
        if printed is None:
            wanted, announced = 1, _announces(paragraph, meaning, story)
        elif _counts(printed, wanted) and (announced or _headed(paragraph, meaning, story)):
            yield Numbered(number_of(printed), _trim(story, start, paragraph.end), f"sections/{meaning}")
            wanted += 1


def _counts(printed: str, wanted: int) -> bool:
    """True where "2", "ii" or "b" is printed and the second is wanted."""
    return number_of(printed) == wanted or (printed.isalpha() and printed.lower() == chr(ord("a") + wanted - 1))


def _printed_number(paragraph: Paragraph) -> tuple[str | None, int]:
    """(number, where the words begin) of a paragraph or item that begins with a number, also Roman, or a letter."""
    match = _MARKED.match(paragraph.text)
    if match:
        return match["number"], paragraph.start + match.end()
    marker = _MARKER.match((paragraph.marker or "").strip())
    return (marker["number"] if marker else None), paragraph.start


def _headed(paragraph: Paragraph, meaning: str, story: Story) -> bool:
    """Under a heading of the meaning, or under a label of it that is no heading."""
    if paragraph.section and meaning in meanings_of(paragraph.section.title, story.book):
        return True
    first = story.pieces_between(paragraph.start, paragraph.end)[:1]
    return bool(first and meaning in first[0].own)


def _announces(paragraph: Paragraph, meaning: str, story: Story) -> bool:
    """True for a paragraph that ends in the announcement of findings or recommendations of a review."""
    last = story.pieces_between(paragraph.start, paragraph.end)[-1:]
    if not last or not last[0].text.endswith(":"):
        return False
    if meaning == "recommendations":
        return "recommend" in last[0].text.lower()
    return bool(ABOUT_REVIEWS & last[0].meanings and first_hit(last[0].text, Says.findings_follow, book=story.book))


def covers(things: Sequence[Numbered], piece: Piece) -> bool:
    """True where the piece is part of one of the numbered things."""
    return any(a <= piece.start < b or piece.start <= a < piece.end for t in things for a, b in t.spans)
