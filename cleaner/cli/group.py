"""How every command begins and ends: output in UTF-8, mistakes as one line, pipes and Ctrl-C without a traceback."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import Any

import click

from cleaner.errors import CleanerError
from cleaner.report import printable

FAILED, MISUSED, INTERRUPTED, PIPE_CLOSED = 1, 2, 130, 141
_NOT_WRITTEN = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))
"""What a system says of output for which there is no room, or no device any more."""


class Mistake(click.ClickException):
    """Wrong use, or a broken plugin: a message and no traceback."""

    exit_code = MISUSED

    def __init__(self, message: str) -> None:
        super().__init__(printable(message, keep="\n"))


class Failure(Mistake):
    """A page that could not be cleaned, or output that could not be written."""

    exit_code = FAILED


class Commands(click.Group):
    """The group of all commands."""

    def main(self, *args: Any, **options: Any) -> Any:
        """Run; what the locale says about standard output does not matter."""
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        return super().main(*args, **options)

    def invoke(self, ctx: click.Context) -> Any:
        """Run one command, and end as the shell expects."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except CleanerError as error:
            raise Mistake(str(error)) from error
        except BrokenPipeError:
            _abandon_output()
            ctx.exit(PIPE_CLOSED)
        except OSError as error:
            if error.errno not in _NOT_WRITTEN or error.filename is not None:
                raise
            _abandon_output()
            raise Failure(f"cannot write the output: {error.strerror or error}") from error
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            ctx.exit(INTERRUPTED)


def _abandon_output() -> None:
    """Let what is still buffered go nowhere, or Python complains about it on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
