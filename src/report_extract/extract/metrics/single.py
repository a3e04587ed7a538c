"""One quantity of a sentence as a metric: what it counts, where, when, in which role."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from report_extract.extract.metrics.accept import accepted
from report_extract.extract.metrics.announced import Announced
from report_extract.extract.metrics.catalogue import Catalogue, Surroundings, plain
from report_extract.extract.metrics.draft import Draft, inferred
from report_extract.extract.metrics.labels import TIME_UNITS, clause_around, label_of
from report_extract.extract.metrics.partners import CLOSING, is_base, without_brackets, without_partner
from report_extract.extract.metrics.places import Places
from report_extract.extract.metrics.when import POINTS_BACK, Clock
from report_extract.extract.metrics.yardsticks import beside_another, by_name, elsewhere
from report_extract.language.changes import Change
from report_extract.language.lexicon import Lexicon
from report_extract.language.periods import Period
from report_extract.language.quantities import Quantity
from report_extract.language.sentences import Sentence
from report_extract.model.document import Document
from report_extract.model.extraction import Role

_AIM = r"(?:target|ambition|goal|aim|standard|threshold|benchmark|expectation)s?"
_NAMED_TARGET = re.compile(
    rf"\b{_AIM}\b(?:\s(?!and\b|but\b|which\b|per\b|was\b|is\b)[A-Za-z’'-]+(?:\s\d+\s(?:working\s)?days)?){{0,10}}?"
    r"(?:\s(?:of|is|was|remains?|being|at|to|set|stands?|stays?|for|reach(?:ing)?|exceeds?))*\s?[(:–-]?\s?(?:>|≥|£)?\s?(?:at\sleast\s|over\s|above\s|under\s|below\s)?$",
    re.IGNORECASE,
)
_MERE_MEASURE = re.compile(
    r"\b(?:standard|threshold|benchmark|expectation)s?\s$"
    r"|\b(?:met|meets?|meeting|reach\w*|pass\w*|cross\w*)\s(?:the\s|our\s|this\s|that\s)?(?:standard|threshold|benchmark|expectation)s?\s\($",
    re.IGNORECASE,
)
"""Before a number with nothing between: "of those that met the threshold 34 …", "met the threshold (31%)"."""
_TARGET_AFTER = re.compile(
    rf"^\s?(?:(?:national|local|trust|ICB|statutory|contractual|compliance|our|the)\s)*{_AIM}\b", re.IGNORECASE
)
_TARGET = re.compile(
    r"\b(?:aims?\s(?:to|for)|commit(?:ment|ted)\sto|needs?\sto|needing\sto|have\sto|has\sto"
    r"|required\sto|must|plans?\sto|planning\sto"
    r"|will\s(?:(?!be\b|have\b)\w+\s[^.;]{2,60}?\s(?:and|then)\s)?(?:be|bring|reduce|cut|raise|halve|open|recruit|deliver|build|save|create|train|run|offer|provide|fund)"
    r"|asked\sto|to\s(?:deliver|build|open|save|reach|achieve))\b",
    re.IGNORECASE,
)
_TO_BE_FOUND = re.compile(
    r"\s(?:[\w’'-]+\s){0,3}?(?:must|(?:still\s)?ha(?:s|ve)\sto|needs?\sto)\sbe\s(?:found|saved|cut|raised|taken|recruited|built|made)\b",
    re.IGNORECASE,
)
_MORE_TO_COME = re.compile(r"\s(?:more|further|additional|extra|new)\s(?!than\b)[a-z]", re.IGNORECASE)
_MUST_CHANGE = re.compile(
    r"\b(?:must|(?:ha(?:s|ve|d)|needs?|required|asked|told|expected|obliged)\sto|will)\s(?:reduce|cut|save|halve|raise|increase|lower)\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
"""Before a change that is still to come: "must reduce its costs by 40%"."""
_PLANNED = re.compile(r"\bwill\s(?:be|receive|open|start|get|have\sa)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:total(?:s|led|ling|ing)?|altogether|overall\stotal|in\sall)\b", re.IGNORECASE)
_COMPARES = re.compile(r"year[-\s]on[-\s]year", re.IGNORECASE)
_CUMULATIVE = re.compile(
    r"(?<!up\s)\b(?:to\sdate|by\sthe\stime\sof\swriting|since\s(?:launch|it\sbegan|\d{4})|cumulative(?:ly)?|so\sfar)\b",
    re.IGNORECASE,
)
_GENERAL_HEAD = re.compile(
    r"^(?:children|young people|cases?|contacts?|referrals?|people|famil(?:y|ies)|incidents?|episodes?|plans?|reviews?"
    r"|meetings?|sessions?|responses?|staff|places?|figures?|were|was|of|in|for|have|had|resulted|remained|participants|$)",
    re.IGNORECASE,
)
"""Labels so general that the rest of the sentence has to say what is counted."""


_RESTATED = re.compile(r"^\W*(?:out\s)?of\s(?:the|these|those)\s$", re.IGNORECASE)
_OF_THE_BASE = re.compile(r"\bof\s(?:the|these|those|our)\s$", re.IGNORECASE)
_VERB_AFTER = re.compile(
    r"^\s*(?:\([^()]*\)\s)?(?:were|was|are|is|had|have|has|met|meeting|who|that|which|did|[a-z]+ed)\b"
)


@dataclass(frozen=True, slots=True)
class Tools:
    """What finding metrics in one document needs. `names` are proper names in it that begin with a number word."""

    document: Document
    lexicon: Lexicon
    catalogue: Catalogue
    places: Places
    clock: Clock
    announced: Announced
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a sentence: its headings, the paragraph's first words, period and rate carried over.

    `listed` is the period of the sentence that introduces the list in which it stands.
    """

    titles: tuple[str, ...]
    lead: str
    carried: Period | None
    before: str = ""
    rate: str | None = None
    listed: Period | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """A sentence with its quantities, their parts in change statements (by index) and its setting."""

    sentence: Sentence
    found: tuple[Quantity, ...]
    moves: Mapping[int, Change]
    setting: Setting


