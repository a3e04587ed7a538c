"""Reading order, time and memory of PDF readers, side by side in one run.

    python benchmarks/reading.py [REPORT.pdf REPORT.md [PAIRS.json]] [--runs N]
    python benchmarks/reading.py --layouts

Quality is 1 minus the normalised Levenshtein distance over words in order against page-marked Markdown
(`<!-- page N -->`); pages of infographics and charts, which have no one order, are left out where a pairs file names
them. Seconds are the best of the runs. Peak memory is that of a process of its own. Without arguments the sample
reports are read.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from rapidfuzz.distance import Levenshtein

ROOT = Path(__file__).parents[1]
SAMPLES = ("northmere-saltmarsh/2024-25", "ashcombe/2024-25", "thornleigh/2024-25")
Pages = list[str]


def report_extract(path: Path) -> Pages:
    from report_extract.read import read

    pages = read(path, ocr=False).pages
    return [" ".join(b.text for b in p.blocks if b.kind.value != "furniture") for p in pages]


def pypdfium2(path: Path) -> Pages:
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def pdfplumber(path: Path) -> Pages:
    import pdfplumber as plumber

    with plumber.open(path) as pdf:
        return [page.extract_text() or "" for page in pdf.pages]


def pdfminer(path: Path) -> Pages:
    from pdfminer.high_level import extract_text

    return extract_text(path).split("\f")


def pypdf(path: Path) -> Pages:
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(path).pages]


def pymupdf4llm(path: Path) -> Pages:
    import pymupdf4llm as llm

    return [page["text"] for page in llm.to_markdown(str(path), page_chunks=True)]


READERS: dict[str, tuple[str, Callable[[Path], Pages]]] = {
    "report-extract": ("report_extract", report_extract),
    "pypdfium2": ("pypdfium2", pypdfium2),
    "pypdf": ("pypdf", pypdf),
    "pdfminer.six": ("pdfminer", pdfminer),
    "pdfplumber": ("pdfplumber", pdfplumber),
    "pymupdf4llm": ("pymupdf4llm", pymupdf4llm),
}


def words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z0-9£%.,'’]+", re.sub(r"[|*#_<>\-–—•▪✓✗]+", " ", text))


def wanted(markdown: str) -> dict[int, list[str]]:
    """The words of each page of page-marked Markdown."""
    pages: dict[int, str] = {}
    number = 0
    for line in markdown.splitlines(keepends=True):
        mark = re.match(r"<!-- page (\d+) -->", line)
        number = int(mark[1]) if mark else number
        pages[number] = pages.get(number, "") + ("" if mark else line)
    return {n: words(text) for n, text in pages.items()}


def order(pages: Pages, gold: dict[int, list[str]], *, unordered: set[int]) -> float:
    """Mean similarity of the pages that have an order and at least 20 words."""
    scores = [
        Levenshtein.normalized_similarity(gold[n], words(text))
        for n, text in enumerate(pages, 1)
        if n not in unordered and len(gold.get(n, ())) >= 20
    ]
    return sum(scores) / len(scores) if scores else 0.0


def peak(name: str, path: Path) -> float:
    """MiB at the peak of a process that does nothing else."""
    code = (
        "import sys, pathlib; sys.path.insert(0, sys.argv[3]); import reading; "
        "reading.READERS[sys.argv[1]][1](pathlib.Path(sys.argv[2])); print(reading.peak_here())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, name, str(path), str(Path(__file__).parent)],
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.split()[-1])


def peak_here() -> float:
    """MiB at the peak of this process; Linux tells it apart from what its parent used, the others come close."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(row for row in status.read_text(encoding="utf-8").splitlines() if row.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import psutil

    memory = psutil.Process().memory_info()
    return float(getattr(memory, "peak_wset", memory.rss)) / 2**20


def table(path: Path, gold: dict[int, list[str]], *, unordered: set[int], runs: int) -> Iterator[str]:
    yield "/".join(path.parts[-3:])
    yield f"{'':16}{'order':>8}{'seconds':>10}{'ms/page':>9}{'ratio':>8}{'MiB':>7}"
    base = 0.0
    for name, (module, read) in READERS.items():
        if find_spec(module) is None:
            yield f"{name:16} not installed"
            continue
        best, pages = float("inf"), []
        for _ in range(runs):
            began = time.perf_counter()
            pages = read(path)
            best = min(best, time.perf_counter() - began)
        base = base or best
        quality = order(pages, gold, unordered=unordered)
        per_page = 1000 * best / max(1, len(pages))
        yield f"{name:16}{quality:>8.3f}{best:>10.2f}{per_page:>9.1f}{best / base:>8.1f}{peak(name, path):>7.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--layouts", action="store_true", help="the samples in all their layouts, this reader alone")
    args = parser.parse_args()
    if args.layouts:
        sys.path.insert(0, str(ROOT))
        from benchmarks.reading_layouts import main as print_layouts

        print_layouts()
        return
    jobs = [tuple(args.files)] if args.files else [_sample(name) for name in SAMPLES]
    for pdf, markdown, *pairs in jobs:
        named = json.loads(pairs[0].read_text(encoding="utf-8")) if pairs else {}
        unordered = {p["page"] for kind in ("pairs", "charts") for p in named.get(kind, ())}
        for line in table(pdf, wanted(markdown.read_text(encoding="utf-8")), unordered=unordered, runs=args.runs):
            print(line, flush=True)


def _sample(name: str) -> tuple[Path, ...]:
    gold = ROOT / "corpora" / "gold" / name
    files = (
        ROOT / "corpora" / name / "annual-report.pdf",
        gold / "annual-report.md",
        gold / "annual-report.pairs.json",
    )
    return tuple(f for f in files if f.exists())


if __name__ == "__main__":
    main()
