r"""Step 3 on an accelerator: first one network for all languages, then a copy of it for each.

    python -m training.accelerated --data build/training --vocabulary spm.model --out build/run \
        --minutes 12 --branches zh:4,fr:3,es:2,ru:2,ar:2

Does what `train` does, a hundred times as fast: all text lies on the card and batches are gathered
there, the layers work in bfloat16 on weights that are kept in full, the output layer is whole, and
processes beside it keep making variety from the domain text. The shared network learns at a level
rate; each copy goes on with one language while the rate falls to nothing, and is written to
`OUT/LANGUAGE/checkpoint.pt`, ready for `export`. It runs on a processor too, to be tried out.
"""

import argparse
import copy
import itertools
import multiprocessing
import os
import random
import time
from collections import deque
from collections.abc import Iterator, Sequence
from multiprocessing.pool import AsyncResult, Pool
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor
from torch import Tensor
from torch.nn import functional

from training import checkpoints, development
from training.batches import DomainText
from training.checkpoints import Checkpoint
from training.corpus import Row
from training.loss import starting_bias
from training.material import Material, prepared
from training.model import Shape, Translator
from training.optimizer import Muon, split_parameters
from training.step import average
from training.tables import PADDING, Column, Gathered, Table, columns, joined, merged
from training.train import TEMPLATES, device
from training.vocabulary import start_token

PART = 4000
"""Rows of domain text that a process varies at a time."""
PARTS = 8
"""Parts of a table."""


class Variety:
    """Processes that vary the domain text, ahead of its being read.

    Args:
        stock: rows and templates.
        vocabulary: file of the SentencePiece model.
        copies: sentences from templates for each row.
        processes: how many.
    """

    def __init__(self, stock: Material, vocabulary: Path, copies: float, processes: int) -> None:
        self.rows = len(stock.rows)
        self.ahead = max(2 * PARTS, processes)
        context = multiprocessing.get_context("fork")
        start = (stock.rows, stock.templates, str(vocabulary), copies)
        self.pool: Pool = context.Pool(processes, _ready, start)

    def tables(self, languages: Sequence[str], parts: int = PARTS) -> Iterator[Table]:
        """Tables of varied text with translations into some languages, for ever."""
        waiting: deque[AsyncResult[tuple[Column, dict[str, Column]]]] = deque()
        tasks = self._tasks(languages)
        while True:
            while len(waiting) < self.ahead:
                waiting.append(self.pool.apply_async(_vary, next(tasks)))
            found = [waiting.popleft().get() for _ in range(parts)]
            targets = {code: joined([part[1][code] for part in found]) for code in languages}
            yield Table(joined([part[0] for part in found]), targets, device())

    def _tasks(self, languages: Sequence[str]) -> Iterator[tuple[list[int], tuple[str, ...], int]]:
        rng = random.Random(time.time_ns())
        while True:
            order = list(range(self.rows))
            rng.shuffle(order)
            for start in range(0, len(order), PART):
                yield order[start : start + PART], tuple(languages), rng.randrange(1 << 30)


_stock: tuple[list[Row], list[Row], SentencePieceProcessor, float]


def _ready(rows: list[Row], templates: list[Row], vocabulary: str, copies: float) -> None:
    global _stock  # noqa: PLW0603 - what a process of the pool was started with
    _stock = (rows, templates, SentencePieceProcessor(model_file=vocabulary), copies)


def _vary(
    places: list[int], languages: tuple[str, ...], seed: int
) -> tuple[Column, dict[str, Column]]:
    rows, templates, pieces, copies = _stock
    chances = dict.fromkeys(languages, 1.0)
    text = DomainText(
        [rows[place] for place in places], templates, pieces, random.Random(seed),
        chances=chances, copies=copies,
    )  # fmt: skip
    return columns(text.varied(text.rows), languages)


