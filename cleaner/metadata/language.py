"""The language of a text, told offline by py3langid, which comes with an extra."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from cleaner.errors import MissingExtraError

_LEAST = 60
"""Letters; what is shorter may be in any language."""
_READ = 2000
_CERTAIN = 0.9


def language_detector() -> Callable[[str], str | None]:
    """A function that gives the language of a text (`de`), or None where it is not certain.

    Raises:
        MissingExtraError: the extra `language` is not installed.
    """
    try:
        module: Any = import_module("py3langid.langid")
    except ImportError as error:
        message = "telling languages needs py3langid: pip install 'outlet-cleaner[language]'"
        raise MissingExtraError(message) from error
    identifier = module.LanguageIdentifier.from_model_file(module.MODEL_FILE, norm_probs=True)

    def detect(text: str) -> str | None:
        head = text[:_READ]
        if sum(map(str.isalpha, head)) < _LEAST:
            return None
        language, certainty = identifier.classify(head)
        return str(language) if certainty >= _CERTAIN else None

    return detect
