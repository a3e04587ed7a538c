"""The kinds of rules, by the name of their folder. A new kind is a module here and a line in KINDS."""

from __future__ import annotations

from report_extract.rules.rule import Rule

KINDS: dict[str, type[Rule]] = {}
