"""Reviews, audits, inspections and notifications: what was looked into, by whom, and how far it got."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, cast

from report_extract.extract.numbered import number_of
from report_extract.extract.sources import REVIEWS, case_in, named_review, title_review
from report_extract.extract.statements import Hit, first_hit, hits
from report_extract.extract.story import Heading, Piece, Story
from report_extract.language.names import key
from report_extract.model.document import Document
from report_extract.model.extraction import Review
from report_extract.rules.kinds.agencies import Group
from report_extract.rules.kinds.statements import Says
from report_extract.rules.load import RuleBook

Kind = Literal["lcspr", "rapid_review", "audit", "inspection", "notification"]
COUNTED = frozenset({"rapid_review", "notification"})  # told by their number: the same number again is the same fact
NOT_HERE = frozenset({"contents", "messages", "glossary", "context"})
_MONTHS = tuple(month_name)[1:]
_DATE = re.compile(rf"\b(?:in|on|dated|published)\s+(?P<date>(?:\d{{1,2}} )?(?:{'|'.join(_MONTHS)}) 20\d\d|20\d\d)\b")
_PERSON = re.compile(r"\b[A-Z][\w'’-]+(?: (?:[A-Z]\.|[A-Z][\w'’-]+)){1,3}(?: (?:OBE|CBE|MBE|QPM|KC|QC))?\b")
_CLAUSE_END = re.compile(
    r";|, and (?=the |a |an |another )| (?:while|whilst|but) "
    r"|,? and (?=(?:one|two|three|another|a second|the other)\b[^,;:]{0,20} (?:was|were|is|are|has|have)\b)"
)
_CASES = re.compile(r"\((?P<cases>[^)]{3,120})\)")
_OF_REVIEW = re.compile(r"(?i)\b(?:the|this|our) (?:\w+ )?(?:review|lcspr|cspr|scr|report)\b|^it (?:was|is)\b")
_TITLES = frozenset({"independent", "safeguarding", "senior", "professional", "lead", "local", "partnership", "the"})


@dataclass(frozen=True, slots=True)
class _Seen:
    kind: Kind
    title: str
    spans: tuple[tuple[int, int], ...]
    rule: str
    status: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    count: int | None = None


def find_reviews(document: Document, *, book: RuleBook, story: Story | None = None) -> tuple[Review, ...]:
    """Every review that the report names, one entry for each case; other kinds one for each sentence about them."""
    story = story or Story(document, book=book)
    seen = [s for piece in story.pieces if not NOT_HERE & piece.meanings for s in _in_piece(piece, story)]
    merged = _merged([*_itself(story), *_in_headings(story), *seen])
    return tuple(_review(s, story, i) for i, s in enumerate(merged, start=1))


def _itself(story: Story) -> Iterator[_Seen]:
    """The review that the document is, where its title says so."""
    found = title_review(story)
    if found:
        name, block = found
        yield _Seen("lcspr", name, ((block.start, block.end),), "sections/practice_reviews")


def _in_headings(story: Story) -> Iterator[_Seen]:
    for heading in story.headings:
        case = case_in(story, heading.words)
        if case and REVIEWS & story.meanings_at(heading.section.start):
            span = (heading.section.start, heading.end)
            seen = _Seen("lcspr", named_review(case, heading.words), (span,), "sections/practice_reviews")
            yield _told_below(seen, heading, story)


def _told_below(seen: _Seen, heading: Heading, story: Story) -> _Seen:
    """What the section of a case says of its review: authors, whether and when it was published."""
    for piece in story.pieces_between(heading.end, heading.section.end):
        if not _OF_REVIEW.search(piece.text) or case_in(story, piece.text) not in (None, case_in(story, heading.words)):
            continue
        told = _details(piece.text, story)
        if told.authors or told.status:
            seen = replace(
                seen,
                spans=(*seen.spans, (piece.start, piece.end)),
                status=seen.status or told.status,
                authors=seen.authors or told.authors,
                published=seen.published or told.published,
            )
    return seen


def _in_piece(piece: Piece, story: Story) -> Iterator[_Seen]:
    for hit in hits(piece.text, Says.review, book=story.book, meanings=piece.meanings):
        kind = cast("Kind", hit.rule.value)
        if kind == "lcspr":
            yield from _cases(piece, story)
        elif "title" in hit.groups:
            yield _seen(piece, hit, kind, story)


def _cases(piece: Piece, story: Story) -> Iterator[_Seen]:
    """Each case of the sentence; "two were published (Child A and Child B)" holds for those in the bracket."""
    told = first_hit(piece.text, Says.review_detail, book=story.book)
    if told is None and not re.search(r"(?i)\breview|LCSPR|\bCSPR|\bSCR", piece.text):
        return
    rest, offset = piece.text, 0
    while case := case_in(story, rest):
        at = rest.index(case)
        words = _clause(piece.text, offset + at)
        yield replace(
            _details(words, story),
            title=named_review(case, words),
            spans=((piece.start, piece.end),),
        )
        offset += at + len(case)
        rest = piece.text[offset:]


def _clause(text: str, at: int) -> str:
    """The clause around a case: up to the bracket's verb before and the next full clause after."""
    marks = list(_CLAUSE_END.finditer(text))
    start = max((m.end() for m in marks if m.end() <= at), default=0)
    end = min((m.start() for m in marks if m.start() >= at and m[0] != " but "), default=len(text))
    return text[start:end]


