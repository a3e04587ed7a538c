"""Bars and words → the values of a chart with their categories and series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from report_extract.model.base import Box, union
from report_extract.read.draft import DraftFigure
from report_extract.read.figures.bars import Bar, Plot
from report_extract.read.figures.found import FoundFigure
from report_extract.read.figures.legend import is_swatch, legend_of, names_of
from report_extract.read.figures.row_names import without_text_beside
from report_extract.read.figures.slots import Slots, find_slots
from report_extract.read.figures.stacked import segment_labels, segments
from report_extract.read.figures.touching import parted
from report_extract.read.rawpage import RawPage, Word
from report_extract.read.tables.lines import Chunk, chunks, draft_line, draft_lines, printed_lines
from report_extract.read.tables.values import is_number, is_period

# Distances in ems of the words concerned.
LABEL_TO_BAR = 1.6  # from a bar's end to its value label
AXIS_DEPTH = 4.5  # from a column chart's base line to the last line of its category labels
FEWEST_TICKS = 3
AROUND = 5.0  # from an unframed chart's bars to its axis ticks, legend and title
LEGEND_FAR = 150.0  # points from an unframed chart's bars to its legend
LONGEST_NAMES = 0.35  # of the page's width: category names left of lying bars
TITLE_PITCH = 1.5  # from line to line of a title
USUAL_TYPE = 10.0  # points: the em of what surrounds an unframed chart
# Share of the bars that must carry a value label: a chart whose values are only on its axis says no numbers.
LABELLED = 0.6


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the words of a chart are. `values`: (slot, colour) → word; `categories`: slot → words."""

    values: dict[tuple[int, str], int] = field(default_factory=dict)
    categories: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))


def bar_figures(page: RawPage, plot: Plot, around: Sequence[int], group: int) -> list[FoundFigure]:
    """One figure for each value label, [] where the shapes are no chart with labelled values."""
    inside = list(around)
    slots = find_slots(plot.bars)
    if plot.upright:
        page, whole = parted(page, inside, slots.borders())
        inside = [i for i in inside if i not in whole.values()] + list(whole)
    else:
        whole = {}
        inside = inside if plot.framed else without_text_beside(page.words, plot, inside)
    numbers = [i for i in inside if _is_value(page.words[i])]
    parts = segments(page, plot)
    labels = segment_labels(page.words, parts, numbers) if parts else _bar_labels(page.words, plot, numbers)
    if len(labels) < max(2, LABELLED * len(parts or plot.bars)) or _are_cells(page.words, plot, inside):
        return []
    reading = _Reading()
    for bar, word in labels:
        slot = slots.nearest(bar.span.c - slots.offsets.get(bar.fill, 0.0))
        if slot is not None:
            series = bar.fill if parts or bar.fill in slots.offsets else next(iter(slots.offsets))
            reading.values[slot, series] = word
    if parts:
        legend = names_of(page, {bar.fill for bar in parts}, _grown(plot.area, LEGEND_FAR))
        if any(color not in legend for _, color in reading.values):
            return []
    else:
        legend = legend_of(page, plot, inside)
        _add_zeros(page.words, plot, slots, reading, numbers)
    used = {*reading.values.values(), *(i for words in legend.values() for i in words)}
    _name_categories(page.words, plot, slots, reading, [i for i in inside if i not in used])
    if not any(reading.categories.values()):
        return []
    figures = _figures(page, plot, reading, legend, inside, group)
    return _with_whole_words(figures, whole)


def _with_whole_words(figures: Sequence[FoundFigure], whole: Mapping[int, int]) -> list[FoundFigure]:
    """Owned halves of touching names become the words that the page holds; the first figure owns them."""
    seen: set[int] = set()
    result = []
    for figure in figures:
        owned = {whole.get(i, i) for i in figure.owned} - seen
        seen |= owned
        result.append(replace(figure, owned=frozenset(owned)))
    return result


def _grown(box: Box, margin: float) -> Box:
    return Box(box.x0 - margin, box.top - margin, box.x1 + margin, box.bottom + margin)


def _is_value(word: Word) -> bool:
    """A number; "2022/23" names a year."""
    text = word.text
    return word.upright and is_number(text) and not (is_period(text) and not text.isdigit())


