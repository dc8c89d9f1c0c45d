"""Any CTranslate2 model in a folder: a starter's, taken out of its package, and ones made up."""

import json
import shutil
import zipfile

import numpy as np
import pytest

from transflow.config import EngineConfig
from transflow.engines import SteerableEngine, open_engine
from transflow.engines.directory import _tokens
from transflow.engines.loading import _attribute, load
from transflow.engines.pieces import listed
from transflow.errors import EngineError

TEXT = "The office opened in 1978."
_BIAS = b"decoder/projection/bias"


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


def test_pieces_that_are_never_chosen_need_no_computing(folder, tmp_path, root):
    """Starter models shut a third of the pieces out; the same drafts come with and without them.

    In the folder they are as good as shut, and none is left out; a text that must begin with one
    has all of them computed.
    """
    path = folder / "model.bin"
    data = bytearray(path.read_bytes())
    pieces = listed(folder)
    bias = np.frombuffer(data, np.float32, len(pieces), _attribute(data, _BIAS, rank=1)[0])
    shut = [piece for piece, value in zip(pieces, bias, strict=True) if value < -500]
    assert load(folder, 1)[1] == frozenset(pieces) - frozenset(shut)
    assert len(shut) > 0.2 * len(pieces)
    bias[bias < -500] = -400
    path.write_bytes(data)
    assert load(folder, 1)[1] == frozenset()
    package, whole = open_engine(EngineConfig(), "en", "fr", root=root), opened(tmp_path)
    word = next(piece for piece in shut if piece.startswith("▁"))
    for start in ((), tuple(package.encode("Ce bureau", target=True)), (word, shut[-1])):
        jobs = [(text, start) for text in (TEXT, "Fees fell by 12% in March.")]
        left, right = package.complete(jobs), whole.complete(jobs)
        assert [one.text for (one,) in left] == [one.text for (one,) in right]
        assert [one.pieces[: len(start)] for (one,) in left] == [start, start]


def test_a_vocabulary_mapping_of_its_own_is_not_used(folder, tmp_path, root):
    """It would make a draft hang on the sentences beside it in the batch."""
    (folder / "vmap.txt").write_text("\t▁le\n", "utf-8")
    package = open_engine(EngineConfig(), "en", "fr", root=root)
    assert opened(tmp_path).translate([TEXT])[0].text == package.translate([TEXT])[0].text


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
