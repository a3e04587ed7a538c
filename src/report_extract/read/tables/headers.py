"""Which rows of a table are its header, and whether it is a form of labels and values."""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.read.rawpage import Word
from report_extract.read.tables.rough import RoughCell, RoughTable, cell_text
from report_extract.read.tables.values import is_period, is_value

# More header rows than this have not been seen; a table that is bold throughout has none.
MOST_HEADER_ROWS = 3
LONGEST_LABEL = 14  # words of a form's label


def header_rows(words: Sequence[Word], table: RoughTable) -> int:
    """How many rows at the top are the header: set apart by weight, fill or colour, or words above figures."""
    if table.head or is_form(words, table):
        return table.head
    count = 0
    limit = min(MOST_HEADER_ROWS, table.n_rows - 1)
    while count < limit and _set_apart(words, table, count) and not (count and _is_section(table, count)):
        count += 1
    if count == 0 and table.n_rows > 1 and _words_above_figures(words, table):
        count = 1
    return 0 if count == limit and limit > 1 and _set_apart(words, table, count) else count


def _is_section(table: RoughTable, number: int) -> bool:
    """A label alone under a header of several cells: it names the rows below it."""
    filled = [c for c in table.row(number) if c.filled]
    above = sum(c.filled for c in table.row(number - 1))
    return len(filled) == 1 and filled[0].column == 0 and filled[0].column_span == 1 and above > 1


def _set_apart(words: Sequence[Word], table: RoughTable, number: int) -> bool:
    """The row looks unlike the body below: bold throughout, another background, or another ink."""
    row = [c for c in table.row(number) if c.words]
    if not row or _is_data(words, row):
        return False
    body = [c for r in range(number + 1, table.n_rows) for c in table.row(r) if c.words]
    if not body:
        return False
    bold = all(_bold(words, c) for c in row) and sum(_bold(words, c) for c in body) < 0.6 * len(body)
    fills = {c.fill for c in row}
    own_fill = None not in fills and not any(c.fill in fills for c in body if c.column > 0)
    inks = {words[c.words[0]].color for c in row}
    own_ink = inks.isdisjoint({words[c.words[0]].color for c in body})
    return bold or own_fill or own_ink


def _is_data(words: Sequence[Word], row: Sequence[RoughCell]) -> bool:
    """A bold first row of figures (a total on top) is no header; years are."""
    texts = [(cell_text(words, c), words[c.words[0]].font) for c in row if c.column > 0]
    return bool(texts) and all(is_value(t, f) and not is_period(t) for t, f in texts)


def _words_above_figures(words: Sequence[Word], table: RoughTable) -> bool:
    """The first row holds words (or years) where the rows below hold figures or ticks."""
    above = 0
    for column in range(1, table.n_columns):
        cells = [c for c in table.column(column) if c.words]
        below = [c for c in cells if c.row > 0]
        if len(below) < 1 or not cells or cells[0].row != 0:
            continue
        figures = sum(is_value(cell_text(words, c), words[c.words[0]].font) for c in below)
        head = cell_text(words, cells[0])
        if figures * 2 > len(below):
            if is_value(head, words[cells[0].words[0]].font) and not is_period(head):
                return False
            above += 1
    return above > 0


def is_form(words: Sequence[Word], table: RoughTable) -> bool:
    """Labels beside their values: the first column bold or filled throughout, the values beside it not."""
    if table.kind == "form":
        return True
    if table.n_columns > 4 or table.head:
        return False
    labels = [c for c in table.cells if c.words and c.column == 0 and c.column_span < table.n_columns]
    values = [c for c in table.cells if c.words and c.column > 0]
    if not labels or any(len(c.words) > LONGEST_LABEL for c in labels) or table.n_columns < 2:
        return _speaks_in_labels(words, table)
    plain_values = sum(not _bold(words, c) for c in values)
    bold = all(_bold(words, c) for c in labels) and plain_values * 2 >= len(values)
    fills = {c.fill for c in labels}
    filled = None not in fills and not any(c.fill in fills for c in values)
    figures = sum(is_value(cell_text(words, c), words[c.words[0]].font) for c in values)
    facts_only = figures * 2 <= len(values) or table.n_rows <= 2
    return ((bold or filled) and facts_only) or _speaks_in_labels(words, table)


def _speaks_in_labels(words: Sequence[Word], table: RoughTable) -> bool:
    """Most cells begin with a bold label and a colon: "Report of: Director of Children's Services"."""
    filled = [c for c in table.cells if c.words]
    labelled = sum(
        words[c.words[0]].bold and any(words[i].bold and words[i].text.endswith((":", "?")) for i in c.words)
        for c in filled
    )
    return table.n_columns <= 4 and labelled * 2 >= len(filled) and labelled > 0


def _bold(words: Sequence[Word], cell: RoughCell) -> bool:
    return all(words[i].bold for i in cell.words)
