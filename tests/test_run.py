"""`cleaner run` from outside: signals, full disks, what vanishes, and going on after each of them."""

import gzip
import json
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import killers
import pytest

PATIENCE = 120
"""Seconds that nothing here takes, unless it would take for ever."""


@pytest.fixture
def place(tmp_path) -> Path:
    killers.plugin(tmp_path)
    return tmp_path


def start(place: Path, *args: str, **options) -> subprocess.Popen:
    run = [sys.executable, "-m", "cleaner.cli", "run", "--plugin", "killers.py", "--profile", "killers", *args]
    return subprocess.Popen(run, cwd=place, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def run(place: Path, *args: str, **options) -> tuple[int, str]:
    """Exit code and what was said."""
    process = start(place, *args, **options)
    _, said = process.communicate(timeout=PATIENCE)
    assert "Traceback" not in said
    return process.returncode, said


def files(place: Path, out: str) -> dict[str, bytes]:
    """All that an output is, by what is behind its name."""
    found = [path for path in place.rglob("*") if path.is_file() and str(path).startswith(str(place / out))]
    return {str(path).removeprefix(str(place / out)): path.read_bytes() for path in found}


def same_as_undisturbed(place: Path, out: str, *args: str) -> bool:
    """Whether going on comes to what comes of beginning in another place."""
    resumed, _ = run(place, "in", "--out", out, "--resume", "--jobs", "1", *args)
    undisturbed, _ = run(place, "in", "--out", f"other-{out}", "--jobs", "1", *args)
    return resumed == undisturbed and files(place, out) == files(place, f"other-{out}")


@pytest.mark.parametrize("out", ["out", "out.jsonl"])
def test_the_same_bytes_whatever_the_jobs(place, out):
    killers.pages(place / "in", 150, {30: "ABORT"})
    for jobs in ("1", "8"):
        code, said = run(place, "in", "--out", f"{jobs}-{out}", "--jobs", jobs)
        assert code == 1
        assert "149 of 150 pages cleaned" in said
    assert files(place, f"1-{out}") == files(place, f"8-{out}")


def test_what_is_put_aside_is_listed(place):
    killers.pages(place / "in", 3, {1: "EXIT"})
    (place / "in/9.html").symlink_to("nowhere")
    code, said = run(place, "in", "--out", "out")
    listed = [json.loads(line) for line in (place / "out/aside.jsonl").read_text().splitlines()]
    assert listed == [
        {"source": "in/0001.txt", "reason": "its worker ended with exit code 3"},
        {"source": "in/9.html", "reason": "No such file or directory"},
    ]
    assert code == 1
    assert "put aside: in/0001.txt: its worker ended with exit code 3" in said
    assert "2 of 4 pages cleaned" in said
    assert "2 put aside (listed in out/aside.jsonl)" in said

    killers.pages(place / "in", 3)
    (place / "in/9.html").unlink()
    assert run(place, "in", "--out", "out")[0] == 0
    assert not (place / "out/aside.jsonl").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_run_though_a_page_hangs(place, number):
    killers.pages(place / "in", 40, {20: "SLEEP"})
    process = start(place, "in", "--out", "out", start_new_session=True)
    while not (place / "out/0010.json").exists():
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(number)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert "Interrupted; pages cleaned so far: " in said
    assert "Traceback" not in said
    (place / "in/0020.txt").write_text("Nobody sleeps now.\n")
    assert same_as_undisturbed(place, "out")


def test_resume_where_nothing_was_begun_begins(place):
    killers.pages(place / "in", 3)
    assert same_as_undisturbed(place, "out.jsonl")


def test_a_full_disk(place):
    killers.pages(place / "in", 60)

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    code, said = run(place, "in", "--out", "out.jsonl", preexec_fn=small)
    assert code == 1
    assert "Error: cannot write the output: File too large; the same command with --resume goes on" in said
    assert same_as_undisturbed(place, "out.jsonl")


def test_an_output_folder_that_vanishes(place):
    killers.pages(place / "in", 60, {30: f"REMOVE {place / 'out'}"})
    code, said = run(place, "in", "--out", "out")
    assert code == 1
    assert "Error: " in said
    assert "put aside" not in said


def test_input_that_vanishes(place):
    killers.pages(place / "in/a", 20, {3: f"REMOVE {place / 'in/b'}"})
    killers.pages(place / "in/b", 200)
    killers.pages(place / "in/c", 20)
    code, said = run(place, "in", "--out", "out.jsonl", "--jobs", "1")
    sources = [json.loads(line)["source"] for line in (place / "out.jsonl").read_text().splitlines()]
    assert code == 1
    assert "No such file or directory" in said
    assert [source for source in sources if source[3] != "b"] == [
        f"in/{folder}/{page:04d}.txt" for folder in "ac" for page in range(20)
    ]


def test_a_corrupt_archive_in_the_middle(place):
    def archive(name: str) -> bytes:
        lines = [json.dumps({"text": f"The {name} number {page} left at nine."}) for page in range(3000)]
        return gzip.compress("\n".join(lines).encode())

    (place / "in").mkdir()
    (place / "in/a.jsonl.gz").write_bytes(archive("ferry"))
    (place / "in/b.jsonl.gz").write_bytes(archive("train")[:-3000])
    (place / "in/c.jsonl.gz").write_bytes(archive("plane"))
    code, said = run(place, "in", "--out", "out.jsonl")
    texts = [json.loads(line)["text"] for line in (place / "out.jsonl").read_text().splitlines()]
    of_b = [text for text in texts if "train" in text]
    assert code == 1
    assert 0 < len(of_b) < 3000
    assert len(texts) == 6000 + len(of_b)
    assert [line for line in said.splitlines() if line.startswith("put aside: in/b.jsonl.gz#")]
    aside = [json.loads(line) for line in (place / "out.jsonl.aside.jsonl").read_text().splitlines()]
    assert [entry["source"] for entry in aside] == [f"in/b.jsonl.gz#{len(of_b) + 1}"]


def test_another_version_of_a_plugin_is_noticed(place):
    killers.pages(place / "in", 60, {40: "SLEEP"})
    process = start(place, "in", "--out", "out.jsonl", start_new_session=True)
    journal = place / "out.jsonl.cleaner-run/journal"
    while not journal.exists() or journal.read_text().count("\n") < 10:
        assert process.poll() is None
        time.sleep(0.01)
    process.kill()
    process.communicate()
    with (place / "killers.py").open("a") as file:
        file.write("# another version\n")
    code, said = run(place, "in", "--out", "out.jsonl", "--resume")
    assert code == 2
    assert "changed since the run began: the plugin killers.py; --restart begins anew" in said
    code, said = run(place, "in", "--out", "out.jsonl", "--resume", "--ledger")
    assert code == 2
    assert "ledger" in said
    killers.pages(place / "in", 60)
    assert run(place, "in", "--out", "out.jsonl", "--restart")[0] == 0
    assert len((place / "out.jsonl").read_text().splitlines()) == 60


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["in", "--format", "jsonl", "--resume"], "--resume needs --out"),
        (["in", "--out", "out", "--resume", "--restart"], "give one of them"),
        (["in", "--out", "out", "--jobs", "0"], "--jobs"),
        (["in", "--out", "out", "--timeout", "0"], "--timeout"),
        (["in", "--out", "out", "--memory", "0"], "--memory"),
    ],
)
def test_wrong_use(place, args, message):
    killers.pages(place / "in", 2)
    code, said = run(place, *args)
    assert code == 2
    assert message in said
    assert not (place / "out").exists()


def test_standard_input_may_be_an_archive(place):
    lines = "".join(json.dumps({"text": f"The ferry number {page} left at nine."}) + "\n" for page in range(50))
    process = start(place, "-", "--input-format", "jsonl", "--format", "jsonl", stdin=subprocess.PIPE)
    out, _ = process.communicate(lines, timeout=PATIENCE)
    assert [json.loads(line)["text"] for line in out.splitlines()] == [
        f"The ferry number {page} left at nine." for page in range(50)
    ]
