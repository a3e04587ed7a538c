"""What a stated confidence is worth: for each bucket, and each way of finding a metric, the share that is right.

    python benchmarks/calibration.py [NAME …] [--markdown]

A metric is right when gold has it with this value, unit and subject, and nothing that the metric says of catalogue id,
period, area or role contradicts gold; what is left out (null) contradicts nothing. "Expected" is what the other
documents alone would say (leave one document out): far from "right", the way of finding is too rare to be judged.
Other kinds carry no confidence; their precision by the rule's kind stands below.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.accuracy import Run, gold_files, run  # noqa: E402
from benchmarks.assignment import best_pairs  # noqa: E402
from benchmarks.scoring import LIKENESS, TEXT_KINDS, _role, fold, merged, metric_soft  # noqa: E402

BUCKETS = (0.0, 0.6, 0.7, 0.8, 0.9, 0.95)
_COMPARED = ("metric", "period", "area")


class Judged(NamedTuple):
    """One metric that was found: in which document, how, how sure, how many guesses, and whether it is right."""

    document: str
    basis: str
    guesses: int
    confidence: float
    right: bool


def contradicts(gold: Mapping[str, Any], item: Mapping[str, Any]) -> bool:
    """Whether a metric says anything that gold says otherwise."""
    stated = (field for field in _COMPARED if item.get(field) is not None)
    return _role(gold) != _role(item) or any(fold(gold.get(f)) != fold(item.get(f)) for f in stated)


def judged(one: Run) -> Iterator[Judged]:
    """Every metric of a sample; what gold calls peripheral counts as any other, right or wrong."""
    from report_extract.extract.metrics.confidence import basis

    gold, items = merged(one.gold["metrics"]), one.said["metrics"]
    pairs = best_pairs([[metric_soft(g, i) for i in items] for g in gold])
    right = {j for i, j in pairs.items() if not contradicts(gold[i], items[j])}
    for j, item in enumerate(items):
        how, _ = basis(SimpleNamespace(**item))
        yield Judged(one.name, how, len(item["inferred"]), item["confidence"], j in right)


def bucket_rows(found: Sequence[Judged]) -> list[list[str]]:
    rows = []
    for low, high in zip(BUCKETS, (*BUCKETS[1:], 1.01), strict=True):
        inside = [m for m in found if low <= m.confidence < high]
        if inside:
            stated = sum(m.confidence for m in inside) / len(inside)
            rows.append([f"{low:.2f}–{min(high, 1.0):.2f}", str(len(inside)), f"{stated:.2f}", f"{_share(inside):.2f}"])
    return rows


def basis_rows(found: Sequence[Judged]) -> list[list[str]]:
    rows = []
    for how in sorted({m.basis for m in found}):
        ours = [m for m in found if m.basis == how]
        stated = sum(m.confidence for m in ours) / len(ours)
        rows.append([how, str(len(ours)), f"{stated:.2f}", f"{_share(ours):.2f}", _expected(ours)])
    return rows


def _expected(found: Sequence[Judged]) -> str:
    """The mean, over the metrics, of the share that is right in the other documents; one right and one wrong added."""
    documents = {m.document for m in found}
    if len(documents) < 2:
        return "–"
    total = 0.0
    for document in documents:
        others = [m for m in found if m.document != document]
        total += (len(found) - len(others)) * (sum(m.right for m in others) + 1) / (len(others) + 2)
    return f"{total / len(found):.2f}"


def guess_rows(found: Sequence[Judged]) -> list[list[str]]:
    rows = []
    for guesses in sorted({m.guesses for m in found}):
        ours = [m for m in found if m.guesses == guesses]
        stated = sum(m.confidence for m in ours) / len(ours)
        rows.append([str(guesses), str(len(ours)), f"{stated:.2f}", f"{_share(ours):.2f}"])
    return rows


def kind_rows(runs: Sequence[Run]) -> list[list[str]]:
    """Precision of the other kinds, by wording (soft)."""
    rows = []
    for kind in TEXT_KINDS:
        found = right = 0
        for one in runs:
            items = one.said.get(kind) or []
            pairs = best_pairs([[LIKENESS[kind][1](g, i) for i in items] for g in one.gold.get(kind) or []])
            found, right = found + len(items), right + len(pairs)
        rows.append([kind, str(found), f"{right / found:.2f}" if found else "–"])
    return rows


def _share(found: Sequence[Judged]) -> float:
    return sum(m.right for m in found) / len(found)


def tables(runs: Sequence[Run]) -> list[tuple[list[str], list[list[str]]]]:
    """(header, rows) of each table; runs without metrics in their gold are left out of the first three."""
    found = [m for one in runs if one.gold.get("metrics") for m in judged(one)]
    return [
        (["confidence", "metrics", "stated", "right"], bucket_rows(found)),
        (["found as", "metrics", "stated", "right", "expected"], basis_rows(found)),
        (["of area and period inferred", "metrics", "stated", "right"], guess_rows(found)),
        (["kind", "found", "right"], kind_rows(runs)),
    ]


def as_markdown(header: list[str], rows: list[list[str]]) -> str:
    lines = [header, ["---"] + ["---:"] * (len(header) - 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def as_text(header: list[str], rows: list[list[str]]) -> str:
    widths = [max(len(line[i]) for line in (header, *rows)) for i in range(len(header))]
    lines = ("  ".join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])]) for line in (header, *rows))
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--markdown", action="store_true", help="as Markdown tables")
    args = parser.parse_args()
    runs = [run(path) for path in gold_files(args.names)]
    shown = as_markdown if args.markdown else as_text
    print("\n\n".join(shown(*table) for table in tables(runs)))
    return int(any(one.failure for one in runs))


if __name__ == "__main__":
    sys.exit(main())
