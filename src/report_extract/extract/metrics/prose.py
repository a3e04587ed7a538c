"""Metrics from running text, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from report_extract.extract.metrics.accept import is_story, is_time, measures_time
from report_extract.extract.metrics.catalogue import Surroundings
from report_extract.extract.metrics.draft import Draft
from report_extract.extract.metrics.links import link
from report_extract.extract.metrics.single import Setting, Stated, Tools, draft_of
from report_extract.extract.metrics.tiles import remarks
from report_extract.extract.metrics.yardsticks import beside_another, elsewhere
from report_extract.language.changes import Change, changes
from report_extract.language.lexicon import Lexicon
from report_extract.language.periods import Period
from report_extract.language.quantities import Quantity, quantities
from report_extract.language.sentences import Sentence, passages, sentences
from report_extract.model.document import BlockKind
from report_extract.model.extraction import Role

_MAYBE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|first|second|fourth|fifth|sixth|seventh|eighth|ninth|tenth|fifty|sixty|seventy"
    r"|eighty|ninety|hundred|thousand|half|third|quarter|none|no|zero)\b",
    re.IGNORECASE,
)


def from_prose(tools: Tools) -> Iterator[Draft]:
    """The figures of all paragraphs and list items, in reading order; stories of single families are left out."""
    census: dict[str, Period] = {}
    lead = _Lead()
    tiles = {block.id for block in remarks(tools.document).values()}
    for passage in passages(tools.document):
        if passage.blocks[0].id in tiles:
            continue
        text = tools.document.text[passage.start : passage.end]
        if not _MAYBE.search(text) or is_story(text, tools.lexicon):
            continue
        path = tools.document.section_path(passage.start)
        titles = tuple(s.title for s in path)
        if titles and is_story(titles[-1], tools.lexicon):
            continue
        listed = passage.blocks[0].kind is BlockKind.list_item
        lead = lead if listed else _lead(tools, text)
        around = census.get(path[-1].id if path else "")
        drafts, carried = _passage(tools, text, passage.start, titles, around, lead=lead if listed else _Lead())
        if carried is not None and carried.kind == "census" and path:
            census[path[-1].id] = carried
        yield from drafts


def told_in(tools: Tools, text: str, *, offset: int, titles: tuple[str, ...]) -> list[Draft]:
    """The figures of a text that stands by itself, in a table's cell say, under `titles`."""
    return _passage(tools, text, offset, titles, None, lead=_Lead())[0]


_SURVEY = re.compile(r"\b(?:surveys?|questionnaires?|polls?|census)\b", re.IGNORECASE)


class _Lead(NamedTuple):
    """What introduces a list: its sentence and the period that it sets for the items."""

    text: str = ""
    period: Period | None = None


def _lead(tools: Tools, text: str) -> _Lead:
    """The last sentence of a paragraph that ends with a colon, or its only one about a survey: "It had 310 replies"."""
    said = list(sentences(text))
    if not said or not (text.rstrip().endswith(":") or (len(said) == 1 and _SURVEY.search(text))):
        return _Lead()
    last = said[-1]
    found = [p for p in tools.clock.read(last.text) if not p.earlier and not tools.clock.is_earlier(p)]
    return _Lead(last.text, found[0] if len(found) == 1 and found[0].kind != "relative" else None)


def _passage(
    tools: Tools, text: str, offset: int, titles: tuple[str, ...], carried: Period | None, *, lead: _Lead
) -> tuple[list[Draft], Period | None]:
    """The figures of one paragraph and the period that it leaves to the next; `lead` introduces a list's item."""
    drafts: list[Draft] = []
    before = lead.text
    for sentence in sentences(text, offset=offset):
        carried = None if _SINCE_THEN.match(sentence.text) else tools.clock.carries(sentence.text) or carried
        if _MAYBE.search(sentence.text):
            setting = Setting(titles, text[:120], carried, before, _rate(drafts), lead.period)
            here = len(drafts)
            drafts = link(drafts, _sentence(tools, sentence, setting), sentence.text)
            drafts[here:] = [_known_rate(tools, d) for d in drafts[here:]]
            carried = _stated_year(tools, drafts[here:]) or carried
        before = sentence.text
    return drafts, carried


