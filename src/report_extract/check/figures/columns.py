"""What the rows of a table show about its columns: a sum, a change, a share that holds in all rows but one.

Nothing is read from the headers: a relation that several rows obey to the unit is meant, and the one row that breaks it
is pointed out. A last row that is the sum of the others in several columns is a total whatever it is called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, permutations

from report_extract.check.figures.outcome import Outcome, together
from report_extract.check.figures.printed import Printed, printed
from report_extract.check.figures.tables import TOTAL
from report_extract.model.checks import FigureFlag, Side
from report_extract.model.document import Cell, Document, Table
from report_extract.model.evidence import Severity

# A relation of small numbers may hold by chance; three rows of two digits do not (about one table in 10,000).
_FEWEST_ROWS = 3
_SMALLEST = 5
# More columns than this are no table of figures that belong together, and every pair of them would be tried.
_MOST_COLUMNS = 10
# Beyond half of the total the row was not meant to be the sum.
_FURTHEST = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row's label and its numbers by column; `cells` are the cells of those numbers."""

    label: Cell
    numbers: Mapping[int, Printed]
    cells: Mapping[int, Cell]


@dataclass(frozen=True, slots=True)
class _Relation:
    """A column as computed from others; `name` says how, `value` gives None for a row that cannot tell."""

    target: int
    name: str
    value: Callable[[_Row], Fraction | None]
    of_shares: bool = False

    def fits(self, row: _Row) -> bool | None:
        """None where the row lacks a number or is too small to tell."""
        value = self.value(row)
        stated = row.numbers.get(self.target)
        if value is None or stated is None:
            return None
        if self.of_shares:
            return stated.could_be(value) or stated.could_be(-value)
        return abs(Fraction(stated.value)) == abs(value)


def check_columns(document: Document, *, side: Side) -> Outcome:
    """Every table with a label column and two columns of numbers or more."""
    return together(_table(document, table, side) for table in document.tables)


def _table(document: Document, table: Table, side: Side) -> Outcome:
    rows = list(_rows(table))
    columns = sorted({c for row in rows for c in row.numbers})
    if len(rows) < _FEWEST_ROWS or not 2 <= len(columns) <= _MOST_COLUMNS:
        return Outcome()
    tested, flags, told = 0, [], set()
    for odd, relation, held in (*_unnamed_total(rows, columns), *_odd_rows(rows, columns)):
        tested += held
        if odd is not None and (odd.label.row, relation.target) not in told:
            told.add((odd.label.row, relation.target))
            flags.append(_flag(document, odd, relation, held, side))
    return Outcome(tested=tested, flags=tuple(_one_a_row(flags)))


def _one_a_row(flags: Sequence[FigureFlag]) -> Sequence[FigureFlag]:
    """A wrong number breaks every relation that it stands in; one flag for each row is enough."""
    first: dict[int, FigureFlag] = {}
    for flag in flags:
        first.setdefault(flag.evidence[0].start, flag)
    return list(first.values())


def _rows(table: Table) -> Iterator[_Row]:
    for row in table.grid()[table.header_rows :]:
        label = row[0]
        found = {c.column: (n, c) for c in row[1:] if c is not None and (n := printed(c.text)) is not None}
        if label is not None and label.text.strip() and found:
            yield _Row(label, {c: n for c, (n, _) in found.items()}, {c: cell for c, (_, cell) in found.items()})


def _unnamed_total(rows: Sequence[_Row], columns: Sequence[int]) -> Iterator[tuple[_Row | None, _Relation, int]]:
    """A last row that sums the others in two columns or more and fails in one."""
    *lines, last = rows
    counts = [c for c in columns if all(c in row.numbers and "%" not in row.numbers[c].text for row in rows)]
    gaps = {c: sum((Fraction(row.numbers[c].value) for row in lines), Fraction(0)) for c in counts}
    held = [c for c in counts if gaps[c] == last.numbers[c].value and gaps[c] >= 2 * _SMALLEST]
    failed = [c for c in counts if gaps[c] != last.numbers[c].value]
    if len(held) < 2 or len(failed) != 1 or TOTAL.search(last.label.text):
        return  # named totals are tested whatever the other columns do
    target, total = failed[0], Fraction(last.numbers[failed[0]].value)
    if total and abs(gaps[target] - total) <= _FURTHEST * total:
        yield last, _Relation(target, "the sum of the rows above", lambda row: gaps[target]), len(held)


