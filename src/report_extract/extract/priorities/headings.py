"""Priorities printed as headings or labels: tagged, numbered, or the headings below "Our priorities"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from report_extract.extract.numbered import number_of, words_of
from report_extract.extract.priorities.counted import counted_headings, numbered_run
from report_extract.extract.priorities.stated import (
    LONGEST_TITLE,
    Place,
    Stated,
    holder_at,
    reported_on,
    year_at,
    year_in,
)
from report_extract.extract.statements import first_hit
from report_extract.extract.story import Heading, Paragraph, Story
from report_extract.extract.themes import theme_of
from report_extract.language.headings import meanings_of
from report_extract.language.sentences import sentences
from report_extract.model.document import Section
from report_extract.rules.kinds.statements import Says

_TAG = re.compile(r"(?i)^(?:(?:new|priority|strategic|key|our|pledge)\W*)+\d*$")
_NEW = re.compile(r"(?i)^\W*new\b|\(new\)|\bnew:|\[new\]")
_SAYS_NEW = re.compile(
    r"(?i)\bthis (?:is a new (?:priority|aim|pledge|objective)|(?:priority|aim|pledge|objective) is new)\b"
)
AHEAD = frozenset({"pledge", "next_year"})
ACCOUNT = frozenset({"progress", "achievements", "challenges"})  # what tells of the year that is over
OF_PRIORITIES = frozenset({"priorities", "pledge"})


def priorities_in_headings(story: Story) -> list[Stated]:
    """Every heading or label that is a priority, with the outcome and the pledge printed below it."""
    places = [*_headings(story), *_labels(story)]
    known = {p.span[0] for p in places}
    places += [p for p in counted_headings(story) if p.span[0] not in known]
    places.sort(key=lambda p: p.span)
    stated = [_stated(place, story) for place in places]
    new = {s.container for s in stated if s.is_new}
    reported = {s.container for s in stated if s.stage == "reported"}
    stated = [replace(s, is_new=False) if s.is_new is None and s.container in new else s for s in stated]
    return [replace(s, stage="reported") if s.stage is None and s.container in reported else s for s in stated]


def _headings(story: Story) -> Iterator[Place]:
    for heading in story.headings:
        section, title = heading.section, heading.section.title
        parent = _parent(section, story)
        label = first_hit(title, Says.priority_number, book=story.book)
        if first_hit(title, Says.outcome_label, book=story.book) or len(title.split()) > LONGEST_TITLE:
            continue
        if label and not label.groups.get("title", "").strip():
            first = next((p for p in story.paragraphs if p.section and p.section.id == section.id), None)
            if first and len(first.text.split()) <= LONGEST_TITLE:
                span = (first.start, first.end)
                yield Place(first.text.rstrip("."), span, (first.end, section.end), parent, label, heading.tag or "")
        elif label or _is_priority(heading, parent, story):
            words = story.scope.heading_words(label.groups["title"]) if label else heading.words
            span = (section.start, heading.end)
            yield Place(words.strip(), span, (heading.end, section.end), parent, label, heading.tag or "")


def _is_priority(heading: Heading, parent: Section | None, story: Story) -> bool:
    """A heading directly below "Our priorities": tagged as one, sister of a tagged one, or among themes."""
    if parent is None or not OF_PRIORITIES & meanings_of(parent.title, story.book):
        return False
    sisters = [h for h in story.headings if h.section.parent == parent.id]
    if any(_tagged(h) for h in sisters):
        return _tagged(heading) or heading.section.level == min(h.section.level for h in sisters)
    is_list = OF_PRIORITIES & meanings_of(heading.section.title, story.book)
    if not is_list and _parts((heading.end, heading.section.end), pledged=False, story=story):
        return True
    themed = [h for h in sisters if theme_of(h.words, book=story.book)]
    other = (
        meanings_of(heading.section.title, story.book) - OF_PRIORITIES - {"learning", "voice", "training", "workforce"}
    )
    if len(sisters) < 2 or len(themed) * 2 <= len(sisters):
        return False
    numbered = numbered_run(sisters)
    return (heading in themed and not other) or (len(numbered) == len(sisters) and heading in numbered)


def _tagged(heading: Heading) -> bool:
    return bool(heading.tag and _TAG.match(heading.tag.strip()))


def _labels(story: Story) -> Iterator[Place]:
    """A label in a line of its own ("PRIORITY 2"), the title in the next, and what follows up to the next label."""
    starts = [p for p in story.paragraphs if _bare_label(p, story)]
    for label, after in zip_longest(starts, starts[1:]):
        title = story.paragraphs[label.number + 1] if label.number + 1 < len(story.paragraphs) else None
        if title is None or title in starts or len(title.text.split()) > LONGEST_TITLE:
            continue
        end = min(after.start if after else story.document.body_end, _next_topic(title, story))
        words = title.text.strip(" :–-.")
        hit = first_hit(label.text, Says.priority_number, book=story.book)
        yield Place(words, (title.start, title.end), (title.end, end), _container(label, story), hit, label.tag or "")


def _bare_label(paragraph: Paragraph, story: Story) -> bool:
    hit = first_hit(paragraph.text, Says.priority_number, book=story.book)
    return bool(hit and not hit.groups.get("title", "").strip())


def _next_topic(paragraph: Paragraph, story: Story) -> int:
    """Where the next heading that is no "Outcome" or "Pledge" begins."""
    after = (h for h in story.headings if h.section.start > paragraph.start)
    other = (h for h in after if not first_hit(h.section.title, Says.outcome_label, book=story.book))
    return next((h.section.start for h in other), story.document.body_end)


def _container(paragraph: Paragraph, story: Story) -> Section | None:
    path = story.document.section_path(paragraph.start)
    own = [s for s in path if not first_hit(s.title, Says.outcome_label, book=story.book)]
    return own[-1] if own else None


def title_without_new(title: str) -> str:
    """ "First days (NEW)" → "First days"."""
    return _NEW.sub("", title).strip(" :–-") or title


def says_new(title: str) -> bool:
    """True where a title is marked as new."""
    return _NEW.search(title) is not None


def _stated(place: Place, story: Story) -> Stated:
    own = meanings_of(place.container.title, story.book) if place.container else frozenset()
    parts = _parts(place.below, pledged="pledge" in own and "priorities" not in own, story=story)
    kind, owner = holder_at(story, place.span[0])
    return Stated(
        title=title_without_new(place.title),
        spans=(place.span, *(s for spans in parts.values() for s in spans)),
        rule=place.label.rule.name if place.label else "sections/priorities",
        kind=kind,
        container=place.container.id if place.container else None,
        owner=owner,
        stage="ahead" if AHEAD & own or parts else ("reported" if _reported(place, story) else None),
        number=number_of(place.label.groups.get("number")) if place.label else None,
        year=year_at(story, place.span[0]) or _year_announced(place, story),
        outcome=words_of(story, parts["outcome"]) if "outcome" in parts else None,
        pledge=words_of(story, parts["pledge"]) if "pledge" in parts else None,
        is_new=True if _NEW.search(place.tag) or _NEW.search(place.title) or _said_new(place, story) else None,
    )


def _reported(place: Place, story: Story) -> bool:
    """True where the year's progress is told: by the headings around, or below the priority ("What we did")."""
    told = (p.own for p in story.pieces_between(*place.below))
    return reported_on(story, place.span[0]) or any(own & ACCOUNT for own in told)


