"""Compares extracted items with gold: strict (every field that gold states) and soft (the same thing, roughly)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.assignment import best_pairs
from rapidfuzz import fuzz

Item = Mapping[str, Any]
Likeness = Callable[[Item, Item], float]  # 0 (not the same) to 100

SAME_WORDS = 95.0  # strict: all but a letter or a full stop
LIKE_WORDS = 75.0  # soft: a true paraphrase of one sentence scores about 76 with token_set_ratio
LIKE_LABEL = 55.0  # soft: labels are short, and gold's words need not be the tool's
TEXT_KINDS = ("findings", "recommendations", "priorities", "achievements", "challenges", "reviews")


@dataclass(frozen=True)
class Score:
    """Counts of one kind; they add up over documents."""

    gold: int
    found: int
    matched: int

    def __add__(self, other: Score) -> Score:
        return Score(self.gold + other.gold, self.found + other.found, self.matched + other.matched)

    @property
    def precision(self) -> float | None:
        return self.matched / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.matched / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        total = self.gold + self.found
        return 2 * self.matched / total if total else None


def fold(text: Any) -> str:
    text = str(text or "").lower()
    for a, b in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"), ("*", "")):
        text = text.replace(a, b)
    return re.sub(r"\s+", " ", text).strip(" .")


def quotes(item: Item) -> str:
    """The words that back an item, or a gold item's own quote."""
    return " ".join(str(e.get("quote") or "") for e in item.get("evidence") or ()) or str(item.get("quote") or "")


def _value(item: Item) -> tuple[float, str]:
    return round(float(item["value"]), 6), str(item.get("unit"))


def metric_soft(gold: Item, item: Item) -> float:
    """Same value and unit, and a like label or like words (gold's sentence against the evidence)."""
    if _value(gold) != _value(item):
        return 0.0
    pages = {e.get("page") for e in item.get("evidence") or ()}
    near = 5.0 if gold.get("page") in pages else 0.0
    label = fuzz.token_set_ratio(fold(gold.get("label")), fold(item.get("label")))
    sentence = gold.get("sentence") or gold.get("quote")
    words = fuzz.token_set_ratio(fold(f"{gold.get('label')} {sentence}"), fold(f"{item.get('label')} {quotes(item)}"))
    best = max(label, words)
    return min(100.0, best + near) if best >= LIKE_LABEL else 0.0


def metric_strict(gold: Item, item: Item) -> float:
    """Soft, and catalogue id, role, period and area as gold has them."""
    same = all(fold(gold.get(f)) == fold(item.get(f)) for f in ("metric", "period", "area"))
    return metric_soft(gold, item) if same and _role(gold) == _role(item) else 0.0


def _role(metric: Item) -> str:
    """A current value may as well be called a share or a total."""
    role = str(metric.get("role"))
    return "current" if role in ("share", "total") else role


def _words(item: Item) -> str:
    return fold(item.get("title") or item.get("text"))


def text_soft(gold: Item, item: Item) -> float:
    if None not in (gold.get("number"), item.get("number")) and gold["number"] != item["number"]:
        return 0.0
    wanted, said = _words(gold), _words(item)
    score = max(
        fuzz.token_sort_ratio(wanted, said),
        fuzz.token_set_ratio(wanted, said) if min(len(wanted), len(said)) > 25 else 0.0,
    )
    return score if score >= LIKE_WORDS else 0.0


def text_strict(gold: Item, item: Item) -> float:
    """The same words, number, source and kind, and the same colour and state where gold has a status."""
    if fuzz.ratio(_words(gold), _words(item)) < SAME_WORDS:
        return 0.0
    if any(
        gold.get(f) is not None and fold(gold[f]) != fold(item.get(f))
        for f in ("number", "source", "kind", "theme", "outcome", "pledge")
    ):
        return 0.0
    status, said = gold.get("status"), item.get("status")
    if isinstance(status, Mapping):
        said = said if isinstance(said, Mapping) else {}
        if any(fold(status.get(f)) != fold(said.get(f)) for f in ("rag", "state")):
            return 0.0
    return 100.0


def table_soft(gold: Item, item: Item) -> float:
    """Share of gold's cells that stand in a row of the same first cell; half is enough to call it the same table."""
    right, total = table_cells(gold, item)
    near = abs((item.get("page") or 0) - gold["page"]) <= 1
    return 100.0 * right / total if near and right * 2 >= total else 0.0


