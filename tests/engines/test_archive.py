import json
import multiprocessing
import os
import random
import signal
import stat
import warnings
import zipfile

import pytest

from tests.engines.build import MODEL, metadata, package
from transflow.engines import archive
from transflow.errors import EngineError


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


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
    "member",
    [
        "../evil",
        "/etc/evil",
        "pack/../../evil",
        "C:\\evil",
        "pack\\..\\evil",
        ".",
        "pack/a\x1b[31m",
    ],
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


@pytest.mark.parametrize(
    "member",
    ["pack/metadata.json", "pack/./model/model.bin", "pack/Model/Model.bin", "pack/model", "pack/metadata.json/x"],
)  # fmt: skip
def test_no_two_members_of_one_name(tmp_path, member):
    """Which of the two was checked, and which is used, would be anybody's guess."""
    path = package(tmp_path / "a.argosmodel")
    with warnings.catch_warnings(), zipfile.ZipFile(path, "a") as zipped:
        warnings.simplefilter("ignore", UserWarning)
        zipped.writestr(member, json.dumps(metadata(target="zh")))
    with pytest.raises(EngineError, match="two members of one name"):
        archive.inspect(path)


def test_no_bomb(tmp_path):
    path = tmp_path / "a.argosmodel"
    package(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("pack/zeros", b"\0" * 20_000_000)
    with pytest.raises(EngineError, match="bomb"):
        archive.inspect(path)


@pytest.mark.parametrize("real", [0, 4])
def test_zeros_that_pack_to_nothing_are_no_model(tmp_path, real):
    """Real packages unpack to less than one and a half times their size."""
    path = package(tmp_path / "a.argosmodel", members={"model/model.bin": None})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("pack/noise", random.Random(1).randbytes(real * 1024**2))
        with zipped.open("pack/model/model.bin", "w") as model:
            for _ in range(30):
                model.write(bytes(1024**2))
    with pytest.raises(EngineError, match="zip bomb"):
        archive.unpack(path, tmp_path / "into")
    assert not (tmp_path / "into").exists()


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


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (json.dumps(metadata(version="9" * 5_000)), "package_version"),
        (json.dumps(metadata(version="1.9\n#, fuzzy")), "package_version"),
        (json.dumps(metadata(version=[1, 9])), "package_version"),
        (json.dumps(metadata(target="fr/../..")), "to_code"),
        (json.dumps(metadata(source=7)), "from_code"),
        (json.dumps(metadata(type="frobnicate")), "type that is not known"),
        ("[" * 200_000, "cannot be read"),
        (json.dumps(metadata()) + " " * 2_000_000, "too large"),
        (json.dumps(metadata()).encode("utf-16"), "cannot be read"),
        (b"\xef\xbb\xbf" + json.dumps(metadata()).encode(), "BOM"),
    ],
    ids=lambda value: value if len(value) < 30 else "",
)
def test_metadata_that_no_package_has(tmp_path, facts, why):
    path = package(tmp_path / "a.argosmodel", members={"metadata.json": facts})
    with pytest.raises(EngineError, match=why):
        archive.inspect(path)


@pytest.mark.parametrize(
    "part", ["model/model.bin", "model/shared_vocabulary.txt", "sentencepiece.model"]
)
def test_a_part_is_missing(tmp_path, part):
    with pytest.raises(EngineError, match="holds no"):
        archive.inspect(package(tmp_path / "a.argosmodel", members={part: None}))


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_any_damage_is_told_and_harms_nothing(tmp_path, packing):
    whole = package(tmp_path / "whole.argosmodel")
    path = tmp_path / "a.argosmodel"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w", packing) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    data, chance = path.read_bytes(), random.Random(7)
    for _ in range(150):
        hurt = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 5))):
            hurt[chance.randrange(len(hurt))] = chance.randrange(256)
        path.write_bytes(hurt)
        try:
            place, _ = archive.unpack(path, tmp_path / "into" / "packages")
        except EngineError:
            continue
        assert place.parent == tmp_path / "into" / "packages"
    assert names(tmp_path / "into") == ["packages"]


def _die(*_arguments):
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_a_killed_install_left_is_cleared_away(tmp_path):
    path = package(tmp_path / "a.argosmodel")
    into = tmp_path / "argos" / "packages"
    child = multiprocessing.get_context("spawn").Process(
        target=archive.unpack, args=(path, into), kwargs={"progress": _die}
    )
    child.start()
    child.join(60)
    assert child.exitcode == -signal.SIGKILL
    assert len(names(tmp_path / "argos")) == 2
    place, new = archive.unpack(path, into)
    assert new
    assert (place / "model" / "model.bin").read_text() == MODEL
    assert names(tmp_path / "argos") == ["packages"]


def test_what_a_killed_install_had_put_aside_goes_back(tmp_path):
    """Killed between its two renames: the package that was to be replaced lies in the scratch folder."""
    argos = tmp_path / "argos"
    place, _ = archive.unpack(package(tmp_path / "a.argosmodel"), argos / "packages")
    aside = argos / ".transflow-unpack-packages-a1b2c3d4" / ".old"
    aside.mkdir(parents=True)
    place.rename(aside / "pack")
    others = argos / ".transflow-unpack-packages-old-a1b2c3d4"
    others.mkdir()
    archive.unpack(package(tmp_path / "b.argosmodel", folder="other"), argos / "packages")
    assert (place / "metadata.json").is_file()
    assert names(argos) == [others.name, "packages"]


def test_what_is_there_already_needs_no_writing(tmp_path):
    path = package(tmp_path / "a.argosmodel")
    place, _ = archive.unpack(path, tmp_path / "into")
    (tmp_path / "into" / ".transflow.lock").unlink(missing_ok=True)
    assert archive.unpack(path, tmp_path / "into") == (place, False)
    assert names(tmp_path / "into") == ["pack"]


def test_two_at_once(tmp_path):
    path = package(tmp_path / "a.argosmodel", members={"model/model.bin": "w" * 3_000_000})
    context = multiprocessing.get_context("spawn")
    with context.Pool(2) as pool:
        results = [pool.apply_async(archive.unpack, (path, tmp_path / "into")) for _ in range(2)]
        found = [result.get(60) for result in results]
    assert sorted(new for _, new in found) == [False, True]
    assert (found[0][0] / "model" / "model.bin").stat().st_size == 3_000_000
