"""Precision, recall and F1 of the extraction on the sample documents, per kind, strict beside soft.

    python benchmarks/accuracy.py [NAME …] [--json FILE] [--misses KIND]

NAME is a part of a sample's path ("ashcombe"). Strict: every field that gold states is right. Soft: the same thing is
there, roughly. Matching is one to one with the greatest total likeness. A document that fails counts as found nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.assignment import best_pairs  # noqa: E402
from benchmarks.scoring import LIKENESS, Score, merged, score_cover, score_document  # noqa: E402

GOLD = ROOT / "corpora" / "gold"
Scores = dict[str, tuple[Score, Score]]


@dataclass(frozen=True)
class Run:
    """One sample: its scores, how long extraction took, and what it said."""

    name: str
    seconds: float
    failure: str | None
    scores: Scores
    gold: dict[str, Any]
    said: dict[str, Any]


def gold_files(wanted: list[str]) -> list[Path]:
    files = [p for p in sorted(GOLD.glob("*/*/*.json")) if not p.name.endswith(".pairs.json")]
    return [p for p in files if not wanted or any(w in p.as_posix() for w in wanted)]


def run(path: Path) -> Run:
    from report_extract.extract import extract

    gold = json.loads(path.read_text(encoding="utf-8"))
    source = ROOT / "corpora" / gold["document"]["file"]
    began, failure, said = time.perf_counter(), None, {}
    try:
        said = extract(source).model_dump(by_alias=True, mode="json")
    except Exception as error:  # a sample that breaks the tool is a result of this benchmark, not its end
        failure = f"{type(error).__name__}: {error}"
    seconds = time.perf_counter() - began
    scores = score_document(gold, said)
    if "cover" in gold:
        scores["cover fields"] = score_cover(gold, said)
    return Run(gold["document"]["file"], seconds, failure, scores, gold, said)


def total(runs: list[Run]) -> Scores:
    out: Scores = {}
    for one in runs:
        for kind, (strict, soft) in one.scores.items():
            before = out.get(kind, (Score(0, 0, 0), Score(0, 0, 0)))
            out[kind] = (before[0] + strict, before[1] + soft)
    return out


def show(runs: list[Run]) -> None:
    for one in runs:
        _table(f"{one.name}  {one.seconds:.2f} s" + (f"  FAILED: {one.failure}" if one.failure else ""), one.scores)
    if len(runs) > 1:
        seconds = sum(r.seconds for r in runs)
        _table(
            f"all {len(runs)} samples  {seconds:.2f} s  {sum(r.failure is not None for r in runs)} failed", total(runs)
        )


def _table(title: str, scores: Scores) -> None:
    print(
        f"\n{title}\n{'':18}{'gold':>6}{'found':>7}  {'strict P':>9}{'R':>7}{'F1':>7}  {'soft P':>9}{'R':>7}{'F1':>7}"
    )
    for kind, (strict, soft) in scores.items():
        cells = [
            f"{'–' if v is None else f'{v:.3f}':>{w}}"
            for v, w in zip(_row(strict) + _row(soft), (9, 7, 7, 9, 7, 7), strict=True)
        ]
        print(f"{kind:18}{strict.gold:>6}{strict.found:>7}  {''.join(cells[:3])}  {''.join(cells[3:])}")


def _row(score: Score) -> tuple[float | None, float | None, float | None]:
    return score.precision, score.recall, score.f1


def show_misses(runs: list[Run], kind: str) -> None:
    """Gold that was not found softly, and what was found without gold."""
    for one in runs:
        wanted, items = one.gold.get(kind) or [], one.said.get(kind) or []
        gold = merged(wanted) if kind == "metrics" else wanted
        pairs = best_pairs([[LIKENESS[kind][1](g, i) for i in items] for g in gold])
        for i, item in enumerate(gold):
            if i not in pairs and item.get("tier") != "peripheral":
                print(f"MISS  {one.name} page {item.get('page')}: {_brief(item)}")
        for j, item in enumerate(items):
            if j not in pairs.values():
                page = next((e.get("page") for e in item.get("evidence") or ()), None)
                print(f"EXTRA {one.name} page {page}: {_brief(item)}")


def _brief(item: dict[str, Any]) -> str:
    words = item.get("label") or item.get("title") or item.get("text") or item.get("header")
    return f"{item.get('value_text', '')} {words} [{item.get('quote', '')}]"[:150]


def as_json(runs: list[Run]) -> dict[str, Any]:
    def rows(scores: Scores) -> dict[str, Any]:
        return {
            kind: {
                mode: {**asdict(s), "precision": s.precision, "recall": s.recall, "f1": s.f1}
                for mode, s in zip(("strict", "soft"), pair, strict=True)
            }
            for kind, pair in scores.items()
        }

    return {
        "samples": [
            {"file": r.name, "seconds": round(r.seconds, 3), "failure": r.failure, "scores": rows(r.scores)}
            for r in runs
        ],
        "all": rows(total(runs)),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--json", help="write the numbers to this file")
    parser.add_argument("--misses", choices=tuple(LIKENESS), help="list what was missed and what was too much")
    args = parser.parse_args()
    runs = [run(path) for path in gold_files(args.names)]
    show(runs)
    if args.misses:
        show_misses(runs, args.misses)
    if args.json:
        Path(args.json).write_text(json.dumps(as_json(runs), indent=1) + "\n", encoding="utf-8")
    return int(any(r.failure for r in runs))


if __name__ == "__main__":
    sys.exit(main())
