"""Catalogs on disk: written only when they say something new, never over an editor's save."""

import os

import pytest

from tests.catalogs.build import NOW, draft_of, edit, messages, read, run, texts
from transflow.catalogs import StaleCatalogError, load_or_none, merge, save, update
from transflow.errors import CatalogError, TransflowError

ARTICLE = messages("Low tide.", "High tide.")


def test_no_file_is_no_catalog(tmp_path):
    assert load_or_none(tmp_path / "fr" / "tide.po") is None


def test_nothing_new_is_not_written(tmp_path):
    path = tmp_path / "tide.po"
    path.write_bytes(run(None, ARTICLE))
    os.utime(path, (1, 1))
    catalog = load_or_none(path)
    assert catalog is not None
    assert save(catalog, path, catalog.data) is False
    assert path.stat().st_mtime == 1


def test_a_save_by_an_editor_is_not_overwritten(tmp_path):
    path = tmp_path / "tide.po"
    path.write_bytes(run(None, ARTICLE))
    catalog = load_or_none(path)
    merged = merge(catalog, messages("New."), locale="fr", article_id="tide", today=NOW)
    edited = edit(path.read_bytes(), "Low tide.", "Marée basse.")
    path.write_bytes(edited)
    with pytest.raises(StaleCatalogError, match="another program"):
        save(merged.catalog, path, catalog.data)
    assert path.read_bytes() == edited
    assert [p.name for p in tmp_path.iterdir()] == ["tide.po"]


def test_a_save_at_the_last_moment_is_not_overwritten(tmp_path, monkeypatch):
    """The editor saves between our look and our rename: while we flush to disk."""
    path = tmp_path / "tide.po"
    path.write_bytes(run(None, ARTICLE))
    catalog = load_or_none(path)
    merged = merge(catalog, messages("New."), locale="fr", article_id="tide", today=NOW)
    edited = edit(path.read_bytes(), "Low tide.", "Marée basse.")
    flush = os.fsync

    def slow(handle):
        path.write_bytes(edited)
        flush(handle)

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(StaleCatalogError):
        save(merged.catalog, path, catalog.data)
    assert path.read_bytes() == edited
    assert [p.name for p in tmp_path.iterdir()] == ["tide.po"]


def test_a_file_that_appeared_or_vanished_meanwhile_is_noticed(tmp_path):
    path = tmp_path / "tide.po"
    catalog = merge(None, ARTICLE, locale="fr", article_id="tide", today=NOW).catalog
    path.write_bytes(b"somebody's")
    with pytest.raises(StaleCatalogError):
        save(catalog, path, None)
    with pytest.raises(StaleCatalogError):
        save(catalog, tmp_path / "other.po", b"was here")


def test_update_reads_again_and_keeps_both(tmp_path):
    path = tmp_path / "tide.po"
    path.write_bytes(run(None, ARTICLE))
    calls = []

    def change(old):
        calls.append(old)
        new = merge(old, messages("Low tide.", "New."), locale="fr", article_id="t", today=NOW)
        if len(calls) == 1:
            path.write_bytes(edit(path.read_bytes(), "Low tide.", "Marée basse."))
        return new.catalog

    assert update(path, change) is True
    assert len(calls) == 2
    assert texts(path.read_bytes()) == {"Low tide.": "Marée basse.", "New.": ""}
    assert update(path, lambda _: None) is False


def test_a_broken_file_is_an_error_and_left_alone(tmp_path):
    path = tmp_path / "tide.po"
    path.write_bytes(b'msgid "a"\nmsgstr "cut')
    with pytest.raises(CatalogError, match=r"tide\.po:2"):
        load_or_none(path)
    assert path.read_bytes() == b'msgid "a"\nmsgstr "cut'


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_faults_of_the_system_leave_the_old_file(tmp_path, monkeypatch, call):
    path = tmp_path / "tide.po"
    old = run(None, ARTICLE)
    path.write_bytes(old)
    catalog = load_or_none(path)
    merged = merge(catalog, messages("New."), locale="fr", article_id="tide", today=NOW)

    def fail(*_):
        raise OSError(28, "No space left on device")

    if call == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(type(path), "replace", fail)
    with pytest.raises(TransflowError, match="No space left"):
        save(merged.catalog, path, old)
    assert path.read_bytes() == old
    assert [p.name for p in tmp_path.iterdir()] == ["tide.po"]
    assert read(old).entries[0].msgstr == draft_of("Low tide.")
