"""Priorities printed as headings: labelled, tagged, or the headings below "Our priorities"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from report_extract.extract.numbered import number_of, words_of
from report_extract.extract.priorities.stated import Stated, reported_on, year_at
from report_extract.extract.statements import first_hit
from report_extract.extract.story import Heading, Paragraph, Story
from report_extract.extract.themes import theme_of
from report_extract.language.headings import meanings_of
from report_extract.model.document import Section
from report_extract.rules.kinds.statements import Says

_TAG = re.compile(r"(?i)^(?:(?:new|priority|strategic|key|our|pledge)\W*)+\d*$")
_NEW = re.compile(r"(?i)^\W*new\b|\(new\)|\bnew:|\[new\]")
AHEAD = frozenset({"pledge", "next_year"})
OF_PRIORITIES = frozenset({"priorities", "pledge"})
LONGEST_TITLE = 16  # words; a longer heading is a sentence


def priorities_in_headings(story: Story) -> list[Stated]:
    """Every heading that is a priority, with the outcome and the pledge printed below it."""
    chosen = [h for h in story.headings if _is_priority(h, story)]
    stated = [s for h in chosen if (s := _stated(h, story))]
    new = {s.container for s in stated if s.is_new}
    return [replace(s, is_new=False) if s.is_new is None and s.container in new else s for s in stated]


def _is_priority(heading: Heading, story: Story) -> bool:
    title = heading.section.title
    if first_hit(title, Says.outcome_label, book=story.book) or len(title.split()) > LONGEST_TITLE:
        return False
    label = first_hit(title, Says.priority_number, book=story.book)
    if label:
        return bool(label.groups.get("title", "").strip()) or bool(_first_below(heading, story))
    parent = _parent(heading.section, story)
    if parent is None or not OF_PRIORITIES & meanings_of(parent.title, story.book):
        return False
    return bool(heading.tag and _TAG.match(heading.tag.strip())) or _among_priorities(heading, parent, story)


def _among_priorities(heading: Heading, parent: Section, story: Story) -> bool:
    """Below "Our priorities", untagged: most sisters name a theme, and this one is no part of another sort."""
    sisters = [h for h in story.headings if h.section.parent == parent.id]
    if len(sisters) < 2 or any(h.tag and _TAG.match(h.tag.strip()) for h in sisters):
        return False
    themed = [h for h in sisters if theme_of(h.words, book=story.book)]
    other = meanings_of(heading.section.title, story.book) - OF_PRIORITIES - {"learning", "voice", "training"}
    return len(themed) * 2 > len(sisters) and heading in themed and not other


def _stated(heading: Heading, story: Story) -> Stated | None:
    section = heading.section
    label = first_hit(section.title, Says.priority_number, book=story.book)
    printed = label.groups.get("number") if label else None
    title, span = heading.words, (section.start, heading.end)
    if label:
        title = story.scope.heading_words(label.groups.get("title", "")).strip() if label.groups.get("title") else ""
        if not title:
            first = _first_below(heading, story)
            if first is None:
                return None
            title, span = first.text.rstrip("."), (first.start, first.end)
    parent = _parent(section, story)
    own = meanings_of(parent.title, story.book) if parent else frozenset()
    parts = dict(_parts(section, pledged="pledge" in own and "priorities" not in own, story=story))
    agency = story.scope.agency_at(section.start)
    tag = heading.tag or ""
    return Stated(
        title=_NEW.sub("", title).strip(" :–-()") or title,
        spans=(span, *(s for spans in parts.values() for s in spans)),
        rule=label.rule.name if label else "sections/priorities",
        kind="agency" if agency else "partnership",
        container=parent.id if parent else None,
        owner=agency or story.scope.partnership,
        stage="ahead" if AHEAD & own or parts else ("reported" if reported_on(story, section.start) else None),
        number=number_of(printed),
        year=year_at(story, section.start),
        outcome=words_of(story, parts["outcome"]) if "outcome" in parts else None,
        pledge=words_of(story, parts["pledge"]) if "pledge" in parts else None,
        is_new=True if _NEW.search(tag) or _NEW.search(section.title) else None,
    )


def _parts(section: Section, *, pledged: bool, story: Story) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """("outcome" | "pledge", spans) of the paragraphs below a priority, by the labels above them."""
    spans: dict[str, list[tuple[int, int]]] = {}
    part = "pledge" if pledged else None
    for at, paragraph in _labels_and_paragraphs(section, story):
        if isinstance(at, str):
            part = at
        if paragraph and part:
            spans.setdefault(part, []).append(paragraph)
    yield from spans.items()


def _labels_and_paragraphs(section: Section, story: Story) -> Iterator[tuple[str | None, tuple[int, int] | None]]:
    """In reading order: (label, None) for a label alone, (label, span) for one with words behind it, (None, span)."""
    inner = [h for h in story.headings if section.start < h.section.start < section.end]
    things: list[tuple[int, Heading | Paragraph]] = [(h.section.start, h) for h in inner]
    things += [(p.start, p) for p in story.paragraphs if section.start < p.start < section.end]
    for start, thing in sorted(things, key=lambda t: t[0]):
        words = thing.section.title if isinstance(thing, Heading) else thing.text
        hit = first_hit(words, Says.outcome_label, book=story.book)
        if hit and "text" in hit.groups:
            yield hit.rule.value, (start + words.index(hit.groups["text"]), start + len(words))
        elif hit:
            yield hit.rule.value, None
        elif isinstance(thing, Paragraph):
            yield None, (thing.start, thing.end)


def _first_below(heading: Heading, story: Story) -> Paragraph | None:
    below: Sequence[Paragraph] = [p for p in story.paragraphs if p.section and p.section.id == heading.section.id]
    return below[0] if below and len(below[0].text.split()) <= LONGEST_TITLE else None


def _parent(section: Section, story: Story) -> Section | None:
    return next((s for s in story.document.outline if s.id == section.parent), None)
