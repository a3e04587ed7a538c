"""Achievements and challenges that agencies state, with the agency and the theme."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from report_extract.extract.numbered import Numbered, covers, numbered_things
from report_extract.extract.remark_cells import remark_cells
from report_extract.extract.statements import Hit, first_hit, hits
from report_extract.extract.story import Piece, Story
from report_extract.extract.themes import theme_of
from report_extract.language.headings import SMALL_WORDS, tag_meanings
from report_extract.language.names import AgencyName, key
from report_extract.model.document import Document
from report_extract.model.extraction import Remark
from report_extract.rules.kinds.agencies import Group
from report_extract.rules.kinds.statements import Says
from report_extract.rules.load import RuleBook

# Sections that describe, teach or list: what they say is no achievement or challenge of the year.
NOT_HERE = frozenset(
    ("contents", "messages", "glossary", "case_study", "context", "practice_reviews", "audits", "training", "data")
)
NOT_HERE |= {"pledge", "safer_workforce", "communication", "aims"}
SPEECHES = frozenset({"foreword", "scrutiny"})  # parts in which one person speaks for the partnership
NEVER = frozenset({"contents", "messages", "glossary", "case_study", "aims"})
MEANING = {Says.achievement: "achievements", Says.challenge: "challenges"}
QUOTES = ('"', "“", "‘", "'")  # what begins with one is somebody's words, not the agency's
SHORTEST, LONGEST = 6, 90  # words of a remark; less is a label, more is a page that was not cut into sentences
SHORTEST_LISTED = 3  # words of an item below "Our achievements:"
# Sentences that agree this well in their words state one fact twice (summary and agency's own account).
SAME_FACT = 82


GRADE_RULE = "good_grade"
GRADED_TOGETHER = frozenset({Group.council, Group.children_services})
_GRADE = re.compile(r"(?i)\b(?:outstanding|good)\b")
_WORD = re.compile(r"[^\W\d_]{2,}")  # numbers alone ("01632 960 300") say nothing


@dataclass(frozen=True, slots=True)
class _Said:
    """A remark to be: the span of its sentences, the one that says it (`core`), other spans that state the same.

    `graded` is the place whose services were given a grade and that grade, where the remark is about one.
    """

    start: int
    end: int
    text: str
    core: str
    paragraph: int
    rule: str
    agency: str | None
    graded: tuple[str, str] | None = None
    also: tuple[tuple[int, int], ...] = ()


def find_achievements(document: Document, *, book: RuleBook, story: Story | None = None) -> tuple[Remark, ...]:
    """What went well, one remark for each fact; a fact stated twice keeps both places."""
    return _find(Says.achievement, story or Story(document, book=book))


def find_challenges(document: Document, *, book: RuleBook, story: Story | None = None) -> tuple[Remark, ...]:
    """What is difficult, a worry or a risk, one remark for each fact."""
    return _find(Says.challenge, story or Story(document, book=book))


def _find(says: Says, story: Story) -> tuple[Remark, ...]:
    taken = (*numbered_things(story, Says.finding_number), *numbered_things(story, Says.recommendation_number))
    candidates = (*_candidates(says, story, taken), *_in_cells(says, story))
    said = _once(sorted(candidates, key=lambda one: one.start))
    return tuple(_remark(s, says, story, i) for i, s in enumerate(said, start=1))


def _candidates(says: Says, story: Story, taken: tuple[Numbered, ...]) -> Iterator[_Said]:
    last: _Said | None = None
    before: Piece | None = None
    for piece in story.pieces:
        follows = before is not None and before.paragraph == piece.paragraph
        hit = _spoken(says, piece, story, taken)
        if (
            last
            and follows
            and before
            and before.end == last.end
            and first_hit(piece.text, Says.goes_on, book=story.book)
        ):
            last = _stretched(last, last.start, piece.end, story)
        elif hit and not (last and piece.lead and last.text.endswith(piece.lead) and hit.rule.strength == "opening"):
            if last:
                yield last
            leans = follows and first_hit(piece.text, Says.leans_back, book=story.book)
            start = before.start if leans and before else piece.start
            last = _stretched(
                _Said(
                    piece.start,
                    piece.end,
                    piece.text,
                    piece.text,
                    piece.paragraph,
                    hit.rule.name,
                    _agency_name(piece, story),
                    _graded(piece, hit, story),
                ),
                start,
                piece.end,
                story,
            )
        before = piece
    if last:
        yield last


def _in_cells(says: Says, story: Story) -> Iterator[_Said]:
    for cell in remark_cells(MEANING[says], story):
        text = " ".join(cell.text.split())
        agency = story.scope.agency_at(cell.start) or story.scope.partnership
        yield _Said(cell.start, cell.end, text, text, -1, f"sections/{MEANING[says]}", agency)


def _stretched(said: _Said, start: int, end: int, story: Story) -> _Said:
    return replace(said, start=start, end=end, text=" ".join(story.document.text[start:end].split()))


def _spoken(says: Says, piece: Piece, story: Story, taken: tuple[Numbered, ...]) -> Hit | None:
    """The rule by which a sentence is such a remark; None for labels, stories, and places about other things."""
    tagged = MEANING[says] in tag_meanings(piece.tag, story.book)
    elsewhere = (NEVER if tagged else _not_here(piece)) & piece.meanings
    listed = MEANING[says] in piece.own and (piece.item or piece.first)
    shortest = SHORTEST_LISTED if listed else SHORTEST
    if elsewhere or not shortest <= len(piece.text.split()) <= LONGEST or covers(taken, piece):
        return None
    if piece.text.endswith(":") or len(_WORD.findall(piece.text)) < SHORTEST_LISTED:
        return None
    if piece.text.startswith(QUOTES) or any(_silenced(piece, story)):
        return None
    return _best(says, piece, story, opening=_is_opening(says, piece, story))


def _not_here(piece: Piece) -> frozenset[str]:
    """The staff of a year are no description, also in the chapter about their training."""
    return NOT_HERE - {"training"} if "workforce" in piece.own else NOT_HERE


def _silenced(piece: Piece, story: Story) -> Iterator[bool]:
    """For each form of words that is no remark, whether it counts here: the chair of a foreword may say "I"."""
    for hit in hits(piece.text, Says.not_remark, book=story.book):
        yield hit.rule.value != "first_person" or not SPEECHES & piece.meanings


def _best(says: Says, piece: Piece, story: Story, *, opening: bool) -> Hit | None:
    """The first strong rule that holds, else one that only holds in a place about such remarks."""
    allowed = ("strong", "weak", "opening") if opening else ("strong", "weak")
    found = [h for h in hits(piece.text, says, book=story.book, meanings=piece.meanings) if h.rule.strength in allowed]
    return next((h for h in found if h.rule.strength == "strong"), found[0] if found else None)


def _is_opening(says: Says, piece: Piece, story: Story) -> bool:
    """A list item or the first sentence of a call-out; below a heading, the first sentence of each paragraph."""
    if piece.item:
        return not _is_name(piece.text)
    if piece.first:
        return MEANING[says] in piece.own
    paragraph = story.paragraphs[piece.paragraph]
    if piece.start != paragraph.start:
        return False
    if MEANING[says] in piece.own:
        return True
    before = story.paragraphs[piece.paragraph - 1] if piece.paragraph else None
    return before is None or (before.tag, before.section) != (paragraph.tag, paragraph.section)


def _is_name(text: str) -> bool:
    """True for a list item that is only a name ("St Aldhelm's Primary School (closing in May)")."""
    words = re.sub(r"\([^)]*\)", "", text).split()
    return all(w[:1].isupper() or w.lower() in SMALL_WORDS for w in words)


def _agency_name(piece: Piece, story: Story) -> str | None:
    """The agency of a remark, else the partnership."""
    agency = _agency(piece, story)
    if agency:
        return agency.name
    return None if "agency_statements" in piece.meanings else story.scope.partnership


def _agency(piece: Piece, story: Story) -> AgencyName | None:
    """The agency whose section it is; elsewhere the first agency that the sentence names."""
    around = story.scope.agency_around(piece.start)
    if around:
        return around
    named = (m.agency for m in story.scope.names.find(piece.text))
    return next((a for a in named if a.group not in (Group.inspectorate, Group.national, None)), None)


def _graded(piece: Piece, hit: Hit, story: Story) -> tuple[str, str] | None:
    """(place, grade) of a sentence that a council's services were given a grade; a council and its services are one."""
    grade = _GRADE.search(piece.text) if hit.rule.id == GRADE_RULE else None
    agency = _agency(piece, story)
    place = agency.place if agency and agency.group in GRADED_TOGETHER else None
    place = story.scope.area_in(piece.text if agency is None else place or "") or place
    return (key(place), grade[0].lower()) if grade and place else None


def _once(said: Iterable[_Said]) -> list[_Said]:
    kept: list[_Said] = []
    for one in said:
        at = next((i for i, other in enumerate(kept) if _same(one, other)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = replace(kept[at], also=(*kept[at].also, (one.start, one.end)))
    return kept


def _same(one: _Said, other: _Said) -> bool:
    if one.graded and one.graded == other.graded:
        return True
    return fuzz.token_set_ratio(key(one.core), key(other.core)) >= SAME_FACT


def _remark(said: _Said, says: Says, story: Story, index: int) -> Remark:
    spans = ((said.start, said.end), *said.also)
    return Remark(
        id=f"{says.value}-{index}",
        text=said.text,
        agency=said.agency,
        theme=theme_of(said.text, book=story.book),
        evidence=tuple(e for a, b in spans for e in story.document.evidence(a, b, rule=said.rule)),
    )
