"""report-extract: reads cover reports and annual reports, and says where every value stands.

The same four verbs as on the command line:

    from report_extract import read, extract, check, compare
    document = read("report.pdf")
    facts = extract(document)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["__version__", "check", "compare", "extract", "read"]

if TYPE_CHECKING:
    from report_extract.check import check
    from report_extract.compare import compare
    from report_extract.extract import extract
    from report_extract.read import read


def __getattr__(name: str) -> Any:
    """Imports a verb's package when it is first asked for, so that light commands stay light."""
    if name in __all__:
        return import_module(f"report_extract.{name}")
    raise AttributeError(f"module 'report_extract' has no attribute {name!r}")
