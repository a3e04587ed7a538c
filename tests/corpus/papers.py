"""Small papers of invented places, written by the tests; each is read in a fraction of a second."""

from __future__ import annotations

from pathlib import Path

PLACES = ("Saltmarsh", "Northmere", "Ashcombe", "Thornleigh", "Kestrel Vale", "Marlhaven")


def cover(number: int) -> str:
    """A cover whose facts differ from those of any other number."""
    place = PLACES[number % len(PLACES)]
    return f"""\
# {place} Council: Children's Board

Report of: Director of {place} Services

Classification: Public

## Summary

The {place} Safeguarding Children Partnership has published its annual report 2024/25.
There were {100 + number} contacts to the Designated Officer in 2024/25.

## Recommendations

1. The Board is asked to note paper {number}.
"""


def write_covers(folder: Path, count: int) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"cover-{number:02d}.md" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(cover(number), encoding="utf-8")
    return paths
