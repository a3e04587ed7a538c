"""Charts by matplotlib as inline SVG: the same bytes for the same numbers, colours and fonts of the page.

Importing this module raises ImportError where matplotlib is not installed.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import matplotlib
from matplotlib.figure import Figure

from report_extract.present.compare_html.svg import for_page

if TYPE_CHECKING:
    from report_extract.present.compare_html.charts import Line

# Colours that `svg.for_page` replaces by those of the page, so that dark mode and print work.
INK, SOFT, FAINT, CARD = "#010203", "#020304", "#030405", "#060708"
TONES = {"better": "#040506", "worse": "#050607"}
_SETTINGS: Any = {
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.size": 9.5,
    "text.color": INK,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "xtick.color": SOFT,
    "ytick.color": INK,
    "text.parse_math": False,
}
# Inches at 72 points. Narrow, with names above their rows, so that it can be read on a telephone.
_WIDTH, _ROW, _ABOVE, _BELOW = 5.2, 0.44, 0.4, 0.4
_LETTERS = 60  # of a name that fit into the width with what became of it


def dumbbell(
    lines: Sequence[Line], *, headings: Sequence[str], name: str, title: str, description: str, percent: bool = False
) -> str:
    """A row for each metric: a hollow dot for the first document, a full one for the last, and the way between."""
    with matplotlib.rc_context({**_SETTINGS, "svg.hashsalt": name}):
        height = _ROW * len(lines) + _ABOVE + _BELOW
        figure = Figure(figsize=(_WIDTH, height))
        axes = figure.add_axes((0.03, _BELOW / height, 0.94, 1 - (_ABOVE + _BELOW) / height))
        for row, line in enumerate(reversed(lines)):
            _row(axes, row, line)
            axes.annotate(_name(line), (0, row), (0, 9), textcoords="offset points", va="bottom")
        axes.set_yticks([])
        axes.set_ylim(-0.45, len(lines) - 0.2)
        _room(axes, lines)
        if percent:
            axes.xaxis.set_major_formatter("{x:g}%")
        _legend(figure, axes, headings)
        return for_page(_svg(figure), name=name, title=title, description=description)


def _name(line: Line) -> str:
    """With what became of it, which colour alone may not say."""
    name = textwrap.shorten(line.name, _LETTERS, placeholder=" …")
    return f"{name}: {line.state}" if line.state in TONES else name


def _row(axes: Any, row: int, line: Line) -> None:
    known = [(i, v) for i, v in enumerate(line.values) if v is not None]
    colour = TONES.get(line.state, INK)
    numbers = [v for _, v in known]
    axes.plot([min(numbers), max(numbers)], [row, row], color=colour, linewidth=2.4, solid_capstyle="butt", zorder=1)
    last = len(line.values) - 1
    for i, value in known:
        full = i == last
        axes.plot(
            [value], [row], "o", markersize=7.5 if full else 6.5, color=colour, zorder=2,
            markerfacecolor=colour if full else CARD, markeredgewidth=1.8,
        )  # fmt: skip


def _room(axes: Any, lines: Sequence[Line]) -> None:
    highest = max(v for line in lines for v in line.values if v is not None)
    axes.set_xlim(-0.03 * highest, highest * 1.05 or 1)
    axes.grid(axis="x", color=FAINT, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0)


def _legend(figure: Any, axes: Any, headings: Sequence[str]) -> None:
    marks = [
        axes.plot([], [], "o", markersize=6.5, color=INK, markerfacecolor=CARD, markeredgewidth=1.8, linestyle="")[0],
        axes.plot([], [], "o", markersize=7.5, color=INK, linestyle="")[0],
    ]
    names = (headings[0] if len(headings) == 2 else "earlier", headings[-1])
    figure.legend(
        marks, names, loc="upper right", ncols=2, frameon=False, bbox_to_anchor=(0.97, 1.0), handletextpad=0.2
    )


def trends(lines: Sequence[Line], *, headings: Sequence[str], name: str, title: str, description: str) -> str:
    """A small chart for each metric, each from zero, all with the same years."""
    across = 2
    down = -(-len(lines) // across)
    with matplotlib.rc_context({**_SETTINGS, "svg.hashsalt": name, "font.size": 8.5}):
        figure = Figure(figsize=(_WIDTH, 1.7 * down))
        grid = figure.subplots(down, across, squeeze=False)
        for place, axes in enumerate(grid.flat):
            axes.axis("on" if place < len(lines) else "off")
            if place < len(lines):
                _trend(axes, lines[place], headings)
        figure.tight_layout(h_pad=1.6)
        return for_page(_svg(figure), name=name, title=title, description=description)


def _trend(axes: Any, line: Line, headings: Sequence[str]) -> None:
    places = [i for i, v in enumerate(line.values) if v is not None]
    values = [v for v in line.values if v is not None]
    colour = TONES.get(line.state, INK)
    axes.plot(places, values, "-o", color=colour, linewidth=2, markersize=5)
    for i in (0, -1):
        axes.annotate(line.shown[places[i]], (places[i], values[i]), (0, 6), textcoords="offset points", ha="center")
    axes.set_title(textwrap.fill(_name(line), 26), fontsize=8.5, loc="left", color=INK)
    axes.set_ylim(0, max(values) * 1.3 or 1)
    axes.set_xlim(-0.35, len(headings) - 0.65)
    axes.set_xticks(range(len(headings)), headings, fontsize=8.5)
    axes.set_yticks([])
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0)


def _svg(figure: Any) -> str:
    stream = io.StringIO()
    figure.savefig(stream, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return stream.getvalue()
