"""An extraction made by hand, with everything that a presentation must show or make harmless."""

from __future__ import annotations

from typing import Any

from report_extract.model.extraction import Extraction

HOSTILE = "=1+1 | **bold** <script>alert(1)</script> [x](javascript:alert(1)) `code` ![p](http://t/p.png)\x1b[31m"


def evidence(page: int, quote: str, *, rule: str = "metrics/text") -> list[dict[str, Any]]:
    return [
        {
            "page": page,
            "bbox": [10, 20, 110, 34],
            "start": 5,
            "end": 5 + len(quote),
            "section": "The year",
            "quote": quote,
            "rule": rule,
        }
    ]


def metric(number: int, **fields: Any) -> dict[str, Any]:
    made = {
        "id": f"m{number}",
        "metric": "lado_contacts",
        "label": "contacts to the LADO",
        "value": 463,
        "value_text": "463",
        "unit": "count",
        "area": "Saltmarsh",
        "period": "2024/25",
        "role": "current",
        "source": "text",
        "confidence": 0.9,
        "evidence": evidence(7, "463 contacts to the LADO", rule="metrics/lado_contacts"),
    }
    return made | fields


def facts(**parts: Any) -> Extraction:
    """A report of Saltmarsh; `parts` are its lists."""
    about = {
        "name": "saltmarsh-2024-25",
        "file": "papers/saltmarsh-2024-25.pdf",
        "sha256": "ab" * 32,
        "media_type": "application/pdf",
        "pages": 12,
        "readers": {"pdfium": 12},
        "kind": "annual_report",
        "title": "Saltmarsh Annual Report",
        "partnership": {"id": "sscp", "name": "Saltmarsh Safeguarding Children Partnership"},
        "reporting_year": "2024/25",
    }
    return Extraction.model_validate({"document": about} | parts)
