"""Libraries of C sources that stand beside the modules that call them.

They are compiled when the project is installed (`hatch_build.py`). While one is at work that knows nothing of Python,
other threads run.
"""

from __future__ import annotations

from ctypes import CDLL, PyDLL, py_object
from pathlib import Path
from types import SimpleNamespace

from cleaner.errors import NativeError


def load_library(module: str, name: str) -> CDLL:
    """The library of the source `name` beside a module, which gives its `__file__`.

    Raises:
        NativeError: it is not there, or not for this machine.
    """
    return _loaded(CDLL, module, name)


def load_functions(module: str, name: str) -> SimpleNamespace:
    """The functions of a library that takes and makes objects of Python's (`stable_abi.h`), by their names.

    Raises:
        NativeError: as above.
    """
    library = _loaded(PyDLL, module, name)
    library.functions.restype = py_object
    return SimpleNamespace(**{function.__name__: function for function in library.functions()})


def _loaded(kind: type[CDLL], module: str, name: str) -> CDLL:
    path = Path(module).with_name(f"lib{name}.so")
    try:
        return kind(str(path))
    except OSError as error:
        raise NativeError(f"{path.name} was not compiled; install outlet-cleaner anew: {error}") from error
