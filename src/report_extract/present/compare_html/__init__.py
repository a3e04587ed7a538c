"""The comparison as one self-contained HTML file: `render`; pictures of the pages behind it: `draw_cutouts`."""

from report_extract.present.compare_html.cutouts import draw_cutouts
from report_extract.present.compare_html.page import render

__all__ = ["draw_cutouts", "render"]
