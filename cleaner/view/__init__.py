"""Reports to read in a browser: HTML that needs nothing but itself, and a server for it on the loopback address."""

from cleaner.view.folder import INDEX, targets, write_folder, write_report
from cleaner.view.live import Live
from cleaner.view.page import page_report
from cleaner.view.server import LOOPBACK, serve

__all__ = ["INDEX", "LOOPBACK", "Live", "page_report", "serve", "targets", "write_folder", "write_report"]
