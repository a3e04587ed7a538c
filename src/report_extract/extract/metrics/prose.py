"""Metrics from running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report_extract.extract.metrics import confidence
from report_extract.extract.metrics.accept import accepted, is_story, is_time, measures_time
from report_extract.extract.metrics.catalogue import Catalogue, Surroundings
from report_extract.extract.metrics.draft import Draft
from report_extract.extract.metrics.labels import clause_around, label_of, without_partner
from report_extract.extract.metrics.links import link
from report_extract.extract.metrics.places import Places
from report_extract.extract.metrics.when import Clock
from report_extract.language.changes import Change, changes
from report_extract.language.lexicon import Lexicon
from report_extract.language.periods import Period
from report_extract.language.quantities import Quantity, quantities
from report_extract.language.sentences import Sentence, passages, sentences
from report_extract.model.document import Document
from report_extract.model.extraction import Role

_MAYBE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|first|second|fourth|fifth|sixth|seventh|eighth|ninth|tenth|fifty|sixty|seventy"
    r"|eighty|ninety|hundred|thousand|half|third|quarter|none|no|zero)\b",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:target(?:s|ed)?|goal|aims?\s(?:to|for)|commit(?:ment|ted)\sto|needs?\sto|needing\sto|have\sto|has\sto"
    r"|required|must|plans?\sto|planning\sto|will\sbe|to\s(?:deliver|build|open|save|reach|achieve))\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\b(?:total(?:s|led|ling|ing)?|altogether|overall\stotal|in\sall)\b", re.IGNORECASE)
_CUMULATIVE = re.compile(r"\b(?:to\sdate|since\s(?:launch|it\sbegan|\d{4})|cumulative(?:ly)?|so\sfar)\b", re.IGNORECASE)
_GENERAL_HEAD = re.compile(
    r"^(?:children|young people|cases?|contacts?|referrals?|people|famil(?:y|ies)|incidents?|episodes?|plans?|reviews?|meetings?"
    r"|sessions?|responses?|staff|places?|figures?|were|was|of|in|for|have|had|resulted|remained|participants|$)",
    re.IGNORECASE,
)
"""Labels so general that the rest of the sentence has to say what is counted."""


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
    census: dict[str, Period] = {}
    for passage in passages(tools.document):
        text = tools.document.text[passage.start : passage.end]
        if not _MAYBE.search(text) or is_story(text, tools.lexicon):
            continue
        path = tools.document.section_path(passage.start)
        titles = tuple(s.title for s in path)
        if titles and is_story(titles[-1], tools.lexicon):
            continue
        drafts, carried = _passage(tools, text, passage.start, titles, census.get(path[-1].id if path else ""))
        if carried is not None and carried.kind == "census" and path:
            census[path[-1].id] = carried
        yield from drafts


def _passage(
    tools: Tools, text: str, offset: int, titles: tuple[str, ...], carried: Period | None
) -> tuple[list[Draft], Period | None]:
    """The figures of one paragraph and the period that it leaves to the next."""
    drafts: list[Draft] = []
    before = ""
    for sentence in sentences(text, offset=offset):
        carried = tools.clock.carries(sentence.text) or carried
        if _MAYBE.search(sentence.text):
            setting = _Setting(titles, text[:120], carried, before)
            here = len(drafts)
            drafts = link(drafts, _sentence(tools, sentence, setting), sentence.text)
            carried = _stated_year(tools, drafts[here:]) or carried
        before = sentence.text
    return drafts, carried


def _stated_year(tools: Tools, drafts: Sequence[Draft]) -> Period | None:
    """An earlier year of which a sentence's own figures speak stays in force to the end of the paragraph."""
    stated = (d.dated for d in drafts if d.dated is not None and d.role in (Role.current, Role.share, Role.total))
    return next((p for p in stated if p.kind == "year" and p.name != tools.clock.reporting_year), None)


def _sentence(tools: Tools, sentence: Sentence, setting: _Setting) -> list[Draft]:
    found = _measuring(quantities(sentence.text, lexicon=tools.lexicon), sentence.text, tools.lexicon)
    moves = changes(sentence.text, found)
    bound = frozenset(i for i, m in moves.items() if m.part != "current")
    drafts = (_draft(tools, sentence, q, found, moves.get(i), bound, setting) for i, q in enumerate(found))
    return [d for d in drafts if d is not None]


def _measuring(found: Sequence[Quantity], text: str, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Without the lengths of time that are deadlines, horizons or part of a label ("within 45 days"), without axes."""
    found = _without_axes(found, text)
    moves = changes(text, found)
    return tuple(q for i, q in enumerate(found) if not is_time(q) or i in moves or measures_time(text, q, lexicon))


SHORTEST_AXIS = 3  # numbers with nothing between them: a chart's axis or a table whose lines were lost, no sentence


def _without_axes(found: Sequence[Quantity], text: str) -> tuple[Quantity, ...]:
    kept: list[Quantity] = []
    run: list[Quantity] = []
    for quantity in found:
        if run and text[run[-1].end : quantity.start].strip():
            kept += run if len(run) < SHORTEST_AXIS else []
            run = []
        run.append(quantity)
    return (*kept, *(run if len(run) < SHORTEST_AXIS else []))


def _draft(
    tools: Tools,
    sentence: Sentence,
    quantity: Quantity,
    found: Sequence[Quantity],
    move: Change | None,
    bound: frozenset[int],
    setting: _Setting,
) -> Draft | None:
    """One quantity as a metric, None where it is no figure."""
    text, beside = without_partner(sentence.text, quantity, found)
    left, right = clause_around(text, quantity, beside)
    label, clause = label_of(text, quantity, beside), text[left:right]
    alone = sum(q.unit == quantity.unit and i not in bound for i, q in enumerate(found)) <= 1
    leading = 0 <= text.find(label) < quantity.start
    around = Surroundings.of(
        label=label,
        clause=clause,
        sentence=text
        if quantity.form == "none"
        or (alone and (leading or quantity.unit == "percent" or len(label.split()) == 1 or _GENERAL_HEAD.match(label)))
        else "",
        above=" | ".join((*setting.titles, setting.lead, setting.before, text)),
    )
    rule = tools.catalogue.match(around, unit=quantity.unit)
    known = rule is not None
    if not accepted(sentence.text, quantity, known=known, changing=move is not None, lexicon=tools.lexicon):
        return None
    previous = move is not None and move.part == "previous"
    stops = [q.start for q in found]
    printed = tools.clock.printed(sentence.text, quantity.start, quantity.end, stops, previous=previous)
    place = tools.places.at(sentence.start + quantity.start, clause=clause, sentence=text)
    heading = tools.clock.heading(setting.titles)
    text = sentence.text
    period = (
        printed.name
        if printed
        else None
        if previous
        else tools.clock.default(text, carried=setting.carried, heading=heading)
    )
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
        direction=move.direction if move and not previous else None,
        moving=move.direction if move else None,
        dated=printed,
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