def _odd_rows(rows: Sequence[_Row], columns: Sequence[int]) -> Iterator[tuple[_Row | None, _Relation, int]]:
    for relation in _relations(rows, columns):
        outcome = [(row, fit) for row in rows if (fit := relation.fits(row)) is not None]
        held = sum(fit for _, fit in outcome)
        odd = [row for row, fit in outcome if not fit]
        if held >= _FEWEST_ROWS and len(odd) <= 1:
            yield (odd[0] if odd else None), relation, held


def _relations(rows: Sequence[_Row], columns: Sequence[int]) -> Iterator[_Relation]:
    shares = {c for c in columns if sum("%" in row.numbers[c].text for row in rows if c in row.numbers) * 2 > len(rows)}
    counts = [c for c in columns if c not in shares]
    for a, b in permutations(counts, 2):
        for target in counts:
            if a < b and target not in (a, b):
                yield _Relation(target, "the sum of two other columns", _sum_of(a, b))
        for target in shares:
            yield _Relation(target, "the share of one column in another", _share_of(a, b), of_shares=True)
            yield _Relation(target, "the change from one column to another", _change_of(a, b), of_shares=True)
    for parts in combinations(counts, 3):
        for target in (c for c in counts if c not in parts):
            yield _Relation(target, "the sum of three other columns", _sum_of(*parts))
    for target in shares:
        for column in counts:
            whole = _whole(rows, column)
            if whole:
                yield _Relation(target, "the share of the total", _share_of_whole(column, whole), of_shares=True)


def _sum_of(*columns: int) -> Callable[[_Row], Fraction | None]:
    def value(row: _Row) -> Fraction | None:
        parts = [row.numbers.get(c) for c in columns]
        if any(p is None or abs(p.value) < _SMALLEST for p in parts):
            return None
        return sum((Fraction(p.value) for p in parts if p is not None), Fraction(0))

    return value


def _share_of(a: int, b: int) -> Callable[[_Row], Fraction | None]:
    def value(row: _Row) -> Fraction | None:
        part, whole = row.numbers.get(a), row.numbers.get(b)
        if part is None or whole is None or not 0 < part.value < whole.value or whole.value < _SMALLEST:
            return None
        return 100 * Fraction(part.value) / Fraction(whole.value)

    return value


def _change_of(a: int, b: int) -> Callable[[_Row], Fraction | None]:
    def value(row: _Row) -> Fraction | None:
        before, after = row.numbers.get(a), row.numbers.get(b)
        if before is None or after is None or before.value < _SMALLEST or after.value == before.value:
            return None
        return 100 * (Fraction(after.value) - Fraction(before.value)) / Fraction(before.value)

    return value


def _whole(rows: Sequence[_Row], column: int) -> Fraction:
    """The sum of a column without a last row that is that sum."""
    values = [Fraction(row.numbers[column].value) for row in rows if column in row.numbers]
    total = sum(values, Fraction(0))
    return values[-1] if len(values) > 2 and 2 * values[-1] == total else total


def _share_of_whole(column: int, whole: Fraction) -> Callable[[_Row], Fraction | None]:
    def value(row: _Row) -> Fraction | None:
        part = row.numbers.get(column)
        return None if part is None or part.value <= 0 or part.value == whole else 100 * Fraction(part.value) / whole

    return value


def _flag(document: Document, odd: _Row, relation: _Relation, held: int, side: Side) -> FigureFlag:
    stated, value = odd.numbers[relation.target], relation.value(odd)
    assert value is not None  # a row that cannot tell is never the odd one
    computed = f"{float(abs(value)):.1f}%" if relation.of_shares else f"{float(value):,g}"
    where = "columns" if "rows" in relation.name else "rows"
    spans = [(odd.label.start, odd.label.end), (odd.cells[relation.target].start, odd.cells[relation.target].end)]
    if "rows" not in relation.name:  # the other cells of the row are what it was computed from
        spans = [(min(a for a, _ in spans), max(cell.end for cell in (odd.label, *odd.cells.values())))]
    return FigureFlag(
        code="row_disagrees",
        severity=Severity.warning,
        message=f"{odd.label.text}: {stated.text} is printed; as {relation.name} it is {computed}, "
        f"which holds in {held} other {where} of the table",
        stated=stated.text,
        computed=computed,
        document=side,
        hypotheses=("one number of the row may be another",),
        evidence=tuple(e for a, b in spans for e in document.evidence(a, b, rule="figures/row_disagrees")),
    )
