"""The command line, as a user meets it: commands, options, exit codes, pipes and hostile pages."""

import gzip
import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import click
import killers
import orjson
import pytest
from click.testing import CliRunner, Result

from cleaner import Cleaner, discover, load_plugin
from cleaner.cli import main

pytestmark = pytest.mark.usefixtures("without_workers")

PLUGIN = '''
"""An outlet that exists in these tests only."""

import os
import signal
import time

from cleaner import Mark, Profile, Rule, hookimpl


@hookimpl
def profiles():
    return [Profile("paper", ("paper",), hosts=("paper.example",))]


@hookimpl
def rules():
    return [
        Rule("skip", "navigation", line=r"Skip to .+", sample="Skip to content", why="a skip link"),
        Rule("share", "navigation", line=r"Share .+", sample="Share this", why="a share bar"),
    ]


@hookimpl
def remove_credits(page):
    for line in page.kept():
        if line.text == "EXPLODE":
            raise ValueError("a bug in the plugin")
        if line.text.startswith("INTERRUPT "):
            while open(line.text.split()[1]).read().count("\\n") < 2:  # until a page is in the journal
                time.sleep(0.01)
            os.kill(os.getppid(), signal.SIGINT)
            time.sleep(600)
        if line.text.startswith("By "):
            yield Mark(line, "a byline")
'''

DUMP = """\
Skip to content

The ferry left at nine.

Share this page

By A. Pilot

It came back at noon.
"""
TEXT = "The ferry left at nine.\n\nIt came back at noon.\n"
PAGE = (
    "<html><head><title>Ferries</title></head><body><p>Skip to content</p>"
    "<p>The ferry left at nine.</p><p>It came back at noon.</p></body></html>"
)


@pytest.fixture
def plugin(tmp_path) -> str:
    path = tmp_path / "paper.py"
    path.write_text(PLUGIN)
    return str(path)


@pytest.fixture
def folder(tmp_path) -> Path:
    """Three pages of the paper, one of them compressed, and a file that is no page."""
    root = tmp_path / "in"
    (root / "sub").mkdir(parents=True)
    (root / "a.txt").write_text(DUMP)
    (root / "sub/b.html").write_text(PAGE)
    (root / "sub/c.txt.gz").write_bytes(gzip.compress(DUMP.encode()))
    (root / "notes.pdf").write_bytes(b"%PDF")
    return root


def invoke(*args: object, input: str | bytes | None = None, **options) -> Result:
    result = CliRunner().invoke(main, [str(arg) for arg in args], input=input, **options)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert "Traceback" not in result.stderr
    return result


def paper(command: str, plugin: str, *args: object, **options) -> Result:
    return invoke(command, "--plugin", plugin, "--profile", "paper", *args, **options)


def tree(root: Path) -> list[str]:
    """The files there, but for what every run says about itself."""
    files = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return [file for file in files if not file.endswith(("report.json", "aside.jsonl"))]


# --- run: what it takes ---------------------------------------------------------


