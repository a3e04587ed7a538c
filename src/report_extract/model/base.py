"""What every type of the model shares: frozen, strict about unknown fields, boxes in points from the top left."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Annotated, Any, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, PlainSerializer, WithJsonSchema


class Frozen(BaseModel):
    """A value: immutable, and an unknown field is an error rather than silently lost."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    @classmethod
    def of_all(cls, **fields: Any) -> Self:
        """A value from every one of its fields, right already: unchecked, and at a fifth of `model_construct`'s cost
        (tens of thousands of lines stand in a long document)."""
        value = cls.__new__(cls)
        object.__setattr__(value, "__dict__", fields)
        object.__setattr__(value, "__pydantic_fields_set__", _names(cls))
        object.__setattr__(value, "__pydantic_extra__", None)
        object.__setattr__(value, "__pydantic_private__", None)
        return value

    def changed(self, **fields: Any) -> Self:
        """A copy with other values of some fields, unchecked, and without what was worked out from the old ones:
        `model_copy` takes cached properties along."""
        return self.of_all(**{name: getattr(self, name) for name in _names(type(self))} | fields)


@cache
def _names(of: type[Frozen]) -> set[str]:
    """The names of all its fields: one set for all values, since a frozen value never adds to it."""
    return set(of.model_fields)


def _as_printed(value: float | None) -> int | float | None:
    return int(value) if value is not None and value.is_integer() else value


# A stated number; JSON shows a whole one without ".0", as papers print it.
Number = Annotated[
    float,
    PlainSerializer(_as_printed, return_type=int | float | None, when_used="json"),
    WithJsonSchema({"type": "number"}),
]


class Box(NamedTuple):
    """A rectangle in points (1/72 inch); origin top left of the page as displayed, y grows downwards."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def center(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def overlap_x(self, other: Box) -> float:
        """Length of the shared horizontal extent in points; 0 where there is none."""
        return max(0.0, min(self.x1, other.x1) - max(self.x0, other.x0))

    def overlap_y(self, other: Box) -> float:
        """Length of the shared vertical extent in points; 0 where there is none."""
        return max(0.0, min(self.bottom, other.bottom) - max(self.top, other.top))

    def contains(self, other: Box, *, tolerance: float = 0.0) -> bool:
        return (
            other.x0 >= self.x0 - tolerance
            and other.x1 <= self.x1 + tolerance
            and other.top >= self.top - tolerance
            and other.bottom <= self.bottom + tolerance
        )

    def contains_point(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def rounded(self) -> Box:
        """Two decimals (a 7,000th of an inch): what JSON shows."""
        return Box(*(round(v, 2) for v in self))


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all; raises ValueError for none."""
    boxes = list(boxes)
    if not boxes:
        raise ValueError("union of no boxes")
    if len(boxes) == 1:
        return boxes[0]
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return Box(min(x0), min(top), max(x1), max(bottom))
