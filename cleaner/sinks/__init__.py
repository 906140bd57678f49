"""What goes out: a folder of text and JSON, one file of all pages, or plain text on a stream."""

from cleaner.sinks.encode import to_json
from cleaner.sinks.folder import Folder
from cleaner.sinks.lines import JsonLines, PlainText
from cleaner.sinks.publish import Publisher, publisher
from cleaner.sinks.sink import OutputError, Sink, Store, hopeless
from cleaner.sinks.spool import Spool
from cleaner.sinks.whole import whole_file

__all__ = [
    "Folder",
    "JsonLines",
    "OutputError",
    "PlainText",
    "Publisher",
    "Sink",
    "Spool",
    "Store",
    "hopeless",
    "publisher",
    "to_json",
    "whole_file",
]
