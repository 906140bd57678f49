"""The page on corpora does what it says, with archives and folders as its readers have them."""

import gzip
import sys
from pathlib import Path

import pytest
from environments import ROOT
from prose import blocks, perform

DUMP = """\
Skip to content
Menu
By Ada Holm
Share on Facebook
The ferry of {0} o'clock took nobody across the river this morning, since nobody had come.
"We wait for one passenger at least," said the pilot, who has crossed alone before.
Subscribe to our newsletter
"""
RECORD = """\
WARC/1.0\r
WARC-Type: conversion\r
WARC-Target-URI: https://harbour-post.example/ferry-{0}\r
WARC-Date: 2026-03-0{0}T06:00:00Z\r
WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{0}>\r
Content-Type: text/plain\r
Content-Length: {1}\r
\r
{2}\r
\r
"""
MARCH = """<html lang=en><head><title>Tide {0}</title><meta name=author content="A. Pilot"></head><body>
<div class="site-header">Harbour Post</div><h1>Tide {0}</h1>
<p>The tide came in at {0} and went out again before anybody had looked at the {0} boats in the harbour.</p></body>"""
APRIL = MARCH.replace("<meta name=author", "<meta name=x").replace("site-header", "x").replace("Post", "Post, daily")


@pytest.fixture
def folder(tmp_path) -> Path:
    """A small WET file, and twenty pages of each of two months."""
    dumps = ((number, DUMP.format(number)) for number in (1, 2, 3))
    records = [gzip.compress(RECORD.format(number, len(dump), dump).encode()) for number, dump in dumps]
    (tmp_path / "crawl.warc.wet.gz").write_bytes(b"".join(records))
    for month, page in (("march", MARCH), ("april", APRIL)):
        (tmp_path / month).mkdir()
        for number in range(20):
            (tmp_path / month / f"{number}.html").write_text(page.format(number))
    return tmp_path


def test_the_page_on_corpora(folder):
    pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    pytest.importorskip("fastwarc", reason="the extra warc is not installed")
    for block in blocks(ROOT / "docs/corpora.md"):
        perform(block, folder, Path(sys.executable).parent)
