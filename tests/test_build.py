"""The compiled parts: how they are made, and what happens where they cannot be."""

import importlib.util
import subprocess
from ctypes import CDLL
from pathlib import Path

import pytest
from environments import ROOT

from cleaner.compiled import load_library
from cleaner.errors import NativeError


@pytest.fixture(scope="module")
def build():
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def machine_with(monkeypatch, folder: Path, compiler: str | None) -> None:
    """A machine with nothing on its path but, perhaps, a `cc` that is this shell script."""
    monkeypatch.delenv("CC", raising=False)
    monkeypatch.setenv("PATH", str(folder))
    if compiler is not None:
        (folder / "cc").write_text(f"#!/bin/sh\n{compiler}\n")
        (folder / "cc").chmod(0o755)


def test_a_compiler_that_works_is_all_that_the_build_needs(build, monkeypatch, tmp_path):
    machine_with(monkeypatch, tmp_path, "exit 0")
    assert build.requirements() == []


@pytest.mark.parametrize("compiler", [None, "echo 'no developer tools were found' >&2; exit 1"])
def test_without_one_it_comes_from_the_package_index(build, monkeypatch, tmp_path, compiler):
    machine_with(monkeypatch, tmp_path, compiler)
    assert build.requirements() == ["ziglang>=0.13"]


def test_every_source_has_its_library_beside_it(build):
    sources = build.sources(ROOT)
    assert ROOT / "cleaner/segment/walk.c" in sources
    assert [source for source in sources if not build.library_of(source).is_file()] == []


def test_a_library_is_made_beside_its_source(build, tmp_path):
    source = tmp_path / "twice.c"
    source.write_text('__attribute__((visibility("default"))) int twice(int n) { return 2 * n; }\n')
    build.compile_library(source)
    assert CDLL(str(tmp_path / "libtwice.so")).twice(21) == 42
    assert sorted(path.name for path in tmp_path.iterdir()) == ["libtwice.so", "twice.c"]


def test_what_does_not_compile_leaves_nothing_behind(build, tmp_path):
    source = tmp_path / "broken.c"
    source.write_text("int broken(\n")
    with pytest.raises(subprocess.CalledProcessError):
        build.compile_library(source)
    assert list(tmp_path.iterdir()) == [source]


def test_a_missing_library_says_how_to_mend_it():
    with pytest.raises(NativeError, match=r"libnowhere\.so was not compiled; install outlet-cleaner anew"):
        load_library(__file__, "nowhere")
