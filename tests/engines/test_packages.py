import json
import os
import re
import sys
from zipfile import ZipFile

import pytest

from tests.engines.build import MODEL, installed, package
from transflow.config import EngineConfig
from transflow.engines import packages, pins
from transflow.errors import EngineError, TransflowError
from transflow.project.doctor import examine


def labels(found):
    return sorted(package.label for package in found if not package.broken)


def test_both_places_are_seen(argos, tmp_path):
    installed(argos, "translate-en_de", target="de", version="1.0")
    package(tmp_path / "models" / "x.argosmodel", target="fr", version="0.1")
    assert labels(packages.list_packages(tmp_path)) == ["en_de@1.0", "en_fr@0.1"]


def test_broken_folders_are_listed_and_harm_nothing(argos, tmp_path):
    installed(argos, "good", target="de")
    (argos / "translate-en_it-1_0").mkdir()
    (argos / "no-json").mkdir()
    (argos / "no-json" / "metadata.json").write_text("{")
    (argos / "odd").mkdir()
    (argos / "odd" / "metadata.json").write_text("[1]")
    installed(argos, "empty", members=("sentencepiece.model",), target="es")
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "cut.argosmodel").write_bytes(b"PK\x03\x04")
    found = packages.list_packages(tmp_path)
    assert labels(found) == ["en_de@1.9"]
    broken = {package.path.name: package.broken for package in found if package.broken}
    assert set(broken) == {"translate-en_it-1_0", "no-json", "odd", "empty", "cut.argosmodel"}
    assert "metadata.json" in broken["translate-en_it-1_0"]
    assert "model.bin" in broken["empty"]


def test_a_model_that_was_cut_short_is_told_before_it_is_used(argos, tmp_path, models):
    ((whole, _),) = packages.install(str(models / "translate-en_es-0_8.argosmodel"), root=tmp_path)
    assert labels(packages.list_packages(tmp_path)) == ["en_es@0.8"]
    os.truncate(whole.path / "model" / "model.bin", 1_000_000)
    (cut,) = packages.list_packages(tmp_path)
    assert cut.broken == "its model.bin is cut short, at 1,000,000 bytes"
    assert "cut short" in pins.info(EngineConfig(), "en", "es", root=tmp_path)["why"]
    (tmp_path / "workflow.yaml").write_text("source: {locale: en}\nlocales: {es: }\n")
    told = {one.subject: one.detail for one in examine(tmp_path) if not one.ok}
    assert told["package translate-en_es-0_8"] == cut.broken
    ((again, new),) = packages.install(
        str(models / "translate-en_es-0_8.argosmodel"), root=tmp_path
    )
    assert new
    assert not again.broken
    words = whole.path / "model" / "shared_vocabulary.json"
    words.rename(words.with_name("gone"))
    assert "vocabulary" in packages.list_packages(tmp_path)[0].broken
    words.with_name("gone").rename(words)
    (whole.path / "sentencepiece.model").write_bytes(b"")
    assert "tokenizer" in packages.list_packages(tmp_path)[0].broken


@pytest.mark.parametrize(
    "change",
    [
        ("sentencepiece.model", lambda _: b"garbage", "sentencepiece.model is no tokenizer"),
        ("sentencepiece.model", lambda data: data[:-100], "sentencepiece.model is no tokenizer"),
        ("model/shared_vocabulary.json", lambda _: b'["a"]', "vocabulary has 1 of"),
        ("model/shared_vocabulary.json", lambda data: data[:-9], "vocabulary cannot be read"),
    ],
)
def test_what_its_network_cannot_read_with_takes_no_sound_ones_place(
    argos, tmp_path, models, change
):
    member, content, says = change
    file = models / "translate-en_es-0_8.argosmodel"
    ((sound, _),) = packages.install(str(file), root=tmp_path)
    odd = tmp_path / "odd.argosmodel"
    with ZipFile(file) as whole, ZipFile(odd, "w") as made:
        for name in whole.namelist():
            data = whole.read(name)
            made.writestr(name, content(data) if name.endswith(member) else data)
    with pytest.raises(EngineError, match=says):
        packages.install(str(odd), root=tmp_path)
    assert labels(packages.list_packages(tmp_path)) == ["en_es@0.8"]
    part = sound.path / member
    part.write_bytes(content(part.read_bytes()))
    assert says in packages.list_packages(tmp_path, thorough=True)[0].broken


