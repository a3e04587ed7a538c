"""Many documents: found, named apart, read in parallel and in isolation, and kept as tables that can be queried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from report_extract.corpus.store import Store

__all__ = ["Store"]


def __getattr__(name: str) -> Any:
    """Imports the store when it is first asked for: commands that read one document do without it."""
    if name == "Store":
        from report_extract.corpus.store import Store

        return Store
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
