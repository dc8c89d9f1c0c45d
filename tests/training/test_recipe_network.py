# ruff: noqa: E402
import hashlib
import json
import zipfile

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed (training only)")
pytest.importorskip("ctranslate2", reason="ctranslate2 is not installed")

import ctranslate2
import numpy as np
import sentencepiece
from torch.nn import functional

from training import average, cards, checkpoints, smoke
from training.batches import Batch, Example
from training.development import greedy
from training.export import Use, every_piece, export
from training.growth import deepened
from training.loss import NEVER, Sampler, sampled_loss
from training.model import Shape, Translator
from training.optimizer import orthogonal
from training.package import UnreadablePackageError, read_package, widened
from training.step import Rates, Trainer
from training.transfer import translations
from training.vocabulary import sample

SHAPE = Shape(
    pieces=600, languages=("fr",), width=32, inner=64, heads=2, encoder=2, decoder=2
)  # fmt: skip


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory):
    folder = tmp_path_factory.mktemp("vocabulary")
    smoke.make_corpus(folder / "data", 300)
    text = folder / "text"
    text.write_text("\n".join(sample(folder / "data", [], ["fr"], 300)), "utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(text), model_prefix=str(folder / "spm"), vocab_size=600, byte_fallback=True,
        unk_id=0, bos_id=1, eos_id=2, pad_id=-1, control_symbols=["<2fr>"], minloglevel=2,
        hard_vocab_limit=False,
    )  # fmt: skip
    return folder / "spm.model"


@pytest.fixture
def network(vocabulary):
    torch.manual_seed(5)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))
    shape = Shape(**{**vars(SHAPE), "pieces": pieces.get_piece_size()})
    model = Translator(shape)
    model.bias.data.normal_()
    return model, pieces


def test_with_all_pieces_as_candidates_the_sampled_loss_is_the_full_one():
    states, rows = torch.randn(7, 16), torch.randn(50, 16)
    bias, wanted = torch.randn(50), torch.randint(50, (7,))
    full = functional.cross_entropy(states @ rows.T + bias, wanted, reduction="sum")
    assert torch.allclose(sampled_loss(states, rows, bias, wanted, 0.0), full, atol=1e-4)


def test_what_is_learned_over_a_sample_is_the_chance_itself():
    generator = np.random.default_rng(4)
    frequency = 1 / np.arange(1, 81)
    sampler = Sampler(frequency / frequency.sum(), 10)
    bias = torch.zeros(80, requires_grad=True)
    optimizer = torch.optim.Adam([bias], lr=0.03)
    states, rows = torch.zeros(30, 1), torch.zeros(80, 1)
    total = np.zeros(80)
    for step in range(1500):
        wanted = generator.choice(80, 30, p=sampler.frequency)
        chosen = sampler.candidates(wanted, generator)
        off = torch.from_numpy(sampler.log_chance(chosen, 30))
        places = torch.from_numpy(np.searchsorted(chosen, wanted))
        optimizer.zero_grad()
        sampled_loss(states, rows[chosen], bias[chosen] - off, places, 0.0).backward()
        optimizer.step()
        if step >= 500:
            total += bias.detach().numpy() / 1000
    learned = np.exp(total) / np.exp(total).sum()
    assert np.abs(learned - sampler.frequency).sum() < 0.15


def test_orthogonal_updates_have_even_directions():
    values = torch.linalg.svdvals(orthogonal(torch.randn(3, 24, 16)))
    assert values.min() > 0.4
    assert values.max() < 1.5


def test_a_padded_sentence_is_read_as_if_alone(network):
    model, _ = network
    long, short = list(range(10, 30)), [40, 41, 42]
    alone = greedy(model, [short], "fr", 3)
    assert greedy(model, [short, long], "fr", 3)[0][: len(alone[0])] == alone[0]


TEXTS = (("good day", "bonjour"), ("thank you", "merci"), ("good night", "bonne nuit"))


def taught(model, pieces):
    batch = Batch(tuple(Example(pieces.encode(s), {"fr": pieces.encode(t)}) for s, t in TEXTS))
    flat = np.full(pieces.get_piece_size(), 1 / pieces.get_piece_size())
    start = pieces.piece_to_id("<2fr>")
    trainer = Trainer(model, {"fr": start}, {"fr": Sampler(flat, 50)}, seed=1)
    losses = [trainer.step([batch], Rates(5e-3, 5e-3, 0.0))["fr"] for _ in range(60)]
    return [loss / tokens for loss, tokens in losses]


def test_training_learns_a_small_set(network):
    model, pieces = network
    losses = taught(model, pieces)
    assert losses[-1] < 0.5 < losses[0]
    found = greedy(model, [pieces.encode("thank you")], "fr", pieces.piece_to_id("<2fr>"))
    assert pieces.decode(found[0]) == "merci"


def test_a_package_translates_like_the_network_and_can_be_read_back(network, vocabulary, tmp_path):
    model, pieces = network
    taught(model, pieces)
    state = checkpoints.Checkpoint(model.shape, model.state_dict(), model.state_dict())
    archive = export(
        state, vocabulary, every_piece(model.bias[0].detach()), "fr", version="0.7", card="Card",
        out=tmp_path, starter=True,
    )  # fmt: skip
    with zipfile.ZipFile(archive) as package:
        package.extractall(tmp_path / "x")
    folder = tmp_path / "x" / "translate-en_fr-0_7"
    metadata = json.loads((folder / "metadata.json").read_text("utf-8"))
    assert metadata["transflow"] == {"starter": True}
    assert (metadata["from_code"], metadata["to_code"]) == ("en", "fr")
    own = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    engine = ctranslate2.Translator(str(folder / "model"), compute_type="int8")
    tokens = [own.encode(english, out_type=str) for english, _ in TEXTS]
    results = engine.translate_batch(tokens, beam_size=2, max_decoding_length=20)
    found = [own.decode(result.hypotheses[0]) for result in results]
    assert found == [target for _, target in TEXTS]

    back, stored = read_package(archive)
    assert back.shape == model.shape
    assert sentencepiece.SentencePieceProcessor(model_proto=stored).encode("vote") == (
        pieces.encode("vote")
    )
    apart = back.weights["embedding.weight"] - model.embedding.weight.detach()
    assert apart.abs().max() < 0.01
    assert (back.weights["bias"] > NEVER).any()


