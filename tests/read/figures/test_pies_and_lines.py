"""Pies, rings and lines with labels as values; what contradicts the drawing is left unread."""

from __future__ import annotations

import math

import pytest

from report_extract.read.figures.find import find_figures
from report_extract.read.rawpage import RawPage
from tests.read.written_page import WrittenPage, said

COLORS = ["#1b4f72", "#d35400", "#27ae60", "#8e44ad"]
SHARES = [("Neglect", 46), ("Emotional abuse", 31), ("Physical abuse", 14), ("Sexual abuse", 9)]
CENTER, RADIUS = (200.0, 300.0), 80.0


def at(percent: float, radius: float) -> tuple[float, float]:
    angle = 2 * math.pi * percent / 100
    return CENTER[0] + radius * math.sin(angle), CENTER[1] - radius * math.cos(angle)


def draw_pie(page: WrittenPage, shares: list[int], *, hole: float = 0.0) -> list[float]:
    """Slices clockwise from the top; the percentages at their middles."""
    middles, start = [], 0.0
    for share, color in zip(shares, COLORS, strict=False):
        steps = [start + share * k / 20 for k in range(21)]
        inner = [at(s, hole * RADIUS) for s in reversed(steps)] if hole else [CENTER]
        rim = [at(s, RADIUS) for s in steps]
        page.path([*rim, *inner, rim[0]], fill=color)
        middles.append(start + share / 2)
        start += share
    return middles


def legend(page: WrittenPage, names: list[str]) -> None:
    for k, name in enumerate(names):
        page.fill(340, 250 + 20 * k, 348, 258 + 20 * k, COLORS[k])
        page.text(name, 354, 249 + 20 * k)


def read(page: RawPage) -> list[tuple[str | None, str | None, str]]:
    return [(f.figure.category, f.figure.series, said((f.figure.value,))) for f in find_figures(page)]


EXPECTED = {(name, None, f"{share}%") for name, share in SHARES}


@pytest.mark.parametrize("hole", [0.0, 0.55])
def test_labels_on_slices_and_a_legend(hole: float) -> None:
    page = WrittenPage()
    for middle, (_, share) in zip(draw_pie(page, [s for _, s in SHARES], hole=hole), SHARES, strict=True):
        x, y = at(middle, 0.75 * RADIUS)
        page.text(f"{share}%", x, y - 5, align="center", color="#ffffff")
    legend(page, [name for name, _ in SHARES])
    assert set(read(page.raw())) == EXPECTED


def test_names_and_values_around_the_pie() -> None:
    page = WrittenPage()
    for middle, (name, share) in zip(draw_pie(page, [s for _, s in SHARES]), SHARES, strict=True):
        x, y = at(middle, 1.35 * RADIUS)
        page.text(name, x, y - 10, align="center", size=8)
        page.text(f"{share}%", x, y, align="center", size=8)
    assert set(read(page.raw())) == EXPECTED


def test_values_in_the_legend() -> None:
    page = WrittenPage()
    draw_pie(page, [s for _, s in SHARES])
    legend(page, [f"{name} ({share}%)" for name, share in SHARES])
    assert {(name, value) for name, _, value in read(page.raw())} == {(n, f"({s}%)") for n, s in SHARES}


def test_a_label_that_contradicts_its_slice_leaves_the_pie_unread() -> None:
    page = WrittenPage()
    labels = [46, 14, 31, 9]
    for middle, label in zip(draw_pie(page, [s for _, s in SHARES]), labels, strict=True):
        x, y = at(middle, 0.75 * RADIUS)
        page.text(f"{label}%", x, y - 5, align="center", color="#ffffff", size=16)
    legend(page, [name for name, _ in SHARES])
    assert read(page.raw()) == []


YEARS = ["2019/20", "2020/21", "2021/22", "2022/23", "2023/24"]
STARTED, ENDED = [182, 201, 195, 188, 210], [90, 84, 97, 120, 131]


def draw_line(page: WrittenPage, values: list[int], color: str, *, labels: list[int]) -> None:
    points = [(100.0 + 80 * k, 500.0 - v) for k, v in enumerate(values)]
    page.path(points)
    page.shapes[-1] = page.shapes[-1].__class__("curve", page.shapes[-1].box, None, color, 2.0, tuple(points))
    for (x, y), label in zip(points, labels, strict=True):
        page.text(str(label), x, y - 14, align="center", size=8)


def years(page: WrittenPage) -> None:
    for k, year in enumerate(YEARS):
        page.text(year, 100 + 80 * k, 505, align="center", size=8)


def test_two_lines_with_a_legend() -> None:
    page = WrittenPage()
    draw_line(page, STARTED, COLORS[0], labels=STARTED)
    draw_line(page, ENDED, COLORS[1], labels=ENDED)
    years(page)
    for k, name in enumerate(("Plans started", "Plans ended")):
        page.fill(120 + 120 * k, 530, 128 + 120 * k, 538, COLORS[k])
        page.text(name, 134 + 120 * k, 530, size=8)
    expected = [
        (year, name, str(v))
        for name, vs in (("Plans started", STARTED), ("Plans ended", ENDED))
        for year, v in zip(YEARS, vs, strict=True)
    ]
    assert read(page.raw()) == expected


def test_one_line_needs_no_legend_and_two_do() -> None:
    page = WrittenPage()
    draw_line(page, STARTED, COLORS[0], labels=STARTED)
    years(page)
    assert read(page.raw()) == [(year, None, str(v)) for year, v in zip(YEARS, STARTED, strict=True)]
    draw_line(page, ENDED, COLORS[1], labels=ENDED)
    assert read(page.raw()) == []


def test_numbers_off_the_scale_of_the_line_are_not_its_values() -> None:
    page = WrittenPage()
    draw_line(page, STARTED, COLORS[0], labels=[182, 201, 240, 188, 210])
    years(page)
    assert read(page.raw()) == []
