"""Memory: what people approved is found again; nothing that happens to the file stops a run."""

import multiprocessing
import os
import sqlite3
import threading

import pytest

from transflow.memory import Match, Memory
from transflow.model import (
    Draft,
    Entry,
    Finding,
    Provenance,
    Severity,
    State,
    TermResult,
    TermWay,
)

DRAFT = Draft(
    "La «mer»\n",
    -0.25,
    "argos/en_fr@1.9",
    ((0, 3, 0, 2),),
    (TermResult("pct", "PCT", "PCT", TermWay.FREE),),
    (Finding("terms", Severity.WARNING, "x"),),
)


def entries(*pairs, state=State.APPROVED):
    return [Entry(source, target, state) for source, target in pairs]


def test_drafts_come_back_as_they_were(tmp_path):
    with Memory.open(tmp_path / ".transflow" / "memory.sqlite") as memory:
        assert memory.cached("k") is None
        memory.remember("k", DRAFT)
        memory.remember_many({f"k{n}": Draft(str(n)) for n in range(1200)})
    with Memory.open(tmp_path / ".transflow" / "memory.sqlite") as memory:
        assert memory.cached("k") == DRAFT
        assert len(memory.cached_many([f"k{n}" for n in range(2000)])) == 1200


def test_approved_entries_are_found_best_neighbours_first(tmp_path):
    with Memory.open(tmp_path / "m.sqlite") as memory:
        memory.index("a", "fr", entries(("One.", "Un."), ("Sea.", "Mer."), ("Two.", "Deux.")))
        memory.index(
            "b", "fr", entries(("X.", "X."), ("Sea.", "Océan."), ("Y.", "Y.")), date="2026-01-01"
        )
        found = memory.exact("Sea.", "fr", before="One.", after="Two.")
        assert found == [
            Match("Sea.", "Mer.", 101, "a"),
            Match("Sea.", "Océan.", 100, "b", "2026-01-01"),
        ]
        assert memory.exact("Sea.", "es") == []
        assert memory.exact("Sea", "fr") == []
        assert memory.exact("Sea.", "fr", context="verb") == []


def test_only_what_people_approved_is_remembered(tmp_path):
    with Memory.open(tmp_path / "m.sqlite") as memory:
        for state in (
            State.DRAFT,
            State.EDITED,
            State.CHANGED,
            State.UNCONFIRMED,
            State.TRANSLATED,
        ):
            memory.index("a", "fr", entries(("Sea.", "Mer."), state=state))
            assert memory.exact("Sea.", "fr") == []
        gone = Entry("Sea.", "Mer.", State.OBSOLETE, provenance=Provenance(approved="abcd"))
        memory.index("a", "fr", [gone])
        assert [m.target for m in memory.exact("Sea.", "fr")] == ["Mer."]
        memory.index("a", "fr", [])
        assert memory.exact("Sea.", "fr") == []


def test_what_was_indexed_is_known_by_its_digest(tmp_path):
    with Memory.open(tmp_path / "m.sqlite") as memory:
        assert not memory.is_indexed("a", "fr", "1")
        memory.index("a", "fr", [], digest="1")
        assert memory.is_indexed("a", "fr", "1")
        assert not memory.is_indexed("a", "fr", "2")


@pytest.mark.parametrize(
    "garbage", [b"not a database" * 100, b"", b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_damaged_file_is_made_anew(tmp_path, garbage):
    path = tmp_path / "m.sqlite"
    path.write_bytes(garbage)
    with Memory.open(path) as memory:
        memory.remember("k", DRAFT)
        assert memory.cached("k") == DRAFT
    with Memory.open(path) as memory:
        assert memory.cached("k") == DRAFT


def test_a_file_damaged_inside_is_made_anew_while_in_use(tmp_path):
    path = tmp_path / "m.sqlite"
    with Memory.open(path) as memory:
        memory.remember_many({f"k{n}": Draft("x" * 500) for n in range(2000)})
    size = path.stat().st_size
    with path.open("r+b") as stream:
        stream.seek(4096)
        stream.write(os.urandom(size - 8192))
    with Memory.open(path) as memory:
        memory.cached_many([f"k{n}" for n in range(2000)])
        memory.remember("new", DRAFT)
        assert memory.cached("new") == DRAFT


def test_a_file_of_another_version_is_made_anew(tmp_path):
    path = tmp_path / "m.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("pragma user_version=99")
    connection.execute("create table draft(other)")
    connection.commit()
    connection.close()
    with Memory.open(path) as memory:
        memory.remember("k", DRAFT)
        assert memory.cached("k") == DRAFT


def test_a_folder_that_cannot_be_made_costs_only_the_cache(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with Memory.open(tmp_path / "file" / "m.sqlite") as memory:
        memory.remember("k", DRAFT)
        assert memory.cached("k") == DRAFT


def test_deleting_the_file_under_an_open_memory_stops_nothing(tmp_path):
    path = tmp_path / "m.sqlite"
    with Memory.open(path) as memory:
        memory.remember("k", DRAFT)
        for file in tmp_path.iterdir():
            file.unlink()
        memory.remember("l", DRAFT)
        memory.cached("k")
    with Memory.open(path) as memory:
        memory.remember("m", DRAFT)
        assert memory.cached("m") == DRAFT


def _write(path, name, count):
    with Memory.open(path) as memory:
        for number in range(count):
            memory.remember(f"{name}{number}", DRAFT)


def test_processes_share_it(tmp_path):
    path = tmp_path / "m.sqlite"
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_write, args=(path, name, 40)) for name in "ab"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
        assert worker.exitcode == 0
    with Memory.open(path) as memory:
        assert len(memory.cached_many(f"{name}{n}" for name in "ab" for n in range(40))) == 80


def test_threads_share_it(tmp_path):
    with Memory.open(tmp_path / "m.sqlite") as memory:

        def work(name):
            for number in range(50):
                memory.remember(f"{name}{number}", DRAFT)
                assert memory.cached(f"{name}{number}") == DRAFT

        threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(memory.cached_many(f"{x}{n}" for x in "abc" for n in range(50))) == 150


def test_without_a_path_nothing_is_kept():
    with Memory.open(None) as memory:
        memory.remember("k", DRAFT)
        assert memory.cached("k") == DRAFT


def test_which_of_two_translations_is_offered_does_not_depend_on_who_came_first(tmp_path):
    found = []
    for order in (("a", "b"), ("b", "a")):
        with Memory.open(tmp_path / f"{order[0]}.sqlite") as memory:
            for origin in order:
                pair = ("Salt and the sea.", f"{origin} words.")
                memory.index(origin, "fr", entries(pair), date="2026-01-01")
            memory.index("c", "fr", entries(("Salt and the sea.", "old words.")), date="2020-01-01")
            found.append(
                (
                    [match.target for match in memory.exact("Salt and the sea.", "fr")],
                    [match.target for match in memory.fuzzy("Salt and a sea.", "fr")],
                )
            )
    assert found[0] == found[1] == (["a words.", "b words.", "old words."], ["a words."])
