"""published.json between two branches: what git merges, and what it leaves half done."""

import json
import subprocess
from datetime import UTC, datetime

import pytest

from tests.conftest import need
from transflow.errors import TransflowError
from transflow.publishing.record import Record, RecordedPage

from .newsroom import Newsroom

PAGE = RecordedPage("fr/a/", "s1", "c1", "2024-01-01", "2024-01-01", "s1", "2024-01-01")


def git(folder, *words, check=True):
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(
        ["git", "-C", str(folder), *identity, *words], check=check, capture_output=True, text=True
    )


def commit(room, message):
    git(room.root, "add", "-A", ":!public", ":!.transflow")
    git(room.root, "commit", "-m", message)


@pytest.fixture
def room(tmp_path):
    """Two branches that both published: one added an article, each edited another one."""
    need("git")
    room = Newsroom.make(tmp_path)
    room.settings["gate"]["on_change"] = "keep"
    room.translate("fr")
    room.publish()
    git(tmp_path, "init", "-b", "main")
    commit(room, "both")
    git(tmp_path, "switch", "-c", "left")
    room.write("boats.md", "# Boats\n\nThey are new.\n")
    room.write("nets.md", "# Nets\n\nMend them.\n")
    room.now = datetime(2024, 9, 2, tzinfo=UTC)
    room.translate("fr")
    room.publish()
    commit(room, "left")
    git(tmp_path, "switch", "main")
    room.write("tide.md", "# Tides\n\nThey turn.\n")
    room.write("moon.md", "# Moon\n\nIt pulls.\n")
    room.now = datetime(2024, 9, 3, tzinfo=UTC)
    room.translate("fr")
    room.publish()
    commit(room, "right")
    return room


def test_an_entry_is_a_line(tmp_path):
    path = tmp_path / "published.json"
    Record({"fr/b": PAGE, "fr/a": PAGE}, {"fr/old/": "fr/a"}, {"s1": 'text:{"a": 1,\n}'}).save(path)
    lines = path.read_text("utf-8").splitlines()
    assert [line.partition(":")[0].strip() for line in lines if line.startswith("  ")] == [
        '"fr/a"', '"fr/b"', '"fr/old/"', '"s1"',
    ]  # fmt: skip
    assert json.loads("\n".join(lines))["pages"]["fr/a"]["address"] == "fr/a/"
    assert Record.load(path).sources["s1"] == 'text:{"a": 1,\n}'


def test_an_empty_record_is_json(tmp_path):
    Record().save(tmp_path / "published.json")
    assert json.loads((tmp_path / "published.json").read_text()).keys() == {
        "version", "pages", "moved", "sources",
    }  # fmt: skip
    assert Record.load(tmp_path / "published.json") == Record()


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3", "union"])
def test_a_publish_after_a_merge_is_as_if_there_had_been_one_branch(room, style):
    (room.root / ".gitattributes").write_text(
        "published.json merge=union\n" if style == "union" else ""
    )
    shown = "merge" if style == "union" else style
    merged = git(room.root, "-c", f"merge.conflictStyle={shown}", "merge", "left", check=False)
    path = room.root / "published.json"
    if style == "union":
        assert merged.returncode == 0, merged.stdout
    else:
        assert "<<<<<<<" in path.read_text("utf-8"), "else this test shows nothing"
    record = Record.load(path)
    assert {"fr/nets", "fr/moon", "fr/boats", "fr/tide"} <= record.pages.keys()
    assert record.pages["fr/boats"].first == "2024-09-01"
    room.translate("fr")
    room.now = datetime(2024, 9, 4, tzinfo=UTC)
    room.publish()
    pages = Record.load(path).pages
    assert pages["fr/boats"].updated == "2024-09-02"
    assert pages["fr/tide"].updated == "2024-09-03"
    assert pages["fr/deep/reef"].updated == "2024-09-01"
    assert json.loads(path.read_text("utf-8"))
    assert room.publish().written == ()


def test_of_two_lines_for_one_page_the_later_counts(tmp_path):
    path = tmp_path / "published.json"
    Record({"fr/a": PAGE}).save(path)
    text = path.read_text("utf-8")
    (line,) = [line for line in text.splitlines() if line.startswith("  ")]
    later = line.replace('"updated": "2024-01-01"', '"updated": "2024-02-02"')
    later = later.replace('"first": "2024-01-01"', '"first": "2024-01-15"')
    for both in (f"{line}\n{later}", f"{later}\n{line}"):
        path.write_text(text.replace(line, both), "utf-8")
        page = Record.load(path).pages["fr/a"]
        assert (page.first, page.updated) == ("2024-01-01", "2024-02-02")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"pages": []}', '{"pages": {"a": 1}}', "<<<<<<< x"]
)
def test_what_is_no_record_is_an_error_that_says_what_to_do(tmp_path, text):
    path = tmp_path / "published.json"
    path.write_text(text)
    with pytest.raises(TransflowError, match="cannot be read"):
        Record.load(path)
