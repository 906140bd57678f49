"""A whole HTML document with our style and scripts in it, which loads nothing and runs nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files

from cleaner.view.markup import Markup, element, joined

NO_ICON = "data:,"
"""An empty icon, or the browser would ask the server for one."""


def document(title: str, *body: str, scripts: Sequence[str] = (), version: str = "") -> str:
    """The document.

    Args:
        title: of the window.
        body: what `<body>` holds; what is not markup is escaped.
        scripts: files of this package. Nothing else runs: the document's policy names them by their hashes.
        version: what the script `live.js` compares with what the server has.
    """
    style, codes = _file("report.css"), [_file(script) for script in scripts]
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(style, codes, bool(version))),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", title),
        element("link", rel="icon", href=NO_ICON),
        element("style", style),
    )
    whole = joined([*body, *(element("script", code) for code in codes)])
    return (
        f"<!DOCTYPE html>\n{element('html', head, element('body', whole), lang='en', data_version=version or False)}\n"
    )


def _file(name: str) -> Markup:
    return Markup(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _policy(style: str, scripts: Sequence[str], live: bool) -> str:
    """A report may load nothing, not even from where it lies; a live one may ask its server for news."""
    allowed = {
        "default-src": "'none'",
        "img-src": "data:",
        "style-src": _hash(style),
        "script-src": " ".join(map(_hash, scripts)) or "'none'",
        "connect-src": "'self'" if live else "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in allowed.items())


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
