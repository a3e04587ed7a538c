"""The coding sheet against sheets that a person filled: corpora/gold/coding.json.

`python benchmarks/coding.py` prints, for each question, how many answers agree, and of the answers "yes" how many stand
on a page where the person found it too. A "not found" where the person found something is the cheaper error.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

GOLD = ROOT / "corpora" / "gold" / "coding.json"
NOT_FOUND = "not found"

Json = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """One question to one report: the person's pages or NOT_FOUND or level, and what the sheet says."""

    question: str
    item: str
    gold: list[int] | str
    said: str
    page: int | None

    @property
    def agrees(self) -> bool:
        """Both found something, or neither; a level must be the same."""
        return self.said == self.gold if self.question == "level" else (self.said == "yes") == (self.gold != NOT_FOUND)

    @property
    def invented(self) -> bool:
        return self.said == "yes" and self.gold == NOT_FOUND

    @property
    def on_its_page(self) -> bool | None:
        """None where there is no page to compare."""
        return self.page in self.gold if self.said == "yes" and isinstance(self.gold, list) else None


def answers() -> list[Answer]:
    """Every question of every gold sheet with the answer of the tool."""
    from report_extract import extract
    from report_extract.corpus.coding_sheet import coding_sheet
    from report_extract.rules.load import load_rules

    found = []
    for gold in json.loads(GOLD.read_text(encoding="utf-8"))["reports"]:
        facts = extract(ROOT / "corpora" / gold["document"])
        found += _of_report(gold, list(coding_sheet([facts], book=load_rules())))
    return found


def _of_report(gold: Json, sheet: list[Json]) -> Iterator[Answer]:
    for item in gold["priorities"]:
        row = _row(sheet, "priorities", item["item"])
        for question in ("activity", "evidence", "impact"):
            if question in item:
                yield _answer(question, item["item"], item[question], row)
    training = _row(sheet, "training", "Training")
    yield _answer("activity", "Training", gold["training"]["activity"], training)
    level = gold["training"]["evaluation_level"]
    yield Answer("level", "Training", level, training.get("evaluation_level", NOT_FOUND), None)
    for item in gold["reviews"]:
        yield _answer("actions", item["item"], item["actions"], _row(sheet, "reviews", item["item"]))


def _row(sheet: list[Json], part: str, item: str) -> Json:
    """The row of a theme, by the title under which the report states it, or of a review; {} where there is none."""
    rows = (row for row in sheet if row["part"] == part)
    return next((row for row in rows if item in (row["stated_as_priority"] or "") or item in row["item"]), {})


def _answer(question: str, item: str, gold: list[int] | str, row: Json) -> Answer:
    return Answer(question, item, gold, row.get(f"{question}_stated", NOT_FOUND), row.get(f"{question}_page"))


def main() -> None:
    found = answers()
    print(f"{'question':12} {'asked':>6} {'agree':>6} {'invented':>9} {'on its page':>12}")
    for question in dict.fromkeys(a.question for a in found):
        own = [a for a in found if a.question == question]
        pages = [a.on_its_page for a in own if a.on_its_page is not None]
        on_page = f"{sum(pages)} of {len(pages)}" if pages else "–"
        agree, invented = sum(a.agrees for a in own), sum(a.invented for a in own)
        print(f"{question:12} {len(own):6} {agree:6} {invented:9} {on_page:>12}")
    for a in found:
        if not a.agrees or a.on_its_page is False:
            print(f"    {a.question} of {a.item}: a person says {a.gold}, the sheet {a.said}, page {a.page}")


if __name__ == "__main__":
    main()
