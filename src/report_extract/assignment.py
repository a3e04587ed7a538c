"""Assignment of least total cost (the Hungarian method), with the choice of leaving an item alone.

One for all who pair things: numbers with captions, figures of two reports, results with the truth. Written out here
because scipy would bring 143 MB and a second of import for matrices of a few hundred rows (300 by 310: 0.2 s).
"""

from __future__ import annotations

from collections.abc import Sequence


def assign(costs: Sequence[Sequence[float]], *, limit: float) -> dict[int, int]:
    """Row → column so that the sum of costs is least; a pair dearer than `limit` is not made.

    Leaving a row alone costs `limit`. Kuhn–Munkres with potentials, O(n²·m) for n rows and m columns.
    """
    if not costs:
        return {}
    n = len(costs)
    m = len(costs[0])
    padded = [[min(c, 4 * limit) for c in row] + [limit] * n for row in costs]
    columns = m + n
    row_potential = [0.0] * (n + 1)
    column_potential = [0.0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, n + 1):
        _augment(padded, row, owner, row_potential, column_potential)
    return {owner[j] - 1: j - 1 for j in range(1, m + 1) if owner[j] and costs[owner[j] - 1][j - 1] <= limit}


def _augment(
    costs: Sequence[Sequence[float]],
    row: int,
    owner: list[int],
    row_potential: list[float],
    column_potential: list[float],
) -> None:
    """Adds one row to the matching along the cheapest alternating path."""
    columns = len(owner) - 1
    owner[0] = row
    least = [float("inf")] * (columns + 1)
    came_from = [0] * (columns + 1)
    visited = [False] * (columns + 1)
    at = 0
    while owner[at]:
        visited[at] = True
        current, step, following = owner[at], float("inf"), 0
        for j in range(1, columns + 1):
            if visited[j]:
                continue
            reduced = costs[current - 1][j - 1] - row_potential[current] - column_potential[j]
            if reduced < least[j]:
                least[j], came_from[j] = reduced, at
            if least[j] < step:
                step, following = least[j], j
        for j in range(columns + 1):
            if visited[j]:
                row_potential[owner[j]] += step
                column_potential[j] -= step
            else:
                least[j] -= step
        at = following
    while at:
        owner[at] = owner[came_from[at]]
        at = came_from[at]
