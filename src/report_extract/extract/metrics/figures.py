"""Metrics from infographic pairs and charts: the number is printed, the label stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

from report_extract.extract.metrics.catalogue import Surroundings
from report_extract.extract.metrics.draft import Draft, inferred
from report_extract.extract.metrics.merge import divided
from report_extract.extract.metrics.single import Tools
from report_extract.language.changes import heading_to
from report_extract.language.quantities import Quantity, quantities
from report_extract.model.document import Figure
from report_extract.model.extraction import Role


def from_figures(tools: Tools) -> Iterator[Draft]:
    """The figures of a document in reading order; "11,553 (66%)" is a count and its share."""
    charts: dict[tuple[int, str | None], list[Draft]] = {}
    for figure in tools.document.figures:
        drafts = [
            _draft(tools, figure, quantity, share=i > 0 and quantity.unit == "percent")
            for i, quantity in enumerate(_printed(tools, figure))
        ]
        if figure.kind == "chart":
            charts.setdefault((figure.page, figure.title), []).extend(drafts)
        else:
            yield from drafts
    for (page, title), bars in charts.items():
        yield from divided(bars, f"{page} {title}")


def _printed(tools: Tools, figure: Figure) -> tuple[Quantity, ...]:
    """What the number says; "7,754 views" has its unit's name with it. A bare "2024" in a pair is a count."""
    found = quantities(figure.value_text, lexicon=tools.lexicon)
    if not found and figure.value_text.replace(",", "").isdigit():
        value = float(figure.value_text.replace(",", ""))
        return (Quantity(0, len(figure.value_text), figure.value_text, value, "count"),)
    return found


def _draft(tools: Tools, figure: Figure, quantity: Quantity, *, share: bool) -> Draft:
    label = _label(figure, quantity)
    titles = tuple(s.title for s in tools.document.section_path(figure.start))
    above = " | ".join((*titles, figure.title or ""))
    around = Surroundings.of(label=f"{figure.value_text} {label}", clause=label, sentence=label, above=above)
    printed = next((p for p in tools.clock.read(label) if not p.earlier), None)
    place = tools.places.at(figure.start, clause=label)
    direction = heading_to(figure.label)
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
        rule=tools.catalogue.match(around, unit=unit),
        area=place.area,
        agency=place.agency,
        period=printed.name
        if printed
        else tools.clock.heading((*titles, figure.title or "")) or tools.clock.reporting_year,
        role=_role(unit, share=share, changing=direction is not None, earlier=tools.clock.is_earlier(printed)),
        direction=direction,
        inferred=inferred(area=place.stated, period=printed is not None),
    )


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
