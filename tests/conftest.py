"""Environments that several tests share: each is made once a session, since that takes the network and seconds."""

import signal
import sys
from pathlib import Path

import pytest
from environments import Environment, copy_project, run


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
