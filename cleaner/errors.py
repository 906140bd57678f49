"""What goes wrong by somebody's mistake. A page never raises; a mistake always does, and names its place."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The question after the known name that is nearest; "" if none is near."""
    from difflib import get_close_matches  # only for those who err

    near = get_close_matches(name, list(known), 1)
    return f"did you mean {near[0]!r}?" if near else ""


class CleanerError(Exception):
    """Base of every error this library raises on purpose."""


class RuleError(CleanerError):
    """A rule that cannot work; raised on the line where it is written."""


class ProfileError(CleanerError):
    """A profile that is unknown, incomplete or asks for what is not there."""


class OutletError(CleanerError):
    """A TOML file that is no outlet. What is wrong in a rule or profile of one is a `RuleError` or `ProfileError`."""


class MissingExtraError(CleanerError):
    """Something was asked for that needs an extra of the distribution; the message says which."""


class NativeError(CleanerError):
    """A compiled part is missing, or the parser whose tree it reads is not one that it knows."""


class PluginError(CleanerError):
    """A plugin that cannot be loaded, or whose hook failed on a page.

    At run `plugin`, `stage` and `page` say where, and `__cause__` is the hook's own exception.
    """

    def __init__(self, message: str, *, plugin: str, stage: str = "", page: str = "") -> None:
        super().__init__(message)
        self.plugin = plugin
        self.stage = stage
        self.page = page

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with the keyword arguments, so that a worker can report it."""
        return _rebuild, (str(self), self.plugin, self.stage, self.page)


def _rebuild(message: str, plugin: str, stage: str, page: str) -> PluginError:
    return PluginError(message, plugin=plugin, stage=stage, page=page)
