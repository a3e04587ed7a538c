"""matplotlib's SVG made fit for the page: no style of its own (the page forbids it), the page's colours, a text."""

from __future__ import annotations

import re
from html import escape

# The placeholder colours of `draw` → colours of the page.
_COLOURS = {
    "#010203": "currentColor",
    "#020304": "var(--soft)",
    "#030405": "var(--line)",
    "#040506": "var(--good)",
    "#050607": "var(--bad)",
    "#060708": "var(--card)",
}
_HEAD = re.compile(r"\A.*?(?=<svg )", re.DOTALL)
_OWN_STYLE = re.compile(r"<defs>\s*<style[^>]*>.*?</style>\s*</defs>\s*|<metadata>.*?</metadata>\s*", re.DOTALL)
_STYLE = re.compile(r'\sstyle="([^"]*)"')
_FONT = re.compile(r"(?P<size>[\d.]+)px\s+.*")
_IDS = re.compile(r'(\bid="|href="#|url\(#)([\w-]+)')
_COLOUR = re.compile("|".join(_COLOURS))


def for_page(svg: str, *, name: str, title: str, description: str) -> str:
    """The drawing as an element: ids begin with `name`, title and description stand for those who do not see it."""
    svg = _OWN_STYLE.sub("", _HEAD.sub("", svg))
    svg = _STYLE.sub(lambda m: "".join(_attributes(m[1])), svg)
    svg = _COLOUR.sub(lambda m: _COLOURS[m[0]], svg)
    svg = _IDS.sub(lambda m: f"{m[1]}{name}-{m[2]}", svg)
    start = svg.index(">")
    opening = re.sub(r'\s(?:width|height)="[^"]*"', "", svg[: start + 1])
    opening = opening.replace("<svg ", f'<svg class="chart" role="img" aria-labelledby="{name}-title {name}-text" ', 1)
    texts = f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-text">{escape(description)}</desc>'
    return f"{opening}{texts}{svg[start + 1 :]}"


def _attributes(style: str) -> list[str]:
    """ "fill: #fff; font: 10px sans-serif" → attributes of the same meaning, which need no permission."""
    out = []
    for declaration in style.split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name == "font":
            size = _FONT.search(value)
            out.append(f' font-size="{size["size"]}"' if size else "")
        elif name and name != "font-family":
            out.append(f' {name}="{value}"')
    return out
