"""Verdicts on claims with a known answer: a table of kinds of swaps against verdicts.

    python benchmarks/claims.py [REPORT …] [--seed N] [--misses KIND]

Without arguments it runs on the sample reports. "removed" asks the true claims of a source from which their own passage
was taken away: they must not be contradicted.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from report_extract.check.claims.lines import document_of
from report_extract.check.claims.passages import Passage
from report_extract.check.claims.split import ClaimText
from report_extract.check.claims.verdicts import Checker
from report_extract.check.paper import Paper
from report_extract.extract import extract
from report_extract.model.checks import Verdict
from report_extract.read import read
from report_extract.rules.load import load_rules
from swaps import KINDS, Swap, swaps

SAMPLES = ("northmere-saltmarsh/2024-25", "northmere-saltmarsh/2023-24", "ashcombe/2024-25", "thornleigh/2024-25")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", choices=(*KINDS, "removed"))
    args = parser.parse_args()
    corpora = Path(__file__).parents[1] / "corpora"
    reports = args.reports or [p for s in SAMPLES for p in sorted((corpora / s).glob("*report*.pdf"))]
    table: dict[str, Counter[str]] = {k: Counter() for k in (*KINDS, "removed")}
    began = time.perf_counter()
    for report in reports:
        run(report, table, seed=args.seed, misses=args.misses)
    show(table, seconds=time.perf_counter() - began)


def run(report: Path, table: dict[str, Counter[str]], *, seed: int, misses: str | None = None) -> None:
    """Judges all swaps of one report into the table."""
    book = load_rules()
    document = read(report)
    source = Paper(document, extract(document, rules=book), "source")
    checker = Checker(source, book=book)
    for swap in swaps(source, reader=checker.reader, seed=seed):
        verdict = judged(checker, swap)
        table[swap.kind][verdict.value] += 1
        wanted = Verdict.supported if swap.kind == "true" else Verdict.contradicted
        if misses == swap.kind and verdict is not wanted:
            print(f"{verdict.value:13} {swap.claim}\n{'':13} {document.text[swap.start : swap.end]}")
        if swap.kind == "true":
            without = judged(checker, swap, hide=True)
            table["removed"][without.value] += 1
            if misses == "removed" and without is Verdict.contradicted:
                print(f"{without.value:13} {swap.claim}")


def judged(checker: Checker, swap: Swap, *, hide: bool = False) -> Verdict:
    """The verdict on one claim; with `hide` the passages that overlap its own sentence are not looked at."""

    def hidden(passage: Passage) -> bool:
        return hide and passage.start < swap.end and swap.start < passage.end

    cover = document_of(swap.claim)
    claim = ClaimText(0, len(cover.text), cover.text, (cover.text,))
    answer = checker.answer(claim.text, (), without=hidden)
    return answer.verdict


def show(table: dict[str, Counter[str]], *, seconds: float) -> None:
    print(f"{'claims':12}{'n':>6}{'supported':>12}{'contradicted':>14}{'not found':>12}")
    for kind, counts in table.items():
        n = sum(counts.values())
        if n:
            shares = [counts[v.value] / n for v in (Verdict.supported, Verdict.contradicted, Verdict.not_found)]
            print(f"{kind:12}{n:>6}{shares[0]:>12.3f}{shares[1]:>14.3f}{shares[2]:>12.3f}")
    false = [k for k in table if k not in ("true", "removed")]
    n = sum(sum(table[k].values()) for k in false)
    wrongly = sum(table[k]["supported"] for k in false)
    removed = table["removed"]
    accused = removed["contradicted"] / max(1, sum(removed.values()))
    print(f"wrongly supported {wrongly / n if n else 0:.3f} of {n}; {seconds:.1f} s")
    print(f"falsely contradicted with the evidence removed {accused:.3f}")


if __name__ == "__main__":
    main()
