"""Joins the parts of change statements: changes and previous values take the identity of what they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from report_extract.extract.metrics.draft import Draft
from report_extract.extract.metrics.turns import BOUND as _BOUND
from report_extract.extract.metrics.turns import fits as _fits
from report_extract.extract.metrics.turns import in_turn
from report_extract.extract.metrics.when import POINTS_BACK
from report_extract.language.periods import financial
from report_extract.model.extraction import Compared, Role

_REFERS_BACK = re.compile(
    r"^\W*(?:this|these|both|each\sof|that(?!\ssaid)|it|they|which|an?\s(?:increase|decrease|rise|fall|drop|reduction)|(?:up|down)\b"
    r"|the\s(?:figure|number|total|average|increase|rate)|the\s(?:previous|prior|preceding|last)\s(?:year|period|quarter)|last\syear[’']s"
    r"|(?:a|two|three|four|five)\syears?\s(?:ago|earlier|before),?\s(?:it|this|the))\b",
    re.IGNORECASE,
)
_VERB_FIRST = re.compile(
    r"^(?:were|was|are|is|had|have|has|resulted|remained|did|involved|led)\b|^[a-z]+ed\s(?:to|by|in|from|at|as|with|into|on|the|an?)\b",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(rf"{_VERB_FIRST.pattern}|^[a-z]+ed$", re.IGNORECASE)
_OFTEN = re.compile(r"^(?:each|every|per|an?)\s(?:day|week|month|quarter|term)$", re.IGNORECASE)
_REASON = re.compile(r"^(?:for|because\sof|due\sto|under\sthe\scategory)\s", re.IGNORECASE)
_PREPOSITION = re.compile(r"(in|by|from|at|for|among|to|on|with)\s", re.IGNORECASE)
_HEAD = re.compile(
    r"(?:[\w’'-]+\s){0,3}?[\w’'-]+(?=\s(?:were|was|are|is|had|have|to|of|in|on|for|that|which|who|by|from|with|and|came|went|fell|rose|led|met)\b|$)"
)
_NAMELESS = re.compile(
    r"^(?:(?:this|that|it|there|these|they|which)\b(?:\s(?:is|was|were|are|equates?|represents?|means|gives?|had|has|brings?)\b)?"
    r"|(?:the\s)?(?:previous|last|preceding)\s(?:year[’']s|year)\b)"
    r"(?:\s(?:to|an?|the|around|about|approximately|equivalent|rate|total|figure|average|number|of|in|for|was|were|is|at|per|up|down|from|\W?\d[\d,.%]*))*$"
    r"|^(?:each|every|per|an?)\s(?:day|week|month|quarter|year|term)$"
    r"|^(?:a|two|three|four|five)\syears?\s(?:ago|earlier|before)\s(?:it|this|the\sfigure)(?:\s(?:was|were|stood|had|been|at))*$"
    r"|^(?:the\s)?(?:rate|total|figure|average|number)s?(?:\s(?:was|is|were|of|per|had|has|stood|at|in|this|year))*$",
    re.IGNORECASE,
)
"""Labels that only point back: "This is a rate of …", "The previous year's total was …"."""
_DIVIDES = re.compile(
    r"\b(?:of\s(?:these|those|them|whom|which|that\snumber|the\W)|including|compris\w+|made\sup|involving|consist\w+|split|broken\sdown)",
    re.IGNORECASE,
)
_OF_THESE = re.compile(r"^\W*(?:(?:and|out)\s)?of\s(?:these|those|them|that\snumber|this\snumber)\b", re.IGNORECASE)
_RATE = re.compile(r"^(?:(?:the|an?)\s)?(?:rates?|numbers?|proportion|percentage|total)\sof\s", re.IGNORECASE)
REACH = 6  # figures back to which a sentence like "This is an increase of 12" may refer


def link(earlier: Sequence[Draft], made: Sequence[Draft], sentence: str) -> list[Draft]:
    """The figures so far and those of one more sentence, with its changes tied to what changed."""
    drafts = [*earlier, *made]
    first = len(earlier)
    ties: dict[int, int] = {}
    pointing = takewhile(lambda i: _PRONOUN_AT_A_PLACE.fullmatch(drafts[i].label), range(first, len(drafts)))
    for i in list(pointing):
        drafts[i] = _of_a_pronoun(drafts[i], earlier)
    dealt = in_turn(drafts, first, sentence)
    for i in range(first, len(drafts)):
        if drafts[i].role in _BOUND:
            anchor = dealt[i] if i in dealt else _in_sentence(drafts, i, first, sentence)
            if anchor is None and i not in dealt and (_REFERS_BACK.match(sentence) or POINTS_BACK.match(sentence)):
                anchor = _before(drafts, i, first)
            if anchor is not None:
                ties[i] = anchor
                drafts[i] = _like(drafts[i], drafts[anchor])
    for i in range(first, len(drafts)):
        drafts[i] = _with_subject(drafts[i], drafts[:i])
    for i in range(first, len(drafts)):
        if i not in ties and not drafts[i].borrows and _NAMELESS.match(drafts[i].label):
            drafts[i] = _of_the_topic(drafts, i, first, sentence)
    for i in range(first, len(drafts)):
        if drafts[i].borrows:
            drafts[i] = _lent(drafts, i, first, sentence)
    drafts[first:] = _parts(drafts[first:], drafts[:first], sentence)
    for anchor in set(ties.values()):
        drafts[anchor] = _compared(drafts[anchor], [drafts[i] for i, a in ties.items() if a == anchor])
    return [d for i, d in enumerate(drafts) if dealt.get(i, i) is not None]


_PRONOUN_AT_A_PLACE = re.compile(
    r"(?P<place>(?:[Ii]n|[Aa]cross|[Ff]or)\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:and\s|of\s|upon\s|on\s)?[A-Z][\w’'-]*)*),?\s"
    r"(?:they|it|the\s(?:figure|number|rate|share|total))\b.*"
)


def _of_a_pronoun(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """ "In Saltmarsh they rose from 90 to 110" speaks of what the sentence before counted elsewhere."""
    pointed = _PRONOUN_AT_A_PLACE.fullmatch(draft.label)
    if pointed is None or not earlier:
        return draft
    topic = next(d for d in earlier if d.start == earlier[-1].start)
    if _NAMELESS.match(topic.label) or not topic.label[:1].isalpha():
        return draft
    place = pointed["place"]
    label = f"{_AT_A_PLACE.sub('', topic.label)} {place[0].lower()}{place[1:]}"
    bound = draft.role in _BOUND or topic.role in _BOUND or topic.unit == draft.unit
    return replace(draft, label=label, rule=topic.rule if bound else draft.rule)


def _of_the_topic(drafts: Sequence[Draft], index: int, first: int, sentence: str) -> Draft:
    """A figure whose label only points back, under the name of what the sentences before counted."""
    part = drafts[index]
    before = [d for d in drafts[max(0, first - REACH) : index] if d.role not in _BOUND and not d.borrows]
    same = _topic(before, part.unit)
    often = _OFTEN.match(part.label) and "average" not in sentence.lower()
    if same is not None and often:
        return replace(part, label=f"{same.label} {part.label}", rule=None)  # so many a day are not those of the year
    if same is not None:
        return replace(part, label=same.label, rule=part.rule or same.rule)
    counted = _topic(before, "count")
    if counted is None or not part.unit.startswith("rate_"):
        return part
    return replace(part, label=f"rate of {_RATE.sub('', counted.label)}")


def _topic(before: Sequence[Draft], unit: str) -> Draft | None:
    """The first figure of a unit in the last sentence that has one: what follows there are mostly its parts."""
    fitting = [d for d in before if d.unit == unit]
    return next((d for d in fitting if d.start == fitting[-1].start), None)


def _parts(made: Sequence[Draft], before: Sequence[Draft], sentence: str) -> list[Draft]:
    """A part is not the whole: "of the 60 children in care, 41 were boys" has one figure of children in care."""
    if not _DIVIDES.search(sentence):
        return list(made)
    wholes = [d for d in before[-REACH:] if _is_whole(d)] if _OF_THESE.match(sentence) else []
    out: list[Draft] = []
    for draft in made:
        whole = next((w for w in wholes if w.metric == draft.metric and w.value > draft.value), None)
        part = whole is not None and _is_whole(draft) and (whole.area, whole.period) == (draft.area, draft.period)
        out.append(replace(draft, rule=None) if part else draft)
        if not part and _is_whole(draft):
            wholes.append(draft)
    return out


def _is_whole(draft: Draft) -> bool:
    known = draft.rule is not None and not draft.rule.dimension
    return known and draft.unit == "count" and draft.role in (Role.current, Role.total) and not draft.borrows


def _lent(drafts: Sequence[Draft], index: int, first: int, sentence: str) -> Draft:
    """A target or another place's figure as one of what the figure beside it counts."""
    part = drafts[index]
    own = [j for j in range(first, len(drafts)) if j != index and _lends(drafts[j], part)]
    near = next((j for j in reversed(own) if j < index), own[0] if own and part.role is not Role.target else None)
    if near is None and not own and (_BARE_TARGET.match(part.label) or part.role is not Role.target):
        reach = range(first - 1, max(-1, first - 1 - REACH), -1)
        near = next((j for j in reach if _lends(drafts[j], part)), None)
    if near is None:
        return part
    return replace(
        part,
        label=_there(drafts[near], part, sentence),
        rule=drafts[near].rule,
        area=part.area or _target_area(part, drafts[near]),
    )


