"""Testers of every kind of rule that this room uses."""

from __future__ import annotations

from report_extract.extract.cover.selftest import TESTERS as COVERS
from report_extract.extract.metrics.selftest import TESTERS as METRICS
from report_extract.extract.selftest_report import TESTERS as REPORTS
from report_extract.rules.selftest import Tester

TESTERS: dict[str, Tester] = {**COVERS, **METRICS, **REPORTS}