def draft_of(tools: Tools, stated: Stated, index: int) -> Draft | None:
    """One quantity as a metric, None where it is no figure."""
    quantity, move, text = stated.found[index], stated.moves.get(index), stated.sentence.text
    around, label, clause = _surroundings(stated, index)
    if move is not None and move.part == "change":
        around = replace(around, sentence="")  # far words seldom say what has changed
    rule = tools.catalogue.match(around, unit=quantity.unit)
    if rule is None and (bare := tools.places.without_area(label)) != label:  # "referrals in Northmere" are referrals
        around = replace(around, label=plain(bare))
        rule = tools.catalogue.match(around, unit=quantity.unit)
    if rule is None and move is not None and move.part == "change":
        rule = tools.catalogue.match(around, unit="count")  # "enquiries fell by 6%" is about a count
    known = rule is not None
    if not accepted(text, quantity, known=known, changing=move is not None, lexicon=tools.lexicon):
        return None
    if _RESTATED.search(text[: quantity.start]) and text[quantity.end :].startswith(","):
        return None  # "Of the 263, 61 went on": said before, and of what
    if is_base(text, quantity, stated.found):
        rule = None  # "18 of 20 agencies replied": the 20 did not
        nameless = _OF_THE_BASE.search(text[: quantity.start]) and _VERB_AFTER.match(text[quantity.end :])
        if quantity.definite or nameless:
            return None
    if move is None and not any(letter.isalpha() for letter in label):
        return None  # a number by itself: of a list, a step or an axis
    dated, period = _period(tools, stated, index)
    place = tools.places.at(
        stated.sentence.start + quantity.start,
        clause=clause,
        sentence=text,
        before=stated.setting.before,
        beside=_beside(stated, index),
    )
    other = elsewhere(text, quantity, tools.lexicon)
    bracketed = text[: quantity.start].endswith("(") and dated is not None and tools.clock.ended(dated.name)
    latest = any(_is_previous(m) for i, m in stated.moves.items() if i != index) and not POINTS_BACK.match(text)
    past = tools.clock.is_earlier(dated) and not latest  # "in 2022/23 it was 40 (31 the year before)"
    past = past or bracketed or tools.clock.looks_back(text, dated)
    role = _role(quantity, move, clause, text, earlier=past)
    return Draft(
        value=quantity.value,
        value_max=quantity.value_max,
        value_text=quantity.text,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        label=label,
        start=stated.sentence.start,
        end=stated.sentence.end,
        source="text",
        rule=rule,
        area=other or place.area,
        agency=None if other else place.agency,
        period=period,
        role=role,
        direction=move.direction if move and move.part != "previous" else None,
        moving=move.direction if move else None,
        inferred=inferred(area=place.stated or other is not None, period=dated is not None),
        dated=dated,
        at=quantity.start,
        borrows=(other is not None and not by_name(text, quantity, tools.lexicon))
        or beside_another(text, quantity)
        or (role is Role.target and _NAMED_TARGET.search(text[: quantity.start]) is not None),
    )


