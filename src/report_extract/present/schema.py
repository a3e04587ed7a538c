"""The published JSON Schema of each result, from the models."""

from __future__ import annotations

import json

from pydantic import BaseModel


def model_of(result: str) -> type[BaseModel]:
    """The model whose JSON `report-extract <result>` writes."""
    from report_extract.model.checks import CheckReport
    from report_extract.model.comparison import Comparison
    from report_extract.model.extraction import Extraction

    models: dict[str, type[BaseModel]] = {"extract": Extraction, "check": CheckReport, "compare": Comparison}
    return models[result]


def schema_of(result: str) -> str:
    """JSON Schema, draft 2020-12, as text."""
    schema = model_of(result).model_json_schema(by_alias=True, mode="serialization")
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=2)
