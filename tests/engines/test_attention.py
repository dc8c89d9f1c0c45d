"""Attention is made into numbers when it is looked at, and then it is what the model gave."""

from pathlib import Path

import pytest

from transflow.config import EngineConfig
from transflow.engines import open_engine

ROOT = Path(__file__).parents[2]
TEXT = "The office opened in 1978."


def decoded():
    engine = open_engine(EngineConfig(threads=1), "en", "fr", root=ROOT)
    ((hypothesis,),) = engine.decode_free([TEXT])
    return hypothesis


def test_a_row_a_target_piece_and_a_weight_a_source_piece():
    hypothesis = decoded()
    assert len(hypothesis.attention) == len(hypothesis.pieces)
    assert {len(row) for row in hypothesis.attention} == {len(hypothesis.source)}
    for row in hypothesis.attention:  # the end of the source has the rest
        assert all(weight >= 0 for weight in row)
        assert sum(row) == pytest.approx(1, abs=0.9)


def test_every_way_of_looking_shows_the_same_numbers():
    attention, again = decoded().attention, decoded().attention
    assert attention[0] == next(iter(again))
    assert attention[:2] == [again[0], again[1]]
    assert attention == again
    assert attention != [[2.0] * len(row) for row in again]
    assert attention != "attention"
