"""Without the extra `corpus` its tests are left out; one reading process is enough where none is said."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from report_extract.corpus import store

NEED_DUCKDB = ["test_store.py", "test_durability.py", "test_migration.py", "test_exporting.py", "test_coding_sheet.py"]
collect_ignore = [] if find_spec("duckdb") else NEED_DUCKDB


@pytest.fixture(autouse=True, scope="session")
def one_process() -> Iterator[None]:
    """Each reading process needs a second to begin, whatever it reads."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "default_jobs", lambda documents: 1)
        yield