def test_a_package_can_be_trained_on_in_the_vocabulary_that_its_own_was_cut_from(
    network, vocabulary, tmp_path
):
    model, pieces = network
    taught(model, pieces)
    state = checkpoints.Checkpoint(model.shape, model.state_dict(), model.state_dict())
    needed = np.zeros(pieces.get_piece_size())
    needed[[piece for pair in TEXTS for text in pair for piece in pieces.encode(text)]] = 9
    archive = export(
        state, vocabulary, Use(needed, needed), "fr", version="0.7", card="", out=tmp_path,
        starter=True,
    )  # fmt: skip
    back, cut = read_package(archive)
    assert back.shape.pieces < model.shape.pieces
    fresh = Translator(model.shape)
    whole = Translator(model.shape)
    whole.load_state_dict(widened(back, cut, pieces, fresh))
    sources = [pieces.encode(english) for english, _ in TEXTS]
    found = greedy(whole, sources, "fr", pieces.piece_to_id("<2fr>"))
    assert [pieces.decode(line) for line in found] == [target for _, target in TEXTS]
    own = sentencepiece.SentencePieceProcessor(model_proto=cut)
    kept = set(own.id_to_piece(list(range(own.get_piece_size()))))
    lacking = [n for n in range(model.shape.pieces) if pieces.id_to_piece(n) not in kept]
    assert torch.equal(whole.embedding.weight[lacking], fresh.embedding.weight[lacking])


def test_a_network_with_more_layers_computes_the_same_and_learns_with_all_of_them(network):
    model, pieces = network
    taught(model, pieces)
    state = checkpoints.Checkpoint(model.shape, model.state_dict(), model.state_dict())
    more = deepened(state, 2 * model.shape.encoder + 1, model.shape.decoder + 1)
    deep = Translator(more.shape)
    deep.load_state_dict(more.mean)
    source = torch.tensor([pieces.encode("good night")])
    hidden = torch.zeros(1, 1, 1, source.shape[1], dtype=torch.bool)
    with torch.no_grad():
        assert torch.allclose(
            deep.decode(source, deep.encode(source, hidden), hidden),
            model.decode(source, model.encode(source, hidden), hidden),
            atol=1e-5,
        )
    taught(deep, pieces)
    outputs = [value for name, value in deep.state_dict().items() if name.endswith("output.weight")]
    assert all(value.abs().max() > 0 for value in outputs)
    with pytest.raises(ValueError, match="more than 1 and 1"):
        deepened(more, 1, 1)


def test_a_damaged_package_is_refused(tmp_path):
    (tmp_path / "cut.argosmodel").write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(UnreadablePackageError, match="not an Argos package"):
        read_package(tmp_path / "cut.argosmodel")


def test_word_alignment_finds_what_translates_what():
    known = [[1, 2], [1, 3], [2, 3], [1, 2, 3]]
    new = [[11, 12], [11, 13], [12, 13], [13, 11, 12]]
    given, wanted, counts = translations(known, new, 20)
    best = {piece: wanted[given == piece][counts[given == piece].argmax()] for piece in (1, 2, 3)}
    assert best == {1: 11, 2: 12, 3: 13}


def test_a_finished_package_has_its_card_and_is_marked(network, vocabulary, tmp_path):
    model, _ = network
    state = checkpoints.Checkpoint(model.shape, model.state_dict(), model.state_dict())
    archive = export(
        state, vocabulary, every_piece(model.bias[0].detach()), "fr", version="0.7", card="",
        out=tmp_path / "raw", starter=False,
    )  # fmt: skip
    scores = {
        "domain": {"sentences": 104, "bleu": 12.34, "chrf": 45.6},
        "copying": {"number": (3, 4), "url": (1, 2)},
        "empty": 0, "loops": 5, "runaway": 1,
    }  # fmt: skip
    out = tmp_path / "out"
    out.mkdir()
    made = cards.finish(archive, scores, "It saw little text.", out)
    assert (
        made.read_bytes() == cards.finish(archive, scores, "It saw little text.", out).read_bytes()
    )
    with zipfile.ZipFile(made) as package:
        text = package.read("translate-en_fr-0_7/README.md").decode()
        metadata = json.loads(package.read("translate-en_fr-0_7/metadata.json"))
    assert metadata["transflow"] == {"starter": True}
    assert "| domain | 104 | 12.3 | 45.6 |" in text
    assert "copies 4 of 6" in text
    assert "{" not in text
    cards.write_sums(out)
    digest = hashlib.sha256(made.read_bytes()).hexdigest()
    assert (out / "SHA256SUMS").read_text() == f"{digest}  {made.name}\n"


def test_means_of_checkpoints_and_lent_encoders():
    one, other = (
        {"encoder.0": torch.full((2,), value), "decoder.0": torch.full((2,), value)}
        for value in (1.0, 3.0)
    )
    assert average.mean([one, other], [0.75, 0.25])["decoder.0"].tolist() == [1.5, 1.5]
    lent = average.lent(one, [other, other], 0.5)
    assert lent["encoder.0"].tolist() == [2.0, 2.0]
    assert lent["decoder.0"].tolist() == [1.0, 1.0]
