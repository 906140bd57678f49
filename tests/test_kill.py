"""Runs that are killed at random moments and resumed come to the same bytes as one that nobody disturbed."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
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


def finished(journal: Path) -> int:
    """How many pages the journal knows of; 0 if there is none."""
    try:
        return max(0, journal.read_bytes().count(b"\n") - 1)
    except FileNotFoundError:
        return 0


def reached(process: subprocess.Popen, journal: Path, pages: int) -> bool:
    """Whether the run has finished so many pages; False if it has ended."""
    while process.poll() is None:
        if finished(journal) >= pages:
            return True
        time.sleep(0.005)
    return False


def disturbed(arguments: list[str], journal: Path, chance: random.Random) -> tuple[int, int]:
    """Kill everything, the parent or a worker, once or twice, resume, and wait: exit code, and how many kills.

    It is the pages finished that say when, and a moment more: so the kills fall anywhere in a run, however fast it is.
    """
    kills, wanted = 0, chance.randint(1, 2)
    while True:
        process = subprocess.Popen([*arguments, "--resume"], stderr=subprocess.DEVNULL, start_new_session=True)
        while kills < wanted and reached(process, journal, chance.randint(finished(journal), PAGES)):
            time.sleep(chance.uniform(0, 0.1))
            kills += 1
            victim = chance.choice(["all", "parent", "worker"])
            if victim == "worker" and (workers := children(process.pid)):
                with suppress(ProcessLookupError):  # it has just ended
                    os.kill(chance.choice(workers), signal.SIGKILL)
                continue
            if victim == "parent":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            break
        else:
            return process.wait(PATIENCE), kills


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
    undisturbed: dict[tuple[str, str], dict[str, bytes]] = {}
    killed = 0
    for number in range(50):
        chance = random.Random(number)
        folder, out = "deadly" if number % 10 == 0 else "plain", chance.choice(OUTPUTS)
        expected_code = 1 if folder == "deadly" else 0
        if (folder, out) not in undisturbed:
            place = tmp_path / f"undisturbed-{folder}" / out
            place.mkdir(parents=True)
            done = subprocess.run(command(corpus / folder, place / out, "--jobs", "1"), stderr=subprocess.PIPE)
            assert done.returncode == expected_code, done.stderr.decode()
            undisturbed[folder, out] = files(place)
        place = tmp_path / f"run-{number}"
        place.mkdir()
        arguments = command(corpus / folder, place / out, "--jobs", str(chance.randint(1, 2)))
        state = place / ("out/.cleaner-run" if out == "out" else f"{out}.cleaner-run")
        code, kills = disturbed(arguments, state / "journal", chance)
        assert code == expected_code, number
        assert asides(place) == asides(tmp_path / f"undisturbed-{folder}" / out), number
        assert files(place) == undisturbed[folder, out], number
        killed += kills
    assert killed >= 50
    for (folder, out), found in undisturbed.items():
        assert f"{out}/report.json" in found or f"{out}.report.json" in found
        listed = [text.decode().splitlines() for name, text in found.items() if name.endswith("aside.jsonl")]
        assert bool(listed) == (folder == "deadly"), out
        if listed:
            abort, sleep, eat = listed[0]
            assert "Aborted" in abort
            assert "longer than 4 s" in sleep
            assert "more memory" in eat
