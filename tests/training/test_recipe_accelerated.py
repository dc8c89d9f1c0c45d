# ruff: noqa: E402
import random

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed (training only)")

import numpy as np

from training import checkpoints, parcel
from training.accelerated import Learner, branch
from training.batches import END, Example
from training.checkpoints import Checkpoint
from training.development import loss
from training.model import Shape, Translator
from training.packing import Packed, pack
from training.tables import PADDING, Table, columns, joined, merged

STARTS = {"fr": 3, "zh": 4}
EVERY = {"fr": 1.0, "zh": 1.0}


def examples(count, seed):
    """Sentences of 1 to 30 pieces, some without a translation into one of two languages."""
    rng = random.Random(seed)

    def sentence():
        return [rng.randrange(10, 90) for _ in range(rng.randrange(1, 31))]

    made = []
    for _ in range(count):
        codes = rng.choice((("fr",), ("zh",), ("fr", "zh")))
        made.append(Example(sentence(), {code: sentence() for code in codes}))
    return made


def whole(row):
    """The pieces of a padded row up to its end, without it."""
    pieces = row.tolist()
    return tuple(pieces[: pieces.index(END)])


def read(table, cells):
    """What batches hold, as (language, English, given, wanted)."""
    found = []
    for batch in table.batches(STARTS, EVERY, cells, np.random.default_rng(1)):
        for code, side in batch.sides.items():
            assert side.wanted.numel() <= cells
            assert side.tokens == (side.wanted != PADDING).sum()
            for place, source in enumerate(batch.source):
                seen = ~batch.hidden[place, 0, 0]
                assert seen.sum() == len(whole(source)) + 1
                wanted = side.wanted[place][side.wanted[place] != PADDING]
                assert wanted[-1] == END
                given = side.given[place][: len(wanted)].tolist()
                assert given == [STARTS[code], *wanted[:-1].tolist()]
                found.append((code, whole(source), tuple(wanted[:-1].tolist())))
    return sorted(found)


def test_every_pair_is_read_once_with_what_it_is_given_and_what_is_wanted():
    made = examples(200, 1)
    english, targets = columns(made, ("fr", "zh"))
    expected = sorted(
        (code, tuple(e.source), tuple(pieces)) for e in made for code, pieces in e.targets.items()
    )
    assert read(Table(english, targets, "cpu"), 640) == expected


def test_parts_of_a_table_are_read_like_the_whole():
    parts = [columns(examples(30, seed), ("fr", "zh")) for seed in (2, 3)]
    together = columns(examples(30, 2) + examples(30, 3), ("fr", "zh"))
    targets = {code: joined([part[1][code] for part in parts]) for code in ("fr", "zh")}
    table = Table(joined([part[0] for part in parts]), targets, "cpu")
    assert read(table, 500) == read(Table(*together, "cpu"), 500)


def test_an_english_sentence_of_two_languages_is_read_once(tmp_path):
    pack(tmp_path / "fr.npz", [([5, 6], [10]), ([7], [11, 12])])
    pack(tmp_path / "zh.npz", [([7], [20]), ([8], [21]), ([5, 6], [22]), ([7], [23])])
    packed = {code: Packed(tmp_path / f"{code}.npz") for code in ("fr", "zh")}
    english, targets = merged(packed)
    assert len(english.lengths) == 3
    assert read(Table(english, targets, "cpu"), 100) == [
        ("fr", (5, 6), (10,)),
        ("fr", (7,), (11, 12)),
        ("zh", (5, 6), (22,)),
        ("zh", (7,), (20,)),
        ("zh", (8,), (21,)),
    ]


def test_a_language_is_used_by_its_chance():
    english, targets = columns(examples(300, 4), ("fr", "zh"))
    rng = np.random.default_rng(2)
    batches = Table(english, targets, "cpu").batches(STARTS, {"fr": 1.0, "zh": 0.25}, 600, rng)
    rows = {"fr": 0, "zh": 0}
    for batch in batches:
        for code, side in batch.sides.items():
            rows[code] += len(side.given)
    assert rows["fr"] == (targets["fr"].lengths > 0).sum()
    assert 0.15 < rows["zh"] / (targets["zh"].lengths > 0).sum() < 0.35