def table_strict(gold: Item, item: Item) -> float:
    right, total = table_cells(gold, item)
    return 100.0 if right == total else 0.0


def table_cells(gold: Item, item: Item) -> tuple[int, int]:
    """(cells that are right, cells of gold)"""
    theirs = [tuple(item.get("header") or ()), *(tuple(r) for r in item.get("rows") or ())]
    by_name = {_cell(row[0]): row for row in theirs if row}
    right = total = 0
    for row in (gold["header"], *gold["rows"]):
        other = by_name.get(_cell(row[0]), ())
        total += len(row)
        right += sum(_cell(a) == _cell(b) for a, b in zip(row, other, strict=False))
    return right, total


def _cell(value: Any) -> str:
    if isinstance(value, Mapping):
        value = value.get("value")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return fold(value)


LIKENESS: dict[str, tuple[Likeness, Likeness]] = {
    "metrics": (metric_strict, metric_soft),
    **dict.fromkeys(TEXT_KINDS, (text_strict, text_soft)),
    "tables": (table_strict, table_soft),
}


def score(gold: Sequence[Item], items: Sequence[Item], likeness: Likeness) -> Score:
    """Peripheral gold may be found and may be missing: it counts neither way."""
    pairs = best_pairs([[likeness(g, i) for i in items] for g in gold])
    asked = [i for i, g in enumerate(gold) if g.get("tier") != "peripheral"]
    idle = sum(i in pairs for i in range(len(gold))) - sum(i in pairs for i in asked)
    return Score(len(asked), len(items) - idle, sum(i in pairs for i in asked))


def _fact(metric: Item) -> tuple[Any, ...]:
    named = metric.get("metric") or metric.get("label")
    return (named, *_value(metric), _role(metric), fold(metric.get("period")), fold(metric.get("area")))


def merged(metrics: Sequence[Item]) -> list[Item]:
    """A fact that is printed in several places is one metric; its sentences are joined, as its evidence will be.

    Rows of one table that state the same number are parts of a metric, and stay apart.
    """
    out: dict[tuple[Any, ...], dict[str, Any]] = {}
    rows = Counter(_fact(metric) for metric in metrics if metric.get("source") == "table")
    for metric in metrics:
        key = _fact(metric)
        if (metric.get("source") == "table" and rows[key] > 1) or key not in out:
            out[(*key, len(out)) if key in out else key] = dict(metric)
        else:
            out[key]["sentence"] = f"{out[key].get('sentence', '')} {metric.get('sentence', '')}"
            core = "core" in (out[key].get("tier"), metric.get("tier"))
            out[key]["tier"] = "core" if core else metric.get("tier")
    return list(out.values())


def score_document(gold: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, tuple[Score, Score]]:
    """(strict, soft) per kind that gold lists."""
    out = {}
    for kind, (strict, soft) in LIKENESS.items():
        if kind in gold:
            wanted = merged(gold[kind]) if kind == "metrics" else gold[kind]
            items = said.get(kind) or ()
            out[kind] = (score(wanted, items, strict), score(wanted, items, soft))
    return out


def score_cover(gold: Mapping[str, Any], said: Mapping[str, Any]) -> tuple[Score, Score]:
    """Fields of a cover: strict is the same words, soft is gold's words somewhere in the field."""
    wanted, got = flat_fields(gold["cover"]), flat_fields(said.get("cover") or {})
    strict = sum(fold(got.get(key)) == fold(value) for key, value in wanted.items())
    soft = sum(
        bool(got.get(key))
        and (fold(value) in fold(got[key]) or fuzz.partial_ratio(fold(value), fold(got[key])) >= SAME_WORDS)
        for key, value in wanted.items()
    )
    found = sum(key != "fields" for key in got)
    return Score(len(wanted), found, strict), Score(len(wanted), found, soft)


IGNORED = ("fields", "evidence", "template", "links")


def flat_fields(cover: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """Leaves of the cover by path ("committees.0.name"); empty ones are not stated and do not count."""
    out: dict[str, str] = {}
    for key, value in cover.items():
        if key in IGNORED:
            continue
        parts = (
            dict(enumerate(value)) if isinstance(value, list | tuple) else value if isinstance(value, Mapping) else None
        )
        if parts is None:
            out |= {f"{prefix}{key}": str(value)} if value not in (None, "") else {}
        else:
            out |= flat_fields({str(k): v for k, v in parts.items()}, f"{prefix}{key}.")
    return out
