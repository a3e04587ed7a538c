"""Rooms that are verbs: `from report_extract import read; read("report.pdf")`.

The public verbs share their names with the packages that hold them, and Python binds a package's name on its parent as
soon as any of its modules is imported. So each of these packages can itself be called (its module class gets a
`__call__`, which Python allows for just such ends): whichever of the two a name is bound to, it is the verb.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


class Verb(ModuleType):
    """A package whose call is the function of the same name inside it."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return getattr(self, self.__name__.rpartition(".")[2])(*args, **kwargs)


def make_verb(package: str) -> None:
    """Makes a package callable; called at the end of its `__init__` with `__name__`."""
    sys.modules[package].__class__ = Verb
