import os
from pathlib import Path

import pytest

from transflow.errors import TransflowError, UnsafePathError
from transflow.files import charset, contents, inside, read_text, write_atomic


def test_a_write_makes_parents_and_leaves_no_temporary_file(tmp_path):
    path = tmp_path / "a" / "b.txt"
    write_atomic(path, b"one")
    write_atomic(path, b"two")
    assert path.read_bytes() == b"two"
    assert [p.name for p in path.parent.iterdir()] == ["b.txt"]


def test_a_rewrite_keeps_the_permissions(tmp_path):
    path = tmp_path / "b.txt"
    write_atomic(path, b"one")
    path.chmod(0o640)
    write_atomic(path, b"two")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_full_disk_leaves_the_old_file(tmp_path):
    small = Path("/dev/full")
    if not small.exists():
        pytest.skip("this system has no /dev/full")
    folder = tmp_path / "locked"
    folder.mkdir()
    path = folder / "b.txt"
    write_atomic(path, b"one")

    def full(_handle):
        raise OSError(28, "No space left on device")

    saved, os.fsync = os.fsync, full
    try:
        with pytest.raises(TransflowError, match="No space left on device") as told:
            write_atomic(path, b"two")
    finally:
        os.fsync = saved
    assert "make room" in told.value.hint
    assert path.read_bytes() == b"one"
    assert [p.name for p in folder.iterdir()] == ["b.txt"]


@pytest.mark.parametrize("bad", ["../x", "a/../../x", "/etc/passwd", "..\\x"])
def test_a_path_may_not_leave_its_folder(tmp_path, bad):
    with pytest.raises(UnsafePathError):
        inside(tmp_path, bad)


def test_a_link_may_not_leave_its_folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "out").symlink_to("/etc")
    with pytest.raises(UnsafePathError):
        inside(tmp_path / "in", "out/passwd")


def test_a_byte_order_mark_is_dropped_on_reading(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfa\r\n")
    assert read_text(path) == "a\r\n"


def test_a_loop_of_links_is_told(tmp_path):
    (tmp_path / "round").symlink_to("round")
    with pytest.raises(UnsafePathError, match="'round/x' leads nowhere"):
        inside(tmp_path, "round/x")


@pytest.mark.parametrize(
    "label",
    [
        "undefined",
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "base64",
        "rot13",
        "utf-7",
        "cp037",
        "none-such",
    ],
)
def test_what_python_can_decode_is_not_always_a_charset(label):
    with pytest.raises(LookupError):
        charset(label)


@pytest.mark.parametrize(
    "label",
    [
        "UTF-8",
        "latin1",
        "windows-1251",
        "koi8-r",
        "Shift_JIS",
        "gb18030",
        "EUC-KR",
        "iso-2022-jp",
        "big5",
        "macintosh",
        "tis-620",
        "UTF-16",
        "utf-32-le",
    ],
)
def test_charsets_in_which_files_are_written(label):
    assert "Pier 1".encode(label).decode(charset(label)) == "Pier 1"


def test_a_pipe_in_the_place_of_a_file_is_told_and_not_waited_for(tmp_path):
    pipe = tmp_path / "terms.csv"
    os.mkfifo(pipe)
    with pytest.raises(
        TransflowError, match=r"terms\.csv: cannot be read: it is no regular file but a pipe"
    ):
        read_text(pipe)
    with pytest.raises(OSError, match="it is no regular file but a device"):
        contents(Path("/dev/zero"))


def test_a_pipe_that_the_shell_opened_is_read():
    end, other = os.pipe()
    os.write(other, b"words")
    os.close(other)
    try:
        assert contents(Path(f"/dev/fd/{end}")) == b"words"
    finally:
        os.close(end)
