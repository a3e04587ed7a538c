"""The comparison as one self-contained HTML file."""

from report_extract.present.compare_html.page import render

__all__ = ["render"]
