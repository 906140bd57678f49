"""The compiled parts under sanitizers: no page, whole or broken, makes them read or write where they must not."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from charsets import CHARSETS, SENTENCES
from environments import ROOT, copy_project
from test_build import build  # noqa: F401

import cleaner

PIECES = (
    "< > \" ' & &#0; <div class= <p> </p> <table> <td> <pre> <li> <br> <!-- --> <script> <svg/> <x-y z> <math>"
    " --!> <!--> <!---> <SCRIPT> </Script > <style> <svg> </svg> <foreignObject> <![CDATA[ ]]> <textarea> </textarea>"
    " <p title=' title=\" = / <? ld+json \x01 <frameset> <template> <h1> date\u00a02019-05-07 \u2028 \u00e9 \u6e21"
    " \U0001f600 1. \u2022 ## ](x) \ud800 \0"
).split(" ")


def broken(page: bytes, chance: random.Random) -> bytes:
    """The page with pieces cut out, doubled and put in."""
    for _ in range(chance.randrange(1, 20)):
        at, to = sorted((chance.randrange(len(page) + 1), chance.randrange(len(page) + 1)))
        piece = chance.choice(PIECES).encode("utf-8", "surrogatepass")
        page = chance.choice((page[:at] + page[to:], page[:to] + page[at:], page[:at] + piece + page[at:]))[:100_000]
    return page


def pages() -> Iterator[bytes]:
    """Every fixture, and texts in many charsets, which nobody declares."""
    yield from (path.read_bytes() for path in sorted((ROOT / "fixtures").rglob("*.*")))
    for charset, languages in CHARSETS.items():
        for language in languages.split():
            yield "</p><p>".join(SENTENCES[language]).encode(charset, "ignore")


def clean_all() -> None:
    """All pages, and some broken forms of each, with every profile."""
    engine, chance = cleaner.Cleaner(), random.Random(7)
    for page in pages():
        for source in (page, *(broken(page, chance) for _ in range(3))):
            engine.clean(source)
            engine.clean(source, profile=chance.choice(engine.profiles).name)


@pytest.mark.slow
def test_no_page_makes_them_read_or_write_where_they_must_not(build, tmp_path):  # noqa: F811
    compiler = shutil.which("gcc")
    found = subprocess.run(["gcc", "-print-file-name=libasan.so"], capture_output=True, text=True) if compiler else None
    if found is None or not Path(found.stdout.strip()).is_absolute() or sys.platform != "linux":
        pytest.skip("needs GCC and its sanitizers, on Linux")
    root = copy_project(tmp_path / "project")
    for source in build.sources(root):
        build.compile_library(source, "-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-g")
    told = {
        "LD_PRELOAD": found.stdout.strip(),
        "ASAN_OPTIONS": "detect_leaks=0",  # the interpreter's own
        "PYTHONMALLOC": "malloc",  # so what Python hands over is watched too
        "PYTHONPATH": os.pathsep.join(map(str, (root, root / "plugins", root / "tests"))),
    }
    done = subprocess.run(
        [sys.executable, "-c", "import test_sanitized; test_sanitized.clean_all()"],
        env={**os.environ, **told}, cwd=tmp_path, capture_output=True, text=True, timeout=900,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
