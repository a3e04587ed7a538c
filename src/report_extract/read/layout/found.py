"""Tables, figures and form fields of a page as ready blocks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from report_extract.model.base import union
from report_extract.model.document import BlockKind
from report_extract.read.draft import DraftBlock
from report_extract.read.figures.all_charts import Chart, find_charts
from report_extract.read.figures.find import FoundFigure, find_figures
from report_extract.read.forms.find import FoundField, find_checkboxes
from report_extract.read.rawpage import RawPage
from report_extract.read.tables.find import FoundTable, find_tables
from report_extract.read.tables.lone_header import with_lone_headers

# The strip at the top and bottom of a page in which running headers are set, some of them as tables.
EDGE = 0.15


@dataclass(frozen=True, slots=True)
class FoundBlocks:
    """`blocks`: groups that have one place in the reading order together (the values of a chart). `owned`: the indexes
    into the page's words that belong to them."""

    blocks: tuple[tuple[DraftBlock, ...], ...]
    owned: frozenset[int]

    def rest(self, page: RawPage) -> RawPage:
        """The page with the words that are left for headings, paragraphs and furniture."""
        if not self.owned:
            return page
        return replace(page, words=tuple(w for i, w in enumerate(page.words) if i not in self.owned))


def found_on_pages(pages: Sequence[RawPage]) -> list[FoundBlocks]:
    """Tables, figures and forms come before furniture is looked for: the repeated header row of a long table is not a
    running header. A small table that repeats at the edge of pages is one."""
    charts = [find_charts(page) for page in pages]
    alone = [find_tables(page, charts=own) for page, own in zip(pages, charts, strict=True)]
    tables = with_lone_headers(pages, alone)
    seen = Counter(
        key for page, found in zip(pages, tables, strict=True) for key in {_edge_key(page, t) for t in found}
    )
    return [
        _found(page, own, [t for t in found if (key := _edge_key(page, t)) is None or seen[key] < 2])
        for page, own, found in zip(pages, charts, tables, strict=True)
    ]


def _edge_key(page: RawPage, table: FoundTable) -> str | None:
    """What a table in the page's edge says, digits aside; None for the others."""
    if EDGE * page.height < table.box.bottom and table.box.top < (1 - EDGE) * page.height:
        return None
    words = (w.text for cell in table.table.cells for line in cell.lines for w in line.words)
    return re.sub(r"\d+", "#", " ".join(words).casefold())


def _found(page: RawPage, charts: Sequence[Chart], tables: Sequence[FoundTable]) -> FoundBlocks:
    blocks: list[tuple[DraftBlock, ...]] = []
    owned: set[int] = set()
    for table in tables:
        blocks.append((DraftBlock(BlockKind.table, table.box, table=table.table),))
        owned |= table.owned
    figures = find_figures(page, taken=frozenset(owned), charts=charts)
    owned.update(i for figure in figures for i in figure.owned)
    blocks += _figure_blocks(figures)
    forms = find_checkboxes(page, taken=frozenset(owned))
    owned.update(i for form in forms for i in form.owned)
    for asked, fields in groupby(forms, key=lambda f: f.asked):
        parts = [tuple(_form_blocks(f)) for f in fields]
        blocks += parts if asked is None else [tuple(block for part in parts for block in part)]
    return FoundBlocks(tuple(blocks), frozenset(owned))


def _form_blocks(form: FoundField) -> Iterator[DraftBlock]:
    """A field, and before it the question that it is the first answer to."""
    if form.question is not None:
        yield DraftBlock(BlockKind.paragraph, form.question.box, lines=(form.question,))
    yield DraftBlock(BlockKind.form_field, form.box, form=form.field)


def _figure_blocks(figures: tuple[FoundFigure, ...]) -> list[tuple[DraftBlock, ...]]:
    """Pairs one by one; a chart's values together, what else it says (its title, its ticks) after them."""
    blocks: list[tuple[DraftBlock, ...]] = []
    charts: dict[int, list[FoundFigure]] = defaultdict(list)
    for figure in figures:
        if figure.group < 0:
            blocks.append((_block(figure),))
        else:
            charts[figure.group].append(figure)
    for values in charts.values():
        leftover = tuple(line for value in values for line in value.leftover)
        parts = [_block(v) for v in values]
        if leftover:
            parts.append(DraftBlock(BlockKind.caption, union(line.box for line in leftover), lines=leftover))
        blocks.append(tuple(parts))
    return blocks


def _block(figure: FoundFigure) -> DraftBlock:
    return DraftBlock(BlockKind.figure_pair, figure.box, figure=figure.figure)