def test_a_package_of_one_language_is_none(argos, tmp_path):
    installed(argos, "itself", source="en", target="en")
    assert "twice" in packages.list_packages(tmp_path)[0].broken


def test_a_network_of_another_kind_is_told_before_it_is_used(argos, tmp_path):
    speech = MODEL.replace("\20\0TransformerSpec", "\14\0WhisperSpec")
    (installed(argos, "speech") / "model" / "model.bin").write_text(speech)
    installed(argos, "starter", transflow={"starter": True})
    found = packages.list_packages(tmp_path)
    assert "WhisperSpec" in next(one.broken for one in found if one.path.name == "speech")
    assert packages.best(found, "en", "fr").path.name == "starter"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        json.dumps({"from_code": "en", "to_code": "de", "package_version": "9" * 5_000}),
        '{"from_code": "en", "to_code": "de", "type": "frobnicate"}',
        '{"from_code": {"a": 1}, "to_code": "de"}',
        b"\xff\xfe{}",
        " " * 2_000_000,
    ],
    ids=["deep", "version", "type", "code", "bytes", "huge"],
)
def test_whatever_stands_in_metadata_it_is_listed(argos, tmp_path, text):
    folder = installed(argos, "translate-en_de-1_0", target="de")
    (folder / "metadata.json").write_bytes(text if isinstance(text, bytes) else text.encode())
    installed(argos, "good", target="de")
    found = packages.list_packages(tmp_path)
    assert labels(found) == ["en_de@1.9"]
    assert [one.pair for one in found if one.broken] == ["en_de"]
    assert packages.best(found, "en", "de").path.name == "good"


def test_sentence_splitter_packages_are_none_of_ours(argos, tmp_path):
    installed(argos, "sbd", type="sbd")
    assert packages.list_packages(tmp_path) == []


def test_newest_wins_and_starters_give_way(argos, tmp_path):
    installed(argos, "a", version="1.0")
    installed(argos, "b", version="1.10")
    installed(argos, "c", version="1.9")
    installed(argos, "d", version="9.0", transflow={"starter": True})
    best = packages.best(packages.list_packages(tmp_path), "en", "fr")
    assert best.version == "1.10"
    told = pins.info(EngineConfig(), "en", "fr", root=tmp_path)
    assert told["engine"] == "argos/en_fr@1.10"
    assert told["why"] == "en_fr@1.10 is newer than en_fr@1.9"
    packages.remove("b", root=tmp_path)
    packages.remove("c", root=tmp_path)
    told = pins.info(EngineConfig(), "en", "fr", root=tmp_path)
    assert told["why"] == "en_fr@1.0 is full, en_fr@9.0 a starter"


def test_a_starter_is_better_than_nothing(argos, tmp_path):
    installed(argos, "d", transflow={"starter": True})
    assert packages.best(packages.list_packages(tmp_path), "en", "fr").starter


def test_through_english(argos, tmp_path):
    installed(argos, "a", source="zh", target="en", version="1.1")
    installed(argos, "b", source="en", target="fr", version="1.2")
    used, convert = packages.chain(packages.list_packages(tmp_path), "zh-Hans", "fr")
    assert packages.engine_name(used) == "argos/zh_en@1.1+en_fr@1.2"
    assert convert == ""
    assert "English" in pins.info(EngineConfig(), "zh-Hans", "fr", root=tmp_path)["why"]
    assert packages.chain(packages.list_packages(tmp_path), "ru", "fr") is None