def _are_cells(words: Sequence[Word], plot: Plot, inside: Sequence[int]) -> bool:
    """Most columns hold level words that are no numbers: they are the cells of a header."""
    named = [w.box for i in inside if (w := words[i]).upright and not is_number(w.text)]
    return plot.upright and 2 * sum(any(b.box.contains(n) for n in named) for b in plot.bars) > len(plot.bars)


def words_around(page: RawPage, plot: Plot) -> list[int]:
    """Words on the chart's background; without one, those around the bars and around the swatches of their colours."""
    area = plot.area
    if not plot.framed:
        margin = AROUND * USUAL_TYPE
        left = margin if plot.upright else LONGEST_NAMES * page.width
        colors = {b.fill for b in plot.bars}
        near = Box(area.x0 - margin, area.top - LEGEND_FAR, area.x1 + LEGEND_FAR, area.bottom + LEGEND_FAR)
        swatches = [s.box for s in page.shapes if s.fill in colors and is_swatch(s) and near.contains(s.box)]
        area = union([area, *swatches, *(bar.box for bar in segments(page, plot))])
        area = Box(area.x0 - left, area.top - margin, area.x1 + margin, area.bottom + margin)
    return [i for i, w in enumerate(page.words) if area.contains_point(*w.box.center)]


def _bar_labels(words: Sequence[Word], plot: Plot, numbers: Iterable[int]) -> list[tuple[Bar, int]]:
    """Each bar's value: the nearest number over its end or just inside it, centred on the bar."""
    free = set(numbers)
    labels = []
    for bar in plot.bars:
        best: tuple[float, int] | None = None
        for i in free:
            span, em = plot.span(words[i].box), words[i].size
            if abs(span.c - bar.span.c) > max((bar.span.c1 - bar.span.c0) / 2, 0.6 * em):
                continue
            gap = span.v0 - bar.span.v1
            inside = bar.span.v0 <= span.v0 and span.v1 <= bar.span.v1 + 1
            cost = abs(gap) if -0.6 * em <= gap <= LABEL_TO_BAR * em else 50 + abs(gap) if inside else None
            if cost is not None and (best is None or cost < best[0]):
                best = cost, i
        if best is not None:
            labels.append((bar, best[1]))
            free.discard(best[1])
    return labels


def _add_zeros(words: Sequence[Word], plot: Plot, slots: Slots, reading: _Reading, numbers: Iterable[int]) -> None:
    """Numbers on the base line without a bar: a value too small to draw, placed by its distance from the category."""
    used = set(reading.values.values())
    for i in numbers:
        span, em = plot.span(words[i].box), words[i].size
        slot = slots.nearest(span.c)
        if i in used or slot is None or not -0.3 * em <= span.v0 - plot.base <= LABEL_TO_BAR * em:
            continue
        color = slots.series_at(span.c, slot)
        if abs(slots.centers[slot] + slots.offsets[color] - span.c) <= 0.2 * slots.pitch:
            reading.values.setdefault((slot, color), i)


def _name_categories(words: Sequence[Word], plot: Plot, slots: Slots, reading: _Reading, free: Iterable[int]) -> None:
    """Words on the other side of the base line, each to the category that it stands at."""
    below = [i for i in free if plot.span(words[i].box).v1 <= plot.base + 0.35 * words[i].size]
    if plot.upright:
        below = _first_lines(words, plot, below)
    for i in below:
        slot = slots.nearest(plot.span(words[i].box).c)
        if slot is not None and any(s == slot for s, _ in reading.values):
            reading.categories[slot].append(i)


def _first_lines(words: Sequence[Word], plot: Plot, below: Sequence[int]) -> list[int]:
    """The lines right under the base line, up to a gap (then come the axis title, the legend, a source note)."""
    kept: list[int] = []
    bottom = -plot.base
    for line in printed_lines(words, [i for i in below if words[i].upright]):
        top = min(words[i].box.top for i in line)
        em = max(words[i].size for i in line)
        if top - bottom > (1.6 if not kept else 0.7) * em or top + plot.base > AXIS_DEPTH * em:
            break
        kept += line
        bottom = max(words[i].box.bottom for i in line)
    return kept or [i for i in below if not words[i].upright]


