"""Pictures inside a page: each content once, however often it is shown."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from typing import Any, NamedTuple

from report_extract.model.base import Box


class Picture(NamedTuple):
    """An encoded picture; `media_type` is what a data URI says."""

    media_type: str
    content: bytes


class PictureStore:
    """The pictures of a page, given with the piece of page (points) that each shows."""

    def __init__(self, drawn: Iterable[tuple[Picture, Box]] = ()) -> None:
        self._sizes = dict(drawn)
        self._ids = {picture: f"picture{number}" for number, picture in enumerate(self._sizes, start=1)}

    def id_of(self, picture: Picture | None) -> str | None:
        """What a template refers to; None for no picture."""
        return self._ids.get(picture) if picture else None

    @property
    def all(self) -> list[dict[str, Any]]:
        """Each picture once: id, size in points, data URI."""
        return [
            {"id": name, "width": self._sizes[p].width, "height": self._sizes[p].height, "uri": _data_uri(p)}
            for p, name in self._ids.items()
        ]


def _data_uri(picture: Picture) -> str:
    return f"data:{picture.media_type};base64,{base64.b64encode(picture.content).decode('ascii')}"
