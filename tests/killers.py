"""A plugin that brings down workers, and pages for it. None of it is anything but a test's."""

from pathlib import Path

PLUGIN = """
import ctypes
import os
import shutil
import signal
import time
from pathlib import Path

from cleaner import Profile, hookimpl


@hookimpl
def profiles():
    return [Profile("killers", ("killers",))]


@hookimpl
def remove_credits(page):
    for line in page.lines:
        word, _, rest = line.text.partition(" ")
        if word in DEEDS:
            DEEDS[word](rest)
    return ()


def eat(_):
    held = []
    while True:
        held.append(bytearray(20_000_000))


def spin(_):
    while True:
        pass


def spin_deaf(_):
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    spin(_)


def once(marker):
    if not Path(marker).exists():
        Path(marker).touch()
        os.kill(os.getpid(), signal.SIGKILL)


def fail(_):
    raise ValueError("never thought of")


def leave(_):
    raise SystemExit(4)


DEEDS = {
    "ABORT": lambda _: os.abort(),
    "CRASH": lambda _: ctypes.string_at(0),
    "FAIL": fail,
    "EXIT": lambda _: os._exit(3),
    "LEAVE": leave,
    "SLEEP": lambda _: time.sleep(600),
    "SPIN": spin,
    "DEAF": spin_deaf,
    "EAT": eat,
    "KILL": lambda _: os.kill(os.getpid(), signal.SIGKILL),
    "ONCE": once,
    "REMOVE": lambda path: shutil.rmtree(path),
}
"""


def plugin(folder: Path) -> str:
    """Its file."""
    path = folder / "killers.py"
    path.write_text(PLUGIN)
    return str(path)


def pages(folder: Path, number: int, killers: dict[int, str] | None = None) -> Path:
    """That many pages of one sentence, but for those that say what is to be done."""
    folder.mkdir(parents=True, exist_ok=True)
    for page in range(number):
        text = (killers or {}).get(page, f"The ferry number {page} left at nine.")
        (folder / f"{page:04d}.txt").write_text(f"{text}\n")
    return folder
