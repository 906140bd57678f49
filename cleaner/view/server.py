"""A server on the loopback address for one live report, and for nobody but this machine's browsers."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cleaner.view.live import Version

LOOPBACK = "127.0.0.1"
_POLL = 0.3
"""Seconds between two looks at the files."""
_BEAT = 15.0
"""Seconds until a browser that has gone is noticed."""


def serve(current: Callable[[], Version], port: int = 0) -> ThreadingHTTPServer:
    """A server that is bound and not yet running.

    Args:
        current: gives the report as it is now.
        port: 0 takes one that is free; `server_port` of the server tells which.

    Raises:
        OSError: the port is taken. OverflowError: it is no port.
    """
    return ThreadingHTTPServer((LOOPBACK, port), partial(_Handler, current))


class _Handler(BaseHTTPRequestHandler):
    """`/` is the report, `/events` a stream of the names of its versions."""

    server: ThreadingHTTPServer

    def __init__(self, current: Callable[[], Version], *connection: Any) -> None:
        self._current = current
        super().__init__(*connection)

    def do_GET(self) -> None:
        try:
            self._answer()
        except ConnectionError:  # the browser has gone
            self.close_connection = True

    def _answer(self) -> None:
        if not self._is_ours():
            self.send_error(HTTPStatus.FORBIDDEN, "Only for this machine")
        elif self.path == "/":
            self._report()
        elif self.path == "/events":
            self._events()
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _is_ours(self) -> bool:
        """Whether the browser was told to come here: a stranger's name may be made to lead to the loopback address."""
        port = self.server.server_port
        return self.headers.get_all("Host") in ([f"{LOOPBACK}:{port}"], [f"localhost:{port}"])

    def _report(self) -> None:
        report = self._current().report.encode()
        self._head("text/html; charset=utf-8", ("Content-Length", str(len(report))))
        self.wfile.write(report)

    def _events(self) -> None:
        self._head("text/event-stream")
        told, beat = "", time.monotonic()
        while True:
            name = self._current().name
            if name != told:
                told = name
                self._say(f"data: {name}\n\n")
            elif time.monotonic() - beat > _BEAT:
                beat = time.monotonic()
                self._say(": still here\n\n")
            time.sleep(_POLL)

    def _say(self, event: str) -> None:
        self.wfile.write(event.encode())

    def _head(self, kind: str, *more: tuple[str, str]) -> None:
        self.send_response(HTTPStatus.OK)
        for name, value in (("Content-Type", kind), *_HEADERS, *more):
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


_HEADERS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
