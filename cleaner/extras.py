"""Libraries that come with an extra and are used in more than one place."""

from __future__ import annotations

from types import ModuleType
from typing import cast

from cleaner.errors import MissingExtraError


def zstd() -> ModuleType:
    """The standard library's `compression.zstd`, or what brings it to older Pythons.

    It notices a file that is cut off; `zstandard` takes the cut for the end.

    Raises:
        MissingExtraError: the extra `zstd` is not installed.
    """
    try:
        from compression import zstd  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        try:
            from backports import zstd
        except ImportError as error:
            raise MissingExtraError(".zst needs a library: pip install 'outlet-cleaner[zstd]'") from error
    return cast("ModuleType", zstd)
