"""Metrics from running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from report_extract.extract.metrics import confidence
from report_extract.extract.metrics.accept import accepted, is_story
from report_extract.extract.metrics.catalogue import Catalogue, Surroundings
from report_extract.extract.metrics.draft import Draft
from report_extract.extract.metrics.labels import clause_around, label_of
from report_extract.extract.metrics.places import Places
from report_extract.extract.metrics.when import Clock
from report_extract.language.changes import Change, changes
from report_extract.language.lexicon import Lexicon
from report_extract.language.periods import Period
from report_extract.language.quantities import Quantity, quantities
from report_extract.language.sentences import Sentence, passages, sentences
from report_extract.model.document import Document
from report_extract.model.extraction import Compared, Role

_MAYBE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundred|thousand|half|third|quarter|none|no|zero)\b",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:target(?:s|ed)?|goal|aims?\s(?:to|for)|commit(?:ment|ted)\sto|needs?\sto|needing\sto|have\sto|has\sto|required|must"
    r"|plans?\sto|planning\sto|will\sbe|to\s(?:deliver|build|open|save|reach|achieve))\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\b(?:total(?:s|led|ling|ing)?|altogether|overall\stotal|in\sall)\b", re.IGNORECASE)
_CUMULATIVE = re.compile(r"\b(?:to\sdate|since\s(?:launch|it\sbegan|\d{4})|cumulative(?:ly)?|so\sfar)\b", re.IGNORECASE)
_STEM_ROLES = frozenset({"change", "previous"})


@dataclass(frozen=True, slots=True)
class Tools:
    """What finding metrics in one document needs."""

    document: Document
    lexicon: Lexicon
    catalogue: Catalogue
    places: Places
    clock: Clock


@dataclass(frozen=True, slots=True)
class _Setting:
    """What stands around a sentence: its headings, the paragraph's first words, the period carried over."""

    titles: tuple[str, ...]
    lead: str
    carried: Period | None
    before: str = ""


def from_prose(tools: Tools) -> Iterator[Draft]:
    """The figures of all paragraphs and list items, in reading order; stories of single families are left out."""
    for passage in passages(tools.document):
        text = tools.document.text[passage.start : passage.end]
        if not _MAYBE.search(text) or is_story(text, tools.lexicon):
            continue
        titles = tuple(s.title for s in tools.document.section_path(passage.start))
        if any(is_story(title, tools.lexicon) for title in titles[-1:]):
            continue
        yield from _passage(tools, text, passage.start, titles)


def _passage(tools: Tools, text: str, offset: int, titles: tuple[str, ...]) -> Iterator[Draft]:
    carried: Period | None = None
    earlier: list[Draft] = []
    previous_sentence = ""
    lead = text[:120]
    for sentence in sentences(text, offset=offset):
        carried = tools.clock.carries(sentence.text) or carried
        if _MAYBE.search(sentence.text):
            setting = _Setting(titles, lead, carried, previous_sentence)
            drafts = list(_sentence(tools, sentence, setting, earlier))
            earlier = [*earlier, *drafts][-6:]
            yield from drafts
        previous_sentence = sentence.text


def _sentence(tools: Tools, sentence: Sentence, setting: _Setting, earlier: Sequence[Draft]) -> Iterator[Draft]:
    found = quantities(sentence.text, lexicon=tools.lexicon)
    moves = changes(sentence.text, found)
    made: list[tuple[Quantity, Change | None, Draft]] = []
    for i, quantity in enumerate(found):
        draft = _draft(tools, sentence, quantity, found, moves.get(i), setting)
        if draft is not None:
            made.append((quantity, moves.get(i), draft))
    yield from _linked(tools, made, earlier)


def _draft(
    tools: Tools,
    sentence: Sentence,
    quantity: Quantity,
    found: Sequence[Quantity],
    move: Change | None,
    setting: _Setting,
) -> Draft | None:
    """One quantity as a metric, None where it is no figure."""
    text = sentence.text
    left, right = clause_around(text, quantity, found)
    label, clause = label_of(text, quantity, found), text[left:right]
    alone = sum(q.unit == quantity.unit for q in found) == 1
    around = Surroundings.of(
        label=label,
        clause=clause,
        sentence=text if alone or quantity.form == "none" else "",
        above=" | ".join((*setting.titles, setting.lead, setting.before, text)),
    )
    rule = tools.catalogue.match(around, unit=quantity.unit)
    known = rule is not None
    if not accepted(text, quantity, known=known, changing=move is not None, lexicon=tools.lexicon):
        return None
    printed = tools.clock.printed(text, quantity.start, quantity.end, [q.start for q in found])
    place = tools.places.at(sentence.start + quantity.start, clause=clause, sentence=text)
    heading = tools.clock.heading(setting.titles)
    period = printed.name if printed else tools.clock.default(text, carried=setting.carried, heading=heading)
    role = _role(quantity, move, clause, text, earlier=tools.clock.is_earlier(printed))
    return Draft(
        value=quantity.value,
        value_max=quantity.value_max,
        value_text=quantity.text,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        label=label,
        start=sentence.start,
        end=sentence.end,
        source="text",
        confidence=_confidence(quantity, known=known, stated=place.stated, dated=printed is not None),
        rule=rule,
        area=place.area,
        agency=place.agency,
        period=period,
        role=role,
        direction=move.direction if move else None,
    )


