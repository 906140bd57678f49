"""Workers: the order of results, pages that bring workers down, and what becomes of their neighbours."""

import gc
from itertools import count

import killers
import pytest

from cleaner.batch import CHUNK, Budget, Pool, Settings, Setup, Unread, WorkerError
from cleaner.errors import CleanerError
from cleaner.report import Tally
from cleaner.sources import Document, find

DEADLY = {
    1: "ABORT",
    3: "CRASH",
    4: "EXIT",
    5: "LEAVE",
    9: "SLEEP",
    12: "SPIN",
    20: "EAT",
    21: "KILL",
}


@pytest.fixture
def plugin(tmp_path) -> str:
    return killers.plugin(tmp_path)


def setup(plugin: str, seconds: float = 30) -> Setup:
    return Setup((plugin,), settings=Settings(profile="killers"), budget=Budget(seconds, 200))


def clean(plugin: str, found, jobs: int, seconds: float = 30) -> list[tuple[str, str, str]]:
    with Pool(setup(plugin, seconds), jobs) as pool:
        return [
            (item.source, result.page.text.decode().rstrip("\n"), result.error) for item, result in pool.clean(found)
        ]


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_documents(plugin, tmp_path, jobs):
    documents = list(find([str(killers.pages(tmp_path / "in", 70))]))
    shut = Unread("in/shut", "Permission denied")
    found = [shut, *documents[:5], shut, *documents[5:], shut]
    results = clean(plugin, iter(found), jobs)
    assert [source for source, _, _ in results] == [item.source for item in found]
    texts = [text for _, text, error in results if not error]
    assert texts == [f"The ferry number {page} left at nine." for page in range(70)]
    assert [number for number, result in enumerate(results) if result[2] == "Permission denied"] == [0, 6, 72]


def test_pages_that_bring_workers_down_are_put_aside_and_no_others(plugin, tmp_path):
    folder = killers.pages(tmp_path / "in", 24, DEADLY)
    results = clean(plugin, find([str(folder)]), 2, seconds=3)
    assert [text for _, text, error in results if not error] == [
        f"The ferry number {page} left at nine." for page in range(24) if page not in DEADLY
    ]
    assert {page: result[2] for page, result in enumerate(results) if result[2]} == {
        1: "its worker crashed: Aborted",
        3: "its worker crashed: Segmentation fault",
        4: "its worker ended with exit code 3",
        5: "its worker ended with exit code 4",
        9: "took longer than 3 s",
        12: "took longer than 3 s",
        20: "needs more memory than it may have",
        21: "its worker was killed, as the system does when memory runs out",
    }


def test_a_page_that_is_deaf_to_the_timer_holds_up_nobody(plugin, tmp_path, monkeypatch):
    monkeypatch.setattr("cleaner.batch.pool._GRACE", 0.5)
    monkeypatch.setattr("cleaner.batch.pool._LOOKS", 0.1)
    folder = killers.pages(tmp_path / "in", 12, {2: "DEAF"})
    results = clean(plugin, find([str(folder)]), 1, seconds=1)
    assert {page: error for page, (_, _, error) in enumerate(results) if error} == {2: "took longer than 1 s"}


def test_a_kill_from_outside_is_nobodys_fault(plugin, tmp_path):
    folder = killers.pages(tmp_path / "in", 8, {3: f"ONCE {tmp_path / 'killed'}"})
    results = clean(plugin, find([str(folder)]), 1)
    assert (tmp_path / "killed").exists()
    assert [error for _, _, error in results] == [""] * 8


def test_a_page_that_cannot_be_read_is_put_aside(plugin, tmp_path):
    assert clean(plugin, [Document(str(tmp_path / "gone.html"), "gone")], 1) == [
        (str(tmp_path / "gone.html"), "", "No such file or directory")
    ]


def test_a_page_that_fails_counts_under_its_outlet(plugin, tmp_path):
    folder = killers.pages(tmp_path / "in", 1, {0: "FAIL"})
    settings = Settings(url="https://www.gazette.example/ferry", profile="killers")
    with Pool(Setup((plugin,), settings=settings), 1) as pool:
        ((_, result),) = pool.clean(find([str(folder)]))
    assert "ValueError: never thought of" in result.error
    assert Tally.read(result.tally).outlet == "www.gazette.example"


def test_nothing_found(plugin):
    assert clean(plugin, [], 2) == []


def test_documents_are_taken_when_there_is_a_worker_for_them(plugin, tmp_path):
    folder = killers.pages(tmp_path / "in", 1)
    taken = count()

    def endless():
        while True:
            next(taken)
            yield Document(str(folder / "0000.txt"), "0000")

    with Pool(setup(plugin), 1) as pool:
        results = pool.clean(endless())
        for _ in range(3 * CHUNK):
            next(results)
        assert next(taken) <= 12 * CHUNK


def test_a_pool_leaves_no_process(plugin, tmp_path):
    folder = killers.pages(tmp_path / "in", 40, {0: "SLEEP"})
    with Pool(setup(plugin), 2) as pool:
        pool.start()
        results = pool.clean(find([str(folder)]))
        workers = [worker.process for worker in pool._workers]
        del results
        gc.collect()
    assert workers
    assert all(worker.poll() is not None for worker in workers)


def test_versions_are_those_of_the_plugins(plugin):
    with Pool(setup(plugin), 1) as pool:
        versions = pool.start()
    assert versions["killers"] is None
    assert versions["outlet-cleaner"]


def test_a_setup_that_cannot_work_is_an_error(plugin):
    with Pool(Setup((plugin,), settings=Settings(profile="nobody")), 1) as pool, pytest.raises(CleanerError) as raised:
        pool.start()
    assert "there is no profile 'nobody'" in str(raised.value)


def test_workers_that_never_begin_are_an_error(tmp_path):
    (tmp_path / "deadly.py").write_text("import os\nos._exit(7)\n")
    with Pool(Setup((str(tmp_path / "deadly.py"),)), 1) as pool, pytest.raises(WorkerError) as raised:
        pool.start()
    assert str(raised.value) == "workers end before they are ready: its worker ended with exit code 7"
