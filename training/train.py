"""Step 3: train one network for all target languages, or adapt a model to a house style.

    python -m training.train --data build/training --vocabulary spm.model --out build/run

Goes on from `OUT/checkpoint.pt` if there is one. Every few minutes it writes the checkpoint and
prints the loss and chrF2 on held sentences. With `--from PACKAGE.argosmodel --memory FILE` it
starts from a package and trains on approved translations (PO or TMX) instead.
"""

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from sentencepiece import SentencePieceProcessor

from training import checkpoints, development
from training.batches import Batch, DomainText, endless
from training.growth import deepened
from training.loss import NEVER, Sampler, starting_bias
from training.material import Material, frequencies, prepared, remembered
from training.model import Shape, Translator
from training.package import read_package, widened
from training.step import Rates, Trainer, average
from training.vocabulary import start_token

TEMPLATES = Path(__file__).parent / "templates.tsv"


def feed(
    stock: Material, pieces: SentencePieceProcessor, options: argparse.Namespace, seed: int
) -> Iterator[list[Batch]]:
    """Batches of one step, for ever: one of domain text and one of the bulk."""
    rng = random.Random(seed)
    domain = DomainText(
        stock.rows, stock.templates, pieces, rng, chances=stock.chances, copies=options.copies
    )
    texts = domain.endless(options.domain_cells)
    bulk = {
        code: endless(packed, code, options.bulk_cells, rng)
        for code, packed in stock.packed.items()
    }
    while True:
        batches = [next(texts)]
        if bulk:
            language = rng.choices(list(stock.shares), list(stock.shares.values()))[0]
            batches.append(next(bulk[language]))
        yield batches


def rates(options: argparse.Namespace, steps: int, done: float) -> Rates:
    """Learning rates: a short rise, a level stretch, and a straight fall to nearly nothing."""
    factor = min(1.0, (steps + 1) / options.warm) * max(0.02, min(1.0, (1 - done) / options.fall))
    return Rates(options.rate_matrices * factor, options.rate * factor)


def run(
    model: Translator,
    stock: Material,
    pieces: SentencePieceProcessor,
    samplers: dict[str, Sampler],
    options: argparse.Namespace,
) -> None:
    """Train until the time is up."""
    seed = int(time.time())
    starts = {code: pieces.piece_to_id(start_token(code)) for code in stock.languages}
    trainer = Trainer(model, starts, samplers, seed, half=options.half)
    path = options.out / "checkpoint.pt"
    state = checkpoints.Checkpoint(model.shape, model.state_dict(), {})
    if path.exists():
        state = checkpoints.load(path, device())
        model.load_state_dict(state.weights)
        trainer.restore(state.optimizers)
        print(f"goes on after {state.steps} steps, {state.seconds / 60:.1f} min", flush=True)
    mean = state.mean or {name: value.clone() for name, value in model.state_dict().items()}
    judge = Translator(model.shape).to(device())
    before, began = state.seconds, time.time()
    saved = logged = began
    sums: dict[str, list[float]] = {}
    steps, tokens, heard = state.steps, state.tokens, 0

    def spent() -> float:
        return before + time.time() - began

    def keep() -> None:
        checkpoints.save(
            path,
            checkpoints.Checkpoint(
                model.shape, model.state_dict(), mean, trainer.state(), steps, tokens, spent()
            ),
        )

    for batches in feed(stock, pieces, options, seed):
        done = spent() / (options.minutes * 60)
        if done >= 1 or (options.steps and steps >= options.steps):
            break
        for code, (loss, count) in trainer.step(batches, rates(options, steps, done)).items():
            total = sums.setdefault(code, [0.0, 0.0])
            total[0] += loss
            total[1] += count
            heard += count
            tokens += count
        steps += 1
        if steps % 10 == 0:
            average(mean, model, min(options.mean, steps / (steps + 100)) ** 10)
        if steps % options.log == 0:
            now = time.time()
            losses = " ".join(f"{code} {a / b:.3f}" for code, (a, b) in sorted(sums.items()))
            speed = heard / (now - logged)
            print(
                f"step {steps} {losses} {speed:.0f} tok/s {tokens / 1e6:.2f}M "
                f"{spent() / 60:.1f} min",
                flush=True,
            )
            sums, heard, logged = {}, 0, now
        if time.time() - saved > options.save * 60:
            keep()
            print(development.report(mean, judge, stock.held, pieces, starts), flush=True)
            saved = time.time()
    keep()
    print(
        development.report(mean, judge, stock.held, pieces, starts, decoded=options.decoded),
        flush=True,
    )


def device() -> str:
    """Where to train."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def begun(start: Path | None) -> tuple[checkpoints.Checkpoint | None, bytes]:
    """The network to go on from, None for a new one, and a package's own vocabulary."""
    if start is None:
        return None, b""
    if start.suffix == ".argosmodel":
        return read_package(start)
    return checkpoints.load(start, device()), b""


