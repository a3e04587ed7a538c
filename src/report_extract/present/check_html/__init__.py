"""The check as one self-contained HTML file that an officer can mail: `render`; pictures of it: `wanted_shots`."""

from __future__ import annotations

from report_extract.present.check_html.page import render
from report_extract.present.check_html.shots import Shot, wanted_shots
from report_extract.present.html.pictures import Picture

__all__ = ["Picture", "Shot", "render", "wanted_shots"]
