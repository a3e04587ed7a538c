"""Many different reports out of the sample contents: other places, figures and looks, always the same by number."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from corpora.generate.blocks import Report
from corpora.generate.content.ashcombe import ashcombe
from corpora.generate.content.cover_samples import COVERS
from corpora.generate.content.northmere.report import northmere
from corpora.generate.content.thornleigh import thornleigh
from corpora.generate.markdown import markdown
from corpora.generate.pdf.council import council_look
from corpora.generate.pdf.designed import designed_look
from corpora.generate.pdf.look import Look
from corpora.generate.pdf.magazine import magazine_look
from corpora.generate.pdf.simple import simple_look
from corpora.generate.pdf.typeset import typeset
from corpora.generate.web import html
from corpora.generate.word import word

PLACES = {"Northmere": "North{}", "Saltmarsh": "Salt{}", "Ashcombe": "Ash{}", "Thornleigh": "Thorn{}"}
ENDINGS = ("wick", "ford", "haven", "dale", "bury", "stead", "holme", "combe", "ley", "thorpe", "minster", "beck")
SECONDS = (
    "", " Magna", " Parva", " Regis", " Green", " Cross", " Heath", " Bridge", " Hill", " Ferry", " Wells", " Quay",
    " Mill", " Moor", " Wood", " End", " Abbas", " Lane",
)  # fmt: skip

# Figures of three and more digits that are no year and no part of a longer figure vary by up to a tenth.
_FIGURE = re.compile(r"(?<![\d,./:=-])(\d{1,3}(?:,\d{3})+|\d{3,})(?![\d,/]*\d|[%:-])")
_SPECIFICATION = re.compile(r"(\|[^|\]]*\]\])")  # of a fact in the contents' markup: not printed
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Kind:
    """A sort of document: its content and how it becomes bytes. `share` of all documents are of it."""

    content: Callable[[], Report]
    suffix: str
    make: Callable[[Report, Look], bytes]
    look: Callable[[Report], Look]
    share: int


def write_variants(folder: Path, count: int) -> Iterator[Path]:
    """Writes `count` documents, numbered from 0; one number always gives the same document."""
    cycle = [kind for kind in kinds() for _ in range(kind.share)]
    for number in range(count):
        kind = cycle[number % len(cycle)]
        path = folder / f"{number:04d}{kind.suffix}"
        path.write_bytes(variant(kind, number))
        yield path


def variant(kind: Kind, number: int) -> bytes:
    """One document: names, figures, type size and margins by its number."""
    chance = random.Random(number)
    ending = ENDINGS[number % len(ENDINGS)] + SECONDS[number // len(ENDINGS) % len(SECONDS)]
    report = _reworded(kind.content(), ending=ending, shift=chance.uniform(-0.1, 0.1))
    look = kind.look(report)
    size, margin = chance.uniform(0.92, 1.08), chance.uniform(-6, 10)
    left, top, right, foot = look.margins
    body = replace(look.body, size=look.body.size * size, leading=look.body.leading * size)
    return kind.make(report, replace(look, body=body, margins=(left + margin, top, right + margin, foot)))


def kinds() -> tuple[Kind, ...]:
    """Reports of 6 to 31 pages beside the short covers that introduce them, as a researcher's folder holds them."""

    def pdf(report: Report, look: Look) -> bytes:
        return typeset(report, look).pdf

    def council(_: Report) -> Look:
        return council_look()

    def short(report: Report, look: Look) -> bytes:
        return typeset(report, look, cover=False, contents=False).pdf

    covers = tuple(sample.report for sample in COVERS[:3])
    return (
        Kind(lambda: northmere("2024/25"), ".pdf", pdf, designed_look, 2),
        Kind(lambda: northmere("2023/24"), ".pdf", pdf, designed_look, 1),
        Kind(ashcombe, ".pdf", pdf, simple_look, 2),
        Kind(thornleigh, ".pdf", lambda r, look: typeset(r, look, contents=False).pdf, magazine_look, 2),
        Kind(thornleigh, ".html", lambda r, _: html(r).encode(), simple_look, 1),
        Kind(covers[0], ".pdf", short, council, 1),
        Kind(covers[1], ".docx", lambda r, _: word(r, title=False), council, 1),
        Kind(covers[2], ".md", lambda r, _: markdown(r, title=False).encode(), council, 1),
    )


def _reworded(report: Report, *, ending: str, shift: float) -> Report:
    names = {old: new.format(ending) for old, new in PLACES.items()}
    any_name = re.compile("|".join(names))

    def figure(match: re.Match[str]) -> str:
        if _YEAR.fullmatch(match[0]):
            return match[0]
        moved = round(int(match[0].replace(",", "")) * (1 + shift))
        return f"{moved:,}" if "," in match[0] else str(moved)

    def printed(text: str) -> str:
        return _FIGURE.sub(figure, any_name.sub(lambda match: names[match[0]], text))

    def reword(text: str) -> str:
        return "".join(p if _SPECIFICATION.fullmatch(p) else printed(p) for p in _SPECIFICATION.split(text))

    changed: Report = _everywhere(report, reword)
    return changed


def _everywhere(value: Any, change: Callable[[str], str]) -> Any:
    """The same value with every text in it changed, but for file names and the catalogue's specifications of facts."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_everywhere(part, change) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = {"folder", "name", "fact", "facts", "context", "year"}
        parts = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in kept}
        return replace(value, **{name: _everywhere(part, change) for name, part in parts.items()})
    return value
