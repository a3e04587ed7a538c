"""Small extractions of invented places, so that each test shows the whole of what it compares."""

from __future__ import annotations

import hashlib
from typing import Any

from report_extract.model.extraction import Extraction

NORTHMERE = {"id": "nsscp", "name": "Northmere Safeguarding Children Partnership"}
ASHCOMBE = {"id": "ascp", "name": "Ashcombe Safeguarding Children Partnership"}


def report(
    year: str | None = "2024/25",
    *,
    partnership: dict[str, str] | None = NORTHMERE,
    kind: str = "annual_report",
    name: str = "annual-report",
    **facts: Any,
) -> Extraction:
    content = hashlib.sha256(repr((year, partnership, kind, name, facts)).encode()).hexdigest()
    document = {
        "name": name, "file": f"{name}.pdf", "sha256": content, "media_type": "application/pdf", "pages": 12,
        "readers": {"pdfium": 12}, "kind": kind, "partnership": partnership, "reporting_year": year,
    }  # fmt: skip
    return Extraction.model_validate({"schema": "report-extract/extract/1", "document": document, **facts})


def metric(label: str, value: float, metric: str | None = None, **fields: Any) -> dict[str, Any]:
    text = fields.pop("value_text", f"{value:g}")
    quote = fields.pop("quote", f"{text} {label}")
    return {
        "id": "m", "metric": metric, "label": label, "value": value, "value_text": text, "unit": "count",
        "source": "text", "confidence": 1.0, "evidence": [evidence(quote)], **fields,
    }  # fmt: skip


def priority(title: str, **fields: Any) -> dict[str, Any]:
    return {"id": "p", "title": title, "stage": "ahead", "kind": "partnership", "evidence": [evidence(title)], **fields}


def recommendation(text: str, **fields: Any) -> dict[str, Any]:
    return {"id": "r", "kind": "review", "text": text, "evidence": [evidence(text)], **fields}


def evidence(quote: str, *, page: int = 3) -> dict[str, Any]:
    return {"page": page, "bbox": (10, 10, 90, 20), "start": 0, "end": len(quote), "quote": quote}
