"""What several tests share since it takes seconds: environments, made once a session, and runs without workers."""

import signal
import sys
from pathlib import Path

import pytest
from environments import Environment, copy_project, run

from cleaner.batch import Pool, clean_here
from cleaner.batch.worker import Setup, build


def pytest_configure():
    """Jobs in the background of a shell ignore Ctrl-C, and so would all that they start; some tests press it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> dict[str, Path]:
    """The sdist, and the wheel that is built from it, by suffix: `.gz`, `.whl`."""
    place = tmp_path_factory.mktemp("built")
    project = copy_project(place / "project")
    run(sys.executable, "-m", "build", "--outdir", place / "dist", project, cwd=place)
    return {path.suffix: path for path in (place / "dist").iterdir()}


@pytest.fixture(scope="session")
def wheel_venv(built, tmp_path_factory) -> Environment:
    """An environment with our wheel and what plugin authors test with, and nothing else of ours."""
    venv = Environment(tmp_path_factory.mktemp("wheel") / "venv")
    venv.install(f"outlet-cleaner[testing] @ {built['.whl'].as_uri()}")
    return venv


class Here:
    """In the place of a `Pool`: cleans the pages in this process."""

    def __init__(self, setup: Setup, jobs: int) -> None:
        self._setup = setup

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def start(self):
        """The versions of what will clean the pages."""
        return build(self._setup).versions

    def clean(self, found):
        """As a pool's."""
        return clean_here(found, self._setup)


@pytest.fixture
def without_workers(monkeypatch):
    """`cleaner run` in this process, for what it reads and writes: a worker takes a second, and others test them."""
    monkeypatch.setattr("cleaner.cli.run.Pool", Here)


@pytest.fixture
def with_workers(without_workers, monkeypatch):
    """For the one test of a module that needs them all the same."""
    monkeypatch.setattr("cleaner.cli.run.Pool", Pool)
