"""A table as Markdown: one header row, pipes, ticks and crosses as ✓ and ✗."""

from __future__ import annotations

from collections.abc import Container, Iterator

from report_extract.model.document import Cell, Table


def table_lines(table: Table, *, pages: Container[int]) -> Iterator[str]:
    """The header and the rows that stand on the pages asked for; several header rows become one, joined by " / "."""
    grid = table.grid()
    header = _header(table)
    yield _row(header)
    yield _row(["---"] * table.n_columns)
    for cells in grid[table.header_rows :]:
        if any(cell and cell.page in pages for cell in cells):
            yield _row([_shown(cell) for cell in cells])


def _header(table: Table) -> list[str]:
    """For each column the words above it, a cell over several columns counting for each."""
    columns: list[list[str]] = [[] for _ in range(table.n_columns)]
    for cell in table.cells:
        if cell.row < table.header_rows:
            for column in range(cell.column, min(cell.column + cell.column_span, table.n_columns)):
                columns[column].append(_shown(cell))
    return [" / ".join(part for part in dict.fromkeys(parts) if part) for parts in columns]


def _shown(cell: Cell | None) -> str:
    if cell is None:
        return ""
    if cell.value is not None:
        return "✓" if cell.value else "✗"
    return " ".join(cell.text.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "\\<")


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
