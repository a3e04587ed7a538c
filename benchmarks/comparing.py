"""How well two years are compared: alignment against the samples' truth, and every planted case.

`python benchmarks/comparing.py` compares the gold facts of both years (errors of comparing alone) and then the facts
extracted from the PDFs (errors of both). A truth pair counts for extraction only where both its values were extracted.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.gold_facts import SAMPLES, gold_facts

from report_extract import compare
from report_extract.compare.figures import LEVELS
from report_extract.compare.words import fold
from report_extract.model.comparison import Comparison, MetricChange, StatedValue
from report_extract.model.extraction import Extraction, Role

PARTNERSHIP, YEARS = "northmere-saltmarsh", ("2023-24", "2024-25")
NOT_IN_TRUTH = frozenset({Role.target, Role.rank})

Json = dict[str, Any]
Pair = tuple[Any, ...]


@dataclass(frozen=True)
class Score:
    right: int
    made: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.made if self.made else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0


def truth() -> Json:
    loaded: Json = json.loads((SAMPLES / "gold" / PARTNERSHIP / "compare.json").read_text(encoding="utf-8"))
    return loaded


def of_gold() -> Comparison:
    return compare(*(gold_facts(SAMPLES / "gold" / PARTNERSHIP / year / "annual-report.json") for year in YEARS))


def of_pdfs() -> tuple[Comparison, list[Extraction]]:
    from report_extract import extract

    facts = [extract(SAMPLES / PARTNERSHIP / year / "annual-report.pdf") for year in YEARS]
    return compare(*facts), facts


def alignment_of_gold(comparison: Comparison) -> Score:
    """Pairs by catalogue id, area, unit and both values; targets are aligned too and stand in no truth."""
    wanted = {_truth_key(m) for m in truth()["metrics"] if None not in m["values"]}
    planted = {(m["metric"], *map(float, m["values"])) for m in truth()["not_comparable"]}
    made = {_key(m) for m in _aligned(comparison) if m.role is None}
    made = {k for k in made if (k[0], *k[3:]) not in planted}
    return Score(len(made & wanted), len(made), len(wanted))


def alignment_of_pdfs(comparison: Comparison, facts: list[Extraction]) -> Score:
    """Pairs by unit, value and page, whatever label, id and area extraction gave them."""
    wanted = {
        (m["unit"], *((float(v["value"]), v["page"]) for v in m["values"]))
        for m in truth()["metrics"]
        if None not in m["values"]
    }
    wanted |= {
        (m["unit"], *((float(v), p) for v, p in zip(m["values"], _pages_of(m, facts), strict=True)))
        for m in ({"unit": "count", **planted} for planted in truth()["not_comparable"])
    }
    there = [_stated(f) for f in facts]
    reachable = {w for w in wanted if (w[0], *w[1]) in there[0] and (w[0], *w[2]) in there[1]}
    sides = [{(w[0], *w[i]) for w in wanted} for i in (1, 2)]
    made, right, reached = 0, 0, set()
    for row in _aligned(comparison):
        keys = [{(row.unit, v.value, e.page) for e in v.evidence} for v in row.values]
        if not (keys[0] & sides[0] or keys[1] & sides[1]):
            continue  # neither value stands in the truth: nothing is known of this pair
        hits = {w for w in wanted if (w[0], *w[1]) in keys[0] and (w[0], *w[2]) in keys[1]}
        made += 1
        right += bool(hits)
        reached |= hits
    score = Score(len(reached & reachable), len(reachable), len(reachable))
    return Score(right=score.right, made=made - right + score.right, wanted=score.wanted)


def _pages_of(planted: Json, facts: list[Extraction]) -> list[int]:
    found = []
    for value, extraction in zip(planted["values"], facts, strict=True):
        own = [m for m in extraction.metrics if m.metric == planted["metric"] and m.value == value]
        found.append(own[0].evidence[0].page if own else 0)
    return found


def _stated(facts: Extraction) -> set[Pair]:
    return {(m.unit, m.value, e.page) for m in facts.metrics if m.role in LEVELS - NOT_IN_TRUTH for e in m.evidence}


def _aligned(comparison: Comparison) -> Iterator[MetricChange]:
    return (m for m in comparison.metrics if all(v.value is not None for v in m.values))


def _truth_key(m: Json) -> Pair:
    return (m["metric"], fold(m["area"]), m["unit"], *(float(v["value"]) for v in m["values"]))


def _key(m: MetricChange) -> Pair:
    def value(v: StatedValue) -> float | None:
        return v.value

    return (m.metric, fold(m.area), m.unit, *map(value, m.values))


def planted(comparison: Comparison) -> list[tuple[str, str, bool]]:
    """(kind, what, found as planted?) of every case that the generator planted."""
    wanted = truth()
    out = [("restated", r["metric"], _has_restated(comparison, r)) for r in wanted["restated"]]
    out += [("no false restatement", "", _only_restated(comparison, wanted["restated"]))]
    out += [("not comparable", n["metric"], _has_obstacle(comparison, n)) for n in wanted["not_comparable"]]
    out += [(p["status"], " → ".join(p["titles"]), _has_priority(comparison, p)) for p in wanted["priorities"]]
    out += [
        (r["status"], f"{r['source']} {r['number']}", _has_recommendation(comparison, r))
        for r in wanted["recommendations"]
    ]
    alone = [m for m in wanted["metrics"] if m["status"] in ("appeared", "disappeared")]
    return out + [(m["status"], m["label"], _has_alone(comparison, m)) for m in alone]


def _has_restated(comparison: Comparison, wanted: Json) -> bool:
    return any(
        (r.metric, r.first_stated, r.later_stated, r.status)
        == (wanted["metric"], wanted["first_stated"], wanted["later_stated"], "restated")
        for r in comparison.restated
    )


def _only_restated(comparison: Comparison, wanted: list[Json]) -> bool:
    known = {(w["first_stated"], w["later_stated"]) for w in wanted}
    return all((r.first_stated, r.later_stated) in known for r in comparison.restated if r.status == "restated")


def _has_obstacle(comparison: Comparison, wanted: Json) -> bool:
    return any(
        m.metric == wanted["metric"] and m.status.value == "not_comparable" and m.why == wanted["why"]
        for m in comparison.metrics
        if [v.value for v in m.values] == wanted["values"]
    )


def _has_priority(comparison: Comparison, wanted: Json) -> bool:
    return any(
        [fold(t) for t in p.titles if t] == [fold(t) for t in wanted["titles"]] and p.status == wanted["status"]
        for p in comparison.priorities
    )


def _has_recommendation(comparison: Comparison, wanted: Json) -> bool:
    return any(
        (r.source, r.number, r.status, r.status_now)
        == (wanted["source"], wanted["number"], wanted["status"], wanted["status_now"])
        for r in comparison.recommendations
    )


def _has_alone(comparison: Comparison, wanted: Json) -> bool:
    value = next(v["value"] for v in wanted["values"] if v is not None)
    return any(
        m.unit == wanted["unit"] and m.status.value == wanted["status"] and value in [v.value for v in m.values]
        for m in comparison.metrics
    )


def _report(name: str, score: Score, cases: list[tuple[str, str, bool]]) -> None:
    found = sum(ok for *_, ok in cases)
    print(f"{name:24} {score.precision:9.3f} {score.recall:6.3f} {score.wanted:6} {found:7} of {len(cases)}")
    for kind, what, ok in cases:
        if not ok:
            print(f"    not as planted: {kind}: {what}")


def main() -> None:
    print(f"{'facts':24} {'precision':>9} {'recall':>6} {'pairs':>6} {'planted cases found':>12}")
    gold = of_gold()
    _report("gold", alignment_of_gold(gold), planted(gold))
    read, facts = of_pdfs()
    _report("extracted from the PDFs", alignment_of_pdfs(read, facts), planted(read))


if __name__ == "__main__":
    main()
