"""Any CTranslate2 model in a folder: a starter's, taken out of its package, and ones made up."""

import json
import shutil
import zipfile

import pytest

from transflow.config import EngineConfig
from transflow.engines import SteerableEngine, open_engine
from transflow.engines.directory import _tokens
from transflow.engines.loading import _attribute
from transflow.errors import EngineError

TEXT = "The office opened in 1978."


@pytest.fixture
def folder(tmp_path, models):
    """A folder as ctranslate2's converters leave one, with SentencePiece beside it."""
    with zipfile.ZipFile(next(models.glob("translate-en_fr-*"))) as archive:
        archive.extractall(tmp_path / "x")
    (inner,) = (tmp_path / "x").iterdir()
    shutil.copytree(inner / "model", tmp_path / "opus")
    shutil.copy(inner / "sentencepiece.model", tmp_path / "opus" / "source.spm")
    shutil.copy(inner / "sentencepiece.model", tmp_path / "opus" / "target.spm")
    return tmp_path / "opus"


def opened(root, target="fr", **config):
    spec = {"ctranslate2": "opus"}
    return open_engine(EngineConfig(**config), "en", target, root=root, spec=spec)


def test_same_drafts_as_the_package(folder, tmp_path, root):
    engine = opened(tmp_path)
    assert isinstance(engine, SteerableEngine)
    assert engine.name.startswith("ctranslate2/opus@")
    package = open_engine(EngineConfig(), "en", "fr", root=root)
    assert engine.translate([TEXT])[0].text == package.translate([TEXT])[0].text


def test_one_engine_a_process(folder, tmp_path):
    assert opened(tmp_path) is opened(tmp_path)


def test_attention_that_aligns(folder, tmp_path, root):
    """A model that names the first head of the last layer is read with all heads."""
    path = folder / "model.bin"
    data = bytearray(path.read_bytes())
    data[slice(*_attribute(data, b"decoder/alignment_heads"))] = b"\1\0"
    data[slice(*_attribute(data, b"decoder/alignment_layer"))] = b"\xff\xff"
    path.write_bytes(data)
    ((plain,),) = opened(tmp_path).decode_free([TEXT])
    package = open_engine(EngineConfig(), "en", "fr", root=root)
    ((right,),) = package.decode_free([TEXT])
    assert plain.text == right.text
    assert plain.attention == right.attention


@pytest.mark.parametrize(
    ("known", "target", "tokens"),
    [
        ({"eng_Latn", "fra_Latn", "zho_Hans"}, "zh-Hans", (["zho_Hans"], ["eng_Latn"], ["</s>"])),
        ({"__en__", "__fr__"}, "fr", (["__fr__"], ["__en__"], ["</s>"])),
        ({">>fra<<", ">>spa<<"}, "es", ([], [">>spa<<"], [])),
        ({">>cmn_Hans<<", ">>jpn<<"}, "zh-Hans", ([], [">>cmn_Hans<<"], [])),
        ({"▁a"}, "fr", ([], [], [])),
    ],
)
def test_language_tokens(tmp_path, known, target, tokens):
    settings = {"add_source_eos": ">>fra<<" in known or ">>jpn<<" in known}
    assert _tokens(frozenset(known), settings, "en", target, tmp_path) == tokens


def test_a_language_the_model_does_not_know(tmp_path):
    for known in ({"eng_Latn", "fra_Latn"}, {"__en__", "__fr__"}, {">>fra<<", ">>spa<<"}):
        with pytest.raises(EngineError, match="does not know"):
            _tokens(frozenset(known), {}, "en", "sw", tmp_path)


def test_what_is_missing_is_said(folder, tmp_path):
    (folder / "source.spm").unlink()
    (folder / "target.spm").unlink()
    with pytest.raises(EngineError, match="no SentencePiece"):
        opened(tmp_path)
    (folder / "model.bin").unlink()
    with pytest.raises(EngineError, match="no CTranslate2 model"):
        opened(tmp_path)


def test_a_folder_outside_is_refused(tmp_path):
    with pytest.raises(Exception, match="leads out"):
        open_engine(EngineConfig(), "en", "fr", root=tmp_path, spec={"ctranslate2": "../x"})


def test_settings_that_are_none(folder, tmp_path):
    (folder / "config.json").write_text(json.dumps([]))
    with pytest.raises(EngineError):
        opened(tmp_path).translate([TEXT])
