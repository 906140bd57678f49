"""Fresh environments with pip, as a newcomer or a plugin's author has them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
_MADE_HERE = shutil.ignore_patterns(
    ".git", ".venv", "venv", "out", "dist", "build", "__pycache__", "*.egg-info", "*.so", ".*_cache", ".hypothesis"
)


def copy_project(where: Path) -> Path:
    """The project without what work in it has left behind, as a fresh clone has it."""
    shutil.copytree(ROOT, where, ignore=_MADE_HERE, symlinks=True)
    return where


def run(*command: str | Path, cwd: Path, path: Path | None = None, code: int = 0) -> str:
    """Run a command, with `path` first on PATH; gives its output, and fails with it if it ends with another code."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment(path),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=900,
    )
    assert done.returncode == code, f"{' '.join(map(str, command))}: exit code {done.returncode}\n{done.stdout}"
    return done.stdout


def environment(path: Path | None = None) -> dict[str, str]:
    """Variables without those that let one environment, or this run of pytest, reach into another."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST", "VIRTUAL_"))}
    search = [str(path), *ours["PATH"].split(os.pathsep)] if path else ours["PATH"].split(os.pathsep)
    told = {"NO_COLOR": "1", "COLUMNS": "100", "PIP_QUIET": "1", "CI": "1"}  # CI: hypothesis draws the same each time
    return {**ours, "PATH": os.pathsep.join(search), **told}


class Environment:
    """A virtual environment of its own."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self._outside = folder.parent
        run(sys.executable, "-m", "venv", folder, cwd=self._outside)

    def install(self, *what: str | Path) -> None:
        """`pip install`."""
        self.run("pip", "install", *what)

    def run(self, program: str, *arguments: str | Path, cwd: Path | None = None) -> str:
        """Run a program of the environment, away from the repository, so that only what is installed is found."""
        return run(self.bin / program, *arguments, cwd=cwd or self._outside, path=self.bin)
