"""Whatever stands on a page: no word has two owners, and no owned word is lost from the text."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from report_extract.read.figures.find import find_figures
from report_extract.read.rawpage import RawPage
from report_extract.read.tables.find import find_tables
from tests.read.written_page import WrittenPage

WORDS = ["Police", "Health", "12", "4%", "£1,200", "✓", "✗", "2023/24", "children", "of", "n/a", "Total:", "in", "x"]


def scattered(seed: int) -> RawPage:
    """Rows, columns, boxes, bars and large numbers strewn over a page, more or less in order."""
    random = Random(seed)
    page = WrittenPage()
    xs = sorted(random.sample(range(40, 540, 10), random.randint(1, 6)))
    for _ in range(random.randint(0, 14)):
        y = random.randrange(40, 780, random.choice([7, 14, 20]))
        for x in xs:
            if random.random() < 0.8:
                text = " ".join(random.choices(WORDS, k=random.choice([1, 1, 1, 2, 4])))
                page.text(text, x + random.choice([0, 0, 0, 3]), y, size=random.choice([8, 10, 10, 24]))
    for _ in range(random.randint(0, 12)):
        x0, y0 = random.randrange(30, 500, 10), random.randrange(30, 760, 10)
        x1, y1 = x0 + random.choice([0, 7, 30, 200, 400]), y0 + random.choice([0, 7, 20, 60, 300])
        draw = random.choice([page.line, page.fill, page.frame])
        draw(x0, y0, x1, y1)
    if random.random() < 0.5:
        top = random.randrange(40, 600, 20)
        page.grid([float(x) for x in xs] + [560.0], [float(top + 20 * k) for k in range(random.randint(2, 8))])
    return page.raw()


def word_boxes(page: RawPage, owned: frozenset[int]) -> Counter[tuple[str, float, float]]:
    return Counter((page.words[i].text, page.words[i].box.x0, page.words[i].box.x1) for i in owned)


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_one_owner_and_nothing_lost(seed: int) -> None:
    page = scattered(seed)
    tables = find_tables(page)
    taken = frozenset().union(*(t.owned for t in tables))
    figures = find_figures(page, taken=taken)
    assert sum(len(f.owned) for f in (*tables, *figures)) == len(taken.union(*(f.owned for f in figures)))
    for table in tables:
        printed = Counter(tuple(w[:3]) for c in table.table.cells for line in c.lines for w in line.words)
        assert printed == word_boxes(page, table.owned)
        assert all(
            c.row + c.row_span <= table.table.n_rows and c.column + c.column_span <= table.table.n_columns
            for c in table.table.cells
        )
        places = Counter((c.row, c.column) for c in table.table.cells)
        assert max(places.values()) == 1
    for figure in figures:
        lines = (figure.figure.value, *figure.figure.label, *figure.leftover)
        printed = Counter(tuple(w[:3]) for line in lines for w in line.words)
        assert not word_boxes(page, figure.owned) - printed


def test_a_page_of_nothing() -> None:
    empty = RawPage(1, 595.0, 842.0, 0, ())
    assert (find_tables(empty), find_figures(empty)) == ((), ())


def test_a_drawing_of_many_shapes_ends_without_tables_or_figures() -> None:
    page = WrittenPage()
    for k in range(6_000):
        x, y = 20.0 + 3 * (k % 180), 20.0 + 20 * (k // 180)
        page.fill(x, y, x + 10, y + 9 + k % 7)
        page.line(x, y, x + 200, y)
    page.text("12 children", 100, 100, size=30)
    assert (find_tables(page.raw()), find_figures(page.raw())) == ((), ())
