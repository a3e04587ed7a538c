"""Tables, figures and form fields of a page as ready blocks."""

from __future__ import annotations

from collections import defaultdict

from report_extract.model.base import union
from report_extract.model.document import BlockKind
from report_extract.read.draft import DraftBlock
from report_extract.read.figures.find import FoundFigure, find_figures
from report_extract.read.forms.find import find_checkboxes
from report_extract.read.rawpage import RawPage
from report_extract.read.tables.find import find_tables


def found_blocks(page: RawPage) -> tuple[list[tuple[DraftBlock, ...]], set[int]]:
    """Blocks that have one place in the reading order together (the values of a chart), and the words they own."""
    blocks: list[tuple[DraftBlock, ...]] = []
    owned: set[int] = set()
    for table in find_tables(page):
        blocks.append((DraftBlock(BlockKind.table, table.box, table=table.table),))
        owned |= table.owned
    figures = find_figures(page, taken=frozenset(owned))
    owned.update(i for figure in figures for i in figure.owned)
    blocks += _figure_blocks(figures)
    for form in find_checkboxes(page, taken=frozenset(owned)):
        blocks.append((DraftBlock(BlockKind.form_field, form.box, form=form.field),))
        owned |= form.owned
    return blocks, owned


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
