"""The starter models, decoded for real."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from transflow.config import EngineConfig
from transflow.engines import Decoding, Engine, SteerableEngine, open_engine, packages
from transflow.engines import argos as argos_module
from transflow.errors import EngineError

SENTENCES = [
    "The office opened in 1978.",
    "Innovators filed 312,704 applications, of which 48,115 came from China.",
    "He met the Governor.",
    "The Director General signed a memorandum of understanding.",
    "More than half of them were filed by small firms in the south of the country.",
    "A patent protects an invention.",
]


@pytest.fixture
def engine(root):
    return open_engine(EngineConfig(threads=2), "en", "fr", root=root)


def test_what_it_is(engine):
    assert engine.name.startswith("argos/en_fr@")
    assert isinstance(engine, Engine)
    assert isinstance(engine, SteerableEngine)
    assert (engine.source, engine.target) == ("en", "fr")


def test_a_draft_does_not_depend_on_its_neighbours(engine):
    together = [draft.text for draft in engine.translate(SENTENCES * 3)]
    alone = [engine.translate([text])[0].text for text in SENTENCES]
    backwards = [draft.text for draft in engine.translate(SENTENCES[::-1])][::-1]
    assert together == alone * 3
    assert backwards == alone


def test_all_targets_write_their_script(root):
    for tag, letter in (("zh-Hans", "\u4e00"), ("fr", "a"), ("es", "a")):
        (draft,) = open_engine(EngineConfig(), "en", tag, root=root).translate([SENTENCES[0]])
        assert any(abs(ord(one) - ord(letter)) < 0x5200 for one in draft.text)
        assert draft.score < 0
        assert "1978" in draft.text


def test_completions_begin_as_told(engine):
    begin = engine.encode("Le bureau", target=True)
    ((best, *_),) = engine.complete([(SENTENCES[0], begin)], n_best=2, attention=True)
    assert best.text.startswith("Le bureau")
    assert list(best.pieces[: len(begin)]) == begin
    assert len(best.attention) == len(best.pieces)
    assert all(len(row) == len(best.source) for row in best.attention)
    assert engine.score([(SENTENCES[0], best.pieces)])[0] == pytest.approx(best.score, abs=1e-3)


def test_a_beginning_that_is_read_at_once_is_completed_as_piece_by_piece(engine):
    plain = Decoding()
    jobs = [(text, engine.encode("La", target=True)) for text in SENTENCES]
    slow = engine.complete(jobs, beam=1, attention=True, decoding=plain, whole=False)
    onward = replace(plain, onward=True)
    quick = engine.complete(jobs, beam=1, attention=True, decoding=onward, whole=False)
    for (text, begin), (one, *_), (other, *_) in zip(jobs, slow, quick, strict=True):
        assert other.pieces == one.pieces
        assert other.complete
        assert len(other.attention) == len(other.pieces)
        after = engine.piece_logprobs([(text, begin)], [[*other.pieces[len(begin) :], "</s>"]])[0]
        assert other.score == pytest.approx(sum(after) / (len(other.pieces) + 1), abs=0.02)


def test_piece_logprobs_are_those_of_the_whole(engine):
    ((best,),) = engine.decode_free([SENTENCES[0]], attention=False)
    before, after = best.pieces[:2], best.pieces[2:]
    (logs,) = engine.piece_logprobs([(SENTENCES[0], before)], [after])
    assert len(logs) == len(after)
    assert all(log <= 0 for log in logs)
    (likely,) = engine.piece_logprobs([(SENTENCES[0], before)], [after[:1]])
    (unlikely,) = engine.piece_logprobs(
        [(SENTENCES[0], before)], [engine.encode("Quatorze", target=True)[:1]]
    )
    assert likely[0] > unlikely[0]


def test_target_pieces_are_known_to_the_model(root):
    for tag, text in (("zh-Hans", "《专利合作条约》鱻"), ("fr", "Œuvre «ñ»"), ("es", "año 日本")):
        engine = open_engine(EngineConfig(), "en", tag, root=root)
        pieces = engine.encode(text, target=True)
        known = engine._decoder._known
        assert known.issuperset(pieces)
        assert engine.decode(pieces) == text


def test_attention_aligns_the_year(engine):
    (draft,) = engine.translate([SENTENCES[0]])
    links = {(SENTENCES[0][a:b], draft.text[c:d]) for a, b, c, d in draft.alignment}
    assert ("1978", "1978") in links


def test_penalties_change_the_search(engine):
    ((plain,),) = engine.decode_free([SENTENCES[4]], attention=False)
    ((long,),) = engine.decode_free([SENTENCES[4]], decoding=Decoding(min_length=60))
    assert len(long.pieces) >= 60 > len(plain.pieces)


def test_one_model_a_process(root):
    config = EngineConfig()
    first = open_engine(config, "en", "fr", root=root)
    second = open_engine(config, "en", "fr", root=root)
    assert first._decoder is second._decoder
    assert len({id(decoder) for decoder in argos_module._OPEN.values()}) == len(argos_module._OPEN)


def test_no_package(root):
    with pytest.raises(EngineError, match="no package translates en -> sw") as caught:
        open_engine(EngineConfig(), "en", "sw", root=root)
    assert "models install sw" in caught.value.hint


def test_pivot(root, argos, models):
    """French to Spanish by way of English, with a package that only claims to read French."""
    import json

    ((first, _),) = packages.install(str(next(models.glob("translate-en_fr-*"))), root=root)
    facts = json.loads((first.path / "metadata.json").read_text())
    facts.update(from_code="fr", to_code="en")
    (first.path / "metadata.json").write_text(json.dumps(facts))
    engine = open_engine(EngineConfig(), "fr", "es", root=root)
    assert engine.name == f"argos/fr_en@{first.version}+en_es@0.8"
    (draft,) = engine.translate(["L'office en 1978."])
    assert draft.text
    ((best, *_),) = engine.complete([("L'office en 1978.", engine.encode("La", target=True))])
    assert best.text.startswith("La")


def test_damaged_model(root, argos):
    from tests.engines.build import installed

    installed(argos, "bad", target="de")
    engine = open_engine(EngineConfig(), "en", "de", root=root)
    with pytest.raises(EngineError):
        engine.translate(["Hello there."])


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("sentencepiece.model", b"\x80\x04\x95 no pieces", "tokenizer cannot be read"),
        ("bpe.model", b"\xfa\xff\xfe", "tokenizer cannot be read"),
        ("bpe.model", b"a b\nc", "tokenizer cannot be read"),
        ("model/shared_vocabulary.json", b"5", "vocabulary is no list"),
        ("model/shared_vocabulary.json", b"[0, 1, 2]", "vocabulary is no list"),
        ("model/shared_vocabulary.json", b"[" * 200_000, "vocabulary cannot be read"),
        ("model/shared_vocabulary.json", b"\xff", "vocabulary cannot be read"),
        ("model/config.json", b"[]", "model cannot be loaded"),
    ],
)
def test_a_package_with_rubbish_in_it_is_told_when_it_is_used(
    tmp_path, models, file, content, told
):
    """Nothing in a package ends the program; the file at fault is named."""
    ((package, _),) = packages.install(str(next(models.glob("translate-en_fr-*"))), root=tmp_path)
    if file == "bpe.model":
        (package.path / "sentencepiece.model").unlink()
    (package.path / file).write_bytes(content)
    engine = open_engine(EngineConfig(), "en", "fr", root=tmp_path)
    with pytest.raises(EngineError, match=told) as caught:
        engine.translate(["Hello there."])
    assert str(package.path) in str(caught.value)


def test_nothing_heavy_is_imported(root):
    code = (
        "import sys; from pathlib import Path; from transflow.config import EngineConfig;"
        "from transflow.engines import open_engine;"
        f"e = open_engine(EngineConfig(), 'en', 'fr', root=Path({str(root)!r}));"
        "e.translate(['A patent.']);"
        "print([m for m in ('torch', 'stanza', 'spacy', 'minisbd', 'argostranslate.translate')"
        " if m in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert result.stdout.strip() == "[]"


def test_what_runs_on_is_stopped_by_the_length_of_its_source(engine):
    endless = Decoding(min_length=32, max_ratio=0.0)
    ((best,),) = engine.decode_free([SENTENCES[1]], decoding=endless)
    assert not best.complete
    assert len(best.pieces) == 32
