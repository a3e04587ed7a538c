"""The page itself: tables with their evidence, charts, priorities as a flow; a plain document without its script."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from markupsafe import Markup

from report_extract import __version__
from report_extract.model.comparison import Axis, Comparison
from report_extract.present import compare_words as words
from report_extract.present.compare_html.charts import charts_of
from report_extract.present.compare_html.cutouts import Cutouts
from report_extract.present.compare_html.flow import flow_of
from report_extract.present.compare_html.rows import Quoted, metric_groups, restated_rows
from report_extract.present.html.page import SHARED, asset, environment, policy
from report_extract.present.html.pictures import PictureStore

_TEMPLATES = Path(__file__).parent / "templates"


def render(comparison: Comparison, *, cutouts: Cutouts | None = None) -> str:
    """The whole HTML file. Without matplotlib (the extra `charts`) the tables stand alone, without `cutouts` the words.

    Text of documents is escaped, and nothing but the page's own style and script, known by their hashes, may run.
    """
    style = asset(SHARED / "style.css") + asset(_TEMPLATES / "compare.css")
    script = asset(_TEMPLATES / "compare.js")
    charts = charts_of(comparison)
    pictures = cutouts or {}
    return (
        environment(_TEMPLATES)
        .get_template("compare.html")
        .render(
            c=comparison,
            title=words.title(comparison),
            headline=words.headline(comparison),
            headings=words.headings(comparison),
            between_years=comparison.axis is Axis.year,
            groups=metric_groups(comparison, pictures),
            restated=restated_rows(comparison, pictures),
            flow=flow_of(comparison),
            charts=charts.charts,
            no_charts=charts.why_none,
            states=Counter(words.state_of(m) for m in comparison.metrics),
            label=lambda state: words.label_of(state, comparison.axis),
            amount=words.amount,
            theme=words.theme,
            quoted=Quoted(words.headings(comparison), pictures),
            pictures=PictureStore((c.picture, c.crop) for c in pictures.values()),
            style=Markup(style),
            script=Markup(script),
            policy=policy(style, script),
            version=__version__,
            file_name=lambda file: Path(file.replace("\\", "/")).name,
        )
    )
