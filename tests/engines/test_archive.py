import multiprocessing
import stat
import zipfile

import pytest

from tests.engines.build import MODEL, package
from transflow.engines import archive
from transflow.errors import EngineError


def test_a_sound_one(tmp_path):
    path = package(tmp_path / "a.argosmodel")
    assert archive.inspect(path)["to_code"] == "fr"
    place, new = archive.unpack(path, tmp_path / "into")
    assert new
    assert place == tmp_path / "into" / "pack"
    assert (place / "model" / "model.bin").read_text() == MODEL
    assert archive.unpack(path, tmp_path / "into") == (place, False)


def test_another_of_the_same_name_takes_its_place(tmp_path):
    archive.unpack(package(tmp_path / "a.argosmodel"), tmp_path / "into")
    newer = package(tmp_path / "b.argosmodel", version="2", members={"model/model.bin": "better"})
    place, new = archive.unpack(newer, tmp_path / "into")
    assert new
    assert (place / "model" / "model.bin").read_text() == "better"
    assert {entry.name for entry in (tmp_path / "into").iterdir()} == {"pack", ".transflow.lock"}


@pytest.mark.parametrize(
    "member", ["../evil", "/etc/evil", "pack/../../evil", "C:\\evil", "pack\\..\\evil"]
)
def test_no_member_outside(tmp_path, member):
    path = package(tmp_path / "a.argosmodel")
    with zipfile.ZipFile(path, "a") as zipped:
        zipped.writestr(member, "x")
    with pytest.raises(EngineError, match="leave its folder"):
        archive.unpack(path, tmp_path / "into")
    assert not (tmp_path / "evil").exists()
    assert not (tmp_path / "into").exists()


def test_no_link(tmp_path):
    path = package(tmp_path / "a.argosmodel")
    with zipfile.ZipFile(path, "a") as zipped:
        link = zipfile.ZipInfo("pack/model/link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        zipped.writestr(link, "/etc/passwd")
    with pytest.raises(EngineError, match="leave its folder"):
        archive.unpack(path, tmp_path / "into")


def test_no_bomb(tmp_path):
    path = tmp_path / "a.argosmodel"
    package(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("pack/zeros", b"\0" * 20_000_000)
    with pytest.raises(EngineError, match="bomb"):
        archive.inspect(path)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.5, 0.9, 0.99])
def test_cut_short(tmp_path, share, models):
    data = next(models.glob("translate-en_fr-*")).read_bytes()
    path = tmp_path / "a.argosmodel"
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(EngineError, match="not a sound"):
        archive.unpack(path, tmp_path / "into")
    assert not (tmp_path / "into").exists()


def test_damaged_inside(tmp_path):
    path = package(tmp_path / "a.argosmodel", members={"model/model.bin": "weights" * 100})
    data = bytearray(path.read_bytes())
    at = data.find(b"weightsweights") + 20
    data[at] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(EngineError, match="damaged"):
        archive.unpack(path, tmp_path / "into")
    assert [entry.name for entry in (tmp_path / "into").iterdir()] == [".transflow.lock"]


def test_no_metadata(tmp_path):
    with pytest.raises(EngineError, match=r"no metadata\.json"):
        archive.inspect(package(tmp_path / "a.argosmodel", members={"metadata.json": None}))
    with pytest.raises(EngineError, match="from_code"):
        archive.inspect(package(tmp_path / "b.argosmodel", members={"metadata.json": "{}"}))
    with pytest.raises(EngineError, match="not an object"):
        archive.inspect(package(tmp_path / "c.argosmodel", members={"metadata.json": "[]"}))


def test_two_at_once(tmp_path):
    path = package(tmp_path / "a.argosmodel", members={"model/model.bin": "w" * 3_000_000})
    context = multiprocessing.get_context("spawn")
    with context.Pool(2) as pool:
        results = [pool.apply_async(archive.unpack, (path, tmp_path / "into")) for _ in range(2)]
        found = [result.get(60) for result in results]
    assert sorted(new for _, new in found) == [False, True]
    assert (found[0][0] / "model" / "model.bin").stat().st_size == 3_000_000
