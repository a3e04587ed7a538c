"""The palette reaches WCAG 2.2 level AA in light, in dark and in print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report_extract.present import html

STYLE = (Path(html.__file__).parent / "style.css").read_text(encoding="utf-8")
TEXT, OTHER = 4.5, 3.0  # contrast of text, and of what is no text but carries meaning (WCAG 1.4.3, 1.4.11)
PALETTES = [
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
]
TONES = ("good", "bad", "open", "plain")
ON_CARD = ("ink", "soft", "link")


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_computed_as_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark", "print"])
def test_every_text_can_be_read(palette: dict[str, str]) -> None:
    pairs = [(tone, f"{tone}-tint") for tone in TONES]
    pairs += [(ink, ground) for ink in ON_CARD for ground in ("card", "page")]
    pairs += [("marked-ink", "marked"), ("card", "ink"), ("ink", "plain-tint")]
    weak = [(a, b, round(contrast(palette[a], palette[b]), 2)) for a, b in pairs]
    assert not [found for found in weak if found[2] < TEXT]


@pytest.mark.parametrize("palette", PALETTES[:2], ids=["light", "dark"])
def test_edges_that_carry_meaning_can_be_seen(palette: dict[str, str]) -> None:
    pairs = [*((tone, "card") for tone in TONES), ("focus", "page"), ("focus", "card"), ("soft", "card")]
    assert not [(a, b) for a, b in pairs if contrast(palette[a], palette[b]) < OTHER]


def test_colours_are_named_once() -> None:
    """What is written elsewhere as a colour lies on pictures of pages, which are what they are."""
    rest = re.sub(r":root \{.*?\}", "", STYLE, flags=re.DOTALL)
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", rest)) == {"#fff", "#ffe680", "#8a6100"}
    assert contrast("#8a6100", "#ffe680") >= OTHER