_SOME_TIME = re.compile(
    r"\s(?:[\w’'-]+\s){0,3}?(?:at\s(?:its|their|the)\s(?:worst|peak|height|highest|lowest|best)|when\s(?!compared)\w+)\b",
    re.IGNORECASE,
)
"""Behind an earlier value: a time that has no name, "130 at its worst", "81% when inspectors last came"."""


_NEXT_PART = re.compile(r"[,;]|\b(?:and|but|while|whereas)\b")


def _beside(stated: Stated, index: int) -> tuple[str, str]:
    """The words before and behind a quantity, up to the next one or a semicolon; what follows another is that one's."""
    text, quantity = stated.sentence.text, stated.found[index]
    left = max((q.end for q in stated.found if q.end <= quantity.start), default=0)
    right = min((q.start for q in stated.found if q.start >= quantity.end), default=len(text))
    before, after = text[left : quantity.start], text[quantity.end : right]
    own = _NEXT_PART.split(before)[-1] if left else before.rpartition(";")[2]
    return own, after.partition(";")[0]


def _leader(text: str, found: tuple[Quantity, ...], index: int) -> Quantity:
    """The share that a count in brackets at its end repeats: "61% were boys (27 children)" counts the boys."""
    quantity = found[index]
    before = found[index - 1] if index else None
    alone = text[: quantity.start].rstrip().endswith("(") and CLOSING.match(text, quantity.end) is not None
    if before is None or not alone or before.unit != "percent" or quantity.unit != "count":
        return quantity
    between = text[before.end : quantity.start]
    return before if len(between.split()) > 1 and not re.search(r"[.;,(]\s?\w", between) else quantity


def _surroundings(stated: Stated, index: int) -> tuple[Surroundings, str, str]:
    """The words around the quantity, its label and its clause.

    The whole sentence counts as its words only where it has one figure of that unit and the label says little.
    """
    quantity, setting = _leader(stated.sentence.text, stated.found, index), stated.setting
    text, beside = without_partner(stated.sentence.text, quantity, stated.found)
    opened, text = without_brackets(text, stated.found)
    left, right = clause_around(opened, quantity, beside)
    label, clause = label_of(text, quantity, beside), _in_one(opened[left:right], quantity)
    changing = {i for i, m in stated.moves.items() if m.part != "current"}
    alone = sum(q.unit == quantity.unit and i not in changing for i, q in enumerate(stated.found)) <= 1
    vague = (
        0 <= text.find(label) < quantity.start
        or quantity.unit == "percent"
        or len(label.split()) == 1
        or _GENERAL_HEAD.match(label) is not None
    )
    wide = text if quantity.form == "none" or (alone and vague) else ""
    above = " | ".join((*setting.titles, setting.lead, setting.before, text))
    topic = setting.before if len(label.split()) == 1 and not re.search(r"\d", setting.before) else ""
    return Surroundings.of(label=label, clause=clause, sentence=wide, above=above, topic=topic), label, clause


def _in_one(clause: str, quantity: Quantity) -> str:
    """The clause with its words together: "one post in five is vacant" speaks of a "post is vacant"."""
    return clause.replace(quantity.text, quantity.head) if quantity.head else clause


