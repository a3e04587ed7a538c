"""Metrics from infographic pairs and charts: the number is printed, the label stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from report_extract.extract.metrics.catalogue import Surroundings, plain
from report_extract.extract.metrics.draft import Draft, inferred
from report_extract.extract.metrics.merge import divided
from report_extract.extract.metrics.single import Tools
from report_extract.extract.metrics.tiles import every, remarks, split_label
from report_extract.language.changes import heading_to
from report_extract.language.periods import Period
from report_extract.language.quantities import Quantity, quantities
from report_extract.model.document import Figure
from report_extract.model.extraction import Role
from report_extract.rules.kinds.metrics import MetricRule


def from_figures(tools: Tools) -> Iterator[Draft]:
    """The figures of a document in reading order; "11,553 (66%)" is a count and its share."""
    charts: dict[tuple[int, str | None], list[Draft]] = {}
    beneath = remarks(tools.document)
    twice = _told_twice(tools, tools.document.figures)
    for figure in tools.document.figures:
        label, bracket = split_label(figure) if figure.kind != "chart" else (figure.label, None)
        counts = bracket is not None and quantities(bracket.text, lexicon=tools.lexicon)
        bare = figure.model_copy(update={"label": label}) if counts else figure
        drafts = [
            _draft(tools, bare, quantity, share=i > 0 and quantity.unit == "percent", compared=figure.id in twice)
            for i, quantity in enumerate(_printed(tools, figure))
        ]
        if figure.kind == "chart":
            charts.setdefault((figure.page, figure.title), []).extend(drafts)
        elif len(drafts) == 1:
            yield from every(tools, figure, drafts[0], beneath.get(figure.id), bracket if bare is not figure else None)
        else:
            yield from drafts
    for (page, title), bars in charts.items():
        yield from divided(bars, f"{page} {title}")


def _told_twice(tools: Tools, figures: Iterable[Figure]) -> frozenset[str]:
    """Pairs of one page that say the same of two times: "3,100 contacts in 2023/24", "3,420 contacts in 2024/25"."""
    groups: dict[tuple[int, str], list[str]] = {}
    for figure in figures:
        groups.setdefault((figure.page, _without_periods(tools, figure.label)), []).append(figure.id)
    return frozenset(i for ids in groups.values() if len(ids) > 1 for i in ids)


def _without_periods(tools: Tools, label: str) -> str:
    for period in reversed(tools.clock.read(label)):
        label = label[: period.start] + label[period.end :]
    return plain(label)


def _printed(tools: Tools, figure: Figure) -> tuple[Quantity, ...]:
    """What the number says; "7,754 views" has its unit's name with it. A bare "2024" in a pair is a count."""
    found = quantities(figure.value_text, lexicon=tools.lexicon)
    if not found and figure.value_text.replace(",", "").isdigit():
        value = float(figure.value_text.replace(",", ""))
        return (Quantity(0, len(figure.value_text), figure.value_text, value, "count"),)
    return found


def _draft(tools: Tools, figure: Figure, quantity: Quantity, *, share: bool, compared: bool) -> Draft:
    label = _label(figure, quantity)
    titles = tuple(s.title for s in tools.document.section_path(figure.start))
    above = " | ".join((*titles, figure.title or ""))
    around = Surroundings.of(label=f"{figure.value_text} {label}", clause=label, sentence=label, above=above)
    printed = next((p for p in tools.clock.read(label) if not p.earlier), None)
    place = tools.places.at(figure.start, clause=label)
    direction = heading_to(figure.label)
    earlier = (compared or figure.kind == "chart") and tools.clock.is_earlier(printed)
    unit = "percent" if quantity.unit == "count" and _percent_series(figure) else quantity.unit
    return Draft(
        value=quantity.value,
        value_max=quantity.value_max,
        value_text=quantity.text,
        unit=unit,
        qualifier=quantity.qualifier,
        label=label,
        start=figure.start,
        end=figure.end,
        source="figure",
        rule=_rule(tools, figure, around, unit),
        area=place.area,
        agency=place.agency,
        period=_period(tools, figure, printed, titles),
        role=_role(unit, share=share, changing=direction is not None, earlier=earlier),
        direction=direction,
        inferred=inferred(area=place.stated, period=printed is not None),
    )


_DIVIDES = re.compile(
    r"\b(?:outcomes?|results?|reasons?|types?|categor(?:y|ies)|status|stages?|breakdown|split|distribution|by\s\w+)\b",
    re.IGNORECASE,
)
"""In a chart's title: its bars divide the whole up."""


def _rule(tools: Tools, figure: Figure, around: Surroundings, unit: str) -> MetricRule | None:
    """The catalogue's name for a figure; a bar of "Panel outcomes" is not the panel's number, whatever it is called."""
    rule = tools.catalogue.match(around, unit=unit)
    if rule is None or rule.dimension or figure.kind != "chart" or not _DIVIDES.search(figure.title or ""):
        return rule
    own = " ".join(p for p in (figure.category, figure.series) if p)
    alone = tools.catalogue.match(Surroundings.of(label=own, clause=own, above=around.above), unit=unit)
    return rule if alone is not None and alone.id == rule.id else None


_DAY = re.compile(r"\b(\d{1,2}\s(?:January|March|April|June|August|September|October|December))\b(?!\s\d{4})")


def _period(tools: Tools, figure: Figure, printed: Period | None, titles: Sequence[str]) -> str | None:
    """What the caption prints, else the title of chart or panel, what the section announces, its headings."""
    if printed is not None:
        day = _DAY.search(figure.title or "") if printed.name.isdigit() else None
        return f"{day[1]} {printed.name}" if day else tools.announced.as_announced(printed, figure.start).name
    own = tools.clock.title(figure.title or "")
    if figure.kind != "chart":
        own = own or tools.announced.above(figure)
    announced = tools.announced.at(figure.start)
    return own or (announced.name if announced else tools.clock.heading(titles) or tools.clock.reporting_year)


def _label(figure: Figure, quantity: Quantity) -> str:
    """A chart's label is category, series and title; a pair's is its caption with what the number says besides."""
    if figure.kind == "chart":
        name = " ".join(p for p in (figure.category, figure.series) if p) or figure.label
        return f"{name} ({figure.title})" if figure.title else name
    rest = figure.value_text[quantity.end :].strip(" ()+") if "(" not in figure.value_text else ""
    return " ".join(f"{rest} {figure.label}".split())


def _percent_series(figure: Figure) -> bool:
    return any("%" in (text or "") for text in (figure.series, figure.title)) and "%" not in figure.value_text


def _role(unit: str, *, share: bool, changing: bool, earlier: bool) -> Role:
    if changing:
        return Role.change_pct if unit == "percent" else Role.change_abs
    if earlier:
        return Role.previous
    return Role.share if unit == "percent" or share else Role.current