def test_pins(argos, tmp_path):
    installed(argos, "a", version="1.0")
    assert pins.pin(EngineConfig(), "en", "fr", root=tmp_path) == ("en->fr", "argos/en_fr@1.0")
    installed(argos, "b", version="2.0")
    config = EngineConfig(pins={"en->fr": "argos/en_fr@1.0"})
    known = packages.list_packages(tmp_path)
    (used,), _ = pins.pinned(known, config, "en", "fr")
    assert used.version == "1.0"
    gone = EngineConfig(pins={"en->fr": "argos/en_fr@0.8"})
    assert pins.pinned(known, gone, "en", "fr") is None
    assert pins.pinned(known, EngineConfig(), "en", "fr") is None


def test_pins_that_do_not_hold_are_told(argos, tmp_path):
    installed(argos, "a", version="1.0")
    installed(argos, "b", target="de", version="1.0")
    known = packages.list_packages(tmp_path)

    def told(name):
        config = EngineConfig(pins={"en->fr": name})
        assert bool(pins.pinned(known, config, "en", "fr")) is (name == "argos/en_fr@1.0")
        return pins.astray(known, config, "en", "fr")

    assert not told("argos/en_fr@1.0")
    assert "is not here" in told("argos/en_fr@0.8")
    assert "is not here" in told("en_fr")
    assert "does not translate that" in told("argos/en_de@1.0")
    odd = EngineConfig(pins={"en->xx": "argos/en_xx@1"})
    assert "no pair of this project (en->fr)" in pins.strange(odd, "en", ["fr"])[0]
    assert not pins.strange(EngineConfig(pins={"en->fr": "x"}), "en", ["fr"])


def test_info_says_what_a_conversion_lacks(argos, tmp_path, monkeypatch):
    installed(argos, "a", target="zh")
    assert "OpenCC" not in pins.info(EngineConfig(), "en", "zh-Hant", root=tmp_path)["why"]
    monkeypatch.setitem(sys.modules, "opencc", None)
    assert (
        "OpenCC is not installed" in pins.info(EngineConfig(), "en", "zh-TW", root=tmp_path)["why"]
    )


def test_info_says_what_a_pin_keeps(argos, tmp_path):
    installed(argos, "a", version="1.0")
    installed(argos, "b", version="2.0")
    config = EngineConfig(pins={"en->fr": "argos/en_fr@1.0"})
    told = pins.info(config, "en", "fr", root=tmp_path)
    assert told["engine"] == "argos/en_fr@1.0"
    assert told["why"] == "en_fr@2.0 would be the first choice; as pinned"
    told = pins.info(EngineConfig(), "en", "fr", root=tmp_path)
    assert told["why"] == "en_fr@2.0 is newer than en_fr@1.0"


def test_a_damaged_package_is_named_where_it_is_missed(tmp_path):
    package(tmp_path / "models" / "translate-en_fr-0_1.argosmodel")
    path = tmp_path / "models" / "translate-en_fr-0_1.argosmodel"
    path.write_bytes(path.read_bytes()[:100])
    error = packages.missing(packages.list_packages(tmp_path), "en", "fr")
    assert "translate-en_fr-0_1.argosmodel: is not a sound" in error.message


def test_install_and_remove(argos, tmp_path):
    package(tmp_path / "m.argosmodel", folder="translate-en_fr-1_9")
    ((made, new),) = packages.install("m.argosmodel", root=tmp_path)
    assert new
    assert made.path == argos / "translate-en_fr-1_9"
    assert packages.install("m.argosmodel", root=tmp_path)[0][1] is False
    assert packages.remove("en_fr@1.9", root=tmp_path) == [made.path]
    assert packages.list_packages(tmp_path) == []
    with pytest.raises(EngineError, match="no installed package"):
        packages.remove("en_fr", root=tmp_path)


def test_what_cannot_be_used_takes_nobodys_place(argos, tmp_path):
    name = "translate-en_fr-1_9"
    good = installed(argos, name)
    for number, members in enumerate(
        ({"model/model.bin": "rubbish!"}, {"sentencepiece.model": ""}, {"metadata.json": "{}"})
    ):
        file = package(tmp_path / f"{number}.argosmodel", folder=name, members=members)
        with pytest.raises(EngineError):
            packages.install(str(file), root=tmp_path)
    splitter = package(tmp_path / "s.argosmodel", folder="splitter", type="sbd")
    with pytest.raises(EngineError, match="no package that translates"):
        packages.install(str(splitter), root=tmp_path)
    assert (good / "model" / "model.bin").read_text() == MODEL
    assert labels(packages.list_packages(tmp_path)) == ["en_fr@1.9"]
    assert {path.name for path in argos.iterdir()} == {name, ".transflow.lock"}