def network():
    torch.manual_seed(3)
    return Translator(Shape(90, ("fr", "zh"), width=32, inner=64, heads=2, encoder=1, decoder=1))


def test_a_network_learns_both_languages_and_a_branch_says_what_it_says():
    made = [Example([10 + n], {"fr": [30 + n], "zh": [60 + n]}) for n in range(6)]
    model, everything = network(), torch.arange(90)
    learner = Learner(model, dict.fromkeys(EVERY, everything), STARTS, smoothing=0.0)
    table = Table(*columns(made, ("fr", "zh")), "cpu")
    losses = []
    for _ in range(80):
        for batch in table.batches(STARTS, EVERY, 2000, np.random.default_rng(1)):
            found = learner.step(batch, 5e-3, 5e-3)
            losses.append(sum(value.item() for value in found.values()) / 24)
    assert losses[-1] < 0.3 < losses[0]
    held = loss(model, made, "zh", STARTS["zh"])
    assert held == pytest.approx(losses[-1], abs=0.3)
    state = Checkpoint(model.shape, model.state_dict(), model.state_dict())
    alone = branch(state, "zh")
    assert alone.shape.languages == ("zh",)
    single = Translator(alone.shape)
    single.load_state_dict(alone.mean)
    assert loss(single, made, "zh", STARTS["zh"]) == pytest.approx(held, abs=1e-4)


def test_what_is_not_usable_is_neither_learned_nor_in_the_way():
    made = [Example([10], {"fr": [30, 31]}), Example([11], {"fr": [32]})]
    model = network()
    usable = torch.tensor([END, 30, 31])
    learner = Learner(model, {"fr": usable}, {"fr": 3}, smoothing=0.0)
    batch = next(
        Table(*columns(made, ("fr",)), "cpu").batches(
            {"fr": 3}, {"fr": 1.0}, 500, np.random.default_rng(1)
        )
    )
    before = model.bias.detach().clone()
    learner.step(batch, 1e-2, 1e-2)
    moved = (model.bias.detach() != before)[0].nonzero().flatten().tolist()
    assert moved == usable.tolist()


def test_a_parcel_holds_what_was_prepared(tmp_path):
    pairs = [([7, 8], [300]), ([5], [400, 401, 402]), ([5], [40])]
    pack(tmp_path / "pairs.fr.npz", pairs)
    (tmp_path / "domain.tsv").write_text("en\tfr\nyes\toui\n", "utf-8")
    there = tmp_path / "there"
    there.mkdir()
    for name in ("pairs.fr.npz", "domain.tsv"):
        parcel.grow(parcel.shrink(tmp_path / name, tmp_path), there)
    back = Packed(there / "pairs.fr.npz")
    assert sorted(back[place] for place in range(len(back))) == sorted(pairs)
    assert (there / "domain.tsv").read_text("utf-8") == "en\tfr\nyes\toui\n"


def test_weights_travel_as_8_bit_rows_in_parts(tmp_path, monkeypatch):
    monkeypatch.setattr(parcel, "PART", 8000)
    model = network()
    model.bias.data.normal_()
    (tmp_path / "fr").mkdir()
    checkpoints.save(
        tmp_path / "fr" / "checkpoint.pt",
        Checkpoint(model.shape, model.state_dict(), model.state_dict()),
    )
    parts = parcel.split(tmp_path / "fr" / "checkpoint.pt", tmp_path)
    assert len(parts) > 2
    back = parcel.restore(parts[::-1])
    assert back.shape == model.shape
    for name, value in model.state_dict().items():
        allowed = 0 if value.ndim < 2 or name == "bias" else value.abs().max().item() / 250
        assert (back.mean[name] - value).abs().max().item() <= allowed