class Learner:
    """A network that learns.

    Args:
        model: with its weights in full.
        usable: for each language, the pieces that may be said, in order.
        starts: piece that starts a translation, by language.
        smoothing: share of the target given to the other pieces.
        compiled: whether the layers are compiled, which takes a minute and pays in a long run.
    """

    def __init__(
        self,
        model: Translator,
        usable: dict[str, Tensor],
        starts: dict[str, int],
        smoothing: float,
        *,
        compiled: bool = False,
    ) -> None:
        self.model, self.starts, self.smoothing = model, starts, smoothing
        cuda = device() == "cuda"
        self.worker = copy.deepcopy(model).to_half() if cuda else model
        if compiled:
            for layer in (*self.worker.encoder, *self.worker.decoder):
                layer.compile(dynamic=True)
        self.usable = usable
        self.places = {code: self._places(pieces) for code, pieces in usable.items()}
        matrices, others = split_parameters(model)
        self.muon = Muon(matrices, lr=0.0, width=model.shape.width)
        self.adam = torch.optim.Adam(others, lr=0.0, betas=(0.9, 0.98), eps=1e-9, fused=cuda)
        self.mean = {name: value.clone() for name, value in model.state_dict().items()}

    def _places(self, pieces: Tensor) -> Tensor:
        """For each piece its place among the usable ones, `PADDING` for the others."""
        places = torch.full((self.model.shape.pieces,), PADDING, device=pieces.device)
        places[pieces] = torch.arange(len(pieces), device=pieces.device)
        return places

    def step(self, batch: Gathered, rate_matrices: float, rate: float) -> dict[str, Tensor]:
        """Learn from a batch; returns the summed loss by language."""
        memory = self.worker.encode(batch.source, batch.hidden)
        losses = {code: self._loss(batch, memory, code) for code in batch.sides}
        tokens = sum(side.tokens for side in batch.sides.values())
        (torch.stack(list(losses.values())).sum() / tokens).backward()  # type: ignore[no-untyped-call]
        full: list[Tensor] = list(self.model.parameters())
        working: list[Tensor] = list(self.worker.parameters())
        if self.worker is not self.model:
            for whole, half in zip(full, working, strict=True):
                whole.grad = None if half.grad is None else half.grad.float()
                half.grad = None
        for optimizer, value in ((self.muon, rate_matrices), (self.adam, rate)):
            optimizer.param_groups[0]["lr"] = value
            optimizer.step()
        if self.worker is not self.model:
            with torch.no_grad():
                torch._foreach_copy_(working, full)
        else:
            self.model.zero_grad(set_to_none=True)
        return {code: loss.detach() for code, loss in losses.items()}

    def _loss(self, batch: Gathered, memory: Tensor, code: str) -> Tensor:
        side, worker = batch.sides[code], self.worker
        states = worker.decode(side.given, memory, batch.hidden)
        pieces = self.usable[code]
        rows = functional.embedding(pieces, worker.embedding.weight)
        bias = worker.bias[worker.shape.languages.index(code)][pieces]
        wanted = side.wanted
        right = self.places[code][wanted.clamp(min=0)].masked_fill(wanted == PADDING, PADDING)
        return functional.cross_entropy(
            functional.linear(states, rows, bias).flatten(0, 1).float(), right.flatten(),
            ignore_index=PADDING, label_smoothing=self.smoothing, reduction="sum",
        )  # fmt: skip


