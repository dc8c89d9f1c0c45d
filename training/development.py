"""Scores on held sentences while training goes on."""

from collections.abc import Mapping, Sequence

import torch
from sacrebleu.metrics.chrf import CHRF
from sentencepiece import SentencePieceProcessor
from torch import Tensor

from training.batches import END, Batch, Example
from training.corpus import Row
from training.loss import NEVER, full_loss
from training.model import Translator


def encoded(
    rows: Sequence[Row], language: str, pieces: SentencePieceProcessor, limit: int
) -> list[Example]:
    """The first `limit` rows that have a language, shorter ones first."""
    having = [row for row in rows if language in row.targets][:limit]
    sources = pieces.encode([row.english for row in having])
    targets = pieces.encode([row.targets[language] for row in having])
    examples = [Example(s, {language: t}) for s, t in zip(sources, targets, strict=True)]
    return sorted(examples, key=lambda example: example.size)


@torch.no_grad()
def loss(model: Translator, examples: Sequence[Example], language: str, start: int) -> float:
    """Mean loss a piece over the whole vocabulary, in nats."""
    model.eval()
    device = model.embedding.weight.device
    row = model.shape.languages.index(language)
    total, count = 0.0, 0
    for first in range(0, len(examples), 32):
        batch = Batch(tuple(examples[first : first + 32]))
        source, present = batch.source()
        _, given, wanted, mask = batch.target(language, start)
        hidden = torch.from_numpy(~present)[:, None, None, :].to(device)
        memory = model.encode(torch.from_numpy(source).to(device), hidden)
        states = model.decode(torch.from_numpy(given).to(device), memory, hidden)
        kept = torch.from_numpy(mask).to(device)
        right = torch.from_numpy(wanted).to(device)[kept]
        total += full_loss(states[kept], right, model.embedding.weight, model.bias[row]).item()
        count += right.numel()
    model.train()
    return total / max(count, 1)


@torch.no_grad()
def greedy(
    model: Translator, sources: Sequence[list[int]], language: str, start: int
) -> list[list[int]]:
    """Translations by taking the likeliest piece each time."""
    model.eval()
    device = model.embedding.weight.device
    row = model.shape.languages.index(language)
    source, present = Batch(tuple(Example(s, {}) for s in sources)).source()
    hidden = torch.from_numpy(~present)[:, None, None, :].to(device)
    memory = model.encode(torch.from_numpy(source).to(device), hidden)
    given = torch.full((len(sources), 1), start, device=device)
    done = torch.zeros(len(sources), dtype=torch.bool, device=device)
    for _ in range(2 * source.shape[1] + 10):
        state = model.decode(given, memory, hidden)[:, -1]
        scores = state @ model.embedding.weight.T + model.bias[row]
        scores[:, 0] = NEVER * 10
        following = scores.argmax(-1).masked_fill(done, END)
        given = torch.cat([given, following[:, None]], 1)
        done |= following == END
        if bool(done.all()):
            break
    model.train()
    return [[p for p in line[1:] if p != END] for line in given.tolist()]


def report(
    weights: Mapping[str, Tensor],
    model: Translator,
    rows: Sequence[Row],
    pieces: SentencePieceProcessor,
    starts: Mapping[str, int],
    *,
    limit: int = 96,
    decoded: int = 0,
) -> str:
    """Loss (and chrF2 of `decoded` greedy translations) of every language, for the log."""
    model.load_state_dict(dict(weights))
    cells = []
    for language in model.shape.languages:
        examples = encoded(rows, language, pieces, limit)
        if not examples:
            continue
        cell = f"{language} {loss(model, examples, language, starts[language]):.3f}"
        if decoded:
            some = examples[:: max(1, len(examples) // decoded)][:decoded]
            found = greedy(model, [e.source for e in some], language, starts[language])
            wanted = [[pieces.decode(e.targets[language]) for e in some]]
            cell += f" chrF {CHRF().corpus_score(pieces.decode(found), wanted).score:.1f}"
        cells.append(cell)
    return "dev: " + ", ".join(cells)