def train(options: argparse.Namespace) -> None:
    """Train one network for all languages on prepared text."""
    pieces = SentencePieceProcessor(model_file=str(options.vocabulary))
    stock = prepared(options.data, options.languages, TEMPLATES)
    state, cut = begun(options.start)
    own = state.shape if state else Shape(0, ())
    shape = Shape(
        pieces.get_piece_size(), stock.languages, options.width or own.width, options.inner or own.inner,
        options.heads or own.heads, options.encoder or own.encoder, options.decoder or own.decoder,
    )  # fmt: skip
    chances = {code: frequencies(stock, code, pieces) for code in stock.languages}
    model = Translator(shape, options.dropout).to(device())
    model.bias.data.copy_(torch.stack([starting_bias(chance) for chance in chances.values()]))
    if state:
        state = deepened(state, shape.encoder, shape.decoder)
        model.load_state_dict(widened(state, cut, pieces, model) if cut else state.mean)
    samplers = {code: Sampler(chance, options.sample) for code, chance in chances.items()}
    run(model, stock, pieces, samplers, options)


def adapt(options: argparse.Namespace) -> None:
    """Train a package on approved translations; its vocabulary goes to OUT/spm.model."""
    state, vocabulary = read_package(options.package)
    (options.out / "spm.model").write_bytes(vocabulary)
    pieces = SentencePieceProcessor(model_proto=vocabulary)
    (language,) = state.shape.languages
    stock = remembered(options.memory, language, TEMPLATES)
    if not stock.rows:
        raise SystemExit(f"no approved translations into '{language}' in {options.memory}")
    print(f"{len(stock.rows)} translations to learn from, {len(stock.held)} held", flush=True)
    model = Translator(state.shape, options.dropout).to(device())
    model.load_state_dict(state.weights)
    # Pieces that the memory lacks stay in the sample, so that they are not forgotten upwards.
    usable = (state.weights["bias"][0] > NEVER + 1).numpy()
    known = np.where(usable, np.exp(state.weights["bias"][0].double().numpy()), 0.0)
    starts = {language: pieces.piece_to_id(start_token(language))}
    before = development.report(
        state.mean, model, stock.held, pieces, starts, decoded=options.decoded
    )
    print(f"before: {before}", flush=True)
    chance = 0.5 * frequencies(stock, language, pieces) + 0.5 * known / known.sum()
    run(model, stock, pieces, {language: Sampler(chance, options.sample)}, options)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, help="folder that `prepare` wrote")
    parser.add_argument("--vocabulary", type=Path, help="SentencePiece model")
    parser.add_argument("--out", type=Path, required=True, help="folder of the checkpoint")
    parser.add_argument(
        "--languages",
        default="zh:.35:1,fr:.18:1,es:.15:1,ru:.17:1,ar:.15:1",
        help="target languages, each with its share of the bulk batches and the chance that a "
        "domain sentence's translation into it is used",
    )
    parser.add_argument("--minutes", type=float, default=60, help="time the whole run may take")
    parser.add_argument("--steps", type=int, default=0, help="stop after this many steps")
    parser.add_argument("--start", type=Path, help="checkpoint or package to go on from")
    size = parser.add_argument_group(
        "size of the network",
        "Left out, that of the package in --start, or 192, 768, 4, 4 and 2. A package may get more layers.",
    )
    size.add_argument("--width", type=int, help="size of a token's vector")
    size.add_argument("--inner", type=int, help="feed-forward size")
    size.add_argument("--heads", type=int, help="attention heads")
    size.add_argument("--encoder", type=int, help="encoder layers")
    size.add_argument("--decoder", type=int, help="decoder layers")
    parser.add_argument("--dropout", type=float, default=0.0, help="for runs of many epochs")
    parser.add_argument("--rate", type=float, default=1.2e-3, help="learning rate (Adam)")
    parser.add_argument("--rate-matrices", type=float, default=4e-3, help="learning rate (Muon)")
    parser.add_argument("--warm", type=int, default=100, help="steps of rising rate")
    parser.add_argument("--fall", type=float, default=0.6, help="share of falling rate")
    parser.add_argument("--mean", type=float, default=0.995, help="decay of averaged weights")
    parser.add_argument(
        "--half", action="store_true",
        help="compute in bfloat16, on processors with units for it (avx512_bf16, amx_bf16)",
    )  # fmt: skip
    parser.add_argument("--sample", type=int, default=2000, help="sampled output candidates")
    parser.add_argument("--domain-cells", type=int, default=800, help="size of a domain batch")
    parser.add_argument("--bulk-cells", type=int, default=1600, help="size of a bulk batch")
    parser.add_argument(
        "--copies", type=float, default=0.2, help="sentences from templates for each domain row"
    )
    parser.add_argument("--save", type=float, default=4, help="minutes between checkpoints")
    parser.add_argument("--log", type=int, default=50, help="steps between lines of the log")
    parser.add_argument("--decoded", type=int, default=48, help="sentences decoded at the end")
    parser.add_argument(
        "--from", type=Path, dest="package", help="Argos package to adapt, with --memory"
    )
    parser.add_argument(
        "--memory", type=Path, nargs="+", default=[], help="approved PO or TMX files"
    )
    options = parser.parse_args()
    if bool(options.package) != bool(options.memory):
        parser.error("--from and --memory go together")
    if not options.package and not (options.data and options.vocabulary):
        parser.error("--data and --vocabulary are needed (or --from and --memory)")
    options.out.mkdir(parents=True, exist_ok=True)
    if options.package:
        adapt(options)
    else:
        train(options)


if __name__ == "__main__":
    main()
