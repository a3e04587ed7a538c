"""pdfium's functions without the cost of asking ctypes to check every argument: for those called thousands of times.

A bound function whose argument types are declared wraps each argument anew and gives up the interpreter's lock around
each call: 0.63 µs for a character's box. Without declared types a call hands a Python integer on as a C `int` and an
*argument* (what `ctypes.byref` makes) as it stands, so that arguments made once serve every call: 0.23 µs (measured on
74,000 characters). Nothing is checked here, so the signatures of `fpdf_text.h` and `fpdf_edit.h` are the caller's care.
"""

from __future__ import annotations

import ctypes
from typing import Any

_ADDRESS = ctypes.c_void_p

Argument = Any
"""A pointer ready to be passed: what `pointer` and `ctypes.byref` return."""


def direct(function: Any, result: Any = ctypes.c_int) -> Any:
    """`function` (of pypdfium2.raw) as one that takes C ints and arguments and returns `result`."""
    return ctypes.PYFUNCTYPE(result)(ctypes.cast(function, _ADDRESS).value or 0)


def handles(function: Any) -> Any:
    """As `direct`, for a function that returns a handle: its address, None where there is none."""
    return direct(function, _ADDRESS)


at_address = _ADDRESS.from_param
"""An address (what a function of `handles` returns; None for NULL) as an argument."""


def pointer(handle: Any) -> Argument:
    """A handle of pypdfium2.raw as an argument."""
    return at_address(ctypes.cast(handle, _ADDRESS).value)


class Places:
    """Room for what a function writes: `values` is a ctypes array, `arguments` point at its places, one by one.

    Not to be shared between threads.
    """

    __slots__ = ("arguments", "values")

    def __init__(self, kind: Any, count: int) -> None:
        self.values: Any = (kind * count)()
        size = ctypes.sizeof(kind)
        self.arguments: list[Argument] = [ctypes.byref(self.values, i * size) for i in range(count)]