def _there(base: Draft, part: Draft, sentence: str) -> str:
    """The base's label with the part's place for its own: "children live in Saltmarsh" beside those of Northmere."""
    at = list(_AT_A_PLACE.finditer(base.label))
    if not at or not part.area or not base.area or part.area == base.area or base.area not in at[-1][0]:
        return base.label
    named = re.search(rf"\b(?:in|for|across)\s(?:the\s)?{re.escape(part.area)}", sentence)
    return f"{base.label[: at[-1].start()]}{f' {named[0]}' if named else ''}{base.label[at[-1].end() :]}"


def _target_area(part: Draft, base: Draft) -> str | None:
    return base.area if part.role is Role.target else None


_BARE_TARGET = re.compile(
    r"^(?:(?:the|our|its|a|an|local|national|statutory|contractual|compliance|current)\s|[\w-]+[’']s?\s)*(?:target|ambition|goal|aim|standard)s?\b(?!\s(?:for|that))",
    re.IGNORECASE,
)


def _lends(base: Draft, part: Draft) -> bool:
    return not base.borrows and base.unit == part.unit and base.role not in _BOUND


def _with_subject(draft: Draft, before: Sequence[Draft]) -> Draft:
    """ "19 were outstanding" counts what was counted last: "reviews were outstanding".

    In "67% of places were taken in the north, 16% in the south" the second share is of the same.
    """
    if before and _ONLY_A_PLACE.fullmatch(draft.label) and _elsewhere_the_same(draft, before[-1]):
        said = _AT_A_PLACE.sub("", before[-1].label)
        place = _AT_A_PLACE.search(f" {draft.label}")
        return replace(draft, label=f"{said}{place[0] if place else ''}", rule=before[-1].rule)
    if before and draft.label == before[-1].label and _elsewhere_the_same(draft, before[-1]):
        at = list(_AT_A_PLACE.finditer(draft.label))
        return replace(draft, label=f"{draft.label[: at[-1].start()]} in {draft.area}") if at else draft
    if draft.unit == "percent" and before and before[-1].unit == "percent" and before[-1].start == draft.start:
        place = _PREPOSITION.match(draft.label)
        subject, same, _ = before[-1].label.partition(f" {place[1]} ") if place else ("", "", "")
        return replace(draft, label=f"{subject} {draft.label}") if same else draft
    if draft.unit == "count" and _REASON.match(draft.label) and before:
        whole = next(d for d in before if d.start == before[-1].start)
        mine = whole.start == draft.start and whole.unit == "count" and whole.value > draft.value
        return replace(draft, label=f"{whole.label} {draft.label}") if mine else draft
    if not _VERB_FIRST.match(draft.label):
        return draft
    if before and before[-1].start == draft.start and before[-1].label.endswith(draft.label):
        return replace(draft, label=before[-1].label)  # "63 (70%) ended well": the share is of the same
    counted = (d.label for d in reversed(before) if d.unit == "count" and not _NO_NOUN.match(d.label))
    head = next((_HEAD.match(label) for label in counted), None)
    return replace(draft, label=f"{head[0]} {draft.label}") if head else draft


