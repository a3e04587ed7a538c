"""What inspectorates found: grades with the body that gave them, and the sentences quoted from their reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report_extract.extract.findings.judgements import announced_by, by_inspectors
from report_extract.extract.findings.spans import Found
from report_extract.extract.numbered import Numbered, covers
from report_extract.extract.rows import rows_with
from report_extract.extract.statements import first_hit, hits
from report_extract.extract.story import Paragraph, Piece, Story
from report_extract.language.names import AgencyName, Mention
from report_extract.rules.kinds.agencies import Group
from report_extract.rules.kinds.statements import Says

NOT_HERE = frozenset({"contents", "messages", "glossary", "training", "case_study", "audits", "practice_reviews"})
_INSPECTED = re.compile(r"(?i)\binspect(?:ors?|orate|ions?)\b")
_CLOSED = re.compile(r"[.,!?][\"”'’](?=\W|$)")
_YEAR = re.compile(
    r"\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?20\d\d\b"
)
# What a body is called where its name is left out, and the groups of agencies that may be meant.
_SORTS = {
    "police": (Group.police,),
    "force": (Group.police,),
    "constabulary": (Group.police,),
    "council": (Group.council, Group.children_services),
    "local authority": (Group.council, Group.children_services),
    "trust": (Group.health,),
    "hospital": (Group.health,),
}
_SUBJECT = re.compile(rf"(?i)(?:the|our) (?P<sort>{'|'.join(_SORTS)})\b")
_EARLIER = re.compile(r"(?i)\b(?:since|previous|last|earlier|between)\b[^.]{0,60}$")


def inspection_findings(story: Story, *, taken: Sequence[Numbered]) -> list[Found]:
    """Grades and findings of inspections anywhere in the report but where audits and reviews are the subject."""
    found: list[Found] = []
    for paragraph in story.paragraphs:
        pieces = story.pieces_between(paragraph.start, paragraph.end)
        if not pieces or (NOT_HERE & pieces[0].meanings and not _headed_so(pieces[0])):
            continue
        found += _of_paragraph(paragraph, pieces, story, taken)
    return found


def _headed_so(piece: Piece) -> bool:
    """Right below a heading about inspections, whatever else the part of the report around it is about."""
    return "inspections" in piece.own and not NOT_HERE & piece.own


def inspections_in_tables(story: Story) -> Iterator[Found]:
    """Rows that name an inspectorate, what it inspected and the grade that it gave."""
    for row in rows_with(story.document, "grade", book=story.book):
        cells = sorted(row.cells.values(), key=lambda c: c.start)
        words = " ".join(c.text for c in cells)
        mentions = [m.agency for m in story.scope.names.find(words)]
        body = next((a for a in mentions if a.group is Group.inspectorate), None)
        if body is None and "inspections" not in story.meanings_at(row.start):
            continue
        about = next((m.agency for m in story.scope.names.find(words) if _judgeable(m)), None)
        yield Found(
            kind="inspection",
            spans=tuple((c.start, c.end) for c in cells),
            rule="statements/column_grade",
            source=_source(body, about, words),
            agency=about.name if about else None,
            place=f"row {row.start}",
            grade=" ".join(row.cells["grade"].text.split()),
            body=body.name if body else None,
        )


def _of_paragraph(
    paragraph: Paragraph, pieces: Sequence[Piece], story: Story, taken: Sequence[Numbered]
) -> Iterator[Found]:
    body, about = _body_of(paragraph, story), None
    inspected = body is not None or _INSPECTED.search(paragraph.text) is not None
    quoted_to = -1
    for piece in pieces:
        if covers(taken, piece):
            continue
        opened = first_hit(piece.text, Says.quote_follows, book=story.book)
        if opened:
            quoted_to = _quote_end(paragraph, piece.start + opened.end)
        about = _about(piece, story) or about
        rule, grade = _judged(piece, story, quoted=piece.start < quoted_to, inspected=inspected)
        if rule:
            agency = next((a for a in (about, _around(piece, story)) if a and _still_of(a, piece)), None)
            yield Found(
                kind="inspection",
                spans=((piece.start, piece.end),),
                rule=rule,
                source=_source(body, agency, piece.text if _YEAR.search(piece.text) else paragraph.text),
                agency=agency.name if agency else None,
                place=_place(agency, piece, story),
                grade=grade,
                body=body.name if body else None,
            )


def _place(agency: AgencyName | None, piece: Piece, story: Story) -> str | None:
    """The place whose services were inspected: the agency's, else the one that the sentence names; none for a force."""
    if agency is None:
        return story.scope.area_in(piece.text)
    if agency.place is None or agency.group is Group.police:
        return None
    return story.scope.area_in(agency.place) or agency.place