def learn(
    learner: Learner,
    bulk: Table,
    domain: Iterator[Table],
    options: argparse.Namespace,
    *,
    minutes: float,
    share: float,
    fall: bool,
    judge: Material,
    pieces: SentencePieceProcessor,
) -> None:
    """Train for some minutes.

    Args:
        learner: what learns; its `mean` holds the weights to use.
        bulk: the bulk text, read again and again.
        domain: the domain text.
        options: of the command line.
        minutes: how long.
        share: of the domain text among the pieces read.
        fall: whether the rates fall to nothing, or stay level.
        judge: whose held sentences are looked at.
        pieces: the vocabulary.
    """
    codes = learner.model.shape.languages
    rng = np.random.default_rng(time.time_ns())
    everything = dict.fromkeys(codes, 1.0)

    def endless(tables: Iterator[Table], chances: dict[str, float]) -> Iterator[Gathered]:
        for table in tables:
            yield from table.batches(learner.starts, chances, options.cells, rng)

    chances = everything if len(codes) == 1 else {code: options.chances[code] for code in codes}
    streams = endless(itertools.repeat(bulk), chances), endless(domain, everything)
    began = logged = reported = time.time()
    read, losses, counts = [0, 0], dict[str, Tensor](), dict[str, int]()
    scratch = Translator(learner.model.shape).to(device())
    for steps in itertools.count(1):
        done = (time.time() - began) / (60 * minutes)
        if done >= 1 or (options.steps and steps > options.steps):
            break
        kind = int(read[1] <= share * sum(read))
        batch = next(streams[kind])
        factor = min(1.0, steps / options.warm) * (max(0.01, 1 - done) if fall else 1.0)
        found = learner.step(batch, options.rate_matrices * factor, options.rate * factor)
        for code, loss in found.items():
            losses[code] = losses.get(code, torch.zeros((), device=loss.device)) + loss
            counts[code] = counts.get(code, 0) + batch.sides[code].tokens
            read[kind] += batch.sides[code].tokens
        if steps % 5 == 0:
            average(learner.mean, learner.model, min(options.mean, steps / (steps + 100)) ** 5)
        if steps % options.log == 0:
            cells = " ".join(f"{c} {losses[c].item() / counts[c]:.3f}" for c in sorted(losses))
            now = time.time()
            print(
                f"step {steps} {cells} {sum(counts.values()) / (now - logged):.0f} tok/s "
                f"{sum(read) / 1e6:.1f}M {(now - began) / 60:.2f} min",
                flush=True,
            )
            losses, counts, logged = {}, {}, now
        if time.time() - reported > options.report * 60:
            print(
                development.report(learner.mean, scratch, judge.held, pieces, learner.starts),
                flush=True,
            )
            reported = logged = time.time()
    print(
        development.report(
            learner.mean, scratch, judge.held, pieces, learner.starts, decoded=options.decoded
        ),
        flush=True,
    )


def counted(
    tables: Sequence[Table], bulk: Table, languages: Sequence[str], size: int
) -> dict[str, NDArray[np.float64]]:
    """How often each piece is wanted in a language; what is varied counts threefold."""
    found = {}
    for language in languages:
        total = np.zeros(size)
        for table, weight in [(bulk, 1), *((table, 3) for table in tables)]:
            column = table.languages.index(language) + 1
            flat = table.pieces[column].cpu().numpy()
            total += weight * np.bincount(flat, minlength=size)
            total[2] += weight * int((table.lengths[column] > 0).sum())
        found[language] = total
    return found


def branch(joint: Checkpoint, language: str) -> Checkpoint:
    """The shared network as one that knows a single language."""
    row = joint.shape.languages.index(language)
    shape = Shape.from_dict({**joint.shape.as_dict(), "languages": [language]})
    own = {**joint.mean, "bias": joint.mean["bias"][row : row + 1]}
    own = {name: value.clone() for name, value in own.items()}
    return checkpoints.Checkpoint(shape, own, own)


