"""Maximum-weight one-to-one matching, so that no order of the items can change a score.

The Hungarian method with potentials (Jonker & Volgenant 1987, shortest augmenting paths): O(n² m).
"""

from __future__ import annotations

from collections.abc import Sequence

Weights = Sequence[Sequence[float]]


def best_pairs(weights: Weights) -> dict[int, int]:
    """{row: column} with the greatest sum of weights; pairs that weigh nothing are left out."""
    if not weights or not weights[0]:
        return {}
    rows, columns = len(weights), len(weights[0])
    if rows > columns:
        turned = [[weights[i][j] for i in range(rows)] for j in range(columns)]
        return {i: j for j, i in best_pairs(turned).items()}
    owner = _assign(weights, rows, columns)
    pairs = {row: column for column, row in enumerate(owner) if row >= 0}
    return {row: column for row, column in pairs.items() if weights[row][column] > 0}


def _assign(weights: Weights, rows: int, columns: int) -> list[int]:
    """The row that owns each column (-1: none); every row owns one column."""
    row_price, column_price = [0.0] * rows, [0.0] * columns
    owner = [-1] * columns
    for start in range(rows):
        slack, came_from, seen = [float("inf")] * columns, [-1] * columns, [False] * columns
        row, column = start, -1
        while True:
            slack_min, nearest = float("inf"), -1
            for j in range(columns):
                if seen[j]:
                    continue
                cost = -weights[row][j] - row_price[row] - column_price[j]
                if cost < slack[j]:
                    slack[j], came_from[j] = cost, column
                if slack[j] < slack_min:
                    slack_min, nearest = slack[j], j
            row_price[start] += slack_min
            for j in range(columns):
                if seen[j]:
                    row_price[owner[j]] += slack_min
                    column_price[j] -= slack_min
                else:
                    slack[j] -= slack_min
            column, seen[nearest] = nearest, True
            if owner[nearest] < 0:
                break
            row = owner[nearest]
        while column >= 0:
            before = came_from[column]
            owner[column] = owner[before] if before >= 0 else start
            column = before
    return owner
