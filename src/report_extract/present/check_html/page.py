"""The page itself: templates, style and script put into one file that asks nobody for anything."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from markupsafe import Markup

from report_extract import __version__
from report_extract.model.checks import CheckReport
from report_extract.model.document import Document
from report_extract.present.check_html.items import Items, items_of
from report_extract.present.check_html.shots import Shot
from report_extract.present.check_labels import FILTERS, LABELS, PAPERS, WHY_UNJUDGED, headline
from report_extract.present.html.page import SHARED, asset, environment, policy
from report_extract.present.html.pictures import Picture, PictureStore

_TEMPLATES = Path(__file__).parent / "templates"


def render(
    report: CheckReport,
    *,
    cover: Document | None = None,
    source: Document | None = None,
    pictures: Mapping[Shot, Picture] | None = None,
) -> str:
    """The whole HTML file.

    The documents give the surroundings of quotes and the places of pictures; `pictures` are those that were drawn of
    `wanted_shots` (a place without one is shown as text only). Text of documents is escaped, and nothing but the
    page's own style and script, known by their hashes, may run (Content-Security-Policy).
    """
    style, script = asset(SHARED / "style.css"), asset(_TEMPLATES / "script.js")
    drawn = pictures or {}
    items = items_of(report, cover=cover, source=source)
    return (
        environment(_TEMPLATES)
        .get_template("page.html")
        .render(
            report=report,
            items=items,
            counts=_counts(items),
            headline=headline(report),
            drawn=drawn,
            pictures=PictureStore((picture, shot.crop) for shot, picture in drawn.items()),
            labels=LABELS,
            papers=PAPERS,
            filters=FILTERS,
            why_unjudged=WHY_UNJUDGED,
            style=Markup(style),
            script=Markup(script),
            policy=policy(style, script),
            version=__version__,
            file_name=lambda file: Path(file.replace("\\", "/")).name,
        )
    )


def _counts(items: Items) -> dict[str, dict[str, int]]:
    """For each section how many items have each state, and how many concern each paper."""
    counts: dict[str, dict[str, int]] = {}
    for section, listed in vars(items).items():
        here = counts.setdefault(section, {})
        for item in listed:
            for value in (item.state, item.paper):
                if value is not None:
                    here[value] = here.get(value, 0) + 1
    return counts
