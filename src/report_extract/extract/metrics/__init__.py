"""The figures that a document states: from sentences, tables, infographics and charts."""

from __future__ import annotations

from report_extract.extract.metrics.find import find_metrics

__all__ = ["find_metrics"]
