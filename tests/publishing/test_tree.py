import pytest

from transflow.errors import TransflowError
from transflow.publishing import tree as trees
from transflow.publishing.tree import MARKER, Tree


def publish(root, files, **options):
    tree = Tree(root / "public", root / "state/cache.json", **options)
    for path, text in files.items():
        tree.put(path, "key", text.encode())
    removed = tree.commit()
    return tree, removed


def content(root):
    return {
        path.relative_to(root / "public").as_posix(): path.read_text()
        for path in (root / "public").rglob("*")
        if path.is_file() and path.name != MARKER
    }


def test_what_changed_is_written_and_the_rest_is_the_same_file(tmp_path):
    publish(tmp_path, {"a/index.html": "one", "b/index.html": "two", "gone.html": "x"})
    kept = (tmp_path / "public/a/index.html").stat()
    tree, removed = publish(tmp_path, {"a/index.html": "one", "b/index.html": "new"})
    assert tree.written == ["b/index.html"]
    assert removed == ("gone.html",)
    assert content(tmp_path) == {"a/index.html": "one", "b/index.html": "new"}
    after = (tmp_path / "public/a/index.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (kept.st_ino, kept.st_mtime_ns)


def test_nothing_is_touched_when_nothing_changed(tmp_path):
    publish(tmp_path, {"a.html": "one"})
    before = (tmp_path / "public").stat().st_ino
    tree, removed = publish(tmp_path, {"a.html": "one"})
    assert (tree.written, removed) == ([], ())
    assert (tmp_path / "public").stat().st_ino == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["public", "state"]


def test_a_dry_run_tells_and_writes_nothing(tmp_path):
    publish(tmp_path, {"a.html": "one"})
    tree, removed = publish(tmp_path, {"b.html": "two"}, dry_run=True)
    assert (tree.written, removed) == (["b.html"], ("a.html",))
    assert content(tmp_path) == {"a.html": "one"}


def test_inputs_that_did_not_change_are_not_made_again_unless_the_file_was_touched(tmp_path):
    publish(tmp_path, {"a.html": "one"})
    tree = Tree(tmp_path / "public", tmp_path / "state/cache.json")
    assert tree.known("a.html", "key") == {}
    assert tree.known("a.html", "other") is None
    (tmp_path / "public/a.html").write_text("one, by hand")
    assert tree.known("a.html", "key") is None
    publish(tmp_path, {"a.html": "one"})
    assert content(tmp_path) == {"a.html": "one"}


def test_a_lost_cache_costs_time_and_changes_nothing(tmp_path):
    publish(tmp_path, {"a.html": "one"})
    (tmp_path / "state/cache.json").write_text("{broken")
    tree, _ = publish(tmp_path, {"a.html": "one"})
    assert tree.written == []


def test_a_folder_of_others_is_not_replaced(tmp_path):
    (tmp_path / "public").mkdir()
    (tmp_path / "public/thesis.txt").write_text("mine")
    with pytest.raises(TransflowError, match="did not write"):
        publish(tmp_path, {"a.html": "one"})
    assert (tmp_path / "public/thesis.txt").read_text() == "mine"


@pytest.mark.parametrize("cache", ["kept", "lost"])
def test_files_that_no_publish_wrote_stay(tmp_path, cache):
    publish(tmp_path, {"a.html": "one", "fr/gone.html": "two"})
    others = {"CNAME": "news.example.org", ".well-known/security.txt": "s", "fr/report.pdf": "r"}
    for path, text in others.items():
        file = tmp_path / "public" / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    (tmp_path / "public/latest.pdf").symlink_to("fr/report.pdf")
    if cache == "lost":
        (tmp_path / "state/cache.json").unlink()
    for text in ("changed", "changed again", "changed again"):
        _, removed = publish(tmp_path, {"a.html": text})
        assert set(removed) <= {"fr/gone.html"}
        assert content(tmp_path) == {"a.html": text, **others, "latest.pdf": "r"}
    assert (tmp_path / "public/latest.pdf").is_symlink()
    (tmp_path / "public/CNAME").unlink()
    publish(tmp_path, {"a.html": "more"})
    assert "CNAME" not in content(tmp_path)


def test_a_site_of_before_markers_had_lists_keeps_what_the_cache_does_not_know(tmp_path):
    publish(tmp_path, {"a.html": "one", "b.html": "two"})
    (tmp_path / "public" / MARKER).write_text("Made by transflow.\n")
    (tmp_path / "public/CNAME").write_text("news.example.org")
    _, removed = publish(tmp_path, {"a.html": "one"})
    assert removed == ("b.html",)
    assert content(tmp_path) == {"a.html": "one", "CNAME": "news.example.org"}


def test_a_crash_in_the_middle_leaves_the_site_and_the_next_publish_cleans_up(tmp_path):
    publish(tmp_path, {"a.html": "one"})
    tree = Tree(tmp_path / "public", tmp_path / "state/cache.json")
    tree.put("a.html", "key", b"half")
    del tree
    assert content(tmp_path) == {"a.html": "one"}
    assert (tmp_path / ".public.new").exists()
    publish(tmp_path, {"a.html": "one"})
    assert not (tmp_path / ".public.new").exists()


def test_a_crash_between_two_renames_is_mended(tmp_path):
    publish(tmp_path, {"a.html": "one"})
    (tmp_path / "public").rename(tmp_path / ".public.old")
    publish(tmp_path, {"a.html": "one"})
    assert content(tmp_path) == {"a.html": "one"}
    assert not (tmp_path / ".public.old").exists()


def test_a_link_is_not_followed_out_of_the_project(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "public").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(TransflowError, match="not a folder"):
        publish(tmp_path, {"a.html": "one"})


def spare(root):
    base = root / "state/site-before"
    return {path.relative_to(base).as_posix() for path in base.rglob("*")}


@pytest.mark.parametrize("exchange", [True, False])
def test_the_folder_swapped_out_becomes_the_next_site(tmp_path, monkeypatch, exchange):
    if not exchange:  # a system that cannot swap two folders in one step
        monkeypatch.setattr(trees, "_exchange", lambda *_: False)
    publish(tmp_path, {"a/index.html": "one", "b": "two", "c/d/index.html": "three"})
    publish(tmp_path, {"a/index.html": "one", "b": "new", "c/d/index.html": "three"})
    assert spare(tmp_path) == {MARKER, "a", "a/index.html", "b", "c", "c/d", "c/d/index.html"}
    publish(tmp_path, {"a": "a file now", "b/index.html": "a folder now"})
    assert content(tmp_path) == {"a": "a file now", "b/index.html": "a folder now"}
    publish(tmp_path, {"a/index.html": "one", "b": "two"})
    assert content(tmp_path) == {"a/index.html": "one", "b": "two"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["public", "state"]


def test_what_somebody_did_to_the_spare_folder_does_not_reach_the_site(tmp_path):
    publish(tmp_path, {"a.html": "one", "b.html": "two"})
    publish(tmp_path, {"a.html": "one", "b.html": "three"})
    folder = tmp_path / "state/site-before"
    (folder / "a.html").unlink()
    (folder / "a.html").write_text("ONE")
    (folder / "more").mkdir()
    (folder / "more/x.html").write_text("x")
    publish(tmp_path, {"a.html": "one", "b.html": "four"})
    assert content(tmp_path) == {"a.html": "one", "b.html": "four"}


def test_a_folder_of_others_is_no_spare_folder(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "thesis.txt").write_text("mine")
    publish(tmp_path, {"a.html": "one"})
    (tmp_path / "state/site-before").symlink_to(home)
    publish(tmp_path, {"a.html": "two"})
    (tmp_path / "state/site-before").unlink()
    home.rename(tmp_path / "state/site-before")
    publish(tmp_path, {"a.html": "three"})
    assert (tmp_path / "state/site-before/thesis.txt").read_text() == "mine"
    assert content(tmp_path) == {"a.html": "three"}
