"""The recognition engine: rapidocr with the models that its wheel carries, never one from the network."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

INSTALL = 'pip install "report-extract[ocr]"'
LEAST_SCORE = 0.5  # rapidocr's own threshold for a line to count as text
# Longest side in pixels that the engine works on; its default of 2000 shrinks an A4 page of 200 dpi.
LONGEST_SIDE = 2600


class OcrWord(NamedTuple):
    """A word and its extent in pixels."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class OcrLine(NamedTuple):
    """A recognised line: its words from left to right, its box in pixels, and how sure the engine is (0 to 1)."""

    words: tuple[OcrWord, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    score: float


def is_installed() -> bool:
    """Whether the extra is there, with its models."""
    if importlib.util.find_spec("rapidocr") is None or importlib.util.find_spec("onnxruntime") is None:
        return False
    return set(_models()) == {"Det", "Rec", "Cls"}


@cache
def _models() -> dict[str, str]:
    """The model files in the installed package by task."""
    found = importlib.util.find_spec("rapidocr")
    folder = Path(found.origin).parent / "models" if found is not None and found.origin else Path()
    files = sorted(folder.glob("*.onnx"))
    named = {task: [f for f in files if f"_{task.lower()}_" in f.name or (task == "Cls" and "cls" in f.name)]
             for task in ("Det", "Rec", "Cls")}  # fmt: skip
    return {task: str(candidates[-1]) for task, candidates in named.items() if candidates}


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    parameters: dict[str, Any] = {
        "Global.log_level": "critical",
        "Global.max_side_len": LONGEST_SIDE,
        "Global.use_cls": False,  # pages are turned as a whole, see `recognise`
        "Global.text_score": LEAST_SCORE,
    }
    # A path that is given is never replaced by a download.
    parameters.update({f"{task}.model_path": path for task, path in _models().items()})
    return RapidOCR(params=parameters)


def lines_in(image: Any) -> list[OcrLine]:
    """The lines of text in a picture (height × width × 3, BGR, uint8)."""
    result = _engine()(image, return_word_box=True)
    boxes = getattr(result, "boxes", None)
    if boxes is None or getattr(result, "txts", None) is None:
        return []
    word_results = result.word_results if all(result.word_results or ()) else [()] * len(boxes)
    return [
        _line(text, float(score), box, words)
        for text, score, box, words in zip(result.txts, result.scores, boxes, word_results, strict=True)
    ]


def _line(text: str, score: float, polygon: Any, results: Any) -> OcrLine:
    x0, top, x1, bottom = _extent(polygon)
    words = tuple(OcrWord(w[0], *_extent(w[2])) for w in results or () if w[0].strip())
    if "".join(w.text for w in words) != "".join(text.split()):
        words = _in_proportion(text, x0, top, x1, bottom)
    return OcrLine(words, x0, top, x1, bottom, score)


def _extent(polygon: Any) -> tuple[float, float, float, float]:
    xs, ys = [float(p[0]) for p in polygon], [float(p[1]) for p in polygon]
    return min(xs), min(ys), max(xs), max(ys)


def _in_proportion(text: str, x0: float, top: float, x1: float, bottom: float) -> tuple[OcrWord, ...]:
    """Words placed by their share of the line's characters."""
    unit = (x1 - x0) / max(1, len(text))
    words: list[OcrWord] = []
    at = 0
    for word in text.split():
        at = text.index(word, at)
        words.append(OcrWord(word, x0 + at * unit, top, x0 + (at + len(word)) * unit, bottom))
        at += len(word)
    return tuple(words)
