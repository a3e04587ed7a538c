"""The accuracy benchmark itself: the best matching, strict stricter than soft, gold scores 1 against itself."""

from __future__ import annotations

import json
import random
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from benchmarks.assignment import best_pairs
from benchmarks.scoring import (
    LIKENESS,
    Score,
    merged,
    metric_soft,
    metric_strict,
    score,
    score_cover,
    score_document,
    text_soft,
    text_strict,
)

GOLD = Path(__file__).resolve().parents[2] / "corpora" / "gold"


def metric(**changes: Any) -> dict[str, Any]:
    base = {
        "metric": "lado_contacts",
        "label": "Contacts to the LADO",
        "value": 412,
        "unit": "count",
        "role": "current",
        "period": "2024/25",
        "area": "Ashcombe",
        "page": 4,
        "quote": "412 contacts",
    }
    return {**base, **changes}


def total(weights: list[list[float]], pairs: dict[int, int]) -> float:
    return sum(weights[i][j] for i, j in pairs.items())


@pytest.mark.parametrize("seed", range(40))
def test_matching_has_the_greatest_weight(seed: int) -> None:
    chance = random.Random(seed)
    rows, columns = chance.randint(1, 5), chance.randint(1, 5)
    weights = [[chance.choice((0.0, 0.0, chance.uniform(1, 100))) for _ in range(columns)] for _ in range(rows)]
    side = max(rows, columns)
    square = [[weights[i][j] if i < rows and j < columns else 0.0 for j in range(side)] for i in range(side)]
    best = max(sum(square[i][j] for i, j in enumerate(order)) for order in permutations(range(side)))
    pairs = best_pairs(weights)
    assert len(set(pairs.values())) == len(pairs)
    assert total(weights, pairs) == pytest.approx(best)


def test_nothing_matches_nothing() -> None:
    assert best_pairs([]) == {}
    assert best_pairs([[], []]) == {}
    assert best_pairs([[0.0, 0.0]]) == {}


def test_greedy_would_be_wrong() -> None:
    assert best_pairs([[90.0, 89.0], [89.0, 0.0]]) == {0: 1, 1: 0}


def test_soft_wants_value_unit_and_a_like_label() -> None:
    assert metric_soft(metric(), metric(role="previous", metric=None)) > 0
    assert metric_soft(metric(), metric(value=421)) == 0
    assert metric_soft(metric(), metric(unit="percent")) == 0
    assert metric_soft(metric(), metric(label="Venues", quote="rooms")) == 0


@pytest.mark.parametrize("field", ["metric", "role", "period", "area"])
def test_strict_wants_every_field(field: str) -> None:
    assert metric_strict(metric(), metric()) > 0
    assert metric_strict(metric(), metric(**{field: "other"})) == 0


def test_numbers_keep_recommendations_apart() -> None:
    first = {"text": "The council should ask who lives in the house.", "number": 1, "kind": "review"}
    assert text_soft(first, {**first, "number": 2}) == 0
    assert text_soft(first, {**first, "number": None}) > 0
    assert text_strict(first, {**first, "number": None}) == 0


def test_a_wrong_colour_is_soft_but_not_strict() -> None:
    gold = {"text": "The force should keep a list.", "number": 1, "status": {"rag": "amber", "state": "in_progress"}}
    said = {**gold, "status": {"rag": "GREEN", "state": "in_progress"}}
    assert text_soft(gold, said) > 0
    assert text_strict(gold, said) == 0
    assert text_strict(gold, {**gold, "status": {"rag": "AMBER", "state": "in_progress"}}) > 0


def test_an_item_too_many_costs_precision_only() -> None:
    result = score([metric()], [metric(), metric(value=5)], LIKENESS["metrics"][0])
    assert (result.precision, result.recall) == (0.5, 1.0)
    assert Score(0, 0, 0).f1 is None


def test_cover_fields_count_leaves() -> None:
    gold = {
        "cover": {
            "council": "Ashcombe",
            "committees": [{"name": "Cabinet", "date": "2025-01-02"}],
            "wards": [],
            "lead_member": None,
        }
    }
    strict, soft = score_cover(
        gold, {"cover": {"council": "ashcombe", "committees": [{"name": "The Cabinet", "date": None}]}}
    )
    assert (strict.gold, strict.matched, soft.matched) == (3, 1, 2)


@pytest.mark.parametrize(
    "path", sorted(GOLD.glob("*/*/annual-report.json")), ids=lambda p: p.parent.parent.name + "-" + p.parent.name
)
def test_gold_scores_one_against_itself(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    said = {**gold, "metrics": merged(gold["metrics"])}
    for kind, (strict, soft) in score_document(gold, said).items():
        assert strict.f1 == soft.f1 == 1.0, kind
