"""Libraries of C sources that stand beside the modules that call them.

They are compiled when the project is installed (`hatch_build.py`). While one is at work, other threads run; unless it
is a `PyDLL`, which makes objects of Python's (`stable_abi.h`).
"""

from __future__ import annotations

from ctypes import CDLL
from pathlib import Path

from cleaner.errors import NativeError


def load_library(module: str, name: str, kind: type[CDLL] = CDLL) -> CDLL:
    """The library of the source `name` beside a module, which gives its `__file__`.

    Raises:
        NativeError: it is not there, or not for this machine.
    """
    path = Path(module).with_name(f"lib{name}.so")
    try:
        return kind(str(path))
    except OSError as error:
        raise NativeError(f"{path.name} was not compiled; install outlet-cleaner anew: {error}") from error