def _figures(
    page: RawPage, plot: Plot, reading: _Reading, legend: dict[str, tuple[int, ...]], inside: Sequence[int], group: int
) -> list[FoundFigure]:
    words = page.words
    named = {*reading.values.values(), *(i for c in reading.categories.values() for i in c)}
    named |= {i for series in legend.values() for i in series}
    rest = [i for i in inside if i not in named]
    title = _title(words, plot, rest)
    leftover = _leftover(words, plot, rest, title)
    owned: set[int] = set()
    figures: list[FoundFigure] = []
    for (slot, color), value in sorted(reading.values.items(), key=lambda item: item[0][0]):
        category, series = reading.categories.get(slot, []), list(legend.get(color, ()))
        if not category:
            continue
        mine = {value, *category, *series} - owned
        extra = leftover if not figures else ()
        if not figures:
            mine |= {i for line in extra for i in line}
        owned |= mine
        figures.append(
            FoundFigure(
                box=union(words[i].box for i in (value, *category)),
                figure=DraftFigure(
                    kind="chart",
                    value=draft_line(page, [value]),
                    label=(*draft_lines(page, category), *draft_lines(page, series)),
                    title=_text(page, title) or None,
                    category=_text(page, category),
                    series=_text(page, series) or None,
                ),
                owned=frozenset(mine),
                leftover=tuple(line for part in extra for line in draft_lines(page, part)),
                group=group,
            )
        )
    return figures


def _text(page: RawPage, indexes: Iterable[int]) -> str:
    return " ".join(w.text for line in draft_lines(page, indexes) for w in line.words)


def _title(words: Sequence[Word], plot: Plot, rest: Sequence[int]) -> list[int]:
    """The lines over the plot that are not numbers: on a framed chart all of them, else the nearest chunk that is."""
    top = min(b.box.top for b in plot.bars)
    lines = [
        line
        for line in printed_lines(words, [i for i in rest if words[i].upright and words[i].box.bottom <= top + 2])
        if not all(is_number(words[i].text) and not is_period(words[i].text) for i in line)
    ]
    if plot.framed:
        return [i for line in lines for i in line]
    title: list[Chunk] = []
    for line in reversed(lines):
        pieces = chunks(words, line, gap=1.5)
        for piece in pieces:
            apart = len(pieces) == 1 or plot.area.overlap_x(piece.box) > 0.5 * piece.box.width
            if _goes_on(piece, title[0]) if title else piece.bold and apart:
                title.insert(0, piece)
                break
        else:
            if title:
                break
    return [i for piece in title for i in piece.words]


def _goes_on(upper: Chunk, lower: Chunk) -> bool:
    """Two lines of one title."""
    em = lower.size
    aligned = abs(upper.box.x0 - lower.box.x0) <= 0.3 * em or abs(upper.box.center[0] - lower.box.center[0]) <= 0.5 * em
    close = lower.box.top - upper.box.top <= TITLE_PITCH * em
    return upper.bold and abs(upper.size - em) <= 0.3 and aligned and close


def _leftover(words: Sequence[Word], plot: Plot, rest: Sequence[int], title: Sequence[int]) -> tuple[list[int], ...]:
    """What else belongs to the chart: on a framed chart everything, else the ticks of its value axis."""
    if plot.framed:
        return tuple(part for part in (list(title), [i for i in rest if i not in title]) if part)
    ticks = _ticks(words, plot, [i for i in rest if i not in title])
    return (ticks,) if len(ticks) >= FEWEST_TICKS else ()


def _ticks(words: Sequence[Word], plot: Plot, rest: Sequence[int]) -> list[int]:
    """Numbers that stand alone outside the bars: beside columns, above or below lying bars."""
    first, last = plot.bars[0].span.c0, plot.bars[-1].span.c1
    ticks: list[int] = []
    for line in printed_lines(words, rest):
        for piece in chunks(words, line):
            numbers = all(is_number(words[i].text) for i in piece.words)
            if numbers and all(not first <= plot.span(words[i].box).c <= last for i in piece.words):
                ticks += piece.words
    return ticks
