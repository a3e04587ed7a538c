"""Maximum-weight one-to-one matching, so that no order of the items can change a score."""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.assignment import assign

Weights = Sequence[Sequence[float]]


def best_pairs(weights: Weights) -> dict[int, int]:
    """{row: column} with the greatest sum of weights; pairs that weigh nothing are left out."""
    if not weights or not weights[0]:
        return {}
    most = max(max(row) for row in weights)
    pairs = assign([[most - w for w in row] for row in weights], limit=most)
    return {row: column for row, column in pairs.items() if weights[row][column] > 0}
