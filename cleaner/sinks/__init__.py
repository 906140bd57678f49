"""What goes out: a folder of text and JSON, one file of all pages, or plain text on a stream."""

from cleaner.sinks.encode import Encoded, as_files, as_line, to_json
from cleaner.sinks.folder import Folder
from cleaner.sinks.lines import JsonLines, PlainText
from cleaner.sinks.publish import Publisher, publisher
from cleaner.sinks.sink import OutputError, Sink, Store, hopeless
from cleaner.sinks.spool import Spool
from cleaner.sinks.whole import whole_file

__all__ = [
    "Encoded",
    "Folder",
    "JsonLines",
    "OutputError",
    "PlainText",
    "Publisher",
    "Sink",
    "Spool",
    "Store",
    "as_files",
    "as_line",
    "hopeless",
    "publisher",
    "to_json",
    "whole_file",
]
