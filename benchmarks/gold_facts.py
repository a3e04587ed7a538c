"""Gold files as extractions, so that comparing can be measured apart from extracting."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from report_extract.model.extraction import Extraction, Metric, Priority, Recommendation

SAMPLES = Path(__file__).parents[1] / "corpora"


def gold_facts(path: Path) -> Extraction:
    """The facts of a gold file; its sentences and quotes stand as evidence on their pages."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    document = {
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "media_type": "application/pdf",
        "readers": {},
        **gold["document"],
    }
    kinds = ("metrics", "recommendations", "priorities", "findings", "reviews", "achievements", "challenges")
    facts: dict[str, Any] = {kind: [_item(i, n) for n, i in enumerate(gold[kind])] for kind in kinds}
    facts["metrics"] = [_only(m, Metric) for m in facts["metrics"]]
    facts["priorities"] = [_only(p, Priority) for p in facts["priorities"]]
    facts["recommendations"] = [_only(r, Recommendation) for r in facts["recommendations"]]
    return Extraction.model_validate({"schema": "report-extract/extract/1", "document": document, **facts})


def _item(item: dict[str, Any], number: int) -> dict[str, Any]:
    quote = item.get("sentence") or item["quote"]
    place = {"page": item["page"], "bbox": (0, 0, 0, 0), "start": 0, "end": len(quote), "quote": quote}
    rest = {k: v for k, v in item.items() if k not in ("page", "section", "quote", "sentence")}
    return {"id": f"x{number}", **rest, "evidence": [{**place, "section": item["section"]}]}


def _only(item: dict[str, Any], model: type) -> dict[str, Any]:
    kept = {k: v for k, v in item.items() if k in model.model_fields}
    return {**kept, "confidence": 1.0} if model is Metric else kept