_SINCE_THEN = re.compile(r"\W*since\sthen\b", re.IGNORECASE)
"""Opens a sentence that leaves the earlier time of which the paragraph spoke."""


def _stated_year(tools: Tools, drafts: Sequence[Draft]) -> Period | None:
    """An earlier year of which a sentence's own figures speak stays in force to the end of the paragraph."""
    stated = (d.dated for d in drafts if d.dated is not None and d.role in (Role.current, Role.share, Role.total))
    return next((p for p in stated if p.kind == "year" and p.name != tools.clock.reporting_year), None)


def _sentence(tools: Tools, sentence: Sentence, setting: Setting) -> list[Draft]:
    stated = _nameless(quantities(sentence.text, lexicon=tools.lexicon), sentence.text, tools.names)
    found = _measuring(stated, sentence.text, tools.lexicon)
    moves = changes(sentence.text, found)
    moves = {
        i: m for i, m in moves.items() if m.part != "previous" or not elsewhere(sentence.text, found[i], tools.lexicon)
    }
    found = _same_times(_same_rates(found, moves, sentence.text, setting.rate), moves)
    whole = Stated(sentence, found, moves, setting)
    drafts = (draft_of(tools, whole, i) for i in range(len(found)))
    return [d for d in drafts if d is not None]


def _nameless(found: Sequence[Quantity], text: str, names: frozenset[str]) -> tuple[Quantity, ...]:
    """Without the number words that begin a name of the document: "Three Meadows has grown"."""
    return tuple(q for q in found if q.form != "words" or not any(text.startswith(name, q.start) for name in names))


def _known_rate(tools: Tools, draft: Draft) -> Draft:
    """A rate that has its name from the sentence before has its place in the catalogue by that name."""
    if draft.rule is not None or not draft.label.startswith("rate of "):
        return draft
    return replace(draft, rule=tools.catalogue.match(Surroundings.of(label=draft.label, clause=""), unit=draft.unit))


_RATE = re.compile(r"\brates?\b", re.IGNORECASE)
_BESIDE_RATE = re.compile(r"\bper\s1?\d?\d,?000\s\([A-Za-z ]{1,40}\s$")
"""A figure in brackets right behind a rate: "78.6 per 10,000 (England 70)"."""


def _rate(drafts: Sequence[Draft]) -> str | None:
    """The unit of the last rate of a paragraph."""
    return next((d.unit for d in reversed(drafts) if d.unit.startswith("rate_")), None)


def _same_rates(
    found: Sequence[Quantity], moves: Mapping[int, Change], text: str, carried: str | None
) -> tuple[Quantity, ...]:
    """A bare number that a rate is compared with is of the same rate: "44.5 per 10,000, against 41.6 elsewhere".

    `carried` is the rate of which the paragraph spoke before: "The rates elsewhere were 51.3 and 47.7".
    """
    rates = [(q.start, q.unit) for q in found if q.unit.startswith("rate_")]
    if not rates and carried and _RATE.search(text):
        return tuple(replace(q, unit=carried) if q.unit == "count" and not q.value.is_integer() else q for q in found)
    return tuple(
        replace(q, unit=rates[-1][1])
        if rates
        and q.unit == "count"
        and q.start > rates[-1][0]
        and (
            i in moves
            or not q.value.is_integer()
            or _BESIDE_RATE.search(text, rates[-1][0], q.start)
            or beside_another(text, q)
        )
        else q
        for i, q in enumerate(found)
    )


def _same_times(found: Sequence[Quantity], moves: Mapping[int, Change]) -> tuple[Quantity, ...]:
    """ "41 minutes, down from 67": the bare number is of minutes too."""
    return tuple(
        replace(q, unit=found[i - 1].unit)
        if i and i in moves and moves[i].part == "previous" and q.unit == "count" and is_time(found[i - 1])
        else q
        for i, q in enumerate(found)
    )


def _measuring(found: Sequence[Quantity], text: str, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Without the lengths of time that are deadlines, horizons or part of a label ("within 45 days"), without axes."""
    found = _without_axes(found, text)
    if not any(is_time(q) for q in found):
        return tuple(found)
    moves = changes(text, found)
    return tuple(
        q for i, q in enumerate(found) if not is_time(q) or i in moves or measures_time(text, q, found, lexicon)
    )


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
