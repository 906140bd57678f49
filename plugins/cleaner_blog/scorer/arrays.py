"""Names for the arrays that pass through the scorer."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Bools = NDArray[np.bool_]
Array = NDArray[Any]


def sums(values: Floats) -> Floats:
    """Running sums down the lines, with a row of zeros first: the sum of rows a to b is `s[b] - s[a]`."""
    out = np.empty((len(values) + 1, *values.shape[1:]))
    out[0] = 0
    values.cumsum(axis=0, out=out[1:])
    return out