def test_no_folder_of_somebody_else_is_replaced(argos, tmp_path):
    """An archive names its own folder, and may name any: only an earlier package of its pair goes."""
    (argos / "Documents").mkdir()
    (argos / "Documents" / "letter.txt").write_text("mine")
    installed(argos, "translate-en_zh-1_9", target="zh")
    for name in ("Documents", "translate-en_zh-1_9"):
        file = package(tmp_path / f"{name}.argosmodel", folder=name)
        with pytest.raises(EngineError, match="wants a folder that holds"):
            packages.install(str(file), root=tmp_path)
    assert (argos / "Documents" / "letter.txt").read_text() == "mine"
    assert labels(packages.list_packages(tmp_path)) == ["en_zh@1.9"]
    (argos / "translate-en_fr-1_9").mkdir()  # what is left of one of its pair
    file = package(tmp_path / "m.argosmodel", folder="translate-en_fr-1_9")
    assert packages.install(str(file), root=tmp_path)[0][1]


def test_a_link_to_a_package_is_removed_and_not_the_package(argos, tmp_path):
    installed(tmp_path, "elsewhere")
    (argos / "linked").symlink_to(tmp_path / "elsewhere")
    assert packages.remove("en_fr", root=tmp_path) == [argos / "linked"]
    assert not (argos / "linked").is_symlink()
    assert (tmp_path / "elsewhere" / "model" / "model.bin").is_file()


def test_a_broken_folder_can_be_removed_by_name(argos, tmp_path):
    (argos / "rubbish").mkdir()
    packages.remove("rubbish", root=tmp_path)
    assert not (argos / "rubbish").exists()


def test_the_projects_own_files_are_never_removed(tmp_path):
    path = package(tmp_path / "models" / "x.argosmodel")
    with pytest.raises(EngineError):
        packages.remove("en_fr", root=tmp_path)
    assert path.exists()


def test_installing_nonsense(tmp_path):
    with pytest.raises(EngineError, match="no such package file"):
        packages.install("nothing.argosmodel", root=tmp_path)


@pytest.mark.parametrize(
    ("what", "why"),
    [
        (".", "is a folder"),
        ("models/x", "is a folder"),
        ("xx", "CLDR"),
        ("a b", "not a language tag"),
    ],
)
def test_installing_nonsense_asks_no_network(what, why, tmp_path, monkeypatch):
    def never(*_arguments, **_more):
        raise AssertionError("the index was asked for")

    monkeypatch.setattr("transflow.engines.download.index", never)
    (tmp_path / "models" / "x").mkdir(parents=True)
    with pytest.raises(TransflowError, match=why):
        packages.install(what, root=tmp_path)


def test_argos_itself_finds_what_we_install(argos, models, tmp_path):
    ((made, _),) = packages.install(str(next(models.glob("translate-en_fr-*"))), root=tmp_path)
    from argostranslate import package as theirs

    (found,) = theirs.get_installed_packages([argos])
    assert (found.from_code, found.to_code) == ("en", "fr")
    assert json.loads((made.path / "metadata.json").read_text())["from_code"] == "en"


def test_each_starters_card_says_how_it_was_made(models):
    """A sentence of its own, with how long or how much it learned."""
    packed = sorted(models.glob("*.argosmodel"))
    assert len(packed) == 5
    for file in packed:
        with ZipFile(file) as archive:
            (card,) = (name for name in archive.namelist() if name.endswith("README.md"))
            text = archive.read(card).decode()
        learned = text.partition("## What it learned from\n\n")[2].partition("\n")[0]
        assert re.search(r"\d+ minutes|million pieces", learned), file.name