def _period(tools: Tools, stated: Stated, index: int) -> tuple[Period | None, str | None]:
    """The printed period, and the name of the period: printed or inferred."""
    quantity, move, text = stated.found[index], stated.moves.get(index), stated.sentence.text
    previous = move is not None and move.part == "previous"
    stops = [q.start for q in stated.found]
    others = [q for i, q in enumerate(stated.found) if i != index and _is_previous(stated.moves.get(i))]
    compared = [(q.start, q.end) for q in others]
    dated = tools.clock.printed(text, quantity.start, quantity.end, stops, previous=previous, compared=compared)
    if dated is not None and dated.kind == "relative" and move is not None and move.part == "change":
        dated = None  # "9,900 to date, an increase of 400": the 400 are not "to date"
    if dated is not None and _COMPARES.match(dated.name) and (move is None or move.part == "current"):
        dated = None  # "89%, a rise of 6% year on year": the 89% are of this year
    own = max((q.end for q in stated.found if q.end <= quantity.start), default=0)
    if dated is not None and dated.start < own and _NAMED_TARGET.search(text[own : quantity.start]):
        return None, tools.clock.heading(stated.setting.titles)  # "at year end 89% had it; the target is 90%"
    if dated is not None and dated.name == "this quarter":
        named = next(
            (p for t in reversed(stated.setting.titles) for p in tools.clock.read(t) if p.name.startswith("Q")), None
        )
        dated = named or dated
    at = stated.sentence.start
    told = dated is not None and dated.start >= quantity.end
    if previous and not told and _SOME_TIME.match(text, quantity.end):
        return Period(quantity.end, quantity.end, "", "relative"), None
    if dated is not None or previous:
        dated = tools.announced.as_announced(dated, at) if dated else None
        return dated, dated.name if dated else None
    heading, announced = tools.clock.heading(stated.setting.titles), stated.setting.listed or tools.announced.at(at)
    return None, tools.clock.default(text, carried=stated.setting.carried, heading=heading, announced=announced)


def _is_previous(move: Change | None) -> bool:
    return move is not None and move.part == "previous"


def _role(quantity: Quantity, move: Change | None, clause: str, sentence: str, *, earlier: bool) -> Role:
    if move is not None and move.part == "change":
        to_come = _MORE_TO_COME.match(sentence, quantity.end) and _TARGET.search(sentence, 0, quantity.start)
        if to_come or _MUST_CHANGE.search(sentence, 0, quantity.start):
            return Role.target
        return Role.change_pct if quantity.unit == "percent" else Role.change_abs
    if move is not None and move.part == "previous":
        return Role.previous
    if quantity.unit == "rank":
        return Role.rank
    if earlier and (re.search(r"\(|\bcompared|\bfrom\b|\bthan\b|\bprevious", sentence) or POINTS_BACK.match(sentence)):
        return Role.previous
    if _is_target(quantity, clause, sentence):
        return Role.target
    if _CUMULATIVE.search(clause):
        return Role.cumulative
    if quantity.unit == "percent":
        return Role.share
    return Role.total if _TOTAL.search(clause) else Role.current


def _is_target(quantity: Quantity, clause: str, sentence: str) -> bool:
    """Whether the figure is what is aimed at: "a target of 90%", "the 90% standard", "must save £2m".

    A figure that is measured against a target ("92%, above the target of 90%") is none.
    """
    before = sentence[: quantity.start]
    named = _NAMED_TARGET.search(before[-120:]) and not _MERE_MEASURE.search(before)
    if named or _TARGET_AFTER.match(sentence[quantity.end :]) or _TO_BE_FOUND.match(sentence[quantity.end :]):
        return True
    at = clause.find(quantity.text)
    wanted = _TARGET.search(clause)
    if quantity.unit == "count" and _PLANNED.search(clause):
        return True
    return bool(
        wanted and quantity.unit in ("gbp", "count", "percent", *TIME_UNITS) and (at < 0 or wanted.start() < at)
    )