def _around(piece: Piece, story: Story) -> AgencyName | None:
    """The agency whose section it is; the partnership, whose report it is, is not by that the one inspected."""
    around = story.scope.agency_around(piece.start)
    return around if around and around.group is not Group.partnership else None


def _judged(piece: Piece, story: Story, *, quoted: bool, inspected: bool) -> tuple[str | None, str | None]:
    """(rule, grade) where the sentence is a finding of inspectors; (None, None) where not.

    `inspected`: its paragraph speaks of inspectors, so that "They asked us to" speaks of inspectors.
    """
    if (
        piece.text.endswith(":")
        or first_hit(piece.text, Says.not_finding, book=story.book)
        or first_hit(piece.text, Says.not_remark, book=story.book)
    ):
        return None, None
    grade = first_hit(piece.text, Says.grade, book=story.book)
    if grade:
        return grade.rule.name, grade.groups["grade"].capitalize()
    for hit in hits(piece.text, Says.finding, book=story.book, meanings=piece.meanings):
        if hit.rule.value == "inspection" and (hit.rule.strength == "strong" or inspected):
            return hit.rule.name, None
    if quoted:
        judged = first_hit(piece.text, Says.evaluative, book=story.book)
        return (judged.rule.name, None) if judged else (None, None)
    if announced_by(piece, story) and by_inspectors(piece.lead or "", story):
        return "statements/findings_of_audit_follow", None
    return None, None


def _quote_end(paragraph: Paragraph, opened: int) -> int:
    """Where the quotation that begins before `opened` is closed; the paragraph's end where it never is."""
    closed = _CLOSED.search(paragraph.text, opened - paragraph.start)
    return paragraph.start + closed.end() if closed else paragraph.end


def _body_of(paragraph: Paragraph, story: Story) -> AgencyName | None:
    mentions = story.scope.names.find(paragraph.text)
    return next((m.agency for m in mentions if m.agency.group is Group.inspectorate), None)


def _about(piece: Piece, story: Story) -> AgencyName | None:
    """The agency judged: the first one named that is no inspectorate and no ministry."""
    return next((m.agency for m in story.scope.names.find(piece.text) if _judgeable(m)), None)


def _still_of(agency: AgencyName, piece: Piece) -> bool:
    """False where the sentence speaks of a body of another sort ("The police were found ...") without its name."""
    subject = _SUBJECT.match(piece.text)
    return subject is None or agency.group in _SORTS[subject["sort"].lower()]


def _judgeable(mention: Mention) -> bool:
    return mention.agency.group not in (Group.inspectorate, Group.national, Group.partnership, None)


def _source(body: AgencyName | None, agency: AgencyName | None, text: str) -> str:
    """ "Ofsted inspection Northmere Council 2031": body, agency and year as far as the paragraph states them."""
    year = next((m for m in _YEAR.finditer(text) if not _EARLIER.search(text[: m.start()])), None)
    parts = [body.name if body else None, "inspection", agency.name if agency else None, year[0] if year else None]
    words = " ".join(p for p in parts if p)
    return words[:1].upper() + words[1:]
