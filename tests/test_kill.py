"""Runs that are killed at random moments and resumed come to the same bytes as one that nobody disturbed."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import killers
import pytest

PAGES = 2000
DEADLY = {400: "ABORT", 900: "SLEEP", 1500: "EAT"}
OUTPUTS = ("out", "out.jsonl", "out.jsonl.gz", "out.parquet")
PATIENCE = 300
"""Seconds for a run that takes two, on a machine with other things to do."""


def command(folder: Path, out: Path, *more: str) -> list[str]:
    options = [
        "--plugin",
        str(folder.parent / "killers.py"),
        "--profile",
        "killers",
        "--timeout",
        "4",
        "--memory",
        "200",
    ]
    return [sys.executable, "-m", "cleaner.cli", "run", str(folder), "--out", str(out), "--quiet", *options, *more]


def files(place: Path) -> dict[str, bytes]:
    """Everything there: whatever is left over is seen."""
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def asides(place: Path) -> str:
    """What was put aside, and why."""
    return "".join(path.read_text() for path in place.rglob("*aside.jsonl"))


def children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def disturbed(arguments: list[str], chance: random.Random, seconds: float) -> tuple[int, int]:
    """Kill everything, the parent or a worker, up to three times and each within so many seconds, resume, and wait.

    Returns the exit code, and how often it was killed.
    """
    kills = chance.randint(1, 3)
    done = 0
    while True:
        process = subprocess.Popen([*arguments, "--resume"], stderr=subprocess.DEVNULL, start_new_session=True)
        while done < kills:
            try:
                return process.wait(chance.uniform(0, seconds)), done
            except subprocess.TimeoutExpired:
                done += 1
            victim = chance.choice(["all", "parent", "worker"])
            if victim == "worker" and (workers := children(process.pid)):
                os.kill(chance.choice(workers), signal.SIGKILL)
                continue
            if victim == "parent":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            break
        else:
            return process.wait(PATIENCE), done


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("corpus")
    killers.plugin(place)
    killers.pages(place / "plain", PAGES)
    killers.pages(place / "deadly", PAGES, DEADLY)
    return place


@pytest.mark.slow
def test_fifty_killed_runs(corpus, tmp_path):
    if not Path("/proc/self/task").exists():
        pytest.skip("no /proc here to find workers in")
    undisturbed: dict[tuple[str, str], tuple[dict[str, bytes], float]] = {}
    killed = 0
    for number in range(50):
        chance = random.Random(number)
        folder, out = "deadly" if number % 5 == 0 else "plain", chance.choice(OUTPUTS)
        expected_code = 1 if folder == "deadly" else 0
        if (folder, out) not in undisturbed:
            place = tmp_path / f"undisturbed-{folder}" / out
            place.mkdir(parents=True)
            started = time.monotonic()
            done = subprocess.run(command(corpus / folder, place / out, "--jobs", "1"), stderr=subprocess.PIPE)
            assert done.returncode == expected_code, done.stderr.decode()
            undisturbed[folder, out] = files(place), time.monotonic() - started
        place = tmp_path / f"run-{number}"
        place.mkdir()
        arguments = command(corpus / folder, place / out, "--jobs", str(chance.randint(1, 2)))
        expected, seconds = undisturbed[folder, out]
        code, kills = disturbed(arguments, chance, seconds)
        assert code == expected_code, number
        assert asides(place) == asides(tmp_path / f"undisturbed-{folder}" / out), number
        assert files(place) == expected, number
        killed += kills
    assert killed >= 50
    for (folder, out), (found, _) in undisturbed.items():
        assert f"{out}/report.json" in found or f"{out}.report.json" in found
        listed = [text.decode().splitlines() for name, text in found.items() if name.endswith("aside.jsonl")]
        assert bool(listed) == (folder == "deadly"), out
        if listed:
            abort, sleep, eat = listed[0]
            assert "Aborted" in abort
            assert "longer than 4 s" in sleep
            assert "more memory" in eat