def run(options: argparse.Namespace) -> None:
    """The shared network, then the copies."""
    shares = dict(part.split(":") for part in options.branches.split(","))
    options.chances = {
        code: float(chance)
        for code, chance in (part.split(":") for part in options.languages.split(","))
    }
    names = ",".join(f"{code}:1:1" for code in options.chances)
    stock = prepared(options.data, names, TEMPLATES)
    variety = Variety(stock, options.vocabulary, options.copies, options.processes)
    pieces = SentencePieceProcessor(model_file=str(options.vocabulary))
    if device() == "cuda":
        torch.set_float32_matmul_precision("high")
    english, targets = merged(stock.packed)
    bulk = Table(english, targets, device())
    print(f"{len(english.lengths)} English sentences of the bulk", flush=True)
    starts = {code: pieces.piece_to_id(start_token(code)) for code in stock.languages}
    fresh = variety.tables(stock.languages)
    first = [next(fresh) for _ in range(2 + variety.rows // (PART * PARTS))]
    counts = counted(first, bulk, stock.languages, pieces.get_piece_size())
    usable = {
        code: torch.from_numpy(np.flatnonzero(count)).to(device()) for code, count in counts.items()
    }
    print({code: len(found) for code, found in usable.items()}, flush=True)
    shape = Shape(
        pieces.get_piece_size(), stock.languages, options.width, options.inner, options.heads,
        options.encoder, options.decoder,
    )  # fmt: skip
    path = options.out / "checkpoint.pt"
    if path.exists():
        joint = checkpoints.load(path, device())
    else:
        model = Translator(shape, options.dropout).to(device())
        bias = [starting_bias(count / count.sum()) for count in counts.values()]
        model.bias.data.copy_(torch.stack(bias))
        learner = Learner(model, usable, starts, options.smoothing, compiled=options.compiled)
        learn(
            learner, bulk, itertools.chain(first, fresh), options, minutes=options.minutes,
            share=options.share, fall=False, judge=stock, pieces=pieces,
        )  # fmt: skip
        joint = checkpoints.Checkpoint(shape, learner.mean, learner.mean)
        checkpoints.save(path, joint)
        del learner, model
    for language, minutes in shares.items():
        start = branch(joint, language)
        model = Translator(start.shape, options.dropout).to(device())
        model.load_state_dict(start.weights)
        learner = Learner(
            model, {language: usable[language]}, {language: starts[language]}, options.smoothing,
            compiled=options.compiled,
        )  # fmt: skip
        own = Table(english, {language: targets[language]}, device())
        print(f"{language} alone", flush=True)
        learn(
            learner, own, variety.tables((language,)), options, minutes=float(minutes),
            share=options.branch_share, fall=True, judge=stock, pieces=pieces,
        )  # fmt: skip
        folder = options.out / language
        folder.mkdir(parents=True, exist_ok=True)
        checkpoints.save(
            folder / "checkpoint.pt",
            checkpoints.Checkpoint(model.shape, learner.mean, learner.mean),
        )
    variety.pool.terminate()


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder that `prepare` wrote")
    parser.add_argument("--vocabulary", type=Path, required=True, help="SentencePiece model")
    parser.add_argument("--out", type=Path, required=True, help="folder of the checkpoints")
    parser.add_argument(
        "--languages", default="zh:1,fr:.8,es:1,ru:1,ar:1",
        help="target languages, each with the chance that its translation of a sentence of the "
        "bulk is used in the shared network",
    )  # fmt: skip
    parser.add_argument("--minutes", type=float, default=12, help="for the shared network")
    parser.add_argument(
        "--branches", default="zh:4,fr:3,es:2,ru:2,ar:2", help="minutes of each language alone"
    )
    parser.add_argument("--steps", type=int, default=0, help="of each part at most")
    parser.add_argument("--width", type=int, default=384, help="size of a token's vector")
    parser.add_argument("--inner", type=int, default=1408, help="feed-forward size")
    parser.add_argument("--heads", type=int, default=6, help="attention heads")
    parser.add_argument("--encoder", type=int, default=6, help="encoder layers")
    parser.add_argument("--decoder", type=int, default=2, help="decoder layers")
    parser.add_argument("--dropout", type=float, default=0.1, help="in every layer")
    parser.add_argument("--smoothing", type=float, default=0.1, help="of the labels")
    parser.add_argument("--rate", type=float, default=1.5e-3, help="learning rate (Adam)")
    parser.add_argument("--rate-matrices", type=float, default=4e-3, help="learning rate (Muon)")
    parser.add_argument("--warm", type=int, default=200, help="steps of rising rate")
    parser.add_argument("--mean", type=float, default=0.998, help="decay of averaged weights")
    parser.add_argument("--compiled", action="store_true", help="compile the layers first")
    parser.add_argument("--cells", type=int, default=48_000, help="target side of a batch")
    parser.add_argument("--share", type=float, default=0.4, help="domain text, together")
    parser.add_argument("--branch-share", type=float, default=0.5, help="domain text, alone")
    parser.add_argument("--copies", type=float, default=0.3, help="from templates, for each row")
    parser.add_argument(
        "--processes", type=int, default=max(1, (os.cpu_count() or 2) - 2), help="varying text"
    )
    parser.add_argument("--log", type=int, default=100, help="steps between lines of the log")
    parser.add_argument("--report", type=float, default=2, help="minutes between scores")
    parser.add_argument("--decoded", type=int, default=48, help="sentences decoded at the end")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    run(options)


if __name__ == "__main__":
    main()