def test_excluded_pages_are_not_cleaned(plugin, folder, tmp_path):
    result = paper("run", plugin, folder, "--exclude", "sub", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert tree(tmp_path / "out") == ["a.json", "a.txt"]


# --- run: what it writes --------------------------------------------------------


def test_run_writes_a_mirrored_tree(plugin, folder, tmp_path):
    out = tmp_path / "out"
    result = paper("run", plugin, folder, "--out", out)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert tree(out) == ["a.json", "a.txt", "sub/b.json", "sub/b.txt", "sub/c.json", "sub/c.txt"]
    assert (out / "a.txt").read_text() == (out / "sub/c.txt").read_text() == TEXT
    assert "3 of 3 pages cleaned" in result.stderr
    assert "\nfiles passed over for their suffix: 1 (.pdf 1); --include takes them\n" in result.stderr


def test_what_is_given_twice_is_cleaned_once(plugin, folder, tmp_path):
    result = paper("run", plugin, folder, folder / "sub", folder / "sub/../a.txt", "--out", tmp_path / "out")
    assert "3 of 3 pages cleaned" in result.stderr
    assert tree(tmp_path / "out") == ["a.json", "a.txt", "sub/b.json", "sub/b.txt", "sub/c.json", "sub/c.txt"]


def test_run_writes_metadata_beside_the_text(plugin, folder, tmp_path):
    paper("run", plugin, folder / "a.txt", "--out", tmp_path / "out", "--url", "https://paper.example/ferry")
    record = json.loads((tmp_path / "out/a.json").read_text())
    assert record["source"] == str(folder / "a.txt")
    assert (record["profile"], record["status"], record["url"]) == ("paper", "ok", "https://paper.example/ferry")
    assert record["counts"] == {"lines": 5, "kept": 2, "removed": 3}
    assert record["metadata"]["authors"] == []
    assert "removals" not in record
    assert "text" not in record


def test_run_with_ledger(plugin, folder, tmp_path):
    paper("run", plugin, folder / "a.txt", "--out", tmp_path / "out", "--ledger")
    removals = json.loads((tmp_path / "out/a.json").read_text())["removals"]
    assert [(r["text"], r["stage"], r["by"], r["why"]) for r in removals] == [
        ("Skip to content", "navigation", "paper/skip", "a skip link"),
        ("Share this page", "navigation", "paper/share", "a share bar"),
        ("By A. Pilot", "credits", "paper/remove_credits", "a byline"),
    ]


def test_run_as_jsonl_to_standard_output(plugin, folder):
    result = paper("run", plugin, folder, "--format", "jsonl", "--ledger")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [Path(record["source"]).name for record in records] == ["a.txt", "b.html", "c.txt.gz"]
    assert [record["text"] for record in records] == [TEXT.strip()] * 3
    assert len(records[0]["removals"]) == 3
    assert "3 of 3 pages cleaned" in result.stderr


@pytest.mark.parametrize(
    ("page", "status"),
    [("Skip to content\n", "empty"), (b"%PDF-1.7\n\xe2\x00\xff", "cut: all of it: a PDF, no text")],
)
def test_a_page_that_is_not_whole_says_so_beside_its_text(plugin, page, status):
    result = paper("run", plugin, "-", input=page)
    assert (result.stdout, result.stderr, result.exit_code) == ("", f"-: {status}\n", 0)
    assert paper("run", plugin, "-", "--quiet", input=page).stderr == ""


def test_a_page_on_standard_output_has_its_time_too(tmp_path):
    killers.pages(tmp_path, 1, {0: "SPIN"})
    killer = killers.plugin(tmp_path)
    result = invoke("run", "--plugin", killer, "--profile", "killers", "--timeout", "0.5", tmp_path / "0000.txt")
    assert (result.stdout, result.exit_code) == ("", 1)
    assert result.stderr == f"put aside: {tmp_path / '0000.txt'}: took longer than 0.5 s\n"


@pytest.mark.parametrize("ledger", [False, True])
def test_the_library_gives_the_record_that_a_run_writes(plugin, folder, tmp_path, ledger):
    paper("run", plugin, folder / "sub/b.html", "--out", tmp_path / "a.jsonl", *(["--ledger"] if ledger else []))
    written = json.loads((tmp_path / "a.jsonl").read_text())
    engine = Cleaner([*discover(), load_plugin(plugin)])
    known = engine.clean((folder / "sub/b.html").read_bytes(), profile="paper").as_dict(ledger=ledger)
    assert orjson.loads(orjson.dumps(known)) == known, "types that JSON does not have"
    assert written == {**known, **{name: written[name] for name in ("source", "url", "versions")}}
    assert list(written)[3:] == list(known)
    assert ("removals" in known) is ledger


def test_run_as_jsonl_to_a_file(plugin, folder, tmp_path):
    out = tmp_path / "new/pages.jsonl"
    assert paper("run", plugin, folder, "--format", "jsonl", "--out", out).stdout == ""
    assert out.read_text() == paper("run", plugin, folder, "--format", "jsonl", "--out", "-").stdout
    assert tree(out.parent) == ["pages.jsonl"]


def test_run_standard_input_to_standard_output(plugin):
    assert paper("run", plugin, "-", input=DUMP).stdout == TEXT
    assert paper("run", plugin, "-", input=gzip.compress(DUMP.encode())).stdout == TEXT


def test_run_standard_input_to_a_folder(plugin, tmp_path):
    result = paper("run", plugin, "-", "--out", tmp_path / "out", input=DUMP)
    assert result.stdout == ""
    assert tree(tmp_path / "out") == ["stdin.json", "stdin.txt"]
    assert json.loads((tmp_path / "out/stdin.json").read_text())["source"] == "-"


def test_run_one_file_to_standard_output(plugin, folder):
    result = paper("run", plugin, folder / "a.txt")
    assert (result.stdout, result.stderr, result.exit_code) == (TEXT, "", 0)
    assert paper("run", plugin, folder / "a.txt", "--out", "-").stdout == TEXT


def test_run_names_never_collide(plugin, tmp_path):
    for name in ("x/a.html", "x/a.txt", "x/a.html.gz", "y/x/a.txt", "z/a.txt", "x.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f"Text of {name}.\n".encode()
        path.write_bytes(gzip.compress(text) if name.endswith(".gz") else text)
    source, out = tmp_path / "in", tmp_path / "out"
    paths = (source / "x", source / "y/x", source / "z/a.txt", source / "x.txt")
    assert paper("run", plugin, *paths, "--kind", "text", "--out", out).exit_code == 0
    texts = {path.relative_to(out).as_posix(): path.read_text() for path in out.rglob("*.txt")}
    assert texts == {
        "x/a.html.txt": "Text of x/a.html.\n",
        "x/a.txt.txt": "Text of x/a.txt.\n",
        "x/a.html.gz.txt": "Text of x/a.html.gz.\n",
        "x-2/a.txt": "Text of y/x/a.txt.\n",
        "a.txt": "Text of z/a.txt.\n",
        "x.txt": "Text of x.txt.\n",
    }


def test_run_again_does_not_clean_its_own_output(plugin, folder):
    for _ in range(2):
        result = paper("run", plugin, folder, "--out", folder / "out")
        assert "3 of 3 pages cleaned" in result.stderr
    assert len(tree(folder / "out")) == 6


# --- run: options -----------------------------------------------------------------


def test_without_switches_a_rule_off(plugin):
    result = paper("run", plugin, "-", "--without", "paper/skip", "--without", "paper/share", input=DUMP)
    assert result.stdout == ("Skip to content\n\nThe ferry left at nine.\n\nShare this page\n\nIt came back at noon.\n")


def test_url_chooses_the_profile(plugin):
    args = ("run", "--plugin", plugin, "-", "--format", "jsonl")
    with_url = invoke(*args, "--url", "https://www.paper.example/ferry", input=DUMP)
    assert json.loads(with_url.stdout)["profile"] == "paper"
    assert json.loads(invoke(*args, input=DUMP).stdout)["profile"] == "blog"


def test_kind_says_what_the_input_is(plugin):
    line = "The tag <p>opens a paragraph</p> of a page."
    as_text = paper("run", plugin, "-", "--kind", "text", input=line).stdout
    as_html = paper("run", plugin, "-", "--kind", "html", input=line).stdout
    assert as_text == line + "\n"
    assert "<p>" not in as_html
    assert "opens a paragraph" in as_html


def test_a_module_is_a_plugin(plugin, tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    args = [sys.executable, "-m", "cleaner.cli", "run", "--plugin", "paper", "--profile", "paper", "-"]
    done = subprocess.run(args, input=DUMP, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == TEXT


def test_quiet_says_nothing_but_failures(plugin, folder, tmp_path):
    assert paper("run", plugin, folder, "--out", tmp_path / "out", "--quiet").stderr == ""
    (folder / "gone.html").symlink_to("nowhere")
    result = paper("run", plugin, folder, "--out", tmp_path / "out", "-q")
    assert result.stderr == f"put aside: {folder / 'gone.html'}: No such file or directory\n"


def test_summary_counts_by_profile(plugin, folder, tmp_path):
    (folder / "empty.txt").write_text("Skip to content\n")
    (folder / "gone.html").symlink_to("nowhere")
    rows = [line.split() for line in paper("run", plugin, folder, "--out", tmp_path / "out").stderr.splitlines()]
    assert rows[1][:4] == ["profile", "pages", "text", "kept"]
    assert rows[1][-4:] == ["empty", "cut", "put", "aside"]
    paper_row = next(row for row in rows if row[0] == "paper")
    assert (paper_row[1], paper_row[-3:]) == ("4", ["1", "0", "0"])
    assert next(row for row in rows if row[0] == "-")[-3:] == ["0", "0", "1"]
    assert rows[-1][:5] == ["4", "of", "5", "pages", "cleaned"]


def test_a_progress_bar_comes_on_a_terminal_if_the_run_lasts(plugin, folder, tmp_path, monkeypatch):
    def said(*args):
        return paper("run", plugin, folder, "--out", tmp_path / "out", *args, color=True).stderr

    assert "cleaning" not in said()
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "cleaning" not in said()
    monkeypatch.setattr("cleaner.cli.terminal._PATIENCE", -1)
    assert "cleaning" in said()
    assert "cleaning" not in said("--quiet")


# --- run: exit codes ---------------------------------------------------------------


def test_pages_that_fail_are_named_and_the_others_are_cleaned(plugin, folder, tmp_path):
    (folder / "gone.html").symlink_to("nowhere")
    (folder / "zip.html.gz").write_bytes(b"not gzip")
    (folder / "bug.txt").write_text("EXPLODE\n")
    (folder / "sub/loop").symlink_to(folder, target_is_directory=True)
    result = paper("run", plugin, folder, "--out", tmp_path / "out")
    assert result.exit_code == 1
    failed = [line for line in result.stderr.splitlines() if line.startswith("put aside: ")]
    assert failed[1:] == [
        f"put aside: {folder}/gone.html: No such file or directory",
        f"put aside: {folder}/zip.html.gz: not gzip data, though its name ends in .gz",
    ]
    assert failed[0].startswith(f"put aside: {folder}/bug.txt: ")
    assert "paper" in failed[0]
    assert "a bug in the plugin" in failed[0]
    assert tree(tmp_path / "out") == ["a.json", "a.txt", "sub/b.json", "sub/b.txt", "sub/c.json", "sub/c.txt"]


def test_a_page_that_cannot_be_written_is_named(plugin, folder, tmp_path):
    (tmp_path / "out/a.json").mkdir(parents=True)
    result = paper("run", plugin, folder, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert f"put aside: {folder / 'a.txt'}: Is a directory" in result.stderr
    assert not [name for name in tree(tmp_path / "out") if name.endswith(".tmp")]
    assert "2 of 3 pages cleaned" in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_output_that_cannot_be_written_ends_the_run(plugin, folder):
    result = paper("run", plugin, folder, "--format", "jsonl", "--out", "/dev/full")
    assert result.exit_code == 1
    assert "Error: cannot write the output: No space left on device" in result.stderr
    assert Path("/dev/full").is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("colour", ["", "1"])
@pytest.mark.parametrize(
    "args",
    [["profiles"], ["profiles", "dw"], ["explain", "a.txt"], ["explain", "a.txt", "--json"], ["plugins", "--json"]],
)
def test_sheets_that_cannot_be_written_are_one_sentence(folder, args, colour):
    environment = {**os.environ, "FORCE_COLOR": colour}
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "cleaner.cli", *args]
        done = subprocess.run(command, cwd=folder, env=environment, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.stderr == "Error: cannot write the output: No space left on device\n"
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "Missing argument"),
        (["nowhere.html"], "does not exist"),
        (["in"], "Give --out DIR"),
        (["in", "--out", "-"], "is for one page"),
        (["in/a.txt", "in/sub", "--out", "-"], "is for one page"),
        (["in", "--out", "in"], "is the input folder"),
        (["in", "--out", "in/a.txt"], "is a file"),
        *[
            (["in", "--out", name], f"--out {name} is called like a file of a form that is not written. Files end in")
            for name in ("s.txt", "s.md", "s.json", "x.csv", "zz.jsonl.bz2", "deeper/s.txt")
        ],
        (["in", "--out", "s.md", "--format", "markdown"], "markdown goes to a folder, s.md/ if"),
        (["in", "--out", "in/a.txt/deeper"], "cannot write to in/a.txt/deeper"),
        (["in", "--format", "jsonl", "--out", "in"], "is a folder"),
        (["in", "--format", "jsonl", "--out", "in/a.txt"], "would overwrite the input in/a.txt"),
        (["in/a.txt", "--out", "in"], "would overwrite the input in/a.txt"),
        (["none", "--out", "out"], "No pages there"),
        (["in", "--out", "out", "--url", "https://paper.example/"], "--url is for one page"),
        (["in", "--out", "out", "--profile", "nobody"], "nobody"),
        (["in", "--out", "out", "--without", "blog/no-such-rule"], "blog/no-such-rule"),
        (["in", "--out", "out", "--without", "nonsense"], "nonsense"),
        (["in", "--out", "out", "--plugin", "no_such_module"], "no_such_module"),
        (["in", "--out", "out", "--plugin", "broken.py"], "broken"),
        (["in", "--out", "out", "--kind", "pdf"], "pdf"),
        (["in", "--out", "out", "--format", "xml"], "xml"),
    ],
)
def test_wrong_use(folder, tmp_path, monkeypatch, args, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "none").mkdir()
    (tmp_path / "broken.py").write_text("import nothing_of_this_name\n")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    result = invoke("run", *args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["clean.txt/", "clean.2026", "there.txt"])
def test_a_folder_may_be_called_like_a_file(plugin, folder, tmp_path, name):
    (tmp_path / "there.txt").mkdir()
    assert paper("run", plugin, folder / "a.txt", "--out", f"{tmp_path}/{name}").exit_code == 0
    assert tree(tmp_path / name) == ["a.json", "a.txt"]


def test_the_folder_above_the_input_may_be_the_output_unless_pages_meet(plugin, tmp_path):
    pages = tmp_path / "pages"
    (pages / "pages").mkdir(parents=True)
    (pages / "a.txt").write_text(DUMP)
    assert paper("run", plugin, pages, "--out", tmp_path).exit_code == 0
    assert (tmp_path / "a.txt").read_text() == TEXT
    (pages / "pages/a.txt").write_text(DUMP)
    result = paper("run", plugin, pages, "--out", tmp_path)
    assert result.exit_code == 2
    assert (pages / "a.txt").read_text() == DUMP


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_interrupted_and_resumed(with_workers, plugin, folder, tmp_path, form):
    state = tmp_path / ("out/.cleaner-run" if form == "text" else "out.cleaner-run")
    (folder / "b.txt").write_text(f"INTERRUPT {state}/journal\n")
    args = (plugin, folder, "--format", form, "--out")
    interrupted = paper("run", *args, tmp_path / "out")
    assert interrupted.exit_code == 130
    assert "Interrupted; pages cleaned so far: 1; the same command with --resume goes on" in interrupted.stderr

    (folder / "b.txt").write_text(DUMP)  # it was not finished, so it may be another one now
    again = paper("run", *args, tmp_path / "out")
    assert again.exit_code == 2
    assert "is unfinished, 1 pages are done: --resume goes on, --restart begins anew" in again.stderr

    resumed, undisturbed = paper("run", *args, tmp_path / "out", "--resume"), paper("run", *args, tmp_path / "other")
    assert (resumed.exit_code, undisturbed.exit_code) == (0, 0)
    assert "4 of 4 pages cleaned" in resumed.stderr
    assert everything(tmp_path / "out") == everything(tmp_path / "other")
    assert not list(tmp_path.rglob("*.cleaner-run"))


def everything(place: Path) -> dict[str, bytes]:
    """All files of an output, by what is behind its name."""
    files = [path for path in place.parent.rglob("*") if path.is_file() and str(path).startswith(str(place))]
    return {str(path).removeprefix(str(place)): path.read_bytes() for path in files}


# --- explain -----------------------------------------------------------------------


def test_explain(plugin, folder):
    result = paper("explain", plugin, folder / "a.txt")
    assert result.exit_code == 0
    page, lines = result.stdout.split("\n\n")
    assert ["lines", "2", "kept,", "3", "removed"] in [line.split() for line in page.splitlines()]
    assert [" ".join(line.split()) for line in lines.splitlines()] == [
        "line fate stage by why text",
        "0 removed navigation paper/skip a skip link Skip to content",
        "1 kept The ferry left at nine.",
        "2 removed navigation paper/share a share bar Share this page",
        "3 removed credits paper/remove_credits a byline By A. Pilot",
        "4 kept It came back at noon.",
    ]


def test_careful(plugin, tmp_path):
    """A byline that the hook is half sure about stays; rules are always sure."""
    half_sure = tmp_path / "half-sure" / Path(plugin).name
    half_sure.parent.mkdir()
    half_sure.write_text(Path(plugin).read_text().replace('"a byline")', '"a byline", 0.5)'))
    for command, options in (("run", ()), ("explain", ("--removed",))):
        bold = paper(command, str(half_sure), *options, "-", input=DUMP).stdout
        careful = paper(command, str(half_sure), *options, "-", "--careful", input=DUMP).stdout
        assert ("By A. Pilot" in bold) is (command == "explain")
        assert ("By A. Pilot" in careful) is (command == "run")
        assert ("Skip to content" in careful) is (command == "explain")


def test_explain_only_what_left(plugin):
    result = paper("explain", plugin, "-", "--removed", input=DUMP)
    assert "Skip to content" in result.stdout
    assert "The ferry" not in result.stdout


def test_explain_as_json(plugin, folder):
    data = json.loads(paper("explain", plugin, folder / "sub/c.txt.gz", "--json").stdout)
    assert (data["source"], data["profile"], data["status"]) == (str(folder / "sub/c.txt.gz"), "paper", "ok")
    assert data["counts"] == {"lines": 5, "kept": 2, "removed": 3}
    assert [line["fate"] for line in data["lines"]] == ["removed", "kept", "removed", "removed", "kept"]
    assert data["lines"][3] == {
        "number": 3,
        "text": "By A. Pilot",
        "kind": "text",
        "fate": "removed",
        "stage": "credits",
        "by": "paper/remove_credits",
        "why": "a byline",
    }


def test_explain_takes_the_options_of_a_page(plugin):
    args = ("explain", "--plugin", plugin, "-", "--json", "--without", "paper/skip", "--kind", "text")
    data = json.loads(invoke(*args, "--url", "https://paper.example/a", input=DUMP).stdout)
    assert (data["profile"], data["url"]) == ("paper", "https://paper.example/a")
    assert data["lines"][0]["fate"] == "kept"


def test_explain_on_a_terminal(plugin, folder, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    coloured = paper("explain", plugin, folder / "a.txt", color=True).stdout
    assert "\x1b[31mremoved navigation" in coloured
    assert "The ferry left at nine." in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[31m" not in paper("explain", plugin, folder / "a.txt", color=True).stdout


@pytest.mark.parametrize("terminal", [True, False])
def test_hostile_text_is_shown_and_not_obeyed(plugin, monkeypatch, terminal):
    if terminal:
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("COLUMNS", "200")
    text = "Sale [red]now[/red] [link=x]:smile: \x1b]0;owned\x07\x1b[2J\x9b5m\u202egnp.exe\n"
    shown = paper("explain", plugin, "-", "--kind", "text", input=text.encode(), color=terminal).stdout
    assert "Sale [red]now[/red] [link=x]:smile:" in shown
    for evil in ("\x1b]", "\x07", "\x1b[2J", "\x9b", "\u202e"):
        assert evil not in shown
    assert "gnp.exe" in shown


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals")
def test_text_on_a_terminal_is_shown_and_not_obeyed(plugin):
    import pty

    ours, theirs = pty.openpty()
    args = [sys.executable, "-m", "cleaner.cli", "run", "--plugin", plugin, "--profile", "paper", "--kind", "text", "-"]
    subprocess.run(args, input=b"One \x1b[2J\xc2\x9b5m.\n\nTwo.\n", stdout=theirs, check=True)
    os.close(theirs)
    shown = os.read(ours, 1000)
    os.close(ours)
    assert shown.split() == [b"One", rb"\x1b[2J\x9b5m.", b"Two."]


def test_text_in_a_pipe_is_what_it_is(plugin, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert paper("run", plugin, "-", "--kind", "text", input="One \x1b[2J.\n", color=True).stdout == "One \x1b[2J.\n"


def test_hostile_file_names_are_shown_and_not_obeyed(plugin, tmp_path):
    path = tmp_path / "in/\x1b[2J[bold]\udcff.html.gz"
    path.parent.mkdir()
    path.write_bytes(b"not gzip")
    result = paper("run", plugin, path.parent, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "\\x1b[2J[bold]\\udcff.html.gz: not gzip data" in result.stderr
    assert "\x1b" not in result.stderr


def test_names_that_are_not_utf8(plugin, tmp_path):
    path = tmp_path / "in/caf\udce9.txt"
    path.parent.mkdir()
    path.write_text(DUMP)
    assert paper("run", plugin, path.parent, "--out", tmp_path / "out").exit_code == 0
    assert (tmp_path / "out/caf\udce9.txt").read_text() == TEXT
    shown = str(path).replace("\udce9", "\\udce9")
    assert orjson.loads((tmp_path / "out/caf\udce9.json").read_bytes())["source"] == shown
    assert orjson.loads(paper("run", plugin, path, "--format", "jsonl").stdout)["source"] == shown
    assert orjson.loads(paper("explain", plugin, path, "--json").stdout)["source"] == shown


def test_explain_exit_codes(plugin, tmp_path):
    (tmp_path / "zip.html.gz").write_bytes(b"not gzip")
    (tmp_path / "bug.txt").write_text("EXPLODE\n")
    assert paper("explain", plugin, tmp_path / "nowhere.html").exit_code == 2
    assert paper("explain", plugin, tmp_path).exit_code == 2
    assert invoke("explain", "--profile", "nobody", tmp_path / "bug.txt").exit_code == 2
    unreadable = paper("explain", plugin, tmp_path / "zip.html.gz")
    assert unreadable.exit_code == 1
    assert "zip.html.gz: not gzip data" in unreadable.stderr
    broken = paper("explain", plugin, tmp_path / "bug.txt")
    assert broken.exit_code == 1
    assert "a bug in the plugin" in broken.stderr


# --- profiles and plugins ------------------------------------------------------------


def test_profiles(plugin):
    rows = [line.split() for line in invoke("profiles", "--plugin", plugin).stdout.splitlines()]
    assert rows[0] == ["profile", "hosts", "plugins"]
    assert ["paper", "paper.example", "paper"] in rows
    names = [row[0] for row in rows[1:]]
    assert names == sorted(names)
    assert {"blog", "dw", "rferl", "paper"} <= set(names)


def test_profiles_as_json(plugin):
    data = json.loads(invoke("profiles", "--plugin", plugin, "--json").stdout)
    assert next(profile for profile in data if profile["name"] == "paper")["hosts"] == ["paper.example"]


def test_one_profile_is_its_plan(plugin):
    result = invoke("profiles", "paper", "--plugin", plugin)
    assert [" ".join(line.split()) for line in result.stdout.splitlines()] == [
        "step stage plugin what how why",
        "1 navigation paper paper/skip line a skip link",
        "2 navigation paper paper/share line a share bar",
        "3 credits paper paper/remove_credits hook",
    ]
    data = json.loads(invoke("profiles", "paper", "--plugin", plugin, "--without", "paper/skip", "--json").stdout)
    assert [step["what"] for step in data] == ["paper/share", "paper/remove_credits"]


@pytest.mark.parametrize("name", ["blog", "dw", "rferl"])
def test_every_profile_has_a_plan(name):
    assert len(invoke("profiles", name).stdout.splitlines()) > 3


def test_an_unknown_profile_is_wrong_use():
    result = invoke("profiles", "nobody")
    assert result.exit_code == 2
    assert "nobody" in result.stderr


def test_plugins(plugin):
    rows = [line.split() for line in invoke("plugins", "--plugin", plugin).stdout.splitlines()]
    assert rows[0] == ["plugin", "version", "distribution", "hooks", "rules"]
    blog = next(row for row in rows if row[0] == "blog")
    assert blog[1:3] == [version("outlet-cleaner"), "outlet-cleaner"]
    assert int(blog[-1]) > 0
    data = json.loads(invoke("plugins", "--plugin", plugin, "--json").stdout)
    mine = next(entry for entry in data if entry["name"] == "paper")
    assert sorted(mine["hooks"]) == ["profiles", "remove_credits", "rules"]
    assert mine["rules"] == ["skip", "share"]


# --- all of it -----------------------------------------------------------------------


def test_version():
    assert invoke("--version").stdout == f"cleaner, version {version('outlet-cleaner')}\n"


@pytest.mark.parametrize("command", sorted(main.commands))
def test_help_has_an_example_of_every_option(command):
    text = invoke(command, "--help").stdout
    examples = text.partition("Examples:")[2].partition("Options:")[0]
    assert f"cleaner {command} " in examples
    options = [option for option in main.commands[command].params if isinstance(option, click.Option)]
    assert [option.name for option in options if option.opts[0] not in examples] == []
    assert text == invoke(command, "-h").stdout


def test_no_command_is_help():
    assert "cleaner run pages/ --out clean/" in CliRunner().invoke(main, []).output


@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "latin-1"}])
def test_standard_output_is_utf8_whatever_the_locale(plugin, locale):
    text = "Паром ушёл в девять. 漢字 \U0001f600\n"
    for command in ("run", "explain"):
        args = [sys.executable, "-m", "cleaner.cli", command, "--plugin", plugin, "--profile", "paper", "-"]
        done = subprocess.run(args, input=text.encode(), env={**os.environ, **locale}, capture_output=True, check=True)
        assert text.strip() in done.stdout.decode()


@pytest.mark.skipif(os.name == "nt", reason="pipes differ")
@pytest.mark.parametrize("args", [["run", "--format", "jsonl", "in"], ["explain", "in/0.txt"]])
def test_a_closed_pipe_ends_silently(tmp_path, args):
    (tmp_path / "in").mkdir()
    for number in range(20):
        (tmp_path / f"in/{number}.txt").write_text("The ferry left at nine again.\n\n" * 4000)
    command = [sys.executable, "-m", "cleaner.cli", *args]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 141


def test_the_installed_command_runs():
    command = Path(sys.executable).with_name("cleaner")
    if not command.exists():
        pytest.skip("the package is not installed with its scripts beside this interpreter")
    done = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("cleaner, version ")