_ONLY_A_PLACE = re.compile(
    r"(?:(?:and|while|but)\s)?(?:in|for|from|across)\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:and\s|of\s|upon\s|on\s)?[A-Z][\w’'-]*)*"
    r"(?:,?\s(?:it|this|they|there|the\s(?:figure|number|rate|share|proportion|percentage|total))(?:\s(?:was|were|is|are|stood|stands))?)?"
)
_AT_A_PLACE = re.compile(
    r"\s(?:in|for|from|across)\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:and\s|of\s|upon\s|on\s)?[A-Z][\w’'-]*)*"
)
"""A label that says only where: "402 contacts were made in the north, 355 in Saltmarsh"."""


def _elsewhere_the_same(draft: Draft, other: Draft) -> bool:
    same = (draft.start, draft.unit, draft.role) == (other.start, other.unit, other.role)
    return same and draft.area is not None and draft.area != other.area


_ANOTHER_SUBJECT = re.compile(
    r"(?:[,;]\s(?:and|but|yet|while|whilst|whereas)|[;]|\s(?:but|yet|while|whilst|whereas))\s"
    r"(?!(?:th[ei]s|that|these|those|it|they|which|an?|down|up|compared|still|the\s(?:number|figure|total|rate))\b)"
    r"(?:[\w’'-]+\s){1,6}?(?:rose|f[ae]ll|fell|grew|climbed|dropped|increased|decreased|declined|came\sdown|went\s(?:up|down))\b",
    re.IGNORECASE,
)
"""A second clause about something else: "contacts rose to 7,300, yet referrals fell by 61"."""