def _role(quantity: Quantity, move: Change | None, clause: str, sentence: str, *, earlier: bool) -> Role:
    if move is not None and move.part == "change":
        return Role.change_pct if quantity.unit == "percent" else Role.change_abs
    if move is not None and move.part == "previous":
        return Role.previous
    if quantity.unit == "rank":
        return Role.rank
    if earlier and re.search(r"\(|\bcompared|\bfrom\b|\bthan\b|\bprevious", sentence):
        return Role.previous
    if _TARGET.search(clause) and quantity.unit in ("gbp", "count", "percent"):
        return Role.target
    if _CUMULATIVE.search(clause):
        return Role.cumulative
    if quantity.unit == "percent":
        return Role.share
    return Role.total if _TOTAL.search(clause) else Role.current


def _confidence(quantity: Quantity, *, known: bool, stated: bool, dated: bool) -> float:
    if quantity.form == "none":
        base = confidence.NONE_STATED
    elif quantity.form in ("words", "fraction"):
        base = confidence.WORDS_KNOWN if known else confidence.WORDS_UNKNOWN
    else:
        base = confidence.DIGITS_KNOWN if known else confidence.DIGITS_UNKNOWN
    return round(base - confidence.PER_GUESS * ((not stated) + (not dated)) / 2, 2)


def _linked(
    tools: Tools, made: Sequence[tuple[Quantity, Change | None, Draft]], earlier: Sequence[Draft]
) -> Iterator[Draft]:
    """Joins the parts of a change statement: changes and previous values take the identity of what they are about."""
    drafts = [draft for _, _, draft in made]
    anchors: dict[int, int | None] = {}
    for i, (_, _, draft) in enumerate(made):
        if draft.role in (Role.change_abs, Role.change_pct, Role.previous):
            anchors[i] = _anchor(made, i)
    for i, anchor in anchors.items():
        base = drafts[anchor] if anchor is not None else next(iter(_earlier_base(drafts[i], earlier)), None)
        if base is not None:
            drafts[i] = _like(drafts[i], base)
    for i, draft in enumerate(drafts):
        mine = [drafts[j] for j, a in anchors.items() if a == i]
        yield _compared(draft, mine, tools.clock) if mine else draft


def _anchor(made: Sequence[tuple[Quantity, Change | None, Draft]], index: int) -> int | None:
    """The current figure that a change or a previous value belongs to: the nearest before it, else the next."""
    unit = made[index][2].unit
    role = made[index][2].role
    usable = [
        j
        for j, (_, _, d) in enumerate(made)
        if d.role not in (Role.change_abs, Role.change_pct, Role.previous, Role.rank)
        and (d.unit == unit or role is not Role.previous)
        and (d.unit == unit or unit in ("percent", "percentage_points"))
    ]
    before = [j for j in usable if j < index]
    if before:
        return before[-1]
    after = [j for j in usable if j > index]
    return after[0] if after and (role is Role.previous or made[after[0]][1] is not None) else None


def _earlier_base(draft: Draft, earlier: Sequence[Draft]) -> Iterator[Draft]:
    """In the sentences before: the last current figure of the same unit, where this one is not known by itself."""
    if draft.rule is not None:
        return
    for base in reversed(earlier):
        if base.unit == draft.unit and base.role not in (Role.change_abs, Role.change_pct, Role.previous):
            yield base


def _like(draft: Draft, base: Draft) -> Draft:
    rule = draft.rule or base.rule
    about = base.label if draft.rule is None else draft.label
    return replace(draft, rule=base.rule or rule, label=about or draft.label, area=base.area, agency=base.agency)


def _compared(draft: Draft, parts: Sequence[Draft], clock: Clock) -> Draft:
    previous = next((p for p in parts if p.role is Role.previous), None)
    way = draft.direction or next((p.direction for p in parts if p.direction), None)
    compared = Compared(value=previous.value if previous else None, period=previous.period if previous else None)
    return replace(draft, direction=way, compared_with=compared)