def _year_announced(place: Place, story: Story) -> str | None:
    """The years that the words between the list's heading and its first priority state."""
    if place.container is None:
        return None
    first = next((p for p in story.paragraphs if p.section and p.section.id == place.container.id), None)
    return year_in(first.text) if first and first.start < place.span[0] else None


def _said_new(place: Place, story: Story) -> bool:
    return _SAYS_NEW.search(story.document.text[place.below[0] : place.below[1]]) is not None


def _parts(below: tuple[int, int], *, pledged: bool, story: Story) -> dict[str, list[tuple[int, int]]]:
    """ "outcome" and "pledge" → spans of the paragraphs below a priority, by the labels above them."""
    spans: dict[str, list[tuple[int, int]]] = {}
    part = "pledge" if pledged else None
    for label, span in _labels_and_paragraphs(below, story):
        part = label or part
        if span and part:
            spans.setdefault(part, []).append(span)
    return spans


def _labels_and_paragraphs(below: tuple[int, int], story: Story) -> Iterator[tuple[str | None, tuple[int, int] | None]]:
    """In reading order: (label, None) for a label alone, (label, span) for one with words behind it, (None, span)."""
    things: list[tuple[int, str]] = [
        (h.section.start, h.section.title) for h in story.headings if below[0] <= h.section.start < below[1]
    ]
    titles = {start for start, _ in things}
    things += [(p.start, p.text) for p in story.paragraphs if below[0] <= p.start < below[1]]
    for start, words in sorted(things):
        hit = first_hit(words, Says.outcome_label, book=story.book)
        inline = list(_inline(words, start, story))
        if hit and "text" not in hit.groups:
            yield hit.rule.value, None
        elif inline:
            yield from inline
        elif start not in titles:
            yield None, (start, start + len(words))


def _inline(words: str, start: int, story: Story) -> Iterator[tuple[str | None, tuple[int, int]]]:
    """Labels within a paragraph ("What we want: ... What we promise: ..."), each with its words."""
    found = [
        (s, hit)
        for s in sentences(words)
        if (hit := first_hit(s.text, Says.outcome_label, book=story.book)) and "text" in hit.groups
    ]
    for (sentence, hit), after in zip_longest(found, found[1:]):
        begin = sentence.start + sentence.text.index(hit.groups["text"])
        end = after[0].start if after else len(words)
        said = _SAYS_NEW.split(words[begin:end])[0].rstrip()
        yield hit.rule.value, (start + begin, start + begin + len(said))


def _parent(section: Section, story: Story) -> Section | None:
    return next((s for s in story.document.outline if s.id == section.parent), None)
