"""The command line: it reads options and shows results; the work is done below it."""

from cleaner.cli.commands import main

__all__ = ["main"]
