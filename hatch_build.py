"""Compiles the C sources of the hot path, each to a library beside it, when the project is installed or packaged.

Any C compiler will do, and no headers of Python are needed: the libraries are called by ctypes, and those that make
objects of Python's (`stable_abi.h`) use functions which the interpreter that loads them brings along.
Where a machine has no compiler, one comes from the package index (`ziglang`) for the time of the build.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FLAGS = "-std=c11 -O3 -fPIC -shared -ffp-contract=off -fno-trapping-math -fvisibility=hidden -Wall -Wextra".split()
"""Without fused operations: a score is the same on every processor. Without traps, which nobody
asks for, more loops are vectors.
"""
if sys.platform == "darwin":  # elsewhere a library may leave open what the interpreter brings along
    FLAGS += ["-undefined", "dynamic_lookup"]
_FROM_THE_INDEX = [sys.executable, "-m", "ziglang", "cc", "-mcpu=baseline"]


class NativeBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """One library for each C source of the packages."""

    def dependencies(self) -> list[str]:
        """What is asked for before the build."""
        return requirements()

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; the wheel is then for this platform, and for any Python."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        for source in sources(root):
            compile_library(source)
            build_data["artifacts"].append(library_of(source).relative_to(root).as_posix())
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{sysconfig.get_platform().replace('-', '_').replace('.', '_')}"


def sources(root: Path) -> list[Path]:
    """The C sources of the packages."""
    return sorted([*root.glob("cleaner/**/*.c"), *root.glob("plugins/**/*.c")])


def library_of(source: Path) -> Path:
    """Where the library stands: beside its source, and under a name that no module has."""
    return source.with_name(f"lib{source.stem}.so")


def compile_library(source: Path, *flags: str) -> None:
    """Compile one source; put in place only when whole."""
    target = library_of(source)
    part = target.with_suffix(f".{os.getpid()}.part")
    try:
        subprocess.run(
            [*(_installed() or _FROM_THE_INDEX), *FLAGS, *flags, str(source), "-o", str(part), "-lm"], check=True
        )
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def requirements() -> list[str]:
    """What the build needs beside the build system."""
    return [] if _installed() else ["ziglang>=0.13"]


def _installed() -> list[str]:
    """The machine's own compiler, if it has one that works: macOS has one that only asks to be installed."""
    named = os.environ.get("CC", "").split()
    found = [[path] for name in ("cc", "gcc", "clang") if (path := shutil.which(name))]
    return next((command for command in ([named] if named else found) if _works(command)), [])


def _works(command: list[str]) -> bool:
    try:
        return subprocess.run([*command, "--version"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False