def _in_sentence(drafts: Sequence[Draft], index: int, first: int, sentence: str) -> int | None:
    """The nearest fitting figure before it in the sentence, else the next one that is part of the same statement."""
    part = drafts[index]
    before = [j for j in range(first, index) if _fits(part, drafts[j])]
    before = [j for j in before if not _ANOTHER_SUBJECT.search(sentence, drafts[j].at, part.at)]
    more = _MORE_OF.match(sentence, part.at + len(part.value_text))
    before = [j for j in before if more is None or _same_noun(more[1], drafts[j].label)]
    if before:
        return before[-1]
    after = [j for j in range(index + 1, len(drafts)) if _fits(part, drafts[j])]
    return after[0] if after and (part.role is Role.previous or drafts[after[0]].direction is not None) else None


_MORE_OF = re.compile(r"\s(?:more|further|additional|extra|fewer|new)\s(?!than\b)((?:[a-z’'-]+(?:\s|\b)){1,3})")
"""Behind a change: so many more of something that it names itself, "and recruit 20 more carers"."""


def _same_noun(words: str, label: str) -> bool:
    """Whether one of a few words stands in a label, in the singular or in the plural."""
    return any(word.removesuffix("s") in label.lower() for word in words.split() if len(word) > len("than"))


def _before(drafts: Sequence[Draft], index: int, first: int) -> int | None:
    """The figure that "This is an increase of …" is about: the total of the sentence before, else its first figure."""
    part = drafts[index]
    fitting = [j for j in range(first - 1, max(-1, first - 1 - REACH), -1) if _fits(part, drafts[j])]
    same = [j for j in fitting if drafts[j].start == drafts[fitting[0]].start]
    return next((j for j in same if drafts[j].role is Role.total), _first(drafts, same))


def _first(drafts: Sequence[Draft], nearest_first: Sequence[int]) -> int | None:
    """The first figure of a sentence; a range ("between 14 and 20 a month") gives way to what follows it."""
    single = [j for j in nearest_first if drafts[j].value_max is None]
    return (single or [*nearest_first])[-1] if nearest_first else None


def _like(part: Draft, base: Draft) -> Draft:
    """The part under its base's name and place."""
    rule, label = base.rule or part.rule, base.label or part.label
    return replace(part, rule=rule, label=label, area=base.area, agency=base.agency, period=period_before(part, base))


def period_before(part: Draft, base: Draft) -> str | None:
    """A previous value's period: printed, else a year before its base's ("31 March 2025" → "31 March 2024")."""
    if part.role is not Role.previous or (part.dated is not None and not part.dated.earlier):
        plain = part.role is Role.previous and re.fullmatch(r"\d{4}/\d\d", part.period or "")
        return (
            f"{part.period} academic year" if plain and (base.period or "").endswith("academic year") else part.period
        )
    day = re.fullmatch(r"((?:\d{1,2} )?[A-Z][a-z]+) (\d{4})", base.period or "")
    if day:
        return f"{day[1]} {int(day[2]) - 1}"
    year = re.fullmatch(r"(\d{4})/\d\d( academic year)?", base.period or "")
    if (part.dated is not None and part.dated.kind != "year") or year is None:
        return part.period
    return financial(int(year[1]) - 1) + (year[2] or "")


def _compared(base: Draft, parts: Sequence[Draft]) -> Draft:
    previous = next((p for p in parts if p.role is Role.previous), None)
    way = base.direction or next((p.direction or p.moving for p in parts if p.direction or p.moving), None)
    compared = Compared(value=previous.value if previous else None, period=previous.period if previous else None)
    return replace(base, direction=way, compared_with=compared)
