"""How many reading processes this machine carries."""

from __future__ import annotations

import os

import psutil

# What one process takes for a report of 160 pages, in MiB, with room to spare (measured: 330; text recognition more).
PROCESS_MIB = 500


def default_jobs(documents: int) -> int:
    """One process for each processor that we may use, as far as the free memory and the work go; at least one."""
    room = psutil.virtual_memory().available // (PROCESS_MIB * 2**20)
    return max(1, min(_processors(), int(room), documents))


def _processors() -> int:
    """Those that this process may run on, which in a container or under a batch system are fewer than there are."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1
