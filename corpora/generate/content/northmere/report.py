"""Puts an edition together."""

from __future__ import annotations

from corpora.generate.blocks import Report
from corpora.generate.content.northmere import agencies, areas, future, learning, opening
from corpora.generate.content.northmere.editions import edition

TABS = ("THE PARTNERSHIP", f"PROGRESS {'{year}'}", "LEARNING & IMPROVEMENT", "TRAINING", "WHAT COMES NEXT")
CHAPTERS = (
    opening.foreword, opening.about, opening.governance, opening.attendance, opening.finance,
    learning.communication, future.progress,
    areas.snapshot, areas.front_door, areas.care, areas.early_help, areas.saltmarsh_snapshot, areas.saltmarsh,
    agencies.health, agencies.hospital, agencies.police, agencies.education, agencies.allegations,
    learning.rapid, learning.reviews, learning.second_review, learning.audits, learning.voice,
    future.training, future.courses, future.priorities, future.messages,
)  # fmt: skip


def northmere(year: str) -> Report:
    e = edition(year)
    return Report(
        name="annual-report",
        folder=f"northmere-saltmarsh/{year.replace('/', '-')}",
        title=f"Northmere & Saltmarsh Safeguarding Children Partnership Annual Report {year}",
        partnership_id="nsscp",
        partnership="Northmere & Saltmarsh Safeguarding Children Partnership",
        acronym="NSSCP",
        year=year,
        published=None,
        motto="NOTICE  |  ASK  |  ACT",
        tabs=tuple(t.format(year=year) for t in TABS),
        sections=tuple(chapter(e) for chapter in CHAPTERS),
    )