def _details(words: str, story: Story) -> _Seen:
    status: str | None = None
    authors: tuple[str, ...] = ()
    rule = "statements/practice_review_named"
    for hit in hits(words, Says.review_detail, book=story.book):
        if hit.rule.value == "authors":
            authors = _people(hit.groups.get("authors", ""))
        else:
            status = "not published" if "not published" in (status, hit.rule.value) else status or hit.rule.value
    date = _DATE.search(words) if status == "published" else None
    return _Seen("lcspr", "", (), rule, status=status, authors=authors, published=_iso(date["date"]) if date else None)


def _iso(printed: str) -> str:
    """ "May 2031" → "2031-05", "4 May 2031" → "2031-05-04", "2031" → "2031"."""
    parts = printed.split()
    year = parts[-1]
    if len(parts) == 1:
        return year
    month = f"{year}-{_MONTHS.index(parts[-2]) + 1:02d}"
    return f"{month}-{int(parts[0]):02d}" if len(parts) == 3 else month


def _people(text: str) -> tuple[str, ...]:
    """Names of persons in a text; titles of posts and bodies in capitals are none."""
    names = (m[0].split() for m in _PERSON.finditer(text))
    return tuple(
        " ".join(words)
        for words in names
        if len(words) > 1 and not words[0][:2].isupper() and not {w.lower() for w in words} & _TITLES
    )


def _seen(piece: Piece, hit: Hit, kind: Kind, story: Story) -> _Seen:
    title = " ".join(hit.groups["title"].split())
    counted = hit.groups.get("count") or (re.findall(r"(?i)\b(?:\d+|[a-z]+)\b", title) or [""])[0]
    detail = first_hit(piece.text, Says.review_detail, book=story.book)
    date = _DATE.search(piece.text)
    status = detail.rule.value if detail and detail.rule.value != "authors" else None
    if kind == "inspection":
        title = _inspection_title(title, piece, story)
    return _Seen(
        kind,
        title[:1].upper() + title[1:],
        ((piece.start, piece.end),),
        hit.rule.name,
        status=status,
        published=_iso(date["date"]) if date and status == "published" else None,
        count=_count(counted),
    )


def _inspection_title(title: str, piece: Piece, story: Story) -> str:
    """ "Ofsted inspection, Northmere Council": the body and the agency, as far as sentence and section name them."""
    mentions = [m.agency for m in story.scope.names.find(piece.text)]
    body = next((a.name for a in mentions if a.group is Group.inspectorate), None)
    judged = next((a for a in mentions if a.group not in (Group.inspectorate, Group.national, Group.partnership)), None)
    agency = judged or story.scope.agency_around(piece.start)
    words = (
        f"{body} inspection" if body else title if re.search(r"(?i)inspection|visit|assess", title) else "Inspection"
    )
    return f"{words}, {agency.name}" if agency and key(agency.name) not in key(words) else words


def _count(printed: str) -> int | None:
    if printed.lower() == "no":
        return 0
    return number_of(printed)


def _merged(seen: list[_Seen]) -> list[_Seen]:
    """Places of one case are one review; details that one place lacks come from the others."""
    by_case: dict[str, int] = {}
    kept: list[_Seen] = []
    for one in seen:
        name = {"lcspr": key(one.title.partition(" ")[2]), "inspection": key(one.title)}.get(one.kind)
        if one.kind in COUNTED and one.count is not None:
            name = f"{one.kind} {one.count}"
        if name and name in by_case:
            first = kept[by_case[name]]
            kept[by_case[name]] = replace(
                first,
                spans=(*first.spans, *(s for s in one.spans if s not in first.spans)),
                status=first.status or one.status,
                authors=first.authors or one.authors,
                published=first.published or one.published,
            )
            continue
        if name:
            by_case[name] = len(kept)
        kept.append(one)
    return sorted(kept, key=lambda s: s.spans[0])


def _review(seen: _Seen, story: Story, index: int) -> Review:
    return Review(
        id=f"review-{index}",
        kind=seen.kind,
        title=seen.title,
        status=seen.status,
        authors=seen.authors,
        published=seen.published,
        count=seen.count,
        evidence=tuple(e for a, b in seen.spans for e in story.document.evidence(a, b, rule=seen.rule)),
    )
